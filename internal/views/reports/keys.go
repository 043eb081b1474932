package reports

import (
	"frontdesk/internal/report"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Keys is the table of keys of F6.
func Keys() []stage.Binding {
	parts := onReports("1", "reports.key.part", nil)
	parts.Keys, parts.Shown = stage.Numbered("", len(reportsPartNames)), "1–5"
	parts.Do = stage.Pressed(stage.ScreenReports, func(s *Screen, key kit.KeyPress) { s.open(stage.Digit(key.Name) - 1) })
	return []stage.Binding{
		onReports("H", "reports.key.day", func(s *Screen) { s.state.choose(spanDay) }),
		onReports("B", "reports.key.month", func(s *Screen) { s.state.choose(spanMonth) }),
		onReports("T", "reports.key.year", func(s *Screen) { s.state.choose(spanYear) }),
		onReports("Left", "reports.key.before", func(s *Screen) { s.state.turn(-1) }),
		onReports("Right", "reports.key.after", func(s *Screen) { s.state.turn(1) }),
		parts,
		onReports("P", "reports.key.pdf", func(s *Screen) { s.ask(report.PDF) }),
		onReports("X", "reports.key.xlsx", func(s *Screen) { s.ask(report.XLSX) }),
		onReports("C", "reports.key.csv", func(s *Screen) { s.ask(report.CSV) }),
		onReports("Enter", "reports.key.save", func(s *Screen) { s.state.save(s.speak.Language()) }),
		onReports("R", "reports.key.again", (*Screen).Again),
		onReports("Up", "reports.key.up", func(s *Screen) { s.Turn(-0.2) }),
		onReports("Down", "reports.key.down", func(s *Screen) { s.Turn(0.2) }),
		onReports("PgUp", "reports.key.page_up", func(s *Screen) { s.Turn(-0.9) }),
		onReports("PgDn", "reports.key.page_down", func(s *Screen) { s.Turn(0.9) }),
		onReports("Esc", "reports.key.back", func(s *Screen) { s.state.leave() }),
	}
}

// onReports makes a binding of F6.
func onReports(key, says string, do func(*Screen)) stage.Binding {
	return stage.On(stage.ScreenReports, key, says, do)
}
