package store

import (
	"context"
	"database/sql"
	"errors"

	"frontdesk/internal/models"
)

// NumbersByDay counts the numbers of each business date from–until that has
// any, whatever became of them.
func (s *Store) NumbersByDay(ctx context.Context, mallID, from, until string) (map[string]int, error) {
	const query = `SELECT business_date, count(*) FROM tickets WHERE mall_id = ? AND business_date BETWEEN ? AND ? GROUP BY business_date`
	days := map[string]int{}
	err := eachRow(s.read.WithContext(ctx).Raw(query, mallID, from, until), func(rows *sql.Rows) error {
		var date string
		var n int
		err := rows.Scan(&date, &n)
		days[date] = n
		return err
	})
	return days, s.fault(err)
}

// Passages tells the passages of the newest tickets, at most limit, of the
// business dates from–until, both included, by date and ticket. It is one
// statement, whatever the tickets number.
func (s *Store) Passages(ctx context.Context, mallID, from, until string, limit int) ([]models.Passage, error) {
	const query = `SELECT t.id, t.business_date, t.agency, t.service, t.issued_at,
			CASE WHEN t.priority IS NULL THEN (SELECT v.priorities <> '' FROM visits v WHERE v.id = t.visit_id) ELSE t.priority = 1 END,
			CASE WHEN t.state = 'waiting' THEN coalesce(t.at_counter, '') ELSE '' END,
			e.id, e.kind, e.state, e.at, e.counter, coalesce(e.undoes, ''), coalesce(e.agency, ''), coalesce(e.service, ''),
			coalesce(e.parked_until, 0), coalesce(e.from_agency, ''), coalesce(e.from_service, '')
		FROM (SELECT * FROM tickets WHERE mall_id = ? AND business_date BETWEEN ? AND ? ORDER BY business_date DESC, id DESC LIMIT ?) t
		JOIN ticket_events e ON e.ticket_id = t.id ORDER BY t.business_date, t.id, e.at, e.id`
	rows, err := s.read.WithContext(ctx).Raw(query, mallID, from, until, limit).Rows()
	if err != nil {
		return nil, s.fault(err)
	}
	passages, err := scanPassages(rows)
	return passages, s.fault(errors.Join(err, rows.Close()))
}

// scanPassages gathers the events of each ticket; they come one after another.
func scanPassages(rows *sql.Rows) ([]models.Passage, error) {
	var list []models.Passage
	var ticket models.Ticket
	var events []models.TicketEvent
	for rows.Next() {
		next, e, err := scanEvent(rows)
		if err != nil {
			return nil, err
		}
		if next.ID != ticket.ID {
			list = append(list, models.PassagesOf(ticket, events)...)
			ticket, events = next, events[:0]
		}
		events = append(events, e)
	}
	return append(list, models.PassagesOf(ticket, events)...), rows.Err()
}

func scanEvent(rows *sql.Rows) (t models.Ticket, e models.TicketEvent, err error) {
	var issued, at, parked int64
	err = rows.Scan(&t.ID, &t.BusinessDate, &t.Agency, &t.Service, &issued, &t.Priority, &t.AtCounter,
		&e.ID, &e.Kind, &e.State, &at, &e.Counter, &e.Undoes, &e.Agency, &e.Service, &parked, &e.Before.Agency, &e.Before.Service)
	t.IssuedAt, e.At, e.ParkedUntil = instant(issued), instant(at), instant(parked)
	return t, e, err
}
