package guide

import (
	"context"
	"slices"
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/stage"
)

// guideDesk is what the floor guide needs of the desk. All but Today answers
// from memory.
type guideDesk interface {
	Now() time.Time
	Catalogue() *models.Catalogue
	Find(query string, limit int, today desk.Today, at time.Time) desk.Finding
	Offer(service string, today desk.Today, at time.Time) (desk.Offer, bool)
	Agencies(today desk.Today, at time.Time) []desk.AgencyStatus
	Way(counter *models.Counter) models.Way
	Today(ctx context.Context, at time.Time) (desk.Today, error)
}

// guideState is what the floor guide shows; it knows no widgets and no name
// of a sensitive service.
type guideState struct {
	desk   guideDesk
	today  desk.Today
	fault  bool // the day could not be read
	gone   bool // the server does not answer: today is what it was at readAt
	readAt time.Time

	query    string
	personal bool             // digits that looked personal were typed, and dropped
	place    models.PlaceKind // a place's button was pressed
	finding  desk.Finding
	rows     []finds.Row
	selected int // nothing, or the row shown at the right
	floor    int // looked at on the plan; 0: that of the selected row

	ways map[*models.Place]models.Way // found before, for searching takes time
}

func newGuideState(d guideDesk) *guideState {
	s := &guideState{desk: d, ways: map[*models.Place]models.Way{}}
	s.search("")
	return s
}

// search looks words up. A NIK or a phone number has no business on this
// screen: it is dropped.
func (s *guideState) search(words string) {
	rest, personal := finds.SplitPersonal(words)
	if s.personal && digitsOnly(words) {
		rest, personal = "", words // a card reader is still typing
	}
	s.query, s.personal = rest, personal != ""
	s.place, s.selected, s.floor = "", stage.Nothing, 0
	s.load()
	if s.query != "" && !s.finding.Ambiguous && len(s.rows) > 0 {
		s.selected = 0
	}
}

func digitsOnly(words string) bool {
	return words != "" && strings.Trim(words, "0123456789") == ""
}

// choosePlace lists the places of a kind, the nearest first.
func (s *guideState) choosePlace(kind models.PlaceKind) {
	s.query, s.personal, s.place = "", false, kind
	s.selected, s.floor = 0, 0
	s.load()
}

// clear starts fresh; false when there was nothing to forget.
func (s *guideState) clear() bool {
	had := s.query != "" || s.personal || s.place != "" || s.selected != stage.Nothing || s.floor != 0
	s.search("")
	return had
}

// renew takes over the day's numbers, and another directory if there is one.
func (s *guideState) renew(today desk.Today) {
	s.today = today
	s.ways = map[*models.Place]models.Way{}
	s.load()
}

// load fills the rows for what is asked, at the present time.
func (s *guideState) load() {
	s.finding = desk.Finding{}
	switch {
	case s.place != "":
		s.rows = s.nearestFirst(placeRows(s.floors(), s.place))
	case s.query != "":
		s.finding = s.desk.Find(s.query, finds.MaxRows, s.today, s.desk.Now())
		s.finding.Services = discreet(s.finding.Services)
		s.rows = s.foundRows()
	default:
		s.rows = s.eventRows()
	}
	s.rows = s.rows[:min(len(s.rows), finds.MaxRows)]
	s.selected = min(s.selected, len(s.rows)-1)
}

// foundRows lists what was found; who asked for a place sees all of its kind.
func (s *guideState) foundRows() []finds.Row {
	if len(s.finding.Services) > 0 || len(s.finding.Places) == 0 {
		return finds.RowsOf(s.finding, s.chain)
	}
	return s.nearestFirst(finds.AppendPlaces(nil, s.finding.Places))
}

// move goes up or down the rows; from none the first key takes the first row.
func (s *guideState) move(by int) {
	s.choose(min(max(s.selected+by, 0), len(s.rows)-1))
}

// choose shows row i at the right, when there is one.
func (s *guideState) choose(i int) {
	if i >= 0 && i < len(s.rows) {
		s.selected, s.floor = i, 0
	}
}

// chosen is the row shown at the right.
func (s *guideState) chosen() (finds.Row, bool) {
	if s.selected < 0 || s.selected >= len(s.rows) {
		return finds.Row{}, false
	}
	return s.rows[s.selected], true
}

// floors are the building's.
func (s *guideState) floors() []models.Floor { return s.desk.Catalogue().Directory.Floors }

// floorShown is the index of the floor on the plan; nothing without floors.
func (s *guideState) floorShown() int {
	wanted := s.floor
	if wanted == 0 {
		wanted = s.target().floor
	}
	if wanted == 0 {
		wanted = homeFloor(s.floors())
	}
	return slices.IndexFunc(s.floors(), func(f models.Floor) bool { return f.Number == wanted })
}

// lookAt shows the i-th floor on the plan, when there is one.
func (s *guideState) lookAt(i int) {
	if i >= 0 && i < len(s.floors()) {
		s.floor = s.floors()[i].Number
	}
}

// guideTarget is where the chosen row leads to.
type guideTarget struct {
	floor   int // 0: nowhere
	counter *models.Counter
	place   *models.Place
	way     models.Way
}

func (s *guideState) target() guideTarget {
	chosen, ok := s.chosen()
	if !ok {
		return guideTarget{}
	}
	if hit := chosen.Place; hit != nil {
		return guideTarget{floor: hit.Floor.Number, place: hit.Place, way: s.wayTo(hit.Floor, hit.Place)}
	}
	offers := chosen.Offers()
	if len(offers) == 0 || offers[0].Counter == nil || offers[0].Service.ReferTo != nil {
		return guideTarget{}
	}
	counter := offers[0].Counter
	return guideTarget{floor: counter.Floor, counter: counter, way: s.desk.Way(counter)}
}

// wayTo leads to a place of the building.
func (s *guideState) wayTo(floor *models.Floor, place *models.Place) models.Way {
	way, known := s.ways[place]
	if !known {
		way = desk.FindWayToPlace(s.desk.Catalogue().Directory, floor, place)
		s.ways[place] = way
	}
	return way
}

// chain offers the services of a life event in their order.
func (s *guideState) chain(event *models.LifeEvent) []desk.Offer {
	var offers []desk.Offer
	for _, code := range event.Services {
		if offer, ok := s.desk.Offer(code, s.today, s.desk.Now()); ok {
			offers = append(offers, veiled(offer))
		}
	}
	return offers
}

func (s *guideState) eventRows() []finds.Row {
	events := s.desk.Catalogue().Directory.LifeEvents
	rows := make([]finds.Row, len(events))
	for i := range events {
		rows[i] = finds.Row{Event: &events[i], Chain: s.chain(&events[i])}
	}
	return rows
}

// agenciesOn lists who serves on a floor, by counter.
func (s *guideState) agenciesOn(floor int) []desk.AgencyStatus {
	all := s.desk.Agencies(s.today, s.desk.Now())
	here := slices.DeleteFunc(all, func(a desk.AgencyStatus) bool {
		return a.Agency.Floor != floor || len(a.Agency.Counters) == 0
	})
	slices.SortStableFunc(here, func(a, b desk.AgencyStatus) int {
		return a.Agency.Counters[0].Number - b.Agency.Counters[0].Number
	})
	return here
}
