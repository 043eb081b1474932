package store

import (
	"context"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

type presenceRow struct {
	ID         string `gorm:"primaryKey"`
	OriginRow  `gorm:"embedded"`
	Agency     string
	Counter    string
	State      string
	Reason     string
	Until      int64
	At         int64
	RecordedAt int64
}

func (presenceRow) TableName() string { return "presences" }

func (r presenceRow) model() models.Presence {
	return models.Presence{ID: r.ID, Origin: r.OriginRow.model(), Agency: r.Agency, Counter: r.Counter,
		State: models.PresenceState(r.State), Reason: r.Reason,
		Until: instant(r.Until), At: instant(r.At), RecordedAt: instant(r.RecordedAt)}
}

// Presences gives the newest mark of each agency and counter among those of
// the business dates from to to.
func (s *Store) Presences(ctx context.Context, mallID, from, to string) ([]models.Presence, error) {
	table := "presences"
	if s.guide {
		table = "guide_presences"
	}
	list, err := newestPresences(s.read.WithContext(ctx), table, "mall_id = ? AND business_date BETWEEN ? AND ?", mallID, from, to)
	return list, s.fault(err)
}

func (t tx) AgencyPresences(mallID, from, to, agency string) ([]models.Presence, error) {
	return newestPresences(t.db, "presences", "mall_id = ? AND business_date BETWEEN ? AND ? AND agency = ?", mallID, from, to, agency)
}

func newestPresences(db *gorm.DB, table, where string, args ...any) ([]models.Presence, error) {
	query := `SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY agency, counter
			ORDER BY at DESC, recorded_at DESC, id DESC) AS age FROM ` + table + ` WHERE ` + where + `) AS marks
		WHERE age = 1 ORDER BY agency, counter`
	var rows []presenceRow
	if err := db.Raw(query, args...).Scan(&rows).Error; err != nil {
		return nil, err
	}
	list := make([]models.Presence, len(rows))
	for i, r := range rows {
		list[i] = r.model()
	}
	return list, nil
}

func (t tx) PresenceBefore(p models.Presence) (models.Presence, error) {
	list, err := newestPresences(t.db, "presences", `mall_id = ? AND business_date = ? AND agency = ? AND counter = ?
		AND (at, recorded_at, id) < (?, ?, ?)`,
		p.MallID, p.BusinessDate, p.Agency, p.Counter, micros(p.At), micros(p.RecordedAt), p.ID)
	if err != nil || len(list) == 0 {
		return models.Presence{}, err
	}
	return list[0], nil
}

func (t tx) AddPresence(p models.Presence) error {
	return t.db.Create(&presenceRow{ID: p.ID, OriginRow: originOf(p.Origin), Agency: p.Agency, Counter: p.Counter,
		State: string(p.State), Reason: p.Reason,
		Until: micros(p.Until), At: micros(p.At), RecordedAt: micros(p.RecordedAt)}).Error
}
