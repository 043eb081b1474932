package guestbook

import (
	"context"
	"time"

	"frontdesk/internal/desk"
)

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
	s.dispatch.Run(func() {
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
	s.dispatch.Run(func() { page, err = s.book.GuestBook(context.Background(), filter) }, func() {
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
	s.dispatch.Run(func() {
		defer cancel()
		found, err = s.book.FindName(ctx, name, days, func(soFar desk.NameSearch) {
			s.dispatch.Run(func() {}, func() {
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
