package views

import (
	"context"
	"log/slog"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// accuracyState is what that part of F6 knows. It knows no widgets and lives on
// the screen's thread; changed is called there for a repaint.
type accuracyState struct {
	reports  Reports
	dispatch dispatcher
	log      *slog.Logger
	now      func() time.Time
	changed  func()

	accuracy desk.Accuracy
	readAt   time.Time // zero: never
	loading  bool
	err      error // of the last reading; the former figures stay
}

// staleAfter keeps a screen that was left for a moment from reading the same
// days again.
const staleAfter = time.Minute

func newAccuracyState(reports Reports, s stage) *accuracyState {
	return &accuracyState{reports: reports, dispatch: s.dispatch, log: s.log, now: s.desk.Now, changed: func() {}}
}

// open reads when the screen is opened.
func (s *accuracyState) open() {
	if s.readAt.IsZero() || s.now().Sub(s.readAt).Abs() >= staleAfter {
		s.load()
	}
}

// load reads the figures; a second key meanwhile does nothing.
func (s *accuracyState) load() {
	if s.loading {
		return
	}
	s.loading = true
	s.changed()
	var read desk.Accuracy
	var err error
	s.dispatch.run(func() { read, err = s.reports.EstimateAccuracy(context.Background()) }, func() {
		s.loading, s.err = false, err
		switch {
		case err == nil:
			s.accuracy, s.readAt = read, s.now()
		case models.KindOf(err) == models.KindFault:
			s.log.Error("reports", "error", err.Error())
		}
		s.changed()
	})
}

// known tells that figures were read once.
func (s *accuracyState) known() bool { return !s.readAt.IsZero() }
