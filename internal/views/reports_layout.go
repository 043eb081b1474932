package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// Measures of F6 in units.
const (
	reportsEdge    float32 = 22
	reportsTopHigh float32 = 60
	reportsFootFit float32 = 400 // from this height on, the foot stays in sight
)

// reportsReading says how to read the figures, a line each.
func reportsReading(speak *text.Speaker) fyne.CanvasObject {
	lines := kit.Column(3, kit.SemiBold(speak.T("reports.read"), kit.ColorMuted, kit.TextCaption))
	for _, figure := range []string{"inside", "error", "naive", "few"} {
		lines.Add(kit.Text(speak.T("reports.read."+figure), kit.ColorMuted, kit.TextCaption).Wrapped())
	}
	return lines
}

// reportsTop sets the title, what the report is about, its days, and the key
// that reads it again, in one line.
type reportsTop struct{}

// Layout cuts the days where room is short.
func (reportsTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, subject, days, again := objects[0], objects[1], objects[2], objects[3]
	x, right := units(reportsEdge), size.Width-units(reportsEdge)
	beside := func(o fyne.CanvasObject, x, width, shift float32) float32 {
		height := o.MinSize().Height
		set(o, x, (size.Height-height)/2+units(shift), width, height)
		return x + width + units(14)
	}
	x = beside(title, x, title.MinSize().Width, 0)
	x = beside(subject, x, subject.MinSize().Width, 2)
	key := again.MinSize().Width
	beside(again, right-key, key, 0)
	beside(days, x, max(0, right-key-units(14)-x), 2)
}

// MinSize is the height of the line.
func (reportsTop) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(400), units(reportsTopHigh))
}

// reportsFigures sets tiles, the head of the table, its rows, and the foot.
type reportsFigures struct{ screen *reportsScreen }

// Layout lets the rows scroll between the head and the foot; a low window has
// the words of the foot below the rows.
func (l reportsFigures) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	fits := size.Height >= units(reportsFootFit)
	if l.screen.last.Visible() == fits {
		setVisible(l.screen.last, !fits)
		setVisible(l.screen.foot, fits)
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
func (reportsFigures) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(600), units(200))
}
