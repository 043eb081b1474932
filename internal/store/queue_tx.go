package store

import (
	"database/sql"
	"errors"
	"strings"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

func (t tx) MoveTicket(from, to models.Ticket) (bool, error) {
	const move = `UPDATE tickets SET state = ?, at_counter = ?, parked_until = ?, calls = ?, no_shows = ?, since = ?,
		agency = ?, service = ?, void_reason = ?, last_event = ?, follows = ?
		WHERE id = ? AND state = ? AND last_event IS NOT DISTINCT FROM ?`
	row, was := ticketRowOf(to), ticketRowOf(from)
	result := t.db.Exec(move, row.State, row.AtCounter, row.ParkedUntil, row.Calls, row.NoShows, row.Since,
		row.Agency, row.Service, row.VoidReason, row.LastEvent, row.Follows, was.ID, was.State, was.LastEvent)
	return result.RowsAffected == 1, result.Error
}

func (t tx) TicketByNumber(mallID, date, number string) (models.Ticket, error) {
	prefix, sequence, _ := models.ParseTicketNumber(number)
	var row ticketRow
	err := t.db.Where("mall_id = ? AND business_date = ? AND prefix = ? AND sequence = ?", mallID, date, prefix, sequence).
		Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return models.Ticket{}, models.Refuse("void.unknown")
	}
	return row.model(), err
}

func (t tx) Followers(of models.Ticket) ([]models.Ticket, error) {
	return t.held("mall_id = ? AND business_date = ? AND follows = ?", of.MallID, of.BusinessDate, of.ID)
}

func (t tx) HeldTickets(mallID, date string) ([]models.Ticket, error) {
	return t.held("mall_id = ? AND business_date = ? AND follows IS NOT NULL", mallID, date)
}

func (t tx) held(where string, args ...any) ([]models.Ticket, error) {
	var rows []ticketRow
	err := t.db.Where(where+" AND state = 'parked'", args...).Order("issued_at, id").Find(&rows).Error
	list := make([]models.Ticket, len(rows))
	for i, r := range rows {
		list[i] = r.model()
	}
	return list, err
}

func (t tx) AtCounter(mallID, date, counter string) (models.Ticket, bool, error) {
	const query = `SELECT * FROM tickets WHERE mall_id = ? AND business_date = ? AND at_counter = ?
		AND (state = 'called' OR state = 'serving')`
	var row ticketRow
	err := t.db.Raw(query, mallID, date, counter).Scan(&row).Error
	return row.model(), row.ID != "", err
}

type candidateRow struct {
	ID       string
	Agency   string
	Service  string
	Reserved string
	Priority bool
	IssuedAt int64
}

// Line seeks the head of each pool by index. A ticket that is older than the
// column of its priority is told by its visit.
func (t tx) Line(q models.LineQuery) ([]models.Candidate, error) {
	const today = `t.mall_id = @mall AND t.business_date = @date`
	const head = `SELECT (SELECT t.id FROM tickets t WHERE ` + today + ` AND t.state = 'waiting' AND t.at_counter IS NULL
		AND t.service = pool.service AND t.agency = pool.agency AND t.priority = `
	const first = ` ORDER BY t.issued_at, t.id LIMIT 1) FROM pool`
	const line = ` head (id) AS (` + head + `0` + first + ` UNION ALL ` + head + `1` + first + `
		UNION ALL SELECT t.id FROM pool JOIN tickets t ON ` + today + ` AND t.state = 'waiting' AND t.at_counter IS NULL
			AND t.service = pool.service AND t.agency = pool.agency AND t.priority IS NULL
		UNION ALL SELECT t.id FROM pool JOIN tickets t ON ` + today + ` AND t.state = 'parked'
			AND t.service = pool.service AND t.agency = pool.agency AND t.parked_until <= @at
		UNION ALL SELECT t.id FROM tickets t WHERE ` + today + ` AND t.state = 'waiting' AND t.at_counter = @counter)
		SELECT t.id, t.agency, t.service, coalesce(t.at_counter, '') AS reserved, t.issued_at,
			CASE WHEN t.priority IS NULL THEN v.priorities <> '' ELSE t.priority = 1 END AS priority
		FROM head JOIN tickets t ON t.id = head.id JOIN visits v ON v.id = t.visit_id ORDER BY t.issued_at, t.id`
	if len(q.Pools) == 0 {
		return nil, nil
	}
	var rows []candidateRow
	err := t.db.Raw(`WITH pool (agency, service) AS (VALUES @pools),`+line, map[string]any{"mall": q.MallID, "date": q.BusinessDate,
		"counter": q.Counter, "at": micros(q.At), "pools": poolValues(q.Pools)}).Scan(&rows).Error
	list := make([]models.Candidate, len(rows))
	for i, r := range rows {
		list[i] = models.Candidate{ID: r.ID, Agency: r.Agency, Service: r.Service, Reserved: r.Reserved,
			Priority: r.Priority, ArrivedAt: instant(r.IssuedAt)}
	}
	return list, err
}

// poolValues is the list of rows after VALUES.
func poolValues(pools []models.Pool) any {
	rows := make([][]any, len(pools))
	for i, p := range pools {
		rows[i] = []any{p.Agency, p.Service}
	}
	return gorm.Expr(strings.TrimSuffix(strings.Repeat("?,", len(rows)), ","), anySlice(rows)...)
}

func anySlice(rows [][]any) []any {
	list := make([]any, len(rows))
	for i, row := range rows {
		list[i] = row
	}
	return list
}

func (t tx) Calls(mallID, date string, counters []string, each func(models.PastCall) bool) error {
	const query = pastCalls + ` AND e.counter IN ? ORDER BY e.call_number DESC`
	return eachCall(t.db.Raw(query, mallID, date, counters), each)
}

// pastCalls are the calls of a business date that were not taken back.
const pastCalls = `SELECT e.counter, CASE WHEN t.priority IS NULL THEN v.priorities <> '' ELSE t.priority = 1 END, t.issued_at
	FROM ticket_events e JOIN tickets t ON t.id = e.ticket_id JOIN visits v ON v.id = t.visit_id
	WHERE e.mall_id = ? AND e.business_date = ? AND e.call_number IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM ticket_events u WHERE u.ticket_id = e.ticket_id AND u.undoes = e.id)`

// eachCall tells the calls of a query until each has heard enough.
func eachCall(query *gorm.DB, each func(models.PastCall) bool) error {
	rows, err := query.Rows()
	if err != nil {
		return err
	}
	for rows.Next() {
		var call models.PastCall
		var arrived int64
		if err := rows.Scan(&call.Counter, &call.Priority, &arrived); err != nil {
			return errors.Join(err, rows.Close())
		}
		call.ArrivedAt = instant(arrived)
		if !each(call) {
			break
		}
	}
	return errors.Join(rows.Err(), rows.Close())
}

func (t tx) NextCallNumber(mallID, date string) (int, error) {
	const query = `SELECT max(call_number) FROM ticket_events
		WHERE mall_id = ? AND business_date = ? AND call_number IS NOT NULL`
	var last sql.NullInt64
	err := one(t.db.Raw(query, mallID, date), &last)
	return int(last.Int64) + 1, err
}

func (t tx) Events(ticketID string) ([]models.TicketEvent, error) {
	return eventsOf(t.db, "ticket_id = ?", ticketID)
}

func (t tx) ActionEvents(action string) ([]models.TicketEvent, error) {
	return eventsOf(t.db, "action = ?", action)
}

// eventsOf reads events in the order of each ticket, whose times always grow.
func eventsOf(db *gorm.DB, where string, args ...any) ([]models.TicketEvent, error) {
	var rows []eventRow
	if err := db.Where(where, args...).Order("at, id").Find(&rows).Error; err != nil {
		return nil, err
	}
	events := make([]models.TicketEvent, len(rows))
	for i, r := range rows {
		events[i] = r.model()
	}
	return events, nil
}
