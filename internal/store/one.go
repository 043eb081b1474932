package store

import (
	"database/sql"
	"errors"

	"gorm.io/gorm"
)

// one reads the single row of a query; sql.ErrNoRows when there is none.
// GORM's own Row panics in Scan when a statement cannot be prepared, as on a
// damaged file or after a cancelled context.
func one(query *gorm.DB, into ...any) error {
	rows, err := query.Rows()
	if err != nil {
		return err
	}
	switch {
	case rows.Next():
		err = rows.Scan(into...)
	case rows.Err() != nil:
		err = rows.Err()
	default:
		err = sql.ErrNoRows
	}
	return errors.Join(err, rows.Close())
}
