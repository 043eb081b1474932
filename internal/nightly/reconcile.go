package nightly

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"frontdesk/internal/models"
)

// DayCheck is one business date in a reconciliation: how many records desk
// and centre have, and whether they are the same ones in the same versions.
type DayCheck struct {
	Date     string `json:"date"`
	Desk     int    `json:"desk"`
	Centre   int    `json:"centre"`
	Equal    bool   `json:"equal"`
	Damaged  int    `json:"-"` // records at the desk that no longer fit their hash
	Restored int    `json:"-"` // records that the centre gave back
}

// Reconciliation is the result of a comparison. Rows in quarantine make their
// day differ until they are mended.
type Reconciliation struct {
	Equal bool       `json:"equal"`
	Days  []DayCheck `json:"days"`
	Moved int        `json:"-"` // records put back, or marked for the next run
}

// Reconcile compares count, hashes and versions of the records of every
// business date on both sides. What the desk has and the centre has not, or
// otherwise, is marked for the next run; what the desk has lost or damaged
// comes back from the centre.
func (e *Engine) Reconcile(ctx context.Context, centre Auditor) (Reconciliation, error) {
	r := Reconciliation{Days: []DayCheck{}}
	state, err := e.Feed.SyncState(ctx)
	if err != nil {
		return r, err
	}
	here, err := e.Feed.RecordDays(ctx)
	if err != nil {
		return r, err
	}
	there, err := centre.RecordDays(ctx, state.MallID, state.DeskID)
	if err != nil {
		return r, err
	}
	r.Days = compareDays(here, there)
	r.Equal = !slices.ContainsFunc(r.Days, func(d DayCheck) bool { return !d.Equal })
	for i := range r.Days {
		if r.Days[i].Equal && r.Days[i].Damaged == 0 {
			continue
		}
		moved, err := e.mend(ctx, centre, state, &r.Days[i])
		if err != nil {
			return r, err
		}
		r.Moved += moved
	}
	return r, nil
}

func compareDays(here, there []models.DayDigest) []DayCheck {
	days := map[string]*[2]models.DayDigest{}
	for side, list := range [][]models.DayDigest{here, there} {
		for _, d := range list {
			if days[d.Date] == nil {
				days[d.Date] = &[2]models.DayDigest{}
			}
			days[d.Date][side] = d
		}
	}
	list := make([]DayCheck, 0, len(days))
	for date, d := range days {
		same := d[0].Count == d[1].Count && d[0].Fold == d[1].Fold && d[1].Damaged == 0
		list = append(list, DayCheck{Date: date, Desk: d[0].Count, Centre: d[1].Count, Equal: same, Damaged: d[0].Damaged})
	}
	slices.SortFunc(list, func(a, b DayCheck) int { return strings.Compare(a.Date, b.Date) })
	return list
}

// mend puts right what differs on one date and tells how many records it
// moved. A damaged record that the centre cannot give back is sent as it is:
// the centre keeps it in quarantine, which the Sync page shows.
func (e *Engine) mend(ctx context.Context, centre Auditor, s models.SyncState, day *DayCheck) (int, error) {
	here, err := e.Feed.RecordsOf(ctx, day.Date)
	if err != nil {
		return 0, err
	}
	there, err := centre.RecordsOf(ctx, s.MallID, s.DeskID, day.Date)
	if err != nil {
		return 0, err
	}
	plan := weigh(here, there)
	restored, err := e.restore(ctx, centre, s, plan.fetch)
	if err != nil {
		return 0, err
	}
	day.Restored = len(restored)
	resend := plan.resend
	for _, key := range plan.damaged {
		if !restored[key] {
			resend = append(resend, key)
		}
	}
	return len(restored) + len(resend), e.Feed.Resend(ctx, resend)
}

// errand is what a comparison of one date asks for.
type errand struct {
	fetch   []string        // ids of records that the centre has better
	resend  []models.RowKey // records that the desk has better
	damaged []models.RowKey // records at the desk; those in fetch may come back
}

// weigh compares the records of one date.
func weigh(here, there []models.RowDigest) errand {
	var todo errand
	others := make(map[models.RowKey]*models.RowDigest, len(there))
	for i := range there {
		others[there[i].RowKey] = &there[i]
	}
	for _, row := range here {
		other := others[row.RowKey]
		delete(others, row.RowKey)
		good := other != nil && !other.Damaged
		switch {
		case row.Damaged:
			todo.damaged = append(todo.damaged, row.RowKey)
			if good {
				todo.fetch = append(todo.fetch, row.ID)
			}
		case good && bytes.Equal(row.Hash, other.Hash) && row.Version == other.Version:
		case good && (bytes.Equal(row.Hash, other.Hash) || row.Compare(other.Version) < 0):
			todo.fetch = append(todo.fetch, row.ID)
		default:
			todo.resend = append(todo.resend, row.RowKey)
		}
	}
	for key := range others {
		todo.fetch = append(todo.fetch, key.ID)
	}
	return todo
}

// restoredAtOnce is how many records are fetched in one call.
const restoredAtOnce = 500

func (e *Engine) restore(ctx context.Context, centre Auditor, s models.SyncState, ids []string) (map[models.RowKey]bool, error) {
	restored := map[models.RowKey]bool{}
	for part := range slices.Chunk(ids, restoredAtOnce) {
		rows, err := centre.Records(ctx, s.MallID, s.DeskID, part)
		if err != nil {
			return restored, err
		}
		keys, err := e.Feed.Restore(ctx, rows)
		if err != nil {
			return restored, err
		}
		for _, key := range keys {
			restored[key] = true
		}
	}
	return restored, nil
}
