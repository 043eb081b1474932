package store

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// queuedRow is a ticket beside the priority groups of its visit.
type queuedRow struct {
	Ticket     ticketRow `gorm:"embedded"`
	Priorities string
}

func (r queuedRow) model() models.QueuedTicket {
	return models.QueuedTicket{Ticket: r.Ticket.model(), Priorities: splitPriorities(r.Priorities)}
}

// Queue reads the running queue of a business date at one moment, in a fixed
// number of statements.
func (s *Store) Queue(ctx context.Context, q models.QueueQuery) (models.Queue, error) {
	var queue models.Queue
	err := s.atOneMoment(ctx, func(db *gorm.DB) error {
		err := one(db.Raw(`SELECT revision FROM sync_state`), &queue.Revision)
		if err != nil {
			return err
		}
		if queue.Active, err = activeTickets(db, q); err != nil {
			return err
		}
		if queue.Finished, err = finishedTickets(db, q); err != nil {
			return err
		}
		if queue.Calls, err = callsByCounter(db, q); err != nil {
			return err
		}
		queue.Past, err = lastCalls(db, q)
		return err
	})
	return queue, s.fault(err)
}

func activeTickets(db *gorm.DB, q models.QueueQuery) ([]models.QueuedTicket, error) {
	const query = `SELECT t.*, v.priorities FROM tickets t JOIN visits v ON v.id = t.visit_id
		WHERE t.mall_id = ? AND t.business_date = ? AND t.agency NOT IN ?
			AND t.state IN ('printing', 'waiting', 'called', 'serving', 'no_show', 'parked')
		ORDER BY t.issued_at, t.id`
	var rows []queuedRow
	err := db.Raw(query, q.MallID, q.BusinessDate, noneOf(q.Without)).Scan(&rows).Error
	return queuedTickets(rows), err
}

// noneOf is a list for NOT IN, which no list at all would make unknown.
func noneOf(codes []string) []string { return append([]string{""}, codes...) }

func queuedTickets(rows []queuedRow) []models.QueuedTicket {
	list := make([]models.QueuedTicket, len(rows))
	for i, r := range rows {
		list[i] = r.model()
	}
	return list
}

// finishedTickets adds what the tickets' events tell of their times.
func finishedTickets(db *gorm.DB, q models.QueueQuery) ([]models.QueuedTicket, error) {
	const last = `SELECT t.*, v.priorities FROM tickets t JOIN visits v ON v.id = t.visit_id
		WHERE t.mall_id = ? AND t.business_date = ? AND t.agency NOT IN ? AND t.state = 'done'
		ORDER BY t.since DESC, t.id DESC LIMIT ?`
	var rows []queuedRow
	if err := db.Raw(last, q.MallID, q.BusinessDate, noneOf(q.Without), q.Finished).Scan(&rows).Error; err != nil {
		return nil, err
	}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.Ticket.ID
	}
	events, err := eventsOf(db, "ticket_id IN ?", ids)
	if err != nil {
		return nil, err
	}
	byTicket := map[string][]models.TicketEvent{}
	for _, e := range events {
		byTicket[e.TicketID] = append(byTicket[e.TicketID], e)
	}
	list := queuedTickets(rows)
	for i := range list {
		list[i].Spent = models.SpentBy(byTicket[list[i].ID], list[i].Since)
	}
	return list, nil
}

func callsByCounter(db *gorm.DB, q models.QueueQuery) (map[string]int, error) {
	const query = `SELECT e.counter, count(*) FROM ticket_events e
		WHERE e.mall_id = ? AND e.business_date = ? AND e.call_number IS NOT NULL
			AND NOT EXISTS (SELECT 1 FROM ticket_events u WHERE u.ticket_id = e.ticket_id AND u.undoes = e.id)
		GROUP BY e.counter`
	rows, err := db.Raw(query, q.MallID, q.BusinessDate).Rows()
	if err != nil {
		return nil, err
	}
	calls := map[string]int{}
	for rows.Next() {
		var counter string
		var n int
		if err := rows.Scan(&counter, &n); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		calls[counter] = n
	}
	return calls, errors.Join(rows.Err(), rows.Close())
}

// mostLastCalls is how far back the order of the queue is told outside a call.
const mostLastCalls = 500

func lastCalls(db *gorm.DB, q models.QueueQuery) ([]models.PastCall, error) {
	var calls []models.PastCall
	const query = pastCalls + ` ORDER BY e.call_number DESC LIMIT ?`
	err := eachCall(db.Raw(query, q.MallID, q.BusinessDate, mostLastCalls), func(call models.PastCall) bool {
		calls = append(calls, call)
		return true
	})
	return calls, err
}

// Revision counts the transactions of this file, whichever process made them.
func (s *Store) Revision(ctx context.Context) (int64, error) {
	query := `SELECT revision FROM sync_state`
	if s.guide {
		query = `SELECT revision FROM guide_revision`
	}
	var revision int64
	err := one(s.read.WithContext(ctx).Raw(query), &revision)
	return revision, s.fault(err)
}
