package nightly

import (
	"context"
	"errors"
	"slices"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// Erase empties the identities of visits at the centre for good, in every
// version it holds; the desks follow with their next pull.
func (c *SQLCentre) Erase(ctx context.Context, mallID, deskID string, visitIDs []string) error {
	return c.write(ctx, mallID, deskID, func(tx *gorm.DB, desk *deskRow) error {
		now, err := c.now(tx)
		if err != nil {
			return err
		}
		p := &placing{SQLCentre: c, tx: tx, desk: desk, incarnation: writerCentre, now: now, erase: visitIDs}
		return errors.Join(p.eraseEverywhere(), p.release())
	})
}

// eraseEverywhere makes an erasure absorb: whatever came before or comes
// later, no version of the record keeps an identity.
func (p *placing) eraseEverywhere() error {
	slices.Sort(p.erase)
	for _, id := range slices.Compact(p.erase) {
		if err := p.eraseRecord(id); err != nil {
			return err
		}
		if err := p.eraseHistory(id); err != nil {
			return err
		}
		if err := p.eraseQuarantine(id); err != nil {
			return err
		}
	}
	return nil
}

// eraseRecord also meets the case that the erased version itself was refused:
// the version that stands here loses its identity nevertheless.
func (p *placing) eraseRecord(id string) error {
	var row recordRow
	err := p.tx.Where("mall_id = ? AND desk_id = ? AND id = ? AND erased = ?", p.desk.MallID, p.desk.ID, id, false).
		Limit(1).Find(&row).Error
	if err != nil || row.ID == "" {
		return err
	}
	c := row.change()
	if c.Body, err = withoutIdentity(c.Body, row.Ver); err != nil {
		return err
	}
	p.desk.Seq++
	return p.tx.Model(&recordRow{}).Where("mall_id = ? AND id = ?", row.MallID, id).Updates(map[string]any{"erased": true, "body": string(c.Body), "row_hash": c.Sum(),
		"writer": writerCentre, "seq": p.desk.Seq, "stored_at": p.now.UnixMicro()}).Error
}

func (p *placing) eraseHistory(id string) error {
	var rows []historyRow
	if err := p.tx.Where("mall_id = ? AND id = ?", p.desk.MallID, id).Find(&rows).Error; err != nil {
		return err
	}
	for _, row := range rows {
		body, err := withoutIdentity(row.Body, row.Ver)
		if err != nil {
			return err
		}
		err = p.tx.Model(&historyRow{}).Where("mall_id = ? AND id = ? AND ver = ? AND session = ?",
			row.MallID, id, row.Ver, row.Session).Update("body", body).Error
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *placing) eraseQuarantine(id string) error {
	var rows []quarantineRow
	if err := p.tx.Where("mall_id = ? AND desk_id = ? AND id = ?", p.desk.MallID, p.desk.ID, id).Find(&rows).Error; err != nil {
		return err
	}
	for _, row := range rows {
		body, err := withoutIdentity(row.Body, row.Ver)
		if err != nil {
			body = []byte{} // unreadable: better nothing than a name
		}
		version := models.Version{Erased: row.Erased, Ver: row.Ver, Session: row.Session}
		if err := p.held(id, version).Where("entity = ?", row.Entity).Update("body", body).Error; err != nil {
			return err
		}
	}
	return nil
}

// withoutIdentity empties what names a person. The version's own time stands
// for the time of the erasure, so that a centre that was restored and erases
// once more makes the very same record.
func withoutIdentity(body []byte, ver int64) ([]byte, error) {
	columns, err := models.DecodeBody(body)
	if err != nil {
		return nil, err
	}
	for _, name := range models.IdentityColumns {
		if _, has := columns[name]; !has {
			continue
		}
		columns[name] = ""
		if name == "identity" {
			columns[name] = nil
		}
	}
	if at, isVisit := columns["erased_at"]; isVisit && at == int64(0) {
		columns["erased_at"] = ver
	}
	return models.EncodeColumns(columns)
}
