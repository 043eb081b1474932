package desk

import (
	"context"
	"errors"

	"frontdesk/internal/models"
)

// errStale tells that somebody imported a directory since this desk read its
// own: what was decided by the old one must be decided anew.
var errStale = errors.New("the directory has changed")

// write runs work in a transaction in which the directory is still the one
// that the desk knows.
func (d *Desk) write(ctx context.Context, work func(models.Tx) error) error {
	return d.store.Write(ctx, func(tx models.Tx) error {
		stamp, err := tx.DirectoryStamp()
		if err != nil {
			return err
		}
		if stamp != d.stamp.Load() {
			return errStale
		}
		return work(tx)
	})
}

// onCurrentDirectory tries once more with the new directory when the old one
// turned out to be stale, and in the PC's own file when the mall's server was
// lost meanwhile.
func (d *Desk) onCurrentDirectory(ctx context.Context, attempt func() error) error {
	err := d.onFreshDirectory(ctx, attempt)
	if !errors.Is(err, models.ErrFellBack) {
		return err
	}
	return d.onFreshDirectory(ctx, attempt)
}

func (d *Desk) onFreshDirectory(ctx context.Context, attempt func() error) error {
	err := attempt()
	if !errors.Is(err, errStale) {
		return err
	}
	if err := d.refreshDirectory(ctx); err != nil {
		return err
	}
	return attempt()
}
