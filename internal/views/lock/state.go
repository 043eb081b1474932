package lock

import (
	"context"
	"slices"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// lockState is the page on which somebody signs in, unlocks, changes the shift
// or becomes the first administrator.
type lockState struct {
	people   Port
	dispatch stage.Dispatcher
	changed  func() // paint
	opened   func() // somebody is on duty: back to the screen as it was

	list     []models.Operator // who may sign in, by number
	selected int
	spot     lockSpot
	founding bool // the page that makes the first administrator is open
	name     string
	pin      string
	again    string
	failure  models.Phrase
	busy     bool

	idleAfter time.Duration // 0: only by key
	touched   time.Time
}

// lockSpot is the field that has the focus.
type lockSpot int

const (
	lockPIN lockSpot = iota
	lockName
	lockNewPIN
	lockAgain
)

// covers tells that the records are hidden until somebody signs in.
func (s *lockState) covers() bool {
	if s.founding {
		return true
	}
	_, locked, ok := s.people.OnDuty()
	return s.people.People() && (!ok || locked)
}

// load reads who may sign in; who was on duty is chosen.
func (s *lockState) load() {
	var list []models.Operator
	var err error
	s.dispatch.Run(func() {
		if err = s.people.MeetPeople(context.Background()); err == nil {
			list, err = s.people.Operators(context.Background())
		}
	}, func() {
		if err != nil {
			s.failure = stage.FailurePhrase(err)
		}
		chosen := s.chosen().Code
		if chosen == "" {
			who, _, _ := s.people.OnDuty()
			chosen = who.Code
		}
		s.list = slices.DeleteFunc(list, func(o models.Operator) bool { return o.Disabled })
		s.choosing(chosen)
		s.changed()
	})
}

// chosen is who is about to sign in; empty while the list is.
func (s *lockState) chosen() models.Operator {
	if s.selected >= len(s.list) {
		return models.Operator{}
	}
	return s.list[s.selected]
}

func (s *lockState) choosing(code string) {
	s.selected = max(0, slices.IndexFunc(s.list, func(o models.Operator) bool { return o.Code == code }))
}

// choose picks an operator; what was typed was for another one.
func (s *lockState) choose(i int) {
	if i < 0 || i >= len(s.list) {
		return
	}
	s.selected, s.pin, s.failure = i, "", models.Phrase{}
	s.changed()
}

// lock hides the records, or opens the page that makes the first
// administrator where there is none.
func (s *lockState) lock() {
	if !s.people.People() {
		s.founding, s.spot, s.failure = true, lockName, models.Phrase{}
		s.changed()
		return
	}
	var err error
	s.dispatch.Run(func() { err = s.people.Lock(context.Background()) }, func() {
		s.pin, s.spot = "", lockPIN
		s.failure = stage.FailurePhrase(err)
		who, _, _ := s.people.OnDuty()
		s.choosing(who.Code)
		s.load()
		s.changed()
	})
}

// enter goes on: to the next field, or in.
func (s *lockState) enter() {
	switch {
	case s.busy:
	case s.founding && s.spot == lockName:
		s.spot = lockNewPIN
		s.changed()
	case s.founding && s.spot == lockNewPIN:
		s.spot = lockAgain
		s.changed()
	case s.founding:
		s.found()
	default:
		s.signIn()
	}
}

func (s *lockState) signIn() {
	if s.pin == "" || s.selected >= len(s.list) {
		return
	}
	code, pin := s.list[s.selected].Code, s.pin
	s.pin = ""
	s.ask(func() error { return s.people.SignIn(context.Background(), code, pin) })
}

// found makes the first administrator and puts her on duty.
func (s *lockState) found() {
	if s.pin != s.again {
		s.again, s.failure = "", models.Say("lock.pins_differ")
		s.changed()
		return
	}
	name, pin := s.name, s.pin
	s.ask(func() error {
		_, err := s.people.Found(context.Background(), name, pin)
		return err
	})
}

// ask tries something that ends the page.
func (s *lockState) ask(try func() error) {
	s.busy, s.failure = true, models.Phrase{}
	var err error
	s.dispatch.Run(func() { err = try() }, func() {
		s.busy = false
		if err != nil {
			s.failure = stage.FailurePhrase(err)
			s.changed()
			return
		}
		s.founding, s.name, s.pin, s.again = false, "", "", ""
		s.opened()
	})
	s.changed()
}

// skip leaves the mall without operators: everything goes on as before.
func (s *lockState) skip() {
	if s.founding {
		s.founding, s.name, s.pin, s.again, s.failure = false, "", "", "", models.Phrase{}
		s.opened()
	}
}

// idle locks when nobody touched anything for long.
func (s *lockState) idle(now time.Time) {
	_, locked, ok := s.people.OnDuty()
	if ok && !locked && s.idleAfter > 0 && now.Sub(s.touched) >= s.idleAfter {
		s.lock()
	}
}
