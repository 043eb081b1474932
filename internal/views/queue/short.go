package queue

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// mostShortLines is how many tickets a short list shows where there is room.
const mostShortLines = 3

// queueShort are the lists below the waiting: parked, not come, done today.
type queueShort struct {
	panel *kit.Panel
	lists []*shortList
	all   []fyne.CanvasObject // a column for each list
	row   *fyne.Container
	words queueWords
}

// shortList shows a few tickets of one list, the chosen one among them.
type shortList struct {
	state *State
	speak *text.Speaker
	in    queuePart
	first int
	room  int // lines that there is room for
	count *kit.Label
	none  *kit.Panel
	lines []*kit.TicketLine
}

func newQueueShort(s *State, speak *text.Speaker) *queueShort {
	q := &queueShort{}
	q.row = kit.Columns(26)
	for _, in := range []queuePart{partParked, partMissed, partDone} {
		list, column := newShortList(s, speak, in)
		q.lists = append(q.lists, list)
		q.all = append(q.all, column)
	}
	q.row.Objects = q.all
	q.panel = kit.NewPanel(kit.ColorRaised, kit.Inset{Top: 10, Right: 20, Bottom: 6, Left: 20}, kit.EdgeTop, q.row)
	return q
}

// partNames are the ends of the lists' text keys.
var partNames = map[queuePart]string{partParked: "parked", partMissed: "missed", partDone: "done_today"}

func newShortList(s *State, speak *text.Speaker, in queuePart) (*shortList, fyne.CanvasObject) {
	none := kit.Text(speak.T("queue_page.none."+partNames[in]), kit.ColorFaint, kit.TextDetail).Cut()
	l := &shortList{state: s, speak: speak, in: in, room: mostShortLines, count: kit.Text("", kit.ColorMuted, kit.TextDetail),
		none: kit.NewPanel("", kit.Inset{Top: 6}, 0, none)}
	title := kit.SemiBold(speak.T("queue_page."+partNames[in]), kit.ColorMuted, kit.TextCaption)
	column := kit.Column(0, kit.NewPanel("", kit.Inset{Bottom: 5}, kit.EdgeBottom, kit.Row(7, title, l.count)), l.none)
	for i := range mostShortLines {
		line := kit.NewTicketLine(func() { s.point(in, l.first+i) })
		l.lines = append(l.lines, line)
		column.Add(line)
	}
	return l, column
}

// paint shows the lists of the state.
func (q *queueShort) paint(words queueWords) {
	q.words = words
	for _, l := range q.lists {
		l.paint(words)
	}
	stage.SetVisible(q.panel, q.lists[0].state.ask == nil)
}

// setColumns shows all lists, or all but the last.
func (q *queueShort) setColumns(all bool) {
	q.row.Objects = q.all
	if !all {
		q.row.Objects = q.all[:len(q.all)-1]
	}
}

// fit shows no more lines than there is room for.
func (q *queueShort) fit(lines int) {
	for _, l := range q.lists {
		if l.room != lines {
			l.room = lines
			l.paint(q.words)
		}
	}
}

func (l *shortList) paint(words queueWords) {
	tickets := l.state.tickets(l.in)
	l.count.SetText(l.speak.Count(len(tickets)))
	stage.SetVisible(l.none, len(tickets) == 0)
	spot := l.state.spot
	l.first = min(l.first, max(0, len(tickets)-l.room))
	if spot.part == l.in {
		l.first = min(max(l.first, spot.index-l.room+1), spot.index)
	}
	for i, line := range l.lines {
		at := l.first + i
		stage.SetVisible(line, i < l.room && at < len(tickets))
		if line.Visible() {
			line.Set(words.line(l.in, tickets[at]), spot.part == l.in && spot.index == at)
		}
	}
}
