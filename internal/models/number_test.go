package models

import "testing"

func TestNumbersAreWrittenAndReadBack(t *testing.T) {
	for _, c := range []struct {
		text     string
		prefix   string
		sequence int
		ok       bool
	}{
		{"1A-014", "1A", 14, true},
		{" 1a-014 ", "1A", 14, true},
		{"1A-2001", "1A", 2001, true},
		{"1A-000", "", 0, false},
		{"1A-14", "", 0, false},
		{"1A014", "", 0, false},
		{"-014", "", 0, false},
		{"1A-0014", "", 0, false},
		{"1A-+14", "", 0, false},
		{"", "", 0, false},
	} {
		prefix, sequence, ok := ParseTicketNumber(c.text)
		if prefix != c.prefix || sequence != c.sequence || ok != c.ok {
			t.Errorf("%q: got %q %d %v", c.text, prefix, sequence, ok)
		}
	}
	if got := TicketNumber("1A", 14); got != "1A-014" {
		t.Errorf("got %q", got)
	}
}

func TestNoTwoDesksEverReachTheSameNumber(t *testing.T) {
	owner := map[int]int{}
	take := func(desk, sequence int) {
		if other, taken := owner[sequence]; taken {
			t.Fatalf("desks %d and %d both issue %d", other, desk, sequence)
		}
		owner[sequence] = desk
	}
	for desk := 1; desk <= 9; desk++ {
		for sequence := FirstSequence(desk); sequence <= BlockEnd(desk); sequence++ {
			take(desk, sequence)
		}
		for i := range 9999 {
			take(desk, BlockBeyond(desk)+i)
		}
	}
	for desk := 10; desk <= MostPCs; desk++ {
		for sequence := FirstSequence(desk); sequence <= BlockEnd(desk); sequence++ {
			take(desk, sequence)
		}
	}
}
