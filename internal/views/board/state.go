package board

import (
	"context"
	"log/slog"
	"slices"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// Hall is what the visitors' display asks of the desk. Nothing of it names a
// person.
type Hall interface {
	Now() time.Time
	Catalogue() *models.Catalogue
	Today(ctx context.Context, at time.Time) (desk.Today, error)
	Agencies(today desk.Today, at time.Time) []desk.AgencyStatus
	Announcements(ctx context.Context, since time.Time) ([]models.Announcement, error)
	JustIssued(ctx context.Context, fresh time.Duration) (desk.Issued, bool, error)
}

const (
	// issuedShown is how long a new number fills the display.
	issuedShown = 12 * time.Second
	// callOverlap is read again and again: a call may be stored after a later
	// one, by a PC whose clock is slow or that worked alone for a while.
	callOverlap = 10 * time.Minute
	// mostCallsSeen bounds what is remembered of past calls.
	mostCallsSeen = 1000
)

// boardState is what the visitors' display shows. It knows no widgets and
// lives on the screen's thread.
type boardState struct {
	desk     Hall
	dispatch stage.Dispatcher
	log      *slog.Logger
	changed  func()
	announce func(models.Announcement) // hears each new call once, unless it is over; may be nil

	calls    []models.Announcement // newest first, the last of each counter
	seen     []string              // ids of events, oldest first
	since    time.Time             // the newest call so far
	read     bool                  // the first reading is over: what comes now is new
	agencies []desk.AgencyStatus
	issued   *desk.Issued // fills the display
	ticking  func()       // stops the seconds
	loading  bool
	again    bool
	failed   bool
}

func newBoardState(hall Hall, d stage.Dispatcher, log *slog.Logger) *boardState {
	return &boardState{desk: hall, dispatch: d, log: log, changed: func() {}}
}

// boardNews is one reading.
type boardNews struct {
	calls    []models.Announcement
	issued   desk.Issued
	fresh    bool
	agencies []desk.AgencyStatus
}

// load reads the hall anew; what is asked meanwhile is read once more.
func (s *boardState) load() {
	if s.loading {
		s.again = true
		return
	}
	s.loading = true
	since := s.since.Add(-callOverlap)
	var news boardNews
	var err error
	s.dispatch.Run(func() { news, err = readHall(s.desk, since) }, func() {
		s.loading = false
		s.heard(news, err)
		if s.again {
			s.again = false
			s.load()
		}
	})
}

func readHall(hall Hall, since time.Time) (news boardNews, err error) {
	ctx, at := context.Background(), hall.Now()
	if news.calls, err = hall.Announcements(ctx, since); err != nil {
		return news, err
	}
	if news.issued, news.fresh, err = hall.JustIssued(ctx, issuedShown); err != nil {
		return news, err
	}
	today, err := hall.Today(ctx, at)
	if err == nil {
		news.agencies = hall.Agencies(today, at)
		news.issued = today.Foretell(news.issued)
	}
	return news, err
}

func (s *boardState) heard(news boardNews, err error) {
	if err != nil {
		if !s.failed {
			s.log.Error("display", "error", err.Error())
		}
		s.failed = true
		return
	}
	s.failed = false
	for _, call := range news.calls {
		s.hear(call)
	}
	s.read = true
	s.agencies = news.agencies
	s.show(news)
	s.changed()
}

// hear takes a call over, unless it is known.
func (s *boardState) hear(call models.Announcement) {
	if slices.Contains(s.seen, call.Event) {
		return
	}
	s.seen = append(s.seen, call.Event)
	if over := len(s.seen) - mostCallsSeen; over > 0 {
		s.seen = slices.Delete(s.seen, 0, over)
	}
	if call.At.After(s.since) {
		s.since = call.At
	}
	s.calls = slices.DeleteFunc(s.calls, func(c models.Announcement) bool { return c.Counter == call.Counter })
	s.calls = slices.Insert(s.calls, 0, call)
	if s.read && s.announce != nil && !call.Over {
		s.announce(call)
	}
}

// show lets a new number fill the display for a while.
func (s *boardState) show(news boardNews) {
	if !news.fresh {
		s.clear()
		return
	}
	issued := news.issued
	s.issued = &issued
	if s.ticking == nil {
		s.ticking = s.dispatch.Every(time.Second, s.second)
	}
}

// left is the share of the time that a new number is still shown, 0–1.
func (s *boardState) left() float32 {
	if s.issued == nil {
		return 0
	}
	left := issuedShown - s.desk.Now().Sub(s.issued.RecordedAt)
	return max(0, min(1, float32(left)/float32(issuedShown)))
}

func (s *boardState) second() {
	if s.left() == 0 {
		s.clear()
	}
	s.changed()
}

func (s *boardState) clear() {
	s.issued = nil
	if s.ticking != nil {
		s.ticking()
		s.ticking = nil
	}
}
