package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// DaySpan is a part of a day bar, from 0 at its left end to 1 at its right.
type DaySpan struct{ From, To float32 }

// DayBar shows when somebody serves on a day, and where the day stands now.
type DayBar struct {
	widget.BaseWidget

	spans  []DaySpan
	colour fyne.ThemeColorName
	hollow bool
	at     float32 // now; outside 0 to 1 it is not shown

	rule  *canvas.Rectangle
	bars  []*canvas.Rectangle
	now   *canvas.Rectangle
	shown *renderer
}

// NewDayBar makes an empty bar.
func NewDayBar() *DayBar {
	b := &DayBar{colour: ColorOpen, rule: canvas.NewRectangle(nil), now: canvas.NewRectangle(nil)}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows the spans of a day in a colour, hollow where nobody serves, and
// where the day stands now.
func (b *DayBar) Set(spans []DaySpan, colour fyne.ThemeColorName, hollow bool, now float32) {
	b.spans, b.colour, b.hollow, b.at = spans, colour, hollow, now
	for len(b.bars) < len(spans) {
		b.bars = append(b.bars, canvas.NewRectangle(nil))
	}
	b.shown.replace(b.parts())
	b.Refresh()
}

func (b *DayBar) parts() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{b.rule}
	for _, bar := range b.bars {
		objects = append(objects, bar)
	}
	return append(objects, b.now)
}

// CreateRenderer draws the bar.
func (b *DayBar) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	b.shown = &renderer{widget: b, objects: b.parts()}
	b.paint()
	return b.shown
}

func (b *DayBar) paint() {
	fill(b.rule, ColorLine, "", 0, 0)
	fill(b.now, ColorInk, "", 0, 0)
	for i, bar := range b.bars {
		fill(bar, b.colour, "", 0, units(3))
		if b.hollow {
			fill(bar, "", b.colour, units(1.2), units(3))
		}
		show(bar, i < len(b.spans))
	}
	show(b.now, b.at >= 0 && b.at <= 1)
}

func (b *DayBar) measure() fyne.Size { return fyne.NewSize(units(60), units(20)) }

func (b *DayBar) arrange(size fyne.Size) {
	middle, high, line := size.Height/2, units(10), max(theme.Size(LineThin), units(1.5))
	place(b.rule, 0, middle-line/2, size.Width, line)
	for i, s := range b.spans {
		from, to := min(max(s.From, 0), 1)*size.Width, min(max(s.To, 0), 1)*size.Width
		place(b.bars[i], from, middle-high/2, to-from, high)
	}
	place(b.now, b.at*size.Width-units(1), 0, units(2), size.Height)
}
