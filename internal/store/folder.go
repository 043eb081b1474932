package store

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// Folder is what a data folder knows of itself.
type Folder struct {
	Self    models.Desk
	Sample  bool            // the directory is the embedded sample
	Keys    []models.KeyRef // newest first: the first one seals
	Created bool            // made by this very call
}

type folderRow struct {
	One       int `gorm:"primaryKey"`
	DeskID    string
	MallID    string
	Sample    bool
	CreatedAt int64
}

func (folderRow) TableName() string { return "folder" }

type deskRow struct {
	ID     string `gorm:"primaryKey"`
	MallID string
	Number int
	Name   string
}

func (deskRow) TableName() string { return "desks" }

// NewKey makes the mall's key where it is to be kept and tells its id and
// place. It runs at most once per folder, also when eight processes start on
// an empty folder at once.
type NewKey func() (models.KeyRef, error)

// Prepare makes an empty folder a desk's own: identity, sample directory, key.
// On a folder that is one already it only brings the desk's number and name up
// to date.
func (s *Store) Prepare(ctx context.Context, want models.Desk, sample *models.Directory, newKey NewKey) (Folder, error) {
	if folder, err := s.folder(s.write.WithContext(ctx)); err == nil {
		if folder.Self.Number == want.Number && folder.Self.Name == want.Name {
			return folder, nil
		}
	}
	var folder Folder
	err := s.transaction(ctx, func(db *gorm.DB) error {
		var err error
		folder, err = s.folder(db)
		if errors.Is(err, gorm.ErrRecordNotFound) {
			folder, err = s.create(db, want, sample, newKey)
		}
		if err != nil {
			return err
		}
		folder.Self.Number, folder.Self.Name = want.Number, want.Name
		row := deskRow(folder.Self)
		return db.Save(&row).Error
	})
	return folder, err
}

func (s *Store) create(db *gorm.DB, want models.Desk, sample *models.Directory, newKey NewKey) (Folder, error) {
	now := s.clock.Now()
	if err := saveDirectory(db, sample, now); err != nil {
		return Folder{}, err
	}
	key, err := newKey()
	if err != nil {
		return Folder{}, err
	}
	if err := useKey(db, key, now); err != nil {
		return Folder{}, err
	}
	want.MallID = sample.Mall.Code
	row := folderRow{One: 1, DeskID: want.ID, MallID: want.MallID, Sample: true, CreatedAt: micros(now)}
	return Folder{Self: want, Sample: true, Keys: []models.KeyRef{key}, Created: true}, db.Create(&row).Error
}

func (s *Store) folder(db *gorm.DB) (Folder, error) {
	var row folderRow
	if err := db.Take(&row).Error; err != nil {
		return Folder{}, err
	}
	var self deskRow
	if err := db.Where("id = ?", row.DeskID).Take(&self).Error; err != nil && !errors.Is(err, gorm.ErrRecordNotFound) {
		return Folder{}, err
	}
	self.ID, self.MallID = row.DeskID, row.MallID
	var keys []models.KeyRef
	err := db.Raw(`SELECT id, place FROM keys ORDER BY used_from DESC`).Scan(&keys).Error
	return Folder{Self: models.Desk(self), Sample: row.Sample, Keys: keys}, err
}

// UseKey records that identities are sealed with this key from now on.
func (s *Store) UseKey(ctx context.Context, key models.KeyRef) error {
	return s.fault(useKey(s.write.WithContext(ctx), key, s.clock.Now()))
}

func useKey(db *gorm.DB, key models.KeyRef, now time.Time) error {
	// One later than the newest, whatever the clock says.
	const keep = `INSERT INTO keys (id, place, used_from)
		SELECT ?, ?, max(later) FROM (SELECT used_from + 1 AS later FROM keys UNION ALL SELECT ?) AS times WHERE true
		ON CONFLICT (id) DO UPDATE SET place = excluded.place, used_from = excluded.used_from`
	return db.Exec(keep, key.ID, key.Place, micros(now)).Error
}

// head is the part of a directory that has no codes of its own.
type head struct {
	Format   string           `json:"format"`
	Note     string           `json:"note,omitempty"`
	Mall     models.Mall      `json:"mall"`
	Holidays []models.Holiday `json:"holidays"`
	Floors   []models.Floor   `json:"floors"`
}

func headOf(d *models.Directory) ([]byte, error) {
	return json.Marshal(head{d.Format, d.Note, d.Mall, d.Holidays, d.Floors})
}
