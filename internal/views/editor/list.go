package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// editorEntries are the kinds of entries, and beside them those of one kind
// with a search above. Rows are recycled: a list of hundreds has as many as
// the window shows.
type editorEntries struct {
	state *editorState
	words editorWords

	kinds   *kit.Panel
	rows    []*kit.KindRow
	content *kit.Panel
	search  *kit.SearchField
	count   *kit.Label
	list    *widget.List
	row     *kit.SettingRow // measures the others
	empty   *fyne.Container
	filling bool // the program, not the person, changes the field
}

func newEditorEntries(s *editorState, speak *text.Speaker, press func(kit.KeyPress) bool) *editorEntries {
	e := &editorEntries{state: s, words: editorWords{speak},
		search: kit.NewSearchField(speak.T("editor.search")).Compact(),
		count:  kit.Text("", kit.ColorMuted, kit.TextDetail),
		row:    kit.NewSettingRow(nil),
		empty:  kit.NewEmpty(speak.T("editor.empty"), speak.T("editor.empty_do")),
	}

	e.kinds = kit.NewPanel(kit.ColorRaised, kit.Inset{Top: 10, Right: 8, Bottom: 10, Left: 8}, kit.EdgeRight, e.kindColumn())
	e.search.Input.OnKey = press
	e.search.Input.OnFocus = func(gained bool) {
		if gained {
			s.spot = editorSearch
		}
	}
	e.search.Input.OnChanged = func(words string) {
		if !e.filling {
			s.search(words)
		}
	}
	e.list = widget.NewList(func() int { return len(s.rows) },
		func() fyne.CanvasObject { return kit.NewSettingRow(nil) }, e.fill)
	e.list.HideSeparators = true
	top := kit.NewPanel("", kit.Inset{Top: 12, Right: 14, Bottom: 8, Left: 14}, 0, kit.Column(8, e.search, e.count))
	body := container.NewStack(e.list, kit.NewPanel("", kit.Sides(16, 16), 0, e.empty))
	e.content = kit.NewPanel(kit.ColorSurface, kit.Inset{}, kit.EdgeRight, kit.Border(top, nil, nil, nil, body))
	return e
}

func (e *editorEntries) kindColumn() *fyne.Container {
	column := kit.Column(0)
	for i, kind := range models.EditorKinds {
		row := kit.NewKindRow(e.words.kind(kind), func() { e.state.openKind(i, "") })
		e.rows = append(e.rows, row)
		column.Add(row)
	}
	return column
}

// fill puts an entry into a row that was another's.
func (e *editorEntries) fill(i widget.ListItemID, o fyne.CanvasObject) {
	if i >= len(e.state.rows) {
		return
	}
	row := o.(*kit.SettingRow)
	row.OnTapped = func() { e.state.choose(i) }
	row.Set(e.words.line(e.state.rows[i]), i == e.state.selected)
}

// paint shows the entries of the state.
func (e *editorEntries) paint() {
	s := e.state
	for i, kind := range models.EditorKinds {
		number := e.words.number(s.draft, kind)
		e.rows[i].Set(number, number[0] > '9', i == s.kind)
	}
	e.filling = true
	if e.search.Text() != s.words {
		e.search.SetText(s.words)
	}
	e.filling = false
	e.count.SetText(e.words.count(len(s.rows), s.within))
	stage.SetVisible(e.empty, len(s.rows) == 0)
	e.list.Refresh()
	e.reveal(s.selected)
}

// reveal scrolls as little as needed to see a row.
func (e *editorEntries) reveal(row int) {
	height := e.row.MinSize().Height
	top, seen, room := float32(row)*height, e.list.GetScrollOffset(), e.list.Size().Height
	switch {
	case top < seen:
		e.list.ScrollToOffset(top)
	case top+height > seen+room:
		e.list.ScrollToOffset(top + height - room)
	}
}
