package store

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// The guest book is read from the last row on (keyset paging): a page costs
// the same at the top and after millions of rows. Each list has an index in
// its own order (migration guest_book).

// endOfTime is above every instant.
const endOfTime = int64(1) << 62

// Book reads a page of the guest book, newest first, as it is at one moment.
func (s *Store) Book(ctx context.Context, q models.BookQuery) (models.BookPage, error) {
	var page models.BookPage
	err := s.atOneMoment(ctx, func(db *gorm.DB) (err error) {
		if q.OfPlace() && len(q.Indexes) == 0 {
			page, err = bookOfPlace(db, q)
		} else {
			page, err = bookOfVisits(db, q)
		}
		return err
	})
	return page, s.fault(err)
}

// bookOfVisits follows the visits, or those of one person.
func bookOfVisits(db *gorm.DB, q models.BookQuery) (models.BookPage, error) {
	where, args := "", []any(nil)
	if len(q.Indexes) > 0 {
		column := indexColumn(q.By)
		where, args = " AND "+column+" <> '' AND "+column+" IN ? AND stopped_at IS NULL", []any{q.Indexes}
	}
	if condition, values := ticketFilter(q); condition != "" {
		got := "EXISTS (SELECT 1 FROM tickets t WHERE t.visit_id = visits.id" + condition + ")"
		args = append(args, values...)
		if len(q.Services) > 0 {
			named, codes := namesAmongSeveral(q.Services)
			got, args = "("+got+" OR "+named+")", append(args, codes...)
		}
		where += " AND " + got
	}
	var rows []visitRow
	if err := eachMall(db, "*", "visits", "arrived_at", []bookPart{{where, args}}, q, &rows); err != nil {
		return models.BookPage{}, err
	}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	condition, values := ticketFilter(q)
	visits, err := withTickets(db, rows, "visit_id IN ?"+strings.ReplaceAll(condition, "t.", ""), append([]any{ids}, values...)...)
	if err != nil {
		return models.BookPage{}, err
	}
	var page models.BookPage
	for _, v := range visits {
		page.Entries = append(page.Entries, entriesOf(v)...)
	}
	if n := len(rows); n == q.Limit {
		page.Next = models.BookCursor{At: instant(rows[n-1].ArrivedAt), ID: rows[n-1].ID}
	}
	return page, nil
}

// entriesOf makes a row of each ticket of a visit.
func entriesOf(v models.Visit) []models.BookEntry {
	tickets := v.Tickets
	v.Tickets = nil
	if len(tickets) == 0 {
		return []models.BookEntry{{Visit: v}}
	}
	entries := make([]models.BookEntry, len(tickets))
	for i, t := range tickets {
		entries[i] = models.BookEntry{Visit: v, Ticket: t}
	}
	return entries
}

// ticketEntries are the next tickets of a number, a service or an agency.
func ticketEntries(db *gorm.DB, q models.BookQuery) ([]models.BookEntry, error) {
	condition, values := ticketFilter(q)
	var tickets []ticketRow
	err := eachMall(db, "*", "tickets", "issued_at", []bookPart{{strings.ReplaceAll(condition, "t.", ""), values}}, q, &tickets)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(tickets))
	for i, t := range tickets {
		ids[i] = t.VisitID
	}
	var visits []visitRow
	if err := db.Where("id IN ?", ids).Find(&visits).Error; err != nil {
		return nil, err
	}
	byID := make(map[string]models.Visit, len(visits))
	for _, v := range visits {
		byID[v.ID] = v.model()
	}
	entries := make([]models.BookEntry, len(tickets))
	for i, t := range tickets {
		entries[i] = models.BookEntry{Visit: byID[t.VisitID], Ticket: t.model()}
	}
	return entries, nil
}

// ticketFilter is what the query asks of a ticket t.
func ticketFilter(q models.BookQuery) (condition string, args []any) {
	for _, f := range []struct{ column, value string }{{"number", q.Number}, {"service", q.Service}, {"agency", q.Agency}} {
		if f.value != "" {
			condition += " AND t." + f.column + " = ?"
			args = append(args, f.value)
		}
	}
	return condition, args
}

// bookPart is a list with an index of its own: a condition and its values.
type bookPart struct {
	where string
	args  []any
}

// eachMall reads the next rows of a table below the cursor; of several malls
// and lists each gives its own, through its own part of the index. What was read
// is appended to into.
func eachMall(db *gorm.DB, columns, table, at string, lists []bookPart, q models.BookQuery, into any) error {
	top, id := endOfTime, ""
	if !q.Until.IsZero() {
		top = micros(q.Until)
	}
	if !q.After.Zero() && micros(q.After.At) < top {
		top, id = micros(q.After.At), q.After.ID
	}
	var parts []string
	var values []any
	for _, mall := range q.MallIDs {
		for _, list := range lists {
			parts = append(parts, `SELECT * FROM (SELECT `+columns+` FROM `+table+` WHERE `+mallOf(len(q.Indexes) > 0)+` = ? AND (`+at+`, id) < (?, ?) AND `+at+` >= ?`+list.where+
				` ORDER BY `+at+` DESC, id DESC LIMIT ?) AS part`)
			values = append(append(append(values, mall, top, id, micros(q.From)), list.args...), q.Limit)
		}
	}
	query := strings.Join(parts, " UNION ALL ") + ` ORDER BY ` + at + ` DESC, id DESC LIMIT ?`
	return db.Raw(query, append(values, q.Limit)...).Scan(into).Error
}

// mallOf is a visit's mall in a condition. Of one person SQLite must follow the
// index of her NIK or phone, and would take that of the mall, which is in the
// order of the list, if it could.
func mallOf(person bool) string {
	if person {
		return "mall_id || ''"
	}
	return "mall_id"
}

// BookDay counts the visits of a business date, and those without any
// personal data.
func (s *Store) BookDay(ctx context.Context, mallID, date string) (visits, anonymous int, err error) {
	const query = `SELECT count(*), count(*) FILTER (WHERE identity IS NULL) FROM visits
		WHERE mall_id = ? AND business_date = ? AND voided_at = 0`
	err = one(s.read.WithContext(ctx).Raw(query, mallID, date), &visits, &anonymous)
	return visits, anonymous, s.fault(err)
}

// Kept lists visits whose identity is still kept, of the days, below the cursor
// and as many as a query says; newest first and without tickets.
func (s *Store) Kept(ctx context.Context, q models.BookQuery) ([]models.Visit, error) {
	var rows []visitRow
	kept := bookPart{where: " AND identity IS NOT NULL AND voided_at = 0 AND stopped_at IS NULL"}
	err := eachMall(s.read.WithContext(ctx), "*", "visits", "arrived_at", []bookPart{kept}, q, &rows)
	list := make([]models.Visit, len(rows))
	for i, r := range rows {
		list[i] = r.model()
	}
	return list, s.fault(err)
}

// BookOf reads the rows of some visits, newest first.
func (s *Store) BookOf(ctx context.Context, visitIDs []string) ([]models.BookEntry, error) {
	var rows []visitRow
	db := s.read.WithContext(ctx)
	err := db.Where("id IN ?", visitIDs).Order("arrived_at DESC, id DESC").Find(&rows).Error
	if err != nil {
		return nil, s.fault(err)
	}
	visits, err := withTickets(db, rows, "visit_id IN ?", visitIDs)
	var entries []models.BookEntry
	for _, v := range visits {
		entries = append(entries, entriesOf(v)...)
	}
	return entries, s.fault(err)
}

// VisitsOf lists the visits with any of these indexes, in all years, newest
// first and with tickets; those are among them whose use was stopped.
func (s *Store) VisitsOf(ctx context.Context, mallID string, by models.IdentityField, indexes []string) ([]models.Visit, error) {
	if len(indexes) == 0 {
		return nil, nil
	}
	column := indexColumn(by)
	db := s.read.WithContext(ctx)
	var rows []visitRow
	err := db.Where(column+" <> '' AND "+column+" IN ? AND "+mallOf(true)+" = ?", indexes, mallID).Order("arrived_at DESC, id DESC").Find(&rows).Error
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

// Trail tells what happened to the data of some visits, oldest first.
func (s *Store) Trail(ctx context.Context, visitIDs []string) (models.Trail, error) {
	var trail models.Trail
	err := s.atOneMoment(ctx, func(db *gorm.DB) error {
		var openings []openingRow
		if err := db.Where("visit_id IN ?", visitIDs).Order("at, id").Find(&openings).Error; err != nil {
			return err
		}
		for _, o := range openings {
			trail.Openings = append(trail.Openings, models.Opening{ID: o.ID, Origin: o.OriginRow.model(), VisitID: o.VisitID, Why: o.Why, At: instant(o.At)})
		}
		var corrections []correctionRow
		if err := db.Where("visit_id IN ?", visitIDs).Order("at, id").Find(&corrections).Error; err != nil {
			return err
		}
		for _, c := range corrections {
			trail.Corrections = append(trail.Corrections, c.model())
		}
		var requests []requestRow
		if err := db.Where("visit_id IN ?", visitIDs).Order("at, id").Find(&requests).Error; err != nil {
			return err
		}
		trail.Requests = requestsOf(requests)
		return nil
	})
	return trail, s.fault(err)
}

// OpenRequests lists the requests of a mall that wait for an answer, those
// due first before the others.
func (s *Store) OpenRequests(ctx context.Context, mallID string, limit int) ([]models.PersonRequest, error) {
	var rows []requestRow
	err := s.read.WithContext(ctx).Where("mall_id = ? AND done_at = 0", mallID).Order("due_at, id").Limit(limit).Find(&rows).Error
	return requestsOf(rows), s.fault(err)
}

type correctionRow struct {
	ID        string `gorm:"primaryKey"`
	OriginRow `gorm:"embedded"`
	VisitID   string
	Field     string
	Former    string
	Reason    string
	At        int64
}

func (correctionRow) TableName() string { return "corrections" }

func (r correctionRow) model() models.Correction {
	return models.Correction{ID: r.ID, Origin: r.OriginRow.model(), VisitID: r.VisitID, Field: models.CorrectedField(r.Field),
		Former: r.Former, Reason: r.Reason, At: instant(r.At)}
}

type requestRow struct {
	ID        string `gorm:"primaryKey"`
	OriginRow `gorm:"embedded"`
	VisitID   string
	Kind      string
	Reason    string
	At        int64
	DueAt     int64
	DoneAt    int64
	DoneBy    string
}

func (requestRow) TableName() string { return "person_requests" }

func requestsOf(rows []requestRow) []models.PersonRequest {
	list := make([]models.PersonRequest, len(rows))
	for i, r := range rows {
		list[i] = models.PersonRequest{ID: r.ID, Origin: r.OriginRow.model(), VisitID: r.VisitID, Kind: models.RequestKind(r.Kind),
			Reason: r.Reason, At: instant(r.At), DueAt: instant(r.DueAt), DoneAt: instant(r.DoneAt), DoneBy: r.DoneBy}
	}
	return list
}

func (t tx) CorrectVisit(v models.Visit) error {
	row := visitRowOf(v)
	return t.db.Model(&visitRow{}).Where("id = ? AND erased_at = 0", v.ID).Updates(map[string]any{
		"identity": row.Identity, "key_id": row.KeyID, "nik_index": row.NIKIndex, "phone_index": row.PhoneIndex,
		"person_index": row.PersonIndex, "masked_name": row.MaskedName, "masked_nik": row.MaskedNIK,
		"masked_phone": row.MaskedPhone, "priorities": row.Priorities}).Error
}

func (t tx) AddCorrection(c models.Correction) error {
	return t.db.Create(&correctionRow{c.ID, originOf(c.Origin), c.VisitID, string(c.Field), c.Former, c.Reason, micros(c.At)}).Error
}

func (t tx) AddRequest(r models.PersonRequest) error {
	return t.db.Create(&requestRow{r.ID, originOf(r.Origin), r.VisitID, string(r.Kind), r.Reason, micros(r.At), micros(r.DueAt),
		micros(r.DoneAt), r.DoneBy}).Error
}

func (t tx) FinishRequests(visitIDs []string, kind models.RequestKind, by string, at time.Time, reason string) (int, error) {
	done := t.db.Exec(`UPDATE person_requests SET done_at = ?, done_by = ?, reason = CASE reason WHEN '' THEN '' ELSE reason || ' · ' END || ?
		WHERE visit_id IN ? AND kind = ? AND done_at = 0`, micros(at), by, reason, visitIDs, kind)
	return int(done.RowsAffected), done.Error
}

func (t tx) StopVisits(visitIDs []string, at time.Time) error {
	return t.db.Exec(`UPDATE visits SET stopped_at = ? WHERE id IN ? AND stopped_at IS NULL`, micros(at), visitIDs).Error
}
