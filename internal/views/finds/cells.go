package finds

import (
	"strconv"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/finder"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// closingSoon is when an open agency is pointed out before it closes.
const closingSoon = time.Hour

// LastTicketReason is the reason of an agency that stops giving numbers
// before it closes.
const LastTicketReason = "status.last_ticket_at"

// Cells puts a row into the words of a result row; index counts from 0.
func Cells(speak *text.Speaker, w Row, index int, grouped bool, now time.Time) kit.Result {
	switch {
	case w.Offer != nil:
		return offerCells(speak, *w.Offer, index, grouped, now)
	case w.Event != nil:
		return eventCells(speak, w, index)
	case w.Place != nil:
		return placeCells(speak, *w.Place, index)
	}
	return kit.Result{}
}

func offerCells(speak *text.Speaker, o desk.Offer, index int, grouped bool, now time.Time) kit.Result {
	result := kit.Result{
		Index:  strconv.Itoa(index + 1),
		Name:   spans(o.Service.Name, o.Marks),
		Line:   o.Agency.ShortName + " · " + CountersLine(speak, o.Counters),
		Status: OfferStatus(speak, o, now),
	}
	if grouped {
		result.Line, result.Status = CountersLine(speak, o.Counters), kit.Status{}
	}
	if o.Counter != nil && o.Service.ReferTo == nil {
		result.Number = strconv.Itoa(o.Counter.Number)
		result.Floor = speak.T("row.floor", o.Counter.Floor)
		result.PlateKind = PlateKind(o.Status)
	}
	return result
}

// PlateKind is how the number plate of an agency is drawn.
func PlateKind(s models.Status) kit.PlateKind {
	if s.Open {
		return kit.PlateStaffed
	}
	return kit.PlateVacant
}

// eventCells is the row of a life event: how many services and counters.
func eventCells(speak *text.Speaker, w Row, index int) kit.Result {
	counters := map[string]bool{}
	for _, o := range w.Chain {
		if o.Counter != nil {
			counters[o.Counter.Code] = true
		}
	}
	return kit.Result{
		Index:     strconv.Itoa(index + 1),
		Name:      kit.PlainName(w.Event.Name),
		Line:      speak.T("row.event", len(w.Chain)),
		Status:    ChainStatus(speak, w.Chain),
		Number:    strconv.Itoa(len(counters)),
		Floor:     speak.T("row.counters"),
		PlateKind: kit.PlateCount,
	}
}

// ChainStatus says how many services of a chain can be had now.
func ChainStatus(speak *text.Speaker, chain []desk.Offer) kit.Status {
	now, not := Issuable(chain)
	switch {
	case len(not) == 0:
		return kit.StatusOf(models.StateOpen, speak.T("row.all_open"), "")
	case len(now) == 0:
		return kit.StatusOf(models.StateClosed, speak.T("row.none_open"), "")
	}
	return kit.StatusOf(models.StateUnknown, speak.T("row.some_open", len(now), len(chain)), "")
}

func placeCells(speak *text.Speaker, hit finder.PlaceHit, index int) kit.Result {
	return kit.Result{
		Index:  strconv.Itoa(index + 1),
		Name:   kit.PlainName(PlaceName(speak, hit.Place)),
		Line:   speak.T("row.place", hit.Floor.Number),
		Status: kit.Status{Shape: kit.ShapeInfo, Colour: kit.ColorAccent, Word: speak.T("row.place_word")},
	}
}

// PlaceName is the name on the plan, else what its kind is called.
func PlaceName(speak *text.Speaker, p *models.Place) string {
	if p.Name != "" {
		return p.Name
	}
	return speak.T("place." + string(p.Kind))
}

// spans parts a name into matched and other letters.
func spans(name string, marks []finder.Span) []kit.Span {
	var list []kit.Span
	at := 0
	for _, m := range marks {
		if m.From > at {
			list = append(list, kit.Span{Text: name[at:m.From]})
		}
		list = append(list, kit.Span{Text: name[m.From:m.To], Match: true})
		at = m.To
	}
	if at < len(name) {
		list = append(list, kit.Span{Text: name[at:]})
	}
	return list
}

// CountersLine names the counters: "Loket 101 atau 103".
func CountersLine(speak *text.Speaker, counters []*models.Counter) string {
	if len(counters) == 0 {
		return speak.T("row.no_counter")
	}
	numbers := make([]string, len(counters))
	for i, c := range counters {
		numbers[i] = strconv.Itoa(c.Number)
	}
	return speak.T("row.counter", stage.OrList(speak, numbers))
}

// OfferStatus is the status of a service; one that is done elsewhere or
// Gives no numbers says so.
func OfferStatus(speak *text.Speaker, o desk.Offer, now time.Time) kit.Status {
	switch {
	case o.Service.ReferTo != nil:
		return kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: speak.T("row.refer"),
			Detail: o.Service.ReferTo.City}
	case !o.Service.IssuesTicket():
		return kit.Status{Shape: kit.ShapeInfo, Colour: kit.ColorAccent, Word: speak.T("row.no_number")}
	}
	if o.Status.Open && o.Wait != nil && o.Wait.Unlikely {
		return kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: speak.T("row.unlikely"),
			Detail: stage.Joined(speak.Say(o.Wait.SayPeople()), QuotaOr(speak, o.Status, ""))}
	}
	detail := QuotaOr(speak, o.Status, IssuedWords(speak, o.IssuedToday))
	if o.Wait != nil {
		detail = stage.Joined(speak.Say(o.Wait.Say()), QuotaOr(speak, o.Status, ""))
	}
	return AgencyStatus(speak, o.Status, detail, now)
}

// QuotaOr says what is left of a quota, else otherwise.
func QuotaOr(speak *text.Speaker, s models.Status, otherwise string) string {
	if s.QuotaLeft < 0 {
		return otherwise
	}
	return speak.T("row.quota_left", s.QuotaLeft)
}

// WaitWords says how many wait and how long; of an agency that calls nobody
// how many numbers were given.
func WaitWords(speak *text.Speaker, o desk.Offer) string {
	if o.Wait == nil {
		return IssuedWords(speak, o.IssuedToday)
	}
	return speak.Say(o.Wait.Say())
}

// IssuedWords says how many numbers were given.
func IssuedWords(speak *text.Speaker, issued int) string {
	if issued == 0 {
		return speak.T("row.issued_none")
	}
	return speak.T("row.issued", issued)
}

// AgencyStatus is an agency's status in shape and words; detail is said while
// it is open.
func AgencyStatus(speak *text.Speaker, s models.Status, detail string, now time.Time) kit.Status {
	if !s.Open {
		return kit.StatusOf(s.State, StateWord(speak, s), AgainWords(speak, s, now))
	}
	switch {
	case s.State == models.StateLate:
		detail = stage.Joined(lateWords(speak, s), detail)
	case s.Reason.Key == LastTicketReason:
		return kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: stage.Capital(speak.Say(s.Reason)), Detail: detail}
	case !s.ClosesAt.IsZero() && s.ClosesAt.Sub(now) <= closingSoon:
		return kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: speak.T("row.closes", s.ClosesAt), Detail: detail}
	}
	return kit.StatusOf(s.State, StateWord(speak, s), detail)
}

// lateWords says until when a late agency is awaited.
func lateWords(speak *text.Speaker, s models.Status) string {
	if s.Until.IsZero() {
		return ""
	}
	return speak.T("row.until", s.Until)
}

// StateWord is the word of a state; a day that is not the agency's own is not
// the same as being shut.
func StateWord(speak *text.Speaker, s models.Status) string {
	if s.State == models.StateClosed && !s.Scheduled {
		return speak.T("state.unscheduled")
	}
	return speak.T("state." + string(s.State))
}

// AgainWords says when it opens again; nothing when no opening is known.
func AgainWords(speak *text.Speaker, s models.Status, now time.Time) string {
	switch next := s.NextOpening; {
	case next.IsZero():
		return ""
	case stage.SameDay(next, now):
		return speak.T("row.again_today", next)
	default:
		return speak.T("row.again", next)
	}
}

// Issuable parts the wanted services into those that are recorded now and
// those that give no number today or are done elsewhere.
func Issuable(wanted []desk.Offer) (now, not []desk.Offer) {
	for _, o := range wanted {
		if Gives(o) {
			now = append(now, o)
		} else {
			not = append(not, o)
		}
	}
	return now, not
}

// Gives tells whether a visit for the service can be recorded now.
func Gives(o desk.Offer) bool {
	if o.Service.ReferTo != nil {
		return false
	}
	return !o.Service.IssuesTicket() || o.Status.Open
}
