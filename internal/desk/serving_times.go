package desk

import (
	"time"

	"frontdesk/internal/models"
)

// ServingTime is a part of a day in which an agency serves; To is excluded.
type ServingTime struct{ From, To time.Time }

// ServingTimes lists when agency a serves by its schedule on the mall's local
// day of an instant; none on a day on which it does not come.
func ServingTimes(d *models.Directory, a *models.Agency, at time.Time) []ServingTime {
	loc := d.Mall.Location()
	v := availability{directory: d, agency: a, loc: loc, at: at.In(loc)}
	spans := v.plan(civilDay(v.at)).spans
	times := make([]ServingTime, len(spans))
	for i, s := range spans {
		times[i] = ServingTime{From: s.opens, To: s.closes}
	}
	return times
}
