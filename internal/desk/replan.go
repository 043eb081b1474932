package desk

import (
	"context"
	"slices"

	"frontdesk/internal/models"
)

// replan plans today's visits with held numbers anew, since an agency is not
// as it was. A number whose errand should now come before the one it waited
// for joins the line; nobody who waits already is held. Those that were freed
// are returned.
func (d *Desk) replan(ctx context.Context) ([]models.Ticket, error) {
	now := d.clock.Now()
	today, err := d.Today(ctx, now)
	if err != nil {
		return nil, err
	}
	var freed []models.Ticket
	err = d.write(ctx, func(tx models.Tx) error {
		freed = nil
		held, err := tx.HeldTickets(d.mallID(), d.BusinessDate(now))
		if err != nil {
			return err
		}
		a := d.newAction(now, "")
		a.reason = "replan"
		var seen []string
		for _, t := range held {
			if slices.Contains(seen, t.VisitID) {
				continue
			}
			seen = append(seen, t.VisitID)
			visit, err := tx.Visit(t.VisitID)
			if err != nil {
				return err
			}
			for _, t := range d.outOfOrder(today, a, visit.Tickets) {
				if t, err = d.move(tx, a, models.EventReturned, t, nil); err != nil {
					return err
				}
				freed = append(freed, t)
			}
		}
		return nil
	})
	return freed, err
}

// outOfOrder are the held tickets of a visit whose errand the plan of this
// moment puts before the one they wait for.
func (d *Desk) outOfOrder(today Today, a action, tickets []models.Ticket) []models.Ticket {
	open := map[string]models.Ticket{}
	var services []string
	for _, t := range tickets {
		if t.State == models.TicketWaiting || t.State == models.TicketParked {
			open[t.ID] = t
			services = append(services, t.Service)
		}
	}
	trip := d.PlanTrip(today, a.at, services)
	var list []models.Ticket
	for _, t := range tickets {
		before, waits := open[t.Follows]
		if t.Held() && waits && trip.prefers(t.Service, before.Service) {
			list = append(list, t)
		}
	}
	return list
}

// prefers tells that one errand should not wait for another: it comes first,
// or the other is not served any more today and its result is not needed.
func (t Trip) prefers(service, before string) bool {
	place := func(code string) int {
		return slices.IndexFunc(t.Stops, func(s TripStop) bool { return s.Service == code })
	}
	i, j := place(service), place(before)
	if i < 0 || j < 0 || t.Stops[i].Missed {
		return false
	}
	return i < j || t.Stops[j].Missed && !slices.Contains(t.Stops[i].After, before)
}
