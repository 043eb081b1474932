package desk

import (
	"context"
	"slices"

	"frontdesk/internal/models"
)

// Target says where a visitor is sent; at least one is named.
type Target struct {
	Agency  string // code; alone: any of its counters, service not said
	Service string // code
	Counter string // code; it alone calls the ticket
}

// Transfer sends a visitor on with the same ticket, number and place by
// arrival; the time at the counter before ends. Errors: KindUsage for unknown
// codes or none, KindRefused when the target is where the ticket waits already
// or when its counter cannot serve the service.
func (d *Desk) Transfer(ctx context.Context, s Step, to Target) (models.Ticket, error) {
	return d.step(ctx, s, func(tx models.Tx, a action, t models.Ticket) (models.Ticket, error) {
		to, err := d.aim(t, to)
		if err != nil {
			return t, err
		}
		if t.State == models.TicketWaiting && to == (Target{t.Agency, t.Service, t.AtCounter}) {
			return t, models.Refuse("queue.waits_there", t.Number)
		}
		return d.move(tx, a, models.EventTransferred, t, func(t *models.Ticket) {
			t.Agency, t.Service, t.AtCounter = to.Agency, to.Service, to.Counter
		})
	})
}

// aim completes a target: a service brings its agency, a counter keeps the
// ticket's service when it serves it.
func (d *Desk) aim(t models.Ticket, to Target) (Target, error) {
	if to == (Target{}) {
		return to, models.Misuse("queue.no_target")
	}
	if to.Service != "" {
		s, a := d.Catalogue().Service(to.Service)
		if s == nil {
			return to, models.Misuse("checkin.unknown_service", to.Service)
		}
		if to.Agency != "" && to.Agency != a.Code {
			return to, models.Misuse("queue.service_of_other", s.Name, a.ShortName)
		}
		to.Agency = a.Code
	}
	if to.Agency != "" && d.Catalogue().Agency(to.Agency) == nil {
		return to, models.Misuse("queue.unknown_agency", to.Agency)
	}
	if to.Counter == "" {
		return to, nil
	}
	return d.aimCounter(t, to)
}

func (d *Desk) aimCounter(t models.Ticket, to Target) (Target, error) {
	counter, _ := d.Catalogue().Counter(to.Counter)
	if counter == nil {
		return to, models.Misuse("queue.unknown_counter", to.Counter)
	}
	if to.Agency == "" {
		to.Agency, to.Service = t.Agency, t.Service
	}
	if !slices.Contains(d.Catalogue().PoolsOf(to.Counter), models.Pool{Agency: to.Agency, Service: to.Service}) {
		t.Service = to.Service
		return to, d.refuseService(to.Counter, t)
	}
	return to, nil
}
