package desk

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"frontdesk/internal/finder"
	"frontdesk/internal/models"
)

// Today is what was given out on one business date and who is here: a query
// each, then shared by every row of a screen.
type Today struct {
	BusinessDate string
	Demand       map[string]models.Demand         // by agency code
	Presence     map[string]models.AgencyPresence // by agency code
	Forecast     Forecast                         // of the waits, as of the instant it was read
}

// Today reads the day of the instant at, and a directory that was imported
// meanwhile.
func (d *Desk) Today(ctx context.Context, at time.Time) (Today, error) {
	if err := d.refreshDirectory(ctx); err != nil {
		return Today{}, err
	}
	date := d.BusinessDate(at)
	demand, err := d.store.Demand(ctx, d.mallID(), date)
	if err != nil {
		return Today{}, err
	}
	d.handOver(demand)
	presence, err := d.presences(ctx, at)
	if err != nil {
		return Today{}, err
	}
	forecast, err := d.waits(ctx, at, presence)
	return Today{BusinessDate: date, Demand: demand, Presence: presence, Forecast: forecast}, err
}

// handOver counts the tickets of agencies that call nobody as handed over.
func (d *Desk) handOver(demand map[string]models.Demand) {
	for _, code := range d.Catalogue().Uncalled() {
		if given, some := demand[code]; some {
			given.Waiting = 0
			demand[code] = given
		}
	}
}

// Offer is a service as a visitor can have it at one instant.
type Offer struct {
	Service     *models.Service
	Agency      *models.Agency
	Counter     *models.Counter   // the advised one; nil when none serves it
	Counters    []*models.Counter // all that can serve it
	Status      models.Status
	IssuedToday int   // numbers of the agency today, not voided
	Wait        *Wait // of an ordinary visitor who takes a number now; nil when nothing can be told
	Marks       []finder.Span
}

// Finding answers what a visitor said.
type Finding struct {
	Query      string
	Confidence finder.Confidence
	Ambiguous  bool // several agencies fit: group by agency, choose nothing
	Services   []Offer
	LifeEvents []*models.LifeEvent
	Places     []finder.PlaceHit
}

// Find looks up query in memory; it does not touch the store.
func (d *Desk) Find(query string, limit int, today Today, at time.Time) Finding {
	result := d.mall.Load().finder().Find(query, limit)
	finding := Finding{Query: query, Confidence: result.Confidence, Ambiguous: result.Ambiguous,
		LifeEvents: result.LifeEvents, Places: result.Places}
	for _, hit := range result.Services {
		offer := d.offer(hit.Service, hit.Agency, today, at)
		offer.Marks = hit.Marks
		finding.Services = append(finding.Services, offer)
	}
	return finding
}

// Offer tells how one service can be had at the instant; false for a code
// that the directory does not have.
func (d *Desk) Offer(service string, today Today, at time.Time) (Offer, bool) {
	s, agency := d.Catalogue().Service(service)
	if s == nil {
		return Offer{}, false
	}
	return d.offer(s, agency, today, at), true
}

func (d *Desk) offer(s *models.Service, a *models.Agency, today Today, at time.Time) Offer {
	demand, known := today.Demand[a.Code], today.Presence[a.Code]
	counters := d.Catalogue().CountersOf(s)
	offer := Offer{
		Service:     s,
		Agency:      a,
		Counter:     LeastLoaded(staffed(counters, known, at), demand),
		Counters:    counters,
		Status:      Status(d.Catalogue().Directory, a, at, known.Told(a, at), demand.Issued),
		IssuedToday: demand.Issued,
	}
	if wait, ok := today.Forecast.Service(s.Code); ok {
		offer.Wait = &wait
	}
	return offer
}

// Agencies tells every agency's status at the instant, in the directory's
// order: what reception says to visitors before they queue.
func (d *Desk) Agencies(today Today, at time.Time) []AgencyStatus {
	directory := d.Catalogue().Directory
	list := make([]AgencyStatus, len(directory.Agencies))
	for i := range directory.Agencies {
		a := &directory.Agencies[i]
		demand, known := today.Demand[a.Code], today.Presence[a.Code]
		list[i] = AgencyStatus{Agency: a, Status: Status(directory, a, at, known.Told(a, at), demand.Issued),
			Presence: known, Demand: demand, Wait: today.usualWait(a)}
	}
	return list
}

// usualWait is the wait at the service that stands in the middle: one that only
// an unstaffed counter serves says little about the agency.
func (t Today) usualWait(a *models.Agency) *Wait {
	var waits []Wait
	for _, s := range a.Services {
		if w, ok := t.Forecast.Service(s.Code); ok {
			waits = append(waits, w)
		}
	}
	if len(waits) == 0 {
		return nil
	}
	slices.SortFunc(waits, func(a, b Wait) int { return cmp.Compare(a.Likely, b.Likely) })
	return &waits[(len(waits)-1)/2]
}

// AgencyStatus is an agency and what it is at an instant.
type AgencyStatus struct {
	Agency   *models.Agency
	Status   models.Status
	Presence models.AgencyPresence
	Demand   models.Demand
	Wait     *Wait // of who takes a number now, at the service in the middle; nil when nothing can be told
}

// Staffed counts the counters at which somebody serves at the instant; none
// while the agency is not open.
func (a AgencyStatus) Staffed(at time.Time) int {
	if !a.Status.Open {
		return 0
	}
	count := 0
	for _, c := range a.Agency.Counters {
		if a.Presence.Staffed(c.Code, at) {
			count++
		}
	}
	return count
}

// Way leads to a counter; it is computed once per directory.
func (d *Desk) Way(counter *models.Counter) models.Way {
	if counter == nil {
		return models.Way{}
	}
	way, ok := d.mall.Load().ways[counter.Code]
	if !ok {
		return models.Way{}
	}
	return way()
}

// refreshDirectory takes over what a command beside this program imported.
func (d *Desk) refreshDirectory(ctx context.Context) error {
	directory, stamp, err := d.store.Directory(ctx, d.stamp.Load())
	if err != nil || directory == nil {
		return err
	}
	d.UseDirectory(directory)
	d.stamp.Store(stamp)
	return nil
}

// UseDirectory replaces the directory, and with it the index of the finder.
func (d *Desk) UseDirectory(directory *models.Directory) {
	catalogue := models.NewCatalogue(directory)
	m := &mall{
		catalogue: catalogue,
		location:  directory.Mall.Location(),
		finder:    sync.OnceValue(func() *finder.Index { return finder.New(directory) }),
		ways:      map[string]func() models.Way{},
	}
	for i := range directory.Agencies {
		for j := range directory.Agencies[i].Counters {
			counter := &directory.Agencies[i].Counters[j]
			m.ways[counter.Code] = sync.OnceValue(func() models.Way { return FindWay(catalogue, counter) })
		}
	}
	d.mall.Store(m)
}

// Favourites offers what visitors asked for most in the last four weeks: the
// list of an empty search field.
func (d *Desk) Favourites(ctx context.Context, limit int, today Today, at time.Time) ([]Offer, error) {
	from := d.BusinessDate(at.AddDate(0, 0, -28))
	codes, err := d.store.Favourites(ctx, d.mallID(), from, limit)
	if err != nil {
		return nil, err
	}
	var offers []Offer
	for _, code := range codes {
		if offer, ok := d.Offer(code, today, at); ok {
			offers = append(offers, offer)
		}
	}
	return offers, nil
}
