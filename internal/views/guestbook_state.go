package views

import (
	"context"
	"log/slog"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
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
	book     GuestBook
	dispatch dispatcher
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

	held     bool // the key or the button is held down
	revealed *models.Identity

	form *bookDraft
	spot bookSpot
	busy bool
	err  error // said in place until the next key
	says models.Phrase
}

func newGuestbookState(book GuestBook, s stage) *guestbookState {
	return &guestbookState{book: book, dispatch: s.dispatch, log: s.log, now: s.desk.Now, changed: func() {}}
}

// forget empties the book: another operator is on duty.
func (s *guestbookState) forget() {
	s.stop()
	reading := s.reading + 1
	*s = guestbookState{book: s.book, dispatch: s.dispatch, log: s.log, now: s.now, changed: s.changed, reading: reading}
	s.changed()
}

// load reads the first page anew, and what is counted.
func (s *guestbookState) load() {
	s.stop()
	filter, name := s.wanted()
	if name != "" {
		s.findName(name, filter)
		return
	}
	s.filter, s.names = filter, nil
	s.reading++
	reading := s.reading
	s.loading = true
	var page desk.BookRows
	var requests []desk.OpenRequest
	var visits, nameless int
	var err error
	mode := s.mode
	s.dispatch.run(func() {
		ctx := context.Background()
		if requests, err = s.book.OpenRequests(ctx); err != nil {
			return
		}
		if visits, nameless, err = s.book.BookToday(ctx); err != nil || mode == bookRequests {
			return
		}
		page, err = s.book.GuestBook(ctx, filter)
	}, func() {
		if reading != s.reading {
			return
		}
		s.loading, s.known = false, true
		if err != nil {
			s.fail(err)
			return
		}
		s.visits, s.nameless = visits, nameless
		s.takeRequests(requests)
		if mode == bookRequests {
			page = desk.BookRows{Rows: rowsOfRequests(requests)}
		}
		s.take(page.Rows, page.Next)
	})
	s.changed()
}

// wanted is what the field and the mode ask for.
func (s *guestbookState) wanted() (filter desk.BookFilter, name string) {
	if s.mode == bookRequests {
		return desk.BookFilter{}, ""
	}
	filter, name = s.book.ReadBook(s.query)
	if s.mode == bookToday && name == "" && filter.From == "" {
		today := s.now().Format(time.DateOnly)
		filter.From, filter.To = today, today
	}
	return filter, name
}

func (s *guestbookState) takeRequests(open []desk.OpenRequest) {
	s.requests, s.urgency = open, map[string]desk.OpenRequest{}
	for _, r := range open {
		if _, earlier := s.urgency[r.VisitID]; !earlier {
			s.urgency[r.VisitID] = r
		}
	}
}

func rowsOfRequests(open []desk.OpenRequest) []desk.BookRow {
	rows := make([]desk.BookRow, len(open))
	for i, r := range open {
		rows[i] = r.Row
	}
	return rows
}

// take lists rows; the chosen one stays chosen while it is among them.
func (s *guestbookState) take(rows []desk.BookRow, next string) {
	chosen, had := s.chosen()
	s.rows, s.more, s.filter.After = rows, next != "", next
	s.listed++
	s.cursor = 0
	for i, r := range rows {
		if had && r.Visit.ID == chosen.Visit.ID && r.Ticket.ID == chosen.Ticket.ID {
			s.cursor = i
		}
	}
	s.meet()
	s.changed()
}

// nextPage reads on when the end of what is listed comes near.
func (s *guestbookState) nextPage() {
	if !s.more || s.loading {
		return
	}
	s.loading = true
	reading, filter := s.reading, s.filter
	var page desk.BookRows
	var err error
	s.dispatch.run(func() { page, err = s.book.GuestBook(context.Background(), filter) }, func() {
		if reading != s.reading {
			return
		}
		s.loading = false
		if err != nil {
			s.fail(err)
			return
		}
		s.rows = append(s.rows, page.Rows...)
		s.more, s.filter.After = page.Next != "", page.Next
		s.listed++
		s.changed()
	})
}

// findName opens the identities that are kept, in the background; rows come as
// they are found.
func (s *guestbookState) findName(name string, days desk.BookFilter) {
	s.reading++
	reading := s.reading
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel, s.loading, s.names = cancel, true, &desk.NameSearch{}
	s.rows, s.more, s.cursor = nil, false, 0
	s.listed++
	var found desk.NameSearch
	var err error
	s.dispatch.run(func() {
		defer cancel()
		found, err = s.book.FindName(ctx, name, days, func(soFar desk.NameSearch) {
			s.dispatch.run(func() {}, func() {
				if reading == s.reading && s.loading {
					s.takeNames(soFar)
				}
			})
		})
	}, func() {
		if reading != s.reading {
			return
		}
		s.loading, s.known, s.cancel = false, true, nil
		if err != nil && ctx.Err() == nil {
			s.fail(err)
			return
		}
		s.takeNames(found)
	})
	s.changed()
}

func (s *guestbookState) takeNames(found desk.NameSearch) {
	s.names = &found
	s.take(found.Rows, "")
}

// stop ends a search by name; what it found stays.
func (s *guestbookState) stop() {
	if s.cancel != nil {
		s.cancel()
		s.cancel, s.loading = nil, false
		s.reading++
	}
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
		s.form, s.trail = nil, false
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
	s.dispatch.run(func() { person, err = s.book.Person(context.Background(), id) }, func() {
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

// show lists today, all days, or what people asked for.
func (s *guestbookState) show(mode bookMode) {
	s.touched()
	s.mode, s.form, s.trail, s.spot = mode, nil, false, bookList
	if mode == bookRequests {
		s.typed, s.query = "", ""
	}
	s.load()
}

// find lists what was typed.
func (s *guestbookState) find() {
	s.touched()
	s.query, s.spot = s.typed, bookList
	if s.mode == bookRequests || s.query != "" && s.mode == bookToday && !s.findsToday() {
		s.mode = bookHistory
	}
	s.load()
}

// findsToday tells that what was typed is looked for among today's rows: all
// but a person, who is looked for in all years.
func (s *guestbookState) findsToday() bool {
	filter, name := s.book.ReadBook(s.query)
	return name == "" && filter.NIK == "" && filter.Phone == "" && filter.From == ""
}

// hold shows the full values while the key or the button is held; each time is
// noted. The key repeats while it is held.
func (s *guestbookState) hold() {
	row, ok := s.chosen()
	if s.held || !ok || row.Visit.Identity.Empty() {
		return
	}
	s.touched()
	s.held = true
	var identity models.Identity
	var err error
	s.dispatch.run(func() { identity, err = s.book.Reveal(context.Background(), row.Visit.ID, "buku tamu") }, func() {
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
