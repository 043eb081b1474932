package reports

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Measures of that part in units.
const (
	reportsEdge     float32 = 22
	accuracyTopHigh float32 = 44
	accuracyFootFit float32 = 380 // from this height on, the foot stays in sight
)

// accuracyReading says how to read the figures, a line each.
func accuracyReading(speak *text.Speaker) fyne.CanvasObject {
	lines := kit.Column(3, kit.SemiBold(speak.T("reports.read"), kit.ColorMuted, kit.TextCaption))
	for _, figure := range []string{"inside", "error", "naive", "few"} {
		lines.Add(kit.Text(speak.T("reports.read."+figure), kit.ColorMuted, kit.TextCaption).Wrapped())
	}
	return lines
}

// accuracyTop sets what the part is about, and its days, in one line.
type accuracyTop struct{}

// Layout cuts the days where room is short.
func (accuracyTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	subject, days := objects[0], objects[1]
	x, own := stage.Units(reportsEdge), subject.MinSize()
	stage.Set(subject, x, (size.Height-own.Height)/2, own.Width, own.Height)
	x += own.Width + stage.Units(14)
	height := days.MinSize().Height
	stage.Set(days, x, (size.Height-height)/2, max(0, size.Width-stage.Units(reportsEdge)-x), height)
}

// MinSize is the height of the line.
func (accuracyTop) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(400), stage.Units(accuracyTopHigh))
}

// accuracyFigures sets tiles, the head of the table, its rows, and the foot.
type accuracyFigures struct{ part *accuracyPart }

// Layout lets the rows scroll between the head and the foot; a low window has
// the words of the foot below the rows.
func (l accuracyFigures) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	fits := size.Height >= stage.Units(accuracyFootFit)
	if l.part.last.Visible() == fits {
		stage.SetVisible(l.part.last, !fits)
		stage.SetVisible(l.part.foot, fits)
	}
	y, bottom := float32(0), size.Height
	for _, o := range objects[:2] {
		height := kit.HeightFor(o, size.Width)
		stage.Set(o, 0, y, size.Width, height)
		y += height
	}
	if foot := objects[3]; foot.Visible() {
		height := kit.HeightFor(foot, size.Width)
		bottom -= height
		stage.Set(foot, 0, bottom, size.Width, height)
	}
	stage.Set(objects[2], 0, y, size.Width, max(0, bottom-y))
}

// MinSize leaves the size to the window.
func (accuracyFigures) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(600), stage.Units(200))
}
