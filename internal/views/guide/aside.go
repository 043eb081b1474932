package guide

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// guideAsideList lists papers large enough to be read from a metre, or stops.
func guideAsideList(aside guideAside) fyne.CanvasObject {
	list := kit.Column(10)
	for _, paper := range aside.papers {
		list.Add(guidePaper(paper))
	}
	for _, stop := range aside.stops {
		list.Add(guideStopLine(stop))
	}
	if len(list.Objects) == 0 && aside.empty != "" {
		list.Add(kit.Text(aside.empty, kit.ColorMuted, kit.TextResult).Wrapped())
	}
	return list
}

// guidePaper is a paper to bring, with its dot.
func guidePaper(name string) *stage.Block {
	dot := kit.NewMark(kit.ShapeDisc, kit.ColorInk)
	label := kit.Text(name, kit.ColorInk, kit.TextService).Wrapped()
	return stage.NewBlock(func(width float32, put stage.Placing) float32 {
		left, side := stage.Units(26), stage.Units(9)
		line := kit.Text("", kit.ColorInk, kit.TextService).MinSize().Height
		put(dot, 0, (line-side)/2, side, side)
		height := kit.HeightFor(label, width-left)
		put(label, left, 0, width-left, height)
		return height
	}, dot, label)
}

// guideStopLine is a counter with its service and how it is now.
func guideStopLine(stop guideStop) *stage.Block {
	plate := kit.NewSmallPlate(stop.number)
	plate.Set(stop.number, "", stop.plate)
	plate.Hidden = stop.number == ""
	name := kit.SemiBold(stop.name, kit.ColorInk, kit.TextButton).Wrapped()
	status := kit.NewStatusLine(stop.status)
	return stage.NewBlock(func(width float32, put stage.Placing) float32 {
		size := plate.MinSize()
		put(plate, 0, stage.Units(4), size.Width, size.Height)
		left := size.Width + stage.Units(12)
		height := kit.HeightFor(name, width-left)
		put(name, left, 0, width-left, height)
		line := status.MinSize().Height
		put(status, left, height+stage.Units(2), width-left, line)
		return max(height+stage.Units(2)+line, stage.Units(4)+size.Height)
	}, plate, name, status)
}
