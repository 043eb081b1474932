package main

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"

	"frontdesk/internal/backup"
	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
	"frontdesk/internal/safefile"
	"frontdesk/internal/store"
)

// passwordVariable holds the centre's password where there is no keyring. It
// is no setting: a password never stands in the settings' file.
const passwordVariable = "FRONTDESK_SYNC_PASSWORD"

// target is the centre asked for, else that of the settings, else a file
// beside the data folder.
func (p *Program) target(asked string) (string, error) {
	if asked != "" {
		return asked, nil
	}
	if p.Settings.SyncTarget == "" && p.shared() {
		return "", models.Refuse("database.no_target")
	}
	if p.Settings.SyncTarget == "" {
		return nightly.DefaultTarget(p.Folder), nil
	}
	return p.Settings.SyncTarget, nightly.CheckTarget(p.Settings.SyncTarget)
}

// password is empty when the target holds one or needs none.
func (p *Program) password(target string) string {
	return p.secret(target, passwordVariable, nightly.Account(target))
}

// secret is the password of a URL that holds none itself: from the environment,
// else from the keyring's entry, which is empty for what needs none.
func (p *Program) secret(target, variable, account string) string {
	if address, err := url.Parse(target); err == nil {
		if _, has := address.User.Password(); has {
			return ""
		}
	}
	if given, ok := os.LookupEnv(variable); ok {
		return given
	}
	if account != "" {
		return p.Keeper.Secret(account)
	}
	return ""
}

// centre opens a centre as it is.
func (p *Program) centre(ctx context.Context, target string, create bool) (*nightly.SQLCentre, error) {
	return nightly.Open(ctx, target, nightly.Access{Clock: p.clock(), Password: p.password(target), Create: create})
}

// enter opens a centre that takes this desk's records. The file beside the
// data folder is made when it is not there; any other centre that is not there
// is a mistake or a disk that is not plugged in.
func (p *Program) enter(ctx context.Context, target string) (nightly.Station, error) {
	own := target == nightly.DefaultTarget(p.Folder)
	c, err := p.centre(ctx, target, own)
	if err != nil {
		return nil, err
	}
	if err := p.greet(ctx, c, own); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

func (p *Program) greet(ctx context.Context, c *nightly.SQLCentre, own bool) error {
	if own {
		return establish(ctx, c, p.owner())
	}
	if err := c.Ready(ctx); err != nil {
		return err
	}
	return c.Introduce(ctx, p.owner())
}

// establish makes a centre of a database and registers the desk there.
func establish(ctx context.Context, c *nightly.SQLCentre, desk models.Desk) error {
	for _, step := range []func() error{
		func() error { return c.Init(ctx) },
		func() error { return c.Guard(ctx) },
		func() error { return c.Enrol(ctx, desk) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// task is one run to target.
func (p *Program) task(target string) nightly.Task {
	task := nightly.Task{
		Folder:  p.Folder,
		Connect: func(ctx context.Context) (nightly.Station, error) { return p.enter(ctx, target) },
		Log:     p.log(),
		Before:  p.beforeSync,
		Options: nightly.Options{Feed: p.Store, Clock: p.clock(), NewID: newID,
			ReadDirectory: func(body []byte) (*models.Directory, error) { return directory.Read(bytes.NewReader(body)) }},
	}
	if p.shared() {
		task.Alone = p.alone
	}
	return task
}

// schedule is when this desk syncs by itself.
func (p *Program) schedule() nightly.Schedule {
	return nightly.Schedule{Night: p.Settings.SyncNight, Zone: p.Desk.Now().Location(), DeskID: p.Desk.Self().ID}
}

// runner syncs in the background while the window is open.
func (p *Program) runner(target string) *nightly.Runner {
	return nightly.NewRunner(nightly.RunnerOptions{Task: p.task(target), History: p.Store, Schedule: p.schedule(), Chance: rand.Float64})
}

// clock is the desk's, which --now may have set.
func (p *Program) clock() models.Clock { return models.ClockFunc(p.Desk.Now) }

// rest fetches what a restored backup lacks; nil while there is no centre.
func (p *Program) rest() backup.Rest {
	target, err := p.target("")
	if err != nil || target == nightly.DefaultTarget(p.Folder) && !exists(nightly.DefaultFile(p.Folder)) {
		return nil
	}
	return func(ctx context.Context, _ *store.Store, _ backup.About) (int, error) {
		r, err := p.task(target).Sync(ctx, nil)
		return r.Pulled, err
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

const (
	logName       = "sync.log"
	windowLogName = "frontdesk.log"
	logLimit      = 1 << 20 // bytes; one older file of this size is kept
)

// log is the sync's own log in the data folder: the window has no console.
// Where it cannot be written the lines go to standard error.
func (p *Program) log() *slog.Logger {
	return slog.New(slog.NewTextHandler(logFile(filepath.Join(p.Folder, logName)), nil))
}

// windowLog is the log of the windows of a data folder.
func (p *Program) windowLog() *slog.Logger {
	return slog.New(slog.NewTextHandler(logFile(filepath.Join(p.Folder, windowLogName)), nil))
}

// logFile opens the file for each line, so that several processes may write
// and none holds it. One that has grown to its limit takes the place of the
// older part.
type logFile string

func (f logFile) Write(line []byte) (int, error) {
	if info, err := os.Stat(string(f)); err == nil && info.Size() > logLimit {
		_ = os.Rename(string(f), string(f)+".1") // else it grows on
	}
	file, err := os.OpenFile(string(f), os.O_APPEND|os.O_CREATE|os.O_WRONLY, safefile.FileMode(string(f)))
	if err != nil {
		return os.Stderr.Write(line)
	}
	defer file.Close()
	return file.Write(line)
}
