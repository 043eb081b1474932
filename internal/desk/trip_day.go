package desk

import (
	"time"

	"frontdesk/internal/models"
)

// Walking through the mall (issue: Trip plan): the pace of an elderly person,
// and the lift with the wait for it.
const (
	walkMetresPerSecond = 0.8
	liftTime            = time.Minute
	floorTime           = 15 * time.Second
	usualService        = 12 * time.Minute // of an agency that names no typical time
)

// PlanTrip orders services of one visit by today's waits, hours, links and
// ways. first are codes on which the visitor insists. A code that the
// directory does not have, and a service done elsewhere, are left out.
func (d *Desk) PlanTrip(today Today, at time.Time, services []string, first ...string) Trip {
	var errands []TripErrand
	for _, code := range services {
		if e, ok := d.tripErrand(today, at, code); ok {
			errands = append(errands, e)
		}
	}
	return TripPlanner{From: at, Walk: d.walk}.Plan(errands, first...)
}

func (d *Desk) tripErrand(today Today, at time.Time, code string) (TripErrand, bool) {
	offer, ok := d.Offer(code, today, at)
	if !ok || offer.Service.ReferTo != nil {
		return TripErrand{}, false
	}
	e := TripErrand{Service: code, After: offer.Service.After, Counter: offer.Counter, Serve: usualService,
		open: d.openFor(offer, today, at), Wait: func(time.Time) TripWait { return TripWait{} }}
	if minutes := offer.Agency.TypicalServiceMinutes; minutes > 0 {
		e.Serve = time.Duration(minutes) * time.Minute
	}
	if wait := offer.Wait; wait != nil {
		// Today's level is the best guess for the hours to come too.
		e.Wait = func(time.Time) TripWait { return TripWait{wait.Low, wait.Likely} }
	}
	return e, true
}

// openFor are the spans in which an agency serves after at, given who is here
// and what is left of the quota.
func (d *Desk) openFor(o Offer, today Today, at time.Time) []span {
	v := availability{directory: d.Catalogue().Directory, agency: o.Agency, loc: d.location(), at: at.In(d.location()),
		presence: today.Presence[o.Agency.Code].Told(o.Agency, at), issued: o.IssuedToday}
	v.today = civilDay(v.at)
	plan := v.plan(v.today)
	if v.quotaGone() || len(plan.spans) == 0 {
		return nil
	}
	from := v.at
	if v.presence.Away(v.at) {
		if v.presence.Until.IsZero() {
			return nil
		}
		from = v.presence.Until
	}
	var spans []span
	for _, s := range plan.spans {
		if s.opens = laterOf(s.opens, from); s.opens.Before(s.closes) {
			spans = append(spans, s)
		}
	}
	return spans
}

// walk is how long the way takes from one counter to another, or from
// reception.
func (d *Desk) walk(from, to *models.Counter) time.Duration {
	if to == nil {
		return 0
	}
	directory := d.Catalogue().Directory
	floor, at := receptionFloor(directory), d.spotOf(nil)
	if from != nil {
		floor, at = from.Floor, d.spotOf(from)
	}
	if floor == to.Floor {
		return walked(distance(at, d.spotOf(to)))
	}
	floors := max(floor-to.Floor, to.Floor-floor)
	return walked(distance(at, d.liftOn(floor))+distance(d.liftOn(to.Floor), d.spotOf(to))) + liftTime + time.Duration(floors)*floorTime
}

func walked(metres float64) time.Duration {
	return time.Duration(metres / walkMetresPerSecond * float64(time.Second)).Round(time.Second)
}

// spotOf is the middle of a counter on its floor's plan, or of the reception;
// the plan's corner when it is not drawn.
func (d *Desk) spotOf(counter *models.Counter) models.Point {
	floor, wanted := receptionFloor(d.Catalogue().Directory), func(p models.Place) bool { return p.Kind == models.PlaceReception }
	if counter != nil {
		floor, wanted = counter.Floor, func(p models.Place) bool { return p.Counter == counter.Code }
	}
	return d.spot(floor, wanted)
}

func (d *Desk) liftOn(floor int) models.Point {
	return d.spot(floor, func(p models.Place) bool { return p.Kind == models.PlaceLift || p.Kind == models.PlaceStairs })
}

func (d *Desk) spot(floor int, wanted func(models.Place) bool) models.Point {
	plan, _ := newWayPlan(d.Catalogue().Directory, floor)
	place, ok := plan.find(wanted)
	if !ok {
		return models.Point{}
	}
	return centre(place)
}
