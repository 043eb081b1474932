package desk

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// QueueRules are the mall's own rules of its queue, from the settings.
type QueueRules struct {
	PriorityRun int // priority visitors in a row past an ordinary one that waits, 1–9; 0: the default
	NoShows     int // how often a visitor who was not there gets her place back, 1–9; 0: the default
}

const (
	defaultPriorityRun = 2
	defaultNoShows     = 2
)

func (r QueueRules) orDefaults() QueueRules {
	if r.PriorityRun == 0 {
		r.PriorityRun = defaultPriorityRun
	}
	if r.NoShows == 0 {
		r.NoShows = defaultNoShows
	}
	return r
}

// finishedShown is how many finished tickets the queue's screens look back on.
const finishedShown = 200

// Queue reads today's queue as it stands now, without the agencies that call
// nobody. Priority groups are words only; nobody's name is in it.
func (d *Desk) Queue(ctx context.Context) (models.Queue, error) { return d.QueueOf(ctx, d.clock.Now()) }

// QueueOf reads the queue of the day of an instant.
func (d *Desk) QueueOf(ctx context.Context, at time.Time) (models.Queue, error) {
	return d.store.Queue(ctx, models.QueueQuery{MallID: d.mallID(), BusinessDate: d.BusinessDate(at),
		Without: d.Catalogue().Uncalled(), Finished: finishedShown})
}

// Revision grows with every change of the records, also one that another
// window or computer made; a screen reads anew when it differs.
func (d *Desk) Revision(ctx context.Context) (int64, error) { return d.store.Revision(ctx) }
