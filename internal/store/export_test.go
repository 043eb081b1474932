package store

import (
	"context"
	"database/sql"

	"gorm.io/gorm"
)

// SetSchemaVersionForTest makes the database look as if another program made
// it.
func (s *Store) SetSchemaVersionForTest(version int) error {
	return s.write.Transaction(func(db *gorm.DB) error {
		return s.base.setVersion(context.Background(), db.Statement.ConnPool.(*sql.Tx), version)
	})
}

// ExecForTest runs a statement behind the store's back.
func (s *Store) ExecForTest(statement string) error { return s.write.Exec(statement).Error }
