package nightly

import (
	"context"
	"encoding/json"
	"time"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// Push stores a batch in one transaction and moves the stream on. The same
// batch again gets the same receipt.
func (c *SQLCentre) Push(ctx context.Context, b Batch) (Receipt, error) {
	var receipt Receipt
	err := c.write(ctx, b.MallID, b.DeskID, func(tx *gorm.DB, desk *deskRow) error {
		stream, err := streamOf(tx, b.Stream)
		if err != nil {
			return err
		}
		if stream != nil && stream.LastBatch == b.ID {
			receipt, err = stream.answer()
			return err
		}
		if stream == nil {
			stream = &streamRow{MallID: b.MallID, DeskID: b.DeskID, Incarnation: b.Incarnation}
		}
		if stream.Acked != b.From {
			return ErrOutOfStep
		}
		receipt, err = c.store(tx, desk, stream, b)
		return err
	})
	return receipt, err
}

func (c *SQLCentre) store(tx *gorm.DB, desk *deskRow, stream *streamRow, b Batch) (Receipt, error) {
	now, err := c.now(tx)
	if err != nil {
		return Receipt{}, err
	}
	p := &placing{SQLCentre: c, tx: tx, desk: desk, incarnation: b.Incarnation, now: now}
	if err := p.place(b.Rows); err != nil {
		return Receipt{}, err
	}
	if err := c.fail.at(centreStored); err != nil {
		return Receipt{}, err
	}
	receipt := Receipt{Chain: Link(stream.Chain, b.ID, b.To, DigestOf(b.Rows)),
		Stored: p.stored, Beaten: len(p.beaten), Refused: p.refused}
	answer, err := json.Marshal(receipt)
	if err != nil {
		return Receipt{}, err
	}
	if stream.BegunAt == 0 {
		stream.BegunAt = now.UnixMicro()
	}
	stream.Acked, stream.Chain, stream.LastBatch, stream.LastAnswer = b.To, receipt.Chain, b.ID, string(answer)
	desk.SeenAt, desk.Waiting = now.UnixMicro(), max(0, desk.Waiting-len(b.Rows))
	if err := tx.Save(stream).Error; err != nil {
		return Receipt{}, err
	}
	return receipt, c.fail.at(centreChained)
}

// placing puts the rows of one batch where they belong.
type placing struct {
	*SQLCentre
	tx          *gorm.DB
	desk        *deskRow
	incarnation string
	now         time.Time

	current map[string]*recordRow // by id, without bodies
	winners []*models.Change      // new, or newer than what is there
	same    []string              // ids of rows that are there in this very version
	beaten  []*models.Change      // older than what is there
	refused []models.Refusal
	erase   []string // ids whose identity must be nowhere
	stored  int
}

// place judges all rows first and then writes each kind with few statements.
func (p *placing) place(rows []models.Change) error {
	if err := p.readCurrent(rows); err != nil {
		return err
	}
	for i := range rows {
		if err := p.judgeRow(&rows[i]); err != nil {
			return err
		}
	}
	for _, step := range []func() error{p.writeWinners, p.writeSame, p.writeBeaten, p.eraseEverywhere, p.release} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (p *placing) readCurrent(rows []models.Change) error {
	ids := make([]string, 0, len(rows))
	for i := range rows {
		if wellFormed(&rows[i]) {
			ids = append(ids, rows[i].ID)
		}
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	var found []recordRow
	err = p.tx.Raw(p.dialect.current, string(list), p.desk.MallID).Scan(&found).Error
	p.current = make(map[string]*recordRow, len(found))
	for i := range found {
		p.current[found[i].ID] = &found[i]
	}
	return err
}

func (p *placing) judgeRow(c *models.Change) error {
	if reason := p.faultOf(c); reason != "" {
		return p.quarantine(c, reason, "")
	}
	now := p.current[c.ID]
	if c.Erased || now != nil && now.Erased {
		p.erase = append(p.erase, c.ID)
	}
	if now == nil {
		p.winners = append(p.winners, c)
		return nil
	}
	switch order := p.order(c, now); {
	case order > 0, order == 0 && string(c.Hash) != string(now.RowHash): // the latter mends a damaged copy
		p.winners = append(p.winners, c)
	case order == 0:
		p.same = append(p.same, c.ID)
	default:
		p.beaten = append(p.beaten, c)
	}
	return nil
}

// order is positive when c takes the place of what stands. An erasure that is
// older than what stands does not: it empties that, and its own version, which
// may lie in the history already, is a loser like any other.
func (p *placing) order(c *models.Change, now *recordRow) int {
	order := p.compare(c.Version, now.version())
	if order > 0 && c.Erased && !now.Erased {
		before := c.Version
		before.Erased = false
		if p.compare(before, now.version()) < 0 {
			return -1
		}
	}
	return order
}

// faultOf tells why a row cannot be placed, before the database is asked.
func (p *placing) faultOf(c *models.Change) models.RefusalReason {
	now := p.current[c.ID]
	switch {
	case !wellFormed(c):
		return models.RefusedDatabase
	case c.MallID != p.desk.MallID || c.DeskID != p.desk.ID:
		return models.RefusedOwner
	case now != nil && (now.DeskID != c.DeskID || now.Entity != c.Entity):
		return models.RefusedTaken
	case !c.Sound():
		return models.RefusedDamaged
	}
	return ""
}
