package desk

import (
	"context"
	"maps"
	"slices"

	"frontdesk/internal/estimate"
	"frontdesk/internal/models"
)

// judgedDays is how many business days with calls an evaluation looks back,
// and learntDays how many before each the estimate learns from.
const (
	judgedDays = 20
	learntDays = 20
	lookBack   = 70     // civil days that hold both
	mostJudged = 60_000 // tickets
)

// Accuracy tells how the estimates of the last business days did.
type Accuracy struct {
	Days     int
	From, To string // first and last business date; empty without days
	Score    *estimate.Score
}

// AccuracySheet is how the estimates of some tickets did; minutes are NaN
// while there is nothing to tell.
type AccuracySheet = estimate.Sheet

// EstimateAccuracy replays the last business days before today: what each
// visitor would have been told at check-in, beside what happened. It takes
// seconds; it is for the supervisor's view and the command.
func (d *Desk) EstimateAccuracy(ctx context.Context) (Accuracy, error) {
	if err := d.may(models.ActionReports); err != nil {
		return Accuracy{}, err
	}
	if err := d.refreshDirectory(ctx); err != nil {
		return Accuracy{}, err
	}
	now := d.clock.Now()
	from, until := d.BusinessDate(now.AddDate(0, 0, -lookBack)), d.BusinessDate(now.AddDate(0, 0, -1))
	passages, err := d.store.Passages(ctx, d.mallID(), from, until, mostJudged)
	if err != nil {
		return Accuracy{}, err
	}
	return d.judgeAll(ctx, passages)
}

func (d *Desk) judgeAll(ctx context.Context, passages []models.Passage) (Accuracy, error) {
	byDate := map[string][]models.Passage{}
	for _, p := range passages {
		byDate[p.BusinessDate] = append(byDate[p.BusinessDate], p)
	}
	dates := slices.Sorted(maps.Keys(byDate))
	a := Accuracy{Score: &estimate.Score{}}
	for i := max(0, len(dates)-judgedDays); i < len(dates); i++ {
		if err := ctx.Err(); err != nil {
			return Accuracy{}, err
		}
		var past []models.Passage
		for _, date := range dates[max(0, i-learntDays):i] {
			past = append(past, byDate[date]...)
		}
		Judge(a.Score, d.Catalogue().Directory, past, byDate[dates[i]], dates[i], d.rules.PriorityRun)
		a.Days, a.To = a.Days+1, dates[i]
		if a.From == "" {
			a.From = dates[i]
		}
	}
	return a, nil
}
