package desk

import (
	"context"
	"errors"
	"time"

	"frontdesk/internal/models"
)

const (
	// purgeBatch is how many identities are emptied in one transaction, so that
	// check-ins go on meanwhile.
	purgeBatch = 500
	// purgeJump is the longest step that the purge takes by itself: a clock that
	// went wrong by years must not empty everything for good.
	purgeJump = 45 * 24 * time.Hour
)

// Purge empties the identities of all who came more than days ago, with their
// indexes and masks; the statistics keep their visits. The sync carries it to
// the centre and every copy. asked tells that a person asked for it, who may
// go further at once than the night does by itself. Errors: KindRefused when
// the clock has jumped since the last purge; then nothing is emptied.
func (d *Desk) Purge(ctx context.Context, at time.Time, days int, asked bool) (models.Purge, error) {
	purge := models.Purge{At: at, Until: at.AddDate(0, 0, -days)}
	last, err := d.store.LastPurge(ctx)
	if err != nil {
		return purge, err
	}
	if jump := purge.Until.Sub(last.Until); !asked && !last.Until.IsZero() && jump > purgeJump {
		return purge, models.Refuse("retention.jump", int(jump/(24*time.Hour)))
	}
	for {
		n, err := d.purgeSome(ctx, purge.Until)
		purge.Erased += n
		if err != nil {
			return purge, err
		}
		if n < purgeBatch {
			return purge, errors.Join(d.notePurge(ctx, purge), d.LearnWords(ctx, purge.Until))
		}
	}
}

func (d *Desk) purgeSome(ctx context.Context, until time.Time) (n int, err error) {
	err = d.store.Write(ctx, func(tx models.Tx) error {
		n, err = tx.PurgeIdentities(d.malls(), until, purgeBatch)
		return err
	})
	return n, err
}

// notePurge proves a purge that emptied something.
func (d *Desk) notePurge(ctx context.Context, p models.Purge) error {
	return d.store.Write(ctx, func(tx models.Tx) error {
		if err := tx.AddPurge(p); err != nil || p.Erased == 0 {
			return err
		}
		return tx.NoteDeed(models.Deed{Kind: models.DeedRetention, Entity: "visits", RowID: d.BusinessDate(p.Until)})
	})
}
