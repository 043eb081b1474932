package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/models"
)

// waiting checks visitors in, a minute apart, and returns their numbers.
func (b *bench) waiting(t testing.TB, n int, service string, groups ...models.Priority) []string {
	t.Helper()
	var list []string
	for range n {
		list = append(list, numbers(b.mustCheckIn(t, desk.CheckIn{Errands: errands(service), Priorities: groups}))...)
		b.now = b.now.Add(time.Minute)
	}
	return list
}

func (b *bench) mustNext(t testing.TB, counter string) desk.Called {
	t.Helper()
	called, err := b.Next(context.Background(), counter, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return called
}

// mustStep fails the test when a step was refused.
func mustStep(t testing.TB) func(models.Ticket, error) models.Ticket {
	return func(ticket models.Ticket, err error) models.Ticket {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return ticket
	}
}

func refusedWith(err error, key string) bool {
	var e *models.Error
	return errors.As(err, &e) && e.Kind == models.KindRefused && e.Says.Key == key
}

func TestNextCallsByArrivalWhateverCounterIsPrinted(t *testing.T) {
	b := openDesk(t, 1)
	want := b.waiting(t, 3, "DUK-02")
	for i, counter := range []string{"DUK-3", "DUK-1", "DUK-3"} {
		called := b.mustNext(t, counter)
		if called.Ticket.Number != want[i] || called.Ticket.AtCounter != counter || called.Ticket.State != models.TicketCalled {
			t.Errorf("call %d: %+v", i, called.Ticket)
		}
		if wait := time.Duration(3-i) * time.Minute; called.Waited != wait {
			t.Errorf("call %d: waited %v, want %v", i, called.Waited, wait)
		}
	}
}

func TestNextEndsWhatTheCounterHas(t *testing.T) {
	b := openDesk(t, 1)
	b.waiting(t, 3, "DUK-02")
	ctx := context.Background()
	first := b.mustNext(t, "DUK-1").Ticket
	mustStep(t)(b.Serve(ctx, desk.Step{Ticket: first.ID}))
	second := b.mustNext(t, "DUK-1")
	if len(second.Ended) != 1 || second.Ended[0].ID != first.ID || second.Ended[0].State != models.TicketDone {
		t.Errorf("ended %+v", second.Ended)
	}
	third := b.mustNext(t, "DUK-1")
	if third.Ended[0].ID != second.Ticket.ID || third.Ended[0].State != models.TicketNoShow || third.Ended[0].NoShows != 1 {
		t.Errorf("ended %+v", third.Ended)
	}
	last, err := b.Next(ctx, "DUK-1", time.Time{})
	if !refusedWith(err, "queue.empty") || len(last.Ended) != 1 {
		t.Fatalf("an empty queue gave %+v, %v", last, err)
	}
	if state, _ := stateOf(t, b, third.Ticket.ID); state != models.TicketNoShow {
		t.Errorf("the last one is %s", state)
	}
}

func TestUndoOfNextBringsBothTicketsBack(t *testing.T) {
	b := openDesk(t, 1)
	b.waiting(t, 2, "DUK-02")
	ctx := context.Background()
	first := mustStep(t)(b.Serve(ctx, desk.Step{Ticket: b.mustNext(t, "DUK-1").Ticket.ID}))
	second := b.mustNext(t, "DUK-1").Ticket
	if _, err := b.UndoStep(ctx, desk.Step{Ticket: second.Number}); err != nil {
		t.Fatal(err)
	}
	queue, err := b.Queue(ctx)
	if err != nil || len(queue.Active) != 2 || len(queue.Finished) != 0 {
		t.Fatalf("%+v, %v", queue, err)
	}
	if got := queue.Active[0]; got.State != models.TicketServing || got.AtCounter != "DUK-1" || !got.Since.Equal(first.Since) {
		t.Errorf("the first is %+v", got.Ticket)
	}
	if got := queue.Active[1]; got.State != models.TicketWaiting || got.AtCounter != "" || got.Calls != 0 {
		t.Errorf("the second is %+v", got.Ticket)
	}
	if queue.Calls["DUK-1"] != 1 {
		t.Errorf("calls %v", queue.Calls)
	}
	if _, err := b.UndoStep(ctx, desk.Step{Ticket: second.Number}); !refusedWith(err, "undo.nothing") {
		t.Errorf("twice: %v", err)
	}
}

func TestTheTicketsOfAnAgencyWithoutCallingCountAsHandedOver(t *testing.T) {
	b := openDesk(t, 1)
	mall, calls := directory.Sample(), false
	for i := range mall.Agencies {
		if mall.Agencies[i].Code == "SAM" {
			mall.Agencies[i].Calling = &calls
		}
	}
	ctx := context.Background()
	b.storeNow = b.storeNow.Add(time.Second)
	if err := b.store.ReplaceDirectory(ctx, mall); err != nil {
		t.Fatal(err)
	}
	kept, handed := b.waiting(t, 1, "DUK-02")[0], b.waiting(t, 1, "SAM-01")[0]
	if _, err := b.Next(ctx, "SAM-1", time.Time{}); !refusedWith(err, "queue.without_calling") {
		t.Errorf("next: %v", err)
	}
	queue, err := b.Queue(ctx)
	if err != nil || len(queue.Active) != 1 || queue.Active[0].Number != kept {
		t.Errorf("the queue shows %+v, %v", queue.Active, err)
	}
	today, err := b.Today(ctx, b.now)
	if err != nil || today.Demand["SAM"].Waiting != 0 || today.Demand["SAM"].Issued != 1 || today.Demand["DUK"].Waiting != 1 {
		t.Errorf("today: %+v, %v", today.Demand, err)
	}
	if err := b.Void(ctx, queue.Active[0].ID, "uji"); err != nil {
		t.Fatal(err)
	}
	sent := mustStep(t)(b.Transfer(ctx, desk.Step{Ticket: handed}, desk.Target{Service: "DUK-02"}))
	if called := b.mustNext(t, "DUK-1").Ticket; called.ID != sent.ID {
		t.Errorf("called %s, want %s that was sent on", called.Number, handed)
	}
}

func TestAVisitorWhoIsNeverThereLosesHerPlace(t *testing.T) {
	b := openDesk(t, 1)
	number, ctx := b.waiting(t, 1, "DUK-02")[0], context.Background()
	for i := range 3 {
		b.mustNext(t, "DUK-1")
		mustStep(t)(b.NoShow(ctx, desk.Step{Counter: "DUK-1"}))
		_, err := b.Return(ctx, desk.Step{Ticket: number})
		if i < 2 && err != nil || i == 2 && !refusedWith(err, "queue.too_many_no_shows") {
			t.Errorf("no-show %d: %v", i+1, err)
		}
	}
}

func TestATicketSentToACounterIsCalledThereOnly(t *testing.T) {
	b := openDesk(t, 1)
	list, ctx := b.waiting(t, 2, "DUK-02"), context.Background()
	sent := mustStep(t)(b.Transfer(ctx, desk.Step{Ticket: list[0]}, desk.Target{Counter: "DUK-3"}))
	if !sent.IssuedAt.Equal(monday) || sent.Number != list[0] {
		t.Errorf("the ticket became %+v", sent)
	}
	if called := b.mustNext(t, "DUK-1").Ticket.Number; called != list[1] {
		t.Errorf("counter 1 called %s", called)
	}
	if called := b.mustNext(t, "DUK-3").Ticket.Number; called != list[0] {
		t.Errorf("counter 3 called %s", called)
	}
}

func TestTheRefusalOfACounterNamesTheAgencyWhenNoServiceIsSaid(t *testing.T) {
	b := openDesk(t, 1)
	number, ctx := b.waiting(t, 1, "DUK-02")[0], context.Background()
	mustStep(t)(b.Transfer(ctx, desk.Step{Ticket: number}, desk.Target{Agency: "POS"}))
	_, err := b.Transfer(ctx, desk.Step{Ticket: number}, desk.Target{Counter: "DUK-2"})
	if says := models.SaysOf(err); says.Key != "queue.not_served_there" || says.Args[1] != "Pos" {
		t.Errorf("says %+v", says)
	}
}

func TestEveryChangeRaisesTheRevisionThatOthersPoll(t *testing.T) {
	b := openDesk(t, 1)
	b.waiting(t, 1, "DUK-02")
	ctx := context.Background()
	before, err := b.Revision(ctx)
	if err != nil {
		t.Fatal(err)
	}
	b.mustNext(t, "DUK-1")
	after, err := b.Revision(ctx)
	if err != nil || after <= before {
		t.Errorf("revision %d after %d, %v", after, before, err)
	}
	if still, _ := b.Revision(ctx); still != after {
		t.Errorf("it grew to %d by itself", still)
	}
}
