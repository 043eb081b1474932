package store

import (
	"context"

	"frontdesk/internal/models"
)

type missedRow struct {
	MallID   string `gorm:"primaryKey"`
	Mark     string `gorm:"primaryKey"`
	Word     []byte
	KeyID    string
	Days     int
	LastDate string
	Known    string
}

func (missedRow) TableName() string { return "missed_words" }

// AddMiss stores a search that found nothing, and counts its hidden words by
// day.
func (t tx) AddMiss(m models.SearchMiss) error {
	const count = `INSERT INTO missed_words AS w (mall_id, mark, word, key_id, days, last_date, known) VALUES (?, ?, ?, ?, 1, ?, '')
		ON CONFLICT (mall_id, mark) DO UPDATE SET last_date = excluded.last_date, days = w.days + 1
		WHERE excluded.last_date > w.last_date`
	for _, h := range m.Hidden {
		if err := t.db.Exec(count, m.MallID, h.Mark, h.Blob, h.KeyID, m.BusinessDate).Error; err != nil {
			return err
		}
	}
	return t.db.Create(&missRow{m.ID, originOf(m.Origin), m.Words, micros(m.At)}).Error
}

// LearnWord lets a mark stand in the clear; what was sealed goes.
func (t tx) LearnWord(mallID, mark, word string) error {
	return t.db.Exec(`UPDATE missed_words SET known = ?, word = NULL, key_id = '' WHERE mall_id = ? AND mark = ?`, word, mallID, mark).Error
}

// ForgetWords drops what marks stand for, in every mall.
func (t tx) ForgetWords(marks []string) error {
	if len(marks) == 0 {
		return nil
	}
	return t.db.Exec(`DELETE FROM missed_words WHERE mark IN ?`, marks).Error
}

// ForgetOldWords drops hidden words that nobody typed since a business date.
func (t tx) ForgetOldWords(mallIDs []string, since string) error {
	return t.db.Exec(`DELETE FROM missed_words WHERE known = '' AND mall_id IN ? AND last_date < ?`, mallIDs, since).Error
}

// MissedWords lists what is known of the marks of a mall.
func (s *Store) MissedWords(ctx context.Context, mallID string) ([]models.MissedWord, error) {
	var rows []missedRow
	err := s.read.WithContext(ctx).Where("mall_id = ?", mallID).Order("mark").Find(&rows).Error
	list := make([]models.MissedWord, len(rows))
	for i, r := range rows {
		list[i] = models.MissedWord{HiddenWord: models.HiddenWord{Mark: r.Mark, Blob: r.Word, KeyID: r.KeyID},
			Days: r.Days, LastDate: r.LastDate, Known: r.Known}
	}
	return list, s.fault(err)
}
