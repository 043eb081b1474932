package views

import (
	"strconv"
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
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
	on     bool   // ticked
	lit    bool   // under the cursor
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
	r     *reception
	speak *text.Speaker
	now   time.Time
	page  []section
}

// papersPage is the second pane: what to bring, what to know before queueing,
// or what to ask.
func papersPage(r *reception, speak *text.Speaker) []section {
	w := &paperWriter{r: r, speak: speak, now: r.desk.Now()}
	wanted := r.wanted()
	chosen, selected := r.purpose.current()
	switch {
	case selected && chosen.place != nil && len(wanted) == 0:
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
		status := agencyStatus(w.speak, a.Status, "", w.now)
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
	if !s.Open || s.Reason.Key == lastTicketReason {
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
		return capital(w.speak.Say(s.Reason))
	}
	return capital(firstOf(againWords(w.speak, s, w.now), w.speak.Say(s.Reason)))
}

// question helps to ask the visitor, when several agencies fit.
func (w *paperWriter) question() {
	var agencies []string
	for _, row := range w.r.purpose.rows {
		if row.head != "" {
			agencies = append(agencies, row.head)
		}
	}
	w.add(section{kind: sectionText, title: w.speak.T("reception.ask_visitor")})
	w.add(section{kind: sectionTitle, title: w.speak.T("reception.ask_which", capital(strings.TrimSpace(w.r.purpose.query))),
		text: w.speak.T("reception.ask_agencies", orList(w.speak, agencies))})
	w.events()
}

// events offers the life events that fit, each with the key of its row.
func (w *paperWriter) events() {
	for i, row := range w.r.purpose.rows {
		if row.event == nil {
			continue
		}
		if w.page[len(w.page)-1].kind != sectionEvent {
			w.heading("reception.or_chain")
		}
		w.add(section{kind: sectionEvent, title: row.event.Name, item: i,
			text: chainWords(w.speak, row.chain), number: "Alt " + strconv.Itoa(i+1)})
	}
}

// chainWords names the agencies of a chain and counts its services.
func chainWords(speak *text.Speaker, chain []desk.Offer) string {
	var names []string
	for _, o := range chain {
		if !contains(names, o.Agency.ShortName) {
			names = append(names, o.Agency.ShortName)
		}
	}
	return speak.T("reception.chain", strings.Join(names, ", "), len(chain))
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// place shows where a place of the building is.
func (w *paperWriter) place(chosen row) {
	hit := chosen.place
	way := desk.FindWayToPlace(w.r.desk.Catalogue().Directory, hit.Floor, hit.Place)
	w.add(section{kind: sectionTitle, title: placeName(w.speak, hit.Place), text: hit.Floor.Name})
	w.add(section{kind: sectionNote, note: kit.NoteInfo, title: w.speak.T("row.place", hit.Floor.Number),
		text: capital(w.speak.Say(desk.WayPhrase(way)))})
}

// service shows one service in full.
func (w *paperWriter) service(o desk.Offer) {
	if !gives(o) {
		w.refusal(o)
		return
	}
	w.add(section{kind: sectionTitle, title: o.Service.Name, text: w.whereLine(o)})
	if !o.Service.IssuesTicket() {
		w.add(section{kind: sectionNote, note: kit.NoteInfo, title: w.speak.T("reception.no_number"), text: w.speak.T("reception.no_number_do")})
	}
	w.checks(o, 0)
	w.route(o)
	w.facts(o)
}

// whereLine tells who does a service and where.
func (w *paperWriter) whereLine(o desk.Offer) string {
	if o.Counter == nil || o.Service.ReferTo != nil {
		return o.Agency.ShortName
	}
	return o.Agency.ShortName + " · " + countersLine(w.speak, o.Counters) + " · " + w.speak.T("row.floor", o.Counter.Floor)
}

// checks lists the papers of a service; first is the number of the first line.
func (w *paperWriter) checks(o desk.Offer, first int) {
	if len(o.Service.Requirements) == 0 {
		w.add(section{kind: sectionText, text: w.speak.T("reception.no_papers")})
		return
	}
	made := makers(o.Service, w.providers(o))
	papers := w.r.papers[o.Service.Code]
	for i, name := range o.Service.Requirements {
		s := section{kind: sectionCheck, title: name, on: papers.brought[i], item: first + i, lit: w.lit(first + i)}
		if maker, ok := made[i]; ok {
			s.text = w.speak.T("reception.made_here", countersLine(w.speak, maker.Counters))
		}
		w.add(s)
	}
	w.verdict(o)
}

func (w *paperWriter) lit(item int) bool { return w.r.spot == spotPapers && w.r.cursor == item }

// verdict says what is recorded of the papers.
func (w *paperWriter) verdict(o desk.Offer) {
	verdict, missing := w.r.papers[o.Service.Code].verdict(o.Service.Requirements)
	switch verdict {
	case models.PapersComplete:
		w.add(section{kind: sectionAgency, status: kit.Status{Shape: kit.ShapeTick, Colour: kit.ColorOpen,
			Word: w.speak.T("reception.papers_complete")}})
	case models.PapersIncomplete:
		w.add(section{kind: sectionAgency, status: kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn,
			Word: w.speak.T("reception.papers_missing", len(missing))}})
	}
}

// providers are the services of this mall whose result o needs.
func (w *paperWriter) providers(o desk.Offer) []desk.Offer {
	var list []desk.Offer
	for _, code := range o.Service.After {
		if offer, ok := w.r.desk.Offer(code, w.r.day.today, w.now); ok {
			list = append(list, offer)
		}
	}
	return list
}

// makers tells which requirement a needed service provides: the one that
// shares most words with what people call the service.
func makers(s *models.Service, providers []desk.Offer) map[int]desk.Offer {
	made := map[int]desk.Offer{}
	for _, p := range providers {
		called := wordsOf(p.Service.Name + " " + strings.Join(p.Service.Aliases, " "))
		best, most := nothing, 0
		for i, requirement := range s.Requirements {
			shared := 0
			for word := range wordsOf(requirement) {
				if called[word] {
					shared++
				}
			}
			if shared > most {
				best, most = i, shared
			}
		}
		if best != nothing {
			made[best] = p
		}
	}
	return made
}

// telling is the length from which a word tells papers apart.
const telling = 4

func wordsOf(s string) map[string]bool {
	words := map[string]bool{}
	for _, word := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" ,;()/-", r) }) {
		if len(word) >= telling && word != "surat" && word != "fotokopi" {
			words[word] = true
		}
	}
	return words
}

// route shows where to go first when another service is needed before.
func (w *paperWriter) route(o desk.Offer) {
	before := w.providers(o)
	if len(before) == 0 {
		return
	}
	stops := make([]kit.Stop, 0, len(before)+1)
	for _, b := range append(before, o) {
		stops = append(stops, w.stop(b))
	}
	w.heading("reception.route")
	w.add(section{kind: sectionRoute, stops: stops})
}

func (w *paperWriter) stop(o desk.Offer) kit.Stop {
	return kit.Stop{Number: counterNumber(o), Name: o.Agency.ShortName, Detail: offerStatus(w.speak, o, w.now).Word + " · " + o.Service.Name}
}

func counterNumber(o desk.Offer) string {
	if o.Counter == nil {
		return "–"
	}
	return strconv.Itoa(o.Counter.Number)
}

// facts are cost, time and hours; what the agency has not confirmed says so.
func (w *paperWriter) facts(o desk.Offer) {
	unsure := ""
	if !o.Service.Verified() {
		unsure = w.speak.T("reception.unverified")
	}
	var facts []kit.Definition
	if o.Service.Fee != "" {
		facts = append(facts, kit.Definition{Term: w.speak.T("reception.fee"), Value: o.Service.Fee, Stress: true, Detail: unsure})
	}
	if o.Service.Duration != "" {
		facts = append(facts, kit.Definition{Term: w.speak.T("reception.duration"), Value: o.Service.Duration})
	}
	if reason := w.speak.Say(o.Status.Reason); reason != "" {
		facts = append(facts, kit.Definition{Term: w.speak.T("reception.hours"), Value: capital(reason), Detail: unsure})
	}
	if day, ok := models.ParseDate(o.Service.VerifiedOn); ok {
		facts = append(facts, kit.Definition{Term: w.speak.T("reception.verified"), Value: w.speak.PlainDate(day)})
	}
	w.add(section{kind: sectionFacts, facts: facts})
}

// refusal shows a service that gives no number now: why, when again, where
// else, and what to bring then.
func (w *paperWriter) refusal(o desk.Offer) {
	if o.Service.ReferTo != nil {
		w.refer(o)
		return
	}
	w.add(section{kind: sectionNote, note: kit.NoteStop, title: w.refusalTitle(o.Status),
		text: capital(w.speak.Say(o.Status.Reason)) + "."})
	w.next(o)
	w.add(section{kind: sectionText, title: o.Service.Name, text: w.whereLine(o)})
	if len(o.Service.Requirements) > 0 {
		w.heading("reception.bring_then")
		w.checks(o, 0)
	}
}

// refusalTitle says that there is no number now, or none today.
func (w *paperWriter) refusalTitle(s models.Status) string {
	if !s.NextOpening.IsZero() && sameDay(s.NextOpening, w.now) {
		return w.speak.T("reception.refused_now")
	}
	return w.speak.T("reception.refused_today")
}

// next shows the next opening large, with the days around it.
func (w *paperWriter) next(o desk.Offer) {
	next := o.Status.NextOpening
	if next.IsZero() {
		return
	}
	w.heading("reception.next")
	where := w.speak.Clock(next) + " " + text.Zone(next) + " · " + countersLine(w.speak, o.Counters)
	w.add(section{kind: sectionTitle, title: w.speak.Date(next), text: where})
	if !sameDay(next, w.now) {
		heads, days := w.calendar(o.Agency, next)
		w.add(section{kind: sectionCalendar, heads: heads, days: days})
	}
}

// calendarWeeks are shown from this week on.
const calendarWeeks = 3

// calendar marks the days on which the agency comes.
func (w *paperWriter) calendar(a *models.Agency, next time.Time) (heads []string, days []kit.Day) {
	monday := w.now.AddDate(0, 0, -(int(w.now.Weekday())+6)%7)
	for i := range 5 {
		heads = append(heads, string([]rune(w.speak.Day(monday.AddDate(0, 0, i).Weekday()))[:3]))
	}
	for week := range calendarWeeks {
		for i := range 5 {
			day := monday.AddDate(0, 0, 7*week+i)
			days = append(days, kit.Day{Number: day.Day(), Kind: w.dayKind(a, day, next)})
		}
	}
	return heads, days
}

func (w *paperWriter) dayKind(a *models.Agency, day, next time.Time) kit.DayKind {
	switch {
	case sameDay(day, next):
		return kit.DayNext
	case sameDay(day, w.now):
		return kit.DayToday
	case day.Before(w.now):
		return kit.DayPlain
	}
	s := desk.Status(w.r.desk.Catalogue().Directory, a, day, models.Presence{}, 0)
	if s.Scheduled && s.State != models.StateHoliday && s.State != models.StateUnknown {
		return kit.DayOpen
	}
	return kit.DayPlain
}

// refer shows where a service is done that this mall does not do.
func (w *paperWriter) refer(o desk.Offer) {
	to := o.Service.ReferTo
	w.add(section{kind: sectionNote, note: kit.NoteStop, title: w.speak.T("reception.not_here"), text: to.Reason})
	w.heading("reception.refer")
	w.add(section{kind: sectionCard, title: to.Name, text: to.City})
	w.add(section{kind: sectionText, title: o.Service.Name, text: w.whereLine(o)})
	w.facts(o)
}

// several shows the services of one visit, each with its papers.
func (w *paperWriter) several(wanted []desk.Offer) {
	title := w.speak.T("reception.several", len(wanted))
	if chosen, ok := w.r.purpose.current(); ok && chosen.event != nil && len(w.r.taken) == 0 {
		title = chosen.event.Name
	}
	w.add(section{kind: sectionTitle, title: title, text: w.speak.T("reception.several_do")})
	w.heading("reception.route")
	line := 0
	for _, o := range wanted {
		status := offerStatus(w.speak, o, w.now)
		w.add(section{kind: sectionStop, title: o.Service.Name, text: o.Agency.ShortName, number: counterNumber(o),
			status: kit.Status{Shape: status.Shape, Colour: status.Colour, Word: status.Word}, item: line, lit: w.lit(line), on: gives(o)})
		line++
		if len(o.Service.Requirements) > 0 {
			w.checks(o, line)
		}
		line += len(o.Service.Requirements)
	}
}
