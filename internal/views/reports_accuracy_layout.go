package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
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
	x, own := units(reportsEdge), subject.MinSize()
	set(subject, x, (size.Height-own.Height)/2, own.Width, own.Height)
	x += own.Width + units(14)
	height := days.MinSize().Height
	set(days, x, (size.Height-height)/2, max(0, size.Width-units(reportsEdge)-x), height)
}

// MinSize is the height of the line.
func (accuracyTop) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(400), units(accuracyTopHigh))
}

// accuracyFigures sets tiles, the head of the table, its rows, and the foot.
type accuracyFigures struct{ part *accuracyPart }

// Layout lets the rows scroll between the head and the foot; a low window has
// the words of the foot below the rows.
func (l accuracyFigures) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	fits := size.Height >= units(accuracyFootFit)
	if l.part.last.Visible() == fits {
		setVisible(l.part.last, !fits)
		setVisible(l.part.foot, fits)
	}
	y, bottom := float32(0), size.Height
	for _, o := range objects[:2] {
		height := kit.HeightFor(o, size.Width)
		set(o, 0, y, size.Width, height)
		y += height
	}
	if foot := objects[3]; foot.Visible() {
		height := kit.HeightFor(foot, size.Width)
		bottom -= height
		set(foot, 0, bottom, size.Width, height)
	}
	set(objects[2], 0, y, size.Width, max(0, bottom-y))
}

// MinSize leaves the size to the window.
func (accuracyFigures) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(600), units(200))
}
