package desk

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// ParkTogether parks several visitors until an instant by one key press, which
// one UndoStep takes back. A ticket on which somebody acted since it was read
// is left alone; those that were parked are returned. Errors: KindUsage for an
// end that is past or above eight hours away, KindRefused when none is left.
func (d *Desk) ParkTogether(ctx context.Context, tickets []models.Ticket, until time.Time) ([]models.Ticket, error) {
	if span := until.Sub(d.clock.Now()); span <= 0 || span > longestParking {
		return nil, models.Misuse("queue.park_span", int(longestParking.Minutes()))
	}
	return d.together(ctx, tickets, func(tx models.Tx, a action, t models.Ticket) (models.Ticket, error) {
		return d.move(tx, a, models.EventParked, t, func(t *models.Ticket) {
			t.AtCounter, t.ParkedUntil = "", until.Truncate(time.Microsecond)
		})
	})
}

// TransferTogether sends several visitors on as Transfer does, by one key
// press, which one UndoStep takes back. Errors and what is left alone are as
// for ParkTogether, and those of Transfer for the target.
func (d *Desk) TransferTogether(ctx context.Context, tickets []models.Ticket, to Target) ([]models.Ticket, error) {
	return d.together(ctx, tickets, func(tx models.Tx, a action, t models.Ticket) (models.Ticket, error) {
		to, err := d.aim(t, to)
		if err != nil {
			return t, err
		}
		return d.move(tx, a, models.EventTransferred, t, func(t *models.Ticket) {
			t.Agency, t.Service, t.AtCounter = to.Agency, to.Service, to.Counter
		})
	})
}

// together changes in one action every ticket that is as it was read.
func (d *Desk) together(ctx context.Context, tickets []models.Ticket, change func(models.Tx, action, models.Ticket) (models.Ticket, error)) ([]models.Ticket, error) {
	if err := d.may(models.ActionQueue); err != nil {
		return nil, err
	}
	var changed []models.Ticket
	err := d.onCurrentDirectory(ctx, func() error {
		return d.write(ctx, func(tx models.Tx) error {
			changed = nil
			a := d.newAction(d.clock.Now(), "")
			for _, read := range tickets {
				now, err := tx.Ticket(read.ID)
				if err != nil {
					return err
				}
				if now.LastEvent != read.LastEvent || now.State != read.State {
					continue
				}
				if now, err = change(tx, a, now); err != nil {
					return err
				}
				changed = append(changed, now)
			}
			return nil
		})
	})
	if err == nil && len(changed) == 0 {
		err = models.Refuse("queue.none_left")
	}
	return changed, err
}
