package syncpage

import (
	"context"

	"frontdesk/internal/models"
)

// Port is the nightly sync as the screens see it. The screens ask it away
// from their own thread; its errors are models.Error with a sentence.
type Port interface {
	Overview(ctx context.Context) (models.SyncOverview, error)
	// Run sends now what waits, and returns when it is over.
	Run(ctx context.Context) error
	// Cancel ends the present run after the batch under way.
	Cancel()
	// Running answers from memory, also for a run of the night's schedule.
	Running() (models.SyncProgress, bool)
}
