package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"frontdesk/internal/models"
)

// auditRow is one entry of the audit chain. Triggers refuse to change or
// delete one.
type auditRow struct {
	Seq      int64 `gorm:"primaryKey;autoIncrement:false"`
	At       int64
	Operator string
	Desk     string
	Kind     string
	Entity   string
	RowID    string
	Why      string
	KeyID    string
	MAC      string `gorm:"column:mac"`
}

func (auditRow) TableName() string { return "audit" }

func (r auditRow) model() models.AuditEntry {
	return models.AuditEntry{Seq: r.Seq, At: instant(r.At), Actor: models.Actor{Operator: r.Operator, Desk: r.Desk},
		Deed:  models.Deed{Kind: models.DeedKind(r.Kind), Entity: r.Entity, RowID: r.RowID, Why: r.Why},
		KeyID: r.KeyID, MAC: r.MAC}
}

// Audit tells who signs the audit chain and in whose name deeds are noted. It
// is called once, before the store is used by several goroutines.
func (s *Store) Audit(notary models.Notary, actor func() models.Actor) {
	s.notary, s.actor = notary, actor
}

// NoteDeed adds to the audit chain what was done outside a transaction of its
// own.
func (s *Store) NoteDeed(ctx context.Context, d models.Deed) error {
	return s.Write(ctx, func(tx models.Tx) error { return tx.NoteDeed(d) })
}

// NoteDeed continues the chain: the transaction holds the lock of all writers,
// so that no entry comes in between.
func (t tx) NoteDeed(d models.Deed) error {
	if !slices.Contains(models.DeedKinds, d.Kind) {
		return models.Misuse("audit.unknown_kind", string(d.Kind))
	}
	d.Why = models.PlainWhy(d.Why)
	last, err := auditHead(t.db)
	if err != nil {
		return err
	}
	e := models.AuditEntry{Seq: last.Seq + 1, At: t.store.clock.Now(), Deed: d}
	if t.store.actor != nil {
		e.Actor = t.store.actor()
	}
	if t.store.notary != nil {
		e.KeyID = t.store.notary.SigningKey()
	}
	e.At = instant(micros(e.At)) // as it is read again
	e.MAC, _ = e.Link(t.store.notary, last.MAC)
	row := auditRow{e.Seq, micros(e.At), e.Operator, e.Desk, string(e.Kind), e.Entity, e.RowID, e.Why, e.KeyID, e.MAC}
	if err := t.db.Create(&row).Error; err != nil {
		return err
	}
	return t.sealEnd(last, e)
}

// auditHead is the last entry; zero when there is none.
func auditHead(db *gorm.DB) (models.AuditEntry, error) {
	var last models.AuditEntry
	err := one(db.Raw(`SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1`), &last.Seq, &last.MAC)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return last, err
}

// AuditHead is the last entry's number and MAC; zero when there is none.
func (s *Store) AuditHead(ctx context.Context) (models.AuditEntry, error) {
	last, err := auditHead(s.read.WithContext(ctx))
	return last, s.fault(err)
}

// AuditEntries tells the chain from an entry on, in order, at most limit.
func (s *Store) AuditEntries(ctx context.Context, from int64, limit int) ([]models.AuditEntry, error) {
	var rows []auditRow
	err := s.read.WithContext(ctx).Where("seq >= ?", from).Order("seq").Limit(limit).Find(&rows).Error
	list := make([]models.AuditEntry, len(rows))
	for i, r := range rows {
		list[i] = r.model()
	}
	return list, s.fault(err)
}

// auditHeadRow is a head of the chain that travels to the centre.
type auditHeadRow struct {
	ID        string `gorm:"primaryKey"`
	OriginRow `gorm:"embedded"`
	Seq       int64
	MAC       string `gorm:"column:mac"`
	At        int64
}

func (auditHeadRow) TableName() string { return "audit_heads" }

// RememberAuditHead puts the end of the chain among the records that travel,
// unless it is there already.
func (s *Store) RememberAuditHead(ctx context.Context, origin models.Origin) error {
	head, err := s.AuditHead(ctx)
	if err != nil || head.Seq == 0 {
		return err
	}
	return s.transaction(ctx, func(db *gorm.DB) error {
		head, err := auditHead(db)
		if err != nil {
			return err
		}
		row := auditHeadRow{models.AuditHeadID(origin.DeskID, head.Seq, head.MAC), originOf(origin), head.Seq, head.MAC, micros(s.clock.Now())}
		return db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error
	})
}

// AuditHeads lists the heads that are among the records.
func (s *Store) AuditHeads(ctx context.Context) ([]models.AuditHead, error) {
	var rows []auditHeadRow
	err := s.read.WithContext(ctx).Order("seq").Find(&rows).Error
	list := make([]models.AuditHead, len(rows))
	for i, r := range rows {
		list[i] = models.AuditHead{Seq: r.Seq, MAC: r.MAC, At: instant(r.At)}
	}
	return list, s.fault(err)
}

// lookUpsOf counts the look-ups of WHO without a visit.
const lookUpsOf = `(SELECT count(*) FROM audit WHERE at > @since AND kind = @look AND operator = WHO
		AND seq > coalesce((SELECT max(seq) FROM audit WHERE at > @since AND kind = @limit AND row_id = WHO), 0))
	- (SELECT count(*) FROM visits WHERE operator_id = WHO AND recorded_at > @since AND business_date >= @date)`

func lookUpArgs(since time.Time, who string) []any {
	return []any{sql.Named("since", micros(since)), sql.Named("look", string(models.DeedLookUp)),
		sql.Named("limit", string(models.DeedLimit)), sql.Named("who", who),
		sql.Named("date", since.AddDate(0, 0, -1).Format(time.DateOnly))}
}

// LookUps counts the look-ups of an operator without a visit.
func (t tx) LookUps(operator string, since time.Time) (int, error) {
	var n int
	err := one(t.db.Raw(`SELECT `+strings.ReplaceAll(lookUpsOf, "WHO", "@who"), lookUpArgs(since, operator)...), &n)
	return n, err
}

// LookUps counts the look-ups of all operators without a visit, by code.
func (s *Store) LookUps(ctx context.Context, since time.Time) (map[string]int, error) {
	var rows []struct {
		Code string
		Used int
	}
	query := `SELECT o.code, ` + strings.ReplaceAll(lookUpsOf, "WHO", "o.code") + ` AS used FROM operators o`
	err := s.read.WithContext(ctx).Raw(query, lookUpArgs(since, "")...).Scan(&rows).Error
	used := map[string]int{}
	for _, r := range rows {
		used[r.Code] = r.Used
	}
	return used, s.fault(err)
}
