package desk

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// An operator may look people up so often within an hour without a visit of
// theirs; then a supervisor allows more (design/security.md).
const (
	mostLookUps = 30
	lookUpSpan  = time.Hour
)

// noteLookUp proves that somebody was looked for, and by what; never whom.
// Errors: KindRefused when the hour's look-ups are used up. A mall without
// operators has nobody who could allow more, so there it is noted alone.
func (d *Desk) noteLookUp(ctx context.Context, by string) error {
	if err := d.may(models.ActionLookUp); err != nil {
		return err
	}
	return d.store.Write(ctx, func(tx models.Tx) error {
		if d.People() {
			used, err := tx.LookUps(d.operator(), d.clock.Now().Add(-lookUpSpan))
			if err != nil {
				return err
			}
			if used >= mostLookUps {
				return models.Refuse("look_up.limit", mostLookUps)
			}
		}
		return tx.NoteDeed(models.Deed{Kind: models.DeedLookUp, Entity: "visits", Why: by})
	})
}

// AllowLookUps gives an operator the hour's look-ups once more.
func (d *Desk) AllowLookUps(ctx context.Context, code string) error {
	if err := d.may(models.ActionLookUpLimit); err != nil {
		return err
	}
	return d.store.Write(ctx, func(tx models.Tx) error {
		if _, err := operatorOf(tx, code); err != nil && code != CommandLine {
			return err
		}
		return tx.NoteDeed(models.Deed{Kind: models.DeedLimit, Entity: "operators", RowID: code})
	})
}
