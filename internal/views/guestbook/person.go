package guestbook

import (
	"context"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// meet reads who the chosen visitor is; a row that is chosen meanwhile is read
// next.
func (s *guestbookState) meet() {
	row, ok := s.chosen()
	if !ok || row.Visit.ID == s.personOf {
		return
	}
	id := row.Visit.ID
	s.personOf, s.person = id, desk.Person{}
	var person desk.Person
	var err error
	s.dispatch.Run(func() { person, err = s.book.Person(context.Background(), id) }, func() {
		if s.personOf != id {
			return
		}
		if err != nil {
			s.fail(err)
			return
		}
		s.person = person
		s.changed()
	})
}

// choose takes a number of the list that is shown: the right that somebody asks
// for, or what the full values are needed for.
func (s *guestbookState) choose(n int) {
	s.touched()
	switch {
	case s.form != nil && s.form.asking && n <= len(models.RequestKinds):
		s.form.kind, s.form.asking = models.RequestKinds[n-1], false
	case s.form == nil && n <= len(models.RevealReasons):
		s.why = models.RevealReasons[n-1]
	}
	s.changed()
}

// hold shows the full values while the key or the button is held; each time is
// noted with what it is for, which is asked once for each visitor. The key
// repeats while it is held.
func (s *guestbookState) hold() {
	row, ok := s.chosen()
	if s.held || !ok || row.Visit.Identity.Empty() {
		return
	}
	s.touched()
	if s.why == "" {
		s.fail(models.Misuse("guestbook.reveal_why", len(models.RevealReasons)))
		return
	}
	s.held = true
	why := string(s.why)
	var identity models.Identity
	var err error
	s.dispatch.Run(func() { identity, err = s.book.Reveal(context.Background(), row.Visit.ID, why) }, func() {
		switch now, _ := s.chosen(); {
		case err != nil:
			s.held = false
			s.fail(err)
		case s.held && now.Visit.ID == row.Visit.ID:
			s.revealed = &identity
			s.changed()
		}
	})
}

// conceal masks again.
func (s *guestbookState) conceal() {
	if !s.held && s.revealed == nil {
		return
	}
	s.held, s.revealed = false, nil
	s.changed()
}

// showTrail shows everything that is stored of the person, and who opened it.
func (s *guestbookState) showTrail() {
	if _, ok := s.chosen(); !ok || s.form != nil {
		return
	}
	s.touched()
	s.trail = !s.trail
	s.changed()
}
