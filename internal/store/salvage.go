package store

import (
	"context"
	"database/sql"
	"errors"
	"regexp"

	"frontdesk/internal/models"
)

// counter is a row of ticket_sequences.
type counter struct {
	date, prefix string
	desk, last   int
}

// SalvageNumbers raises the number counters of the restored database at path
// to what can still be read of the damaged one, from the business date since
// up to until, so that no number is given twice. Errors: the damaged file's,
// when its counters cannot be read.
func SalvageNumbers(ctx context.Context, path, damaged, since, until string) error {
	found, err := readCounters(ctx, damaged, since, until)
	if err != nil {
		return err
	}
	db, err := connect(ctx, path, "rw", "immediate", 1)
	if err != nil {
		return fault(err, path)
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	const raise = `INSERT INTO ticket_sequences AS s (mall_id, business_date, prefix, desk, last)
		SELECT mall_id, ?, ?, ?, ? FROM folder WHERE true
		ON CONFLICT DO UPDATE SET last = max(s.last, excluded.last)`
	for _, c := range found {
		if _, err = pool.ExecContext(ctx, raise, c.date, c.prefix, c.desk, c.last); err != nil {
			break
		}
	}
	return errors.Join(fault(err, path), pool.Close())
}

func readCounters(ctx context.Context, path, since, until string) ([]counter, error) {
	db, err := connect(ctx, path, "ro", "deferred", 1)
	if err != nil {
		return nil, fault(err, path)
	}
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	const query = `SELECT business_date, prefix, desk, last FROM ticket_sequences WHERE business_date BETWEEN ? AND ?`
	rows, err := pool.QueryContext(ctx, query, since, until)
	if err != nil {
		return nil, errors.Join(fault(err, path), pool.Close())
	}
	found, err := plausible(rows)
	return found, errors.Join(fault(err, path), pool.Close())
}

var ticketPrefix = regexp.MustCompile(`^[0-9A-Z]{1,6}$`)

// plausible keeps the counters that a desk could have written.
func plausible(rows *sql.Rows) ([]counter, error) {
	var list []counter
	for rows.Next() {
		var c counter
		if err := rows.Scan(&c.date, &c.prefix, &c.desk, &c.last); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		_, dated := models.ParseDate(c.date)
		if dated && ticketPrefix.MatchString(c.prefix) && c.desk >= 1 && c.desk <= 9 && ofDesk(c.desk, c.last) {
			list = append(list, c)
		}
	}
	return list, errors.Join(rows.Err(), rows.Close())
}

// ofDesk tells that a number lies in a desk's block or in the one beyond.
func ofDesk(desk, number int) bool {
	beyond := models.BlockBeyond(desk)
	return number >= models.FirstSequence(desk) && number <= models.BlockEnd(desk) ||
		number >= beyond && number < beyond+9999
}
