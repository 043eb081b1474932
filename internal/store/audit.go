package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"slices"

	"gorm.io/gorm"

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
	e.MAC, _ = AuditMAC(t.store.notary, e, last.MAC)
	return t.db.Create(&auditRow{e.Seq, micros(e.At), e.Operator, e.Desk, string(e.Kind), e.Entity, e.RowID, e.Why, e.KeyID, e.MAC}).Error
}

// AuditMAC is what an entry after previous must carry; ok is false when its
// key is not at hand. Without a key an entry is still bound to the one before
// it, and the next signed one vouches for it.
func AuditMAC(notary models.Notary, e models.AuditEntry, previous string) (mac string, ok bool) {
	message := e.Message(previous)
	if e.KeyID == "" {
		sum := sha256.Sum256(message)
		return hex.EncodeToString(sum[:]), true
	}
	if notary == nil {
		return "", false
	}
	return notary.Sign(e.KeyID, message)
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
