package store

import "fmt"

// SetSchemaVersionForTest makes the file look as if another program made it.
func (s *Store) SetSchemaVersionForTest(version int) error {
	return s.write.Exec(fmt.Sprintf("PRAGMA user_version = %d", version)).Error
}

// ExecForTest runs a statement behind the store's back.
func (s *Store) ExecForTest(statement string) error { return s.write.Exec(statement).Error }
