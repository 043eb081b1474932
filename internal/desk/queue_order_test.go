package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// line reads "O" and "P" as visitors who came a minute apart.
func line(text string) []models.Candidate {
	var list []models.Candidate
	for i, c := range text {
		list = append(list, models.Candidate{ID: fmt.Sprintf("%c%d", c, i), Priority: c == 'P',
			ArrivedAt: time.Date(2026, time.November, 23, 1, i, 0, 0, time.UTC)})
	}
	return list
}

// callAll calls a whole line from one counter and returns the ids in order.
func callAll(waiting []models.Candidate, run int) string {
	var past []models.PastCall
	var order []string
	anywhere := func(string, models.Candidate) bool { return true }
	for {
		chosen, ok := desk.Choose(waiting, run, slices.Values(past), anywhere)
		if !ok {
			return strings.Join(order, " ")
		}
		order = append(order, chosen.ID)
		past = slices.Insert(past, 0, models.PastCall{Priority: chosen.Priority, ArrivedAt: chosen.ArrivedAt})
		waiting = slices.DeleteFunc(waiting, func(c models.Candidate) bool { return c.ID == chosen.ID })
	}
}

func TestPriorityIsInterleavedAndNobodyStarves(t *testing.T) {
	for _, c := range []struct {
		line string
		run  int
		want string
	}{
		{"OOO", 2, "O0 O1 O2"},
		{"OOPO", 2, "P2 O0 O1 O3"},
		{"OOPPPPP", 2, "P2 P3 O0 P4 P5 O1 P6"},
		{"OOPPPPP", 1, "P2 O0 P3 O1 P4 P5 P6"},
		{"PPPO", 2, "P0 P1 P2 O3"}, // who came before passes nobody
	} {
		if got := callAll(line(c.line), c.run); got != c.want {
			t.Errorf("%s, at most %d in a row: %s, want %s", c.line, c.run, got, c.want)
		}
	}
}

func TestACallOfACounterThatCannotServeHerEndsNobodysRow(t *testing.T) {
	waiting := line("OPP")
	past := []models.PastCall{
		{Counter: "elsewhere", Priority: false},
		{Counter: "here", Priority: true, ArrivedAt: waiting[1].ArrivedAt},
		{Counter: "here", Priority: true, ArrivedAt: waiting[1].ArrivedAt},
	}
	here := func(counter string, _ models.Candidate) bool { return counter == "here" }
	if got, _ := desk.Choose(waiting, 2, slices.Values(past), here); got.ID != "O0" {
		t.Errorf("%s passes a third time", got.ID)
	}
}
