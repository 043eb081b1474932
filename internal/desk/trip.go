package desk

import (
	"slices"
	"time"

	"frontdesk/internal/models"
)

// mostPlanned is how many errands are put into the best order by trying all;
// a longer trip keeps the order in which it was told, links included.
const mostPlanned = 8

// TripErrand is one errand of a visitor who has several.
type TripErrand struct {
	Service string   // code
	After   []string // services whose result is needed first; those of other trips do not bind
	Counter *models.Counter
	Serve   time.Duration // at the counter
	// Wait tells how long a visitor waits who takes a number at the instant.
	Wait func(at time.Time) TripWait

	open []span // when the agency serves that day, in order
}

// TripWait is a waiting time from the moment a number is taken: rarely less
// than Low, most likely Likely.
type TripWait struct {
	Low, Likely time.Duration
}

// TripStop is an errand in its place of a trip.
type TripStop struct {
	TripErrand
	Queue  time.Time // when its number enters the queue
	Arrive time.Time // when the visitor is at the counter
	Start  time.Time // when she is likely called
	Finish time.Time
	AtOnce bool // its number waits from the beginning, while earlier stops go on
	Missed bool // it will not be served any more today; the other times are those of arrival
}

// Trip is several errands of one visit in their order.
type Trip struct {
	Stops []TripStop
}

// Ends is when the last errand that is served today is done; the beginning
// when there is none.
func (t Trip) Ends(from time.Time) time.Time {
	for _, stop := range t.Stops {
		if !stop.Missed && stop.Finish.After(from) {
			from = stop.Finish
		}
	}
	return from
}

func (t Trip) missed() int {
	missed := 0
	for _, stop := range t.Stops {
		if stop.Missed {
			missed++
		}
	}
	return missed
}

// TripPlanner puts errands into the order that leaves fewest undone today and
// then ends first; of equal orders the one nearest to how they were told.
type TripPlanner struct {
	From time.Time
	Walk func(from, to *models.Counter) time.Duration // from nil: reception
}

// Plan orders errands. first are codes on which the visitor insists, in her
// order; what they need beforehand comes before them all the same. An errand
// never stands before one of the trip whose result it needs.
func (p TripPlanner) Plan(errands []TripErrand, first ...string) Trip {
	s := tripSearch{planner: p, errands: errands, needs: tripNeeds(errands), used: make([]bool, len(errands))}
	for _, code := range first {
		s.insist(code)
	}
	if len(errands)-len(s.path.Stops) > mostPlanned {
		s.asTold()
		return s.path
	}
	s.search()
	return s.best
}

// tripSearch walks through all orders and leaves each as soon as it cannot
// become the best: neither the time nor what is missed ever shrinks.
type tripSearch struct {
	planner TripPlanner
	errands []TripErrand
	needs   [][]int // by errand: those that come before it
	used    []bool
	path    Trip
	best    Trip
	found   bool
}

func (s *tripSearch) search() {
	if s.found && !s.better() {
		return
	}
	if len(s.path.Stops) == len(s.errands) {
		s.best, s.found = Trip{slices.Clone(s.path.Stops)}, true
		return
	}
	for i := range s.errands {
		if !s.ready(i) {
			continue
		}
		s.take(i)
		s.search()
		s.path.Stops = s.path.Stops[:len(s.path.Stops)-1]
		s.used[i] = false
	}
}

// better tells that the path so far is less missed or earlier than the best.
func (s *tripSearch) better() bool {
	missed, best := s.path.missed(), s.best.missed()
	if missed != best {
		return missed < best
	}
	return s.path.Ends(s.planner.From).Before(s.best.Ends(s.planner.From))
}

func (s *tripSearch) ready(i int) bool {
	return !s.used[i] && !slices.ContainsFunc(s.needs[i], func(before int) bool { return !s.used[before] })
}

func (s *tripSearch) take(i int) {
	s.used[i] = true
	s.path.Stops = append(s.path.Stops, s.planner.stop(s.path, s.errands[i]))
}

// insist takes the errand of code next, after what it needs.
func (s *tripSearch) insist(code string) {
	i := slices.IndexFunc(s.errands, func(e TripErrand) bool { return e.Service == code })
	if i < 0 || s.used[i] {
		return
	}
	for _, before := range s.needs[i] {
		s.insist(s.errands[before].Service)
	}
	s.take(i)
}

func (s *tripSearch) asTold() {
	for _, e := range s.errands {
		s.insist(e.Service)
	}
}

// tripNeeds lists for each errand the errands of the same trip that come
// before it. A link that closes a circle is left out: it could never be kept.
func tripNeeds(errands []TripErrand) [][]int {
	needs := make([][]int, len(errands))
	for i, e := range errands {
		for _, code := range e.After {
			before := slices.IndexFunc(errands, func(o TripErrand) bool { return o.Service == code })
			if before >= 0 && !reaches(needs, before, i) {
				needs[i] = append(needs[i], before)
			}
		}
	}
	return needs
}

// reaches tells that from needs to, directly or through others.
func reaches(needs [][]int, from, to int) bool {
	return from == to || slices.ContainsFunc(needs[from], func(next int) bool { return reaches(needs, next, to) })
}

// stop tells how e goes when it comes after trip. Its number waits from the
// beginning when it is the first, or when the visitor is there before it can
// be called.
func (p TripPlanner) stop(trip Trip, e TripErrand) TripStop {
	stop := TripStop{TripErrand: e, Arrive: p.arrival(trip, e)}
	before := trip.neededBy(e)
	if slices.ContainsFunc(before, func(s TripStop) bool { return s.Missed }) {
		return stop.missed()
	}
	now := e.Wait(p.From)
	first := trip.Ends(p.From).Equal(p.From)
	if len(before) == 0 && (first || !stop.Arrive.After(p.From.Add(now.Low))) {
		stop.AtOnce, stop.Queue = true, p.From
		stop.Start = laterOf(stop.Arrive, p.From.Add(now.Likely))
	} else {
		stop.Queue = stop.Arrive
		stop.Start = stop.Arrive.Add(e.Wait(stop.Arrive).Likely)
	}
	return e.fit(stop)
}

// neededBy lists the stops whose result e needs: without it in hand nobody
// gives a number.
func (t Trip) neededBy(e TripErrand) []TripStop {
	var stops []TripStop
	for _, s := range t.Stops {
		if slices.Contains(e.After, s.Service) {
			stops = append(stops, s)
		}
	}
	return stops
}

// arrival is when the visitor reaches e's counter after what she does before.
func (p TripPlanner) arrival(trip Trip, e TripErrand) time.Time {
	at, from := p.From, (*models.Counter)(nil)
	for _, stop := range trip.Stops {
		if !stop.Missed {
			at, from = stop.Finish, stop.Counter
		}
	}
	return at.Add(p.Walk(from, e.Counter))
}

// fit moves the start of a stop into the agency's hours: what would begin in
// a break begins after it, what begins after the last closing is missed.
func (e TripErrand) fit(stop TripStop) TripStop {
	for _, s := range e.open {
		start := laterOf(stop.Start, s.opens)
		if start.Before(s.closes) {
			stop.Start, stop.Finish = start, start.Add(e.Serve)
			return stop
		}
	}
	return stop.missed()
}

func (s TripStop) missed() TripStop {
	s.Missed, s.AtOnce = true, false
	s.Queue, s.Start, s.Finish = s.Arrive, s.Arrive, s.Arrive
	return s
}
