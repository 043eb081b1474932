package queue

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// queueTable lists who waits, in the order of the calls. Its rows are recycled:
// a queue of thousands has as many as the window shows.
type queueTable struct {
	state  *State
	speak  *text.Speaker
	panel  *kit.Panel
	header *kit.QueueHeader
	list   *widget.List
	row    *kit.QueueRow // measures the others
	empty  *fyne.Container
	none   *fyne.Container // no agency calls
	words  queueWords
	seen   queueSpot
	drawn  tableDrawn
	shown  map[int]*kit.QueueRow // by the index they were given last
}

// tableDrawn is what all rows of the table depend on.
type tableDrawn struct {
	listed int
	minute time.Time
}

func newQueueTable(s *State, speak *text.Speaker) *queueTable {
	t := &queueTable{state: s, speak: speak, row: kit.NewQueueRow(nil), shown: map[int]*kit.QueueRow{}}
	t.list = widget.NewList(func() int { return len(s.rows) },
		func() fyne.CanvasObject { return kit.NewQueueRow(func(i int) { s.point(partWaiting, i) }) },
		t.fill)
	t.list.HideSeparators = true
	t.empty = kit.NewEmpty(speak.T("queue_page.empty"), speak.T("queue_page.empty_do"))
	t.none = kit.NewEmpty(speak.T("queue_page.empty_all"), speak.T("queue_page.empty_all_do"))
	t.header = kit.NewQueueHeader(kit.QueueTitles{Number: speak.T("queue_page.number"), Service: speak.T("queue_page.service"),
		Priority: speak.T("queue_page.priority"), Waited: speak.T("queue_page.waited"), Estimate: speak.T("queue_page.estimate"),
		Counter: speak.T("queue_page.counter")})
	body := container.NewStack(t.list, kit.NewPanel("", kit.Sides(16, 20), 0, container.NewStack(t.empty, t.none)))
	t.panel = kit.NewPanel(kit.ColorSurface, kit.Inset{}, 0, kit.Border(t.header, nil, nil, nil, body))
	return t
}

// fill puts a ticket into a row that was another's.
func (t *queueTable) fill(i widget.ListItemID, o fyne.CanvasObject) {
	if i >= len(t.state.rows) {
		return
	}
	row, spot, words := o.(*kit.QueueRow), t.state.spot, t.words
	words.day = t.state.day // the list may ask before the next painting
	row.Index, t.shown[i] = i, row
	row.Set(words.row(t.state.rows[i]), t.state.told, spot.part == partWaiting && spot.index == i)
}

// paint shows the waiting of the state.
func (t *queueTable) paint(words queueWords) {
	t.words = words
	stage.SetVisible(t.panel, t.state.ask == nil)
	day := t.state.day
	stage.SetVisible(t.none, day != nil && len(day.agencies) == 0)
	stage.SetVisible(t.empty, day != nil && len(day.agencies) > 0 && len(t.state.rows) == 0)
	now := tableDrawn{t.state.listed, words.now.Truncate(time.Minute)}
	if now != t.drawn {
		t.drawn = now
		clear(t.shown)
		t.header.SetEstimated(t.state.told)
		t.list.Refresh()
	}
	t.follow(t.state.spot)
}

// follow lights the chosen row and scrolls to it; the other rows stay as they
// are.
func (t *queueTable) follow(spot queueSpot) {
	if spot == t.seen {
		return
	}
	before := t.seen
	t.seen = spot
	if before.part == partWaiting {
		t.light(before.index)
	}
	if spot.part == partWaiting {
		t.light(spot.index)
		t.reveal(spot.index)
	}
}

// light paints one row. The list's own way to do that, and its way to scroll to
// a row, draw all rows anew and make new ones for that.
func (t *queueTable) light(index int) {
	if row := t.shown[index]; row != nil && row.Index == index {
		t.fill(index, row)
	}
}

// reveal scrolls as little as needed to see a row.
func (t *queueTable) reveal(row int) {
	height := t.row.MinSize().Height
	top, seen, room := float32(row)*height, t.list.GetScrollOffset(), t.list.Size().Height
	switch {
	case top < seen:
		t.list.ScrollToOffset(top)
	case top+height > seen+room:
		t.list.ScrollToOffset(top + height - room)
	}
}
