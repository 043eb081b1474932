package views

import (
	"frontdesk/internal/report"
	"frontdesk/internal/views/kit"
)

// reportsKeys is the table of keys of F6.
func reportsKeys() []Binding {
	parts := onReports("1", "reports.key.part", nil)
	parts.Keys, parts.Shown = numbered("", len(reportsPartNames)), "1–5"
	parts.Do = pressed(ScreenReports, func(s *reportsScreen, key kit.KeyPress) { s.open(digit(key.Name) - 1) })
	return []Binding{
		onReports("H", "reports.key.day", func(s *reportsScreen) { s.state.choose(spanDay) }),
		onReports("B", "reports.key.month", func(s *reportsScreen) { s.state.choose(spanMonth) }),
		onReports("T", "reports.key.year", func(s *reportsScreen) { s.state.choose(spanYear) }),
		onReports("Left", "reports.key.before", func(s *reportsScreen) { s.state.turn(-1) }),
		onReports("Right", "reports.key.after", func(s *reportsScreen) { s.state.turn(1) }),
		parts,
		onReports("P", "reports.key.pdf", func(s *reportsScreen) { s.ask(report.PDF) }),
		onReports("X", "reports.key.xlsx", func(s *reportsScreen) { s.ask(report.XLSX) }),
		onReports("C", "reports.key.csv", func(s *reportsScreen) { s.ask(report.CSV) }),
		onReports("Enter", "reports.key.save", func(s *reportsScreen) { s.state.save(s.speak.Language()) }),
		onReports("R", "reports.key.again", (*reportsScreen).again),
		onReports("Up", "reports.key.up", func(s *reportsScreen) { s.turn(-0.2) }),
		onReports("Down", "reports.key.down", func(s *reportsScreen) { s.turn(0.2) }),
		onReports("PgUp", "reports.key.page_up", func(s *reportsScreen) { s.turn(-0.9) }),
		onReports("PgDn", "reports.key.page_down", func(s *reportsScreen) { s.turn(0.9) }),
		onReports("Esc", "reports.key.back", func(s *reportsScreen) { s.state.leave() }),
	}
}

// onReports makes a binding of F6.
func onReports(key, says string, do func(*reportsScreen)) Binding {
	return onPage(ScreenReports, key, says, do)
}
