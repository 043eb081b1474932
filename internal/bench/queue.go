package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

const (
	queueWaiting = 5_000
	queueOld     = 250_000
	refreshes    = 30
)

// hall is a desk with a queue.
type hall struct {
	*desk.Desk
	store   *store.Store
	call    []time.Duration
	refresh []time.Duration
}

// measureQueue times "next" and the list of the queue in turn on three files:
// a short queue, a long one, and a long one in a file of years.
func measureQueue(ctx context.Context, t *table, rounds int) (err error) {
	folder, err := os.MkdirTemp("", "frontdesk-bench")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	halls := make([]*hall, 3)
	for i, size := range []struct{ waiting, old int }{{rounds + 50, 0}, {queueWaiting + rounds, 0}, {queueWaiting + rounds, queueOld}} {
		h, err := openHall(ctx, filepath.Join(folder, fmt.Sprint(i)), size.waiting, size.old)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, h.store.Close()) }()
		halls[i] = h
	}
	for i := range rounds {
		for _, h := range halls {
			if err := h.next(ctx, i); err != nil {
				return err
			}
		}
	}
	for range refreshes {
		for _, h := range halls[1:] {
			if err := h.list(ctx); err != nil {
				return err
			}
		}
	}
	short, long, old := halls[0], halls[1], halls[2]
	for _, p := range []struct {
		name string
		at   float64
	}{{"p50", 0.5}, {"p99", 0.99}} {
		t.compare("call next "+p.name+", 5,000 waiting / hardly any", long.call, short.call, p.at, "")
		t.compare("call next "+p.name+", 5,000 waiting, 250,000 old / none old", old.call, long.call, p.at, "≤ 1.2×")
	}
	t.compare("list of 5,000 waiting p50, 250,000 old / none old", old.refresh, long.refresh, 0.5, "≤ 1.2×")
	t.figure("call next p99, 5,000 waiting, 250,000 old", percentile(old.call, 0.99).Round(time.Microsecond).String(), "", "")
	return nil
}

func openHall(ctx context.Context, folder string, waiting, old int) (*hall, error) {
	if old > 0 {
		if err := fill(ctx, folder, old, sent); err != nil {
			return nil, err
		}
	}
	d, s, err := openDesk(ctx, folder)
	if err != nil {
		return nil, err
	}
	return hallOf(ctx, d, s, waiting)
}

func hallOf(ctx context.Context, d *desk.Desk, s *store.Store, waiting int) (*hall, error) {
	h := &hall{Desk: d, store: s}
	for from := 0; from < waiting; from += fillAtOnce {
		fillPart := func(inside *store.Store) error { return h.fill(ctx, inside, from, min(from+fillAtOnce, waiting)) }
		if err := s.Bulk(ctx, fillPart); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return h, nil
}

// fillAtOnce is how many visitors share a transaction: each one's savepoint
// costs more the longer it is.
const fillAtOnce = 250

// fill checks visitors in of whom every third is a priority one.
func (h *hall) fill(ctx context.Context, inside *store.Store, from, to int) error {
	d, err := deskOn(inside, h.Self())
	if err != nil {
		return err
	}
	for i := from; i < to; i++ {
		in := desk.CheckIn{At: monday.Add(time.Duration(i) * time.Millisecond), Errands: []desk.Errand{{Service: "DUK-02"}}}
		if i%3 == 0 {
			in.Priorities = []models.Priority{models.PriorityElderly}
		}
		if _, err := d.CheckIn(ctx, in); err != nil {
			return err
		}
	}
	return nil
}

func (h *hall) next(ctx context.Context, i int) error {
	took, err := timed(func() error {
		_, err := h.Next(ctx, []string{"DUK-1", "DUK-3"}[i%2], time.Time{})
		return err
	})
	h.call = append(h.call, took)
	return err
}

func (h *hall) list(ctx context.Context) error {
	took, err := timed(func() error {
		queue, err := h.Queue(ctx)
		if err == nil && len(queue.Active) < queueWaiting {
			err = fmt.Errorf("the list has %d", len(queue.Active))
		}
		return err
	})
	h.refresh = append(h.refresh, took)
	return err
}
