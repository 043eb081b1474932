package directory

import (
	"reflect"
	"testing"

	"frontdesk/internal/models"
)

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		rule   string
		change func(*models.Directory)
		want   Changes
	}{
		{"the same says nothing", func(*models.Directory) {}, Changes{}},
		{"an empty list is like none", func(d *models.Directory) { d.Agencies[0].Exceptions = nil }, Changes{}},
		{"an agency's hours", func(d *models.Directory) { d.Agencies[2].DailyQuota = 40 }, Changes{Agencies: Change{Changed: []string{"IMI"}}}},
		{"a service changes only itself", func(d *models.Directory) { d.Agencies[0].Services[0].Fee = "Rp1" },
			Changes{Services: Change{Changed: []string{Sample().Agencies[0].Services[0].Code}}}},
		{"a counter moves", func(d *models.Directory) {
			d.Agencies[1].Counters = append(d.Agencies[1].Counters, d.Agencies[0].Counters[2])
			d.Agencies[0].Counters = d.Agencies[0].Counters[:2]
		}, Changes{Counters: Change{Changed: []string{"DUK-3"}}}},
		{"a life event goes", func(d *models.Directory) { d.LifeEvents = d.LifeEvents[1:] }, Changes{LifeEvents: Change{Archived: []string{"LAHIR"}}}},
		{"a life event gets another code", func(d *models.Directory) { d.LifeEvents[0].Code = "BAYI" },
			Changes{LifeEvents: Change{Added: []string{"BAYI"}, Archived: []string{"LAHIR"}}}},
		{"the calendar", func(d *models.Directory) { d.Holidays = d.Holidays[1:] }, Changes{Holidays: true}},
		{"the plan", func(d *models.Directory) { d.Floors[0].Places[0].X++ }, Changes{Floors: true}},
		{"the mall", func(d *models.Directory) { d.Mall.Address = "Jalan Contoh 1" }, Changes{Mall: true}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			changed := Sample()
			c.change(changed)
			got := Compare(Sample(), changed)
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
			if got.None() != reflect.DeepEqual(c.want, Changes{}) {
				t.Errorf("none is %v", got.None())
			}
		})
	}
}

func TestComparedWithNothingAllIsAdded(t *testing.T) {
	got := Compare(nil, Sample())
	if len(got.Agencies.Added) != 31 || len(got.Counters.Added) != 43 || len(got.Services.Added) != 148 || len(got.LifeEvents.Added) != 9 {
		t.Errorf("added %d, %d, %d, %d", len(got.Agencies.Added), len(got.Counters.Added), len(got.Services.Added), len(got.LifeEvents.Added))
	}
}
