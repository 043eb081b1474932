package syncpage

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// syncStation is one end of the way: an icon in a card, and words below it.
type syncStation struct {
	card         *kit.Panel
	name, detail *kit.Label
	status       *kit.StatusLine
}

func newSyncStation(icon kit.Icon, name, detail string, status kit.Status) syncStation {
	return syncStation{
		card:   kit.NewCard(kit.Around(14), kit.NewPictogram(icon, kit.ColorInk, 24)),
		name:   kit.SemiBold(name, kit.ColorInk, kit.TextButton).Cut(),
		detail: kit.Text(detail, kit.ColorMuted, kit.TextDetail).Cut(),
		status: kit.NewStatusLine(status),
	}
}

func (s syncStation) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.card, s.name, s.detail, s.status}
}

// arrange sets the station at x and returns its height.
func (s syncStation) arrange(x, width float32, put stage.Placing) float32 {
	y := stage.Units(stationSide)
	put(s.card, x, 0, y, y)
	y += stage.Units(8)
	for _, line := range []fyne.CanvasObject{s.name, s.detail, s.status} {
		height := line.MinSize().Height
		put(line, x, y, width, height)
		y += height + stage.Units(3)
	}
	return y
}

// stationSide is the side of a station's card.
const stationSide float32 = 52

// syncWhere draws the way from this desk to the centre, and where it ends.
func syncWhere(speak *text.Speaker, page syncPage) *stage.Block {
	here := newSyncStation(kit.IconComputer, page.desk, speak.T("sync_page.here"),
		kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: speak.T("sync_page.stored")})
	centre := newSyncStation(kit.IconCentre, speak.T("sync_page.centre"), page.target, page.centre)
	cause := kit.Text(page.cause, kit.ColorMuted, kit.TextDetail).Wrapped()
	cause.Hidden = page.cause == ""
	near, rest := colourBlock(page.centre.Colour), colourBlock(kit.ColorLine)
	switch page.way {
	case wayWhole:
		rest.SetGround(page.centre.Colour)
	case wayUnknown:
		near.SetGround(kit.ColorLine)
	}
	cross := kit.NewMark(kit.ShapeCross, kit.ColorWarn)
	cross.Hidden = page.way != wayBroken
	parts := append(here.parts(), centre.parts()...)
	return stage.NewBlock(func(width float32, put stage.Placing) float32 {
		at := width * 0.55
		height := max(here.arrange(0, at-stage.Units(16), put), centre.arrange(at, width-at, put))
		if !cause.Hidden {
			below := kit.HeightFor(cause, width-at)
			put(cause, at, height, width-at, below)
			height += below
		}
		from, to, y := stage.Units(stationSide+16), at-stage.Units(16), stage.Units(stationSide/2)
		half, gap := (from+to)/2, float32(0)
		if page.way == wayBroken {
			gap = stage.Units(18)
		}
		put(near, from, y-stage.Units(2), half-gap-from, stage.Units(4))
		put(rest, half+gap, y-stage.Units(2), to-half-gap, stage.Units(4))
		put(cross, half-stage.Units(9), y-stage.Units(9), stage.Units(18), stage.Units(18))
		return height
	}, append(parts, near, rest, cross, cause)...)
}
