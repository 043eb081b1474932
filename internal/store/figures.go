package store

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// Figures sums the figures of the business dates from–to, both included, as
// they were rolled up last.
func (s *Store) Figures(ctx context.Context, mallID, from, to string) ([]models.Figure, error) {
	list, err := figuresOf(s.read.WithContext(ctx), mallID, periods(from, to))
	return list, s.fault(err)
}

func figuresOf(db *gorm.DB, mallID string, periods []string) ([]models.Figure, error) {
	if len(periods) == 0 {
		return nil, nil
	}
	query := `SELECT measure, agency, service, label, bucket, n FROM figures WHERE mall_id = ? AND period IN ?`
	if len(periods) > 1 {
		query = `SELECT measure, agency, service, label, bucket, CAST(sum(n) AS BIGINT) FROM figures
			WHERE mall_id = ? AND period IN ? GROUP BY measure, agency, service, label, bucket`
	}
	rows, err := db.Raw(query, mallID, periods).Rows()
	if err != nil {
		return nil, err
	}
	var list []models.Figure
	for rows.Next() {
		var f models.Figure
		if err := rows.Scan(&f.Measure, &f.Agency, &f.Service, &f.Label, &f.Bucket, &f.N); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		list = append(list, f)
	}
	return list, errors.Join(rows.Err(), rows.Close())
}

// periods parts the days from–to into whole years, whole months and single
// days.
func periods(from, to string) []string {
	day, _ := models.ParseDate(from)
	last, ok := models.ParseDate(to)
	if !ok {
		return nil
	}
	var list []string
	for !day.After(last) {
		name, next := day.Format(time.DateOnly), day.AddDate(0, 0, 1)
		if month := day.AddDate(0, 1, 0); day.Day() == 1 && !month.AddDate(0, 0, -1).After(last) {
			name, next = name[:len("2026-11")], month
		}
		if year := day.AddDate(1, 0, 0); day.YearDay() == 1 && !year.AddDate(0, 0, -1).After(last) {
			name, next = name[:len("2026")], year
		}
		list, day = append(list, name), next
	}
	return list
}

// dayRecords reads what figures of a business date are made of, in four
// statements of one moment.
func (s *Store) dayRecords(ctx context.Context, mallID, date string) (models.DayRecords, error) {
	day := models.DayRecords{Date: date, Events: map[string][]models.TicketEvent{}}
	err := s.atOneMoment(ctx, func(db *gorm.DB) error {
		var err error
		if day.Visits, err = visitsWithoutIdentity(db, mallID, date); err != nil {
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

func visitsWithoutIdentity(db *gorm.DB, mallID, date string) ([]models.Visit, error) {
	const columns = `id, business_date, kind, arrived_at, party, priorities, turned_away, service, voided_at`
	var rows []visitRow
	if err := db.Select(columns).Where("mall_id = ? AND business_date = ?", mallID, date).Find(&rows).Error; err != nil {
		return nil, err
	}
	return withTickets(db.Select(`id, visit_id, agency, service, state, papers, missing, calls, no_shows`), rows,
		"mall_id = ? AND business_date = ?", mallID, date)
}

// servedEvents reads what happened to the tickets that are done.
func servedEvents(db *gorm.DB, mallID, date string, into map[string][]models.TicketEvent) error {
	const query = `SELECT e.id, e.ticket_id, e.state, e.at, e.undoes, e.from_parked_until FROM tickets t
		JOIN ticket_events e ON e.ticket_id = t.id
		WHERE t.mall_id = ? AND t.business_date = ? AND t.state = 'done' ORDER BY e.ticket_id, e.at, e.id`
	var rows []eventRow
	if err := db.Raw(query, mallID, date).Scan(&rows).Error; err != nil {
		return err
	}
	for _, r := range rows {
		into[r.TicketID] = append(into[r.TicketID], r.model())
	}
	return nil
}

// addFigures writes what changed into the day, its month and its year.
func addFigures(db *gorm.DB, mallID, date string, changes []models.Figure) error {
	scopes := []string{date, date[:len("2026-11")], date[:len("2026")]}
	for _, period := range scopes {
		for part := range slices.Chunk(changes, figuresAtOnce) {
			if err := addPart(db, mallID, period, part); err != nil {
				return err
			}
		}
	}
	return db.Exec(`DELETE FROM figures WHERE n = 0 AND mall_id = ? AND period IN ?`, mallID, scopes).Error
}

// figuresAtOnce is how many go with one statement, which takes 32,766 values.
const figuresAtOnce = 500

func addPart(db *gorm.DB, mallID, period string, part []models.Figure) error {
	values := make([]any, 0, len(part)*8)
	for _, f := range part {
		values = append(values, mallID, period, f.Measure, f.Agency, f.Service, f.Label, f.Bucket, f.N)
	}
	statement := `INSERT INTO figures (mall_id, period, measure, agency, service, label, bucket, n) VALUES (?, ?, ?, ?, ?, ?, ?, ?)` +
		strings.Repeat(`, (?, ?, ?, ?, ?, ?, ?, ?)`, len(part)-1) +
		` ON CONFLICT (mall_id, period, measure, agency, service, label, bucket) DO UPDATE SET n = figures.n + excluded.n`
	return db.Exec(statement, values...).Error
}
