package nightly

import (
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"frontdesk/internal/models"
)

// writeWinners writes all winners at once; when the database refuses the
// whole for one row's sake, each row for itself.
func (p *placing) writeWinners() error {
	if len(p.winners) == 0 {
		return nil
	}
	err := p.tx.Transaction(func(tx *gorm.DB) error { return p.write(tx, p.winners) })
	if err == nil {
		p.stored = len(p.winners)
		return nil
	}
	if !rowRefused(err) {
		return err
	}
	for _, c := range p.winners {
		err := p.tx.Transaction(func(tx *gorm.DB) error { return p.write(tx, []*models.Change{c}) })
		switch {
		case err == nil:
			p.stored++
		case rowRefused(err):
			if err := p.quarantine(c, models.RefusedDatabase, err.Error()); err != nil {
				return err
			}
		default:
			return err
		}
	}
	return nil
}

// write puts what the winners replace into the history and them in its place.
func (p *placing) write(tx *gorm.DB, winners []*models.Change) error {
	rows := make([]recordRow, len(winners))
	var replaces []string
	for i, c := range winners {
		p.desk.Seq++
		rows[i] = recordRow{MallID: p.desk.MallID, ID: c.ID, Entity: c.Entity, DeskID: p.desk.ID, BusinessDate: c.BusinessDate,
			Erased: c.Erased, Ver: c.Ver, Session: c.Session, RowHash: c.Hash, Body: string(c.Body),
			Writer: p.incarnation, Seq: p.desk.Seq, StoredAt: p.now.UnixMicro()}
		if now := p.current[c.ID]; now != nil && !sameCommit(c, now) {
			replaces = append(replaces, c.ID)
		}
	}
	if err := p.keepReplaced(tx, replaces); err != nil {
		return err
	}
	return p.dialect.upsert(tx, rows)
}

func (p *placing) keepReplaced(tx *gorm.DB, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	const columns = `mall_id, id, entity, desk_id, business_date, erased, ver, session, row_hash, `
	return tx.Exec(`INSERT INTO centre_history (`+columns+`body, stored_at)
		SELECT `+columns+p.dialect.Bytes("body")+`, ? FROM centre_records WHERE mall_id = ? AND id IN ?
		ON CONFLICT DO NOTHING`, p.now.UnixMicro(), p.desk.MallID, ids).Error
}

// writeSame notes that this history has these versions too, so that it need
// not pull them.
func (p *placing) writeSame() error {
	if len(p.same) == 0 {
		return nil
	}
	return p.tx.Model(&recordRow{}).Where("mall_id = ? AND id IN ? AND writer <> ?", p.desk.MallID, p.same, p.incarnation).
		Update("writer", p.incarnation).Error
}

// writeBeaten keeps the losers, and moves what beat them to the end of the
// desk's pulls: the desk may have passed it while its own edit was unsent.
func (p *placing) writeBeaten() error {
	if len(p.beaten) == 0 {
		return nil
	}
	lost := make([]historyRow, 0, len(p.beaten))
	for _, c := range p.beaten {
		known, err := sameCommit(c, p.current[c.ID]), error(nil)
		if !known {
			known, err = p.inQuarantine(c)
		}
		if err != nil {
			return err
		}
		if !known {
			lost = append(lost, historyRow{p.desk.MallID, c.ID, c.Entity, p.desk.ID, c.BusinessDate,
				c.Erased, c.Ver, c.Session, c.Hash, c.Body, p.now.UnixMicro()})
		}
		p.desk.Seq++
		err = p.tx.Model(&recordRow{}).Where("mall_id = ? AND id = ?", p.desk.MallID, c.ID).
			Updates(map[string]any{"seq": p.desk.Seq, "writer": writerCentre}).Error
		if err != nil {
			return err
		}
	}
	if len(lost) == 0 {
		return nil
	}
	return p.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&lost).Error
}

// sameCommit tells that c and what stands here are one version of the record,
// which the centre, here or in a life before its restore, has emptied.
func sameCommit(c *models.Change, now *recordRow) bool {
	return now.Ver == c.Ver && now.Session == c.Session
}

func (p *placing) inQuarantine(c *models.Change) (bool, error) {
	var n int64
	err := p.held(c.ID, c.Version).Count(&n).Error
	return n > 0, err
}

// quarantine keeps a row that cannot be placed, whole, with the reason.
func (p *placing) quarantine(c *models.Change, reason models.RefusalReason, detail string) error {
	p.refused = append(p.refused, models.Refusal{RowKey: c.RowKey, Version: c.Version, Reason: reason, Detail: detail, At: p.now})
	row := quarantineRow{MallID: p.desk.MallID, DeskID: p.desk.ID, ID: storable(c.ID), Entity: storable(c.Entity),
		Erased: c.Erased, Ver: c.Ver, Session: storable(c.Session), OwnerMall: storable(c.MallID), OwnerDesk: storable(c.DeskID),
		BusinessDate: storable(c.BusinessDate), RowHash: c.Hash, Body: c.Body, Reason: reason, Detail: storable(detail),
		StoredAt: p.now.UnixMicro()}
	return p.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error
}

// overtaken pairs an open case of the quarantine with what is stored now.
type overtaken struct {
	ID, Entity    string
	Erased        bool
	Ver           int64
	Session       string
	StoredErased  bool
	StoredVer     int64
	StoredSession string
}

// release closes the quarantine of versions that a stored one has overtaken.
// It goes by version and not by id: an older copy of the record must not
// release a newer one that is still refused.
func (p *placing) release() error {
	var open []overtaken
	err := p.tx.Raw(`SELECT q.id, q.entity, q.erased, q.ver, q.session,
			r.erased AS stored_erased, r.ver AS stored_ver, r.session AS stored_session
		FROM centre_quarantine q JOIN centre_records r ON r.mall_id = q.mall_id AND r.id = q.id
			AND r.desk_id = q.desk_id AND r.entity = q.entity
		WHERE q.mall_id = ? AND q.desk_id = ? AND q.released_at = 0`, p.desk.MallID, p.desk.ID).Scan(&open).Error
	if err != nil {
		return err
	}
	for _, q := range open {
		held := models.Version{Erased: q.Erased, Ver: q.Ver, Session: q.Session}
		if p.compare(held, models.Version{Erased: q.StoredErased, Ver: q.StoredVer, Session: q.StoredSession}) > 0 {
			continue
		}
		err := p.held(q.ID, held).Where("entity = ?", q.Entity).Update("released_at", p.now.UnixMicro()).Error
		if err != nil {
			return err
		}
	}
	return nil
}

// held is one version of a record in quarantine.
func (p *placing) held(id string, v models.Version) *gorm.DB {
	return p.tx.Model(&quarantineRow{}).Where("mall_id = ? AND desk_id = ? AND id = ? AND ver = ? AND session = ?",
		p.desk.MallID, p.desk.ID, id, v.Ver, v.Session)
}

// wellFormed tells that the row's envelope can stand in a text column of any
// database.
func wellFormed(c *models.Change) bool {
	for _, text := range []string{c.ID, c.Entity, c.MallID, c.DeskID, c.BusinessDate, c.Session} {
		if text != storable(text) {
			return false
		}
	}
	return utf8.Valid(c.Body)
}

// storable makes text one that every database takes.
func storable(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD")
}
