// Package desk holds what a reception desk does, a verb each: check a visitor
// in (checkin.go), route to a counter (routing.go), tell whether an agency is
// open (availability.go), show the way (way.go), mend what was done (mend.go).
// It knows no SQL and no widgets; what it needs of the outside are the ports
// in ports.go.
package desk

import (
	"sync/atomic"
	"time"

	"frontdesk/internal/finder"
	"frontdesk/internal/models"
)

// Desk is one reception desk at work.
type Desk struct {
	store   Store
	sealer  Sealer
	printer Printer // nil: none
	names   Names   // nil: nobody has one
	secrets Secrets
	clock   models.Clock
	newID   models.IDSource
	// randomID makes ids that tell no time, for what is anonymous.
	randomID models.IDSource

	self     models.Desk
	practice bool
	board    WaitBoard // nil: no tablets
	tablet   bool
	rules    QueueRules
	mall     atomic.Pointer[mall]
	stamp    atomic.Int64 // of the directory in use
	duty     atomic.Pointer[duty]

	lastVisit atomic.Pointer[string] // id of the visit that this program recorded last

	experience experience // of the recent days, for the forecast
}

// mall is everything derived from one directory; it is replaced whole.
type mall struct {
	catalogue *models.Catalogue
	location  *time.Location
	finder    func() *finder.Index
	ways      map[string]func() models.Way
}

// Options are the parts a Desk is built of.
type Options struct {
	Store     Store
	Sealer    Sealer
	Printer   Printer // nil: none
	Names     Names   // of operators; nil: they are shown by their codes
	Secrets   Secrets // of operators; nil: there are none
	Clock     models.Clock
	NewID     models.IDSource
	RandomID  models.IDSource // ids that tell no time, for what is anonymous
	Self      models.Desk
	Directory *models.Directory
	Stamp     int64 // of Directory, as the store tells it
	Practice  bool  // every record is marked as practice (--now)
	Queue     QueueRules
	Board     WaitBoard // nil: no guide's tablets
	Tablet    bool      // this is one: it reads the board and writes nothing
}

// New sets up a desk.
func New(o Options) *Desk {
	d := &Desk{store: o.Store, sealer: o.Sealer, printer: o.Printer, names: o.Names, secrets: o.Secrets, clock: o.Clock,
		newID: o.NewID, randomID: o.RandomID,
		self: o.Self, practice: o.Practice, rules: o.Queue.orDefaults(), board: o.Board, tablet: o.Tablet}
	d.UseDirectory(o.Directory)
	d.stamp.Store(o.Stamp)
	d.duty.Store(&duty{})
	return d
}

// Now is the desk's present instant in the mall's time zone.
func (d *Desk) Now() time.Time { return d.clock.Now().In(d.location()) }

func (d *Desk) location() *time.Location { return d.mall.Load().location }

// Self describes this desk.
func (d *Desk) Self() models.Desk { return d.self }

// Practice tells that everything recorded is practice.
func (d *Desk) Practice() bool { return d.practice }

// Catalogue is the directory in use.
func (d *Desk) Catalogue() *models.Catalogue { return d.mall.Load().catalogue }

// BusinessDate is the mall's local day of an instant: the day changes at the
// mall's midnight, not at that of UTC.
func (d *Desk) BusinessDate(at time.Time) string {
	return at.In(d.location()).Format(time.DateOnly)
}

// practiceMall is added to the mall's code in practice records: they count, are
// numbered and are found apart from real ones.
const practiceMall = "#latihan"

// mallID is the mall that records are made for.
func (d *Desk) mallID() string {
	if d.practice {
		return d.Catalogue().Directory.Mall.Code + practiceMall
	}
	return d.Catalogue().Directory.Mall.Code
}

// MallID is the mall that this desk's records are made for; practice has one
// of its own.
func (d *Desk) MallID() string { return d.mallID() }

// malls are the real mall and the one of practice.
func (d *Desk) malls() []string {
	code := d.Catalogue().Directory.Mall.Code
	return []string{code, code + practiceMall}
}

// Origin is what a record made now tells of itself.
func (d *Desk) Origin() models.Origin { return d.origin(d.clock.Now()) }

func (d *Desk) origin(at time.Time) models.Origin {
	return models.Origin{
		MallID:       d.mallID(),
		DeskID:       d.self.ID,
		OperatorID:   d.operator(),
		BusinessDate: d.BusinessDate(at),
	}
}
