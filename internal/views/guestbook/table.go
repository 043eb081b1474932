package guestbook

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// guestbookTable lists the rows. Its rows are recycled: a book of thousands has
// as many as the window shows.
type guestbookTable struct {
	state *guestbookState
	speak *text.Speaker
	words guestbookWords

	content *kit.Panel
	modes   *kit.Segmented
	search  *kit.SearchField
	note    *kit.Note
	reading *kit.StatusLine
	empty   *fyne.Container
	list    *widget.List
	count   *kit.Label
	asked   *kit.StatusLine
	told    fyne.CanvasObject
	full    *kit.KeyHint  // export with identities
	row     *kit.GuestRow // measures the others
	shown   map[int]*kit.GuestRow
	drawn   bookDrawn
	above   [2]bool // note and progress are shown
}

// bookDrawn is what all rows depend on.
type bookDrawn struct {
	listed, cursor int
	minute         time.Time
}

func newGuestbookTable(s *guestbookState, speak *text.Speaker, press func(kit.KeyPress) bool) *guestbookTable {
	t := &guestbookTable{state: s, speak: speak, row: kit.NewGuestRow(nil), shown: map[int]*kit.GuestRow{}}
	t.modes = kit.NewSegmented(func(i int) { s.show(bookMode(i)) }, speak.T("guestbook.today"), speak.T("guestbook.history"),
		speak.T("guestbook.requests")).Compact()
	t.modes.OnKey = press
	t.search = kit.NewSearchField(speak.T("guestbook.search")).Compact()
	t.search.Input.OnKey = press
	t.search.Input.OnChanged = func(words string) { s.typed = words }
	t.search.Input.OnFocus = func(gained bool) {
		if gained && s.spot != bookSearch {
			s.goTo(bookSearch)
		}
	}
	t.list = widget.NewList(func() int { return len(s.rows) },
		func() fyne.CanvasObject { return kit.NewGuestRow(s.point) }, t.fill)
	t.list.HideSeparators = true
	t.note = kit.NewNote(kit.NoteInfo, "", "")
	t.reading = kit.NewStatusLine(kit.Status{})
	t.empty = kit.NewEmpty(speak.T("guestbook.empty"), speak.T("guestbook.empty_do"))
	column := func(name string) string { return speak.T("book.column." + name) }
	header := kit.NewGuestHeader([6]string{column("time"), column("number"), column("name"), column("nik"), column("service"), column("state")})
	t.count = kit.Text("", kit.ColorMuted, kit.TextDetail)
	t.asked = kit.NewStatusLine(kit.Status{})
	t.told = kit.Text(speak.T("guestbook.told"), kit.ColorMuted, kit.TextDetail)
	t.full = kit.NewKeyHint(speak.T("guestbook.full"), s.beginFull, "Ctrl Shift E")
	title := kit.SemiBold(speak.T("guestbook.title"), kit.ColorInk, kit.TextService)
	export := kit.NewButton(kit.ButtonOutlined, speak.T("guestbook.export"), "Ctrl E", s.exportList).Compact()
	top := &fyne.Container{Layout: guestbookTop{}, Objects: []fyne.CanvasObject{title, t.modes, t.search, export}}
	aside := kit.NewPanel("", kit.Inset{Right: 20, Left: 20}, 0, kit.Column(8, t.note, t.reading))
	foot := kit.NewPanel(kit.ColorRaised, kit.Sides(11, 20), kit.EdgeTop, &fyne.Container{Layout: guestbookFoot{},
		Objects: []fyne.CanvasObject{t.count, t.asked, t.told, t.full}})
	body := container.NewStack(t.list, kit.NewPanel("", kit.Sides(18, 20), 0, t.empty))
	t.content = kit.NewPanel(kit.ColorSurface, kit.Inset{}, 0, kit.Border(kit.Column(0, top, aside, header), foot, nil, nil, body))
	return t
}

// fill puts a visitor into a row that was another's.
func (t *guestbookTable) fill(i widget.ListItemID, o fyne.CanvasObject) {
	if i >= len(t.state.rows) {
		return
	}
	row := o.(*kit.GuestRow)
	row.Index, t.shown[i] = i, row
	row.Set(t.words.row(t.state.rows[i], t.request(i)), i == t.state.cursor)
	if len(t.state.rows)-i < bookAhead/2 {
		t.state.nextPage()
	}
}

// request is what waits for an answer in a list of requests.
func (t *guestbookTable) request(i int) *desk.OpenRequest {
	if t.state.mode != bookRequests || i >= len(t.state.requests) {
		return nil
	}
	return &t.state.requests[i]
}

func (t *guestbookTable) paint(words guestbookWords) {
	s := t.state
	t.words = words
	t.modes.SetSelected(int(s.mode))
	stage.SetText(t.search.Input, s.typed)
	t.paintNote()
	t.place()
	stage.SetVisible(t.empty, s.known && !s.loading && len(s.rows) == 0 && s.err == nil)
	now := bookDrawn{s.listed, s.cursor, words.now.Truncate(time.Minute)}
	if before := t.drawn; before != now {
		t.drawn = now
		if before.listed != now.listed || !before.minute.Equal(now.minute) {
			clear(t.shown)
			t.list.Refresh()
		} else {
			t.light(before.cursor)
			t.light(now.cursor)
		}
		t.reveal(now.cursor)
	}
	t.paintFoot()
}

func (t *guestbookTable) light(index int) {
	if row := t.shown[index]; row != nil && row.Index == index {
		t.fill(index, row)
	}
}

// reveal scrolls as little as needed to see a row.
func (t *guestbookTable) reveal(row int) {
	height := t.row.MinSize().Height
	top, seen, room := float32(row)*height, t.list.GetScrollOffset(), t.list.Size().Height
	switch {
	case room <= 0:
	case top < seen:
		t.list.ScrollToOffset(top)
	case top+height > seen+room:
		t.list.ScrollToOffset(top + height - room)
	}
}

// paintNote says what went wrong, what was done, and how far a search by name
// has come.
func (t *guestbookTable) paintNote() {
	s := t.state
	kind, sentence := kit.NoteInfo, t.speak.Say(s.says)
	if s.err != nil {
		kind, sentence = kit.NoteStop, t.speak.Error(s.err)
	}
	stage.SetVisible(t.note, sentence != "")
	if t.note.Visible() {
		t.note.Set(kind, "", sentence)
	}
	stage.SetVisible(t.reading, s.loading && len(s.rows) == 0 || s.names != nil)
	if !t.reading.Visible() {
		return
	}
	status := kit.Status{Shape: kit.ShapeRing, Colour: kit.ColorAccent, Word: t.speak.T("guestbook.reading")}
	if n := s.names; n != nil {
		status.Word = t.speak.T("guestbook.opened", t.speak.Count(n.Opened))
		if !n.Back.IsZero() {
			status.Detail = t.speak.T("guestbook.back_to", n.Back.In(t.words.now.Location()))
		}
		switch {
		case s.loading:
			status.Detail += " " + t.speak.T("guestbook.cancel")
		case n.More:
			status.Shape, status.Detail = kit.ShapeTriangle, t.speak.T("guestbook.too_many")
		default:
			status.Shape = kit.ShapeTick
		}
	}
	t.reading.Set(status)
}

// place moves header and rows when a note above them comes or goes.
func (t *guestbookTable) place() {
	above := [2]bool{t.note.Visible(), t.reading.Visible()}
	if above != t.above || above[0] {
		t.above = above
		stage.LayAnew(t.content.Content)
	}
}

// paintFoot counts today, and warns of requests that wait.
func (t *guestbookTable) paintFoot() {
	s := t.state
	t.count.SetText(t.speak.T("guestbook.count", t.speak.Count(s.visits), t.speak.Count(s.nameless)))
	worst, overdue := models.UrgencyTime, 0
	for _, r := range s.requests {
		switch r.Urgency {
		case models.UrgencyOverdue:
			overdue++
			worst = models.UrgencyOverdue
		case models.UrgencySoon:
			if overdue == 0 {
				worst = models.UrgencySoon
			}
		}
	}
	stage.SetVisible(t.asked, len(s.requests) > 0)
	stage.SetVisible(t.full, s.book.May(models.ActionExportFull))
	status := kit.Status{Shape: kit.ShapeRing, Colour: kit.ColorOff, Word: t.speak.T("guestbook.open_requests", len(s.requests))}
	switch worst {
	case models.UrgencyOverdue:
		status.Shape, status.Colour = kit.ShapeCross, kit.ColorStop
		status.Word = t.speak.T("guestbook.overdue_requests", len(s.requests), overdue)
	case models.UrgencySoon:
		status.Shape, status.Colour = kit.ShapeTriangle, kit.ColorWarn
	}
	t.asked.Set(status)
}

// guestRoomy is the width in units from which the title stands beside the
// search; the rail says it too.
const guestRoomy float32 = 760

// guestbookTop sets title, modes, search and export in one line.
type guestbookTop struct{}

// Layout gives the search what is left.
func (guestbookTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, modes, search, export := objects[0], objects[1], objects[2], objects[3]
	gap, right := stage.Units(12), size.Width-stage.Units(20)
	beside := func(o fyne.CanvasObject, x, width float32) float32 {
		height := o.MinSize().Height
		stage.Set(o, x, (size.Height-height)/2, width, height)
		return x + width + gap
	}
	x, roomy := stage.Units(20), size.Width >= stage.Units(guestRoomy)
	stage.SetVisible(title, roomy)
	if roomy {
		x = beside(title, x, title.MinSize().Width)
	}
	x = beside(modes, x, modes.MinSize().Width)
	own := export.MinSize().Width
	beside(export, right-own, own)
	beside(search, x, max(stage.Units(100), min(stage.Units(300), right-own-gap-x)))
}

// MinSize is the height of the line.
func (guestbookTop) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(500), stage.Units(62))
}

// guestbookFoot sets the count at the left, the requests after it, and what is
// noted at the right where there is room.
type guestbookFoot struct{}

// Layout leaves the last words out in a narrow window.
func (guestbookFoot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	count, asked, told, full := objects[0], objects[1], objects[2], objects[3]
	height := count.MinSize().Height
	width := min(count.MinSize().Width, size.Width)
	stage.Set(count, 0, 0, width, height)
	x := width + stage.Units(18)
	if asked.Visible() {
		own := asked.MinSize()
		stage.Set(asked, x, (height-own.Height)/2, min(own.Width, max(0, size.Width-x)), own.Height)
		x += own.Width + stage.Units(18)
	}
	end := size.Width
	if full.Visible() {
		own := full.MinSize()
		end -= own.Width
		stage.Set(full, end, (height-own.Height)/2, own.Width, own.Height)
		end -= stage.Units(18)
	}
	own := told.MinSize().Width
	stage.SetVisible(told, x+own <= end)
	stage.Set(told, end-own, 0, own, height)
}

// MinSize is the height of the line.
func (guestbookFoot) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(200), objects[0].MinSize().Height)
}
