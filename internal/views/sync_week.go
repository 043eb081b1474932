package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// syncWeek is a strip with one cell for each day.
func syncWeek(days []syncDay) *guideBlock {
	ground := kit.NewCard(kit.Inset{}, kit.Column(0))
	cells := make([]fyne.CanvasObject, len(days))
	for i, day := range days {
		cells[i] = syncDayCell(day, i > 0)
	}
	return newGuideBlock(func(width float32, put placing) float32 {
		height, cell := units(105), width/float32(max(1, len(cells)))
		put(ground, 0, 0, width, height)
		for i, o := range cells {
			put(o, float32(i)*cell, 0, cell, height)
		}
		return height
	}, append([]fyne.CanvasObject{ground}, cells...)...)
}

// syncDayCell is one day: its name, what became of it, and when.
func syncDayCell(day syncDay, divided bool) *guideBlock {
	centred := func(words string, colour fyne.ThemeColorName, size fyne.ThemeSizeName) *kit.Label {
		return kit.Text(words, colour, size).Aligned(fyne.TextAlignCenter)
	}
	rule := colourBlock(kit.ColorLine)
	rule.Hidden = !divided
	mark := kit.NewMark(day.shape, day.colour)
	ink := day.colour
	if day.shape == kit.ShapeTick {
		ink = kit.ColorInk
	}
	name := centred(day.day, kit.ColorMuted, kit.TextDetail)
	word := kit.SemiBold(day.word, ink, kit.TextBody).Aligned(fyne.TextAlignCenter)
	below := centred(day.below, kit.ColorMuted, kit.TextDetail)
	return newGuideBlock(func(width float32, put placing) float32 {
		line := name.MinSize().Height
		put(rule, 0, 0, 1, units(105))
		put(name, 0, units(10), width, line)
		put(mark, (width-units(15))/2, units(37), units(15), units(15))
		put(word, 0, units(57), width, word.MinSize().Height)
		put(below, 0, units(76), width, line)
		return units(105)
	}, rule, name, mark, word, below)
}
