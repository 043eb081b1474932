package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"frontdesk/internal/store"
	"frontdesk/internal/xdisplay"
)

const (
	starts  = 5
	idleFor = 30 * time.Second
)

// measureWindows times the start of the window on an empty and a full folder,
// and what the idle window costs beside an empty one of the toolkit.
func measureWindows(ctx context.Context, t *table, program, empty string, visits int) (err error) {
	root, err := os.MkdirTemp("", "frontdesk-bench")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(root)) }()
	full := filepath.Join(root, "full")
	if err := fill(ctx, full, visits, sent); err != nil {
		return err
	}
	// Without a centre the background sync has nothing to do while we measure.
	if err := os.Setenv("FRONTDESK_SYNC_TARGET", "sqlite:"+filepath.Join(root, "nowhere.db")); err != nil {
		return err
	}
	display, err := xdisplay.Start(1366, 768)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, display.Close()) }()
	ready := filepath.Join(root, "ready")
	if _, err := xdisplay.Run(program, ready, "directory", "export", "-"); err != nil { // set up: no first run
		return err
	}
	memory := map[string]int{}
	for _, c := range []struct {
		name    string
		program string
		args    []string
	}{
		{emptyWindow, empty, nil},
		{"the desk on an empty folder", program, []string{"--data", ready}},
		{fmt.Sprintf("the desk with %d visits", visits), program, []string{"--data", full}},
	} {
		if memory[c.name], err = measureWindow(display, t, c.name, c.program, c.args); err != nil {
			return err
		}
	}
	return measureMemory(display, t, program, root, memory)
}

const emptyWindow = "an empty window of the toolkit"

// measureWindow tells the resident memory of the idle window in MB.
func measureWindow(display *xdisplay.Display, t *table, name, program string, args []string) (int, error) {
	var firsts []time.Duration
	for range starts {
		window, err := display.Open(program, args...)
		if err != nil {
			return 0, err
		}
		firsts = append(firsts, window.FirstFrame())
		if err := window.Close(); err != nil {
			return 0, err
		}
	}
	t.figure(name+": start to first frame", percentile(firsts, 0.5).Round(time.Millisecond).String(), "< 1 s", fmt.Sprintf("median of %v", rounded(firsts)))
	window, err := display.Open(program, args...)
	if err != nil {
		return 0, err
	}
	time.Sleep(10 * time.Second) // start-up work and the caret come to rest
	share, memory, err := idle(window.PID())
	t.figure(name+": idle", fmt.Sprintf("%.1f %%, %d MB", 100*share, memory), "≤ 2.5 %", "of a core; resident memory")
	return memory, errors.Join(err, window.Close())
}

func rounded(list []time.Duration) []time.Duration {
	short := make([]time.Duration, len(list))
	for i, d := range list {
		short[i] = d.Round(time.Millisecond)
	}
	return short
}

// idle tells the share of one core that a process takes over idleFor, and its
// resident memory in MB.
func idle(pid int) (share float64, memory int, err error) {
	before, err := ticks(pid)
	if err != nil {
		return 0, 0, err
	}
	time.Sleep(idleFor)
	after, err := ticks(pid)
	if err != nil {
		return 0, 0, err
	}
	const ticksPerSecond = 100 // USER_HZ on Linux
	share = float64(after-before) / ticksPerSecond / idleFor.Seconds()
	memory, err = resident(pid)
	return share, memory, err
}

// ticks reads user and system time of a process from /proc.
func ticks(pid int) (int, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	user, errUser := strconv.Atoi(fields[11])
	system, errSystem := strconv.Atoi(fields[12])
	return user + system, errors.Join(errUser, errSystem)
}

func resident(pid int) (int, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0, err
	}
	pages, err := strconv.Atoi(strings.Fields(string(text))[1])
	return pages * os.Getpagesize() >> 20, err
}

// What a filled folder has done with its records.
const (
	sent   = "UPDATE sync_state SET acked = last_pos;"
	unsent = ""
)

// fill makes a folder with five years of visits, as plain rows.
func fill(ctx context.Context, folder string, visits int, synced string) error {
	d, s, err := openDesk(ctx, folder)
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(folder, store.FileName)+"?_foreign_keys=OFF")
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, fmt.Sprintf(fillScript, visits, d.Self().ID, synced))
	return errors.Join(err, db.Close())
}

// fillScript spreads visits over days of 300, each with one ticket: how many,
// of which desk, and what of them is sent.
const fillScript = `BEGIN;
CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM c WHERE i+1 < %[1]d) SELECT i,
	date('2026-11-20', '-' || (i / 300) || ' days') AS day, strftime('%%s', '2026-11-20') * 1000000 - i * 86400000000 / 300 AS at FROM c;
INSERT INTO visits (id, mall_id, desk_id, operator_id, business_date, kind, arrived_at, recorded_at, party)
	SELECT 'v' || i, 'MPP-6402', '%[2]s', 'meja', day, 'service', at, at, 1 FROM n;
INSERT INTO tickets (id, mall_id, desk_id, operator_id, business_date, visit_id, agency, service, counter, prefix, sequence,
	number, state, papers, issued_at, recorded_at)
	SELECT 't' || i, 'MPP-6402', '%[2]s', 'meja', day, 'v' || i, 'DUK', 'DUK-02', 'DUK-1', '1A', i %% 300 + 1, '1A-' || (i %% 300 + 1),
	'waiting', 'not_checked', at, at FROM n;
INSERT INTO ticket_events (id, mall_id, desk_id, operator_id, business_date, ticket_id, kind, state, at, recorded_at)
	SELECT 'e' || i, 'MPP-6402', '%[2]s', 'meja', day, 't' || i, 'issued', 'waiting', at, at FROM n;
%[3]s
COMMIT;`
