package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	_ "github.com/mattn/go-sqlite3" // plants the nights before, and holds the centre

	"frontdesk/internal/xdisplay"
)

// office is a desk whose centre is a file that can be taken away.
type office struct {
	program, folder, desk, centre string
	window                        *xdisplay.Window
	picture                       func(name string) error
}

// syncScene is a state of the nightly sync, for real: commands and files make
// it, keys show it.
type syncScene struct {
	name    string
	prepare func(o *office) error
	play    func(o *office) error
}

var syncScenes = []syncScene{
	{"belum", unsent, (*office).look},
	{"putus", lastNights, cutAndHeal},
	{"terlambat", lateBy60Hours, (*office).look},
	{"perlu-dilihat", putAside, (*office).look},
	{"berjalan", bigBacklog, holdAndStop},
}

// syncLooks are the sizes, languages and colours of those pictures.
var syncLooks = []struct {
	suffix        string
	width, height int
	settings      string
	scenes        []syncScene
}{
	{"", 1366, 768, "", syncScenes},
	{"-1024", 1024, 700, "", syncScenes},
	{"-en", 1366, 768, "language = \"en\"\n", syncScenes},
	{"-en-1024", 1024, 700, "language = \"en\"\n", syncScenes},
	{"-gelap", 1366, 768, "appearance = \"dark\"\n", []syncScene{{"terlambat", lateBy60Hours, (*office).look}}},
}

func syncAlbum(program, out string) error {
	for _, look := range syncLooks {
		for _, scene := range look.scenes {
			err := scene.save(program, look.width, look.height, look.settings, func(name string) string {
				return filepath.Join(out, "sinkron-"+name+look.suffix+".png")
			})
			if err != nil {
				return fmt.Errorf("%s%s: %w", scene.name, look.suffix, err)
			}
		}
	}
	return nil
}

func (s syncScene) save(program string, width, height int, settings string, path func(name string) string) (err error) {
	folder, err := os.MkdirTemp("", "mpp")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	o := &office{program: program, folder: folder, desk: filepath.Join(folder, "meja"), centre: filepath.Join(folder, "kabupaten")}
	if err := o.furnish(settings); err != nil {
		return err
	}
	if err := s.prepare(o); err != nil {
		return err
	}
	display, err := xdisplay.Start(width, height)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, display.Close()) }()
	if o.window, err = display.Open(program, "--data", o.desk); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, o.window.Close()) }()
	o.picture = func(name string) error {
		if name == "" {
			name = s.name
		}
		return o.window.Picture(path(name))
	}
	return errors.Join(o.window.Press("Escape"), s.play(o))
}

func (o *office) furnish(settings string) error {
	if err := errors.Join(os.Mkdir(o.desk, 0o700), os.Mkdir(o.centre, 0o700)); err != nil {
		return err
	}
	settings = fmt.Sprintf("%sdesk.name = \"Meja 1\"\nsync.target = %q\n", settings, "sqlite:"+o.centreFile())
	if err := os.WriteFile(filepath.Join(o.desk, "settings.toml"), []byte(settings), 0o600); err != nil {
		return err
	}
	return errors.Join(o.run("centre", "init"), xdisplay.KeepOpen(o.program, o.desk))
}

func (o *office) centreFile() string { return filepath.Join(o.centre, "pusat.db") }

func (o *office) run(args ...string) error {
	_, err := xdisplay.Run(o.program, o.desk, args...)
	return err
}

func (o *office) checkIn(services ...string) error {
	for _, service := range services {
		if err := o.run("checkin", "--service", service); err != nil {
			return err
		}
	}
	return nil
}

// look takes a picture of the Sync page as it is.
func (o *office) look() error {
	return errors.Join(o.window.Press("ctrl+s"), o.picture(""))
}

// inFile runs statements in a database file.
func inFile(path string, statements ...string) (err error) {
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	return nil
}

func (o *office) deskFile() string { return filepath.Join(o.desk, "frontdesk.db") }

func unsent(o *office) error { return o.checkIn("DUK-02", "DUK-01") }

// night is a run of nights ago, in the table of the runs.
func night(ago time.Duration, sent, quarantined int, failure string) string {
	at := time.Now().Add(-ago)
	return fmt.Sprintf(`INSERT INTO sync_runs (started_at, ended_at, sent, quarantined, waiting, forked, failure)
		VALUES (%d, %d, %d, %d, 0, 0, '%s')`, at.UnixMicro(), at.Add(4*time.Second).UnixMicro(), sent, quarantined, failure)
}

const day = 24 * time.Hour

// lastNights is a desk that sent each night of two weeks but two.
func lastNights(o *office) error {
	if err := errors.Join(unsent(o), o.run("sync")); err != nil {
		return err
	}
	var runs []string
	for i := 14; i > 0; i-- {
		failure := ""
		if i == 3 || i == 9 {
			failure = "sync.unreachable"
			runs = append(runs, night(time.Duration(i)*day+20*time.Minute, 0, 0, failure))
		}
		runs = append(runs, night(time.Duration(i)*day, 300+17*i, 0, failure))
	}
	// The run just made stays the newest.
	return inFile(o.deskFile(), append(runs, `UPDATE sync_runs SET id = id + 1000 WHERE id = 1`)...)
}

// cutAndHeal checks a visitor in, takes the centre away, sends, brings it back
// and sends again.
func cutAndHeal(o *office) error {
	away := o.centre + "-away"
	return errors.Join(
		o.window.Type("ktp hil"), o.window.Press("Return"), o.window.Type("Ahmad Contoh"), o.window.Press("Return", "Return"), o.window.Settle(),
		os.Rename(o.centre, away),
		o.window.Press("ctrl+s"), o.window.Settle(), o.window.Press("Return"), o.picture("putus"),
		o.window.Press("F1"), o.picture("putus-penerimaan"),
		os.Rename(away, o.centre),
		o.window.Press("ctrl+s"), o.window.Settle(), o.window.Press("Return"), o.picture("pulih"),
		o.window.Press("Next"), o.picture("riwayat"))
}

// lateBy60Hours is a desk whose centre has not answered for two nights.
func lateBy60Hours(o *office) error {
	if err := lastNights(o); err != nil {
		return err
	}
	err := inFile(o.deskFile(), `DELETE FROM sync_runs WHERE ended_at > `+fmt.Sprint(time.Now().Add(-60*time.Hour).UnixMicro()),
		night(60*time.Hour+5*time.Minute, 97, 0, ""), night(36*time.Hour, 0, 0, "sync.slow"), night(12*time.Hour, 0, 0, "sync.unreachable"))
	return errors.Join(err, o.checkIn("DUK-02", "DUK-01"), os.Rename(o.centre, o.centre+"-away"))
}

// putAside lets the centre refuse what it is sent of tickets.
func putAside(o *office) error {
	if err := lastNights(o); err != nil {
		return err
	}
	err := inFile(o.centreFile(), `CREATE TRIGGER refuse BEFORE INSERT ON centre_records WHEN NEW.entity = 'tickets'
		BEGIN SELECT RAISE(ABORT, 'refused'); END`)
	return errors.Join(err, o.checkIn("DUK-02", "DUK-01"), o.run("sync"))
}

func bigBacklog(o *office) error {
	return o.run("simulate", "--days", "20", "--visits-per-day", "400", "--seed", "7")
}

// holdAndStop holds the centre while a run is under way, stops it and lets go.
func holdAndStop(o *office) (err error) {
	if err := errors.Join(o.window.Press("ctrl+s"), o.window.Settle(), o.window.Press("Return")); err != nil {
		return err
	}
	if err := o.half(); err != nil {
		return err
	}
	release, err := o.hold()
	if err != nil {
		return err
	}
	time.Sleep(tick)
	return errors.Join(o.picture("berjalan"), o.window.Press("b"), release(), o.picture("dihentikan"))
}

// tick is longer than the window's pause between two looks at a run.
const tick = 1500 * time.Millisecond

// half waits until some of the backlog is at the centre.
func (o *office) half() (err error) {
	db, err := sql.Open("sqlite3", "file:"+o.centreFile()+"?_busy_timeout=20000")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for count := 0; count < 4000; time.Sleep(5 * time.Millisecond) {
		if err := db.QueryRow(`SELECT count(*) FROM centre_records`).Scan(&count); err != nil {
			return err
		}
	}
	return nil
}

// hold takes the centre's only writing lock.
func (o *office) hold() (release func() error, err error) {
	db, err := sql.Open("sqlite3", "file:"+o.centreFile()+"?_busy_timeout=20000&_txlock=immediate")
	if err != nil {
		return nil, err
	}
	held, err := db.BeginTx(context.Background(), nil)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return func() error { return errors.Join(held.Rollback(), db.Close()) }, nil
}
