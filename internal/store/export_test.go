package store

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
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

// StatementsForTest gives the statements, with their values, that a store runs
// while work uses a store like this one.
func (s *Store) StatementsForTest(work func(*Store)) []string {
	r := &recorder{Interface: s.read.Logger}
	like := *s
	like.read, like.write = s.read.Session(&gorm.Session{Logger: r}), s.write.Session(&gorm.Session{Logger: r})
	work(&like)
	return r.statements
}

// PlanForTest tells how SQLite runs a statement, a step a line.
func (s *Store) PlanForTest(statement string) (string, error) {
	var steps []struct{ Detail string }
	err := s.read.Raw("EXPLAIN QUERY PLAN " + statement).Scan(&steps).Error
	var plan string
	for _, step := range steps {
		plan += step.Detail + "\n"
	}
	return plan, err
}

// recorder keeps the statements that GORM tells its logger.
type recorder struct {
	logger.Interface

	statements []string
}

func (r *recorder) Trace(_ context.Context, _ time.Time, told func() (string, int64), _ error) {
	statement, _ := told()
	r.statements = append(r.statements, statement)
}
