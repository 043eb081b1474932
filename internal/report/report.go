package report

import (
	"cmp"
	"slices"
	"strconv"

	"frontdesk/internal/models"
)

// Report is what happened from one business date to another, both included.
// Names are those of the directory in use; what it no longer knows goes by its
// code.
type Report struct {
	Visits     int    `json:"visits"` // of all kinds, none voided
	From       string `json:"from"`   // YYYY-MM-DD
	To         string `json:"to"`
	Mall       string `json:"mall"`
	City       string `json:"city"`
	Address    string `json:"address"`
	Made       string `json:"made_on"` // YYYY-MM-DD
	Days       int    `json:"days"`    // with visits
	People     int    `json:"people"`  // who came in person, companions included
	Errands    int    `json:"errands"` // numbers, and services that give none
	Called     int    `json:"called"`
	Served     int    `json:"served"`
	NoShows    int    `json:"no_shows"` // called in vain at least once
	Voided     int    `json:"voided"`   // numbers taken back
	Waiting    Spread `json:"waiting"`
	Serving    Spread `json:"serving"`
	Papers     Papers `json:"papers"`
	Questions  int    `json:"questions"`
	TurnedAway int    `json:"turned_away"`
	Priority   int    `json:"priority"`  // visits that name a priority group
	NotFound   int    `json:"not_found"` // searches
	Once       int    `json:"not_found_once"`

	Kinds      []Count       `json:"visits_by_kind"`
	Agencies   []AgencyLine  `json:"agencies"` // most errands first
	Hours      []HourLine    `json:"hours"`    // Monday to Sunday, days with visits only
	Reasons    []Count       `json:"turned_away_by_reason"`
	Missing    []Requirement `json:"missing_papers"` // most often first
	Asked      []Count       `json:"questions_by_kind"`
	Searches   []Count       `json:"searches_not_found"` // made at least twice, most often first
	Priorities []Count       `json:"priorities"`
	Survey     *Survey       `json:"survey,omitempty"`
	Accuracy   *Accuracy     `json:"estimate_accuracy,omitempty"`
}

// Papers tells of how many numbers the papers were looked at, and of how many
// some were missing.
type Papers struct {
	Checked    int `json:"checked"`
	Incomplete int `json:"incomplete"`
}

// Count is how often something was.
type Count struct {
	Of string `json:"of"`
	N  int    `json:"count"`
}

// AgencyLine is an agency with its services, most errands first.
type AgencyLine struct {
	Code     string        `json:"code"`
	Name     string        `json:"name"`
	Line                   // of all its services
	Services []ServiceLine `json:"services"`
}

// ServiceLine is a service. Those that are sensitive stand together, without
// code and name, and so does what was not said.
type ServiceLine struct {
	Code      string `json:"code"`
	Name      string `json:"name"`
	Sensitive bool   `json:"sensitive"`
	Line
}

// Line is what an agency or a service did.
type Line struct {
	Errands    int    `json:"errands"`
	Called     int    `json:"called"`
	Served     int    `json:"served"`
	NoShows    int    `json:"no_shows"`
	Incomplete int    `json:"incomplete_papers"`
	TurnedAway int    `json:"turned_away"`
	Questions  int    `json:"questions"`
	Waiting    Spread `json:"waiting"`
	Serving    Spread `json:"serving"`
}

// HourLine is the people who came on one weekday, hour by hour.
type HourLine struct {
	Weekday int     `json:"weekday"` // 1 Monday … 7 Sunday
	Days    int     `json:"days"`    // with visits
	People  [24]int `json:"people"`  // by local hour, over all these days
}

// Mean is how many people came in an hour of such a day.
func (h HourLine) Mean(hour int) float64 {
	if h.Days == 0 {
		return 0
	}
	return float64(h.People[hour]) / float64(h.Days)
}

// Requirement is a paper that was not brought; of a sensitive service neither
// is named.
type Requirement struct {
	Agency    string `json:"agency"` // name
	Service   string `json:"service"`
	Sensitive bool   `json:"sensitive"`
	Name      string `json:"requirement"`
	N         int    `json:"count"`
}

// Accuracy is how the estimated waiting times of the last days did, as the desk
// judged them (estimate.Sheet); minutes.
type Accuracy struct {
	From             string  `json:"from"`
	To               string  `json:"to"`
	Days             int     `json:"days"`
	Tickets          int     `json:"tickets"`
	InsideShare      float64 `json:"inside_share"` // called within the range that was told, 0–1
	MedianError      float64 `json:"median_error_minutes"`
	NaiveMedianError float64 `json:"naive_median_error_minutes"` // people ahead × mean service
	MeanWidth        float64 `json:"mean_width_minutes"`         // of the range
}

// twice is how often something must have been searched to be spelled out.
const twice = 2

// New puts the figures of the days from–to into a report.
func New(c *models.Catalogue, from, to string, figures []models.Figure) Report {
	b := builder{catalogue: c, places: map[place]*lineBuilder{}, hours: map[int]*HourLine{}, counts: map[models.Measure]map[string]int{},
		missing: map[Requirement]int{}}
	for _, f := range figures {
		b.add(f)
	}
	return b.report(from, to)
}

type builder struct {
	catalogue *models.Catalogue
	all       lineBuilder
	places    map[place]*lineBuilder
	hours     map[int]*HourLine
	counts    map[models.Measure]map[string]int // by label
	missing   map[Requirement]int
}

// lineBuilder gathers a line, or that of an agency, or all.
type lineBuilder struct {
	Line
	waiting, serving histogram
}

func (b *builder) add(f models.Figure) {
	switch f.Measure {
	case models.MeasureDays:
		b.hour(f).Days += f.N
	case models.MeasureArrivals:
		if f.Bucket >= 0 && f.Bucket < 24 {
			b.hour(f).People[f.Bucket] += f.N
		}
	case models.MeasureMissing:
		b.missing[b.requirement(f)] += f.N
	}
	b.count(f)
	if at := b.placeOf(f); at.service != "" {
		b.at(at).add(f)
		b.at(place{agency: at.agency}).add(f)
	}
	b.all.add(f)
}

func (b *builder) count(f models.Figure) {
	if b.counts[f.Measure] == nil {
		b.counts[f.Measure] = map[string]int{}
	}
	b.counts[f.Measure][f.Label] += f.N
}

func (b *builder) hour(f models.Figure) *HourLine {
	weekday, _ := strconv.Atoi(f.Label)
	if b.hours[weekday] == nil {
		b.hours[weekday] = &HourLine{Weekday: weekday}
	}
	return b.hours[weekday]
}

// The sensitive services of an agency stand together as hidden; unsaid is what
// a number waits for that was transferred to an agency as a whole.
const (
	hidden = "*"
	unsaid = "?"
)

// placeOf is the agency and service of a figure, empty when it is of none. The
// directory tells the agency of a service without a number.
func (b *builder) placeOf(f models.Figure) place {
	at := place{f.Agency, f.Service}
	service, agency := b.catalogue.Service(f.Service)
	if service != nil && at.agency == "" {
		at.agency = agency.Code
	}
	switch {
	case service != nil && service.Sensitive:
		at.service = hidden
	case at.service == "" && at.agency != "":
		at.service = unsaid
	}
	return at
}

func (b *builder) at(p place) *lineBuilder {
	if b.places[p] == nil {
		b.places[p] = &lineBuilder{}
	}
	return b.places[p]
}

func (l *lineBuilder) add(f models.Figure) {
	switch f.Measure {
	case models.MeasureErrands:
		l.Errands += f.N
	case models.MeasureCalled:
		l.Called += f.N
	case models.MeasureServed:
		l.Served += f.N
	case models.MeasureNoShows:
		l.NoShows += f.N
	case models.MeasureTurnedAway:
		l.TurnedAway += f.N
	case models.MeasureQuestions:
		l.Questions += f.N
	case models.MeasurePapers:
		if f.Label == string(models.PapersIncomplete) {
			l.Incomplete += f.N
		}
	case models.MeasureWaiting:
		l.waiting = l.waiting.with(f)
	case models.MeasureServing:
		l.serving = l.serving.with(f)
	}
}

func (h histogram) with(f models.Figure) histogram {
	if h == nil {
		h = histogram{}
	}
	h[f.Bucket] += f.N
	return h
}

func (l *lineBuilder) line() Line {
	l.Waiting, l.Serving = l.waiting.spread(), l.serving.spread()
	return l.Line
}

// requirement names a missing paper.
func (b *builder) requirement(f models.Figure) Requirement {
	r := Requirement{Agency: b.agencyName(f.Agency), Service: b.serviceName(f.Service), Name: f.Label}
	if service, _ := b.catalogue.Service(f.Service); service != nil && service.Sensitive {
		r.Service, r.Name, r.Sensitive = "", "", true
	}
	return r
}

func (b *builder) agencyName(code string) string {
	if a := b.catalogue.Agency(code); a != nil {
		return a.ShortName
	}
	return code
}

func (b *builder) serviceName(code string) string {
	if s, _ := b.catalogue.Service(code); s != nil {
		return s.Name
	}
	return code
}

func (b *builder) report(from, to string) Report {
	all, mall := b.all.line(), b.catalogue.Directory.Mall
	r := Report{From: from, To: to, Mall: mall.Name, City: mall.City, Address: mall.Address,
		Visits: b.sum(models.MeasureVisits), People: b.sum(models.MeasurePeople), Days: b.sum(models.MeasureDays),
		Errands: all.Errands, Called: all.Called, Served: all.Served, NoShows: all.NoShows, Voided: b.sum(models.MeasureVoided),
		Waiting: all.Waiting, Serving: all.Serving, Papers: b.papers(), Questions: all.Questions, TurnedAway: all.TurnedAway,
		Priority: b.counts[models.MeasurePriorities][""], NotFound: b.sum(models.MeasureNotFound),
		Kinds: b.ordered(models.MeasureVisits, visitKinds), Reasons: b.ordered(models.MeasureTurnedAway, words(models.TurnedAwayReasons)),
		Asked:      b.ordered(models.MeasureQuestions, []string{string(models.VisitQuestion), string(models.VisitPhoneQuestion)}),
		Priorities: b.ordered(models.MeasurePriorities, words(models.Priorities)),
		Agencies:   b.agencies(), Hours: b.weekdays(), Missing: b.requirements()}
	r.Searches, r.Once = b.searches()
	return r
}

var visitKinds = []string{string(models.VisitService), string(models.VisitQuestion), string(models.VisitPhoneQuestion),
	string(models.VisitTurnedAway), string(models.VisitGuest)}

func words[T ~string](list []T) []string {
	plain := make([]string, len(list))
	for i, w := range list {
		plain[i] = string(w)
	}
	return plain
}

func (b *builder) sum(m models.Measure) int {
	all := 0
	for _, n := range b.counts[m] {
		all += n
	}
	return all
}

// ordered lists the counts of a measure by its labels.
func (b *builder) ordered(m models.Measure, labels []string) []Count {
	list := make([]Count, len(labels))
	for i, label := range labels {
		list[i] = Count{label, b.counts[m][label]}
	}
	return list
}

func (b *builder) papers() Papers {
	found := b.counts[models.MeasurePapers]
	incomplete := found[string(models.PapersIncomplete)]
	return Papers{Checked: incomplete + found[string(models.PapersComplete)], Incomplete: incomplete}
}

func (b *builder) agencies() []AgencyLine {
	services := map[string][]ServiceLine{}
	for at, l := range b.places {
		if at.service != "" {
			services[at.agency] = append(services[at.agency], b.serviceLine(at.service, l.line()))
		}
	}
	list := []AgencyLine{}
	for at, l := range b.places {
		if at.service != "" {
			continue
		}
		own := services[at.agency]
		slices.SortFunc(own, func(x, y ServiceLine) int {
			return cmp.Or(cmp.Compare(y.Errands, x.Errands), cmp.Compare(x.Name, y.Name), cmp.Compare(x.Code, y.Code))
		})
		list = append(list, AgencyLine{at.agency, b.agencyName(at.agency), l.line(), own})
	}
	slices.SortFunc(list, func(x, y AgencyLine) int {
		return cmp.Or(cmp.Compare(y.Errands, x.Errands), cmp.Compare(x.Name, y.Name), cmp.Compare(x.Code, y.Code))
	})
	return list
}

func (b *builder) serviceLine(code string, l Line) ServiceLine {
	switch code {
	case hidden:
		return ServiceLine{Sensitive: true, Line: l}
	case unsaid:
		return ServiceLine{Line: l}
	}
	return ServiceLine{Code: code, Name: b.serviceName(code), Line: l}
}

func (b *builder) weekdays() []HourLine {
	list := []HourLine{}
	for weekday := 1; weekday <= 7; weekday++ {
		if h := b.hours[weekday]; h != nil {
			list = append(list, *h)
		}
	}
	return list
}

func (b *builder) requirements() []Requirement {
	list := []Requirement{}
	for r, n := range b.missing {
		r.N = n
		list = append(list, r)
	}
	slices.SortFunc(list, func(x, y Requirement) int {
		return cmp.Or(cmp.Compare(y.N, x.N), cmp.Compare(x.Agency, y.Agency), cmp.Compare(x.Service, y.Service), cmp.Compare(x.Name, y.Name))
	})
	return list
}

// searches spells out what was searched often enough and can be read, and
// counts the rest.
func (b *builder) searches() (list []Count, once int) {
	list = []Count{}
	for label, n := range b.counts[models.MeasureNotFound] {
		if n < twice || models.HidesAll(label) {
			once += n
			continue
		}
		list = append(list, Count{label, n})
	}
	slices.SortFunc(list, func(x, y Count) int { return cmp.Or(cmp.Compare(y.N, x.N), cmp.Compare(x.Of, y.Of)) })
	return list, once
}
