package store

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"

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

// FileOfSchemaForTest makes a file as the first migrations leave it.
func FileOfSchemaForTest(ctx context.Context, path string, version int) (*sql.DB, error) {
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		return nil, err
	}
	steps, err := fs.ReadDir(migrations, "migrations/sqlite")
	if err != nil {
		return nil, err
	}
	for _, step := range steps[:version] {
		script, err := migrations.ReadFile("migrations/sqlite/" + step.Name())
		if err != nil {
			return nil, err
		}
		if _, err := db.ExecContext(ctx, string(script)); err != nil {
			return nil, err
		}
	}
	_, err = db.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version))
	return db, err
}

// StepNamesForTest lists the migrations of a database.
func StepNamesForTest(folder string) (names []string, err error) {
	steps, err := fs.ReadDir(migrations, "migrations/"+folder)
	for _, step := range steps {
		names = append(names, step.Name())
	}
	return names, err
}

// TextForTest reads one text behind the store's back.
func (s *Store) TextForTest(query string) (text string, err error) {
	err = one(s.read.Raw(query), &text)
	return text, err
}
