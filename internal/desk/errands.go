package desk

import (
	"context"
	"slices"
	"time"

	"frontdesk/internal/models"
)

// planErrands puts the errands of a visit into the order of its plan, and
// marks those whose numbers wait only once the errand before them is over. A
// held number keeps the place of its arrival, as a transferred one does: the
// visitor was in the mall before those who came later.
func (d *Desk) planErrands(ctx context.Context, c *CheckIn) error {
	if len(c.Errands) < 2 {
		return nil
	}
	today, err := d.Today(ctx, c.At)
	if err != nil {
		return err
	}
	trip := d.PlanTrip(today, c.At, servicesOf(c.Errands), c.First...)
	left := slices.Clone(c.Errands)
	c.Errands = nil
	for _, stop := range trip.Stops {
		i := slices.IndexFunc(left, func(e Errand) bool { return e.Service == stop.Service })
		e := left[i]
		left = slices.Delete(left, i, i+1)
		e.follows = d.queuesLater(trip, stop) && len(c.Errands) > 0 && d.calls(c.Errands[len(c.Errands)-1].Service)
		e.until = stop.lastChance(c.At)
		c.Errands = append(c.Errands, e)
	}
	c.Errands = append(c.Errands, left...)
	return nil
}

func servicesOf(errands []Errand) []string {
	codes := make([]string, len(errands))
	for i, e := range errands {
		codes[i] = e.Service
	}
	return codes
}

// queuesLater tells that a stop's number would be called while the visitor is
// elsewhere, or without the paper that she gets there. One that will not be
// served any more by the plan is given every chance.
func (d *Desk) queuesLater(trip Trip, stop TripStop) bool {
	if stop.Missed {
		return len(trip.neededBy(stop.TripErrand)) > 0
	}
	return !stop.AtOnce && d.calls(stop.Service)
}

// calls tells that a service's numbers are called, so that one can be seen to
// be over.
func (d *Desk) calls(service string) bool {
	s, agency := d.Catalogue().Service(service)
	return s != nil && s.IssuesTicket() && agency.Calls()
}

// beforeClosing is how long before its agency closes a held number joins the
// line in any case: the errand before it may never be told to be over.
const beforeClosing = 30 * time.Minute

func (s TripStop) lastChance(at time.Time) time.Time {
	if len(s.open) == 0 {
		return at.Add(longestParking)
	}
	closes := s.open[len(s.open)-1].closes
	if early := closes.Add(-beforeClosing); early.After(at) {
		return early
	}
	return closes
}

// letFollow lets the numbers wait that were held until old was over. Those
// held by one that was itself held go on waiting for the errand before it.
func (d *Desk) letFollow(tx models.Tx, a action, old, next models.Ticket) error {
	if !d.over(next) || d.over(old) {
		return nil
	}
	followers, err := tx.Followers(next)
	if err != nil {
		return err
	}
	for _, f := range followers {
		if old.Held() {
			err = d.follow(tx, a, f, old.Follows)
		} else {
			_, err = d.move(tx, a, models.EventReturned, f, nil)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// freeOf lets a ticket that is to be held again wait instead when what it
// waited for is over by now, and is not taken back as well.
func (d *Desk) freeOf(tx models.Tx, a action, t models.Ticket) (models.Ticket, error) {
	again := slices.ContainsFunc(a.undoes, func(e models.TicketEvent) bool { return e.TicketID == t.Follows })
	if !t.Held() || again {
		return t, nil
	}
	before, err := tx.Ticket(t.Follows)
	if err == nil && d.over(before) {
		t.State, t.ParkedUntil, t.Follows = models.TicketWaiting, time.Time{}, ""
	}
	return t, err
}

// follow has a held number wait for another errand.
func (d *Desk) follow(tx models.Tx, a action, t models.Ticket, before string) error {
	_, err := d.move(tx, a, models.EventReplanned, t, func(next *models.Ticket) {
		next.ParkedUntil, next.Follows = t.ParkedUntil, before
	})
	return err
}

// over tells that nobody will see a ticket end later: it ended, it was given
// up, or its agency calls nobody.
func (d *Desk) over(t models.Ticket) bool {
	switch {
	case t.State == models.TicketDone, t.State == models.TicketVoided:
		return true
	case t.State == models.TicketNoShow && t.NoShows > d.rules.NoShows:
		return true
	}
	agency := d.Catalogue().Agency(t.Agency)
	return agency != nil && !agency.Calls()
}
