package stagetest

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

// Monday is a morning on which most agencies of the sample are open.
var Monday = time.Date(2026, time.November, 23, 9, 12, 0, 0, time.FixedZone("WITA", 8*3600))

// Desk finds and offers like the real desk and writes down what it was
// asked to record.
type Desk struct {
	Printer *Printer // nil: none
	*desk.Desk
	Clock time.Time

	Chosen     []string
	Known      map[string][]desk.Returning // by NIK or phone as typed
	Identities map[string]models.Identity  // by visit
	Refuse     error
	Unread     error // of the store, when it is asked who somebody is

	CheckIns    []desk.CheckIn
	Asked       []string
	ByPhone     []bool
	Turned      []models.TurnedAway
	MissedWords []string
	Undone      []string
	Voided      map[string]string
	Changed     map[string]string
	Restored    []string
	Issued      []desk.Issued
	Reads       int
	Revised     int64

	Presence  map[string]models.AgencyPresence
	Marks     []desk.PresenceMark
	Unmarked  []models.Presence
	WaitingAt map[string][]models.Ticket
	Parked    []string // numbers with until when
	Sent      []string // numbers with where to
	Stepped   []string // tickets of which a step was undone
}

// NewDesk is a desk of the sample's mall on a Monday morning.
func NewDesk(t *testing.T) *Desk {
	t.Helper()
	f := &Desk{Clock: Monday, Known: map[string][]desk.Returning{}, Identities: map[string]models.Identity{},
		Voided: map[string]string{}, Changed: map[string]string{},
		Presence: map[string]models.AgencyPresence{}, WaitingAt: map[string][]models.Ticket{}}
	f.Desk = desk.New(desk.Options{Clock: models.ClockFunc(func() time.Time { return f.Clock }), Directory: directory.Sample(),
		Self: models.Desk{Number: 1}, NewID: func() string { return "id" }})
	return f
}

func (f *Desk) Today(_ context.Context, at time.Time) (desk.Today, error) {
	f.Reads++
	demand := map[string]models.Demand{}
	for _, t := range f.Issued {
		d := demand[t.Ticket.Agency]
		d.Issued++
		demand[t.Ticket.Agency] = d
	}
	for agency, tickets := range f.WaitingAt {
		demand[agency] = models.Demand{Issued: len(tickets), Waiting: len(tickets)}
	}
	return desk.Today{BusinessDate: f.BusinessDate(at), Demand: demand, Presence: maps.Clone(f.Presence)}, nil
}

func (f *Desk) Revision(context.Context) (int64, error) { return f.Revised, f.Unread }

func (f *Desk) Favourites(_ context.Context, _ int, today desk.Today, at time.Time) ([]desk.Offer, error) {
	f.Reads++
	var offers []desk.Offer
	for _, code := range f.Chosen {
		if offer, ok := f.Offer(code, today, at); ok {
			offers = append(offers, offer)
		}
	}
	return offers, nil
}

func (f *Desk) CheckIn(_ context.Context, c desk.CheckIn) (desk.Receipt, error) {
	if f.Refuse != nil {
		return desk.Receipt{}, f.Refuse
	}
	f.CheckIns = append(f.CheckIns, c)
	receipt := desk.Receipt{Visit: models.Visit{ID: fmt.Sprintf("visit-%d", len(f.CheckIns)), Kind: models.VisitService}}
	if c.Guest {
		receipt.Visit.Kind = models.VisitGuest
	}
	for _, e := range c.Errands {
		offer, _ := f.Offer(e.Service, desk.Today{}, f.Clock)
		if offer.Service.IssuesTicket() {
			receipt.Tickets = append(receipt.Tickets, f.Issue(offer))
		}
	}
	return receipt, nil
}

// Issue gives the next number of an offer.
func (f *Desk) Issue(o desk.Offer) desk.Issued {
	n := len(f.Issued) + 1
	issued := desk.Issued{Agency: o.Agency, Service: o.Service, Counter: o.Counter, Way: f.Way(o.Counter), IssuedToday: n,
		Ticket: models.Ticket{ID: fmt.Sprintf("ticket-%d", n), Number: models.TicketNumber(o.Agency.TicketPrefix, n),
			Agency: o.Agency.Code, Service: o.Service.Code, State: models.TicketWaiting, IssuedAt: f.Clock}}
	f.Issued = append(f.Issued, issued)
	return issued
}

func (f *Desk) Ask(_ context.Context, service string, byPhone bool) (models.Visit, error) {
	f.Asked, f.ByPhone = append(f.Asked, service), append(f.ByPhone, byPhone)
	return models.Visit{ID: "asked"}, f.Refuse
}

func (f *Desk) TurnAway(_ context.Context, _ string, why models.TurnedAway) (models.Visit, error) {
	f.Turned = append(f.Turned, why)
	return models.Visit{ID: "turned"}, f.Refuse
}

func (f *Desk) Missed(_ context.Context, words string) error {
	f.MissedWords = append(f.MissedWords, words)
	return nil
}

func (f *Desk) Undo(_ context.Context, visitID string) error {
	f.Undone = append(f.Undone, visitID)
	return f.Refuse
}

func (f *Desk) Void(_ context.Context, ticketID, reason string) error {
	f.Voided[ticketID] = reason
	return f.Refuse
}

func (f *Desk) UndoVoid(_ context.Context, ticketID string) error {
	f.Restored = append(f.Restored, ticketID)
	return f.Refuse
}

func (f *Desk) UndoChange(_ context.Context, oldID, newID string) error {
	f.Restored = append(f.Restored, newID+" to "+oldID)
	return f.Refuse
}

func (f *Desk) ChangeService(_ context.Context, ticketID, service string) (desk.Receipt, error) {
	f.Changed[ticketID] = service
	offer, _ := f.Offer(service, desk.Today{}, f.Clock)
	return desk.Receipt{Tickets: []desk.Issued{f.Issue(offer)}}, f.Refuse
}

func (f *Desk) LastTickets(context.Context, int) ([]desk.Issued, error) {
	f.Reads++
	var list []desk.Issued
	for i := len(f.Issued) - 1; i >= 0; i-- {
		issued := f.Issued[i]
		if f.Voided[issued.ID] != "" {
			issued.State = models.TicketVoided
		}
		list = append(list, issued)
	}
	return list, nil
}

func (f *Desk) Returning(_ context.Context, _ models.IdentityField, typed string) ([]desk.Returning, error) {
	f.Reads++
	return f.Known[typed], f.Unread
}

func (f *Desk) MarkPresence(_ context.Context, m desk.PresenceMark) (desk.MarkedPresence, error) {
	if f.Refuse != nil {
		return desk.MarkedPresence{}, f.Refuse
	}
	f.Marks = append(f.Marks, m)
	mark := models.Presence{ID: fmt.Sprint(len(f.Marks)), Agency: m.Agency, Counter: m.Counter, State: m.State,
		Reason: m.Reason, Until: m.Until, At: f.Clock, RecordedAt: f.Clock}
	known := f.Presence[m.Agency]
	if m.Counter == "" {
		known.Presence = mark
	} else {
		known.Counters = maps.Clone(known.Counters)
		if known.Counters == nil {
			known.Counters = map[string]models.Presence{}
		}
		known.Counters[m.Counter] = mark
	}
	f.Presence[m.Agency] = known
	return desk.MarkedPresence{Presence: mark, Affected: f.WaitingAt[m.Agency]}, nil
}

func (f *Desk) UndoPresence(_ context.Context, mark models.Presence) error {
	if f.Refuse != nil {
		return f.Refuse
	}
	f.Unmarked = append(f.Unmarked, mark)
	delete(f.Presence, mark.Agency)
	return nil
}

func (f *Desk) ParkTogether(_ context.Context, tickets []models.Ticket, until time.Time) ([]models.Ticket, error) {
	for _, t := range tickets {
		f.Parked = append(f.Parked, t.Number+until.Format(" 15.04"))
	}
	return tickets, f.Refuse
}

func (f *Desk) TransferTogether(_ context.Context, tickets []models.Ticket, to desk.Target) ([]models.Ticket, error) {
	for _, t := range tickets {
		f.Sent = append(f.Sent, t.Number+" "+to.Service+to.Counter)
	}
	return tickets, f.Refuse
}

func (f *Desk) UndoStep(_ context.Context, s desk.Step) ([]models.Ticket, error) {
	f.Stepped = append(f.Stepped, s.Ticket)
	return nil, f.Refuse
}

func (f *Desk) Waiting(_ context.Context, agency string) ([]models.Ticket, error) {
	return f.WaitingAt[agency], nil
}

func (f *Desk) Reveal(_ context.Context, visitID, _ string) (models.Identity, error) {
	id, ok := f.Identities[visitID]
	if !ok {
		return id, errors.New("no such visit")
	}
	return id, nil
}

func (f *Desk) Prints() bool { return f.Printer != nil }

func (f *Desk) PrinterState(context.Context) models.PrinterState { return f.Printer.State }

func (f *Desk) Print(_ context.Context, tickets []desk.Issued) (models.Phrase, error) {
	for _, t := range tickets {
		f.Printer.Printed = append(f.Printer.Printed, t.Number)
	}
	return f.Printer.Unprinted, nil
}

func (f *Desk) Reprint(_ context.Context, ticket string) (desk.Issued, error) {
	f.Printer.Copies = append(f.Printer.Copies, ticket)
	return desk.Issued{}, nil
}

func (f *Desk) SettlePrints(context.Context) error { return nil }

// Printer is the printer of a Desk.
type Printer struct {
	State     models.PrinterState
	Unprinted models.Phrase
	Printed   []string
	Copies    []string
}
