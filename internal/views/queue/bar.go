package queue

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// queueBar says what the keys do with the chosen ticket, and what can be taken
// back.
type queueBar struct {
	state  *State
	speak  *text.Speaker
	press  func(kit.KeyPress) bool
	panel  *kit.Panel
	whole  *fyne.Container
	hints  *fyne.Container
	hinted []stage.Hint
	did    *kit.Label
	undo   *kit.KeyHint
	said   string
}

func newQueueBar(s *State, speak *text.Speaker, press func(kit.KeyPress) bool) *queueBar {
	b := &queueBar{state: s, speak: speak, press: press, hints: kit.Row(16),
		did: kit.SemiBold("", kit.ColorInk, kit.TextDetail)}
	b.undo = kit.NewKeyHint("", s.undo, "Ctrl Z")
	b.whole = container.New(stage.ActionsLayout{}, b.hints, kit.Row(14, barLine(), b.did, b.undo))
	b.panel = kit.NewPanel(kit.ColorSurface, kit.Sides(9, 20), kit.EdgeTop, b.whole)
	return b
}

// paint shows the keys of the state.
func (b *queueBar) paint(words queueWords) {
	if hinted := queueHints(b.state); !slices.Equal(hinted, b.hinted) {
		b.hinted = hinted
		b.hints.Objects = nil
		for _, h := range hinted {
			press := func() { b.press(stage.ParseKey(h.Key)) }
			b.hints.Objects = append(b.hints.Objects, kit.NewKeyHint(b.speak.T(h.Says), press, stage.SpokenKeys(b.speak, h.Key)))
		}
	}
	b.paintSeconds(words)
}

// paintSeconds counts down what can be taken back.
func (b *queueBar) paintSeconds(words queueWords) {
	left := b.state.last.secondsLeft(b.state.desk.Now())
	said := b.speak.T("queue_page.undo", left)
	did := words.did(b.state.last)
	if left == 0 && b.state.last.verb != verbUndo {
		did = ""
	}
	if did == b.did.Text() && said == b.said {
		return
	}
	b.said = said
	b.did.SetText(did)
	b.undo.SetText(said)
	stage.SetVisible(b.did, did != "")
	stage.SetVisible(b.undo, left > 0)
	stage.LayAnew(b.whole)
}

// barLine keeps the bar as high as its keys while there is nothing to undo.
func barLine() fyne.CanvasObject {
	line := canvas.NewRectangle(color.Transparent)
	line.SetMinSize(fyne.NewSize(0, stage.Units(26)))
	return line
}

// askHints are the keys of a question, besides those beside its field.
func askHints(ask *queueAsk) []stage.Hint {
	if len(ask.choices) < 2 {
		return nil
	}
	return []stage.Hint{{Key: "Down", Says: "queue_page.hint.choices"}, {Key: "Alt+1", Says: "queue_page.hint.first"}}
}

// queueHints names the keys worth knowing now.
func queueHints(s *State) []stage.Hint {
	if s.ask != nil {
		return askHints(s.ask)
	}
	t, ok := s.target()
	switch {
	case s.alone != "" && s.spot.part == partCounter: // the buttons say it
		return []stage.Hint{{Key: "Down", Says: "queue_page.hint.rows"}}
	case !ok:
		return []stage.Hint{{Key: "Down", Says: "queue_page.hint.rows"}, {Key: "Right", Says: "queue_page.hint.counters"}, {Key: "PgDn", Says: "queue_page.hint.agencies"}}
	}
	switch t.State {
	case models.TicketCalled:
		return []stage.Hint{{Key: "H", Says: "queue_page.do.serve"}, {Key: "U", Says: "queue_page.hint.recall"}, {Key: "X", Says: "queue_page.do.no_show"},
			{Key: "P", Says: "queue_page.do.park"}, {Key: "A", Says: "queue_page.do.transfer"}}
	case models.TicketServing:
		return []stage.Hint{{Key: "S", Says: "queue_page.do.done"}, {Key: "A", Says: "queue_page.do.transfer"}, {Key: "P", Says: "queue_page.do.park"},
			{Key: "L", Says: "queue_page.do.second"}}
	case models.TicketWaiting:
		return []stage.Hint{{Key: "Enter", Says: "queue_page.do.call"}, {Key: "A", Says: "queue_page.do.transfer"}, {Key: "P", Says: "queue_page.do.park"},
			{Key: "L", Says: "queue_page.do.second"}, {Key: "Esc", Says: "queue_page.hint.back"}}
	case models.TicketParked:
		return []stage.Hint{{Key: "Enter", Says: "queue_page.do.call"}, {Key: "K", Says: "queue_page.do.return"}, {Key: "Esc", Says: "queue_page.hint.back"}}
	case models.TicketNoShow:
		return []stage.Hint{{Key: "K", Says: "queue_page.do.return"}, {Key: "Esc", Says: "queue_page.hint.back"}}
	}
	return []stage.Hint{{Key: "L", Says: "queue_page.do.second"}, {Key: "Esc", Says: "queue_page.hint.back"}}
}
