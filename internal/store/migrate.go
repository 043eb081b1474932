package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

//go:embed migrations/sqlite/*.sql
var migrations embed.FS

// migrate runs the numbered files that the database has not seen. Processes
// that start at once on an empty folder take turns: the version is read again
// inside the immediate transaction.
func migrate(ctx context.Context, db *gorm.DB, path string) error {
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
	return db.WithContext(ctx).Transaction(func(tx *gorm.DB) error { return runSteps(ctx, tx, steps) })
}

func runSteps(ctx context.Context, tx *gorm.DB, steps []fs.DirEntry) error {
	version, err := schemaVersion(ctx, tx)
	if err != nil {
		return err
	}
	for ; version < len(steps); version++ {
		script, err := migrations.ReadFile("migrations/sqlite/" + steps[version].Name())
		if err != nil {
			return err
		}
		if err := tx.Exec(string(script)).Error; err != nil {
			return fmt.Errorf("%s: %w", steps[version].Name(), err)
		}
	}
	return tx.Exec(fmt.Sprintf("PRAGMA user_version = %d", version)).Error
}

func schemaVersion(ctx context.Context, db *gorm.DB) (int, error) {
	var version int
	err := db.WithContext(ctx).Raw("PRAGMA user_version").Scan(&version).Error
	return version, err
}

// copyAside keeps the file as it was before the schema changes.
func copyAside(ctx context.Context, db *gorm.DB, path string, version int) error {
	target := fmt.Sprintf("%s.before-schema-%d", strings.TrimSuffix(path, ".db"), version)
	if _, err := os.Stat(target); err == nil {
		return nil
	}
	return db.WithContext(ctx).Exec("VACUUM INTO ?", target).Error
}
