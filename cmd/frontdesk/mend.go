package main

import (
	"context"

	"frontdesk/internal/backup"
	"frontdesk/internal/models"
)

// mend puts the newest good backup in the place of a damaged database, starts
// again and says so in words.
func (p *Program) mend(ctx context.Context, o Options) error {
	mender := backup.Mender{Folder: p.Folder, Keeper: p.Keeper, Clock: o.Clock}
	recovery, done, err := mender.Mend(ctx)
	if err != nil {
		return err
	}
	if err := p.start(ctx, o); err != nil || !done {
		return err
	}
	p.warn(models.Say("damage.restored", recovery.Aside, recovery.BusinessDate))
	if !recovery.Numbers {
		p.warn(models.Say("damage.numbers"))
	}
	if err := p.afterRestore(ctx, recovery.BusinessDate, "damage"); err != nil {
		return err
	}
	p.fetchRest(ctx, o, recovery.About)
	return nil
}

// fetchRest asks the centre for what the backup lacks. The desk works without
// it: the next sync brings it.
func (p *Program) fetchRest(ctx context.Context, o Options, since backup.About) {
	if o.Rest == nil {
		return
	}
	says := models.Say("damage.not_fetched")
	if rows, err := o.Rest(ctx, p.Store, since); err == nil {
		says = models.Say("damage.fetched", rows)
	}
	p.warn(says)
}
