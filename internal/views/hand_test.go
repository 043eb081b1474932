package views

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
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
	raw, err := os.ReadFile("../directory/sample.json")
	require.NoError(t, err)
	var directory models.Directory
	require.NoError(t, json.Unmarshal(raw, &directory))
	f := &fakeDesk{now: monday, known: map[string][]desk.Returning{}, people: map[string]models.Identity{},
		voided: map[string]string{}, changed: map[string]string{},
		presence: map[string]models.AgencyPresence{}, waiting: map[string][]models.Ticket{}}
	f.Desk = desk.New(desk.Options{Clock: models.ClockFunc(func() time.Time { return f.now }), Directory: &directory,
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

// queue is the dispatcher of tests: work waits until it is drained.
type queue struct {
	waiting [][2]func()
	ticking map[int]func()
	started int
}

func (q *queue) run(work, done func()) { q.waiting = append(q.waiting, [2]func(){work, done}) }

func (q *queue) every(_ time.Duration, f func()) (stop func()) {
	if q.ticking == nil {
		q.ticking = map[int]func(){}
	}
	q.started++
	id := q.started
	q.ticking[id] = f
	return func() { delete(q.ticking, id) }
}

func (q *queue) drain() {
	for len(q.waiting) > 0 {
		next := q.waiting[0]
		q.waiting = q.waiting[1:]
		next[0]()
		next[1]()
	}
}

// hand works the window by keys alone, as a person at the desk does.
type hand struct {
	t    *testing.T
	p    *program
	desk *fakeDesk
	work *queue
	keys int // pressed, beyond words
}

func openWindow(t *testing.T, change ...func(*fakeDesk, *Options)) *hand {
	t.Helper()
	h := &hand{t: t, desk: newFakeDesk(t), work: &queue{}}
	o := Options{App: test.NewTempApp(t), Desk: h.desk, Language: text.Indonesian, Appearance: "light", dispatch: h.work}
	for _, c := range change {
		c(h.desk, &o)
	}
	p, err := newProgram(o)
	require.NoError(t, err)
	h.p = p
	p.window.Resize(fyne.NewSize(usualWidth, usualHeight))
	h.work.drain()
	return h
}

func (h *hand) canvas() fyne.Canvas { return h.p.window.Canvas() }
func (h *hand) r() *reception       { return h.p.reception }

func (h *hand) view() *receptionScreen {
	return h.p.screens[ScreenReception].(*receptionScreen)
}

// types types words where the focus is; a card reader does the same.
func (h *hand) types(words string) {
	for _, r := range words {
		h.canvas().Focused().TypedRune(r)
		h.work.drain()
	}
}

// press presses keys such as "Enter", "Ctrl+Z", "1".
func (h *hand) press(keys ...string) {
	for _, key := range keys {
		h.keys++
		h.pressOne(parseKey(key))
		h.work.drain()
	}
}

func (h *hand) pressOne(press kit.KeyPress) {
	focused := h.canvas().Focused()
	switch {
	case press == undoPress:
		h.shortcut(&fyne.ShortcutUndo{})
	case press.Modifiers&^fyne.KeyModifierShift != 0:
		h.shortcut(&desktop.CustomShortcut{KeyName: press.Name, Modifier: press.Modifiers})
	case press.Modifiers != 0: // the test driver does not tell what is held down
		h.p.press(press)
	default:
		if focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: press.Name})
		}
		if name := string(press.Name); len(name) == 1 {
			h.canvas().Focused().TypedRune(rune(name[0]))
		}
		if press.Name == fyne.KeySpace {
			h.canvas().Focused().TypedRune(' ')
		}
	}
}

func (h *hand) shortcut(s fyne.Shortcut) {
	if focused, ok := h.canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
		return
	}
	h.canvas().(interface{ TypedShortcut(fyne.Shortcut) }).TypedShortcut(s)
}

// at asserts where the next word would be typed.
func (h *hand) at(want spot) {
	h.t.Helper()
	require.Equal(h.t, want, h.r().spot)
	require.Equal(h.t, h.view().target(), h.canvas().Focused())
}
