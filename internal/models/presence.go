package models

import "time"

// PresenceState is what somebody at the desk says of an agency or a counter,
// beyond its schedule.
type PresenceState string

const (
	PresencePresent   PresenceState = "present"
	PresenceLate      PresenceState = "late"      // on the way: numbers are given, nobody serves yet
	PresenceAbsent    PresenceState = "absent"    // not here: no numbers
	PresenceOutage    PresenceState = "outage"    // here, but cannot serve: no numbers
	PresenceBreak     PresenceState = "break"     // away for a while: no numbers
	PresenceStaffed   PresenceState = "staffed"   // a counter with somebody at it
	PresenceUnstaffed PresenceState = "unstaffed" // a counter without
	PresenceUnmarked  PresenceState = "unmarked"  // as scheduled again: the undo of a first mark
)

// AgencyPresenceStates lists what can be said of an agency as a whole.
var AgencyPresenceStates = []PresenceState{PresencePresent, PresenceLate, PresenceAbsent, PresenceOutage, PresenceBreak}

// CounterPresenceStates lists what can be said of one counter.
var CounterPresenceStates = append([]PresenceState{PresenceStaffed, PresenceUnstaffed}, AgencyPresenceStates...)

// Presence is one mark. Marks are only added; the newest of an agency or a
// counter holds. The zero value means that nothing is known.
type Presence struct {
	ID string
	Origin
	Agency     string        // code
	Counter    string        // code; empty: the agency as a whole
	State      PresenceState // empty: nothing is known
	Reason     string        // for visitors; no personal data
	Until      time.Time     // excluded; zero: for the rest of the day
	At         time.Time     // from when it holds
	RecordedAt time.Time
}

// Away tells that by this mark nobody serves at the instant.
func (p Presence) Away(at time.Time) bool {
	switch p.State {
	case PresenceLate, PresenceAbsent, PresenceOutage, PresenceBreak, PresenceUnstaffed:
		return !p.Over(at)
	}
	return false
}

// Refuses tells that by this mark no numbers are given at the instant.
func (p Presence) Refuses(at time.Time) bool { return p.State != PresenceLate && p.Away(at) }

// Over tells that the mark named an end and that it has come.
func (p Presence) Over(at time.Time) bool { return !p.Until.IsZero() && !at.Before(p.Until) }

// AgencyPresence is what is known of an agency and its counters.
type AgencyPresence struct {
	Presence                     // of the agency as a whole
	Counters map[string]Presence // by counter code; without a mark it is staffed like the agency
}

// Staffed tells that somebody serves at the counter while the agency is open.
func (p AgencyPresence) Staffed(counter string, at time.Time) bool {
	return !p.Away(at) && !p.Counters[counter].Away(at)
}

// Told is the mark that visitors hear of: the agency's own, or, while somebody
// is missing at each of its counters, that it is late.
func (p AgencyPresence) Told(a *Agency, at time.Time) Presence {
	if p.Away(at) || len(a.Counters) == 0 {
		return p.Presence
	}
	late := Presence{Agency: a.Code, State: PresenceLate}
	for _, c := range a.Counters {
		mark := p.Counters[c.Code]
		if !mark.Away(at) {
			return p.Presence
		}
		if late.Until.IsZero() || !mark.Until.IsZero() && mark.Until.Before(late.Until) {
			late.Until = mark.Until
		}
	}
	return late
}
