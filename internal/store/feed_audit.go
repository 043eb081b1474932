package store

import (
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// RecordDays sums up all records by business date, oldest first. The hashes
// are computed from the records as they are on the disk now; one that was set
// aside counts like those in their tables.
func (s *Store) RecordDays(ctx context.Context) ([]models.DayDigest, error) {
	days := map[string]*models.DayDigest{}
	err := s.eachRecord(ctx, func(c *models.Change) {
		day := days[c.BusinessDate]
		if day == nil {
			day = &models.DayDigest{Date: c.BusinessDate}
			days[c.BusinessDate] = day
		}
		day.Add(c)
	}, "c.entity = ?", "true")
	list := make([]models.DayDigest, 0, len(days))
	for _, day := range days {
		list = append(list, *day)
	}
	slices.SortFunc(list, func(a, b models.DayDigest) int { return strings.Compare(a.Date, b.Date) })
	return list, err
}

// RecordsOf lists the records of a business date, as they are on the disk now,
// with those that were set aside.
func (s *Store) RecordsOf(ctx context.Context, date string) ([]models.RowDigest, error) {
	var list []models.RowDigest
	err := s.eachRecord(ctx, func(c *models.Change) { list = append(list, c.Digest()) },
		"c.entity = ? AND c.business_date = ?", "business_date = ?", date)
	return list, err
}

// eachRecord reads what this file has of every record, at one moment.
func (s *Store) eachRecord(ctx context.Context, visit func(*models.Change), where, whereAside string, args ...any) error {
	err := s.atOneMoment(ctx, func(db *gorm.DB) error {
		aside, err := heldAside(db, whereAside, args...)
		if err != nil {
			return err
		}
		own := func(c models.Change) error {
			held, has := aside[c.RowKey]
			delete(aside, c.RowKey)
			if has && c.Sound() && c.Compare(held.Version) < 0 {
				c = held
			}
			visit(&c)
			return nil
		}
		for _, synced := range syncedTables {
			if err := eachChange(db, s.tables[synced.Name], own, where, args...); err != nil {
				return err
			}
		}
		for _, held := range aside {
			visit(&held)
		}
		return nil
	})
	return s.fault(err)
}

// heldAside reads records that were set aside whole: this file cannot place
// them, but nothing of them is missing here.
func heldAside(db *gorm.DB, where string, args ...any) (map[models.RowKey]models.Change, error) {
	var rows []asideRow
	err := db.Where("reason <> ?", models.RefusedDamaged).Where(where, args...).Find(&rows).Error
	held := make(map[models.RowKey]models.Change, len(rows))
	for _, row := range rows {
		if c := row.change(); c.Sound() {
			held[c.RowKey] = c
		}
	}
	return held, err
}

// SetAside counts the records of the centre that this file cannot place, and
// the tickets among them: another computer gave out their numbers on a copy of
// this file.
func (s *Store) SetAside(ctx context.Context) (records, numbers int, err error) {
	var count struct{ Records, Numbers int }
	err = s.read.WithContext(ctx).Raw(`SELECT count(*) AS records, count(*) FILTER (WHERE entity = 'tickets' AND reason = ?) AS numbers
		FROM sync_aside WHERE reason <> ?`, models.RefusedDatabase, models.RefusedDamaged).Scan(&count).Error
	return count.Records, count.Numbers, s.fault(err)
}
