package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"frontdesk/internal/models"
)

//go:embed migrations/sqlite/*.sql migrations/postgres/*.sql
var migrations embed.FS

// migrate runs the numbered files that the database has not seen. Processes
// that start at once on an empty database take turns: the version is read again
// inside the transaction. It works on the plain pool, since GORM's prepared
// statements run only the first statement of a file.
func migrate(ctx context.Context, b schema, db *sql.DB) error {
	steps, err := fs.ReadDir(migrations, b.folder())
	if err != nil {
		return err
	}
	version, err := b.version(ctx, db)
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
		if err := b.beforeUpgrade(ctx, db, version); err != nil {
			return err
		}
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := runSteps(ctx, b, tx, steps); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func runSteps(ctx context.Context, b schema, tx *sql.Tx, steps []fs.DirEntry) error {
	if err := b.takeTurn(ctx, tx); err != nil {
		return err
	}
	version, err := b.version(ctx, tx)
	if err != nil {
		return err
	}
	if version >= len(steps) { // another program was faster
		return nil
	}
	for ; version < len(steps); version++ {
		script, err := migrations.ReadFile(b.folder() + "/" + steps[version].Name())
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(script)); err != nil {
			return fmt.Errorf("%s: %w", steps[version].Name(), err)
		}
	}
	if err := refreshTriggers(ctx, tx, b.triggers()); err != nil {
		return fmt.Errorf("sync triggers: %w", err)
	}
	return b.setVersion(ctx, tx, version)
}

// newestSchema is the number of the last migration of a file this program knows.
func newestSchema() (int, error) {
	steps, err := fs.ReadDir(migrations, "migrations/sqlite")
	return len(steps), err
}

// schemaVersion reads the number that a file keeps.
func schemaVersion(ctx context.Context, db querier) (int, error) {
	var version int
	err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	return version, err
}
