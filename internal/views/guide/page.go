package guide

import (
	"strconv"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/finder"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// guidePage is everything that stands at the right, in words: what to say
// about the chosen row, or what to do when none is chosen.
type guidePage struct {
	title  string
	under  string     // agency in full
	status kit.Status // without a word: none
	counts string     // numbers issued today
	notes  []guideNote
	sign   guideSign
	plan   bool       // whether a floor plan helps
	aside  guideAside // beside the plan
	facts  []guideFact
}

// guideNote is something to know before walking there.
type guideNote struct {
	kind        kit.NoteKind
	title, text string
}

// guideAside is what stands beside the plan: papers to bring, a chain of
// services, or the agencies of a floor.
type guideAside struct {
	title  string
	wide   bool // needs more room than papers do
	papers []string
	stops  []guideStop
	empty  string // said when there is nothing to list
}

// guideStop is a counter with who serves there and how it is now.
type guideStop struct {
	number string
	plate  kit.PlateKind
	name   string
	status kit.Status
}

// guideFact is one of the lines at the foot: a label and its value.
type guideFact struct {
	label, value string
	unsure       bool
}

// page tells what stands at the right now.
func (s *guideState) page(w guideWords) guidePage {
	chosen, ok := s.chosen()
	switch {
	case s.personal && !ok:
		return notePage(w, "guide.personal")
	case !ok && s.query == "":
		return s.idlePage(w)
	case !ok && len(s.rows) == 0:
		return notePage(w, "guide.none")
	case !ok:
		return s.askPage(w)
	case chosen.Offer != nil:
		return w.servicePage(*chosen.Offer, s.target())
	case chosen.Event != nil:
		return w.eventPage(chosen.Event, chosen.Chain, s.target())
	}
	return w.placePage(*chosen.Place, s.target())
}

// idlePage shows the building and who serves on the floor looked at.
func (s *guideState) idlePage(w guideWords) guidePage {
	page := notePage(w, "guide.idle")
	i := s.floorShown()
	if i == stage.Nothing {
		return page
	}
	page.plan = true
	number := s.floors()[i].Number
	page.aside.title = w.speak.T("guide.idle.agencies", number)
	for _, a := range s.agenciesOn(number) {
		page.aside.stops = append(page.aside.stops, guideStop{
			number: strconv.Itoa(a.Agency.Counters[0].Number),
			plate:  finds.PlateKind(a.Status),
			name:   a.Agency.ShortName,
			status: kit.StatusOf(a.Status.State, finds.StateWord(w.speak, a.Status), ""),
		})
	}
	return page
}

// askPage shows which agencies the words may mean.
func (s *guideState) askPage(w guideWords) guidePage {
	page := notePage(w, "guide.ask")
	page.aside.title = w.speak.T("guide.ask.agencies")
	for _, r := range s.rows {
		if r.Offer == nil || r.Head == "" {
			continue
		}
		stop := w.stop(*r.Offer)
		stop.name = stage.Joined(r.Head, r.Offer.Agency.Name)
		page.aside.stops = append(page.aside.stops, stop)
	}
	return page
}

// notePage is a page of a title and a sentence.
func notePage(w guideWords, key string) guidePage {
	return guidePage{title: w.speak.T(key + ".title"), under: w.speak.T(key + ".text")}
}

func (w guideWords) servicePage(o desk.Offer, target guideTarget) guidePage {
	page := guidePage{
		title:  w.named(o).Service.Name,
		under:  stage.Joined(o.Agency.ShortName, o.Agency.Name),
		status: w.bareStatus(o),
		counts: w.counts(o),
		notes:  w.notes(o),
		sign:   w.sign(target),
		plan:   o.Service.ReferTo == nil,
	}
	if o.Service.Sensitive {
		page.aside = guideAside{title: w.speak.T("guide.private.title"), empty: w.speak.T("guide.private.text")}
		return page
	}
	page.aside = guideAside{title: w.speak.T("guide.bring"), papers: o.Service.Requirements,
		empty: w.speak.T("guide.bring.none")}
	page.facts = w.facts(o.Service)
	return page
}

func (w guideWords) eventPage(event *models.LifeEvent, chain []desk.Offer, target guideTarget) guidePage {
	page := guidePage{
		title:  event.Name,
		under:  w.speak.T("row.event", len(chain)),
		status: finds.ChainStatus(w.speak, chain),
		sign:   w.sign(target),
		plan:   true,
		aside:  guideAside{title: w.speak.T("guide.order"), wide: true},
	}
	for _, o := range chain {
		page.aside.stops = append(page.aside.stops, w.stop(o))
	}
	return page
}

// stop is a service on the way through the building.
func (w guideWords) stop(o desk.Offer) guideStop {
	stop := guideStop{name: w.named(o).Service.Name, status: w.status(o), plate: finds.PlateKind(o.Status)}
	if o.Counter != nil {
		stop.number = strconv.Itoa(o.Counter.Number)
	}
	return stop
}

func (w guideWords) placePage(hit finder.PlaceHit, target guideTarget) guidePage {
	return guidePage{
		title: finds.PlaceName(w.speak, hit.Place),
		under: w.speak.T("row.place", hit.Floor.Number),
		sign:  w.sign(target),
		plan:  true,
	}
}

// bareStatus is the status without its details, which stand below it.
func (w guideWords) bareStatus(o desk.Offer) kit.Status {
	status := w.status(o)
	status.Detail = ""
	return status
}

// counts says until when it is open and how many wait how long.
func (w guideWords) counts(o desk.Offer) string {
	if o.Service.ReferTo != nil {
		return ""
	}
	if !o.Status.Open {
		return finds.IssuedWords(w.speak, o.IssuedToday)
	}
	return stage.Joined(w.speak.Say(o.Status.Reason), finds.WaitWords(w.speak, o))
}

// notes say what would make the walk useless.
func (w guideWords) notes(o desk.Offer) []guideNote {
	if refer := o.Service.ReferTo; refer != nil {
		return []guideNote{
			{kit.NoteStop, w.speak.T("guide.refer.title"), refer.Reason},
			{kit.NoteInfo, w.speak.T("guide.refer.to", refer.Name), refer.City},
		}
	}
	if o.Status.Open {
		return nil
	}
	reason := text.Sentence(w.speak.Say(o.Status.Reason))
	if comesToday(o.Status) {
		return []guideNote{{kit.NoteWarn, reason, ""}} // the reason says when it opens
	}
	return []guideNote{{kit.NoteStop, reason, w.next(o.Status.NextOpening)}}
}

// comesToday tells that numbers are given now or soon.
func comesToday(s models.Status) bool {
	return s.Open || s.State == models.StateBreak || s.State == models.StateNotYet
}

// next says when numbers are given again.
func (w guideWords) next(at time.Time) string {
	switch {
	case at.IsZero():
		return w.speak.T("guide.next.unknown")
	case stage.SameDay(at, w.now):
		return w.speak.T("guide.next.today", at)
	}
	return w.speak.T("guide.next", at)
}

func (w guideWords) facts(s *models.Service) []guideFact {
	facts := []guideFact{
		{label: w.speak.T("guide.duration"), value: s.Duration},
		{label: w.speak.T("guide.fee"), value: s.Fee},
		{label: w.speak.T("guide.verified"), value: w.speak.T("guide.unverified"), unsure: true},
	}
	if on, ok := models.ParseDate(s.VerifiedOn); ok {
		facts[2] = guideFact{label: facts[2].label, value: w.speak.PlainDate(on)}
	}
	for i := range facts {
		if facts[i].value == "" {
			facts[i].value, facts[i].unsure = w.speak.T("guide.unknown"), true
		}
	}
	return facts
}
