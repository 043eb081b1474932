package guestbook

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// guestbookWords puts what F4 shows into words.
type guestbookWords struct {
	speak *text.Speaker
	now   time.Time
}

// bookStates are the shapes and colours of what became of a row.
var bookStates = map[string]struct {
	shape  kit.Shape
	colour fyne.ThemeColorName
}{
	"printing": {kit.ShapeRing, kit.ColorOff}, "waiting": {kit.ShapeRing, kit.ColorOff}, "called": {kit.ShapeCalled, kit.ColorAccent},
	"serving": {kit.ShapeDisc, kit.ColorOpen}, "done": {kit.ShapeTick, kit.ColorOpen}, "no_show": {kit.ShapeCross, kit.ColorStop},
	"parked": {kit.ShapeParked, kit.ColorWarn}, "voided": {kit.ShapeBarred, kit.ColorOff},
	"recorded": {kit.ShapeTick, kit.ColorOpen}, "turned_away": {kit.ShapeBarred, kit.ColorWarn},
}

// row puts a row of the list into words; a request that waits for an answer
// stands in the place of the state.
func (w guestbookWords) row(r desk.BookRow, asked *desk.OpenRequest) kit.Guest {
	at := r.Visit.ArrivedAt.In(w.now.Location())
	g := kit.Guest{Came: w.speak.Clock(at), Number: r.Ticket.Number, NIK: r.Masked().NIK, Service: w.service(r), Status: w.state(r)}
	if g.Number == "" {
		g.Number = stage.NoFigure
	}
	if g.NIK == "" {
		g.NIK = stage.NoFigure
	}
	if !stage.SameDay(at, w.now) {
		g.Day = w.day(at)
	}
	if r.Agency != nil && !r.Sensitive() {
		g.Agency = r.Agency.ShortName
	}
	g.Name, g.Muted = w.name(r)
	if asked != nil {
		g.Status = w.urgency(asked.PersonRequest)
	}
	return g
}

// day writes a day in a narrow column, with its year when it is another one.
func (w guestbookWords) day(at time.Time) string {
	if at.Year() == w.now.Year() {
		return at.Format("02/01")
	}
	return at.Format("02/01/06")
}

// name is the masked name, or why there is none.
func (w guestbookWords) name(r desk.BookRow) (words string, muted bool) {
	switch masked := r.Masked(); {
	case !r.Visit.ErasedAt.IsZero():
		return w.speak.T("book.erased"), true
	case r.Locked:
		return w.speak.T("book.locked"), true
	case r.Visit.Identity.Empty():
		return w.speak.T("book.without_data"), true
	case masked.Name == "":
		return stage.NoFigure, true
	default:
		return masked.Name, false
	}
}

// service names what the row is about; a sensitive service is not named.
func (w guestbookWords) service(r desk.BookRow) string {
	switch {
	case r.Sensitive():
		return w.speak.T("book.sensitive", r.Agency.ShortName)
	case r.Service != nil:
		return r.Service.Name
	case r.HasTicket():
		return r.Ticket.Service
	}
	return w.speak.T("book.kind." + string(r.Visit.Kind))
}

func (w guestbookWords) state(r desk.BookRow) kit.Status {
	key := bookStateKey(r)
	look := bookStates[key]
	return kit.Status{Shape: look.shape, Colour: look.colour, Word: w.speak.T("book.state." + key)}
}

// urgency says how a request stands with its time, in word, shape and colour.
func (w guestbookWords) urgency(r models.PersonRequest) kit.Status {
	urgency := r.Urgency(w.now)
	status := kit.Status{Shape: kit.ShapeRing, Colour: kit.ColorOff}
	switch urgency {
	case models.UrgencySoon:
		status.Shape, status.Colour = kit.ShapeTriangle, kit.ColorWarn
	case models.UrgencyOverdue:
		status.Shape, status.Colour = kit.ShapeCross, kit.ColorStop
	case models.UrgencyDone:
		status.Shape, status.Colour = kit.ShapeTick, kit.ColorOpen
	}
	status.Word = w.speak.T("person.urgency."+string(urgency), r.HoursLeft(w.now))
	return status
}

// visitLine tells of a visit under its service: number and what became of it.
func (w guestbookWords) visitLine(r desk.BookRow) string {
	state := stage.Lower(w.state(r).Word)
	if r.HasTicket() {
		return r.Ticket.Number + " · " + state
	}
	return state
}

func bookStateKey(r desk.BookRow) string {
	switch {
	case !r.Visit.VoidedAt.IsZero():
		return string(models.TicketVoided)
	case r.HasTicket():
		return string(r.Ticket.State)
	case r.Visit.Kind == models.VisitTurnedAway:
		return "turned_away"
	}
	return "recorded"
}

// since counts the visits of a person.
func (w guestbookWords) since(p desk.Person) string {
	visits := map[string]bool{}
	for _, r := range p.Visits {
		visits[r.Visit.ID] = true
	}
	if len(visits) < 2 {
		return w.speak.T("guestbook.once")
	}
	first := p.First.In(w.now.Location())
	return w.speak.T("guestbook.since", len(visits), w.speak.Month(first.Month()), first.Year())
}

// gone tells when the identity will be emptied, or when and why it was; empty
// for who told nothing of herself.
func (w guestbookWords) gone(r desk.BookRow, p desk.Person, days int) string {
	v := r.Visit
	if v.ErasedAt.IsZero() {
		if v.Identity.Empty() {
			return ""
		}
		return w.speak.T("guestbook.gone_on", v.ArrivedAt.AddDate(0, 0, days).In(w.now.Location()), days)
	}
	at := v.ErasedAt.In(w.now.Location())
	asked := slices.ContainsFunc(p.Trail.Requests, func(q models.PersonRequest) bool {
		return q.Kind == models.RequestErasure && !q.DoneAt.IsZero()
	})
	switch {
	case asked:
		return w.speak.T("guestbook.gone_asked", at)
	case !v.ErasedAt.Before(v.ArrivedAt.AddDate(0, 0, days)):
		return w.speak.T("guestbook.gone_retention", at, days)
	}
	return w.speak.PlainDate(at)
}

// why puts what an identity was opened for into words; a sentence that somebody
// typed stays as it is.
func (w guestbookWords) why(reason string) string {
	if key := "reveal." + reason; w.speak.Has(key) {
		return w.speak.T(key)
	}
	return reason
}

// changed tells what a correction changed, from what to what where both may be
// told: of a personal value only that it was changed.
func (w guestbookWords) changed(p desk.Person, at int) string {
	c := p.Trail.Corrections[at]
	field := w.speak.T("person.field." + string(c.Field))
	if c.Field != models.CorrectedPriorities {
		return w.speak.T("guestbook.changed", field)
	}
	return w.speak.T("guestbook.changed_to", field, w.groups(c.Former), w.groups(formerAfter(p, at)))
}

// formerAfter is what a field became by a correction: what the next one found,
// or what it is now.
func formerAfter(p desk.Person, at int) string {
	c := p.Trail.Corrections[at]
	for _, next := range p.Trail.Corrections[at+1:] {
		if next.VisitID == c.VisitID && next.Field == c.Field {
			return next.Former
		}
	}
	for _, r := range p.Visits {
		if r.Visit.ID == c.VisitID {
			return desk.JoinedPriorities(r.Visit.Priorities)
		}
	}
	return ""
}

// groups puts priority groups, with commas between them, into words.
func (w guestbookWords) groups(joined string) string {
	if joined == "" {
		return stage.NoFigure
	}
	var words []string
	for group := range strings.SplitSeq(joined, ",") {
		words = append(words, stage.Lower(w.speak.T("priority."+group)))
	}
	return w.speak.List(words)
}

// answered tells how a request stands, or who answered it and when.
func (w guestbookWords) answered(r models.PersonRequest) string {
	if r.DoneAt.IsZero() {
		return w.urgency(r).Word
	}
	return w.speak.T("guestbook.answered", r.DoneBy, r.DoneAt.In(w.now.Location()), r.DoneAt.In(w.now.Location()))
}
