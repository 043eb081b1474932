package simulate

import (
	"math"
	"slices"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// patience is for how many days without an open mall the calendar is walked
// back.
const patience = 60

// openDays lists the last days up to plan.Until on which the mall gives
// numbers, oldest first, as midnights of the mall.
func openDays(d *models.Directory, plan Plan) ([]time.Time, error) {
	last := plan.Until.In(d.Mall.Location())
	day := time.Date(last.Year(), last.Month(), last.Day(), 0, 0, 0, 0, last.Location())
	var days []time.Time
	for closed := 0; len(days) < plan.Days; day = day.AddDate(0, 0, -1) {
		if open(d, day) {
			days, closed = append(days, day), 0
		} else if closed++; closed > patience {
			return nil, models.Refuse("simulate.closed", last.Format(time.DateOnly))
		}
	}
	slices.Reverse(days)
	return days, nil
}

// open tells whether any agency gives numbers in the course of a day.
func open(d *models.Directory, day time.Time) bool {
	for hour := range arrivals {
		at := day.Add(time.Duration(hour)*time.Hour + 30*time.Minute)
		if slices.ContainsFunc(d.Agencies, func(a models.Agency) bool {
			return desk.Status(d, &a, at, models.Presence{}, 0).Open
		}) {
			return true
		}
	}
	return false
}

// crowd is how full a weekday is, Sunday first: Mondays bring what the
// weekend held up, Fridays are short.
var crowd = [7]float64{0.5, 1.25, 1.05, 1, 0.95, 0.75, 0.5}

// share deals days × perDay visits out to the days.
func (w *world) share(days []time.Time, perDay int) []int {
	weights := make([]float64, len(days))
	sum := 0.0
	for i, day := range days {
		weights[i] = crowd[day.Weekday()] * (0.9 + 0.2*w.Float64())
		sum += weights[i]
	}
	visits := make([]int, len(days))
	given, due := 0, 0.0
	for i, weight := range weights {
		due += weight / sum * float64(len(days)*perDay)
		visits[i] = int(math.Round(due)) - given
		given += visits[i]
	}
	return visits
}

// arrivals is the share of visitors by hour of the day; the peak is 08–10.
var arrivals = [24]float64{7: 3, 8: 23, 9: 22, 10: 16, 11: 11, 12: 5, 13: 9, 14: 8, 15: 3}

// arrive draws the moments at which visitors come on a day, in order.
func (w *world) arrive(day time.Time, visits int) []time.Time {
	moments := make([]time.Time, visits)
	for i := range moments {
		moments[i] = w.moment(day)
	}
	slices.SortFunc(moments, time.Time.Compare)
	return moments
}

// moment draws a moment at which anyone serves; few come to closed doors.
func (w *world) moment(day time.Time) time.Time {
	const tries = 8
	var at time.Time
	for range tries {
		at = day.Add(time.Duration(w.among(arrivals[:]))*time.Hour + w.span(0, time.Hour-time.Second))
		if w.gives(w.agency(), at) {
			break
		}
	}
	return at
}
