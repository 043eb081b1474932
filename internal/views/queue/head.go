package queue

import (
	"slices"
	"strconv"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// queueHead names the chosen agency, and lets its visitors be listed for one
// counter alone.
type queueHead struct {
	state *State
	speak *text.Speaker
	panel *kit.Panel
	title *kit.Label
	about *kit.Label
	pick  *kit.Segmented
	said  []string
}

func newQueueHead(s *State, speak *text.Speaker, press func(kit.KeyPress) bool) *queueHead {
	h := &queueHead{state: s, speak: speak,
		title: kit.SemiBold("", kit.ColorInk, kit.TextService).Cut(),
		about: kit.Text("", kit.ColorMuted, kit.TextDetail).Cut(),
		said:  []string{""}}
	h.pick = kit.NewSegmented(func(i int) { s.takeCounter(i - 1) }, "").Compact()
	h.pick.OnKey = press
	h.panel = kit.NewPanel(kit.ColorSurface, kit.Inset{Top: 10, Right: 20, Bottom: 12, Left: 20}, kit.EdgeBottom,
		kit.Border(nil, nil, nil, kit.Row(0, h.pick), kit.Column(0, h.title, h.about)))
	return h
}

// paint shows the chosen agency.
func (h *queueHead) paint(words queueWords) {
	q := h.state.chosen()
	if q == nil {
		h.title.SetText(h.speak.T("frame.queue"))
		h.about.SetText("")
		stage.SetVisible(h.pick, false)
		return
	}
	h.title.SetText(q.agency.ShortName)
	h.about.SetText(words.about(q))
	stage.SetVisible(h.pick, len(q.agency.Counters) > 1)
	choices := []string{h.speak.T("queue_page.all_counters")}
	for _, c := range q.agency.Counters {
		choices = append(choices, strconv.Itoa(c.Number))
	}
	if !slices.Equal(choices, h.said) {
		h.said = choices
		h.pick.SetChoices(choices...)
	}
	if h.pick.Selected() != h.state.onlyIndex() {
		h.pick.SetSelected(h.state.onlyIndex())
	}
}
