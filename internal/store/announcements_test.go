package store_test

import (
	"slices"
	"testing"
	"time"

	"frontdesk/internal/desk"
)

// heard is what the hall learns since an instant: number and counter.
func (b *bench) heard(t *testing.T, since time.Time) []string {
	t.Helper()
	list, err := b.Announcements(t.Context(), since)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, a := range list {
		words = append(words, a.Number+" "+a.Counter)
	}
	return words
}

func TestTheHallHearsCallsAndRecallsInTheirOrder(t *testing.T) {
	b := openDesk(t, 1)
	b.waiting(t, 3, "DUK-02")
	first := b.mustNext(t, "DUK-1").Ticket
	b.now = b.now.Add(time.Minute)
	mustStep(t)(b.Recall(t.Context(), desk.Step{Ticket: first.ID}))
	b.now = b.now.Add(time.Minute)
	later := b.now
	b.mustNext(t, "DUK-3")
	if got := b.heard(t, time.Time{}); !slices.Equal(got, []string{"1A-001 DUK-1", "1A-001 DUK-1", "1A-002 DUK-3"}) {
		t.Errorf("heard %v", got)
	}
	if got := b.heard(t, later); !slices.Equal(got, []string{"1A-002 DUK-3"}) {
		t.Errorf("later: %v", got)
	}
}

func TestACallThatIsTakenBackIsNotHeard(t *testing.T) {
	b := openDesk(t, 1)
	b.waiting(t, 1, "DUK-02")
	called := b.mustNext(t, "DUK-1").Ticket
	if _, err := b.UndoStep(t.Context(), desk.Step{Ticket: called.ID, Counter: "DUK-1"}); err != nil {
		t.Fatal(err)
	}
	if got := b.heard(t, time.Time{}); len(got) > 0 {
		t.Errorf("heard %v", got)
	}
}

func TestTheNumberJustGivenIsShownForAWhile(t *testing.T) {
	b := openDesk(t, 1)
	receipt := b.mustCheckIn(t, lostCard)
	shown := func() bool {
		issued, ok, err := b.JustIssued(t.Context(), 12*time.Second)
		if err != nil || ok && (issued.Number != "1A-001" || issued.Visitor.Name != "") {
			t.Errorf("got %+v, %v", issued, err)
		}
		return ok
	}
	if !shown() {
		t.Error("not shown at once")
	}
	b.now = monday.Add(13 * time.Second)
	if shown() {
		t.Error("still shown after 13 s")
	}
	b.now = monday
	if err := b.Undo(t.Context(), receipt.Visit.ID); err != nil {
		t.Fatal(err)
	}
	if shown() {
		t.Error("shown although it was taken back")
	}
}
