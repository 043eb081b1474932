package desk

import (
	"context"
	"strings"
	"time"

	"frontdesk/internal/models"
)

// Errand is one service a visitor came for, with the papers as found.
type Errand struct {
	Service string // code
	Papers  models.Papers
	Missing []string // requirements not brought
}

// CheckIn is what the desk knows of a visitor before the tickets.
type CheckIn struct {
	At         time.Time // zero: now
	Errands    []Errand
	Visitor    models.Identity
	Priorities []models.Priority
	Party      int    // people, 1–99; 0 counts as 1
	Guest      bool   // guest, courier, companion: no number, purpose in Visitor
	Number     string // a number already given on paper; kept or refused
	Force      string // why a number is given although the agency gives none
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
	IssuedToday int // the agency's numbers today, this one included
	Warnings    []Warning
}

// CheckIn records a visit and issues one number per errand, all in one
// transaction. Errors: KindUsage for an unknown service or a party outside
// 1–99; KindRefused with reason and next opening when an agency gives no
// numbers, when a service is done elsewhere, or when Number is taken.
func (d *Desk) CheckIn(ctx context.Context, c CheckIn) (Receipt, error) {
	if err := d.prepare(&c); err != nil {
		return Receipt{}, err
	}
	visit := d.newVisit(c.At, kindOf(c))
	visit.Party, visit.Priorities = c.Party, c.Priorities
	receipt := Receipt{}
	visitor, warnings := CleanIdentity(c.Visitor)
	receipt.Warnings = warnings
	if err := d.seal(&visit, visitor, &receipt); err != nil {
		return Receipt{}, err
	}
	err := d.store.Write(ctx, func(tx models.Tx) error { return d.admit(tx, c, &visit, &receipt) })
	if err != nil {
		return Receipt{}, err
	}
	receipt.Visit = visit
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
	for _, p := range c.Priorities {
		if !known(p) {
			return models.Misuse("checkin.priority", string(p))
		}
	}
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
	_, agency := d.Catalogue().Service(c.Errands[0].Service)
	if agency.TicketPrefix != prefix {
		return models.Misuse("checkin.number_of_other", c.Number, agency.ShortName, agency.TicketPrefix)
	}
	c.Number = models.TicketNumber(prefix, sequence)
	return nil
}

func known(p models.Priority) bool {
	for _, q := range models.Priorities {
		if p == q {
			return true
		}
	}
	return false
}

func (d *Desk) newVisit(at time.Time, kind models.VisitKind) models.Visit {
	return models.Visit{ID: d.newID(), Origin: d.origin(at), Kind: kind, ArrivedAt: at,
		RecordedAt: d.clock.Now(), Party: 1, Practice: d.practice}
}

// admit writes the visit and its tickets.
func (d *Desk) admit(tx models.Tx, c CheckIn, visit *models.Visit, receipt *Receipt) error {
	if err := d.warnWaiting(tx, visit, receipt); err != nil {
		return err
	}
	if err := tx.AddVisit(*visit); err != nil {
		return err
	}
	for _, errand := range c.Errands {
		service, agency := d.Catalogue().Service(errand.Service)
		if !service.IssuesTicket() {
			continue
		}
		issued, err := d.issue(tx, c, visit, errand, service, agency)
		if err != nil {
			return err
		}
		receipt.Tickets = append(receipt.Tickets, issued)
		visit.Tickets = append(visit.Tickets, issued.Ticket)
	}
	return nil
}

// warnWaiting points out that the same person waits already.
func (d *Desk) warnWaiting(tx models.Tx, visit *models.Visit, receipt *Receipt) error {
	for _, look := range []struct {
		by    models.IdentityField
		index string
	}{{models.ByNIK, visit.Identity.NIKIndex}, {models.ByPhone, visit.Identity.PhoneIndex}} {
		if look.index == "" {
			continue
		}
		numbers, err := tx.WaitingNumbers(visit.MallID, visit.BusinessDate, look.by, look.index)
		if err != nil {
			return err
		}
		if len(numbers) > 0 {
			receipt.Warnings = append(receipt.Warnings,
				Warning{string(look.by), models.Say("warn.already_waiting", strings.Join(numbers, ", "))})
			return nil
		}
	}
	return nil
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
	visit := d.newVisit(d.clock.Now(), models.VisitTurnedAway)
	visit.TurnedAway = why
	return d.record(ctx, visit, service)
}

func (d *Desk) record(ctx context.Context, visit models.Visit, service string) (models.Visit, error) {
	if s, _ := d.Catalogue().Service(service); s == nil && service != "" {
		return models.Visit{}, models.Misuse("checkin.unknown_service", service)
	}
	visit.Service = service
	err := d.store.Write(ctx, func(tx models.Tx) error { return tx.AddVisit(visit) })
	return visit, err
}

// Missed keeps the words of a search that found nothing.
func (d *Desk) Missed(ctx context.Context, words string) error {
	if words == "" {
		return nil
	}
	now := d.clock.Now()
	miss := models.SearchMiss{ID: d.newID(), Origin: d.origin(now), Words: words, At: now}
	return d.store.Write(ctx, func(tx models.Tx) error { return tx.AddMiss(miss) })
}
