package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"frontdesk/internal/models"
)

//go:embed migrations/sqlite/*.sql
var migrations embed.FS

// migrate runs the numbered files that the database has not seen. Processes
// that start at once on an empty folder take turns: the version is read again
// inside the immediate transaction. It works on the plain pool, since GORM's
// prepared statements run only the first statement of a file.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	steps, err := fs.ReadDir(migrations, "migrations/sqlite")
	if err != nil {
		return err
	}
	version, err := schemaVersion(ctx, db)
	if err != nil {
		return err
	}
	if version > len(steps) {
		return models.Fault(nil, "store.newer", version, len(steps))
	}
	if version == len(steps) {
		return nil
	}
	if version > 0 {
		if err := copyAside(ctx, db, path, version); err != nil {
			return err
		}
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := runSteps(ctx, tx, steps); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func runSteps(ctx context.Context, tx *sql.Tx, steps []fs.DirEntry) error {
	version, err := schemaVersion(ctx, tx)
	if err != nil {
		return err
	}
	for ; version < len(steps); version++ {
		script, err := migrations.ReadFile("migrations/sqlite/" + steps[version].Name())
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(script)); err != nil {
			return fmt.Errorf("%s: %w", steps[version].Name(), err)
		}
	}
	if err := refreshTriggers(ctx, tx); err != nil {
		return fmt.Errorf("sync triggers: %w", err)
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version))
	return err
}

// newestSchema is the number of the last migration this program knows.
func newestSchema() (int, error) {
	steps, err := fs.ReadDir(migrations, "migrations/sqlite")
	return len(steps), err
}

// querier is a pool or a transaction.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func schemaVersion(ctx context.Context, db querier) (int, error) {
	var version int
	err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	return version, err
}

// copyAside keeps the file as it was before the schema changes.
func copyAside(ctx context.Context, db *sql.DB, path string, version int) error {
	target := fmt.Sprintf("%s.before-schema-%d", strings.TrimSuffix(path, ".db"), version)
	if _, err := os.Stat(target); err == nil {
		return nil
	}
	_, err := db.ExecContext(ctx, "VACUUM INTO ?", target)
	return err
}
