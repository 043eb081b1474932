package store_test

import (
	"context"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// TestTheOrderShownIsTheOrderOfTheCalls has one counter call a whole queue and
// compares each call with what the screens said before it.
func TestTheOrderShownIsTheOrderOfTheCalls(t *testing.T) {
	b := openDesk(t, 1)
	for _, first := range []bool{false, true, true, false, true, true, true, false, false, true, false} {
		var groups []models.Priority
		if first {
			groups = []models.Priority{models.PriorityElderly}
		}
		b.waiting(t, 1, "DUK-11", groups...)
	}
	ctx := context.Background()
	queue, err := b.Queue(ctx)
	if err != nil {
		t.Fatal(err)
	}
	whole := b.CallOrder(queue.Active, nil)
	for i := range whole {
		if queue, err = b.Queue(ctx); err != nil {
			t.Fatal(err)
		}
		var waiting []models.QueuedTicket
		for _, q := range queue.Active {
			if q.State == models.TicketWaiting {
				waiting = append(waiting, q)
			}
		}
		next := b.NextAt("DUK-2", waiting, queue.Past)
		order := b.CallOrder(waiting, queue.Past)
		b.now = b.now.Add(time.Minute)
		called := b.mustNext(t, "DUK-2").Ticket.Number
		if waiting[next].Number != called || order[0].Number != called || whole[i].Number != called {
			t.Fatalf("call %d: %s, but said %s, %s and at first %s", i, called, waiting[next].Number, order[0].Number, whole[i].Number)
		}
	}
	if b.NextAt("DUK-2", nil, nil) != -1 {
		t.Error("somebody is next in an empty queue")
	}
}

func TestAVisitorIsBackBeforeHerParkingIsOver(t *testing.T) {
	b := openDesk(t, 1)
	numbers := b.waiting(t, 2, "DUK-02")
	ctx := context.Background()
	mustStep(t)(b.Park(ctx, desk.Step{Ticket: numbers[0]}, time.Hour))
	mustStep(t)(b.Return(ctx, desk.Step{Ticket: numbers[0]}))
	if called := b.mustNext(t, "DUK-1").Ticket.Number; called != numbers[0] {
		t.Errorf("called %s, want %s in her old place", called, numbers[0])
	}
}

func TestASecondServiceIsANumberOfTheSameVisit(t *testing.T) {
	b := openDesk(t, 1)
	b.waiting(t, 1, "DUK-02")
	first := b.mustNext(t, "DUK-1").Ticket
	ctx := context.Background()
	second, err := b.SecondService(ctx, desk.Step{Ticket: first.ID, Seen: first.LastEvent}, "SAM-01")
	if err != nil {
		t.Fatal(err)
	}
	if second.VisitID != first.VisitID || second.State != models.TicketWaiting || second.Agency.Code != "SAM" {
		t.Errorf("got %+v", second.Ticket)
	}
	mustStep(t)(b.Serve(ctx, desk.Step{Ticket: first.ID, Seen: first.LastEvent}))
	if _, err := b.SecondService(ctx, desk.Step{Ticket: first.ID, Seen: first.LastEvent}, "SAM-01"); !refusedWith(err, "queue.meanwhile") {
		t.Errorf("a ticket that went on meanwhile: %v", err)
	}
}
