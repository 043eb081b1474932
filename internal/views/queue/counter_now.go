package queue

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// counterNow is the counter's visitor and what can be done now.
type counterNow struct {
	state   *State
	speak   *text.Speaker
	panel   *kit.Panel
	block   *stage.Block
	plate   *kit.Plate
	name    *kit.Label
	agency  *kit.Label
	waiting *kit.Label // said here where there is no room for the list
	tickets [2]*kit.Label
	beside  *kit.Label
	service *kit.Label
	status  *kit.StatusLine
	step    *kit.Button
	more    *fyne.Container
	offers  []counterOffer
	shown   counterWork
	tight   bool // little height: smaller number, on one line with the plate
}

// counterOffer is a button beside the large one.
type counterOffer struct {
	verb   queueVerb
	button *kit.Button
}

// counterWork is what the block shows now.
type counterWork struct {
	card  kit.CounterWork
	step  string // text key
	ready bool
	verbs string
}

func newCounterNow(s *State, speak *text.Speaker) *counterNow {
	n := &counterNow{state: s, speak: speak,
		plate:   kit.NewPlate("", "", kit.PlateStaffed),
		name:    kit.SemiBold("", kit.ColorInk, kit.TextService).Cut(),
		agency:  kit.Text("", kit.ColorMuted, kit.TextDetail).Cut(),
		waiting: kit.Text("", kit.ColorMuted, kit.TextDetail).Cut().Aligned(fyne.TextAlignTrailing),
		tickets: [2]*kit.Label{kit.Bold("", kit.ColorInk, kit.TextBanner), kit.Bold("", kit.ColorInk, kit.TextNumbers)},
		beside:  kit.Text("", kit.ColorMuted, kit.TextService),
		service: kit.Text("", kit.ColorInk, kit.TextWay).Cut(),
		status:  kit.NewSizedStatus(kit.Status{}, kit.TextResult),
		more:    kit.Flow(8)}
	n.step = kit.NewButton(kit.ButtonFilled, "", speak.T("keycap.space"), s.next).Large()
	n.offer(verbRecall, "U", s.recall)
	n.offer(verbNoShow, "X", s.noShow)
	n.offer(verbDone, "S", s.finish)
	n.offer(verbTransfer, "A", s.askTransfer)
	n.offer(verbPark, "P", s.askPark)
	n.offer(verbSecond, "L", s.askSecond)
	n.block = stage.NewBlock(n.flow, n.plate, n.name, n.agency, n.waiting, n.tickets[0], n.tickets[1], n.beside,
		n.service, n.status, n.step, n.more)
	n.panel = kit.NewPanel(kit.ColorSurface, kit.Sides(16, 26), kit.EdgeRight, n.block)
	return n
}

func (n *counterNow) offer(verb queueVerb, key string, do func()) {
	button := kit.NewButton(kit.ButtonOutlined, n.speak.T("queue_page.do."+string(verb)), key, do)
	n.offers = append(n.offers, counterOffer{verb, button})
	n.more.Add(button)
}

// paint shows the counter of the state; what says the same stays as it is.
func (n *counterNow) paint(words queueWords) {
	q, i := n.state.chosen(), n.state.counterIndex()
	if q == nil || i < 0 {
		return
	}
	counter := q.agency.Counters[i]
	work := counterWork{card: words.card(q, counter)}
	work.step, work.ready = n.stepKey(q)
	t, busy := q.at[counter.Code]
	for _, o := range n.offers {
		fits := busy && o.verb.fits(t.Ticket) && work.step != "queue_page.do."+string(o.verb)
		stage.SetVisible(o.button, fits)
		if fits {
			work.verbs += string(o.verb)
		}
	}
	if work != n.shown {
		n.shown = work
		n.show(counter.Floor, q.agency.ShortName)
	}
}

func (n *counterNow) show(floor int, agency string) {
	card := n.shown.card
	n.plate.Set(card.Number, n.speak.T("row.floor", floor), kit.PlateStaffed)
	n.name.SetText(card.Name)
	n.agency.SetText(agency)
	ink := kit.ColorInk
	if card.Beside != "" {
		ink = kit.ColorFaint
	}
	for _, ticket := range n.tickets {
		ticket.SetColor(ink)
		ticket.SetText(stage.FirstOf(card.Ticket, "–"))
	}
	n.beside.SetText(card.Beside)
	n.service.SetText(card.Service)
	n.status.Set(card.Status)
	stage.SetLabel(n.step, n.speak.T(n.shown.step))
	stage.SetEnabled(n.step, n.shown.ready)
	n.block.Refresh()
	stage.LayAnew(n.panel)
}

// stepKey names what the large button does now.
func (n *counterNow) stepKey(q *agencyQueue) (says string, ready bool) {
	t, busy := q.at[n.state.counter]
	_, waits := q.next[n.state.counter]
	switch {
	case busy && t.State == models.TicketCalled:
		return "queue_page.step.serve", true
	case busy && waits:
		return "queue_page.step.finish_next", true
	case busy:
		return "queue_page.do.done", true
	case waits:
		return "queue_page.do.next", true
	}
	return "queue_page.nobody_waits", false
}

// setTight tells whether the window has little height for its text.
func (n *counterNow) setTight(tight bool) {
	n.tight = tight
	stage.SetVisible(n.tickets[0], !tight)
	stage.SetVisible(n.tickets[1], tight)
	stage.SetVisible(n.name, !tight)
	stage.SetVisible(n.agency, !tight)
	stage.SetVisible(n.waiting, tight)
}

// flow sets the block from top to bottom.
func (n *counterNow) flow(width float32, put stage.Placing) float32 {
	y := n.flowHead(width, put)
	for _, o := range []fyne.CanvasObject{n.service, n.status} {
		height := o.MinSize().Height
		put(o, 0, y, width, height)
		y += height + stage.Units(2)
	}
	y += stage.Units(10)
	put(n.step, 0, y, width, n.step.MinSize().Height)
	y += n.step.MinSize().Height + stage.Units(10)
	more := kit.HeightFor(n.more, width)
	put(n.more, 0, y, width, more)
	return y + more
}

// flowHead sets plate and number, on one line where height is short.
func (n *counterNow) flowHead(width float32, put stage.Placing) float32 {
	plate := n.plate.MinSize()
	put(n.plate, 0, 0, plate.Width, plate.Height)
	left := plate.Width + stage.Units(14)
	if n.tight {
		own := n.tickets[1].MinSize()
		put(n.tickets[1], left, (plate.Height-own.Height)/2, own.Width, own.Height)
		right := left + own.Width + stage.Units(12)
		beside := n.beside.MinSize()
		put(n.beside, right, plate.Height-beside.Height-stage.Units(4), beside.Width, beside.Height)
		right += beside.Width
		put(n.waiting, right, 0, max(0, width-right), n.waiting.MinSize().Height)
		return max(plate.Height, own.Height) + stage.Units(4)
	}
	line := n.name.MinSize().Height
	put(n.name, left, stage.Units(2), width-left, line)
	put(n.agency, left, stage.Units(2)+line, width-left, n.agency.MinSize().Height)
	own, beside := n.tickets[0].MinSize(), n.beside.MinSize()
	y := plate.Height + stage.Units(6)
	put(n.tickets[0], 0, y, own.Width, own.Height)
	put(n.beside, own.Width+stage.Units(16), y+own.Height-beside.Height-stage.Units(18), beside.Width, beside.Height)
	return y + own.Height + stage.Units(2)
}
