package queue

import (
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// queueAsking asks in place of the lists: minutes, or where a ticket goes.
type queueAsking struct {
	state   *State
	speak   *text.Speaker
	panel   *kit.Panel
	title   *kit.Label
	about   *kit.Label
	field   *kit.Field
	rows    []*kit.ResultRow
	none    *kit.Panel
	scroll  *stage.Scrolled
	do      *kit.Button
	asked   *queueAsk
	filling bool // the program, not the person, changes the field
}

func newQueueAsking(s *State, speak *text.Speaker, press func(kit.KeyPress) bool) *queueAsking {
	a := &queueAsking{state: s, speak: speak,
		title: kit.SemiBold("", kit.ColorInk, kit.TextService).Cut(),
		about: kit.Text("", kit.ColorMuted, kit.TextDetail).Wrapped(),
		field: kit.NewField("", "", "")}
	a.field.Input.Replaced = true
	a.field.Input.OnKey = press
	a.field.Input.OnChanged = func(words string) {
		if !a.filling {
			s.typeAsk(words)
		}
	}
	a.none = kit.NewPanel("", kit.Sides(8, 0), 0, kit.NewEmpty(speak.T("queue_page.no_target"), speak.T("queue_page.no_target_do")))
	list := kit.Column(0, a.none)
	for i := range longestChoices {
		row := kit.NewResultRow(func() { s.takeChoice(i) })
		a.rows = append(a.rows, row)
		list.Add(row)
	}
	a.scroll = stage.NewScrolled(list)
	a.do = kit.NewButton(kit.ButtonFilled, "", "Enter", s.answer)
	cancel := kit.NewKeyHint(speak.T("queue_page.cancel"), s.back, "Esc")
	top := kit.Column(4, a.title, a.about, kit.NewPanel("", kit.Inset{Top: 8, Bottom: 10}, 0,
		kit.Border(nil, nil, nil, kit.NewPanel("", kit.Inset{Left: 14}, 0, kit.Row(16, a.do, cancel)), a.field)))
	a.panel = kit.NewPanel(kit.ColorSurface, kit.Inset{Top: 14, Right: 20, Left: 20}, kit.EdgeTop,
		kit.Border(top, nil, nil, nil, a.scroll.Outer))
	return a
}

// paint shows the question of the state.
func (a *queueAsking) paint(words queueWords) {
	ask := a.state.ask
	stage.SetVisible(a.panel, ask != nil)
	if ask == nil {
		a.asked = nil
		return
	}
	if ask != a.asked {
		a.open(ask)
	}
	a.about.SetText(a.aboutWords(words, ask))
	stage.SetLabel(a.do, a.speak.T("queue_page.do."+string(ask.verb)))
	stage.SetVisible(a.none, ask.verb != verbPark && len(ask.choices) == 0)
	for i, row := range a.rows {
		stage.SetVisible(row, i < len(ask.choices))
		if row.Visible() {
			row.SetResult(words.choice(ask.choices[i], i))
			row.SetSelected(i == ask.chosen)
			row.SetDivider(i < len(ask.choices)-1 && i+1 != ask.chosen)
		}
	}
	a.scroll.Changed()
	if ask.chosen > 0 {
		a.scroll.Reveal(a.rows[ask.chosen])
	}
}

// open begins another question.
func (a *queueAsking) open(ask *queueAsk) {
	a.asked = ask
	a.title.SetText(a.speak.T("queue_page.ask."+string(ask.verb), ask.ticket.Number))
	a.field.SetLabels("", "", a.speak.T("queue_page.type."+string(ask.verb)))
	a.filling = true
	a.field.SetText(ask.typed)
	a.filling = false
}

// aboutWords explain the question, and what the answer would do.
func (a *queueAsking) aboutWords(words queueWords, ask *queueAsk) string {
	if ask.verb != verbPark {
		return a.speak.T("queue_page.about." + string(ask.verb))
	}
	minutes, ok := ask.minutes()
	if !ok {
		return a.speak.T("queue_page.park_minutes", longestPark)
	}
	return a.speak.T("queue_page.about.park", words.later(minutes))
}
