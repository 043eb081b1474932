package syncpage

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// syncWeek is a strip with one cell for each day.
func syncWeek(days []syncDay) *stage.Block {
	ground := kit.NewCard(kit.Inset{}, kit.Column(0))
	cells := make([]fyne.CanvasObject, len(days))
	for i, day := range days {
		cells[i] = syncDayCell(day, i > 0)
	}
	return stage.NewBlock(func(width float32, put stage.Placing) float32 {
		height, cell := stage.Units(105), width/float32(max(1, len(cells)))
		put(ground, 0, 0, width, height)
		for i, o := range cells {
			put(o, float32(i)*cell, 0, cell, height)
		}
		return height
	}, append([]fyne.CanvasObject{ground}, cells...)...)
}

// syncDayCell is one day: its name, what became of it, and when.
func syncDayCell(day syncDay, divided bool) *stage.Block {
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
	return stage.NewBlock(func(width float32, put stage.Placing) float32 {
		line := name.MinSize().Height
		put(rule, 0, 0, 1, stage.Units(105))
		put(name, 0, stage.Units(10), width, line)
		put(mark, (width-stage.Units(15))/2, stage.Units(37), stage.Units(15), stage.Units(15))
		put(word, 0, stage.Units(57), width, word.MinSize().Height)
		put(below, 0, stage.Units(76), width, line)
		return stage.Units(105)
	}, rule, name, mark, word, below)
}
