package store

import (
	"context"
	"database/sql"
	"errors"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// dayRecords reads what figures of a business date are made of, in four
// statements of one moment. A busy day has tens of thousands of rows, so that
// only the columns that count are read, without identities.
func (s *Store) dayRecords(ctx context.Context, mallID, date string) (models.DayRecords, error) {
	day := models.DayRecords{Date: date, Events: map[string][]models.TicketEvent{}}
	err := s.atOneMoment(ctx, func(db *gorm.DB) error {
		tickets, err := dayTickets(db, mallID, date)
		if err != nil {
			return err
		}
		if err := dayVisits(db, mallID, &day, tickets); err != nil {
			return err
		}
		if err := servedEvents(db, mallID, date, day.Events); err != nil {
			return err
		}
		var misses []missRow
		err = db.Where("mall_id = ? AND business_date = ?", mallID, date).Find(&misses).Error
		for _, m := range misses {
			day.Misses = append(day.Misses, models.SearchMiss{ID: m.ID, Origin: m.model(), Words: m.Words, At: instant(m.At)})
		}
		return err
	})
	return day, err
}

// eachRow scans the rows of a query one by one.
func eachRow(query *gorm.DB, scan func(*sql.Rows) error) error {
	rows, err := query.Rows()
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := scan(rows); err != nil {
			return errors.Join(err, rows.Close())
		}
	}
	return errors.Join(rows.Err(), rows.Close())
}

func dayVisits(db *gorm.DB, mallID string, day *models.DayRecords, tickets map[string][]models.Ticket) error {
	const query = `SELECT id, kind, arrived_at, party, priorities, turned_away, service, voided_at FROM visits
		WHERE mall_id = ? AND business_date = ?`
	return eachRow(db.Raw(query, mallID, day.Date), func(rows *sql.Rows) error {
		r := visitRow{OriginRow: OriginRow{BusinessDate: day.Date}}
		err := rows.Scan(&r.ID, &r.Kind, &r.ArrivedAt, &r.Party, &r.Priorities, &r.TurnedAway, &r.Service, &r.VoidedAt)
		visit := r.model()
		visit.Tickets = tickets[r.ID]
		day.Visits = append(day.Visits, visit)
		return err
	})
}

// dayTickets reads the tickets of a day by visit.
func dayTickets(db *gorm.DB, mallID, date string) (map[string][]models.Ticket, error) {
	const query = `SELECT id, visit_id, agency, service, state, papers, missing, calls, no_shows FROM tickets
		WHERE mall_id = ? AND business_date = ?`
	tickets := map[string][]models.Ticket{}
	err := eachRow(db.Raw(query, mallID, date), func(rows *sql.Rows) error {
		var r ticketRow
		err := rows.Scan(&r.ID, &r.VisitID, &r.Agency, &r.Service, &r.State, &r.Papers, &r.Missing, &r.Calls, &r.NoShows)
		tickets[r.VisitID] = append(tickets[r.VisitID], r.model())
		return err
	})
	return tickets, err
}

// servedEvents reads what happened to the tickets that are done.
func servedEvents(db *gorm.DB, mallID, date string, into map[string][]models.TicketEvent) error {
	const query = `SELECT e.id, e.ticket_id, e.state, e.at, e.undoes, e.from_parked_until FROM tickets t
		JOIN ticket_events e ON e.ticket_id = t.id
		WHERE t.mall_id = ? AND t.business_date = ? AND t.state = 'done' ORDER BY e.ticket_id, e.at, e.id`
	return eachRow(db.Raw(query, mallID, date), func(rows *sql.Rows) error {
		var r eventRow
		err := rows.Scan(&r.ID, &r.TicketID, &r.State, &r.At, &r.Undoes, &r.FromParkedUntil)
		into[r.TicketID] = append(into[r.TicketID], r.model())
		return err
	})
}
