package views

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/models"
)

// monday is a morning on which most agencies of the sample are open.
var monday = time.Date(2026, time.November, 23, 9, 12, 0, 0, time.FixedZone("WITA", 8*3600))

// fakeDesk finds and offers like the real desk and writes down what it was
// asked to record.
type fakeDesk struct {
	printer *fakePrinter // nil: none
	*desk.Desk
	now time.Time

	favourites []string
	known      map[string][]desk.Returning // by NIK or phone as typed
	people     map[string]models.Identity  // by visit
	refuse     error
	unread     error // of the store, when it is asked who somebody is

	checkIns []desk.CheckIn
	asked    []string
	byPhone  []bool
	turned   []models.TurnedAway
	missed   []string
	undone   []string
	voided   map[string]string
	changed  map[string]string
	restored []string
	issued   []desk.Issued
	reads    int
	revision int64

	presence map[string]models.AgencyPresence
	marks    []desk.PresenceMark
	unmarked []models.Presence
	waiting  map[string][]models.Ticket
	parked   []string // numbers with until when
	sent     []string // numbers with where to
	stepped  []string // tickets of which a step was undone
}

func newFakeDesk(t *testing.T) *fakeDesk {
	t.Helper()
	f := &fakeDesk{now: monday, known: map[string][]desk.Returning{}, people: map[string]models.Identity{},
		voided: map[string]string{}, changed: map[string]string{},
		presence: map[string]models.AgencyPresence{}, waiting: map[string][]models.Ticket{}}
	f.Desk = desk.New(desk.Options{Clock: models.ClockFunc(func() time.Time { return f.now }), Directory: directory.Sample(),
		Self: models.Desk{Number: 1}, NewID: func() string { return "id" }})
	return f
}

func (f *fakeDesk) Today(_ context.Context, at time.Time) (desk.Today, error) {
	f.reads++
	demand := map[string]models.Demand{}
	for _, t := range f.issued {
		d := demand[t.Ticket.Agency]
		d.Issued++
		demand[t.Ticket.Agency] = d
	}
	for agency, tickets := range f.waiting {
		demand[agency] = models.Demand{Issued: len(tickets), Waiting: len(tickets)}
	}
	return desk.Today{BusinessDate: f.BusinessDate(at), Demand: demand, Presence: maps.Clone(f.presence)}, nil
}

func (f *fakeDesk) Revision(context.Context) (int64, error) { return f.revision, f.unread }

func (f *fakeDesk) Favourites(_ context.Context, _ int, today desk.Today, at time.Time) ([]desk.Offer, error) {
	f.reads++
	var offers []desk.Offer
	for _, code := range f.favourites {
		if offer, ok := f.Offer(code, today, at); ok {
			offers = append(offers, offer)
		}
	}
	return offers, nil
}

func (f *fakeDesk) CheckIn(_ context.Context, c desk.CheckIn) (desk.Receipt, error) {
	if f.refuse != nil {
		return desk.Receipt{}, f.refuse
	}
	f.checkIns = append(f.checkIns, c)
	receipt := desk.Receipt{Visit: models.Visit{ID: fmt.Sprintf("visit-%d", len(f.checkIns)), Kind: models.VisitService}}
	if c.Guest {
		receipt.Visit.Kind = models.VisitGuest
	}
	for _, e := range c.Errands {
		offer, _ := f.Offer(e.Service, desk.Today{}, f.now)
		if offer.Service.IssuesTicket() {
			receipt.Tickets = append(receipt.Tickets, f.issue(offer))
		}
	}
	return receipt, nil
}

func (f *fakeDesk) issue(o desk.Offer) desk.Issued {
	n := len(f.issued) + 1
	issued := desk.Issued{Agency: o.Agency, Service: o.Service, Counter: o.Counter, Way: f.Way(o.Counter), IssuedToday: n,
		Ticket: models.Ticket{ID: fmt.Sprintf("ticket-%d", n), Number: models.TicketNumber(o.Agency.TicketPrefix, n),
			Agency: o.Agency.Code, Service: o.Service.Code, State: models.TicketWaiting, IssuedAt: f.now}}
	f.issued = append(f.issued, issued)
	return issued
}

func (f *fakeDesk) Ask(_ context.Context, service string, byPhone bool) (models.Visit, error) {
	f.asked, f.byPhone = append(f.asked, service), append(f.byPhone, byPhone)
	return models.Visit{ID: "asked"}, f.refuse
}

func (f *fakeDesk) TurnAway(_ context.Context, _ string, why models.TurnedAway) (models.Visit, error) {
	f.turned = append(f.turned, why)
	return models.Visit{ID: "turned"}, f.refuse
}

func (f *fakeDesk) Missed(_ context.Context, words string) error {
	f.missed = append(f.missed, words)
	return nil
}

func (f *fakeDesk) Undo(_ context.Context, visitID string) error {
	f.undone = append(f.undone, visitID)
	return f.refuse
}

func (f *fakeDesk) Void(_ context.Context, ticketID, reason string) error {
	f.voided[ticketID] = reason
	return f.refuse
}

func (f *fakeDesk) UndoVoid(_ context.Context, ticketID string) error {
	f.restored = append(f.restored, ticketID)
	return f.refuse
}

func (f *fakeDesk) UndoChange(_ context.Context, oldID, newID string) error {
	f.restored = append(f.restored, newID+" to "+oldID)
	return f.refuse
}

func (f *fakeDesk) ChangeService(_ context.Context, ticketID, service string) (desk.Receipt, error) {
	f.changed[ticketID] = service
	offer, _ := f.Offer(service, desk.Today{}, f.now)
	return desk.Receipt{Tickets: []desk.Issued{f.issue(offer)}}, f.refuse
}

func (f *fakeDesk) LastTickets(context.Context, int) ([]desk.Issued, error) {
	f.reads++
	var list []desk.Issued
	for i := len(f.issued) - 1; i >= 0; i-- {
		issued := f.issued[i]
		if f.voided[issued.ID] != "" {
			issued.State = models.TicketVoided
		}
		list = append(list, issued)
	}
	return list, nil
}

func (f *fakeDesk) Returning(_ context.Context, _ models.IdentityField, typed string) ([]desk.Returning, error) {
	f.reads++
	return f.known[typed], f.unread
}

func (f *fakeDesk) MarkPresence(_ context.Context, m desk.PresenceMark) (desk.MarkedPresence, error) {
	if f.refuse != nil {
		return desk.MarkedPresence{}, f.refuse
	}
	f.marks = append(f.marks, m)
	mark := models.Presence{ID: fmt.Sprint(len(f.marks)), Agency: m.Agency, Counter: m.Counter, State: m.State,
		Reason: m.Reason, Until: m.Until, At: f.now, RecordedAt: f.now}
	known := f.presence[m.Agency]
	if m.Counter == "" {
		known.Presence = mark
	} else {
		known.Counters = maps.Clone(known.Counters)
		if known.Counters == nil {
			known.Counters = map[string]models.Presence{}
		}
		known.Counters[m.Counter] = mark
	}
	f.presence[m.Agency] = known
	return desk.MarkedPresence{Presence: mark, Affected: f.waiting[m.Agency]}, nil
}

func (f *fakeDesk) UndoPresence(_ context.Context, mark models.Presence) error {
	if f.refuse != nil {
		return f.refuse
	}
	f.unmarked = append(f.unmarked, mark)
	delete(f.presence, mark.Agency)
	return nil
}

func (f *fakeDesk) ParkTogether(_ context.Context, tickets []models.Ticket, until time.Time) ([]models.Ticket, error) {
	for _, t := range tickets {
		f.parked = append(f.parked, t.Number+until.Format(" 15.04"))
	}
	return tickets, f.refuse
}

func (f *fakeDesk) TransferTogether(_ context.Context, tickets []models.Ticket, to desk.Target) ([]models.Ticket, error) {
	for _, t := range tickets {
		f.sent = append(f.sent, t.Number+" "+to.Service+to.Counter)
	}
	return tickets, f.refuse
}

func (f *fakeDesk) UndoStep(_ context.Context, s desk.Step) ([]models.Ticket, error) {
	f.stepped = append(f.stepped, s.Ticket)
	return nil, f.refuse
}

func (f *fakeDesk) Waiting(_ context.Context, agency string) ([]models.Ticket, error) {
	return f.waiting[agency], nil
}

func (f *fakeDesk) Reveal(_ context.Context, visitID, _ string) (models.Identity, error) {
	id, ok := f.people[visitID]
	if !ok {
		return id, errors.New("no such visit")
	}
	return id, nil
}

func (f *fakeDesk) Prints() bool { return f.printer != nil }

func (f *fakeDesk) PrinterState(context.Context) models.PrinterState { return f.printer.state }

func (f *fakeDesk) Print(_ context.Context, tickets []desk.Issued) (models.Phrase, error) {
	for _, t := range tickets {
		f.printer.printed = append(f.printer.printed, t.Number)
	}
	return f.printer.unprinted, nil
}

func (f *fakeDesk) Reprint(_ context.Context, ticket string) (desk.Issued, error) {
	f.printer.copies = append(f.printer.copies, ticket)
	return desk.Issued{}, nil
}

func (f *fakeDesk) SettlePrints(context.Context) error { return nil }

// fakePrinter is the printer of a fakeDesk.
type fakePrinter struct {
	state     models.PrinterState
	unprinted models.Phrase
	printed   []string
	copies    []string
}
