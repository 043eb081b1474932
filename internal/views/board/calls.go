package board

import (
	"strconv"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// boardPage draws the visitors' display (design/mockups/display-*.png).
type boardPage struct {
	*boardState
	speak *text.Speaker
}

// rows of calls and lines of agencies that have room.
const (
	boardRows  = 6
	boardLines = 8
)

func (b boardPage) draw(pen *kit.Pen) {
	if b.issued != nil {
		b.drawIssued(pen, *b.issued)
		return
	}
	b.drawMall(pen)
	b.drawCalls(pen)
	b.drawToday(pen)
}

func (b boardPage) drawMall(pen *kit.Pen) {
	pen.Logo(72, 36, 54)
	pen.Text(kit.Face{Size: 34, Weight: kit.WeightSemiBold, Colour: kit.ColorBoardText}, 146, 42, 900,
		b.desk.Catalogue().Directory.Mall.ShortName)
}

// drawCalls lists the last number of each counter, the newest first.
func (b boardPage) drawCalls(pen *kit.Pen) {
	quiet := kit.Face{Size: 32, Colour: kit.ColorBoardMuted}
	foot := b.speak.T("board.foot")
	pen.Text(pen.Fit(quiet, 1180, foot), 72, 990, 1180, foot)
	if len(b.calls) == 0 {
		pen.Text(kit.Face{Size: 64, Weight: kit.WeightSemiBold, Colour: kit.ColorBoardText}, 72, 420, 1180, b.speak.T("board.welcome"))
		pen.Text(kit.Face{Size: 40, Colour: kit.ColorBoardMuted}, 72, 520, 1180, b.speak.T("board.no_calls"))
		return
	}
	pen.Text(quiet, 72, 140, 400, b.speak.T("board.number"))
	pen.Text(quiet, 558, 140, 260, b.speak.T("board.counter"))
	b.drawNewest(pen, b.calls[0])
	for i, call := range b.calls[1:min(len(b.calls), boardRows+1)] {
		b.drawCall(pen, call, 376+97*float32(i))
	}
}

func (b boardPage) drawNewest(pen *kit.Pen, call models.Announcement) {
	pen.Box(kit.ColorBoardNumber, 14, 36, 198, 1262, 168)
	number := kit.Face{Size: 114, Weight: kit.WeightBold, Colour: kit.ColorBoardOnNumber}
	pen.Text(pen.Fit(number, 460, call.Number), 72, 212, 470, call.Number)
	place := b.placeOf(call)
	pen.Text(pen.Fit(number, 230, place.number), 558, 212, 240, place.number)
	pen.Text(kit.Face{Size: 46, Weight: kit.WeightSemiBold, Colour: kit.ColorBoardOnNumber}, 820, 222, 460, place.agency)
	pen.Text(kit.Face{Size: 40, Colour: kit.ColorBoardOnNumber}, 820, 286, 460, place.floor)
}

func (b boardPage) drawCall(pen *kit.Pen, call models.Announcement, y float32) {
	pen.Box(kit.ColorBoardLine, 0, 72, y, 1190, 2)
	number := kit.Face{Size: 68, Weight: kit.WeightBold, Colour: kit.ColorBoardText}
	pen.Text(pen.Fit(number, 460, call.Number), 72, y+7, 470, call.Number)
	place := b.placeOf(call)
	number.Colour = kit.ColorBoardNumber
	pen.Text(number, 558, y+7, 240, place.number)
	end := pen.Text(kit.Face{Size: 34, Colour: kit.ColorBoardText}, 820, y+28, 330, place.agency)
	pen.Text(kit.Face{Size: 34, Colour: kit.ColorBoardMuted}, end, y+28, 1262-end, " · "+place.floor)
}

// boardPlace is a counter in words.
type boardPlace struct{ number, agency, floor string }

func (b boardPage) placeOf(call models.Announcement) boardPlace {
	counter, agency := b.desk.Catalogue().Counter(call.Counter)
	if counter == nil {
		return boardPlace{number: call.Counter}
	}
	return boardPlace{strconv.Itoa(counter.Number), agency.ShortName, b.speak.T("row.floor", counter.Floor)}
}

// drawToday tells who is late, who is not here and when it opens again, and
// how many are open.
func (b boardPage) drawToday(pen *kit.Pen) {
	const left, right = 1376, 1864
	now := b.desk.Now()
	pen.Box(kit.ColorBoardSide, 0, 1320, 0, 600, kit.BoardHeight)
	pen.Text(kit.Face{Size: 34, Colour: kit.ColorBoardMuted}, left, 42, 370, b.speak.Date(now))
	pen.TextEnd(kit.Face{Size: 40, Weight: kit.WeightSemiBold, Colour: kit.ColorBoardText}, right, 38, b.speak.Clock(now))
	open, notes, away := b.sorted()
	y := float32(138)
	if len(notes) > 0 {
		pen.Text(boardHeading, left, y, right-left, b.speak.T("board.today"))
		y += 64
		for _, a := range notes[:min(len(notes), 3)] {
			pen.Mark(kit.ShapeTriangle, kit.ColorBoardWarn, left, y+6, 26)
			pen.Text(kit.Face{Size: 32, Weight: kit.WeightSemiBold, Colour: kit.ColorBoardText}, left+44, y, right-left-44, a.Agency.ShortName)
			pen.Text(kit.Face{Size: 29, Colour: kit.ColorBoardMuted}, left+44, y+42, right-left-44, stage.Capital(b.speak.Say(a.Status.Reason)))
			y += 102
		}
		pen.Box(kit.ColorBoardLine, 0, left, y, right-left, 2)
		y += 30
	}
	if len(away) > 0 {
		pen.Text(boardHeading, left, y, right-left, b.speak.T("board.away"))
		y += 62
		room := int((940 - y) / 62)
		for _, a := range away[:max(0, min(len(away), room, boardLines))] {
			b.drawAway(pen, a, y, now)
			y += 62
		}
	}
	pen.Mark(kit.ShapeDisc, kit.ColorBoardOpen, left, 1000, 26)
	pen.Text(kit.Face{Size: 32, Weight: kit.WeightSemiBold, Colour: kit.ColorBoardText}, left+44, 994, right-left-44, b.speak.T("board.open", open))
}

var boardHeading = kit.Face{Size: 36, Weight: kit.WeightSemiBold, Colour: kit.ColorBoardText}

func (b boardPage) drawAway(pen *kit.Pen, a desk.AgencyStatus, y float32, now time.Time) {
	const left, right = 1376, 1864
	pen.Mark(kit.ShapeBarred, kit.ColorBoardStop, left, y+6, 26)
	name := kit.Face{Size: 32, Weight: kit.WeightSemiBold, Colour: kit.ColorBoardText}
	end := pen.TextEnd(kit.Face{Size: 28, Colour: kit.ColorBoardMuted}, right, y+3, b.opens(a.Status.NextOpening, now))
	room := end - left - 56
	pen.Text(pen.Fit(name, room, a.Agency.ShortName), left+44, y, room, a.Agency.ShortName)
}

// opens says when an agency opens again, as short as it can be said.
func (b boardPage) opens(at, now time.Time) string {
	at = at.In(now.Location())
	days := civilDays(now, at)
	switch {
	case at.IsZero() || at.Year() < now.Year():
		return ""
	case days == 0:
		return b.speak.Clock(at)
	case days == 1:
		return b.speak.T("board.tomorrow", at)
	case days < 7:
		return b.speak.T("board.weekday", at, at)
	}
	return b.speak.T("board.date", at.Day(), b.speak.Month(at.Month())[:3], at)
}

// civilDays is how many midnights lie between two instants.
func civilDays(from, to time.Time) int {
	day := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return int(day(to).Sub(day(from)).Hours() / 24)
}

// sorted counts the open agencies and tells apart those of which something is
// to be said and those that are not here. A weekend closes all of them: that
// the mall is closed is said once.
func (b boardPage) sorted() (open int, notes, away []desk.AgencyStatus) {
	for _, a := range b.agencies {
		switch a.Status.State {
		case models.StateLate, models.StateOutage, models.StateLastTicketPassed, models.StateQuotaGone:
			notes = append(notes, a)
		case models.StateAbsent, models.StateClosed, models.StateHoliday, models.StateNotYet, models.StateBreak:
			away = append(away, a)
		}
		if a.Status.Open {
			open++
		}
	}
	return open, notes, away
}
