package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"frontdesk/internal/models"
)

// operatorRow is somebody who works with the program.
type operatorRow struct {
	Code       string `gorm:"primaryKey"`
	Number     int
	Name       []byte
	KeyID      string
	Role       string
	Secret     string
	Failures   int
	NextTryAt  int64
	CreatedAt  int64 `gorm:"autoCreateTime:false"`
	DisabledAt int64
	SeenAt     int64
}

func (operatorRow) TableName() string { return "operators" }

// Operators lists all by number, the disabled ones too.
func (s *Store) Operators(ctx context.Context) ([]models.StoredOperator, error) {
	list, err := operators(s.read.WithContext(ctx))
	return list, s.fault(err)
}

func (t tx) Operators() ([]models.StoredOperator, error) { return operators(t.db) }

func operators(db *gorm.DB) ([]models.StoredOperator, error) {
	var rows []operatorRow
	err := db.Order("number").Find(&rows).Error
	list := make([]models.StoredOperator, len(rows))
	for i, r := range rows {
		list[i] = models.StoredOperator{SealedName: r.Name, KeyID: r.KeyID, Secret: r.Secret, Failures: r.Failures, NextTry: instant(r.NextTryAt),
			Operator: models.Operator{Code: r.Code, Number: r.Number, Role: models.Role(r.Role), Disabled: r.DisabledAt > 0,
				CreatedAt: instant(r.CreatedAt), SeenAt: instant(r.SeenAt)}}
	}
	return list, err
}

func (t tx) SaveOperator(o models.StoredOperator) error {
	row := operatorRow{Code: o.Code, Number: o.Number, Name: o.SealedName, KeyID: o.KeyID, Role: string(o.Role), Secret: o.Secret,
		Failures: o.Failures, NextTryAt: micros(o.NextTry), CreatedAt: micros(o.CreatedAt), SeenAt: micros(o.SeenAt)}
	if o.Disabled {
		row.DisabledAt = micros(t.store.clock.Now())
	}
	change := clause.OnConflict{Columns: []clause.Column{{Name: "code"}}, DoUpdates: clause.AssignmentColumns(
		[]string{"number", "name", "key_id", "role", "secret", "failures", "next_try_at", "disabled_at", "seen_at"})}
	return t.db.Clauses(change).Create(&row).Error
}
