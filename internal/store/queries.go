package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// Demand counts the valid tickets of a business date by agency and counter.
func (s *Store) Demand(ctx context.Context, mallID, date string) (map[string]models.Demand, error) {
	db := s.read.WithContext(ctx)
	if s.guide {
		all, err := guideDemand(db, mallID, date)
		return all, s.fault(err)
	}
	all, err := demand(db, "mall_id = ? AND business_date = ?", mallID, date)
	return all, s.fault(err)
}

func demand(db *gorm.DB, where string, args ...any) (map[string]models.Demand, error) {
	query := `SELECT agency, counter, count(*), count(*) FILTER (WHERE state IN ?) FROM tickets WHERE ` + where + ` AND state <> ? GROUP BY agency, counter`
	rows, err := db.Raw(query, slices.Concat([]any{lineStates}, args, []any{models.TicketVoided})...).Rows()
	if err != nil {
		return nil, err
	}
	return scanDemand(rows)
}

// scanDemand gathers agency, counter, issued and waiting, and closes the rows.
func scanDemand(rows *sql.Rows) (map[string]models.Demand, error) {
	all := map[string]models.Demand{}
	for rows.Next() {
		var agency, counter string
		var issued, waiting int
		if err := rows.Scan(&agency, &counter, &issued, &waiting); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		d := all[agency]
		if d.ByCounter == nil {
			d.ByCounter = map[string]int{}
		}
		d.Issued += issued
		d.Waiting += waiting
		d.ByCounter[counter] = issued
		all[agency] = d
	}
	return all, errors.Join(rows.Err(), rows.Close())
}

// lineStates are those of who waits, also of who went away for a while.
var lineStates = []models.TicketState{models.TicketWaiting, models.TicketParked}

// WaitingTickets lists who waits for an agency, first come first.
func (s *Store) WaitingTickets(ctx context.Context, mallID, date, agency string) ([]models.Ticket, error) {
	var rows []ticketRow
	err := s.read.WithContext(ctx).Where("mall_id = ? AND business_date = ? AND agency = ? AND state IN ?",
		mallID, date, agency, lineStates).Order("issued_at, sequence, id").Find(&rows).Error
	list := make([]models.Ticket, len(rows))
	for i, r := range rows {
		list[i] = r.model()
	}
	return list, s.fault(err)
}

// Visits lists a business date's visits, oldest first, with their tickets.
func (s *Store) Visits(ctx context.Context, mallIDs []string, date string) ([]models.Visit, error) {
	db := s.read.WithContext(ctx)
	var rows []visitRow
	err := db.Where("mall_id IN ? AND business_date = ?", mallIDs, date).Order("arrived_at, id").Find(&rows).Error
	if err != nil {
		return nil, s.fault(err)
	}
	list, err := withTickets(db, rows, "mall_id IN ? AND business_date = ?", mallIDs, date)
	return list, s.fault(err)
}

// withTickets reads the tickets that where names in one statement and gives
// each visit its own.
func withTickets(db *gorm.DB, visits []visitRow, where string, args ...any) ([]models.Visit, error) {
	var tickets []ticketRow
	if err := db.Where(where, args...).Order("issued_at, id").Find(&tickets).Error; err != nil {
		return nil, err
	}
	byVisit := map[string][]models.Ticket{}
	for _, t := range tickets {
		byVisit[t.VisitID] = append(byVisit[t.VisitID], t.model())
	}
	list := make([]models.Visit, len(visits))
	for i, v := range visits {
		list[i] = v.model()
		list[i].Tickets = byVisit[v.ID]
	}
	return list, nil
}

// Desks tells all desks by id.
func (s *Store) Desks(ctx context.Context) (map[string]models.Desk, error) {
	var rows []deskRow
	err := s.read.WithContext(ctx).Find(&rows).Error
	desks := make(map[string]models.Desk, len(rows))
	for _, r := range rows {
		desks[r.ID] = models.Desk(r)
	}
	return desks, s.fault(err)
}

// heldRow is a ticket beside the masked identity of its visit.
type heldRow struct {
	Ticket     ticketRow `gorm:"embedded"`
	MaskedName string
	MaskedNIK  string `gorm:"column:masked_nik"`
	KeyID      string
}

// LastTickets lists the newest tickets of a business date, newest first.
func (s *Store) LastTickets(ctx context.Context, mallID, date string, limit int) ([]models.HeldTicket, error) {
	const query = `SELECT t.*, v.masked_name, v.masked_nik, v.key_id FROM tickets t JOIN visits v ON v.id = t.visit_id
		WHERE t.mall_id = ? AND t.business_date = ? ORDER BY t.recorded_at DESC, t.id DESC LIMIT ?`
	var rows []heldRow
	err := s.read.WithContext(ctx).Raw(query, mallID, date, limit).Scan(&rows).Error
	list := make([]models.HeldTicket, len(rows))
	for i, r := range rows {
		list[i] = models.HeldTicket{Ticket: r.Ticket.model(), KeyID: r.KeyID,
			Visitor: models.MaskedIdentity{Name: r.MaskedName, NIK: r.MaskedNIK}}
	}
	return list, s.fault(err)
}

// Favourites lists service codes by how often they were asked for.
func (s *Store) Favourites(ctx context.Context, mallID, from string, limit int) ([]string, error) {
	const query = `SELECT service FROM tickets WHERE mall_id = ? AND business_date >= ? AND state <> ? AND service <> ''
		GROUP BY service ORDER BY count(*) DESC, service LIMIT ?`
	var codes []string
	err := s.read.WithContext(ctx).Raw(query, mallID, from, models.TicketVoided, limit).Scan(&codes).Error
	return codes, s.fault(err)
}

// Known lists the newest visits with this NIK or phone, newest first.
func (s *Store) Known(ctx context.Context, mallID string, by models.IdentityField, indexes []string, limit int) ([]models.Visit, error) {
	db := s.read.WithContext(ctx)
	var rows []visitRow
	column := indexColumn(by) // its index holds no empty ones, and SQLite must be told so
	err := db.Where(column+" <> '' AND "+column+" IN ? AND "+mallOf(true)+" = ? AND voided_at = 0 AND stopped_at IS NULL", indexes, mallID).
		Order("arrived_at DESC, id DESC").Limit(limit).Find(&rows).Error
	if err != nil {
		return nil, s.fault(err)
	}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	list, err := withTickets(db, rows, "visit_id IN ?", ids)
	return list, s.fault(err)
}

// HasRealVisits tells whether anything but practice was recorded.
func (s *Store) HasRealVisits(ctx context.Context) (bool, error) {
	var real bool
	err := one(s.read.WithContext(ctx).Raw(`SELECT EXISTS (SELECT 1 FROM visits WHERE practice = 0)`), &real)
	return real, s.fault(err)
}

// VisitsBy counts the visits that operator recorded and those of all others.
func (s *Store) VisitsBy(ctx context.Context, operator string) (own, others int, err error) {
	const query = `SELECT count(*) FILTER (WHERE operator_id = @who), count(*) FILTER (WHERE operator_id <> @who) FROM visits`
	err = one(s.read.WithContext(ctx).Raw(query, sql.Named("who", operator)), &own, &others)
	return own, others, s.fault(err)
}
