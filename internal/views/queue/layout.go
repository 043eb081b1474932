package queue

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// queuePanes sets the agencies at the left of the page.
type queuePanes struct{}

// Layout gives the agencies what their rows need.
func (queuePanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(max(size.Width*0.213, stage.Units(232)), stage.Units(300))
	stage.Set(objects[0], 0, 0, left, size.Height)
	stage.Set(objects[1], left, 0, size.Width-left, size.Height)
}

// MinSize leaves the size to the window.
func (queuePanes) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(600), stage.Units(400))
}

// queuePageLayout sets the page of one agency: the waiting take the height that
// all else leaves.
type queuePageLayout struct{ screen *queueScreen }

// Layout places the parts from both ends.
func (l queuePageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.screen
	y := float32(0)
	top := func(o fyne.CanvasObject) {
		height := kit.HeightFor(o, size.Width)
		stage.Set(o, 0, y, size.Width, height)
		y += height
	}
	top(s.head.panel)
	top(s.cards.panel)
	bottom := size.Height - s.bar.panel.MinSize().Height
	stage.Set(s.bar.panel, 0, bottom, size.Width, s.bar.panel.MinSize().Height)
	if s.note.Visible() {
		edge := stage.Units(20)
		height := kit.HeightFor(s.note, size.Width-2*edge)
		stage.Set(s.note, edge, y, size.Width-2*edge, height)
		y += height + stage.Units(14)
	}
	stage.Set(s.asking.panel, 0, y, size.Width, bottom-y)
	short := l.short(bottom - y)
	stage.Set(s.short.panel, 0, bottom-short, size.Width, short)
	stage.Set(s.table.panel, 0, y, size.Width, max(0, bottom-short-y))
	stage.Set(s.holder, 0, 0, 0, 0)
	stage.Set(s.late, 0, 0, 0, 0)
}

// rowsBeforeShort is how many waiting tickets go before a second line of the
// short lists.
const rowsBeforeShort = 5

// short is the height of the short lists: the waiting go first.
func (l queuePageLayout) short(room float32) float32 {
	waiting := stage.Units(31) + stage.Units(46)*float32(min(rowsBeforeShort, max(1, len(l.screen.state.rows))))
	head, line := stage.Units(50), stage.Units(30)
	lines := min(max(1, int((room-waiting-head)/line)), mostShortLines)
	l.screen.short.fit(lines)
	return head + float32(lines)*line
}

// MinSize leaves the size to the window.
func (queuePageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(400), stage.Units(400))
}
