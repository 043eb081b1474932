package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
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
func guidePaper(name string) *guideBlock {
	dot := kit.NewMark(kit.ShapeDisc, kit.ColorInk)
	label := kit.Text(name, kit.ColorInk, kit.TextService).Wrapped()
	return newGuideBlock(func(width float32, put placing) float32 {
		left, side := units(26), units(9)
		line := kit.Text("", kit.ColorInk, kit.TextService).MinSize().Height
		put(dot, 0, (line-side)/2, side, side)
		height := kit.HeightFor(label, width-left)
		put(label, left, 0, width-left, height)
		return height
	}, dot, label)
}

// guideStopLine is a counter with its service and how it is now.
func guideStopLine(stop guideStop) *guideBlock {
	plate := kit.NewSmallPlate(stop.number)
	plate.Set(stop.number, "", stop.plate)
	plate.Hidden = stop.number == ""
	name := kit.SemiBold(stop.name, kit.ColorInk, kit.TextButton).Wrapped()
	status := kit.NewStatusLine(stop.status)
	return newGuideBlock(func(width float32, put placing) float32 {
		size := plate.MinSize()
		put(plate, 0, units(4), size.Width, size.Height)
		left := size.Width + units(12)
		height := kit.HeightFor(name, width-left)
		put(name, left, 0, width-left, height)
		line := status.MinSize().Height
		put(status, left, height+units(2), width-left, line)
		return max(height+units(2)+line, units(4)+size.Height)
	}, plate, name, status)
}
