package models

import (
	"testing"
	"time"
)

func TestAnAgencyWithNobodyAtAnyCounterIsToldAsLate(t *testing.T) {
	nine := time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)
	ten, noon := nine.Add(time.Hour), nine.Add(3*time.Hour)
	agency := &Agency{Code: "DUK", Counters: []Counter{{Code: "DUK-1"}, {Code: "DUK-2"}}}
	empty := func(until time.Time) Presence { return Presence{State: PresenceUnstaffed, Until: until} }
	for name, c := range map[string]struct {
		known AgencyPresence
		state PresenceState
		until time.Time
	}{
		"nothing is known":        {},
		"one counter is staffed":  {known: AgencyPresence{Counters: map[string]Presence{"DUK-1": empty(noon)}}},
		"both are not, until ten": {AgencyPresence{Counters: map[string]Presence{"DUK-1": empty(noon), "DUK-2": empty(ten)}}, PresenceLate, ten},
		"both are not, all day":   {AgencyPresence{Counters: map[string]Presence{"DUK-1": empty(time.Time{}), "DUK-2": empty(time.Time{})}}, PresenceLate, time.Time{}},
		"both came back":          {known: AgencyPresence{Counters: map[string]Presence{"DUK-1": empty(nine), "DUK-2": empty(nine)}}},
		"the agency is absent": {AgencyPresence{Presence: Presence{State: PresenceAbsent},
			Counters: map[string]Presence{"DUK-1": empty(noon), "DUK-2": empty(noon)}}, PresenceAbsent, time.Time{}},
	} {
		told := c.known.Told(agency, nine)
		if told.State != c.state || !told.Until.Equal(c.until) {
			t.Errorf("%s: %s until %v", name, told.State, told.Until)
		}
	}
}
