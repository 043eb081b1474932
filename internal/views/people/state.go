package people

import (
	"context"
	"log/slog"
	"slices"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// peopleState is what the operators under F10 know. It knows no widgets and
// lives on the screen's thread; changed is called there for a repaint.
type peopleState struct {
	port     Port
	dispatch stage.Dispatcher
	log      *slog.Logger
	changed  func()
	met      func() // somebody was added or changed: the lock and the header are to know
	found    func() // opens the page that makes the first administrator

	list     []desk.StaffMember
	selected int
	form     *peopleForm // nil: the list has the keys
	busy     bool
	err      error         // of the last deed
	said     models.Phrase // what came of it
}

func newPeopleState(port Port, s stage.Stage) *peopleState {
	return &peopleState{port: port, dispatch: s.Dispatch, log: s.Log, changed: func() {}, met: func() {}, found: func() {}}
}

// load reads who works here; a form that is open stays.
func (s *peopleState) load() {
	var list []desk.StaffMember
	var err error
	s.dispatch.Run(func() { list, err = s.port.Staff(context.Background()) }, func() {
		if err != nil {
			s.list = nil
			s.failed(err)
			return
		}
		chosen := s.chosen().Code
		s.list = list
		s.choosing(chosen)
		s.changed()
	})
}

// forget drops what only the operator before was to see or type.
func (s *peopleState) forget() {
	s.list, s.selected, s.form, s.err, s.said = nil, 0, nil, nil, models.Phrase{}
	s.changed()
}

// chosen is the operator under the cursor; empty while the list is.
func (s *peopleState) chosen() desk.StaffMember {
	if s.selected >= len(s.list) {
		return desk.StaffMember{}
	}
	return s.list[s.selected]
}

func (s *peopleState) choosing(code string) {
	s.selected = max(0, slices.IndexFunc(s.list, func(m desk.StaffMember) bool { return m.Code == code }))
}

// choose shows an operator, by mouse; an open form is left.
func (s *peopleState) choose(i int) {
	if s.busy || i < 0 || i >= len(s.list) {
		return
	}
	s.touched()
	s.selected, s.form = i, nil
	s.changed()
}

// move goes up or down: in the list, among the roles, or among the fields.
func (s *peopleState) move(by int) {
	switch {
	case s.busy:
	case s.form == nil:
		s.choose(min(max(s.selected+by, 0), len(s.list)-1))
	case s.form.at == peopleRoleField:
		s.chooseRole(min(max(slices.Index(peopleRoles, s.form.role)+by, 0), len(peopleRoles)-1))
	default:
		s.tab(by)
	}
}

// self tells that the chosen operator is the one who is signed in.
func (s *peopleState) self() bool {
	who, _, ok := s.port.OnDuty()
	return ok && who.Code == s.chosen().Code
}

// touched is called for each key: what was said is read.
func (s *peopleState) touched() { s.err, s.said = nil, models.Phrase{} }

// failed says an error in place; nothing typed is lost.
func (s *peopleState) failed(err error) {
	s.err = err
	if models.KindOf(err) == models.KindFault {
		s.log.Error("operators", "error", err.Error())
	}
	s.changed()
}

// hidePINs drops what was typed of a PIN: the one before the screen went away.
func (s *peopleState) hidePINs() {
	if s.form == nil || s.form.pin+s.form.next == "" {
		return
	}
	s.form.pin, s.form.next = "", ""
	if s.form.at == peopleAgain {
		s.form.at = peopleNewPIN
	}
	s.changed()
}
