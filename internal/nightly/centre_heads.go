package nightly

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// AuditHeads lists where a desk's audit chain ended whenever it synced, as the
// centre remembers it: also heads whose records were written over since.
func (c *SQLCentre) AuditHeads(ctx context.Context, mallID, deskID string) ([]models.AuditHead, error) {
	// LIKE, since a range of ids depends on the server's language.
	const ofDesk = "mall_id = ? AND desk_id = ? AND id LIKE ?"
	ids := models.AuditHeadPrefix(deskID) + "%"
	var records []recordRow
	err := c.db.WithContext(ctx).Where(ofDesk, mallID, deskID, ids).Find(&records).Error
	if err != nil {
		return nil, c.fault(err)
	}
	var former []historyRow
	err = c.db.WithContext(ctx).Where(ofDesk, mallID, deskID, ids).Find(&former).Error
	if err != nil {
		return nil, c.fault(err)
	}
	var list []models.AuditHead
	for _, r := range records {
		list = append(list, headOf([]byte(r.Body)))
	}
	for _, r := range former {
		list = append(list, headOf(r.Body))
	}
	return list, nil
}

// headOf reads a head; of a damaged one its number is 0, which fits no chain.
func headOf(body []byte) models.AuditHead {
	columns, err := models.DecodeBody(body)
	seq, counted := columns["seq"].(int64)
	mac, signed := columns["mac"].(string)
	at, dated := columns["at"].(int64)
	if err != nil || !counted || !signed || !dated {
		return models.AuditHead{}
	}
	return models.AuditHead{Seq: seq, MAC: mac, At: time.UnixMicro(at).UTC()}
}
