package store_test

import (
	"testing"
	"time"
)

// unlikely tells whether who comes now for the lost card is warned that she
// will probably not be served.
func unlikely(t *testing.T, b *bench) bool {
	t.Helper()
	today, err := b.Today(t.Context(), b.now)
	if err != nil {
		t.Fatal(err)
	}
	offer, ok := b.Offer("DUK-02", today, b.now)
	if !ok || offer.Wait == nil {
		t.Fatalf("nothing can be told: %+v", offer)
	}
	return offer.Wait.Unlikely
}

func TestAnAgencyNeverSeenCallingSendsNobodyAwayInTheMorning(t *testing.T) {
	b := openDesk(t, 1)
	b.now = time.Date(2026, time.November, 23, 0, 5, 0, 0, time.UTC) // 08.05 WITA
	b.waiting(t, 2, "DUK-02")
	b.now = b.now.Add(50 * time.Minute)
	if unlikely(t, b) {
		t.Error("warned although three counters have the whole day")
	}
}

func TestWhoeverComesTooLateIsWarnedEvenByAnAgencyNeverSeenCalling(t *testing.T) {
	b := openDesk(t, 1)
	b.now = time.Date(2026, time.November, 23, 7, 10, 0, 0, time.UTC) // 15.10 WITA, 20 minutes before closing
	b.waiting(t, 12, "DUK-02")
	if !unlikely(t, b) {
		t.Error("not warned although twelve are before")
	}
}
