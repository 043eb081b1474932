package reception

import (
	"slices"
	"strings"

	"frontdesk/internal/desk"
)

// plan is the order of the visit's errands: the one on which the visitor
// insists, else the suggested one.
func (r *State) plan() desk.Trip { return r.planned(r.order) }

func (r *State) planned(first []string) desk.Trip {
	wanted := r.wanted()
	codes := make([]string, len(wanted))
	for i, o := range wanted {
		codes[i] = o.Service.Code
	}
	return r.desk.PlanTrip(r.day.today, r.desk.Now(), codes, first...)
}

// moveErrand puts the service under the cursor earlier or later in the order
// of the visit. What needs another's result stays behind it.
func (r *State) moveErrand(by int) {
	it, ok := r.at()
	if !ok || len(r.wanted()) < 2 {
		return
	}
	order := servicesOf(r.plan())
	from := slices.Index(order, it.offer.Service.Code)
	to := from + by
	if from < 0 || to < 0 || to >= len(order) {
		return
	}
	order[from], order[to] = order[to], order[from]
	if !slices.Equal(servicesOf(r.planned(order)), order) {
		r.Hint("plan.needs_first")
		return
	}
	r.order = order
	r.sayOrder()
}

// suggestOrder goes back to the order that the plan suggests.
func (r *State) suggestOrder() {
	r.order = nil
	r.sayOrder()
}

// sayOrder tells the order, since the plan may be out of sight.
func (r *State) sayOrder() {
	var names []string
	for _, stop := range r.plan().Stops {
		if _, agency := r.desk.Catalogue().Service(stop.Service); agency != nil {
			names = append(names, agency.ShortName)
		}
	}
	r.Hint("plan.order", strings.Join(names, " → "))
}

func servicesOf(trip desk.Trip) []string {
	codes := make([]string, len(trip.Stops))
	for i, stop := range trip.Stops {
		codes[i] = stop.Service
	}
	return codes
}
