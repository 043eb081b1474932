package desk

import (
	"fmt"
	"testing"
)

func TestALongPeriodIsJudgedByDaysSpreadEvenlyOverIt(t *testing.T) {
	var days []string
	numbers := map[string]int{}
	for i := range 250 {
		days = append(days, fmt.Sprintf("%03d", i))
		numbers[days[i]] = 100
	}
	for _, c := range []struct{ days, each, want int }{
		{0, 100, 0}, {1, 100_000, 1}, {20, 100, 20}, {31, 100, 31}, {250, 100, 31}, {250, 1000, 8}, {250, 5000, 1},
	} {
		for day := range numbers {
			numbers[day] = c.each
		}
		picked := spread(days[:c.days], numbers)
		if len(picked) != c.want {
			t.Fatalf("%d days of %d numbers: %d are judged, want %d", c.days, c.each, len(picked), c.want)
		}
		if c.want > 1 && (picked[0] != days[0] || picked[c.want-1] != days[c.days-1]) {
			t.Errorf("the days %v leave out an end", picked)
		}
	}
}
