package today

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// todayTable is the left side of F5: every agency that comes today, in groups.
type todayTable struct {
	state   *todayState
	speak   *text.Speaker
	content *fyne.Container
	ground  *kit.Panel
	summary *kit.Label
	search  *kit.SearchField
	header  *kit.DayHeader
	empty   *fyne.Container
	list    *fyne.Container
	scroll  *stage.Scrolled
	foot    *kit.Panel
	names   *kit.StatusLine

	rows    []*kit.DayRow // as the list shows them, reused
	heads   [groupUnscheduled + 1]*todayHead
	shown   []todayGroup // of rows
	agency  string       // the one kept in sight
	filling bool         // the program, not the person, changes the field
}

// todayHead names a group above its rows.
type todayHead struct {
	content *kit.Panel
	title   *kit.Label
	count   *kit.Label
}

func newTodayHead() *todayHead {
	h := &todayHead{title: kit.SemiBold("", kit.ColorMuted, kit.TextCaption), count: kit.Text("", kit.ColorMuted, kit.TextCaption)}
	h.content = kit.NewPanel("", kit.Inset{Top: 9, Right: 14, Bottom: 5, Left: 14}, 0, kit.Row(5, h.title, h.count))
	return h
}

func newTodayTable(s *todayState, speak *text.Speaker, press func(kit.KeyPress) bool) *todayTable {
	t := &todayTable{state: s, speak: speak,
		summary: kit.Text("", kit.ColorMuted, kit.TextBody).Cut(),
		search:  kit.NewSearchField(speak.T("today.search")).Compact(),
		list:    kit.Column(0),
		names:   kit.NewStatusLine(kit.Status{}),
	}
	for i := range t.heads {
		t.heads[i] = newTodayHead()
	}
	t.search.Input.OnKey = press
	t.search.Input.OnFocus = t.tell(todaySearch)
	t.search.Input.OnChanged = func(words string) {
		if !t.filling {
			s.search(words)
		}
	}
	t.header = kit.NewDayHeader(kit.DayTitles{Number: speak.T("today.column.number"), Agency: speak.T("today.column.agency"),
		Status: speak.T("today.column.status"), Quota: speak.T("today.column.quota"), Staff: speak.T("today.column.staff"),
		Waiting: speak.T("today.column.waiting")})
	t.empty = kit.NewEmpty("", "")
	t.scroll = stage.NewScrolled(kit.NewPanel("", kit.Inset{Right: kit.DaySide, Bottom: 10, Left: kit.DaySide}, 0, t.list))
	t.foot = kit.NewPanel(kit.ColorRaised, kit.Sides(13, 20), kit.EdgeTop, t.names)
	title := kit.SemiBold(speak.T("today.title"), kit.ColorInk, kit.TextService)
	top := &fyne.Container{Layout: todayTopLayout{}, Objects: []fyne.CanvasObject{title, t.summary, t.search}}
	t.ground = kit.NewPanel(kit.ColorSurface, kit.Inset{}, kit.EdgeRight,
		kit.Border(kit.Column(0, top, t.header), t.foot, nil, nil, t.scroll.Outer))
	t.content = &fyne.Container{Layout: stage.Layers{}, Objects: []fyne.CanvasObject{t.ground}}
	return t
}

// tell notes where the person put the focus by mouse.
func (t *todayTable) tell(at todaySpot) func(bool) {
	return func(gained bool) {
		if gained {
			t.state.focused(at)
		}
	}
}

// paint shows the state; rows that say the same stay as they are.
func (t *todayTable) paint(words todayWords) {
	s := t.state
	if t.search.Text() != s.query {
		t.filling = true
		t.search.SetText(s.query)
		t.filling = false
	}
	t.header.SetTicks(words.ticks())
	names := words.unscheduled(s.all)
	if t.foot.Visible() != (names != "") {
		stage.SetVisible(t.foot, names != "")
		defer stage.LayAnew(t.ground)
	}
	t.names.Set(kit.Status{Shape: kit.ShapeBarred, Colour: kit.ColorStop, Word: t.speak.T("today.group.unscheduled"), Detail: names})
	if s.known {
		t.summary.SetText(words.summary(s.all))
	}
	moved := t.arrange()
	chosen := s.index()
	for i, row := range s.rows {
		t.rows[i].SetDay(words.row(row.AgencyStatus), i == chosen)
	}
	if moved {
		t.scroll.Changed()
	}
	if chosen != stage.Nothing && (moved || t.agency != s.agency) {
		t.agency = s.agency
		t.reveal(chosen)
	}
}

// reveal keeps a row in sight; the first one together with its heading.
func (t *todayTable) reveal(i int) {
	if i == 0 {
		t.scroll.ToTop()
		return
	}
	t.scroll.Reveal(t.rows[i])
}

// arrange sets the rows under the headings of their groups; it tells whether
// anything stands elsewhere than before.
func (t *todayTable) arrange() (moved bool) {
	rows := t.state.rows
	counts := map[todayGroup]int{}
	groups := make([]todayGroup, len(rows))
	for i, row := range rows {
		groups[i] = row.group
		counts[row.group]++
	}
	for group, count := range counts {
		head := t.heads[group]
		head.title.SetText(todayWords{speak: t.speak}.group(group))
		head.count.SetText(t.speak.Count(count))
		head.content.Content.Refresh()
	}
	if t.shown != nil && sameGroups(t.shown, groups) && (len(rows) > 0 || !t.state.known) {
		return false
	}
	t.shown = groups
	t.list.Objects = nil
	for i, group := range groups {
		if i == 0 || groups[i-1] != group {
			t.list.Add(t.heads[group].content)
		}
		t.list.Add(t.row(i))
	}
	if len(rows) == 0 && t.state.known {
		t.list.Add(t.nothing())
	}
	return true
}

func sameGroups(a, b []todayGroup) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// row gives the i-th row, made when first needed.
func (t *todayTable) row(i int) *kit.DayRow {
	for len(t.rows) <= i {
		n := len(t.rows)
		t.rows = append(t.rows, kit.NewDayRow(func() { t.take(n) }))
	}
	return t.rows[i]
}

// take chooses a row by mouse.
func (t *todayTable) take(i int) {
	if i < len(t.state.rows) {
		t.state.spot = todayList
		t.state.choose(t.state.rows[i].Agency.Code)
	}
}

// nothing says why the list is empty.
func (t *todayTable) nothing() fyne.CanvasObject {
	says := "today.empty"
	if t.state.query != "" {
		says = "today.empty_search"
	}
	return kit.NewPanel("", kit.Sides(18, 14), 0, kit.NewEmpty(t.speak.T(says), t.speak.T(says+"_do")))
}

// todayTopLayout sets title, summary and search in one line.
type todayTopLayout struct{}

// Layout gives the search its width at the right.
func (todayTopLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, summary, search := objects[0], objects[1], objects[2]
	edge, middle := stage.Units(20), size.Height/2
	own := title.MinSize()
	stage.Set(title, edge, middle-own.Height/2, own.Width, own.Height)
	field := search.MinSize()
	width := max(stage.Units(176), min(stage.Units(190), size.Width*0.24))
	stage.Set(search, size.Width-edge-width, middle-field.Height/2, width, field.Height)
	x := edge + own.Width + stage.Units(14)
	height := summary.MinSize().Height
	stage.Set(summary, x, middle-height/2+stage.Units(2), size.Width-edge-width-stage.Units(14)-x, height)
}

// MinSize is the height of the line.
func (todayTopLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(400), stage.Units(63))
}
