package reception

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// receptionLayout sets the panes from left to right, and below them the note,
// the actions and the last ticket.
type receptionLayout struct{ screen *Screen }

// Shares of the width (design/look.md: pictures at 1366 and 1024).
const (
	purposeShare = 0.445
	papersShare  = 0.285
	foldBelow    = 886  // units of the screen's own width: the third pane folds under the second
	foldShare    = 0.58 // of the first pane then
	foldedHeight = 44   // of the pane that is put away
)

// Layout places everything; the panes get what height is left.
func (l *receptionLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.screen
	stage.Set(s.holder, 0, 0, 0, 0)
	stage.Set(s.late, 0, 0, 0, 0)
	y := size.Height
	for _, o := range []fyne.CanvasObject{s.last.content, s.actions.panel, s.note} {
		if o.Visible() {
			height := heightAt(o, size.Width)
			y -= height
			stage.Set(o, 0, y, size.Width, height)
		}
	}
	l.panes(size.Width, y)
}

// heightAt is the height at a width; words that wrap within know theirs only
// once they were given it.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	return kit.HeightFor(o, width)
}

func (l *receptionLayout) panes(width, height float32) {
	s := l.screen
	first := width * purposeShare
	folded := width < stage.Units(foldBelow)
	if folded {
		first = width * foldShare
	}
	stage.Set(s.purpose.pane, 0, 0, first, height)
	open := s.r.tickets.open
	stage.SetVisible(s.papers.pane, !open)
	stage.SetVisible(s.visitor.pane, !open)
	stage.Set(s.tickets.pane, first, 0, width-first, height)
	if folded {
		l.fold(first, width-first, height)
		return
	}
	second := width * papersShare
	stage.Set(s.papers.pane, first, 0, second, height)
	stage.Set(s.visitor.pane, first+second, 0, width-first-second, height)
}

// fold sets the third pane under the second; the one that is not at work
// shows its header only.
func (l *receptionLayout) fold(x, width, height float32) {
	s := l.screen
	small := stage.Units(foldedHeight)
	top := height - small
	if s.r.lit() == paneVisitor {
		top = small
	}
	stage.Set(s.papers.pane, x, 0, width, top)
	stage.Set(s.visitor.pane, x, top, width, height-top)
}

// MinSize asks for nothing: the frame decides.
func (l *receptionLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
