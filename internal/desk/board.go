package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"frontdesk/internal/models"
)

// postedFor is how long posted waits are told; each desk's window posts at
// least once a minute.
const postedFor = 3 * time.Minute

// waits are the forecast of this desk, which the guide's tablets are shown, or
// on such a tablet what the desks have posted.
func (d *Desk) waits(ctx context.Context, at time.Time, presence map[string]models.AgencyPresence) (Forecast, error) {
	switch {
	case d.tablet:
		return d.postedWaits(ctx, at)
	case d.board == nil:
		return d.forecast(ctx, at, presence)
	}
	revision, away := d.board.Revision(ctx) // before the records are read
	forecast, err := d.forecast(ctx, at, presence)
	if err == nil && away == nil {
		_ = d.postWaits(ctx, revision, forecast) // a tablet that tells a wait later keeps nobody here waiting
	}
	return forecast, err
}

func (d *Desk) postWaits(ctx context.Context, revision int64, f Forecast) error {
	body, err := json.Marshal(f.services)
	if err != nil {
		return fmt.Errorf("waits: %w", err)
	}
	return d.board.PostWaits(ctx, models.PostedWaits{MallID: d.mallID(), At: f.at, Revision: revision, Body: body})
}

// postedWaits tells nothing while no desk has posted lately.
func (d *Desk) postedWaits(ctx context.Context, at time.Time) (Forecast, error) {
	posted, err := d.board.PostedWaits(ctx, d.mallID())
	if err != nil || len(posted.Body) == 0 || at.Sub(posted.At).Abs() > postedFor {
		return Forecast{at: at}, err
	}
	f := Forecast{at: posted.At.In(d.location())}
	if err := json.Unmarshal(posted.Body, &f.services); err != nil {
		return Forecast{}, fmt.Errorf("waits: %w", err)
	}
	return f, nil
}
