package today

import (
	"context"
	"log/slog"
	"slices"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// todaySpot is where the next key of F5 goes.
type todaySpot int

const (
	todayList todaySpot = iota
	todaySearch
	todayReason
	todayUntil
	todayTo // where visitors are sent
)

// todayState is what F5, "Hari ini", shows: every agency, the chosen one, and
// what is about to be marked. It knows no widgets and lives on the screen's
// thread; changed is called there for a repaint.
type todayState struct {
	desk     todayDesk
	dispatch stage.Dispatcher
	log      *slog.Logger
	changed  func()

	today   desk.Today
	all     []desk.AgencyStatus
	at      time.Time // of all
	known   bool      // it was read once
	loading bool
	again   bool // asked to load while loading

	query   string
	rows    []todayRow
	agency  string          // code of the chosen one
	waiting []models.Ticket // who waits for it
	waitFor string          // the agency that waiting is of

	spot   todaySpot
	drafts map[string]*todayDraft // by agency code: not saved yet
	moving *todayMove             // asked where to; nil for nothing
	busy   bool
	err    error // said in place until the next key
	says   models.Phrase

	last todayLast // what Ctrl+Z takes back
}

// todayLast is what was done last.
type todayLast struct {
	agency string
	at     time.Time // zero: nothing to take back
	undo   func(context.Context) error
}

// todayDraft is a mark that is not saved yet.
type todayDraft struct {
	state         models.PresenceState
	reason, until string // as typed
}

func newTodayState(s stage.Stage) *todayState {
	return &todayState{desk: s.Desk, dispatch: s.Dispatch, log: s.Log, changed: func() {}, drafts: map[string]*todayDraft{}}
}

// load reads the day anew; what is asked meanwhile is read once more.
func (s *todayState) load() {
	if s.loading {
		s.again = true
		return
	}
	s.loading = true
	at, agency := s.desk.Now(), s.agency
	var today desk.Today
	var waiting []models.Ticket
	var err error
	s.dispatch.Run(func() {
		ctx := context.Background()
		if today, err = s.desk.Today(ctx, at); err == nil && agency != "" {
			waiting, err = s.desk.Waiting(ctx, agency)
		}
	}, func() {
		s.loading = false
		if err != nil {
			s.fail(err)
		} else {
			s.take(today, agency, waiting)
		}
		if s.again || err == nil && s.agency != agency {
			s.again = false
			s.load()
		}
	})
}

// take keeps what was read.
func (s *todayState) take(today desk.Today, agency string, waiting []models.Ticket) {
	s.at, s.today = s.desk.Now(), today
	s.all, s.known = s.desk.Agencies(today, s.at), true
	if agency == s.agency {
		s.waiting, s.waitFor = waiting, agency
	}
	s.list()
	s.changed()
}

// list fills the rows; the chosen agency stays chosen while it is listed.
func (s *todayState) list() {
	s.rows = todayRows(s.all, s.query, s.at)
	if s.index() == stage.Nothing && len(s.rows) > 0 {
		s.agency = s.rows[0].Agency.Code
	}
}

// index is the place of the chosen agency among the rows.
func (s *todayState) index() int {
	return slices.IndexFunc(s.rows, func(r todayRow) bool { return r.Agency.Code == s.agency })
}

// chosen is the agency that is shown at the right.
func (s *todayState) chosen() (desk.AgencyStatus, bool) {
	i := slices.IndexFunc(s.all, func(a desk.AgencyStatus) bool { return a.Agency.Code == s.agency })
	if i < 0 {
		return desk.AgencyStatus{}, false
	}
	return s.all[i], true
}

// affected lists who waits for the chosen agency, once that was read.
func (s *todayState) affected() []models.Ticket {
	if s.waitFor != s.agency {
		return nil
	}
	return s.waiting
}

// move chooses a row above or below; while a field has the focus, the row
// stays.
func (s *todayState) move(by int) {
	if m := s.moving; m != nil && s.spot == todayTo {
		m.chosen = min(max(m.chosen+by, 0), max(0, len(m.targets)-1))
		s.changed()
		return
	}
	if s.spot == todayReason || s.spot == todayUntil || len(s.rows) == 0 {
		return
	}
	s.choose(s.rows[min(max(s.index()+by, 0), len(s.rows)-1)].Agency.Code)
}

// choose shows an agency at the right.
func (s *todayState) choose(code string) {
	s.touched()
	if s.agency != code {
		s.agency, s.moving = code, nil
		s.load()
	}
	s.changed()
}

// search lists the agencies that fit.
func (s *todayState) search(words string) {
	if s.query == words {
		return
	}
	s.touched()
	s.query = words
	before := s.agency
	s.list()
	if s.agency != before {
		s.load()
	}
	s.changed()
}

// focused is told that the person put the focus somewhere by mouse.
func (s *todayState) focused(at todaySpot) {
	if s.spot != at {
		s.spot = at
		s.changed()
	}
}

// inField tells that letters are typed into a field and are no keys.
func (s *todayState) inField() bool { return s.spot != todayList }

// goTo puts the focus.
func (s *todayState) goTo(at todaySpot) {
	s.touched()
	s.spot = at
	s.changed()
}

// touched is called for each key: what was said is read.
func (s *todayState) touched() { s.err, s.says = nil, models.Phrase{} }

// fail says an error in place; nothing typed is lost.
func (s *todayState) fail(err error) {
	if models.KindOf(err) == models.KindFault {
		s.log.Error("today", "error", err.Error())
	}
	s.err = err
	s.changed()
}
