package desk

import (
	"context"

	"frontdesk/internal/models"
)

// ExportBook gives the rows that a filter names, newest first, to be written
// into a file: masked, or in full, which needs a right of its own and leaves a
// trace at every visit. That it was done is noted before the first row. It
// tells how many rows there were.
func (d *Desk) ExportBook(ctx context.Context, f BookFilter, full bool, reason string, each func(BookRow, models.Identity) error) (int, error) {
	action := models.ActionExportMasked
	if full {
		action = models.ActionExportFull
	}
	if err := d.may(action); err != nil {
		return 0, err
	}
	if reason = models.PlainReason(reason); full && reason == "" {
		return 0, models.Misuse("book.reason")
	}
	if err := d.store.Write(ctx, func(tx models.Tx) error {
		return tx.NoteDeed(models.Deed{Kind: models.DeedExport, Entity: "visits", Why: exportWhy(full)})
	}); err != nil {
		return 0, err
	}
	f.Limit = BookLimit
	count := 0
	for {
		page, err := d.GuestBook(ctx, f)
		if err != nil {
			return count, err
		}
		opened, err := d.openRows(ctx, page.Rows, full, reason)
		if err != nil {
			return count, err
		}
		for i, row := range page.Rows {
			if err := each(row, opened[i]); err != nil {
				return count, err
			}
			count++
		}
		if f.After = page.Next; f.After == "" {
			return count, nil
		}
	}
}

func exportWhy(full bool) string {
	if full {
		return "full"
	}
	return "masked"
}

// openRows opens the identities of a page with one trace for each visit; none
// when they are to stay masked, and none whose use was stopped.
func (d *Desk) openRows(ctx context.Context, rows []BookRow, full bool, reason string) ([]models.Identity, error) {
	opened := make([]models.Identity, len(rows))
	if !full {
		return opened, nil
	}
	now := d.clock.Now()
	err := d.store.Write(ctx, func(tx models.Tx) error {
		traced := ""
		for i, row := range rows {
			v := row.Visit
			if v.Identity.Empty() || row.Locked || !v.StoppedAt.IsZero() {
				continue
			}
			identity, err := d.sealer.Open(v.ID, v.Identity)
			if err != nil {
				return err
			}
			if err := refuseName(reason, identity); err != nil {
				return err
			}
			opened[i] = identity
			if v.ID == traced {
				continue
			}
			traced = v.ID
			if err := tx.AddOpening(models.Opening{ID: d.newID(), Origin: d.origin(now), VisitID: v.ID, Why: reason, At: now}); err != nil {
				return err
			}
		}
		return nil
	})
	return opened, err
}
