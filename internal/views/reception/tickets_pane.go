package reception

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// ticketsPane paints the list of today's last tickets over the second and
// third panes.
type ticketsPane struct {
	r      *State
	speak  *text.Speaker
	pane   *kit.Pane
	reason *kit.Field
	empty  *fyne.Container
	list   *fyne.Container
	scroll *stage.Scrolled
}

func newTicketsPane(r *State, speak *text.Speaker, press func(kit.KeyPress) bool) *ticketsPane {
	p := &ticketsPane{r: r, speak: speak, list: kit.Column(0)}
	p.reason = kit.NewField("", "", speak.T("tickets.reason_type"))
	p.reason.Input.OnKey = press
	p.reason.Input.OnChanged = func(words string) { r.fill(&r.tickets.reason, words) }
	p.reason.Input.OnFocus = focusTeller(r, spotReason)
	p.empty = kit.NewEmpty(speak.T("tickets.none"), speak.T("tickets.none_do"))
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Inset{Right: 10, Bottom: 8, Left: 10}, 0, p.list))
	hints := []*kit.KeyHint{kit.NewKeyHint(speak.T("tickets.hint.change"), r.beginChange, "U"),
		kit.NewKeyHint(speak.T("tickets.hint.void"), r.beginVoid, "B"),
		kit.NewKeyHint(speak.T("tickets.hint.close"), r.back, "Esc")}
	if r.Printing != nil {
		hints = append([]*kit.KeyHint{kit.NewKeyHint(speak.T("tickets.hint.print"), r.tryReprint, "Ctrl P")}, hints...)
	}
	header := kit.NewPaneHeader("↺", speak.T("tickets.title"), hints...)
	top := kit.NewPanel("", kit.Inset{Right: 18, Bottom: 12, Left: 18}, 0, kit.Column(8, p.reason, p.empty))
	p.pane = kit.NewPane(header, kit.Border(top, nil, nil, nil, p.scroll.Outer))
	return p
}

// refresh paints the list of the state.
func (p *ticketsPane) refresh() {
	t := &p.r.tickets
	stage.SetVisible(p.pane, t.open)
	if !t.open {
		return
	}
	p.pane.SetLit(p.r.lit() == paneTickets)
	stage.SetVisible(p.reason, p.r.spot == spotReason)
	p.refreshReason()
	stage.SetVisible(p.empty, len(t.list) == 0)
	p.list.Objects = nil
	for i, ticket := range t.list {
		line := kit.NewResultRow(func() { p.r.selectTicket(i) })
		line.SetResult(ticketCells(p.speak, ticket, p.r.desk.Now().Location()))
		line.SetSelected(i == t.cursor)
		line.SetDivider(i < len(t.list)-1)
		p.list.Objects = append(p.list.Objects, line)
	}
	p.scroll.Changed()
	if t.cursor < len(p.list.Objects) {
		p.scroll.Reveal(p.list.Objects[t.cursor])
	}
}

// refreshReason names the number that is about to be voided.
func (p *ticketsPane) refreshReason() {
	t := &p.r.tickets
	stage.SetText(p.reason.Input, t.reason)
	if ticket, ok := t.current(); ok {
		p.reason.SetLabels(p.speak.T("tickets.reason", ticket.Number), "", p.speak.T("tickets.reason_type"))
	}
}

// ticketCells puts a ticket into the words of a row.
func ticketCells(speak *text.Speaker, t desk.Issued, mall *time.Location) kit.Result {
	result := kit.Result{
		Name:   kit.PlainName(t.Number),
		Line:   ticketCaption(speak, t, mall),
		Status: ticketStatus(speak, t),
	}
	if t.Counter != nil {
		result.Number, result.Floor = strconv.Itoa(t.Counter.Number), speak.T("row.floor", t.Counter.Floor)
	}
	if t.State == models.TicketVoided {
		result.PlateKind = kit.PlateVacant
	}
	return result
}

// ticketCaption says what a ticket is for, when it was issued, and to whom.
func ticketCaption(speak *text.Speaker, t desk.Issued, mall *time.Location) string {
	caption := speak.T("tickets.line", ticketService(t), t.IssuedAt.In(mall))
	if who := stage.FirstOf(t.Visitor.Name, t.Visitor.NIK); who != "" {
		caption = who + " · " + caption
	}
	return caption
}

// ticketService names the service; an archived one by its code.
func ticketService(t desk.Issued) string {
	if t.Service == nil {
		return t.Ticket.Service
	}
	return t.Service.Name
}

func ticketStatus(speak *text.Speaker, t desk.Issued) kit.Status {
	if t.State == models.TicketVoided {
		return kit.Status{Shape: kit.ShapeCross, Colour: kit.ColorStop, Word: speak.T("tickets.voided"), Detail: voidWords(speak, t.VoidReason)}
	}
	if t.State == models.TicketPrinting {
		return kit.Status{Shape: kit.ShapeRing, Colour: kit.ColorOff, Word: speak.T("tickets.printing")}
	}
	return kit.Status{Shape: kit.ShapeRing, Colour: kit.ColorOff, Word: speak.T("tickets.waiting")}
}

// voidWords are the reason as typed, or what the program itself voided for.
func voidWords(speak *text.Speaker, reason string) string {
	if key := "tickets.void." + reason; speak.Has(key) {
		return speak.T(key)
	}
	return reason
}
