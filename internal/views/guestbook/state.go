package guestbook

import (
	"context"
	"log/slog"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// bookMode is what F4 lists.
type bookMode int

const (
	bookToday bookMode = iota
	bookHistory
	bookRequests
)

// bookSpot is where the next key of F4 goes.
type bookSpot int

const (
	bookList bookSpot = iota
	bookSearch
	bookForm // a field of the form at the right
)

// guestbookState is what F4, "Buku tamu", shows: a page of rows, the chosen
// one, and what is about to be done with it. It knows no widgets and lives on
// the screen's thread; changed is called there for a repaint.
type guestbookState struct {
	book     Port
	dispatch stage.Dispatcher
	log      *slog.Logger
	now      func() time.Time
	changed  func()

	mode   bookMode
	typed  string // in the search field
	query  string // that is listed
	filter desk.BookFilter
	rows   []desk.BookRow
	listed int  // grows when the rows are others
	more   bool // there is a next page
	cursor int
	known  bool // it was read once

	requests []desk.OpenRequest
	urgency  map[string]desk.OpenRequest // by visit, the one due first
	visits   int                         // of today
	nameless int

	loading bool
	reading int // number of the last reading: an older answer is dropped
	cancel  context.CancelFunc
	names   *desk.NameSearch // of a search by name

	person   desk.Person
	personOf string // the visit that person is of
	trail    bool   // the person's trail is shown

	why      models.RevealReason // chosen for this visitor; empty: not yet
	held     bool                // the key or the button is held down
	revealed *models.Identity

	form *bookDraft
	spot bookSpot
	busy bool
	err  error // said in place until the next key
	says models.Phrase
}

func newGuestbookState(book Port, s stage.Stage) *guestbookState {
	return &guestbookState{book: book, dispatch: s.Dispatch, log: s.Log, now: s.Desk.Now, changed: func() {}}
}

// forget empties the book: another operator is on duty.
func (s *guestbookState) forget() {
	s.stop()
	reading := s.reading + 1
	*s = guestbookState{book: s.book, dispatch: s.dispatch, log: s.log, now: s.now, changed: s.changed, reading: reading}
	s.changed()
}

// chosen is the row under the cursor.
func (s *guestbookState) chosen() (desk.BookRow, bool) {
	if s.cursor >= len(s.rows) {
		return desk.BookRow{}, false
	}
	return s.rows[s.cursor], true
}

// move chooses a row above or below.
func (s *guestbookState) move(by int) {
	if s.spot == bookForm || len(s.rows) == 0 {
		return
	}
	s.touched()
	s.point(min(max(s.cursor+by, 0), len(s.rows)-1))
}

// point chooses a row.
func (s *guestbookState) point(index int) {
	if index >= len(s.rows) {
		return
	}
	if index != s.cursor {
		s.form, s.trail, s.why = nil, false, ""
	}
	s.spot = bookList
	s.conceal()
	s.cursor = index
	if len(s.rows)-index < bookAhead {
		s.nextPage()
	}
	s.meet()
	s.changed()
}

// bookAhead is how many rows before the end the next page is read.
const bookAhead = 25

// show lists today, all days, or what people asked for.
func (s *guestbookState) show(mode bookMode) {
	s.touched()
	s.mode, s.form, s.trail, s.spot = mode, nil, false, bookList
	if mode == bookRequests {
		s.typed, s.query = "", ""
	}
	s.load()
}

// goTo puts the focus.
func (s *guestbookState) goTo(spot bookSpot) {
	s.touched()
	s.spot = spot
	s.changed()
}

// back leaves what was begun: a form, the trail, a search.
func (s *guestbookState) back() {
	s.touched()
	switch {
	case s.cancel != nil:
		s.stop()
	case s.form != nil:
		s.form = nil
	case s.trail:
		s.trail = false
	case s.query != "" || s.typed != "":
		s.typed, s.query = "", ""
		s.load()
	case s.mode == bookRequests:
		s.mode = bookToday
		s.load()
	}
	s.spot = bookList
	s.changed()
}

// touched is called for each key: what was said is read.
func (s *guestbookState) touched() { s.err, s.says = nil, models.Phrase{} }

// fail says an error in place; nothing typed is lost.
func (s *guestbookState) fail(err error) {
	if models.KindOf(err) == models.KindFault {
		s.log.Error("guest book", "error", err.Error())
	}
	s.err = err
	s.changed()
}
