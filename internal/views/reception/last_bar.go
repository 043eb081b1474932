package reception

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// lastBar paints what was done last: the banner of a ticket, and from the
// next key on the strip.
type lastBar struct {
	r       *State
	speak   *text.Speaker
	content *fyne.Container
	banner  *kit.Banner
	undo    *kit.KeyHint // on the banner
	again   *kit.KeyHint
	several *kit.Panel
	numbers *fyne.Container
	undoAll *kit.KeyHint // beside several numbers
	undoing *kit.Strip   // while the action can be taken back
	strip   *kit.Strip
	takes   *kit.KeyHint // on the strip
}

func newLastBar(r *State, speak *text.Speaker) *lastBar {
	b := &lastBar{r: r, speak: speak, numbers: kit.Columns(24)}
	b.undo = kit.NewPlateHint("", r.tryUndo, "Ctrl Z")
	b.again = kit.NewPlateHint(speak.T("last.tickets"), r.openTickets, "Ctrl R")
	hints := []*kit.KeyHint{b.again, b.undo}
	if r.Printing != nil {
		hints = []*kit.KeyHint{b.again, kit.NewPlateHint(speak.T("last.reprint"), r.tryReprint, "Ctrl P"), b.undo}
	}
	b.banner = kit.NewBanner(hints...)
	b.undoAll = kit.NewPlateHint("", r.tryUndo, "Ctrl Z")
	b.several = kit.NewPanel(kit.ColorPlate, kit.Sides(14, 26), 0, kit.Column(10, b.numbers,
		kit.Row(20, b.undoAll, kit.NewPlateHint(speak.T("last.tickets"), r.openTickets, "Ctrl R"))))
	b.takes = kit.NewKeyHint("", r.tryUndo, "Ctrl Z")
	b.undoing = kit.NewStrip(b.takes)
	b.strip = kit.NewStrip(kit.NewKeyHint(speak.T("last.tickets"), r.openTickets, "Ctrl R"))
	b.content = container.NewStack(b.banner, b.several, b.undoing, b.strip)
	return b
}

// refresh paints the last action.
func (b *lastBar) refresh() {
	a := &b.r.last
	left := a.secondsLeft(b.r.desk.Now())
	large := !a.small && len(a.tickets) > 0
	stage.SetVisible(b.content, a.kind != ActionNone)
	stage.SetVisible(b.banner, large && len(a.tickets) == 1)
	stage.SetVisible(b.several, large && len(a.tickets) > 1)
	stage.SetVisible(b.undoing, !large && left > 0)
	stage.SetVisible(b.strip, !large && left == 0)
	switch {
	case a.kind == ActionNone:
	case large && len(a.tickets) == 1:
		b.banner.Set(bannerTicket(b.speak, a.tickets[0]))
	case large:
		b.refreshSeveral(a.tickets)
	default:
		before, number, detail := stripWords(b.speak, *a)
		b.undoing.Set(before, number, detail)
		b.strip.Set(before, number, detail)
	}
	b.refreshSeconds()
}

// refreshSeconds counts down, once a second.
func (b *lastBar) refreshSeconds() {
	left := b.r.last.secondsLeft(b.r.desk.Now())
	words := b.speak.T("last.undo", left)
	stage.SetVisible(b.undo, left > 0)
	b.undo.SetText(words)
	b.takes.SetText(words)
	stage.SetVisible(b.undoAll, left > 0)
	b.undoAll.SetText(words)
	if left == 0 && b.undoing.Visible() {
		b.undoing.Hide()
		b.strip.Show()
	}
}

// refreshSeveral shows all numbers of a visit in their order.
func (b *lastBar) refreshSeveral(tickets []desk.Issued) {
	b.numbers.Objects = nil
	for i, t := range tickets {
		service := strconv.Itoa(i+1) + ". " + ticketService(t)
		b.numbers.Objects = append(b.numbers.Objects, kit.NewTicketNumber(bannerTicket(b.speak, t), service))
	}
	b.numbers.Refresh()
}

// bannerTicket puts a number into the words of the banner.
func bannerTicket(speak *text.Speaker, t desk.Issued) kit.Ticket {
	words := kit.Ticket{
		Caption: speak.T("last.number"),
		Number:  t.Number,
		Arrow:   finds.ArrowOf(t.Way),
		Way:     stage.Lower(speak.Way(t.Way)),
		Place:   ticketService(t),
		Called:  ticketService(t),
	}
	if t.Counter != nil {
		words.Place = speak.T("last.place", t.Counter.Number, t.Counter.Floor)
	}
	switch {
	case t.Wait != nil:
		words.Ahead, words.Called = stage.Capital(speak.Say(t.Wait.SayAhead())), speak.Say(t.Wait.Called(t.WaitFrom))
	case t.IssuedToday > 0:
		words.Ahead = stage.Capital(finds.IssuedWords(speak, t.IssuedToday))
	}
	return words
}

// stripWords say the last action in one line.
func stripWords(speak *text.Speaker, a lastAction) (before, number, detail string) {
	before = speak.T("last.before." + a.kind.Name())
	switch {
	case len(a.tickets) > 0:
		number, detail = numbersOf(a.tickets), ticketLine(speak, a.tickets[0], a)
	case a.kind == actionTurnedAway:
		detail = speak.T("away."+string(a.why)) + aboutWords(a.service)
	default:
		detail = strings.TrimPrefix(aboutWords(a.service), " · ")
	}
	return before, number, detail
}

func numbersOf(tickets []desk.Issued) string {
	numbers := make([]string, len(tickets))
	for i, t := range tickets {
		numbers[i] = t.Number
	}
	return strings.Join(numbers, "  ")
}

// ticketLine tells what a number was for, where and when.
func ticketLine(speak *text.Speaker, t desk.Issued, a lastAction) string {
	if a.kind == actionUndone || a.kind == actionVoided {
		return speak.T("last.number_stays")
	}
	if t.Counter == nil {
		return ticketService(t)
	}
	return speak.T("last.line", ticketService(t), t.Counter.Number, a.at)
}

func aboutWords(s *models.Service) string {
	if s == nil {
		return ""
	}
	return " · " + s.Name
}

// Name is the end of an action's text keys.
func (k actionKind) Name() string {
	return [...]string{"none", "issued", "no_number", "guest", "question", "phone_question", "turned_away",
		"undone", "shown", "changed", "voided", "restored"}[k]
}
