package reports

import (
	"context"
	"log/slog"
	"path/filepath"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/report"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
)

// reportSpan is how long a report is.
type reportSpan int

const (
	spanDay reportSpan = iota
	spanMonth
	spanYear
)

// reportsState is what F6, "Laporan", knows. It knows no widgets and lives on
// the screen's thread; changed is called there for a repaint.
type reportsState struct {
	reports  Port
	dispatch stage.Dispatcher
	log      *slog.Logger
	now      func() time.Time
	changed  func()

	span   reportSpan
	first  time.Time // of the span
	part   int
	report report.Report
	of     [2]string // days that report is of; empty: never read
	readAt time.Time // zero: what is shown may be old
	asked  int       // readings begun: only the last one is shown
	busy   bool      // figures are brought up to date
	err    error     // of the last reading

	saving models.Phrase // what became of the last export
	failed error
	format string // of the file that is asked for; empty: none is
	file   string // its path as typed
	writes bool
}

func newReportsState(reports Port, s stage.Stage) *reportsState {
	return &reportsState{reports: reports, dispatch: s.Dispatch, log: s.Log, now: s.Desk.Now, changed: func() {}, span: spanMonth}
}

// open shows the present span when the screen is opened first, and reads what
// is old.
func (s *reportsState) open() {
	if s.first.IsZero() {
		s.first = s.begin(s.now())
	}
	if s.readAt.IsZero() || s.now().Sub(s.readAt).Abs() >= staleAfter {
		s.load()
	}
}

// begin is the first day of the span that a day lies in.
func (s *reportsState) begin(day time.Time) time.Time {
	year, month, date := day.Date()
	switch s.span {
	case spanMonth:
		date = 1
	case spanYear:
		month, date = time.January, 1
	}
	return time.Date(year, month, date, 0, 0, 0, 0, day.Location())
}

// after is the first day of the span that lies so many spans later.
func (s *reportsState) after(n int) time.Time {
	switch s.span {
	case spanMonth:
		return s.first.AddDate(0, n, 0)
	case spanYear:
		return s.first.AddDate(n, 0, 0)
	}
	return s.first.AddDate(0, 0, n)
}

// dates are the first and last business date of the span.
func (s *reportsState) dates() [2]string {
	return [2]string{s.first.Format(time.DateOnly), s.after(1).AddDate(0, 0, -1).Format(time.DateOnly)}
}

// choose takes another length of the span: that which has the last day shown
// that is not to come.
func (s *reportsState) choose(span reportSpan) {
	if span == s.span || s.asking() {
		return
	}
	day := s.after(1).AddDate(0, 0, -1)
	if now := s.now(); day.After(now) {
		day = now
	}
	if day.Before(s.first) {
		day = s.first
	}
	s.span = span
	s.first = s.begin(day)
	s.load()
}

// turn goes to a span before or after; what is to come has no report.
func (s *reportsState) turn(by int) {
	next := s.after(by)
	if s.asking() || next.After(s.now()) {
		return
	}
	s.first = next
	s.load()
}

// show opens a part of the report.
func (s *reportsState) show(part int) {
	if s.asking() {
		return
	}
	s.part = part
	s.changed()
}

// load shows the figures as they are, and then brings them up to date.
func (s *reportsState) load() {
	s.asked++
	s.readAt, s.busy, s.err, s.saving, s.failed = time.Time{}, true, nil, models.Phrase{}, nil
	s.changed()
	asked, dates := s.asked, s.dates()
	s.read(asked, dates, false, func() { s.read(asked, dates, true, func() { s.readAt = s.now() }) })
}

func (s *reportsState) read(asked int, dates [2]string, upToDate bool, then func()) {
	var made report.Report
	var err error
	s.dispatch.Run(func() { made, err = s.reports.Report(context.Background(), dates[0], dates[1], upToDate) }, func() {
		if asked != s.asked {
			return
		}
		if err != nil {
			s.busy, s.err = false, err
			s.warn(err)
			s.changed()
			return
		}
		s.report, s.of, s.busy = made, dates, !upToDate
		then()
		s.changed()
	})
}

func (s *reportsState) warn(err error) {
	if models.KindOf(err) == models.KindFault {
		s.log.Error("reports", "error", err.Error())
	}
}

// known tells that the report of the span was read.
func (s *reportsState) known() bool { return s.of == s.dates() }

// asking tells that the place of a file is asked for.
func (s *reportsState) asking() bool { return s.format != "" }

// ask asks where to put a file; what was typed is offered again.
func (s *reportsState) ask(format string) {
	if !s.known() || s.writes {
		return
	}
	s.format, s.saving, s.failed = format, models.Phrase{}, nil
	s.file = filepath.Join(s.reports.ReportFolder(), "laporan-"+s.name()+"."+format)
	s.changed()
}

// name is the span in the name of a file.
func (s *reportsState) name() string {
	dates := s.dates()
	switch s.span {
	case spanMonth:
		return dates[0][:len("2026-11")]
	case spanYear:
		return dates[0][:len("2026")]
	}
	return dates[0]
}

// leave stops asking.
func (s *reportsState) leave() {
	s.format, s.saving, s.failed = "", models.Phrase{}, nil
	s.changed()
}

// save writes the file that was asked for.
func (s *reportsState) save(language text.Language) {
	if !s.asking() || s.writes || s.file == "" {
		return
	}
	s.writes, s.failed = true, nil
	s.changed()
	made, format, file := s.report, s.format, s.file
	var path string
	var err error
	s.dispatch.Run(func() { path, err = s.reports.SaveReport(context.Background(), made, format, file, language) }, func() {
		s.writes, s.failed = false, err
		if err != nil {
			s.warn(err)
		} else {
			s.format, s.saving = "", models.Say("report.written", path)
		}
		s.changed()
	})
}
