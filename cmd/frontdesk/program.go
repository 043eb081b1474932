package main

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"time"

	"github.com/google/uuid"

	"frontdesk/internal/backup"
	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/failover"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/settings"
	"frontdesk/internal/store"
	"frontdesk/internal/text"
)

// machineClock is the only place that reads the machine's time.
var machineClock = models.ClockFunc(time.Now)

// Program is the whole desk without its window: the only place where the
// rooms are wired together.
type Program struct {
	Folder   string
	Settings settings.Settings
	Speak    *text.Speaker
	Desk     *desk.Desk
	Store    *store.Store   // the desk's own file, or the mall's database
	Link     *failover.Link // to the mall's server; nil on a desk's own file
	Keeper   guard.Keeper
	Keys     []models.KeyRef
	Notary   models.Notary   // proves the audit chain
	Notices  []models.Phrase // what a person should hear once
	Warns    bool            // something is amiss among the notices
}

// Options say which desk to open.
type Options struct {
	Folder   string // empty: the user's own
	Clock    models.Clock
	Practice bool        // refuse a folder with real records, mark what is recorded
	Rest     backup.Rest // fetches what a restored backup lacks; nil: no centre

	Directory *models.Directory // of a new folder; nil: the sample
	Key       *guard.Key        // of a new folder; nil: one of its own
}

// Open makes a program on a data folder; the first time it loads the sample
// directory and makes the key.
func Open(ctx context.Context, o Options) (*Program, error) {
	folder, err := dataFolder(o.Folder)
	if err != nil {
		return nil, err
	}
	p, err := readFolder(folder)
	if err != nil {
		return nil, err
	}
	if o.Rest == nil && !o.Practice {
		o.Rest = p.rest()
	}
	err = p.start(ctx, o)
	if !p.shared() && store.Damaged(err) {
		err = p.mend(ctx, o)
	}
	if err != nil {
		return nil, err
	}
	return p, nil
}

// readFolder reads what is told of a desk outside its database.
func readFolder(folder string) (*Program, error) {
	told, err := settings.Load(folder, os.LookupEnv)
	if err != nil {
		return nil, err
	}
	return &Program{Folder: folder, Settings: told, Speak: text.MustLoad(text.Language(told.Language)),
		Keeper: guard.Keeper{Folder: folder, Keyring: guard.SystemKeyring(), Entropy: rand.Reader}}, nil
}

func (p *Program) start(ctx context.Context, o Options) error {
	if err := p.openStore(ctx, o); err != nil {
		return err
	}
	if err := p.wire(ctx, o); err != nil {
		return errors.Join(err, p.Close())
	}
	return nil
}

// Close releases the data folder.
func (p *Program) Close() error {
	if p.Link != nil {
		return p.Link.Close()
	}
	return p.Store.Close()
}

// prepare makes an empty database a desk's own and tells what it knows.
func (p *Program) prepare(ctx context.Context, o Options) (store.Folder, error) {
	if p.Link != nil {
		return p.Link.Start(ctx)
	}
	first, newKey := o.Directory, p.Keeper.Create
	if first == nil {
		first = directory.Sample()
	}
	if o.Key != nil {
		newKey = func() (models.KeyRef, error) { return p.Keeper.Keep(*o.Key) }
	}
	return p.Store.Prepare(ctx, p.wanted(), first, newKey)
}

func (p *Program) wire(ctx context.Context, o Options) error {
	folder, err := p.prepare(ctx, o)
	if err != nil {
		return err
	}
	if o.Practice {
		if err := p.refuseRealRecords(ctx); err != nil {
			return err
		}
	}
	p.Keys = folder.Keys
	sealer, err := p.Keeper.Unlock(folder.Keys)
	if err != nil {
		return err
	}
	mall, stamp, err := p.records().Directory(ctx, 0)
	if err != nil {
		return err
	}
	printer, err := p.printer()
	if err != nil {
		return err
	}
	p.Desk = desk.New(desk.Options{Store: p.records(), Board: p.board(), Sealer: sealer, Printer: printer, Names: sealer,
		Secrets: guard.NewPINs(rand.Reader), Clock: o.Clock, NewID: newID, RandomID: uuid.NewString,
		Self: p.self(folder), Directory: mall, Stamp: stamp, Practice: o.Practice,
		Queue: desk.QueueRules{PriorityRun: p.Settings.PriorityRun, NoShows: p.Settings.NoShows}})
	p.Notary = sealer
	p.audit(sealer)
	if err := p.Desk.MeetPeople(ctx); err != nil {
		return err
	}
	p.notice(folder, sealer, mall)
	return nil
}

func (p *Program) refuseRealRecords(ctx context.Context) error {
	real, err := p.Store.HasRealVisits(ctx)
	if err == nil && real {
		err = models.Refuse("folder.practice_real")
	}
	return err
}

// wanted is this desk as the settings describe it; its id counts only when the
// folder is new. All PCs on one database are the same desk.
func (p *Program) wanted() models.Desk {
	if p.shared() {
		return models.Desk{ID: newID(), Number: 1}
	}
	return models.Desk{ID: newID(), Number: p.Settings.DeskNumber, Name: p.Settings.DeskName}
}

// notice collects what must be said once.
func (p *Program) notice(folder store.Folder, sealer *guard.Sealer, mall *models.Directory) {
	if folder.Created {
		forgetFirstRun(p.Folder)
		services := 0
		for _, a := range mall.Agencies {
			services += len(a.Services)
		}
		p.Notices = append(p.Notices, models.Say("folder.sample", mall.Mall.ShortName, len(mall.Agencies), services))
		if folder.Keys[0].Place == guard.PlaceFile {
			p.Notices = append(p.Notices, models.Say("key.in_file"))
		}
		if aside := backup.Aside(p.Folder); len(aside) > 0 {
			p.warn(models.Say("damage.empty", aside[len(aside)-1]))
		}
	}
	if !sealer.Ready() {
		p.warn(models.Say("key.locked"))
	}
	if failure := p.backups().Failure; !failure.Empty() {
		p.warn(failure)
	}
}

// warn adds a notice of something amiss.
func (p *Program) warn(says models.Phrase) {
	p.Notices, p.Warns = append(p.Notices, says), true
}

// newID makes a UUIDv7: unique on every desk, and in the order of time.
func newID() string { return uuid.Must(uuid.NewV7()).String() }
