package desk

import (
	"slices"
	"testing"
	"time"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
)

// tripDesk is a desk without a store: a plan asks for nothing but the day.
func tripDesk() *Desk { return New(Options{Directory: directory.Sample()}) }

func codesOf(trip Trip) []string {
	var codes []string
	for _, stop := range trip.Stops {
		codes = append(codes, stop.Service)
	}
	return codes
}

func at(clock string) time.Time {
	t, err := time.Parse(time.RFC3339, "2026-11-23T"+clock+":00+08:00")
	if err != nil {
		panic(err)
	}
	return t
}

func TestAPlanLeadsToThePoliceBeforeTheLostCard(t *testing.T) {
	trip := tripDesk().PlanTrip(Today{}, at("08:41"), []string{"DUK-02", "POL-06"})
	if got := codesOf(trip); !slices.Equal(got, []string{"POL-06", "DUK-02"}) {
		t.Fatalf("got %v", got)
	}
	report, card := trip.Stops[0], trip.Stops[1]
	if !report.AtOnce || card.AtOnce || card.Start.Before(report.Finish) {
		t.Errorf("report %+v, card %+v", report, card)
	}
}

func TestAPlanKeepsToHoursAndMarks(t *testing.T) {
	d := tripDesk()
	t.Run("the break comes between", func(t *testing.T) {
		trip := d.PlanTrip(Today{}, at("11:58"), []string{"POL-06", "DUK-02"})
		if start := trip.Stops[1].Start; start.Before(at("13:00")) || trip.Stops[1].Missed {
			t.Errorf("the card at %v, missed %v", start, trip.Stops[1].Missed)
		}
	})
	t.Run("what is absent all day is missed, and so is what needs it", func(t *testing.T) {
		away := Today{Presence: map[string]models.AgencyPresence{"POL": {Presence: models.Presence{State: models.PresenceAbsent}}}}
		for _, stop := range d.PlanTrip(away, at("08:41"), []string{"DUK-02", "POL-06", "SAM-01"}).Stops {
			if stop.Missed != (stop.Service != "SAM-01") {
				t.Errorf("%s missed: %v", stop.Service, stop.Missed)
			}
		}
	})
	t.Run("who comes later today is waited for", func(t *testing.T) {
		late := Today{Presence: map[string]models.AgencyPresence{"POL": {Presence: models.Presence{State: models.PresenceLate, Until: at("10:00")}}}}
		trip := d.PlanTrip(late, at("08:41"), []string{"POL-06", "SAM-01"})
		if got := codesOf(trip); !slices.Equal(got, []string{"SAM-01", "POL-06"}) || trip.Stops[1].Start.Before(at("10:00")) {
			t.Errorf("got %v, the police at %v", got, trip.Stops[1].Start)
		}
	})
}

func TestAWayOverFloorsTakesTheLift(t *testing.T) {
	d := tripDesk()
	counter := func(code string) *models.Counter {
		c, _ := d.Catalogue().Counter(code)
		if c == nil {
			t.Fatalf("no counter %s", code)
		}
		return c
	}
	here, near, above := counter("DUK-1"), counter("DUK-2"), counter("BPN-1")
	if d.walk(here, here) != 0 || d.walk(here, near) <= 0 || d.walk(here, near) > time.Minute {
		t.Errorf("on one floor: %v and %v", d.walk(here, here), d.walk(here, near))
	}
	if d.walk(here, above) < d.walk(here, near)+liftTime {
		t.Errorf("over a floor: %v", d.walk(here, above))
	}
}
