package queue

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// queueAgencies is the list at the left: every agency that calls, with how many
// wait and what is unusual about it today.
type queueAgencies struct {
	state  *State
	speak  *text.Speaker
	panel  *kit.Panel
	total  *kit.Label
	list   *fyne.Container
	rows   []*kit.AgencyRow
	scroll *stage.Scrolled
}

func newQueueAgencies(s *State, speak *text.Speaker) *queueAgencies {
	a := &queueAgencies{state: s, speak: speak, list: kit.Column(0), total: kit.Text("", kit.ColorMuted, kit.TextCaption).Cut().Aligned(fyne.TextAlignTrailing)}
	title := kit.Border(nil, nil, kit.SemiBold(speak.T("queue_page.waiting"), kit.ColorInk, kit.TextButton), nil,
		kit.NewPanel("", kit.Inset{Left: 8}, 0, a.total))
	a.scroll = stage.NewScrolled(kit.NewPanel("", kit.Inset{Right: 12, Bottom: 12, Left: 12}, 0, a.list))
	a.panel = kit.NewPanel(kit.ColorRaised, kit.Inset{}, kit.EdgeRight, kit.Border(
		kit.NewPanel("", kit.Inset{Top: 13, Right: 12, Left: 12}, 0, kit.NewPanel("", kit.Inset{Right: 6, Bottom: 9, Left: 6}, kit.EdgeBottom, title)),
		nil, nil, nil, a.scroll.Outer))
	return a
}

// paint shows the agencies of the state; rows are made once and reused.
func (a *queueAgencies) paint(words queueWords) {
	if a.state.day == nil {
		a.total.SetText(a.speak.T("queue_page.reading"))
		return
	}
	a.total.SetText(a.speak.T("queue_page.in_all", a.speak.Count(a.state.day.waiting)))
	agencies := a.state.day.agencies
	if len(agencies) != len(a.list.Objects) {
		a.resize(len(agencies))
	}
	for i, q := range agencies {
		a.rows[i].Set(words.agency(q), q.agency.Code == a.state.agency)
		if q.agency.Code == a.state.agency {
			a.scroll.Reveal(a.rows[i])
		}
	}
}

// resize has a row for each of n agencies.
func (a *queueAgencies) resize(n int) {
	for len(a.rows) < n {
		row, i := kit.NewAgencyRow(), len(a.rows)
		row.OnTapped = func() { a.state.takeAgency(a.state.day.agencies[i].agency.Code) }
		a.rows = append(a.rows, row)
	}
	a.list.Objects = nil
	for _, row := range a.rows[:n] {
		a.list.Objects = append(a.list.Objects, row)
	}
	a.scroll.Changed()
}
