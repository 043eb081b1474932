package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// ErrElsewhere tells that the mall does not stand where a batch begins.
var ErrElsewhere = errors.New("the mall's database stands at another place of the PC's file")

// Intake is a part of what a PC recorded while it was alone.
type Intake struct {
	PC          string
	Incarnation string
	Batch       string
	From, To    int64
	Rows        []models.Change
	NewID       models.IDSource
	// Seal makes the chain and the answer that the mall keeps of the batch.
	Seal func(chain string, placed Placed) (sealed, answer string, err error)
}

// Placed is what became of the rows of a batch. All of them are stored,
// whatever it says: what has no place stands aside, whole.
type Placed struct {
	Stored  int
	Beaten  int // as new or newer here
	Refused []models.Refusal
}

// TakeIn takes over what a PC recorded alone, in one transaction, and returns
// the answer; the same batch again gets the same answer. Errors: ErrElsewhere.
func (s *Store) TakeIn(ctx context.Context, in Intake) (answer string, err error) {
	err = s.transaction(ctx, func(db *gorm.DB) error {
		stream, err := streamOf(db, in.PC, in.Incarnation)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if err == nil && stream.LastBatch == in.Batch {
			answer = stream.LastAnswer
			return nil
		}
		if stream.Acked != in.From {
			return ErrElsewhere
		}
		p := &intake{Store: s, db: db, newID: in.NewID}
		if err := p.place(in.Rows); err != nil {
			return err
		}
		if stream.Chain, answer, err = in.Seal(stream.Chain, p.Placed); err != nil {
			return err
		}
		stream.Acked, stream.LastBatch, stream.LastAnswer = in.To, in.Batch, answer
		return db.Save(&stream).Error
	})
	return answer, err
}

// intake puts the rows of one batch where they belong.
type intake struct {
	*Store
	db    *gorm.DB
	newID models.IDSource
	mall  folderRow
	over  []string // tickets that ended here
	Placed
}

// place takes parents before children: a visit that was changed later stands
// behind its tickets in the feed. What a later batch brings the parents of
// waits aside.
func (p *intake) place(rows []models.Change) error {
	if err := p.db.Take(&p.mall).Error; err != nil {
		return err
	}
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b models.Change) int { return cmp.Compare(generation(a.Entity), generation(b.Entity)) })
	for i := range rows {
		if err := p.placeRow(&rows[i]); err != nil {
			return err
		}
	}
	if err := p.placeAside(); err != nil {
		return err
	}
	return p.letFollow()
}

func generation(entity string) int {
	return slices.IndexFunc(syncedTables, func(t syncedTable) bool { return t.Name == entity })
}

// placeRow judges by version alone: that the district does not have a record
// yet says nothing here. Nobody but a PC of the mall writes in the name of its
// desk.
func (p *intake) placeRow(c *models.Change) error {
	switch {
	case !c.Intact():
		return p.refuse(c, models.RefusedDamaged)
	case c.MallID != p.mall.MallID || c.DeskID != p.mall.DeskID || generation(c.Entity) < 0:
		return p.refuse(c, models.RefusedOwner)
	}
	here, found, err := versionHere(p.db, c.RowKey)
	if err != nil {
		return err
	}
	if found && c.Entity == "visits" && here.Session != c.Session {
		if err := p.voidUnseen(c.ID, here.Session); err != nil {
			return err
		}
	}
	if found && here.Compare(c.Version) >= 0 {
		p.Beaten++
		return p.forgetAside(c)
	}
	return p.store(c)
}

func (p *intake) store(c *models.Change) error {
	ended, err := p.freeCounter(c)
	if err != nil {
		return err
	}
	if err := p.put(p.db, c, nil); err != nil {
		unfit, waits := p.base.unfit(err)
		switch {
		case waits:
			return p.setAside(p.db, c, models.RefusedWaiting, "")
		case unfit:
			return p.refuse(c, models.RefusedDatabase)
		}
		return err
	}
	p.Stored++
	if ended != nil {
		if err := p.addEnd(*ended); err != nil {
			return err
		}
	}
	return p.forgetAside(c)
}

func (p *intake) forgetAside(c *models.Change) error {
	return p.db.Exec(`DELETE FROM sync_aside WHERE entity = ? AND row_id = ?`, c.Entity, c.ID).Error
}

func (p *intake) refuse(c *models.Change, reason models.RefusalReason) error {
	p.Refused = append(p.Refused, models.Refusal{RowKey: c.RowKey, Version: c.Version, Reason: reason, At: p.clock.Now()})
	return p.setAside(p.db, c, reason, "")
}

// placeAside tries again what waits for its parents.
func (p *intake) placeAside() error {
	var waiting []asideRow
	if err := p.db.Where("reason = ? AND desk_id = ?", models.RefusedWaiting, p.mall.DeskID).Find(&waiting).Error; err != nil {
		return err
	}
	slices.SortStableFunc(waiting, func(a, b asideRow) int { return cmp.Compare(generation(a.Entity), generation(b.Entity)) })
	for _, row := range waiting {
		c := row.change()
		if err := p.placeRow(&c); err != nil {
			return err
		}
	}
	return nil
}

func versionHere(db *gorm.DB, key models.RowKey) (models.Version, bool, error) {
	var v models.Version
	err := one(db.Raw(`SELECT erased, ver, session FROM sync_changes WHERE entity = ? AND row_id = ?`, key.Entity, key.ID),
		&v.Erased, &v.Ver, &v.Session)
	if errors.Is(err, sql.ErrNoRows) {
		return v, false, nil
	}
	return v, err == nil, err
}
