package reception

import (
	"strconv"
	"strings"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// service shows one service in full.
func (w *paperWriter) service(o desk.Offer) {
	if !finds.Gives(o) {
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
	return o.Agency.ShortName + " · " + finds.CountersLine(w.speak, o.Counters) + " · " + w.speak.T("row.floor", o.Counter.Floor)
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
			s.text = w.speak.T("reception.made_here", finds.CountersLine(w.speak, maker.Counters))
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
// shares most words with what people call the service, and half of its own.
func makers(s *models.Service, providers []desk.Offer) map[int]desk.Offer {
	made := map[int]desk.Offer{}
	for _, p := range providers {
		called := wordsOf(p.Service.Name + " " + strings.Join(p.Service.Aliases, " "))
		best, most := stage.Nothing, 0
		for i, requirement := range s.Requirements {
			words, shared := wordsOf(requirement), 0
			for word := range words {
				if called[word] {
					shared++
				}
			}
			if shared > most && 2*shared >= len(words) {
				best, most = i, shared
			}
		}
		if best != stage.Nothing {
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
		if len(word) >= telling {
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
	return kit.Stop{Number: counterNumber(o), Vacant: vacant(o), Name: o.Agency.ShortName, Detail: finds.OfferStatus(w.speak, o, w.now).Word + " · " + o.Service.Name}
}

func counterNumber(o desk.Offer) string {
	if o.Counter == nil {
		return "–"
	}
	return strconv.Itoa(o.Counter.Number)
}

// vacant tells that nobody serves at the counter now.
func vacant(o desk.Offer) bool {
	return o.Service.ReferTo != nil || finds.PlateKind(o.Status) == kit.PlateVacant
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
		facts = append(facts, kit.Definition{Term: w.speak.T("reception.hours"), Value: stage.Capital(reason), Detail: unsure})
	}
	if day, ok := models.ParseDate(o.Service.VerifiedOn); ok {
		facts = append(facts, kit.Definition{Term: w.speak.T("reception.verified"), Value: w.speak.PlainDate(day)})
	}
	w.add(section{kind: sectionFacts, facts: facts})
}
