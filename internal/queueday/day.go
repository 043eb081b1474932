package queueday

import (
	"fmt"
	"math"
	"slices"
	"time"

	"frontdesk/internal/models"
)

// Minutes of the day at which the made-up malls take and serve visitors.
const (
	doors   = 7*60 + 40
	opens   = 8 * 60
	lunch   = 12 * 60
	back    = 13 * 60
	closes  = 15*60 + 30
	lastIn  = 15 * 60
	endless = 24 * 60
)

// truth is what holds at an agency for one day only.
type truth struct {
	*agency
	law      Law
	services []service // with the pace of the day
	short    float64   // Bimodal: share of short servings
	staffed  []officer
	absent   float64 // share of called visitors who are not there
	returns  float64 // share of those who come back
	priority float64
	peaks    [2]float64 // of the morning and after lunch, times the base
}

// officer sits at a counter for a day.
type officer struct {
	counter string
	serves  []bool
	ready   [2]float64 // first call of the morning and after lunch
	away    [][2]float64
	free    float64
}

// day lets one day pass at all agencies.
func (d dice) day(m mall, date time.Time, law Law) []models.Passage {
	var list []models.Passage
	for _, a := range m.agencies {
		t := d.truth(a, law)
		list = append(list, d.serve(t, d.arrivals(t), date)...)
	}
	return list
}

func (d dice) truth(a *agency, law Law) *truth {
	t := &truth{agency: a, law: law, short: d.between(0.35, 0.75), absent: d.between(0, 0.12), returns: d.between(0.2, 0.7),
		priority: d.between(0, 0.2), peaks: [2]float64{d.between(0.5, 2.5), d.between(0, 1.5)}}
	pace := d.between(0.75, 1.3)
	for _, s := range a.services {
		s.mean *= pace * d.between(0.85, 1.18)
		s.shape *= d.between(0.85, 1.2)
		t.services = append(t.services, s)
	}
	walks := d.between(0, 0.3) / 60
	for _, c := range a.Counters {
		if len(a.Counters) > 1 && d.chance(0.25) && c.Code != a.Counters[len(a.Counters)-1].Code {
			continue // not staffed today
		}
		t.staffed = append(t.staffed, d.officer(t, c.Code, walks))
	}
	return t
}

func (d dice) officer(t *truth, counter string, walks float64) officer {
	o := officer{counter: counter, ready: [2]float64{opens + d.between(0, 12), back + d.between(-2, 15)}}
	for _, s := range t.Agency.Services {
		o.serves = append(o.serves, slices.Contains(s.Counters, counter))
	}
	for at := opens + d.ExpFloat64()/walks; at < closes; at += d.ExpFloat64() / walks {
		o.away = append(o.away, [2]float64{at, at + d.between(4, 22)})
	}
	last := counter == t.Counters[len(t.Counters)-1].Code
	if !last && d.chance(0.04) {
		o.away = append(o.away, [2]float64{d.between(opens, closes), endless})
	}
	if t.law == Leaving && d.chance(0.6) {
		from := d.between(opens+30, closes-60)
		until := from + d.between(25, 90)
		if !last && d.chance(0.4) {
			until = endless
		}
		o.away = append(o.away, [2]float64{from, until})
	}
	return o
}

// visitor is a ticket on its way.
type visitor struct {
	ticket   string
	service  int
	priority bool
	arrived  float64
	queued   float64
	noticed  float64 // when a counter without anybody sees the number
	missed   int
}

// arrivals are a day's visitors: a Poisson process with two peaks, thinned.
func (d dice) arrivals(t *truth) []visitor {
	capacity := float64(len(t.staffed)) * (lunch - opens + closes - back)
	mean, weight := 0.0, 0.0
	for s, p := range t.popularity {
		mean, weight = mean+p*(t.services[s].mean+t.quick), weight+p
	}
	wanted := t.load * capacity / (mean / weight)
	most := 1 + t.peaks[0] + t.peaks[1]
	area := 0.0
	for m := doors; m < lastIn; m++ {
		area += t.intensity(float64(m))
	}
	var list []visitor
	for at := float64(doors); ; {
		at += d.ExpFloat64() / (wanted / area * most)
		if at >= lastIn {
			return list
		}
		if d.chance(t.intensity(at) / most) {
			list = append(list, visitor{ticket: fmt.Sprintf("%s-%03d", t.Code, len(list)+1), service: d.among(t.popularity),
				priority: d.chance(t.priority), arrived: at, queued: at, noticed: at + d.between(0.1, 1.6)})
		}
	}
}

// intensity is the stream of visitors at a minute; no numbers over lunch.
func (t *truth) intensity(at float64) float64 {
	if at >= lunch && at < back {
		return 0
	}
	peak := func(centre, width float64) float64 { return math.Max(0, 1-math.Abs(at-centre)/width) }
	return 1 + t.peaks[0]*peak(8*60+50, 70) + t.peaks[1]*peak(13*60+20, 45)
}

func (d dice) among(weights []float64) int {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	left := d.Float64() * sum
	for i, w := range weights {
		if left -= w; left < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// serve lets the officers of an agency call visitors until it closes.
func (d dice) serve(t *truth, visitors []visitor, date time.Time) []models.Passage {
	var done []models.Passage
	instant := func(minute float64) time.Time { return date.Add(time.Duration(minute * float64(time.Minute))) }
	for i := range t.staffed {
		t.staffed[i].free = t.staffed[i].there(opens)
	}
	run := 0
	for {
		o, v, at := t.nextCall(visitors, run)
		if o < 0 {
			break
		}
		caller, called := &t.staffed[o], visitors[v]
		run = runAfter(run, called.priority)
		p := t.passage(called, date, instant)
		p.Counter, p.Called = caller.counter, instant(at)
		visitors = slices.Delete(visitors, v, v+1)
		ended := at + d.occupation(t, called.service)
		if d.chance(t.absent) {
			ended, p.NoShow = at+d.between(1, 2.5), true
			if called.missed == 0 && d.chance(t.returns) {
				called.queued, called.missed = ended+d.between(5, 20), 1
				called.noticed = called.queued + d.between(0.1, 1.6)
				visitors = append(visitors, called)
			}
		}
		p.Ended = instant(ended)
		done = append(done, p)
		caller.free = caller.there(ended + t.quick*d.between(0.2, 1.8))
	}
	for _, v := range visitors {
		done = append(done, t.passage(v, date, instant))
	}
	return done
}

func (t *truth) passage(v visitor, date time.Time, instant func(float64) time.Time) models.Passage {
	day := date.Format(time.DateOnly)
	return models.Passage{Ticket: day + " " + v.ticket, BusinessDate: day, Agency: t.Code,
		Service: t.Agency.Services[v.service].Code, Priority: v.priority, Arrived: instant(v.arrived), Queued: instant(v.queued)}
}

func runAfter(run int, priority bool) int {
	if priority {
		return run + 1
	}
	return 0
}

// there is the first minute from at on at which the officer is at the counter;
// endless when not again today.
func (o *officer) there(at float64) float64 {
	for moved := true; moved; {
		moved = false
		switch {
		case at < o.ready[0]:
			at, moved = o.ready[0], true
		case at >= lunch && at < o.ready[1]:
			at, moved = o.ready[1], true
		case at >= closes:
			return endless
		}
		for _, a := range o.away {
			if at >= a[0] && at < a[1] {
				at, moved = a[1], true
			}
		}
	}
	return at
}

// nextCall is the next call of the agency: by whom, whom, when.
func (t *truth) nextCall(visitors []visitor, run int) (by, whom int, at float64) {
	by, at = -1, endless
	for i := range t.staffed {
		o := &t.staffed[i]
		v, when := o.choose(visitors, run)
		if v >= 0 && when < at {
			by, whom, at = i, v, when
		}
	}
	return by, whom, at
}

// choose is whom a counter would call next and when: who is there when it is
// free, else who comes first.
func (o *officer) choose(visitors []visitor, run int) (whom int, at float64) {
	at = o.free
	if at >= endless {
		return -1, at
	}
	first := endless + 0.0
	for _, v := range visitors {
		switch {
		case !o.serves[v.service]:
		case v.queued <= o.free:
			first = min(first, v.queued)
		default:
			first = min(first, v.noticed)
		}
	}
	if at = o.there(max(at, first)); at >= endless {
		return -1, at
	}
	var best [2]int
	best[0], best[1] = -1, -1
	for i, v := range visitors {
		class := 0
		if v.priority {
			class = 1
		}
		if o.serves[v.service] && v.queued <= at && (best[class] < 0 || v.arrived < visitors[best[class]].arrived) {
			best[class] = i
		}
	}
	if best[1] >= 0 && (best[0] < 0 || run < MostPriority) {
		return best[1], at
	}
	return best[0], at
}

// occupation is how long a visitor keeps a counter.
func (d dice) occupation(t *truth, of int) float64 {
	s := t.services[of]
	if t.law == Bimodal {
		short, long := 0.35, (1-0.35*t.short)/(1-t.short)
		mean := s.mean * long
		if d.chance(t.short) {
			mean = s.mean * short
		}
		return mean * (0.6 + 0.4*d.weibull(2))
	}
	return s.mean * (s.least + (1-s.least)*d.weibull(s.shape))
}
