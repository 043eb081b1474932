package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"frontdesk/internal/desk"
)

// waitAnswer is the time from now until called, between the 10th and the 90th
// percentile; high is null when closing may come first.
type waitAnswer struct {
	Low          float64  `json:"low_minutes"`
	Median       float64  `json:"median_minutes"`
	High         *float64 `json:"high_minutes"`
	LikelyMissed bool     `json:"likely_missed"` // will probably not be served before closing
}

func waitOf(w *desk.Wait) (ahead *int, answer *waitAnswer) {
	if w == nil {
		return nil, nil
	}
	answer = &waitAnswer{Low: *figure(w.Low.Minutes()), Median: *figure(w.Likely.Minutes()), LikelyMissed: w.Unlikely}
	if !w.OpenEnded {
		answer.High = figure(w.High.Minutes())
	}
	return &w.Ahead, answer
}

// foretell adds the waits to a check-in that is stored; it stays stored when
// they cannot be read.
func (c *call) foretell(ctx context.Context, d *desk.Desk, at time.Time, r *desk.Receipt) {
	today, err := d.Today(ctx, at)
	if err != nil {
		fmt.Fprintln(os.Stderr, c.sentence(err))
		return
	}
	for i := range r.Tickets {
		r.Tickets[i] = today.Foretell(r.Tickets[i])
	}
}
