package store

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

// HeadName is the copy of the audit chain's sealed end outside the database of
// a folder. It is written after the entry is stored, so it may lie behind, and
// it is in no backup.
const HeadName = "audit.head"

type sealRow struct {
	KeyID string `gorm:"primaryKey"`
	Seq   int64
	MAC   string `gorm:"column:mac"`
	At    int64
	Seal  string
}

func (sealRow) TableName() string { return "audit_seals" }

func (r sealRow) model() models.AuditSeal {
	return models.AuditSeal{KeyID: r.KeyID, AuditHead: models.AuditHead{Seq: r.Seq, MAC: r.MAC, At: instant(r.At)}, Seal: r.Seal}
}

func auditSeals(db *gorm.DB) ([]models.AuditSeal, error) {
	var rows []sealRow
	err := db.Order("seq, key_id").Find(&rows).Error
	list := make([]models.AuditSeal, len(rows))
	for i, r := range rows {
		list[i] = r.model()
	}
	return list, err
}

// AuditSeals lists the sealed ends of the chain, one for each key that signed;
// the last one is the end of now.
func (s *Store) AuditSeals(ctx context.Context) ([]models.AuditSeal, error) {
	list, err := auditSeals(s.read.WithContext(ctx))
	return list, s.fault(err)
}

// sealEnd moves the seal from the entry before to the new end. Where the seal
// is not that of the entry before, somebody has cut the chain or changed the
// seal: it stays as it is, for a new one would hide that.
func (t tx) sealEnd(previous, entry models.AuditEntry) error {
	seals, err := auditSeals(t.db)
	if err != nil || len(seals) == 0 {
		return err
	}
	top := seals[len(seals)-1]
	if top.Seq != previous.Seq || top.MAC != previous.MAC || top.Broken(t.store.notary) {
		return nil
	}
	end := models.AuditSeal{KeyID: entry.KeyID, AuditHead: models.AuditHead{Seq: entry.Seq, MAC: entry.MAC, At: entry.At}}
	end.Seal, _ = end.Proof(t.store.notary)
	if t.sealed != nil {
		*t.sealed = &end
	}
	row := sealRow{end.KeyID, end.Seq, end.MAC, micros(end.At), end.Seal}
	return errors.Join(t.db.Exec(`DELETE FROM audit_seals WHERE key_id = ?`, models.SealBefore).Error,
		t.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error)
}

// WithHeadFile names the file that keeps the end of the audit chain of a
// server for this PC.
func WithHeadFile(path string) Option { return func(s *Store) { s.headFile = path } }

// keepHead writes the sealed end outside the database. That it cannot takes
// nothing back: the entry is stored, and the file lies behind.
func (s *Store) keepHead(end *models.AuditSeal) {
	if s.headFile == "" || end == nil {
		return
	}
	if kept, ok, err := s.KeptHead(); err != nil || ok && kept.At.After(end.At) {
		return // another program was faster
	}
	_ = safefile.Replace(s.headFile, safefile.FileMode(s.headFile), func(w io.Writer) error { return json.NewEncoder(w).Encode(end) })
}

// KeptHead is the sealed end that stands outside the database; ok is false when
// there is none, or only half of one.
func (s *Store) KeptHead() (kept models.AuditSeal, ok bool, err error) {
	if s.headFile == "" {
		return kept, false, nil
	}
	raw, err := os.ReadFile(s.headFile)
	if errors.Is(err, fs.ErrNotExist) {
		return kept, false, nil
	}
	if err != nil {
		return kept, false, models.Fault(err, "store.folder", s.headFile)
	}
	return kept, json.Unmarshal(raw, &kept) == nil, nil
}
