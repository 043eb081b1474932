package desk

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"frontdesk/internal/models"
)

var morning = time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC)

func minutesAfter(n int) time.Time { return morning.Add(time.Duration(n) * time.Minute) }

func steady(low, likely int) func(time.Time) TripWait {
	wait := TripWait{time.Duration(low) * time.Minute, time.Duration(likely) * time.Minute}
	return func(time.Time) TripWait { return wait }
}

var planner = TripPlanner{From: morning, Walk: func(from, to *models.Counter) time.Duration {
	if from == nil || from.Floor == to.Floor {
		return time.Minute
	}
	return 3 * time.Minute
}}

// aTrip draws up to six errands with waits that change over the day, breaks,
// closings, floors and links.
func aTrip(t *rapid.T) []TripErrand {
	errands := make([]TripErrand, rapid.IntRange(1, 6).Draw(t, "errands"))
	for i := range errands {
		e := &errands[i]
		e.Service = fmt.Sprintf("S-%d", i)
		e.Counter = &models.Counter{Floor: rapid.IntRange(1, 3).Draw(t, "floor")}
		e.Serve = time.Duration(rapid.IntRange(1, 25).Draw(t, "serve")) * time.Minute
		early, late := rapid.IntRange(0, 60).Draw(t, "early"), rapid.IntRange(0, 60).Draw(t, "late")
		e.Wait = func(at time.Time) TripWait {
			if at.Before(minutesAfter(60)) {
				return TripWait{time.Duration(early/2) * time.Minute, time.Duration(early) * time.Minute}
			}
			return TripWait{time.Duration(late/2) * time.Minute, time.Duration(late) * time.Minute}
		}
		opens := rapid.IntRange(-60, 90).Draw(t, "opens")
		noon := opens + rapid.IntRange(1, 120).Draw(t, "noon")
		e.open = []span{{minutesAfter(opens), minutesAfter(noon)},
			{minutesAfter(noon + 60), minutesAfter(noon + 60 + rapid.IntRange(1, 90).Draw(t, "closes"))}}
		for _, code := range rapid.SliceOfN(rapid.IntRange(0, len(errands)-1), 0, 2).Draw(t, "after") {
			if code != i {
				e.After = append(e.After, fmt.Sprintf("S-%d", code))
			}
		}
	}
	return errands
}

// bruteForce walks every permutation that keeps the links.
func bruteForce(errands []TripErrand) Trip {
	needs := tripNeeds(errands)
	var best Trip
	var permute func(order []int)
	permute = func(order []int) {
		if len(order) < len(errands) {
			for i := range errands {
				if !slices.Contains(order, i) {
					permute(append(slices.Clone(order), i))
				}
			}
			return
		}
		var trip Trip
		for n, i := range order {
			for _, before := range needs[i] {
				if !slices.Contains(order[:n], before) {
					return
				}
			}
			trip.Stops = append(trip.Stops, planner.stop(trip, errands[i]))
		}
		if best.Stops == nil || trip.missed() < best.missed() ||
			trip.missed() == best.missed() && trip.Ends(morning).Before(best.Ends(morning)) {
			best = trip
		}
	}
	permute(nil)
	return best
}

func TestATripIsAsGoodAsTheBestOfAllOrders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		errands := aTrip(t)
		got, want := planner.Plan(errands), bruteForce(errands)
		if got.missed() != want.missed() || !got.Ends(morning).Equal(want.Ends(morning)) {
			t.Errorf("misses %d and ends %v, could miss %d and end %v",
				got.missed(), got.Ends(morning), want.missed(), want.Ends(morning))
		}
	})
}

func TestNoErrandStandsBeforeWhatItNeeds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		errands := aTrip(t)
		needs := tripNeeds(errands)
		var first []string
		for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(errands)-1), 0, 3).Draw(t, "first") {
			first = append(first, errands[i].Service)
		}
		trip := planner.Plan(errands, first...)
		if len(trip.Stops) != len(errands) {
			t.Fatalf("%d stops for %d errands", len(trip.Stops), len(errands))
		}
		place := map[string]int{}
		for n, stop := range trip.Stops {
			place[stop.Service] = n
		}
		for i, e := range errands {
			for _, before := range needs[i] {
				if place[errands[before].Service] > place[e.Service] {
					t.Errorf("%s stands before %s", e.Service, errands[before].Service)
				}
			}
		}
	})
}

func allDay() []span { return []span{{morning, minutesAfter(480)}} }

func TestATripTakesTheReportBeforeTheCard(t *testing.T) {
	ground := &models.Counter{Floor: 1}
	card := TripErrand{Service: "card", After: []string{"report"}, Counter: ground, Serve: 10 * time.Minute, Wait: steady(30, 40), open: allDay()}
	report := TripErrand{Service: "report", Counter: ground, Serve: 10 * time.Minute, Wait: steady(5, 10), open: allDay()}
	tax := TripErrand{Service: "tax", Counter: ground, Serve: 5 * time.Minute, Wait: steady(40, 60), open: allDay()}
	trip := planner.Plan([]TripErrand{card, report, tax})

	t.Run("in the order of links and waits", func(t *testing.T) {
		if got := []string{trip.Stops[0].Service, trip.Stops[1].Service, trip.Stops[2].Service}; !slices.Equal(got, []string{"report", "tax", "card"}) &&
			!slices.Equal(got, []string{"report", "card", "tax"}) {
			t.Errorf("got %v", got)
		}
	})
	for _, stop := range trip.Stops {
		switch stop.Service {
		case "tax":
			if !stop.AtOnce {
				t.Error("the number for a long queue waits for the visitor to have time")
			}
		case "card":
			if stop.AtOnce || stop.Queue.Before(trip.Stops[0].Finish) {
				t.Error("the card's number is taken before the report is in hand")
			}
		}
	}
	t.Run("the visitor may insist", func(t *testing.T) {
		if got := planner.Plan([]TripErrand{card, report, tax}, "tax"); got.Stops[0].Service != "tax" {
			t.Errorf("got %v first", got.Stops[0].Service)
		}
	})
}

func TestWhatCannotBeServedTodayIsSaidAndSoIsWhatNeedsIt(t *testing.T) {
	counter := &models.Counter{Floor: 1}
	report := TripErrand{Service: "report", Counter: counter, Serve: time.Minute, Wait: steady(50, 60), open: []span{{morning, minutesAfter(30)}}}
	card := TripErrand{Service: "card", After: []string{"report"}, Counter: counter, Serve: time.Minute, Wait: steady(0, 0), open: allDay()}
	tax := TripErrand{Service: "tax", Counter: counter, Serve: time.Minute, Wait: steady(0, 0), open: allDay()}
	for _, stop := range planner.Plan([]TripErrand{card, tax, report}).Stops {
		if stop.Missed != (stop.Service != "tax") {
			t.Errorf("%s missed: %v", stop.Service, stop.Missed)
		}
	}
}

func BenchmarkTripOfSix(b *testing.B) {
	counter := &models.Counter{Floor: 1}
	var errands []TripErrand
	for i := range 6 {
		errands = append(errands, TripErrand{Service: fmt.Sprint(i), Counter: counter, Serve: time.Duration(5+i) * time.Minute,
			Wait: steady(20-3*i, 40-5*i), open: allDay()})
	}
	for b.Loop() {
		planner.Plan(errands)
	}
}
