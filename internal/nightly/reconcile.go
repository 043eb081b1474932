package nightly

import (
	"context"
	"slices"
	"strings"

	"frontdesk/internal/models"
)

// DayCheck is one business date in a reconciliation: how many records desk
// and centre have, and whether they are the same ones.
type DayCheck struct {
	Date    string `json:"date"`
	Desk    int    `json:"desk"`
	Centre  int    `json:"centre"`
	Equal   bool   `json:"equal"`
	Damaged int    `json:"-"` // records at the desk that no longer fit their hash; they are not sent
}

// Reconciliation is the result of a comparison. Rows in quarantine make their
// day differ until they are mended.
type Reconciliation struct {
	Equal  bool       `json:"equal"`
	Days   []DayCheck `json:"days"`
	Resent int        `json:"-"` // records marked for the next run
}

// Reconcile compares count and hashes of the records of every business date
// on both sides. What the desk has and the centre has not, or otherwise, is
// marked for the next run, and what only the centre has will be pulled.
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
	for _, day := range r.Days {
		if day.Equal {
			continue
		}
		resent, err := e.mend(ctx, centre, state, day.Date)
		if err != nil {
			return r, err
		}
		r.Resent += resent
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

// mend marks what differs on one date and tells how many records the desk
// will send again.
func (e *Engine) mend(ctx context.Context, centre Auditor, s models.SyncState, date string) (int, error) {
	here, err := e.Feed.RecordsOf(ctx, date)
	if err != nil {
		return 0, err
	}
	there, err := centre.RecordsOf(ctx, s.MallID, s.DeskID, date)
	if err != nil {
		return 0, err
	}
	missing := without(here, there)
	if len(without(there, here)) > 0 {
		if err := e.Feed.ForgetPulled(ctx); err != nil {
			return 0, err
		}
	}
	return len(missing), e.Feed.Resend(ctx, missing)
}

// without lists the keys in list that others lacks, or has with another hash.
func without(list, others []models.RowDigest) []models.RowKey {
	hashes := make(map[models.RowKey]string, len(others))
	for _, o := range others {
		hashes[o.RowKey] = string(o.Hash)
	}
	var keys []models.RowKey
	for _, row := range list {
		if hash, has := hashes[row.RowKey]; !has || hash != string(row.Hash) {
			keys = append(keys, row.RowKey)
		}
	}
	return keys
}
