package desk

import (
	"context"
	"slices"
	"time"

	"frontdesk/internal/models"
)

// longestWait is the longest pause after wrong attempts: an operator is never
// locked out for ever.
const longestWait = 60 * time.Second

// waitAfter is the pause after a number of wrong attempts in a row: 1, 2, 4 …
// 60 seconds (design/security.md).
func waitAfter(failures int) time.Duration {
	if failures < 1 {
		return 0
	}
	return min(longestWait, time.Second<<min(failures-1, 6))
}

// SignIn lets an operator work at this desk, takes the desk over from another
// one at a shift change, or unlocks it. The attempt is counted before the PIN
// is tried, so that many at once gain nothing, and stays counted when the
// program ends. Errors: KindUsage for an unknown operator; KindRefused with
// the seconds to wait for a wrong PIN and for an attempt too early, and for
// one who is disabled.
func (d *Desk) SignIn(ctx context.Context, code, pin string) error {
	o, err := d.attempt(ctx, code)
	if err != nil {
		return err
	}
	if !d.secrets.Fits(o.Secret, pin) {
		if err := d.noteOperator(ctx, models.DeedWrongPIN, code, ""); err != nil {
			return err
		}
		return models.Refuse("sign_in.wrong", int(waitAfter(o.Failures).Seconds()))
	}
	return d.begin(ctx, o)
}

// attempt counts one wrong attempt ahead.
func (d *Desk) attempt(ctx context.Context, code string) (models.StoredOperator, error) {
	var o models.StoredOperator
	err := d.store.Write(ctx, func(tx models.Tx) error {
		var err error
		if o, err = operatorOf(tx, code); err != nil {
			return err
		}
		if o.Disabled {
			return models.Refuse("sign_in.disabled")
		}
		now := d.clock.Now()
		// A longer pause than the longest was noted by a clock that was set back.
		if left := o.NextTry.Sub(now); left > 0 && left <= longestWait {
			return models.Refuse("sign_in.wait", int((left+time.Second-1)/time.Second))
		}
		o.Failures++
		o.NextTry = now.Add(waitAfter(o.Failures))
		return tx.SaveOperator(o)
	})
	return o, err
}

// begin forgets the wrong attempts and puts the operator on duty.
func (d *Desk) begin(ctx context.Context, o models.StoredOperator) error {
	before := d.duty.Load()
	if before.operator.Code != "" && before.operator.Code != o.Code {
		if err := d.SignOut(ctx); err != nil {
			return err
		}
	}
	kind := models.DeedSignIn
	if before.locked && before.operator.Code == o.Code {
		kind = models.DeedUnlock
	}
	back := d.duty.Swap(&duty{people: true, operator: d.named(o)})
	err := d.store.Write(ctx, func(tx models.Tx) error {
		now, err := operatorOf(tx, o.Code)
		if err != nil {
			return err
		}
		now.Failures, now.NextTry, now.SeenAt = 0, time.Time{}, d.clock.Now()
		if err := tx.SaveOperator(now); err != nil {
			return err
		}
		return tx.NoteDeed(models.Deed{Kind: kind, Entity: "operators", RowID: o.Code})
	})
	if err != nil {
		d.duty.Store(back)
	}
	return err
}

func operatorOf(tx models.Tx, code string) (models.StoredOperator, error) {
	list, err := tx.Operators()
	if err != nil {
		return models.StoredOperator{}, err
	}
	i := slices.IndexFunc(list, func(o models.StoredOperator) bool { return o.Code == code })
	if i < 0 {
		return models.StoredOperator{}, models.Misuse("operator.unknown", code)
	}
	return list[i], nil
}
