package board

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// drawIssued fills the display with a new number, its counter, floor and way.
func (b boardPage) drawIssued(pen *kit.Pen, t desk.Issued) {
	b.drawMall(pen)
	now := b.desk.Now()
	pen.TextEnd(kit.Face{Size: 34, Colour: kit.ColorBoardMuted}, 1848, 42, b.speak.LongDate(now)+"   "+b.speak.Clock(now)+" "+text.Zone(now))
	pen.Text(kit.Face{Size: 46, Colour: kit.ColorBoardMuted}, 72, 140, 1000, b.speak.T("board.your_number"))
	number := kit.Face{Size: 310, Weight: kit.WeightBold, Colour: kit.ColorBoardNumber}
	pen.Text(pen.Fit(number, 1120, t.Number), 66, 180, 1140, t.Number)
	b.drawPlan(pen, t)
	b.drawWay(pen, t)
	b.drawWait(pen, t)
	pen.Box(kit.ColorBoardSide, 0, 0, 1068, kit.BoardWidth, 12)
	pen.Box(kit.ColorBoardMuted, 0, 0, 1068, kit.BoardWidth*b.left(), 12)
}

func (b boardPage) drawWay(pen *kit.Pen, t desk.Issued) {
	pen.Box(kit.ColorBoardNumber, 0, 0, 560, kit.BoardWidth, 336)
	if t.Counter == nil {
		pen.Text(kit.Face{Size: 96, Weight: kit.WeightBold, Colour: kit.ColorBoardOnNumber}, 72, 660, 1780, t.Agency.ShortName)
		return
	}
	pen.Icon(finds.ArrowOf(t.Way), kit.ColorBoardOnNumber, 60, 612, 232)
	place := b.placeOf(models.Announcement{Counter: t.Counter.Code})
	number := kit.Face{Size: 236, Weight: kit.WeightBold, Colour: kit.ColorBoardOnNumber}
	pen.Text(pen.Fit(number, 430, place.number), 372, 586, 440, place.number)
	pen.Box(kit.ColorBoardOnNumber, 0, 826, 642, 4, 172)
	pen.Text(kit.Face{Size: 88, Weight: kit.WeightSemiBold, Colour: kit.ColorBoardOnNumber}, 886, 606, 980, place.floor)
	way := kit.Face{Size: 60, Colour: kit.ColorBoardOnNumber}
	words := stage.Lower(b.speak.Way(t.Way))
	pen.Text(pen.Fit(way, 980, words), 886, 736, 980, words)
}

// drawWait tells how many are before, and how long it takes.
func (b boardPage) drawWait(pen *kit.Pen, t desk.Issued) {
	words := b.serviceOf(t)
	if t.Wait != nil {
		words = stage.Capital(b.speak.Say(t.Wait.SayAhead()))
	}
	pen.Text(kit.Face{Size: 52, Weight: kit.WeightSemiBold, Colour: kit.ColorBoardText}, 72, 956, 1780, words)
}

// serviceOf names the service; a sensitive one is not named in the hall.
func (b boardPage) serviceOf(t desk.Issued) string {
	if t.Service == nil || t.Service.Sensitive {
		return b.speak.T("slip.sensitive", t.Agency.ShortName)
	}
	return t.Service.Name
}

// drawPlan draws the floor with the way on it.
func (b boardPage) drawPlan(pen *kit.Pen, t desk.Issued) {
	directory := b.desk.Catalogue().Directory
	if t.Counter == nil {
		return
	}
	for i := range directory.Floors {
		floor := &directory.Floors[i]
		if floor.Number != t.Counter.Floor || floor.Width <= 0 || floor.Depth <= 0 {
			continue
		}
		plan := kit.NewFloorPlan()
		plan.SetWords(finds.PlanWords(b.speak))
		plan.SetFloor(floor, finds.CounterNumbers(b.desk.Catalogue(), floor))
		plan.SetTarget(t.Counter.Code)
		plan.SetWay(t.Way.Line)
		size := fyne.NewSize(600, 600*float32(floor.Depth/floor.Width))
		if size.Height > 390 {
			size = fyne.NewSize(390*float32(floor.Width/floor.Depth), 390)
		}
		pen.Object(plan, 1848-size.Width, 130, size.Width, size.Height)
	}
}
