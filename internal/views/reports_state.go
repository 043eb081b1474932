package views

import (
	"context"
	"log/slog"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// reportsState is what F6, "Laporan", knows. It knows no widgets and lives on
// the screen's thread; changed is called there for a repaint.
type reportsState struct {
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

func newReportsState(reports Reports, s stage) *reportsState {
	return &reportsState{reports: reports, dispatch: s.dispatch, log: s.log, now: s.desk.Now, changed: func() {}}
}

// open reads when the screen is opened.
func (s *reportsState) open() {
	if s.readAt.IsZero() || s.now().Sub(s.readAt).Abs() >= staleAfter {
		s.load()
	}
}

// load reads the figures; a second key meanwhile does nothing.
func (s *reportsState) load() {
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
func (s *reportsState) known() bool { return !s.readAt.IsZero() }
