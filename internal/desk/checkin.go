package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"frontdesk/internal/models"
)

// Errand is one service a visitor came for, with the papers as found.
type Errand struct {
	Service string // code
	Papers  models.Papers
	Missing []string // requirements not brought

	follows bool      // its number waits once the one before it is over
	until   time.Time // or at this instant
}

// CheckIn is what the desk knows of a visitor before the tickets.
type CheckIn struct {
	At         time.Time // zero: now
	Errands    []Errand
	First      []string // codes of Errands on which the visitor insists, in her order; the plan orders the others
	Visitor    models.Identity
	Priorities []models.Priority
	Party      int    // people, 1–99; 0 counts as 1
	Guest      bool   // guest, courier, companion: no number, purpose in Visitor
	Number     string // a number already given on paper; kept or refused
	Force      string // why a number is given although the agency gives none
	Print      bool   // the numbers begin in printing, and Print follows; nothing without a printer
}

// Warning points to a field that looks wrong; it never blocks.
type Warning struct {
	Field string
	Says  models.Phrase
}

// Receipt is what came out of a check-in.
type Receipt struct {
	Visit    models.Visit
	Tickets  []Issued
	Warnings []Warning
}

// Issued is a ticket with what the visitor must hear.
type Issued struct {
	models.Ticket
	Agency      *models.Agency
	Service     *models.Service
	Counter     *models.Counter
	Way         models.Way
	IssuedToday int                   // the agency's numbers today, this one included
	Wait        *Wait                 // nil when nothing can be told; see Today.Foretell
	WaitFrom    time.Time             // the instant of which Wait tells
	Before      string                // number of the ticket that has to be over first; empty when it waits already
	Visitor     models.MaskedIdentity // in lists; empty when nothing was told or the key is not at hand
	Warnings    []Warning
}

// CheckIn records a visit and issues one number per errand, all in one
// transaction. Errors: KindUsage for an unknown service or a party outside
// 1–99; KindRefused with reason and next opening when an agency gives no
// numbers, when a service is done elsewhere, or when Number is taken.
func (d *Desk) CheckIn(ctx context.Context, c CheckIn) (Receipt, error) {
	if err := d.may(models.ActionCheckIn); err != nil {
		return Receipt{}, err
	}
	var receipt Receipt
	id := d.newID() // the same in each attempt: a visit is stored once
	err := d.onCurrentDirectory(ctx, func() error {
		var err error
		receipt, err = d.checkIn(ctx, id, c)
		return err
	})
	return receipt, err
}

func (d *Desk) checkIn(ctx context.Context, id string, c CheckIn) (Receipt, error) {
	if err := d.prepare(&c); err != nil {
		return Receipt{}, err
	}
	visit := d.newVisit(c.At, kindOf(c))
	visit.ID = id
	visit.Party, visit.Priorities = c.Party, c.Priorities
	receipt := Receipt{}
	c.Visitor, receipt.Warnings = CleanIdentity(c.Visitor)
	if err := refuseName(c.Force, c.Visitor); err != nil {
		return Receipt{}, err
	}
	if err := d.seal(&visit, c.Visitor, &receipt); err != nil {
		return Receipt{}, err
	}
	if err := d.planErrands(ctx, &c); err != nil {
		return Receipt{}, err
	}
	err := d.write(ctx, func(tx models.Tx) error { return d.admit(tx, c, &visit, &receipt) })
	if err != nil {
		return Receipt{}, err
	}
	receipt.Visit = visit
	d.lastVisit.Store(&visit.ID)
	return receipt, nil
}

func kindOf(c CheckIn) models.VisitKind {
	if c.Guest {
		return models.VisitGuest
	}
	return models.VisitService
}

// prepare fills defaults and refuses what needs no look at the store.
func (d *Desk) prepare(c *CheckIn) error {
	if c.At.IsZero() {
		c.At = d.clock.Now()
	}
	if c.Party == 0 {
		c.Party = 1
	}
	if c.Party < 1 || c.Party > 99 {
		return models.Misuse("checkin.party", c.Party)
	}
	if len(c.Errands) == 0 && !c.Guest {
		return models.Misuse("checkin.no_service")
	}
	if c.Guest && len(c.Errands) > 0 {
		return models.Misuse("checkin.guest_service")
	}
	c.Force = models.PlainReason(c.Force)
	for _, p := range c.Priorities {
		if !slices.Contains(models.Priorities, p) {
			return models.Misuse("checkin.priority", string(p))
		}
	}
	c.Priorities = slices.Compact(slices.Sorted(slices.Values(c.Priorities)))
	for _, e := range c.Errands {
		s, _ := d.Catalogue().Service(e.Service)
		if s == nil {
			return models.Misuse("checkin.unknown_service", e.Service)
		}
		if s.ReferTo != nil {
			return models.Refuse("checkin.refer", s.ReferTo.Name, s.ReferTo.City, s.ReferTo.Reason)
		}
	}
	return d.prepareNumber(c)
}

// prepareNumber checks that a paper number can belong to the one errand.
func (d *Desk) prepareNumber(c *CheckIn) error {
	if c.Number == "" {
		return nil
	}
	prefix, sequence, ok := models.ParseTicketNumber(c.Number)
	if !ok {
		return models.Misuse("checkin.bad_number", c.Number)
	}
	if len(c.Errands) != 1 {
		return models.Misuse("checkin.number_one_service")
	}
	service, agency := d.Catalogue().Service(c.Errands[0].Service)
	if !service.IssuesTicket() {
		return models.Misuse("checkin.no_ticket", service.Name)
	}
	if agency.TicketPrefix != prefix {
		return models.Misuse("checkin.number_of_other", c.Number, agency.ShortName, agency.TicketPrefix)
	}
	c.Number = models.TicketNumber(prefix, sequence)
	return nil
}

func (d *Desk) newVisit(at time.Time, kind models.VisitKind) models.Visit {
	return models.Visit{ID: d.newID(), Origin: d.origin(at), Kind: kind, ArrivedAt: at,
		RecordedAt: d.clock.Now(), Party: 1, Practice: d.practice}
}

// admit writes the visit and its tickets. Errands without a number are kept
// with the visit itself.
func (d *Desk) admit(tx models.Tx, c CheckIn, visit *models.Visit, receipt *Receipt) error {
	if err := d.warnWaiting(tx, c.Visitor, visit, receipt); err != nil {
		return err
	}
	numbered, err := d.withoutNumber(tx, c, visit)
	if err != nil {
		return err
	}
	if err := tx.AddVisit(*visit); err != nil {
		return err
	}
	for i, errand := range numbered {
		errand.follows = errand.follows && i > 0
		service, agency := d.Catalogue().Service(errand.Service)
		issued, err := d.issue(tx, c, visit, errand, service, agency)
		if err != nil {
			return err
		}
		receipt.Tickets = append(receipt.Tickets, issued)
		visit.Tickets = append(visit.Tickets, issued.Ticket)
	}
	return nil
}

// withoutNumber notes the services that give no number with the visit, and
// returns the errands that get one. A closed agency is refused either way.
func (d *Desk) withoutNumber(tx models.Tx, c CheckIn, visit *models.Visit) ([]Errand, error) {
	var numbered []Errand
	var noted []string
	for _, errand := range c.Errands {
		service, agency := d.Catalogue().Service(errand.Service)
		if service.IssuesTicket() {
			numbered = append(numbered, errand)
			continue
		}
		if _, err := d.open(tx, c, visit, agency); err != nil {
			return nil, err
		}
		noted = append(noted, service.Code)
	}
	visit.Service = strings.Join(noted, ",")
	return numbered, nil
}

// warnWaiting points out that the same person waits already. A phone is asked
// only of who has no NIK: families share it, so it is the phone that waits and
// not the person.
func (d *Desk) warnWaiting(tx models.Tx, visitor models.Identity, visit *models.Visit, receipt *Receipt) error {
	by, value := models.ByNIK, visitor.NIK
	if value == "" {
		by, value = models.ByPhone, visitor.Phone
	}
	indexes := d.sealer.Indexes(by, value)
	if len(indexes) == 0 {
		return nil
	}
	numbers, err := tx.WaitingNumbers(visit.MallID, visit.BusinessDate, by, indexes)
	if err == nil && len(numbers) > 0 {
		receipt.Warnings = append(receipt.Warnings, Warning{string(by), sayWaiting(by, numbers)})
	}
	return err
}

// sayWaiting tells that a NIK, which is a person, or a phone, which may be a
// family's, waits already.
func sayWaiting(by models.IdentityField, numbers []string) models.Phrase {
	if by == models.ByPhone {
		return models.Say("warn.phone_waiting", strings.Join(numbers, ", "))
	}
	return models.Say("warn.already_waiting", strings.Join(numbers, ", "))
}

// Ask records a mere question, at the desk or by telephone; service may be
// empty.
func (d *Desk) Ask(ctx context.Context, service string, byPhone bool) (models.Visit, error) {
	visit := d.newVisit(d.clock.Now(), models.VisitQuestion)
	if byPhone {
		visit.Kind = models.VisitPhoneQuestion
	}
	return d.record(ctx, visit, service)
}

// TurnAway records a visitor who went home without a number, and why.
func (d *Desk) TurnAway(ctx context.Context, service string, why models.TurnedAway) (models.Visit, error) {
	if !slices.Contains(models.TurnedAwayReasons, why) {
		return models.Visit{}, models.Misuse("turned_away.reason", string(why))
	}
	visit := d.newVisit(d.clock.Now(), models.VisitTurnedAway)
	visit.TurnedAway = why
	return d.record(ctx, visit, service)
}

func (d *Desk) record(ctx context.Context, visit models.Visit, service string) (models.Visit, error) {
	if err := d.may(models.ActionCheckIn); err != nil {
		return visit, err
	}
	visit.Service = service
	err := d.onCurrentDirectory(ctx, func() error {
		if s, _ := d.Catalogue().Service(service); s == nil && service != "" {
			return models.Misuse("checkin.unknown_service", service)
		}
		visit.Origin = d.origin(visit.ArrivedAt)
		return d.write(ctx, func(tx models.Tx) error { return tx.AddVisit(visit) })
	})
	return visit, err
}
