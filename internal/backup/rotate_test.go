package backup

import (
	"slices"
	"testing"
	"time"
)

// keep plays rotation through every day on which work asks for a backup and
// tells what is there in the end.
func keep(first time.Time, days int, work func(time.Time) bool) []string {
	var kept []string
	for i := range days {
		day := first.AddDate(0, 0, i)
		if !work(day) {
			continue
		}
		kept = slices.Insert(kept, 0, day.Format(time.DateOnly))
		drop := superseded(kept)
		kept = slices.DeleteFunc(kept, func(d string) bool { return slices.Contains(drop, d) })
	}
	return kept
}

func weekday(t time.Time) bool { return t.Weekday() != time.Saturday && t.Weekday() != time.Sunday }

func TestSevenDaysAndFourWeeksAreKept(t *testing.T) {
	monday := time.Date(2026, time.June, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		days int
		work func(time.Time) bool
		want []string
	}{
		{"working days", 173, weekday, []string{"2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17", "2026-11-16", "2026-11-13", "2026-11-12",
			"2026-11-11", "2026-11-06", "2026-10-30", "2026-10-23"}},
		{"every day", 175, func(time.Time) bool { return true }, []string{"2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18",
			"2026-11-17", "2026-11-16", "2026-11-15", "2026-11-08", "2026-11-01", "2026-10-25"}},
		{"the first days", 5, weekday, []string{"2026-06-05", "2026-06-04", "2026-06-03", "2026-06-02", "2026-06-01"}},
	} {
		if got := keep(monday, c.days, c.work); !slices.Equal(got, c.want) {
			t.Errorf("%s: kept %v", c.name, got)
		}
	}
}

func TestAcrossNewYearEveryWeekHasItsBackup(t *testing.T) {
	got := keep(time.Date(2026, time.November, 2, 0, 0, 0, 0, time.UTC), 80, weekday)
	weeks := map[string]bool{}
	for _, date := range got[keptDaily:] {
		weeks[weekOf(date)] = true
	}
	if len(got) != keptDaily+keptWeekly || len(weeks) != keptWeekly {
		t.Errorf("kept %v", got)
	}
}
