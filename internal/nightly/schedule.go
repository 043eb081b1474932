package nightly

import (
	"crypto/sha256"
	"encoding/binary"
	"time"
)

// The times of design/sync.md, "Time".
const (
	maxJitter  = 2 * time.Hour    // of the night slot
	slotPasses = 6 * time.Hour    // how long a slot that was slept through still counts
	catchUpAge = 20 * time.Hour   // of the last success
	shortPause = 30 * time.Second // before a retry, at least
	longPause  = 30 * time.Minute // before a retry, at most
)

// Schedule says when a desk syncs by itself.
type Schedule struct {
	Night  time.Duration // local time of day from which the night's slots lie, 0–24 h
	Zone   *time.Location
	DeskID string // spreads the desks of a district over two hours
}

// NextRun is the next time at which the desk syncs by itself: the coming night
// slot, or now when one passed without a success a short while ago or the last
// success is older than 20 hours. A success that lies ahead was noted by a
// wrong clock and does not count.
func (s Schedule) NextRun(now, lastSuccess time.Time) time.Time {
	if lastSuccess.IsZero() || lastSuccess.After(now) {
		return now
	}
	next := s.slotAfter(now)
	missed := s.slotAfter(lastSuccess)
	if !missed.Before(next) {
		return next
	}
	latest := s.slotAfter(now.AddDate(0, 0, -1))
	if now.Sub(latest) < slotPasses || CatchUp(now, lastSuccess) {
		return now
	}
	return next
}

// CatchUp tells at the start of the program whether to sync at once.
func CatchUp(now, lastSuccess time.Time) bool {
	return lastSuccess.IsZero() || lastSuccess.After(now) || now.Sub(lastSuccess) > catchUpAge
}

// slotAfter is the first night slot after t.
func (s Schedule) slotAfter(t time.Time) time.Time {
	for day := t.In(s.Zone).AddDate(0, 0, -1); ; day = day.AddDate(0, 0, 1) {
		if slot := s.slot(day); slot.After(t) {
			return slot
		}
	}
}

// slot is the desk's time in the night that begins on day. It may lie past
// midnight.
func (s Schedule) slot(day time.Time) time.Time {
	minutes := int((s.Night + s.jitter()) / time.Minute)
	return time.Date(day.Year(), day.Month(), day.Day(), 0, minutes, 0, 0, s.Zone)
}

// jitter is the same for a desk every night, in whole minutes.
func (s Schedule) jitter() time.Duration {
	sum := sha256.Sum256([]byte(s.DeskID))
	minutes := binary.BigEndian.Uint64(sum[:]) % uint64(maxJitter/time.Minute+1)
	return time.Duration(minutes) * time.Minute
}

// Pause is how long to wait after a number of failures in a row (≥ 1): 30 s,
// then anything between 30 s and a limit that doubles up to 30 min. chance is
// in [0, 1). Desks that failed together come back apart.
func Pause(failures int, chance float64) time.Duration {
	limit := longPause
	if doublings := failures - 1; doublings < 6 {
		limit = min(longPause, shortPause<<doublings)
	}
	return shortPause + time.Duration(chance*float64(limit-shortPause))
}
