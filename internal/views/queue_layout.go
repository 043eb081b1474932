package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// queuePanes sets the agencies at the left of the page.
type queuePanes struct{}

// Layout gives the agencies what their rows need.
func (queuePanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(max(size.Width*0.213, units(232)), units(300))
	set(objects[0], 0, 0, left, size.Height)
	set(objects[1], left, 0, size.Width-left, size.Height)
}

// MinSize leaves the size to the window.
func (queuePanes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(units(600), units(400)) }

// queuePageLayout sets the page of one agency: the waiting take the height that
// all else leaves.
type queuePageLayout struct{ screen *queueScreen }

// Layout places the parts from both ends.
func (l queuePageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.screen
	y := float32(0)
	top := func(o fyne.CanvasObject) {
		height := kit.HeightFor(o, size.Width)
		set(o, 0, y, size.Width, height)
		y += height
	}
	top(s.head.panel)
	top(s.cards.panel)
	bottom := size.Height - s.bar.panel.MinSize().Height
	set(s.bar.panel, 0, bottom, size.Width, s.bar.panel.MinSize().Height)
	if s.note.Visible() {
		edge := units(20)
		height := kit.HeightFor(s.note, size.Width-2*edge)
		set(s.note, edge, y, size.Width-2*edge, height)
		y += height + units(14)
	}
	set(s.asking.panel, 0, y, size.Width, bottom-y)
	short := l.short(bottom - y)
	set(s.short.panel, 0, bottom-short, size.Width, short)
	set(s.table.panel, 0, y, size.Width, max(0, bottom-short-y))
	set(s.holder, 0, 0, 0, 0)
	set(s.late, 0, 0, 0, 0)
}

// rowsBeforeShort is how many waiting tickets go before a second line of the
// short lists.
const rowsBeforeShort = 5

// short is the height of the short lists: the waiting go first.
func (l queuePageLayout) short(room float32) float32 {
	waiting := units(31) + units(46)*float32(min(rowsBeforeShort, max(1, len(l.screen.state.rows))))
	head, line := units(50), units(30)
	lines := min(max(1, int((room-waiting-head)/line)), mostShortLines)
	l.screen.short.fit(lines)
	return head + float32(lines)*line
}

// MinSize leaves the size to the window.
func (queuePageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(400), units(400))
}
