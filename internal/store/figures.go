package store

import (
	"context"
	"errors"
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

func figuresOf(db *gorm.DB, mallID string, periods []string) (list []models.Figure, err error) {
	err = figureRows(db, mallID, periods, func(row figureRow) {
		eachBar(row.n, row.bars, func(bucket, n int) {
			f := models.Figure{FigureKey: row.key, N: n}
			f.Bucket = bucket
			list = append(list, f)
		})
	})
	return list, err
}

// figureRow is what a period counted of one thing, whatever the bucket.
type figureRow struct {
	key  models.FigureKey
	n    int
	bars string
}

// figureRows tells the rows of one period, or the sums of several.
func figureRows(db *gorm.DB, mallID string, periods []string, tell func(figureRow)) error {
	if len(periods) == 0 {
		return nil
	}
	query := `SELECT measure, agency, service, label, n, bars FROM figures WHERE mall_id = ? AND period IN ?`
	if len(periods) > 1 {
		query = `SELECT measure, agency, service, label, CAST(sum(n) AS BIGINT), string_agg(bars, ' ') FROM figures
			WHERE mall_id = ? AND period IN ? GROUP BY measure, agency, service, label`
	}
	rows, err := db.Raw(query, mallID, periods).Rows()
	if err != nil {
		return err
	}
	for rows.Next() {
		var r figureRow
		if err := rows.Scan(&r.key.Measure, &r.key.Agency, &r.key.Service, &r.key.Label, &r.n, &r.bars); err != nil {
			return errors.Join(err, rows.Close())
		}
		tell(r)
	}
	return errors.Join(rows.Err(), rows.Close())
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
