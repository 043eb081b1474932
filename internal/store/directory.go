package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"frontdesk/internal/models"
)

type headRow struct {
	MallID     string `gorm:"primaryKey"`
	Body       string
	ImportedAt int64
}

func (headRow) TableName() string { return "directory_heads" }

type itemKind string

const (
	itemAgency    itemKind = "agency"
	itemCounter   itemKind = "counter"
	itemService   itemKind = "service"
	itemLifeEvent itemKind = "life_event"
)

type itemRow struct {
	MallID     string   `gorm:"primaryKey"`
	Kind       itemKind `gorm:"primaryKey"`
	Code       string   `gorm:"primaryKey"`
	Parent     string
	Position   int
	Body       string
	ArchivedAt int64
}

func (itemRow) TableName() string { return "directory_items" }

// Directory reads the directory in use, without archived entries, and its
// stamp. It is nil while the stamp is still the one that is known: then nobody
// has imported anything since.
func (s *Store) Directory(ctx context.Context, known int64) (*models.Directory, int64, error) {
	const query = `SELECT h.* FROM directory_heads h JOIN folder f ON f.mall_id = h.mall_id`
	db := s.read.WithContext(ctx)
	var row headRow
	if err := db.Raw(query).Scan(&row).Error; err != nil {
		return nil, 0, s.fault(err)
	}
	if row.ImportedAt == known {
		return nil, known, nil
	}
	d, err := readDirectory(db, row)
	return d, row.ImportedAt, s.fault(err)
}

// ReplaceDirectory puts d in place of the directory in use and notes the deeds
// that led to it, in one transaction: entries that d lacks are archived. A
// directory of another mall takes over the folder wholly, which is refused
// once real visits were recorded.
func (s *Store) ReplaceDirectory(ctx context.Context, d *models.Directory, deeds ...models.Deed) error {
	return s.transaction(ctx, func(db *gorm.DB) error { return s.replaceWithDeeds(db, d, deeds) })
}

// EditDirectory is ReplaceDirectory for a directory that was made from the one
// with the stamp known. Errors: KindRefused when another one is in use now.
func (s *Store) EditDirectory(ctx context.Context, known int64, d *models.Directory, deeds ...models.Deed) error {
	return s.transaction(ctx, func(db *gorm.DB) error {
		stamp, err := tx{db: db, store: s}.DirectoryStamp()
		if err != nil {
			return err
		}
		if stamp != known {
			return models.Refuse("editor.overtaken")
		}
		return s.replaceWithDeeds(db, d, deeds)
	})
}

func (s *Store) replaceWithDeeds(db *gorm.DB, d *models.Directory, deeds []models.Deed) error {
	if err := s.replaceDirectory(db, d); err != nil {
		return err
	}
	for _, deed := range deeds {
		if err := (tx{db: db, store: s}).NoteDeed(deed); err != nil {
			return err
		}
	}
	return nil
}

// DirectoryFromCentre tells whether the centre published the directory in use,
// or the one that it was made from.
func (s *Store) DirectoryFromCentre(ctx context.Context) (published bool, err error) {
	err = one(s.read.WithContext(ctx).Raw(`SELECT EXISTS (SELECT 1 FROM sync_state WHERE directory > 0)`), &published)
	return published, s.fault(err)
}

func (s *Store) replaceDirectory(db *gorm.DB, d *models.Directory) error {
	var row folderRow
	if err := db.Take(&row).Error; err != nil {
		return err
	}
	if row.MallID != d.Mall.Code {
		if err := changeMall(db, row, d.Mall.Code); err != nil {
			return err
		}
	}
	if err := db.Exec(`UPDATE folder SET sample = 0`).Error; err != nil {
		return err
	}
	return saveDirectory(db, d, s.clock.Now())
}

// changeMall gives the folder to another mall and forgets the sample.
func changeMall(db *gorm.DB, row folderRow, mallID string) error {
	var real bool
	if err := one(db.Raw(`SELECT EXISTS (SELECT 1 FROM visits WHERE practice = 0)`), &real); err != nil {
		return err
	}
	if real {
		return models.Refuse("directory.other_mall", mallID, row.MallID)
	}
	for _, statement := range []string{
		`DELETE FROM directory_items WHERE mall_id = @old`,
		`DELETE FROM directory_heads WHERE mall_id = @old`,
		`UPDATE folder SET mall_id = @new`,
		`UPDATE desks SET mall_id = @new`,
	} {
		if err := db.Exec(statement, map[string]any{"old": row.MallID, "new": mallID}).Error; err != nil {
			return err
		}
	}
	return forgetFeed(db)
}

// forgetFeed begins a new history for the centre. What the feed held besides
// the desk are searches of the sample's days.
func forgetFeed(db *gorm.DB) error {
	for _, statement := range []string{
		`DELETE FROM sync_changes WHERE entity <> 'desks'`,
		`DELETE FROM sync_flights`,
		`DELETE FROM sync_quarantine`,
		`DELETE FROM sync_aside`,
		`UPDATE sync_state SET incarnation = '', acked = 0, chain = '', pulled = 0, pull_mark = '', directory = 0`,
	} {
		if err := db.Exec(statement).Error; err != nil {
			return err
		}
	}
	return nil
}

func saveDirectory(db *gorm.DB, d *models.Directory, now time.Time) error {
	body, err := headOf(d)
	if err != nil {
		return err
	}
	if err := db.Save(&headRow{d.Mall.Code, string(body), micros(now)}).Error; err != nil {
		return err
	}
	items, err := itemsOf(d)
	if err != nil {
		return err
	}
	archive := `UPDATE directory_items SET archived_at = ? WHERE mall_id = ? AND archived_at = 0`
	if err := db.Exec(archive, micros(now), d.Mall.Code).Error; err != nil {
		return err
	}
	return db.Clauses(clause.OnConflict{UpdateAll: true}).CreateInBatches(items, 500).Error
}

// itemsOf takes a directory apart into its coded entries.
func itemsOf(d *models.Directory) ([]itemRow, error) {
	var items []itemRow
	add := func(kind itemKind, code, parent string, position int, value any) error {
		body, err := json.Marshal(value)
		items = append(items, itemRow{d.Mall.Code, kind, code, parent, position, string(body), 0})
		return err
	}
	var errs []error
	for i, a := range d.Agencies {
		for j, c := range a.Counters {
			errs = append(errs, add(itemCounter, c.Code, a.Code, j, c))
		}
		for j, s := range a.Services {
			errs = append(errs, add(itemService, s.Code, a.Code, j, s))
		}
		a.Counters, a.Services = nil, nil
		errs = append(errs, add(itemAgency, a.Code, "", i, a))
	}
	for i, e := range d.LifeEvents {
		errs = append(errs, add(itemLifeEvent, e.Code, "", i, e))
	}
	return items, errors.Join(errs...)
}

func readDirectory(db *gorm.DB, row headRow) (*models.Directory, error) {
	var h head
	if err := json.Unmarshal([]byte(row.Body), &h); err != nil {
		return nil, unreadable(err.Error())
	}
	var items []itemRow
	err := db.Where("mall_id = ? AND archived_at = 0", row.MallID).Order("kind, position, code").Find(&items).Error
	if err != nil {
		return nil, err
	}
	d := &models.Directory{Format: h.Format, Note: h.Note, Mall: h.Mall, Holidays: h.Holidays, Floors: h.Floors}
	return d, putTogether(d, items)
}

// putTogether fills d with its entries; rows come sorted by kind (agency,
// counter, life_event, service) and position.
func putTogether(d *models.Directory, items []itemRow) error {
	place := map[string]int{}
	for _, item := range items {
		var err error
		parent, known := place[item.Parent]
		if !known && (item.Kind == itemCounter || item.Kind == itemService) {
			return unreadable(item.Code + " belongs to no agency")
		}
		switch item.Kind {
		case itemAgency:
			place[item.Code] = len(d.Agencies)
			d.Agencies, err = decodeOnto(d.Agencies, item.Body)
		case itemCounter:
			a := &d.Agencies[parent]
			a.Counters, err = decodeOnto(a.Counters, item.Body)
		case itemService:
			a := &d.Agencies[parent]
			a.Services, err = decodeOnto(a.Services, item.Body)
		case itemLifeEvent:
			d.LifeEvents, err = decodeOnto(d.LifeEvents, item.Body)
		}
		if err != nil {
			return unreadable(err.Error())
		}
	}
	return nil
}

// unreadable tells that what was valid when it was stored is not any more.
func unreadable(why string) error { return fmt.Errorf("%w: directory: %s", errDamaged, why) }

func decodeOnto[T any](list []T, body string) ([]T, error) {
	var value T
	err := json.Unmarshal([]byte(body), &value)
	return append(list, value), err
}

// TakeDirectory puts a directory that the centre published in place of the
// one in use, which is kept whole.
func (s *Store) TakeDirectory(ctx context.Context, version int64, d *models.Directory) error {
	former, _, err := s.Directory(ctx, 0)
	if err != nil {
		return err
	}
	body, err := json.Marshal(former)
	if err != nil {
		return err
	}
	return s.transaction(ctx, func(db *gorm.DB) error {
		const keep = `INSERT INTO directory_former (one, body, replaced_at) VALUES (1, ?, ?)
			ON CONFLICT (one) DO UPDATE SET body = excluded.body, replaced_at = excluded.replaced_at`
		if err := db.Exec(keep, string(body), micros(s.clock.Now())).Error; err != nil {
			return err
		}
		if err := s.replaceDirectory(db, d); err != nil {
			return err
		}
		return db.Exec(`UPDATE sync_state SET directory = ?`, version).Error
	})
}

// FormerDirectory is the directory file that the centre's last publication
// replaced; empty when there was none.
func (s *Store) FormerDirectory(ctx context.Context) ([]byte, error) {
	var body string
	err := s.read.WithContext(ctx).Raw(`SELECT body FROM directory_former`).Scan(&body).Error
	return []byte(body), s.fault(err)
}
