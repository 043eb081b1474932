package main

import (
	"context"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/failover"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// board is where the guide's tablets read the waits; nil on a desk's own file.
func (p *Program) board() desk.WaitBoard {
	if p.Link == nil {
		return nil
	}
	return mallBoard{Store: p.Store, link: p.Link}
}

// mallBoard is the board on the mall's server, which must keep no desk waiting.
type mallBoard struct {
	*store.Store
	link *failover.Link
}

const boardPatience = 2 * time.Second

// Revision is that of the mall's records; there is none while the desk works
// alone.
func (b mallBoard) Revision(ctx context.Context) (int64, error) {
	if b.link.Alone() {
		return 0, models.Refuse("database.gone", b.link.State().Name)
	}
	ctx, cancel := context.WithTimeout(ctx, boardPatience)
	defer cancel()
	return b.Store.Revision(ctx)
}

// PostWaits gives up soon.
func (b mallBoard) PostWaits(ctx context.Context, w models.PostedWaits) error {
	ctx, cancel := context.WithTimeout(ctx, boardPatience)
	defer cancel()
	return b.Store.PostWaits(ctx, w)
}
