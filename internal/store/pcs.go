package store

import (
	"context"
	"database/sql"
	"errors"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

type pcRow struct {
	ID     string `gorm:"primaryKey"`
	Number int
	Name   string
	DeskID string
}

func (pcRow) TableName() string { return "pcs" }

// EnrolPC gives a PC of the mall the number of a block of its own. It keeps
// the number it asks for while no other PC has that. Errors: KindRefused when
// all numbers are given out.
func (s *Store) EnrolPC(ctx context.Context, want models.PC) (models.PC, error) {
	var known pcRow
	err := s.read.WithContext(ctx).Where("id = ?", want.ID).Limit(1).Find(&known).Error
	if err != nil || known.ID != "" {
		return models.PC(known), s.fault(err)
	}
	err = s.transaction(ctx, func(db *gorm.DB) error {
		known = pcRow(want)
		if err := db.Raw(`SELECT desk_id FROM folder`).Scan(&known.DeskID).Error; err != nil {
			return err
		}
		var err error
		if known.Number, err = freeNumber(db, want.Number); err != nil {
			return err
		}
		return db.Create(&known).Error
	})
	return models.PC(known), err
}

// freeNumber is wanted, or the smallest number that no PC has.
func freeNumber(db *gorm.DB, wanted int) (int, error) {
	var taken []int
	if err := db.Raw(`SELECT number FROM pcs ORDER BY number`).Scan(&taken).Error; err != nil {
		return 0, err
	}
	used := map[int]bool{0: true, 1: true}
	for _, n := range taken {
		used[n] = true
	}
	if !used[wanted] {
		return wanted, nil
	}
	for n := 2; n <= models.MostPCs; n++ {
		if !used[n] {
			return n, nil
		}
	}
	return 0, models.Refuse("alone.too_many", models.MostPCs)
}

// OwnPC is the PC that this file is of; zero while it belongs to none.
func (s *Store) OwnPC(ctx context.Context) (models.PC, error) {
	var row pcRow
	err := s.read.WithContext(ctx).Limit(1).Find(&row).Error
	return models.PC(row), s.fault(err)
}

// BecomePC makes this file that of a PC; what it was before is told by the
// caller to be handed over. The first of several programs that start at once
// decides the id.
func (s *Store) BecomePC(ctx context.Context, pc models.PC, mallID string) error {
	return s.transaction(ctx, func(db *gorm.DB) error {
		now := micros(s.clock.Now())
		for _, step := range []func() error{
			func() error { return db.Exec(`DELETE FROM pcs`).Error },
			func() error { row := pcRow(pc); return db.Create(&row).Error },
			func() error { return db.Exec(`DELETE FROM folder`).Error },
			func() error {
				return db.Create(&folderRow{One: 1, DeskID: pc.ID, MallID: mallID, CreatedAt: now}).Error
			},
		} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
}

// Folder tells what the database knows of itself. Errors: KindFault when it
// knows nothing yet.
func (s *Store) Folder(ctx context.Context) (Folder, error) {
	folder, err := s.folder(s.read.WithContext(ctx))
	return folder, s.fault(err)
}

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	pool, err := s.base.pinged()
	if err != nil {
		return err
	}
	return s.fault(pool.PingContext(ctx))
}

// Stream is how far the mall's database has taken over a history of a PC's own
// file.
type Stream struct {
	Known      bool
	Acked      int64
	Chain      string
	LastBatch  string
	LastAnswer string
}

type streamRow struct {
	PCID        string `gorm:"primaryKey"`
	Incarnation string `gorm:"primaryKey"`
	Acked       int64
	Chain       string
	LastBatch   string
	LastAnswer  string
}

func (streamRow) TableName() string { return "pc_streams" }

// PCStream tells where the mall stands with a history of a PC.
func (s *Store) PCStream(ctx context.Context, pc, incarnation string) (Stream, error) {
	row, err := streamOf(s.read.WithContext(ctx), pc, incarnation)
	known := !errors.Is(err, sql.ErrNoRows)
	if !known {
		err = nil
	}
	return Stream{known, row.Acked, row.Chain, row.LastBatch, row.LastAnswer}, s.fault(err)
}

// streamOf is sql.ErrNoRows for a history that the mall does not know.
func streamOf(db *gorm.DB, pc, incarnation string) (streamRow, error) {
	row := streamRow{PCID: pc, Incarnation: incarnation}
	err := one(db.Raw(`SELECT acked, chain, last_batch, last_answer FROM pc_streams WHERE pc_id = ? AND incarnation = ?`, pc, incarnation),
		&row.Acked, &row.Chain, &row.LastBatch, &row.LastAnswer)
	return row, err
}
