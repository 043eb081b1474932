package today

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// todayMoving asks in place where the waiting visitors are sent.
type todayMoving struct {
	state   *todayState
	speak   *text.Speaker
	content *fyne.Container
	field   *kit.Field
	rows    []*kit.ResultRow
	filling bool // the program, not the person, changes the field
}

func newTodayMoving(s *todayState, speak *text.Speaker, press func(kit.KeyPress) bool) *todayMoving {
	m := &todayMoving{state: s, speak: speak, field: kit.NewField("", "", speak.T("today.to_type"))}
	m.field.Input.OnKey = press
	m.field.Input.OnChanged = func(words string) {
		if !m.filling {
			s.typeTo(words)
		}
	}
	m.content = kit.Column(4, m.field)
	for i := range mostTargets {
		row := kit.NewResultRow(func() { s.sendTo(i) })
		m.rows = append(m.rows, row)
		m.content.Add(row)
	}
	return m
}

// paint shows the question of the state.
func (m *todayMoving) paint() {
	move := m.state.moving
	stage.SetVisible(m.content, move != nil)
	if move == nil {
		return
	}
	m.field.SetLabels(m.speak.T("today.to", len(m.state.parkable())), "", m.speak.T("today.to_type"))
	m.filling = true
	stage.SetText(m.field.Input, move.query)
	m.filling = false
	for i, row := range m.rows {
		stage.SetVisible(row, i < len(move.targets))
		if row.Visible() {
			row.SetResult(m.target(move.targets[i]))
			row.SetSelected(i == move.chosen)
		}
	}
}

// target puts a place to send visitors to into a row.
func (m *todayMoving) target(t todayTarget) kit.Result {
	result := kit.Result{Name: kit.PlainName(t.name), Line: t.agency, Number: t.number}
	if !t.status.Open {
		result.Status = kit.StatusOf(t.status.State, finds.StateWord(m.speak, t.status), "")
		result.PlateKind = kit.PlateVacant
	}
	return result
}
