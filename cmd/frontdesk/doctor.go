package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
	"github.com/spf13/cobra"

	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
	"frontdesk/internal/settings"
	"frontdesk/internal/store"
)

// health is what a check found.
type health string

const (
	healthy health = "ok"
	noted   health = "note" // works, but somebody may want to know
	ailing  health = "todo" // something needs doing
)

// finding is the answer of one check: what is so, and what to do about it.
type finding struct {
	check  string
	state  health
	says   models.Phrase
	advice models.Phrase // empty: nothing
}

type findingAnswer struct {
	Check  string `json:"check"`
	State  health `json:"state"`
	Says   string `json:"says"`
	Advice string `json:"advice,omitempty"`
}

type doctorAnswer struct {
	OK     bool            `json:"ok"`
	Checks []findingAnswer `json:"checks"`
}

func doctorCommand(c *call) *cobra.Command {
	var probe bool
	cmd := &cobra.Command{Use: "doctor", Short: "Periksa komputer ini dan sarankan apa yang perlu", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if probe {
				return printOpenGL()
			}
			return c.doctor(cmd.Context())
		}}
	cmd.Flags().BoolVar(&probe, "opengl", false, "tulis versi OpenGL saja")
	_ = cmd.Flags().MarkHidden("opengl") // the flag is there
	addJSON(cmd, c)
	return cmd
}

// doctor looks at everything, also when the records cannot be opened. Errors:
// KindRefused when something needs doing.
func (c *call) doctor(ctx context.Context) error {
	folder, err := dataFolder(c.folder)
	if err != nil {
		return err
	}
	if p, err := readFolder(folder); err == nil {
		c.speak = p.Speak // also where there is no desk to open
	}
	found := []finding{checkDisk(folder), checkSQLite(), checkOpenGL(ctx)}
	if waits, yes := waitsForFirstRun(folder); yes && os.Getenv(settings.EnvName("database")) == "" {
		found = append(found, waits)
	} else if p, err := c.open(ctx); err != nil {
		found = append(found, finding{"database", ailing, says(err), models.Say("doctor.database.advice")})
	} else {
		found = append(found, p.examine(ctx)...)
	}
	answer := doctorAnswer{OK: true}
	for _, f := range found {
		answer.OK = answer.OK && f.state != ailing
		answer.Checks = append(answer.Checks, findingAnswer{f.check, f.state, c.speak.Say(f.says), c.speak.Say(f.advice)})
	}
	if err := c.print(answer, func(w io.Writer) { c.printDoctor(w, answer) }); err != nil {
		return err
	}
	if !answer.OK {
		return models.Refuse("doctor.todo")
	}
	return nil
}

func (c *call) printDoctor(w io.Writer, answer doctorAnswer) {
	for _, f := range answer.Checks {
		fmt.Fprintf(w, "%-6s %-11s %s\n", c.speak.T("doctor.state."+string(f.State)), c.speak.T("doctor.check."+f.Check), f.Says)
		if f.Advice != "" {
			fmt.Fprintf(w, "%-18s → %s\n", "", f.Advice)
		}
	}
}

// says is the sentence of an error; one without has that of a fault.
func says(err error) models.Phrase {
	if phrase := models.SaysOf(err); !phrase.Empty() {
		return phrase
	}
	return models.Say("doctor.fault")
}

// examine looks at what an open desk knows.
func (p *Program) examine(ctx context.Context) []finding {
	found := []finding{p.checkDatabase(ctx), p.checkKey(), checkBackup(p.backups(), p.Desk.Now()), p.checkPrinter(ctx)}
	found = append(found, p.checkCentre(ctx)...)
	found = append(found, p.checkPeople(ctx))
	return append(found, p.checkFirstRun(ctx)...)
}

// leastFree is the room that must be left on the disk, in megabytes: a day's
// records, its backup and the copy before an upgrade.
const leastFree = 1024

// checkDisk asks for room and writes a file.
func checkDisk(folder string) finding {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return finding{"disk", ailing, models.Say("doctor.disk.unwritable", folder), models.Say("doctor.disk.rights")}
	}
	file, err := os.CreateTemp(folder, ".doctor-*")
	if err == nil {
		_, err = file.Write(make([]byte, 64<<10))
		for _, step := range []func() error{file.Sync, file.Close, func() error { return os.Remove(file.Name()) }} {
			if failed := step(); err == nil {
				err = failed
			}
		}
	}
	if err != nil {
		return finding{"disk", ailing, models.Say("doctor.disk.unwritable", folder), models.Say("doctor.disk.rights")}
	}
	free, err := freeMegabytes(folder)
	if err != nil {
		return finding{"disk", noted, models.Say("doctor.disk.unknown", folder), models.Phrase{}}
	}
	return judgeDisk(free)
}

// judgeDisk tells whether megabytes are enough.
func judgeDisk(free int) finding {
	if free < leastFree {
		return finding{"disk", ailing, models.Say("doctor.disk.little", free), models.Say("doctor.disk.room")}
	}
	return finding{"disk", healthy, models.Say("doctor.disk.free", free/1024), models.Phrase{}}
}

func checkSQLite() finding {
	version, _, _ := sqlite3.Version() // Open refuses one that is too old
	return finding{"sqlite", healthy, models.Say("doctor.sqlite", version), models.Phrase{}}
}

// openGLPatience is how long a driver may take to answer.
const openGLPatience = 20 * time.Second

// checkOpenGL asks a process of its own, which a bad driver may kill.
func checkOpenGL(ctx context.Context) finding {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return finding{"opengl", noted, models.Say("doctor.opengl.no_display"), models.Phrase{}}
	}
	ctx, stop := context.WithTimeout(ctx, openGLPatience)
	defer stop()
	self, err := os.Executable()
	if err != nil {
		return finding{"opengl", noted, models.Say("doctor.opengl.unknown"), models.Phrase{}}
	}
	out, err := exec.CommandContext(ctx, self, "doctor", "--opengl").Output()
	if err != nil {
		return finding{"opengl", ailing, models.Say("doctor.opengl.none"), models.Say("doctor.opengl.advice")}
	}
	return finding{"opengl", healthy, models.Say("doctor.opengl", strings.TrimSpace(string(out))), models.Phrase{}}
}

// checkDatabase reads the whole file, or asks the server.
func (p *Program) checkDatabase(ctx context.Context) finding {
	if p.shared() {
		if _, err := p.Store.Revision(ctx); err != nil {
			return finding{"database", ailing, says(err), models.Say("doctor.database.server_advice")}
		}
		return finding{"database", healthy, models.Say("doctor.database.server", p.database()), models.Phrase{}}
	}
	if err := p.Store.CheckIntegrity(ctx); err != nil {
		return finding{"database", ailing, says(err), models.Say("doctor.database.advice")}
	}
	megabytes := 0
	if info, err := os.Stat(filepath.Join(p.Folder, store.FileName)); err == nil {
		megabytes = int(info.Size() >> 20)
	}
	return finding{"database", healthy, models.Say("doctor.database.sound", megabytes), models.Phrase{}}
}

func (p *Program) checkKey() finding {
	sealer, err := p.Keeper.Unlock(p.Keys)
	if err != nil || !sealer.Ready() {
		return finding{"key", ailing, models.Say("doctor.key.away"), models.Say("doctor.key.import")}
	}
	if len(p.Keys) > 0 && p.Keys[0].Place == guard.PlaceFile {
		return finding{"key", noted, models.Say("doctor.key.file"), models.Say("doctor.key.words")}
	}
	return finding{"key", healthy, models.Say("doctor.key.keyring"), models.Phrase{}}
}

// oldestBackup is how old the newest backup may be: a long weekend.
const oldestBackup = 4 * 24 * time.Hour

// checkBackup judges the age of the newest backup.
func checkBackup(state models.BackupState, now time.Time) finding {
	advice := models.Say("doctor.backup.advice")
	switch {
	case state.Server:
		return finding{"backup", healthy, models.Say("doctor.backup.server"), models.Phrase{}}
	case !state.Failure.Empty():
		return finding{"backup", ailing, state.Failure, advice}
	case state.Made.IsZero():
		return finding{"backup", noted, models.Say("doctor.backup.never"), advice}
	case now.Sub(state.Made) > oldestBackup:
		return finding{"backup", ailing, models.Say("doctor.backup.old", state.Made.In(now.Location())), advice}
	}
	return finding{"backup", healthy, models.Say("doctor.backup.made", state.Made.In(now.Location())), models.Phrase{}}
}

// printerPatience is how long a printer may take to answer.
const printerPatience = 10 * time.Second

func (p *Program) checkPrinter(ctx context.Context) finding {
	ctx, stop := context.WithTimeout(ctx, printerPatience)
	defer stop()
	return judgePrinter(p.Desk.PrinterState(ctx))
}

func judgePrinter(state models.PrinterState) finding {
	says := models.Say("doctor.printer." + string(state))
	switch state {
	case models.PrinterNone:
		return finding{"printer", noted, says, models.Say("doctor.printer.set")}
	case models.PrinterReady:
		return finding{"printer", healthy, says, models.Phrase{}}
	case models.PrinterPaperLow, models.PrinterPaperOut:
		return finding{"printer", ailing, says, models.Say("doctor.printer.roll")}
	}
	return finding{"printer", ailing, says, models.Say("doctor.printer.look")}
}

// centrePatience is how long the centre may take to answer.
const centrePatience = 20 * time.Second

// checkCentre opens the centre as a sync does, and compares the clocks.
func (p *Program) checkCentre(ctx context.Context) []finding {
	target, err := p.target("")
	if err == nil && target == nightly.DefaultTarget(p.Folder) && p.Settings.SyncTarget == "" {
		return []finding{{"centre", noted, models.Say("doctor.centre.none"), models.Say("doctor.centre.set")}}
	}
	ctx, stop := context.WithTimeout(ctx, centrePatience)
	defer stop()
	var hello nightly.Welcome
	if err == nil {
		hello, err = p.askCentre(ctx, target)
	}
	if err != nil {
		return []finding{{"centre", ailing, says(err), models.Say("doctor.centre.advice")}}
	}
	return []finding{{"centre", healthy, models.Say("doctor.centre.reached", nightly.Shown(target)), models.Phrase{}},
		judgeClock(p.Desk.Now().Sub(hello.Now))}
}

func (p *Program) askCentre(ctx context.Context, target string) (hello nightly.Welcome, err error) {
	state, err := p.Store.SyncState(ctx)
	if err != nil {
		return hello, err
	}
	station, err := p.enter(ctx, target)
	if err != nil {
		return hello, err
	}
	owner := p.owner()
	hello, err = station.Hello(ctx, nightly.Hello{Waiting: state.Waiting,
		Stream: nightly.Stream{MallID: owner.MallID, DeskID: owner.ID, Incarnation: state.Incarnation}})
	if closed := station.Close(); err == nil {
		err = closed
	}
	return hello, err
}

// judgeClock tells how far this clock is from the centre's.
func judgeClock(off time.Duration) finding {
	if wrong := models.ClockOffPhrase(off); !wrong.Empty() {
		return finding{"clock", ailing, wrong, models.Say("doctor.clock.advice")}
	}
	return finding{"clock", healthy, models.Say("doctor.clock.right"), models.Phrase{}}
}

func (p *Program) checkPeople(ctx context.Context) finding {
	list, err := p.Store.Operators(ctx)
	switch {
	case err != nil:
		return finding{"people", ailing, says(err), models.Phrase{}}
	case len(list) == 0:
		return finding{"people", noted, models.Say("doctor.people.none"), models.Say("doctor.people.add")}
	}
	return finding{"people", healthy, models.Say("doctor.people.some", len(list)), models.Phrase{}}
}
