// Package simulate fills a data folder with plausible days for
// demonstrations, tests and benches. Visitors come through the desk's own use
// cases, so that numbers, events and quotas are real; only the people are not.
package simulate

import (
	"context"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// Operator marks every simulated record.
const Operator = "simulasi"

// Bounds of a plan.
const (
	MostDays   = 3660
	MostVisits = 20000
)

// Plan says what to simulate.
type Plan struct {
	Days   int       // days on which the mall is open
	Visits int       // on average per day; Days × Visits in all
	Seed   uint64    // the same seed makes the same days
	Until  time.Time // the last day, at any time of it
	Calls  bool      // the counters call and serve who has a number
}

// Result is what was simulated.
type Result struct {
	Days     int
	From, To string // business dates
	Visits   int    // whatever they came for
	Tickets  int    // issued, also those voided later
}

// Simulator is a desk without visitors.
type Simulator struct {
	Store     *store.Store
	Sealer    desk.Sealer
	Self      models.Desk
	Directory *models.Directory
}

// Run records the days of plan, each in one transaction. All but the sealed
// identities, whose key and nonces stay secret, follows from the seed and
// from what is in the folder. Errors: KindUsage for a plan out of bounds,
// KindRefused on a folder with real records.
func (s Simulator) Run(ctx context.Context, plan Plan) (Result, error) {
	if err := plan.Check(); err != nil {
		return Result{}, err
	}
	before, real, err := s.Store.VisitsBy(ctx, Operator)
	if err != nil {
		return Result{}, err
	}
	if real > 0 {
		return Result{}, models.Refuse("simulate.real")
	}
	days, err := openDays(s.Directory, plan)
	if err != nil {
		return Result{}, err
	}
	w := newWorld(s, plan.Seed, before)
	if plan.Calls {
		w.hall = newHall(w, plan)
	}
	result := Result{Days: plan.Days, From: days[0].Format(time.DateOnly), To: days[len(days)-1].Format(time.DateOnly)}
	for i, visits := range w.share(days, plan.Visits) {
		err := s.Store.Bulk(ctx, func(inside *store.Store) error {
			w.stage.Store = inside
			return w.day(ctx, days[i], visits)
		})
		if err != nil {
			return Result{}, err
		}
	}
	result.Visits, result.Tickets = w.visits, w.tickets
	return result, nil
}

// Check tells whether a plan is within bounds, before a folder is touched.
// Errors: KindUsage.
func (p Plan) Check() error {
	if p.Days < 1 || p.Days > MostDays {
		return models.Misuse("simulate.days", MostDays, p.Days)
	}
	if p.Visits < 1 || p.Visits > MostVisits {
		return models.Misuse("simulate.visits", MostVisits, p.Visits)
	}
	return nil
}
