package store

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// Write runs work in one immediate transaction: it is durable when Write
// returns nil, and nothing of it stays when it does not.
func (s *Store) Write(ctx context.Context, work func(models.Tx) error) error {
	var erased []string
	var sealed *models.AuditSeal
	err := s.transaction(ctx, func(db *gorm.DB) error { return work(tx{db, s, &erased, &sealed}) })
	if err != nil {
		return err
	}
	if s.keepHead(sealed); len(erased) == 0 {
		return nil
	}
	return s.base.remember(erased)
}

// tx is one transaction; nothing inside it may use the outer store, whose one
// writer connection the transaction holds.
type tx struct {
	db    *gorm.DB
	store *Store // for what it was told at the start, never for its connections
	// erased collects whose identity was emptied on request.
	erased *[]string
	// sealed is the end of the audit chain that it leaves; nil: nobody asks.
	sealed **models.AuditSeal
}

func (t tx) AgencyDemand(mallID, date, agency string) (models.Demand, error) {
	all, err := demand(t.db, "mall_id = ? AND business_date = ? AND agency = ?", mallID, date, agency)
	if err != nil {
		return models.Demand{}, err
	}
	return all[agency], nil
}

// TakeSequence counts up the row of the desk's block. It leaves the numbers of
// blank slips free and steps over others that were entered from paper.
func (t tx) TakeSequence(mallID, date, prefix string, number int) (int, error) {
	const count = `INSERT INTO ticket_sequences AS s (mall_id, business_date, prefix, desk, last) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (mall_id, business_date, prefix, desk)
		DO UPDATE SET last = CASE s.last WHEN ? THEN ? WHEN ? THEN ? ELSE s.last + 1 END
		RETURNING last, EXISTS (SELECT 1 FROM tickets t WHERE t.mall_id = ? AND t.business_date = ?
			AND t.prefix = ? AND t.sequence = last)`
	for {
		var sequence int
		var taken bool
		err := one(t.db.Raw(count, mallID, date, prefix, number, models.FirstSequence(number),
			models.BlockEnd(number), models.BlockBeyond(number), models.PaperFirst-1, models.PaperLast+1, mallID, date, prefix), &sequence, &taken)
		if err != nil || !taken {
			return sequence, err
		}
	}
}

func (t tx) NumberTaken(mallID, date, prefix string, sequence int) (bool, error) {
	const query = `SELECT EXISTS (SELECT 1 FROM tickets
		WHERE mall_id = ? AND business_date = ? AND prefix = ? AND sequence = ?)`
	var taken bool
	err := one(t.db.Raw(query, mallID, date, prefix, sequence), &taken)
	return taken, err
}

func (t tx) DirectoryStamp() (int64, error) {
	const query = `SELECT h.imported_at FROM directory_heads h JOIN folder f ON f.mall_id = h.mall_id`
	var stamp int64
	err := t.db.Raw(query).Row().Scan(&stamp)
	return stamp, err
}

func (t tx) WaitingNumbers(mallID, date string, by models.IdentityField, indexes []string) ([]string, error) {
	query := `SELECT t.number FROM visits v JOIN tickets t ON t.visit_id = v.id
		WHERE v.` + indexColumn(by) + ` IN ? AND v.mall_id = ? AND v.business_date = ? AND v.stopped_at IS NULL AND t.state IN ?
		ORDER BY t.issued_at, t.sequence`
	var numbers []string
	err := t.db.Raw(query, indexes, mallID, date, models.ActiveStates).Scan(&numbers).Error
	return numbers, err
}

func indexColumn(by models.IdentityField) string {
	if by == models.ByPhone {
		return "phone_index"
	}
	return "nik_index"
}

func (t tx) Ticket(id string) (models.Ticket, error) {
	var row ticketRow
	err := t.db.Where("id = ?", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return models.Ticket{}, models.Refuse("void.unknown")
	}
	return row.model(), err
}

func (t tx) Visit(id string) (models.Visit, error) {
	var row visitRow
	err := t.db.Where("id = ?", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return models.Visit{}, models.Refuse("void.unknown")
	}
	if err != nil {
		return models.Visit{}, err
	}
	list, err := withTickets(t.db, []visitRow{row}, "visit_id = ?", id)
	if err != nil {
		return models.Visit{}, err
	}
	return list[0], nil
}

func (t tx) AddVisit(v models.Visit) error {
	row := visitRowOf(v)
	return t.db.Create(&row).Error
}

func (t tx) AddTicket(ticket models.Ticket) error {
	row := ticketRowOf(ticket)
	return t.db.Create(&row).Error
}

func (t tx) AddEvent(e models.TicketEvent) error {
	row := eventRowOf(e)
	return t.db.Create(&row).Error
}

func (t tx) LastEvent(ticketID string) (models.TicketEvent, error) {
	var row eventRow
	err := t.db.Where("ticket_id = ?", ticketID).Order("at DESC, id DESC").Take(&row).Error
	return row.model(), err
}

func (t tx) VoidVisit(id string, at time.Time) error {
	return t.db.Exec(`UPDATE visits SET voided_at = ? WHERE id = ? AND voided_at = 0`, micros(at), id).Error
}

func (t tx) AddOpening(o models.Opening) error {
	return t.db.Create(&openingRow{o.ID, originOf(o.Origin), o.VisitID, o.Why, micros(o.At)}).Error
}
