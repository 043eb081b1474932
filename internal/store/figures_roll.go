package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// RollUp brings the figures of a mall up to date: roll makes those of each
// business date whose records changed since it was rolled last, whoever changed
// them, and of all days when rules are not those of last time. It tells how
// many days it rolled. What is done stays done when it breaks off, and several
// programs may do it at once.
func (s *Store) RollUp(ctx context.Context, mallID string, rules int, roll func(models.DayRecords) []models.Figure) (int, error) {
	days, pos, err := s.staleDays(ctx, mallID, rules)
	if err != nil {
		return 0, s.fault(err)
	}
	done := 0
	for part := range slices.Chunk(days, daysAtOnce) {
		if err := s.rollDays(ctx, mallID, part, roll); err != nil {
			return done, s.fault(err)
		}
		done += len(part)
	}
	return len(days), s.fault(s.markFigures(ctx, mallID, pos))
}

// staleDay is a business date whose figures are older than its last change.
type staleDay struct {
	BusinessDate string
	Pos          int64 // of that change
}

// staleDays lists them, and tells up to where it looked.
func (s *Store) staleDays(ctx context.Context, mallID string, rules int) (days []staleDay, pos int64, err error) {
	if err := s.beginFigures(ctx, mallID, rules); err != nil {
		return nil, 0, err
	}
	head := `SELECT last_pos FROM sync_state`
	if travelsNot(mallID) {
		head = `SELECT revision FROM sync_state`
	}
	err = s.atOneMoment(ctx, func(db *gorm.DB) error {
		var from int64
		if err := db.Raw(`SELECT pos FROM figure_marks WHERE mall_id = ?`, mallID).Scan(&from).Error; err != nil {
			return err
		}
		if err := one(db.Raw(head), &pos); err != nil || pos == from {
			return err
		}
		changed := changedDays
		switch {
		case travelsNot(mallID):
			changed = allDays
		case from == 0: // never finished
			changed = changedDays + ` UNION ALL ` + newDays
			if err := one(db.Raw(`SELECT coalesce(min(pos), ?) FROM figure_days WHERE mall_id = ?`, pos, mallID), &from); err != nil {
				return err
			}
		}
		return db.Raw(`SELECT c.business_date, max(c.pos) AS pos FROM (`+changed+`) AS c
			LEFT JOIN figure_days d ON d.mall_id = @mall AND d.business_date = c.business_date
			WHERE c.business_date <> '' AND (d.pos IS NULL OR d.pos < c.pos) GROUP BY c.business_date ORDER BY 1 DESC`,
			sql.Named("mall", mallID), sql.Named("from", from), sql.Named("pos", pos)).Scan(&days).Error
	})
	return days, pos, err
}

// changedDays lists each day with its last change in the feed since a place
// there, and newDays those that have no figures at all: a feed of many years is
// long. Practice is not in the feed: there each transaction makes all days
// stale.
const (
	changedDays = `SELECT business_date, max(pos) AS pos FROM sync_changes WHERE pos > @from GROUP BY business_date`
	allDays     = `SELECT business_date, CAST(@pos AS BIGINT) AS pos FROM visits WHERE mall_id = @mall
		UNION SELECT business_date, CAST(@pos AS BIGINT) FROM search_misses WHERE mall_id = @mall`
	newDays = `SELECT n.business_date, n.pos FROM (` + allDays + `) AS n WHERE NOT EXISTS (SELECT 1 FROM figure_days f
		WHERE f.mall_id = @mall AND f.business_date = n.business_date)`
)

// travelsNot tells that the records of a mall are practice and in no feed.
func travelsNot(mallID string) bool { return strings.HasSuffix(mallID, "#latihan") }

// beginFigures drops figures that were made by other rules and names those of
// the ones to come.
func (s *Store) beginFigures(ctx context.Context, mallID string, rules int) error {
	var begun bool
	query := s.read.WithContext(ctx).Raw(`SELECT EXISTS (SELECT 1 FROM figure_marks WHERE mall_id = ? AND rules = ?)`, mallID, rules)
	if err := one(query, &begun); err != nil || begun {
		return err
	}
	return s.write.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		for _, table := range []string{"figures", "figure_days", "figure_marks"} {
			err := db.Exec(`DELETE FROM `+table+` WHERE mall_id = ? AND EXISTS (SELECT 1 FROM figure_marks WHERE mall_id = ? AND rules <> ?)`,
				mallID, mallID, rules).Error
			if err != nil {
				return err
			}
		}
		return db.Exec(`INSERT INTO figure_marks (mall_id, rules, pos) VALUES (?, ?, 0) ON CONFLICT DO NOTHING`, mallID, rules).Error
	})
}

// daysAtOnce is how many days go with one transaction: enough that their months
// and years are written seldom, few enough that a check-in need not wait.
const daysAtOnce = 6

// rolledDay is a day with what Roll made of it.
type rolledDay struct {
	staleDay
	now []models.Figure
}

// rollDays replaces the figures of some days. The records are read before the
// writer's lock is taken; who rolled a later state of them meanwhile wins. No
// record changes, so that this is no transaction of the feed.
func (s *Store) rollDays(ctx context.Context, mallID string, days []staleDay, roll func(models.DayRecords) []models.Figure) error {
	rolled := make([]rolledDay, len(days))
	for i, d := range days {
		records, err := s.dayRecords(ctx, mallID, d.BusinessDate)
		if err != nil {
			return err
		}
		rolled[i] = rolledDay{d, roll(records)}
	}
	return s.write.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		// One program at a time adds to a month: its rows are read and written.
		if err := db.Exec(`UPDATE figure_marks SET pos = pos WHERE mall_id = ?`, mallID).Error; err != nil {
			return err
		}
		sums := map[string]barred{} // changes of months and years
		for _, d := range rolled {
			if err := replaceDay(db, mallID, d, sums); err != nil {
				return err
			}
		}
		for period, changes := range sums {
			before, err := periodRows(db, mallID, period)
			if err != nil {
				return err
			}
			if err := changeFigures(db, mallID, period, before, changes); err != nil {
				return err
			}
		}
		return nil
	})
}

// replaceDay writes the figures of a day, unless a later state of it has its
// own, and adds what changed to the sums of its month and its year.
func replaceDay(db *gorm.DB, mallID string, d rolledDay, sums map[string]barred) error {
	taken := db.Exec(`INSERT INTO figure_days (mall_id, business_date, pos) VALUES (?, ?, ?)
		ON CONFLICT (mall_id, business_date) DO UPDATE SET pos = excluded.pos WHERE excluded.pos > figure_days.pos`,
		mallID, d.BusinessDate, d.Pos)
	if taken.Error != nil || taken.RowsAffected == 0 {
		return taken.Error
	}
	before, err := periodRows(db, mallID, d.BusinessDate)
	if err != nil {
		return err
	}
	changes := change(before, d.now)
	for _, period := range []string{d.BusinessDate[:len("2026-11")], d.BusinessDate[:len("2026")]} {
		if sums[period] == nil {
			sums[period] = barred{}
		}
		for key, of := range changes {
			for bucket, n := range of {
				sums[period].add(key, bucket, n)
			}
		}
	}
	return changeFigures(db, mallID, d.BusinessDate, before, changes)
}

// markFigures notes that the figures of all days follow the feed to pos.
func (s *Store) markFigures(ctx context.Context, mallID string, pos int64) error {
	var there bool
	query := s.read.WithContext(ctx).Raw(`SELECT EXISTS (SELECT 1 FROM figure_marks WHERE mall_id = ? AND pos >= ?)`, mallID, pos)
	if err := one(query, &there); err != nil || there {
		return err
	}
	return s.write.WithContext(ctx).Exec(`UPDATE figure_marks SET pos = ? WHERE mall_id = ? AND pos < ?`, pos, mallID, pos).Error
}
