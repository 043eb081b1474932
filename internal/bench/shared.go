package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/pgtest"
	"frontdesk/internal/store"
)

const (
	pcs     = 20
	polling = 20 * time.Second
	// pollEvery is how often a window asks (internal/views).
	pollEvery = 500 * time.Millisecond
)

// measureShared times check-in and "next" on PostgreSQL beside a file, in
// turn, both as durable, and what the polling of many PCs costs the server.
func measureShared(ctx context.Context, t *table, rounds int) (err error) {
	postgres := &pgtest.Shared{Durable: true}
	defer postgres.Stop()
	url := postgres.Server().URL(pgtest.Superuser, "postgres")
	folder, err := os.MkdirTemp("", "frontdesk-bench")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	file, err := openHall(ctx, folder, rounds, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.store.Close()) }()
	server, err := openShared(ctx, url, rounds)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.store.Close()) }()
	if err := inTurn(ctx, t, rounds, server, file); err != nil {
		return err
	}
	return poll(ctx, t, url, postgres)
}

func openShared(ctx context.Context, url string, waiting int) (*hall, error) {
	s, err := store.OpenServer(ctx, url, "", stopped)
	if err != nil {
		return nil, err
	}
	d, s, err := setUp(ctx, s)
	if err != nil {
		return nil, err
	}
	return hallOf(ctx, d, s, waiting)
}

func inTurn(ctx context.Context, t *table, rounds int, server, file *hall) error {
	halls := []*hall{server, file}
	took := make([][]time.Duration, len(halls))
	for i := range rounds {
		for n, h := range halls {
			spent, err := timed(func() error {
				_, err := h.CheckIn(ctx, desk.CheckIn{Errands: []desk.Errand{{Service: "POS-01"}}})
				return err
			})
			took[n] = append(took[n], spent)
			if err := errors.Join(err, h.next(ctx, i)); err != nil {
				return err
			}
		}
	}
	t.compare("check-in p50, PostgreSQL here / a file", took[0], took[1], 0.5, "")
	t.compare("check-in p99, PostgreSQL here / a file", took[0], took[1], 0.99, "")
	t.compare("call next p50, PostgreSQL here / a file", server.call, file.call, 0.5, "")
	t.compare("call next p99, PostgreSQL here / a file", server.call, file.call, 0.99, "")
	return nil
}

// poll lets many PCs ask for the revision as their windows do.
func poll(ctx context.Context, t *table, url string, postgres *pgtest.Shared) (err error) {
	stores := make([]*store.Store, pcs)
	for i := range stores {
		s, err := store.OpenServer(ctx, url, "", stopped)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, s.Close()) }()
		stores[i] = s
	}
	before, begun := postgres.CPU(), time.Now()
	for clock := time.NewTicker(pollEvery); time.Since(begun) < polling; <-clock.C {
		for _, s := range stores {
			if _, err := s.Revision(ctx); err != nil {
				return err
			}
		}
	}
	share := float64(postgres.CPU()-before) / float64(time.Since(begun))
	t.figure(fmt.Sprintf("%d PCs polling, of a core of the server", pcs), fmt.Sprintf("%.2f %%", share*100), "< 2 %", "")
	return nil
}
