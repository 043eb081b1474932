package queue

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// counterLayout sets the visitor at the left and who waits at the right; in a
// window that is narrow for its text they stand below each other.
type counterLayout struct{ screen *counterScreen }

// Measures of a counter's screen in units.
const (
	counterTwoFrom  float32 = 860
	counterShare    float32 = 0.46
	counterTallFrom float32 = 480 // height from which the number is as large as on the banner
	shortThreeFrom  float32 = 620 // width from which three short lists stand side by side
)

// Layout places the parts.
func (l counterLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.screen
	foot := s.bar.panel.MinSize().Height
	bottom := size.Height - foot
	stage.Set(s.bar.panel, 0, bottom, size.Width, foot)
	stage.Set(s.holder, 0, 0, 0, 0)
	stage.Set(s.late, 0, 0, 0, 0)
	s.now.setTight(bottom < stage.Units(counterTallFrom))
	if size.Width >= stage.Units(counterTwoFrom) {
		left := size.Width * counterShare
		short := l.short(bottom-kit.HeightFor(s.now.panel, left), left)
		l.placeShort(0, bottom-short, left, short)
		stage.Set(s.now.panel, 0, 0, left, bottom-short)
		l.arrangeLists(left, 0, size.Width-left, bottom)
		return
	}
	stage.SetVisible(s.now.panel, s.state.ask == nil)
	height := float32(0)
	if s.now.panel.Visible() {
		height = min(kit.HeightFor(s.now.panel, size.Width), bottom)
		stage.Set(s.now.panel, 0, 0, size.Width, height)
	}
	short := l.short(bottom-height-s.side.MinSize().Height-stage.Units(31+2*46), size.Width)
	l.placeShort(0, bottom-short, size.Width, short)
	l.arrangeLists(0, height, size.Width, bottom-height-short)
}

// placeShort sets the short lists; where there is no room they are not shown.
func (l counterLayout) placeShort(x, y, width, height float32) {
	stage.Set(l.screen.short.panel, x, y, width, height)
	stage.SetVisible(l.screen.short.panel, height > 0 && l.screen.state.ask == nil)
}

// arrangeLists sets note, count and the waiting, or what is asked.
func (l counterLayout) arrangeLists(x, y, width, height float32) {
	s, bottom := l.screen, y+height
	if s.note.Visible() {
		y = l.arrangeNote(x, y, width, bottom)
	}
	stage.Set(s.asking.panel, x, y, width, bottom-y)
	head := s.side.MinSize().Height
	fits := s.state.ask == nil && bottom-y >= head+stage.Units(31+46)
	stage.SetVisible(s.side, fits)
	stage.SetVisible(s.table.panel, fits)
	stage.Set(s.side, x, y, width, head)
	y += head
	stage.Set(s.table.panel, x, y, width, max(0, bottom-y))
}

// arrangeNote sets the note above the lists, or at the foot where there are
// none; it returns where the lists begin.
func (l counterLayout) arrangeNote(x, y, width, bottom float32) float32 {
	edge := stage.Units(20)
	height := kit.HeightFor(l.screen.note, width-2*edge)
	top := min(y+stage.Units(12), bottom-height-stage.Units(8))
	stage.Set(l.screen.note, x+edge, top, width-2*edge, height)
	return top + height + stage.Units(8)
}

// short is the height of the short lists in the room that there is; none where
// not one line fits.
func (l counterLayout) short(room, width float32) float32 {
	head, line := stage.Units(50), stage.Units(30)
	lines := min(int((room-head)/line), mostShortLines)
	if lines < 1 {
		return 0
	}
	l.screen.short.fit(lines)
	l.screen.short.setColumns(width >= stage.Units(shortThreeFrom))
	return head + float32(lines)*line
}

// MinSize leaves the size to the window.
func (counterLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(400), stage.Units(300))
}
