package today

import (
	"context"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

const (
	// usualDelay is offered as the end of a delay or a break.
	usualDelay = 30 * time.Minute
	fullMinute = 5 * time.Minute
)

// draft is what is about to be marked for the chosen agency; nil for nothing.
func (s *todayState) draft() *todayDraft { return s.drafts[s.agency] }

// form is what the fields show: the draft, else the mark that holds.
func (s *todayState) form() todayDraft {
	if d := s.draft(); d != nil {
		return *d
	}
	a, _ := s.chosen()
	if a.Presence.State == models.PresenceUnmarked || a.Presence.Over(s.at) {
		return todayDraft{}
	}
	form := todayDraft{state: a.Presence.State, reason: a.Presence.Reason}
	if until := a.Presence.Until; !until.IsZero() {
		form.until = clockText(until.In(s.at.Location()))
	}
	return form
}

func clockText(t time.Time) string { return t.Format("15.04") }

// mark begins to mark the chosen agency; Enter saves it.
func (s *todayState) mark(state models.PresenceState) {
	if _, ok := s.chosen(); !ok || s.busy {
		return
	}
	s.touched()
	d := &todayDraft{state: state}
	if held := s.form(); held.state == state {
		*d = held
	} else {
		d.until = s.usualUntil(state)
	}
	s.drafts[s.agency] = d
	s.spot = todayReason
	if state == models.PresencePresent {
		s.spot = todayList
	}
	s.changed()
}

// usualUntil offers an end where one is usual, on a full five minutes.
func (s *todayState) usualUntil(state models.PresenceState) string {
	if state != models.PresenceLate && state != models.PresenceBreak {
		return ""
	}
	return clockText(s.desk.Now().Add(usualDelay + fullMinute - 1).Truncate(fullMinute))
}

// fill keeps what was typed into a field; typing changes the mark that holds
// into a draft.
func (s *todayState) fill(change func(*todayDraft)) {
	d := s.form()
	change(&d)
	if d == s.form() {
		return
	}
	s.touched()
	s.drafts[s.agency] = &d
	s.changed()
}

// enter saves the draft; without one it says which keys mark.
func (s *todayState) enter() {
	d := s.draft()
	switch {
	case s.busy:
		return
	case s.moving != nil:
		s.send()
		return
	case d == nil && s.spot != todayList:
		s.goTo(todayList)
		return
	case d == nil:
		s.says = models.Say("today.choose_state")
		s.changed()
		return
	}
	until, err := s.desk.ReadUntil(d.until, s.desk.Now())
	if err != nil {
		s.spot = todayUntil
		s.fail(err)
		return
	}
	m := desk.PresenceMark{Agency: s.agency, State: d.state, Reason: d.reason, Until: until}
	if d.state == models.PresencePresent {
		m.Reason, m.Until = "", time.Time{}
	}
	s.store(m, func() { delete(s.drafts, m.Agency) })
}

// staff turns the n-th counter of the chosen agency, from 1, to staffed or
// unstaffed.
func (s *todayState) staff(n int) {
	a, ok := s.chosen()
	if !ok || n > len(a.Agency.Counters) || s.busy {
		return
	}
	s.touched()
	counter := a.Agency.Counters[n-1].Code
	m := desk.PresenceMark{Agency: s.agency, Counter: counter, State: models.PresenceUnstaffed}
	if a.Presence.Counters[counter].Away(s.desk.Now()) {
		m.State = models.PresenceStaffed
	}
	s.store(m, func() {})
}

// store stores a mark.
func (s *todayState) store(m desk.PresenceMark, stored func()) {
	var marked desk.MarkedPresence
	s.write(func(ctx context.Context) (err error) {
		marked, err = s.desk.MarkPresence(ctx, m)
		return err
	}, func() {
		stored()
		s.spot = todayList
		if len(marked.Freed) > 0 {
			s.says = models.Say("today.freed", len(marked.Freed))
		}
		s.remember(m.Agency, func(ctx context.Context) error { return s.desk.UndoPresence(ctx, marked.Presence) })
	})
}

// write stores something; a second key meanwhile does nothing.
func (s *todayState) write(work func(context.Context) error, stored func()) {
	s.busy = true
	var err error
	s.dispatch.Run(func() { err = work(context.Background()) }, func() {
		s.busy = false
		if err != nil {
			s.fail(err)
			return
		}
		stored()
		s.load()
		s.changed()
	})
	s.changed()
}

// remember lets Ctrl+Z take back what was just done.
func (s *todayState) remember(agency string, undo func(context.Context) error) {
	s.last = todayLast{agency: agency, at: s.desk.Now(), undo: undo}
}

// secondsLeft to take the last action back.
func (s *todayState) secondsLeft() int {
	if s.last.at.IsZero() {
		return 0
	}
	left := s.last.at.Add(desk.UndoWindow).Sub(s.desk.Now())
	return max(0, int((left+time.Second-1)/time.Second))
}

// undo takes the last action back, wherever the list stands now.
func (s *todayState) undo() {
	if s.busy || s.secondsLeft() == 0 {
		return
	}
	s.touched()
	last := s.last
	s.last = todayLast{}
	s.write(last.undo, func() {
		s.choose(last.agency)
		s.says = models.Say("today.undone")
	})
}

// back leaves what was begun: the draft, the field, the search.
func (s *todayState) back() {
	s.touched()
	switch {
	case s.moving != nil:
		s.endMove()
	case s.spot == todaySearch && s.query != "":
		s.search("")
	case s.spot == todaySearch:
		s.spot = todayList
	case s.draft() != nil:
		delete(s.drafts, s.agency)
		s.spot = todayList
	default:
		s.spot = todayList
		s.search("")
	}
	s.changed()
}

// tab goes to the next place of the form, or back.
func (s *todayState) tab(by int) {
	order := []todaySpot{todayList, todaySearch}
	if s.hasFields() {
		order = []todaySpot{todayList, todayReason, todayUntil, todaySearch}
	}
	at := 0
	for i, spot := range order {
		if spot == s.spot {
			at = i
		}
	}
	s.goTo(order[(at+by+len(order))%len(order)])
}

// hasFields tells that there is something to say about the state.
func (s *todayState) hasFields() bool { return away(s.form().state) }

// away tells that by a state nobody serves.
func away(state models.PresenceState) bool {
	return models.Presence{State: state}.Away(time.Time{})
}
