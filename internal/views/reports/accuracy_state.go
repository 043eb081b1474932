package reports

import (
	"context"
	"log/slog"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// accuracyState is what that part of F6 knows. It knows no widgets and lives on
// the screen's thread; changed is called there for a repaint.
type accuracyState struct {
	reports  Port
	dispatch stage.Dispatcher
	log      *slog.Logger
	now      func() time.Time
	dates    func() [2]string // of the report
	changed  func()

	accuracy desk.Accuracy
	of       [2]string // dates that it is of
	readAt   time.Time // zero: never
	loading  bool
	asked    [2]string // dates that are read now
	stop     func()    // that reading
	err      error     // of the last reading; the former figures stay
}

// staleAfter keeps a screen that was left for a moment from reading the same
// days again.
const staleAfter = time.Minute

func newAccuracyState(reports Port, s stage.Stage, dates func() [2]string) *accuracyState {
	return &accuracyState{reports: reports, dispatch: s.Dispatch, log: s.Log, now: s.Desk.Now, dates: dates, changed: func() {}}
}

// open reads what is old when the part is opened.
func (s *accuracyState) open() {
	if !s.known() || s.now().Sub(s.readAt).Abs() >= staleAfter {
		s.load()
	}
}

// follow reads the days of the report when they are others.
func (s *accuracyState) follow() {
	if !s.known() && (s.err == nil || s.asked != s.dates()) {
		s.load()
	}
}

// load reads the figures; a second key meanwhile does nothing, and other days
// end a reading.
func (s *accuracyState) load() {
	dates := s.dates()
	if s.loading {
		if s.asked == dates {
			return
		}
		s.stop()
	}
	ctx, stop := context.WithCancel(context.Background())
	s.loading, s.asked, s.stop = true, dates, stop
	s.changed()
	var read desk.Accuracy
	var err error
	s.dispatch.Run(func() { read, err = s.reports.EstimateAccuracy(ctx, dates[0], dates[1]) }, func() {
		stop()
		if s.asked != dates {
			return
		}
		s.loading, s.err = false, err
		switch {
		case err == nil:
			s.accuracy, s.of, s.readAt = read, dates, s.now()
		case models.KindOf(err) == models.KindFault:
			s.log.Error("reports", "error", err.Error())
		}
		s.changed()
	})
}

// known tells that the figures of the report's days were read.
func (s *accuracyState) known() bool { return !s.readAt.IsZero() && s.of == s.dates() }
