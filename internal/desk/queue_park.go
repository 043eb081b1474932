package desk

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// longestParking keeps a parked ticket within its day.
const longestParking = 8 * time.Hour

// Park lets a visitor go away for a while, to copy a paper or to pay. Once
// span is over she stands in the line again, in her old place. Errors:
// KindUsage for a span that is not positive or above eight hours.
func (d *Desk) Park(ctx context.Context, s Step, span time.Duration) (models.Ticket, error) {
	if span <= 0 || span > longestParking {
		return models.Ticket{}, models.Misuse("queue.park_span", int(longestParking.Minutes()))
	}
	return d.step(ctx, s, func(tx models.Tx, a action, t models.Ticket) (models.Ticket, error) {
		return d.move(tx, a, models.EventParked, t, func(t *models.Ticket) {
			t.AtCounter, t.ParkedUntil = "", a.at.Add(span).Truncate(time.Microsecond)
		})
	})
}
