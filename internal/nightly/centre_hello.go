package nightly

import (
	"context"
	"encoding/json"
	"errors"

	"gorm.io/gorm"
)

// Hello tells how far the centre has followed this history of a desk.
func (c *SQLCentre) Hello(ctx context.Context, h Hello) (Welcome, error) {
	var w Welcome
	err := c.write(ctx, h.MallID, h.DeskID, func(tx *gorm.DB, desk *deskRow) error {
		now, err := c.now(tx)
		if err != nil {
			return err
		}
		desk.SeenAt, desk.Waiting, w.Now = now.UnixMicro(), h.Waiting, now
		stream, err := streamOf(tx, h.Stream)
		if err != nil || stream == nil {
			return err
		}
		w.Known, w.Acked, w.Chain, w.LastBatch = true, stream.Acked, stream.Chain, stream.LastBatch
		w.Last, err = stream.answer()
		return err
	})
	return w, err
}

// streamOf is nil when the centre does not know this history.
func streamOf(tx *gorm.DB, s Stream) (*streamRow, error) {
	var row streamRow
	err := tx.Where("mall_id = ? AND desk_id = ? AND incarnation = ?", s.MallID, s.DeskID, s.Incarnation).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	return &row, err
}

func (s *streamRow) answer() (Receipt, error) {
	var r Receipt
	err := json.Unmarshal([]byte(s.LastAnswer), &r)
	return r, err
}
