package store_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// The police report comes before the identity card that was lost.
var withReport = []string{"DUK-02", "POL-06"}

// comeWith checks a visitor in and gives her tickets by service.
func (b *bench) comeWith(t testing.TB, c desk.CheckIn) (desk.Receipt, map[string]models.Ticket) {
	t.Helper()
	r, err := b.CheckIn(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]models.Ticket{}
	for _, issued := range r.Tickets {
		by[issued.Ticket.Service] = issued.Ticket
	}
	return r, by
}

// served takes a ticket to its counter and through its service.
func (b *bench) served(t testing.TB, id, counter string) {
	t.Helper()
	ctx, step := context.Background(), desk.Step{Ticket: id, Counter: counter}
	_, err := b.Call(ctx, step)
	if err == nil {
		_, err = b.Serve(ctx, step)
	}
	if err == nil {
		_, err = b.Done(ctx, step)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func (b *bench) stateOf(t testing.TB, id string) models.TicketState { return b.ticket(t, id).State }

func TestANumberThatNeedsAnotherErrandWaitsOnceThatIsDone(t *testing.T) {
	b := openDesk(t, 1)
	r, by := b.comeWith(t, desk.CheckIn{Errands: errands(withReport...)})
	card, police := by["DUK-02"], by["POL-06"]
	if r.Tickets[0].ID != police.ID || police.State != models.TicketWaiting {
		t.Errorf("first comes %s, %s", r.Tickets[0].Number, police.State)
	}
	if !card.Held() || card.Follows != police.ID || r.Tickets[1].Before != police.Number {
		t.Fatalf("the card's number is %s and follows %q", card.State, card.Follows)
	}
	if _, err := b.Next(context.Background(), "DUK-1", b.now); models.KindOf(err) != models.KindRefused {
		t.Errorf("it was called before its turn: %v", err)
	}
	b.served(t, police.ID, police.Counter)
	if got := b.stateOf(t, card.ID); got != models.TicketWaiting {
		t.Errorf("after the report it is %s", got)
	}
	if _, err := b.UndoStep(context.Background(), desk.Step{Ticket: police.ID}); err != nil {
		t.Fatal(err)
	}
	if got := b.ticket(t, card.ID); !got.Held() || got.Follows != police.ID {
		t.Errorf("after the undo it is %s", got.State)
	}
}

func TestAVisitTakenBackVoidsItsHeldNumbers(t *testing.T) {
	b := openDesk(t, 1)
	r, by := b.comeWith(t, desk.CheckIn{Errands: errands(withReport...)})
	if err := b.Undo(context.Background(), r.Visit.ID); err != nil {
		t.Fatal(err)
	}
	for service, ticket := range by {
		if got := b.stateOf(t, ticket.ID); got != models.TicketVoided {
			t.Errorf("%s is %s", service, got)
		}
	}
}

func TestANumberWhoseErrandBeforeIsVoidedWaits(t *testing.T) {
	b := openDesk(t, 1)
	_, by := b.comeWith(t, desk.CheckIn{Errands: errands(withReport...)})
	if err := b.Void(context.Background(), by["POL-06"].ID, "sudah punya surat"); err != nil {
		t.Fatal(err)
	}
	if got := b.stateOf(t, by["DUK-02"].ID); got != models.TicketWaiting {
		t.Errorf("it is %s", got)
	}
}

func TestANumberWhoseErrandBeforeIsGivenUpWaits(t *testing.T) {
	b := openDesk(t, 1)
	_, by := b.comeWith(t, desk.CheckIn{Errands: errands(withReport...)})
	step := desk.Step{Ticket: by["POL-06"].ID, Counter: by["POL-06"].Counter}
	for i := range modelNoShows + 1 {
		if i > 0 {
			if _, err := b.Return(context.Background(), step); err != nil {
				t.Fatal(err)
			}
		}
		if got := b.stateOf(t, by["DUK-02"].ID); got != models.TicketParked {
			t.Errorf("after %d no-shows it is %s", i, got)
		}
		_, err := b.Call(context.Background(), step)
		if err == nil {
			_, err = b.NoShow(context.Background(), step)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if got := b.stateOf(t, by["DUK-02"].ID); got != models.TicketWaiting {
		t.Errorf("once the report was given up it is %s", got)
	}
}

func TestAHeldNumberJoinsTheLineBeforeClosingAndByHand(t *testing.T) {
	b := openDesk(t, 1)
	_, by := b.comeWith(t, desk.CheckIn{Errands: errands(withReport...)})
	card := by["DUK-02"]
	back, err := b.Return(context.Background(), desk.Step{Ticket: card.ID})
	if err != nil || back.State != models.TicketWaiting || back.Follows != "" {
		t.Errorf("%s %q, %v", back.State, back.Follows, err)
	}
	_, by = b.comeWith(t, desk.CheckIn{Errands: errands(withReport...)})
	b.now = by["DUK-02"].ParkedUntil
	if called, err := b.Next(context.Background(), "DUK-1", b.now); err != nil || called.Ticket.ID != card.ID {
		t.Fatalf("%s, %v", called.Ticket.Number, err)
	}
	if called, err := b.Next(context.Background(), "DUK-1", b.now); err != nil || called.Ticket.ID != by["DUK-02"].ID {
		t.Errorf("%s, %v", called.Ticket.Number, err)
	}
}

func TestTheVisitorMayInsistOnAnOrderThatNoResultForbids(t *testing.T) {
	b := openDesk(t, 1)
	for _, c := range []struct {
		first string
		want  []string
	}{{"SAM-01", []string{"SAM-01", "DUK-01"}}, {"DUK-01", []string{"DUK-01", "SAM-01"}}} {
		r, _ := b.comeWith(t, desk.CheckIn{Errands: errands("DUK-01", "SAM-01"), First: []string{c.first}})
		if got := []string{r.Tickets[0].Ticket.Service, r.Tickets[1].Ticket.Service}; !slices.Equal(got, c.want) {
			t.Errorf("first %s: %v", c.first, got)
		}
	}
	r, _ := b.comeWith(t, desk.CheckIn{Errands: errands(withReport...), First: []string{"DUK-02"}})
	if r.Tickets[0].Ticket.Service != "POL-06" {
		t.Error("the card was put before the report that it needs")
	}
}

func TestWhenAnAgencyGoesAwayItsVisitorsGoElsewhereFirst(t *testing.T) {
	b := openDesk(t, 1)
	r, by := b.comeWith(t, desk.CheckIn{Errands: errands("DUK-01", "SAM-01")})
	held := r.Tickets[1].Ticket
	if !held.Held() {
		t.Fatalf("nobody is held: %v", by)
	}
	first := r.Tickets[0].Ticket.Agency
	marked := b.mark(t, absent(first))
	if len(marked.Freed) != 1 || marked.Freed[0].ID != held.ID || b.stateOf(t, held.ID) != models.TicketWaiting {
		t.Errorf("%v were freed", marked.Freed)
	}
	_, by = b.comeWith(t, desk.CheckIn{Errands: errands(withReport...), Force: "uji"})
	if marked := b.mark(t, absent("POL")); len(marked.Freed) != 0 || !b.ticket(t, by["DUK-02"].ID).Held() {
		t.Error("a number was freed without the result that it needs")
	}
}

// ticket reads one as it is stored.
func (b *bench) ticket(t testing.TB, id string) models.Ticket {
	t.Helper()
	var ticket models.Ticket
	err := b.store.Write(context.Background(), func(tx models.Tx) (err error) {
		ticket, err = tx.Ticket(id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return ticket
}

func TestTheDisplaySendsAVisitorToTheFirstOfSeveralErrands(t *testing.T) {
	b := openDesk(t, 1)
	_, by := b.comeWith(t, desk.CheckIn{Errands: errands(withReport...)})
	issued, ok, err := b.JustIssued(context.Background(), time.Minute)
	if err != nil || !ok || issued.ID != by["POL-06"].ID {
		t.Errorf("%s, %v, %v", issued.Number, ok, err)
	}
}
