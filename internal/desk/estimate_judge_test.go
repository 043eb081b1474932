package desk_test

import (
	"sync"
	"testing"

	"frontdesk/internal/desk"
	"frontdesk/internal/estimate"
	"frontdesk/internal/queueday"
)

// judged replays days that no number of the estimator was chosen by.
func judged(law queueday.Law, days int) estimate.Sheet {
	scores := make([]estimate.Score, days)
	var work sync.WaitGroup
	for i := range scores {
		work.Go(func() {
			day := queueday.Draw(queueday.Judging, uint64(i)+10_000, law)
			desk.Judge(&scores[i], day.Directory, day.Past, day.Passages, day.Date, queueday.MostPriority)
		})
	}
	work.Wait()
	var all estimate.Score
	for i := range scores {
		all.Merge(&scores[i])
	}
	return all.Sheet()
}

// The aims of the issue, on fewer days than `frontdesk estimate eval` takes.
func TestEstimatesMeetTheirAims(t *testing.T) {
	for law, days := range map[queueday.Law]int{queueday.Ordinary: 16, queueday.Bimodal: 8, queueday.Leaving: 8} {
		t.Run(string(law), func(t *testing.T) {
			sheet := judged(law, days)
			t.Logf("%+v", sheet)
			if sheet.InsideShare < 0.75 || sheet.InsideShare > 0.85 {
				t.Errorf("%.1f %% lie inside the range, and not 75 to 85", sheet.InsideShare*100)
			}
			if sheet.MedianError > 5 {
				t.Errorf("median error %.1f minutes, more than 5", sheet.MedianError)
			}
			if sheet.MedianError > 0.75*min(sheet.NaiveMedianError, sheet.SharedMedianError) {
				t.Errorf("median error %.1f minutes is not a quarter better than %.1f (people ahead × mean) and %.1f (÷ counters)",
					sheet.MedianError, sheet.NaiveMedianError, sheet.SharedMedianError)
			}
		})
	}
}
