package desk

import (
	"context"
	"hash/fnv"
	"slices"
	"sync"
	"time"

	"frontdesk/internal/estimate"
	"frontdesk/internal/models"
)

// Wait is what a visitor can be told: the time from now until a counter calls
// her, between the 10th and the 90th percentile.
type Wait struct {
	Ahead     int // tickets that are called before
	Low       time.Duration
	Likely    time.Duration // the median
	High      time.Duration
	OpenEnded bool // closing may come before High, which is then the time until closing
	Unlikely  bool // will probably not be served before closing
}

// Forecast tells the waits of one instant. Agencies that call nobody, or seem
// to, are not in it.
type Forecast struct {
	at       time.Time
	tickets  map[string]Wait // by id
	services map[string]Wait // by code
}

// Ticket is the wait of a waiting ticket; false when there is none.
func (f Forecast) Ticket(id string) (Wait, bool) {
	w, ok := f.tickets[id]
	return w, ok
}

// Service is the wait of an ordinary visitor who takes a number now; false
// when nothing can be told.
func (f Forecast) Service(code string) (Wait, bool) {
	w, ok := f.services[code]
	return w, ok
}

// What the estimate learns from: the business days of four weeks, of a very
// busy mall the newest tickets of them.
const (
	learntFor   = 28 // civil days
	mostLearnt  = 10_000
	mostWaiting = 20_000 // tickets of today
)

// experience is what the recent days taught, kept for the rest of the day.
type experience struct {
	mu        sync.Mutex
	mall      string
	date      string
	directory *models.Directory
	agencies  map[string]learnt
}

// learnt is what is known of one agency's recent days.
type learnt struct {
	past  *estimate.Past
	calls bool // it called somebody
}

// forecast reads today's queue, in one statement, and plays it on. It takes
// some milliseconds and belongs off the screen's thread.
func (d *Desk) forecast(ctx context.Context, at time.Time, presence map[string]models.AgencyPresence) (Forecast, error) {
	directory, date := d.Catalogue().Directory, d.BusinessDate(at)
	agencies, err := d.experience.of(ctx, d, directory, at)
	if err != nil {
		return Forecast{}, err
	}
	passages, err := d.store.Passages(ctx, d.mallID(), date, date, mostWaiting)
	if err != nil {
		return Forecast{}, err
	}
	days := agencyDays(directory, passages)
	f := Forecast{at: at.In(d.location()), tickets: map[string]Wait{}, services: map[string]Wait{}}
	for i := range directory.Agencies {
		a := &directory.Agencies[i]
		today := days[a.Code][date]
		today.Spans = ServingSpans(directory, a, date)
		if !a.Calls() || len(today.Spans) == 0 || !agencies[a.Code].calls && silent(today.Passages, at) {
			continue
		}
		seen := agencies[a.Code].calls || callsBy(today.Passages, at)
		f.add(a, seen, today, agencies[a.Code].past.Estimate(estimate.Queue{Now: at, Today: today,
			Counters: told(a, presence[a.Code], at), MostPriority: d.rules.PriorityRun, Seed: seedOf(a.Code, date)}))
	}
	return f, nil
}

// of reads the recent days once a day, and again with a new directory.
func (e *experience) of(ctx context.Context, d *Desk, directory *models.Directory, at time.Time) (map[string]learnt, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	date := d.BusinessDate(at)
	if e.mall == d.mallID() && e.date == date && e.directory == directory {
		return e.agencies, nil
	}
	from, until := d.BusinessDate(at.AddDate(0, 0, -learntFor)), d.BusinessDate(at.AddDate(0, 0, -1))
	passages, err := d.store.Passages(ctx, d.mallID(), from, until, mostLearnt)
	if err != nil {
		return nil, err
	}
	days := agencyDays(directory, passages)
	agencies := make(map[string]learnt, len(directory.Agencies))
	for i := range directory.Agencies {
		a := &directory.Agencies[i]
		l := learnt{past: estimate.Learn(a, inOrder(days[a.Code]))}
		for _, day := range days[a.Code] {
			l.calls = l.calls || callsBy(day.Passages, at)
		}
		agencies[a.Code] = l
	}
	e.mall, e.date, e.directory, e.agencies = d.mallID(), date, directory, agencies
	return agencies, nil
}

// uncalled is how long somebody waits in vain until an agency that was never
// seen calling is taken for one that does not.
const uncalled = time.Hour

// silent tells that nobody was called today although somebody waits for long.
func silent(today []models.Passage, at time.Time) bool {
	return !callsBy(today, at) && slices.ContainsFunc(today, func(p models.Passage) bool {
		return p.Waiting(at) && at.Sub(p.Queued) > uncalled
	})
}

// callsBy tells that anybody had been called by an instant.
func callsBy(passages []models.Passage, at time.Time) bool {
	return slices.ContainsFunc(passages, func(p models.Passage) bool { return !p.Called.IsZero() && !p.Called.After(at) })
}

// told is what presence says of an agency's counters.
func told(a *models.Agency, known models.AgencyPresence, at time.Time) map[string]estimate.Told {
	counters := map[string]estimate.Told{}
	for _, c := range a.Counters {
		mark := known.Counters[c.Code]
		switch {
		case known.Away(at):
			counters[c.Code] = estimate.Told{Back: known.Until}
		case mark.Away(at):
			counters[c.Code] = estimate.Told{Back: mark.Until}
		case (mark.State == models.PresenceStaffed || mark.State == models.PresencePresent) && !mark.Over(at):
			counters[c.Code] = estimate.Told{Staffed: true}
		}
	}
	return counters
}

// seedOf keeps a range from flickering between two looks at the same queue.
func seedOf(agency, date string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(agency + " " + date))
	return h.Sum64()
}

// add keeps the waits of one agency; seen tells that it was ever seen calling.
func (f Forecast) add(a *models.Agency, seen bool, today estimate.Day, answer estimate.Answer) {
	closes := today.Spans[len(today.Spans)-1].Closes.Sub(f.at)
	keep := func(r estimate.Range, ahead int) Wait {
		w := waitOf(r, ahead, closes)
		w.Unlikely = w.Unlikely && (seen || usualWait(a, ahead) > closes)
		return w
	}
	for id, r := range answer.Tickets {
		f.tickets[id] = keep(r, answer.Ahead[id])
	}
	for code, r := range answer.Services {
		f.services[code] = keep(r, answer.Waiting[code])
	}
}

// usualWait is what people ahead take by the directory alone. An agency that
// was never seen calling may call by voice: that nobody was called so far is
// no reason to send visitors away.
func usualWait(a *models.Agency, ahead int) time.Duration {
	service := usualService
	if a.TypicalServiceMinutes > 0 {
		service = time.Duration(a.TypicalServiceMinutes) * time.Minute
	}
	return time.Duration(ahead) * service / time.Duration(max(1, len(a.Counters)))
}

func waitOf(r estimate.Range, ahead int, closes time.Duration) Wait {
	closes = max(0, closes)
	return Wait{Ahead: ahead, Low: min(r.Low, closes), Likely: min(r.Median, closes), High: min(r.High, closes),
		OpenEnded: r.High == estimate.Never, Unlikely: r.Missed >= estimate.LikelyMissed}
}
