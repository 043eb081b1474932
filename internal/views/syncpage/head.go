package syncpage

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// syncHead says how the sync is, and holds the button for what to do now.
type syncHead struct {
	content *stage.Block
	ground  *kit.Panel
	bar     *kit.Panel
	mark    *kit.Mark
	title   *kit.Label
	words   *kit.Label
	track   *kit.Panel
	done    *kit.Panel
	run     *kit.Button
	stop    *kit.Button
	said    syncHeadWords
}

// barWidth is how much of the edge shows at the left of the head.
const barWidth float32 = 5

// colourBlock is a rectangle in a colour of the theme.
func colourBlock(colour fyne.ThemeColorName) *kit.Panel {
	return kit.NewPanel(colour, kit.Inset{}, 0, kit.Column(0))
}

func newSyncHead(speak *text.Speaker, run, stop func()) *syncHead {
	h := &syncHead{
		ground: colourBlock(kit.ColorSoft).Rounded(), bar: colourBlock(kit.ColorAccent).Rounded(),
		mark:  kit.NewMark(kit.ShapeRing, kit.ColorAccent),
		title: kit.SemiBold("", kit.ColorInk, kit.TextSearch).Wrapped(),
		words: kit.Text("", kit.ColorInk, kit.TextButton).Wrapped(),
		track: colourBlock(kit.ColorSurface), done: colourBlock(kit.ColorAccent),
		run:  kit.NewButton(kit.ButtonFilled, speak.T("sync_page.run"), "Enter", run),
		stop: kit.NewButton(kit.ButtonOutlined, speak.T("sync_page.stop"), "B", stop),
	}
	h.content = stage.NewBlock(h.flow, h.bar, h.ground, h.mark, h.title, h.words, h.track, h.done, h.run, h.stop)
	return h
}

// paint shows the words; it tells whether the height may be another one.
func (h *syncHead) paint(said syncHeadWords, running, stopping bool) (grown bool) {
	stage.SetVisible(h.run, !running)
	stage.SetVisible(h.stop, running)
	stage.SetEnabled(h.stop, !stopping)
	if said == h.said {
		return false
	}
	grown = said.title != h.said.title || said.sentence != h.said.sentence
	h.said = said
	h.ground.SetGround(said.look.ground)
	h.bar.SetGround(said.look.ink)
	h.mark.Set(said.look.shape, said.look.ink)
	h.title.SetText(said.title)
	h.words.SetText(said.sentence)
	stage.SetVisible(h.words, said.sentence != "")
	stage.SetVisible(h.track, running)
	stage.SetVisible(h.done, running)
	h.content.Refresh()
	return grown
}

// flow sets the words at the left and the button at the right.
func (h *syncHead) flow(width float32, put stage.Placing) float32 {
	left, pad, side := stage.Units(67), stage.Units(16), stage.Units(22)
	button := h.button().MinSize()
	room := width - left - button.Width - stage.Units(48)
	title := kit.HeightFor(h.title, room)
	put(h.mark, stage.Units(26), pad+(title-side)/2, side, side)
	put(h.title, left, pad, room, title)
	y := pad + title
	if h.words.Visible() {
		height := kit.HeightFor(h.words, room)
		put(h.words, left, y+stage.Units(3), room, height)
		y += stage.Units(3) + height
	}
	if h.track.Visible() {
		put(h.track, left, y+stage.Units(10), room, stage.Units(6))
		put(h.done, left, y+stage.Units(10), room*h.said.share, stage.Units(6))
		y += stage.Units(16)
	}
	height := max(y, pad+button.Height) + pad
	put(h.bar, 0, 0, stage.Units(4*barWidth), height) // the ground covers all but its left edge
	put(h.ground, stage.Units(barWidth), 0, width-stage.Units(barWidth), height)
	for _, b := range []*kit.Button{h.run, h.stop} {
		put(b, width-stage.Units(20)-b.MinSize().Width, (height-button.Height)/2, b.MinSize().Width, button.Height)
	}
	return height
}

// button is the one that can be seen.
func (h *syncHead) button() *kit.Button {
	if h.stop.Visible() {
		return h.stop
	}
	return h.run
}
