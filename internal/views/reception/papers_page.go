package reception

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// section is one part of the second pane, in words. The page of a state is a
// pure function, so that it can be told apart from the page before.
type section struct {
	kind   sectionKind
	title  string
	text   string
	note   kit.NoteKind
	status kit.Status
	number string // of a counter
	vacant bool   // nobody is at the counter
	on     bool   // ticked
	lit    bool   // under the cursor
	seen   bool   // to be in sight
	item   int    // number of the line for the cursor
	facts  []kit.Definition
	stops  []kit.Stop
	heads  []string
	days   []kit.Day
}

type sectionKind int

const (
	sectionTitle   sectionKind = iota // title, text below
	sectionHeading                    // small heading of a list
	sectionText
	sectionNote
	sectionCard   // title, text in a frame
	sectionAgency // status and text
	sectionEvent  // a life event and the key that takes it
	sectionCheck  // a paper
	sectionStop   // a service of several
	sectionFacts
	sectionRoute
	sectionCalendar
)

// paperWriter makes the second pane of a state.
type paperWriter struct {
	r     *State
	speak *text.Speaker
	now   time.Time
	page  []section
}

// papersPage is the second pane: what to bring, what to know before queueing,
// or what to ask.
func papersPage(r *State, speak *text.Speaker) []section {
	w := &paperWriter{r: r, speak: speak, now: r.desk.Now()}
	wanted := r.wanted()
	chosen, selected := r.purpose.current()
	switch {
	case selected && chosen.Place != nil && len(wanted) == 0:
		w.place(chosen)
	case len(wanted) == 1:
		w.service(wanted[0])
	case len(wanted) > 1:
		w.several(wanted)
	case r.purpose.grouped():
		w.question()
	case r.purpose.foundNothing():
		w.add(section{kind: sectionTitle, title: speak.T("reception.none"), text: speak.T("reception.none_do")})
	case r.purpose.query != "" && len(r.purpose.rows) == 0:
		w.add(section{kind: sectionTitle, title: speak.T("reception.go_on"), text: speak.T("reception.empty_do")})
	case r.purpose.query != "":
		w.add(section{kind: sectionTitle, title: speak.T("reception.unsure"), text: speak.T("reception.unsure_do")})
	default:
		w.morning()
	}
	return w.page
}

func (w *paperWriter) add(s section) { w.page = append(w.page, s) }

func (w *paperWriter) heading(key string, args ...any) {
	w.add(section{kind: sectionHeading, title: w.speak.T(key, args...)})
}

// morning is the empty form: what to do, and what to tell visitors before
// they queue.
func (w *paperWriter) morning() {
	w.add(section{kind: sectionTitle, title: w.speak.T("reception.empty"), text: w.speak.T("reception.empty_do")})
	var news []section
	agencies := w.r.desk.Agencies(w.r.day.today, w.now)
	for _, a := range agencies {
		status := finds.AgencyStatus(w.speak, a.Status, finds.QuotaOr(w.speak, a.Status, ""), w.now)
		if status.Colour == kit.ColorOpen || closesLast(a.Status, agencies) {
			continue
		}
		news = append(news, section{kind: sectionAgency, title: a.Agency.ShortName,
			status: kit.Status{Shape: status.Shape, Colour: status.Colour, Word: status.Word}, text: w.news(a.Status)})
	}
	if len(news) == 0 {
		return
	}
	w.heading("reception.tell_first")
	w.page = append(w.page, news...)
}

// closesLast tells that an agency closes with the mall, which is no news.
func closesLast(s models.Status, agencies []desk.AgencyStatus) bool {
	if !s.Open || s.Reason.Key == finds.LastTicketReason {
		return false
	}
	for _, a := range agencies {
		if a.Status.ClosesAt.After(s.ClosesAt) {
			return false
		}
	}
	return true
}

// news says of an agency when it can be had, or that little is left.
func (w *paperWriter) news(s models.Status) string {
	switch {
	case s.Open && s.QuotaLeft >= 0:
		return w.speak.T("row.quota_left", s.QuotaLeft)
	case s.Open:
		return stage.Capital(w.speak.Say(s.Reason))
	}
	return stage.Capital(stage.FirstOf(finds.AgainWords(w.speak, s, w.now), w.speak.Say(s.Reason)))
}

// question helps to ask the visitor, when several agencies fit.
func (w *paperWriter) question() {
	var agencies []string
	for _, row := range w.r.purpose.rows {
		if row.Head != "" {
			agencies = append(agencies, row.Head)
		}
	}
	w.add(section{kind: sectionText, title: w.speak.T("reception.ask_visitor")})
	w.add(section{kind: sectionTitle, title: w.speak.T("reception.ask_which", strings.TrimSpace(w.r.purpose.query)),
		text: w.speak.T("reception.ask_agencies", stage.OrList(w.speak, agencies))})
	w.events()
}

// events offers the life events that fit, each with the key of its row.
func (w *paperWriter) events() {
	for i, row := range w.r.purpose.rows {
		if row.Event == nil {
			continue
		}
		if w.page[len(w.page)-1].kind != sectionEvent {
			w.heading("reception.or_chain")
		}
		w.add(section{kind: sectionEvent, title: row.Event.Name, item: i,
			text: chainWords(w.speak, row.Chain), number: "Alt " + strconv.Itoa(i+1)})
	}
}

// chainWords names the agencies of a chain and counts its services.
func chainWords(speak *text.Speaker, chain []desk.Offer) string {
	var names []string
	for _, o := range chain {
		if !slices.Contains(names, o.Agency.ShortName) {
			names = append(names, o.Agency.ShortName)
		}
	}
	return speak.T("reception.chain", strings.Join(names, ", "), len(chain))
}

// place shows where a place of the building is.
func (w *paperWriter) place(chosen finds.Row) {
	hit := chosen.Place
	way := desk.FindWayToPlace(w.r.desk.Catalogue().Directory, hit.Floor, hit.Place)
	w.add(section{kind: sectionTitle, title: finds.PlaceName(w.speak, hit.Place), text: hit.Floor.Name})
	w.add(section{kind: sectionNote, note: kit.NoteInfo, title: w.speak.T("row.place", hit.Floor.Number),
		text: w.speak.Way(way)})
}

// several shows the services of one visit, each with its papers.
func (w *paperWriter) several(wanted []desk.Offer) {
	title := w.speak.T("reception.several", len(wanted))
	if chosen, ok := w.r.purpose.current(); ok && chosen.Event != nil && len(w.r.taken) == 0 {
		title = chosen.Event.Name
	}
	w.add(section{kind: sectionTitle, title: title, text: w.speak.T("reception.several_do")})
	w.trip(wanted)
	w.heading("plan.papers")
	line := 0
	for _, o := range wanted {
		status := finds.OfferStatus(w.speak, o, w.now)
		w.add(section{kind: sectionStop, title: o.Service.Name, text: o.Agency.ShortName, number: counterNumber(o),
			status: kit.Status{Shape: status.Shape, Colour: status.Colour, Word: status.Word, Detail: w.whyNot(o)},
			item:   line, lit: w.lit(line), vacant: vacant(o), seen: w.considered(o)})
		line++
		if len(o.Service.Requirements) > 0 {
			w.checks(o, line)
		}
		line += len(o.Service.Requirements)
	}
}

// trip suggests in which order to go, with the times.
func (w *paperWriter) trip(wanted []desk.Offer) {
	plan := w.r.plan()
	stops := make([]kit.Stop, 0, len(plan.Stops))
	for _, stop := range plan.Stops {
		o, _ := w.r.desk.Offer(stop.Service, w.r.day.today, w.now)
		detail := w.speak.T("plan.at", stop.Start.In(w.now.Location()), o.Service.Name)
		switch {
		case stop.Missed:
			detail = w.speak.T("plan.not_today", o.Service.Name)
		case stop.AtOnce && len(stops) > 0:
			detail = w.speak.T("plan.waits_already", detail)
		}
		stops = append(stops, kit.Stop{Number: counterNumber(o), Vacant: stop.Missed, Name: o.Agency.ShortName, Detail: detail})
	}
	if len(stops) > 1 {
		heading := "plan.heading"
		if len(w.r.order) > 0 {
			heading = "plan.insisted"
		}
		w.heading(heading)
		w.add(section{kind: sectionRoute, stops: stops})
	}
}

// whyNot says of a service that cannot be recorded now when or where it can.
func (w *paperWriter) whyNot(o desk.Offer) string {
	switch {
	case finds.Gives(o):
		return ""
	case o.Service.ReferTo != nil:
		return stage.Joined(o.Service.ReferTo.Name, o.Service.ReferTo.City)
	}
	return w.news(o.Status)
}

// considered tells the service of the selected row while others were taken.
func (w *paperWriter) considered(o desk.Offer) bool {
	chosen, ok := w.r.purpose.current()
	return ok && chosen.Offer != nil && len(w.r.taken) > 0 && chosen.Offer.Service.Code == o.Service.Code
}
