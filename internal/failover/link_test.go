package failover_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

func TestAPCGoesOnAloneWithNumbersOfItsOwnBlockAndHandsThemOver(t *testing.T) {
	m := newMall(t)
	first, second := m.newPC(), m.newPC()
	defer func() { must(t, first.link.Close()); must(t, second.link.Close()) }()
	if a, b := first.checkIn("DUK-02"), second.checkIn("DUK-02"); a != "1A-001" || b != "1A-002" {
		t.Errorf("on the server: %s, %s", a, b)
	}
	must(t, first.tell())
	must(t, second.tell())
	postgres.Server().Stop(t, "immediate")
	a, b, c := first.checkIn("DUK-02"), second.checkIn("DUK-02"), second.checkIn("DUK-02")
	if a != "1A-2001" || b != "1A-3001" || c != "1A-3002" {
		t.Errorf("alone: %s, %s, %s", a, b, c)
	}
	if s := second.link.State(); !s.Alone || s.First != 3001 || s.Waiting != 2 {
		t.Errorf("the second PC stands %+v", s)
	}
	if err := first.link.ComeBack(context.Background()); err == nil {
		t.Error("came back to a server that is gone")
	}
	postgres.Server().Go(t)
	for _, p := range []*pc{first, second} {
		must(t, p.link.ComeBack(context.Background()))
		if p.link.Alone() {
			t.Error("still alone")
		}
	}
	if got := first.numbers(); len(got) != 5 || got["1A-3002"] != models.TicketWaiting {
		t.Errorf("the mall has %v", got)
	}
	if n := first.checkIn("DUK-02"); n != "1A-003" {
		t.Errorf("back at the server came %s", n)
	}
}

// tell looks at the mall once, as the window does, so that the copy is there.
func (p *pc) tell() error {
	_, err := p.link.Revision(context.Background())
	return err
}

func TestAPCThatStartsWithoutItsServerGoesOnWhereItWas(t *testing.T) {
	m := newMall(t)
	p := m.newPC()
	postgres.Server().Stop(t, "immediate")
	if n := p.checkIn("DUK-02"); n != "1A-2001" {
		t.Errorf("alone: %s", n)
	}
	p.restart()
	if n := p.checkIn("DUK-02"); n != "1A-2002" || !p.link.Alone() {
		t.Errorf("after a start without the server: %s", n)
	}
	stranger := &pc{mall: m, folder: t.TempDir()}
	if err := stranger.tryStart(); models.SaysOf(err).Key != "database.gone" {
		t.Errorf("a PC that was never connected: %v", err)
	}
	must(t, p.link.Close())
	postgres.Server().Go(t)
	p.start() // hands over what it finds
	if got := p.numbers(); len(got) != 2 || p.link.Alone() {
		t.Errorf("the mall has %v", got)
	}
	postgres.Server().Stop(t, "immediate")
	if n := p.checkIn("DUK-02"); n != "1A-2003" {
		t.Errorf("alone once more: %s", n)
	}
	if got := p.numbers(); len(got) != 1 {
		t.Errorf("what the mall has taken over is still in the own file: %v", got)
	}
	postgres.Server().Go(t)
	must(t, p.link.ComeBack(context.Background()))
	if got := p.numbers(); len(got) != 3 {
		t.Errorf("the mall has %v", got)
	}
	must(t, p.link.Close())
}

func TestAloneOnlyOwnNumbersAreCalledAndTheMallKeepsWhatCameOfThem(t *testing.T) {
	m := newMall(t)
	p, other := m.newPC(), m.newPC()
	ctx := context.Background()
	before := p.checkIn("DUK-02")
	called, err := p.desk.Next(ctx, "DUK-1", p.clock.Now())
	must(t, err)
	if called.Ticket.Number != before {
		t.Fatalf("called %s", called.Ticket.Number)
	}
	postgres.Server().Stop(t, "immediate")
	if _, err := p.desk.Serve(ctx, desk.Step{Ticket: before}); models.SaysOf(err).Key != "alone.on_server" {
		t.Errorf("a number of the server: %v", err)
	}
	first, second := p.checkIn("DUK-02"), p.checkIn("DUK-02")
	for range 2 {
		_, err := p.desk.Next(ctx, "DUK-1", p.clock.Now())
		must(t, err)
	}
	if _, err := p.desk.CheckIn(ctx, desk.CheckIn{Errands: []desk.Errand{{Service: "DUK-02"}}, Number: "1A-901", Force: "uji"}); models.SaysOf(err).Key != "alone.paper" {
		t.Errorf("a paper number: %v", err)
	}
	postgres.Server().Go(t)
	must(t, p.link.ComeBack(ctx))
	_ = other.tell() // finds that the server was away
	must(t, other.link.ComeBack(ctx))
	got := other.numbers()
	if got[before] != models.TicketNoShow || got[first] != models.TicketNoShow || got[second] != models.TicketCalled {
		t.Errorf("one visitor at a counter at a time: %v", got)
	}
	must(t, p.link.Close())
	must(t, other.link.Close())
}

// The same counter is used on two PCs that are both alone: the last call holds.
func TestTheLastCallToACounterHoldsInWhicheverOrderPCsHandOver(t *testing.T) {
	for _, order := range [][2]int{{0, 1}, {1, 0}} {
		m := newMall(t)
		pcs := [2]*pc{m.newPC(), m.newPC()}
		ctx := context.Background()
		postgres.Server().Stop(t, "immediate")
		var numbers [2]string
		for i, p := range pcs {
			numbers[i] = p.checkIn("DUK-02")
			_, err := p.desk.Next(ctx, "DUK-1", p.clock.Now())
			must(t, err)
		}
		postgres.Server().Go(t)
		for _, i := range order {
			must(t, pcs[i].link.ComeBack(ctx))
		}
		got := pcs[0].numbers()
		if got[numbers[0]] != models.TicketNoShow || got[numbers[1]] != models.TicketCalled {
			t.Errorf("in the order %v: %v", order, got)
		}
		for _, p := range pcs {
			must(t, p.link.Close())
		}
	}
}

func TestQuotasCountOnFromWhatTheMallHadIssued(t *testing.T) {
	m := newMall(t)
	p := m.newPC()
	for range 3 {
		p.checkIn("DUK-02")
	}
	m.clock.skip(time.Minute)
	p.restart() // a start makes the copy
	postgres.Server().Stop(t, "immediate")
	p.checkIn("DUK-02")
	demand, err := p.link.Demand(context.Background(), "MPP-6402", "2026-11-23")
	must(t, err)
	if demand["DUK"].Issued != 4 {
		t.Errorf("issued %v", demand)
	}
	postgres.Server().Go(t)
	must(t, p.link.Close())
}

func TestAWorkThatHangsLetsGoWhenTheServerIsFoundGone(t *testing.T) {
	m := newMall(t)
	p := m.newPC()
	ctx := context.Background()
	inside, done := make(chan struct{}), make(chan error)
	go func() {
		done <- p.link.Write(ctx, func(tx models.Tx) error {
			close(inside)
			postgres.Server().Stop(t, "immediate")
			_, err := tx.DirectoryStamp()
			return err
		})
	}()
	<-inside
	err := <-done
	if models.SaysOf(err).Key != "alone.fell" || !strings.Contains(err.Error(), "own file") || !p.link.Alone() {
		t.Errorf("got %v", err)
	}
	postgres.Server().Go(t)
	must(t, p.link.Close())
}

// A number that is held until the errand before it is over joins the line when
// the hand-over ends that one.
func TestAHeldNumberFollowsWhenTheHandOverEndsTheOneBefore(t *testing.T) {
	m := newMall(t)
	p, other := m.newPC(), m.newPC()
	ctx := context.Background()
	p.checkIn("DUK-02")
	_, err := p.desk.Next(ctx, "DUK-1", p.clock.Now())
	must(t, err)
	served, err := p.desk.Serve(ctx, desk.Step{Counter: "DUK-1"})
	must(t, err)
	held := m.hold(served, "SAM-01")
	postgres.Server().Stop(t, "immediate")
	p.checkIn("DUK-02")
	_, err = p.desk.Next(ctx, "DUK-1", p.clock.Now())
	must(t, err)
	postgres.Server().Go(t)
	must(t, p.link.ComeBack(ctx))
	_ = other.tell()
	must(t, other.link.ComeBack(ctx))
	if got := other.numbers(); got[served.Number] != models.TicketDone || got[held] != models.TicketWaiting {
		t.Errorf("the mall has %v", got)
	}
	must(t, p.link.Close())
	must(t, other.link.Close())
}

// hold stores a number at the mall that waits for another one to be over.
func (m *mall) hold(before models.Ticket, service string) string {
	m.Helper()
	ctx := context.Background()
	shared, err := store.OpenServer(ctx, m.url, "", m.clock)
	must(m, err)
	held := before
	held.ID, held.Service, held.Agency, held.Prefix, held.Sequence, held.Number = newID(), service, "SAM", "1E", 7, "1E-007"
	held.State, held.Follows, held.ParkedUntil, held.AtCounter = models.TicketParked, before.ID, m.clock.Now().Add(5*time.Hour), ""
	event := models.TicketEvent{ID: newID(), Origin: held.Origin, TicketID: held.ID, Kind: models.EventIssued, State: held.State, At: m.clock.Now()}
	held.LastEvent = event.ID
	must(m, shared.Write(ctx, func(tx models.Tx) error {
		if err := tx.AddTicket(held); err != nil {
			return err
		}
		return tx.AddEvent(event)
	}))
	must(m, shared.Close())
	return held.Number
}
