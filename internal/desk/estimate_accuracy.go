package desk

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"frontdesk/internal/estimate"
	"frontdesk/internal/models"
)

// An evaluation replays at most judgedDays business days with calls, fewer of a
// busy mall, where as many numbers as mostJudged tell enough. The estimate
// learns from learntDays before each.
const (
	judgedDays = 31
	latestDays = 20 // that are judged when nobody names a period
	learntDays = 20
	lookBack   = 70     // civil days that hold both
	mostJudged = 8_000  // numbers
	mostOfADay = 60_000 // numbers
)

// Accuracy tells how the estimates of a period did.
type Accuracy struct {
	Days     int
	Of       int    // business days of the period, of which Days were judged
	From, To string // first and last judged business date; empty without days
	Score    *estimate.Score
}

// AccuracySheet is how the estimates of some tickets did; minutes are NaN
// while there is nothing to tell.
type AccuracySheet = estimate.Sheet

// EstimateAccuracy replays the business dates from–to, both included, as far as
// they are over: what each visitor would have been told at check-in, beside what
// happened. Of a long period it judges days spread evenly over it. Without dates
// it judges the last ones. It takes seconds; it is for the supervisor's view,
// the reports and the command.
func (d *Desk) EstimateAccuracy(ctx context.Context, from, to string) (Accuracy, error) {
	if err := d.may(models.ActionReports); err != nil {
		return Accuracy{}, err
	}
	if err := d.refreshDirectory(ctx); err != nil {
		return Accuracy{}, err
	}
	now := d.clock.Now()
	first, over := d.BusinessDate(now.AddDate(0, 0, -lookBack)), d.BusinessDate(now.AddDate(0, 0, -1))
	if day, ok := models.ParseDate(from); ok {
		first = day.AddDate(0, 0, -lookBack).Format(time.DateOnly)
	}
	if to != "" {
		over = min(over, to)
	}
	numbers, err := d.store.NumbersByDay(ctx, d.mallID(), first, over)
	if err != nil {
		return Accuracy{}, err
	}
	dates := slices.Sorted(maps.Keys(numbers))
	inside := slices.DeleteFunc(slices.Clone(dates), func(date string) bool { return date < from })
	if from == "" {
		inside = inside[max(0, len(inside)-latestDays):]
	}
	return d.judgeDays(ctx, dates, spread(inside, numbers), len(inside))
}

// spread picks as many days as may be judged, evenly spread over all.
func spread(days []string, numbers map[string]int) []string {
	for n := min(len(days), judgedDays); n > 1; n-- {
		picked, sum := make([]string, n), 0
		for i := range picked {
			picked[i] = days[i*(len(days)-1)/(n-1)]
			sum += numbers[picked[i]]
		}
		if sum <= mostJudged {
			return picked
		}
	}
	return days[max(0, len(days)-1):]
}

// judgeDays judges days among all dates, reading each date once while it is
// needed.
func (d *Desk) judgeDays(ctx context.Context, dates, judged []string, of int) (Accuracy, error) {
	a := Accuracy{Score: &estimate.Score{}, Of: of}
	read := map[string][]models.Passage{}
	for _, date := range judged {
		at, _ := slices.BinarySearch(dates, date)
		window := dates[max(0, at-learntDays) : at+1]
		maps.DeleteFunc(read, func(date string, _ []models.Passage) bool { return date < window[0] })
		var past []models.Passage
		for _, day := range window {
			if err := d.readPassages(ctx, day, read); err != nil {
				return Accuracy{}, err
			}
			if day < date {
				past = append(past, read[day]...)
			}
		}
		if len(read[date]) == 0 {
			continue // nobody was called
		}
		Judge(a.Score, d.Catalogue().Directory, past, read[date], date, d.rules.PriorityRun)
		a.Days, a.To = a.Days+1, date
		a.From = cmp.Or(a.From, date)
	}
	return a, nil
}

func (d *Desk) readPassages(ctx context.Context, date string, into map[string][]models.Passage) error {
	if _, known := into[date]; known {
		return nil
	}
	passages, err := d.store.Passages(ctx, d.mallID(), date, date, mostOfADay)
	into[date] = passages
	return err
}
