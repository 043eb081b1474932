package models

import (
	"testing"
	"time"
)

// events builds the events of a ticket with spans of 1, 3, 5, 7 … minutes.
func events(kinds ...TicketEvent) []TicketEvent {
	start := time.Date(2026, time.November, 23, 1, 0, 0, 0, time.UTC)
	for i := range kinds {
		kinds[i].ID = string(rune('a' + i))
		kinds[i].At = start.Add(time.Duration(i*i) * time.Minute)
	}
	return kinds
}

func TestTheTimesOfATicketAreSumsOfItsEvents(t *testing.T) {
	list := events(
		TicketEvent{Kind: EventIssued, State: TicketWaiting},
		TicketEvent{Kind: EventCalled, State: TicketCalled},
		TicketEvent{Kind: EventNoShow, State: TicketNoShow},
		TicketEvent{Kind: EventReturned, State: TicketWaiting},
		TicketEvent{Kind: EventCalled, State: TicketCalled},
		TicketEvent{Kind: EventServed, State: TicketServing},
		TicketEvent{Kind: EventDone, State: TicketDone},
	)
	got := SpentBy(list, list[6].At.Add(time.Hour))
	want := Spent{Waiting: 8 * time.Minute, Walking: 12 * time.Minute, Serving: 11 * time.Minute, Absent: 5 * time.Minute}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got.Transaction() != 23*time.Minute {
		t.Errorf("the transactions took %v", got.Transaction())
	}
}

func TestWhatWasTakenBackCountsAsIfItHadNeverBeen(t *testing.T) {
	list := events(
		TicketEvent{Kind: EventIssued, State: TicketWaiting},
		TicketEvent{Kind: EventCalled, State: TicketCalled},
		TicketEvent{Kind: EventRestored, State: TicketWaiting, Undoes: "b"},
		TicketEvent{Kind: EventCalled, State: TicketCalled},
	)
	if got := SpentBy(list, list[3].At); got != (Spent{Waiting: 9 * time.Minute}) {
		t.Errorf("got %+v", got)
	}
}

func TestAVisitorWaitsAgainOnceHerParkingIsOver(t *testing.T) {
	list := events(
		TicketEvent{Kind: EventIssued, State: TicketWaiting},
		TicketEvent{Kind: EventParked, State: TicketParked},
		TicketEvent{Kind: EventCalled, State: TicketCalled},
	)
	list[2].Before.ParkedUntil = list[1].At.Add(time.Minute)
	if got := SpentBy(list, list[2].At); got != (Spent{Waiting: 3 * time.Minute, Parked: time.Minute}) {
		t.Errorf("got %+v", got)
	}
}
