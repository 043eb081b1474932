// Package backup keeps copies of a desk's records that only the mall's key
// opens, brings them back, and puts the newest good one in the place of a
// damaged database (design/security.md, "Files and machines").
//
// A backup is a tar of about.json, frontdesk.db and settings.toml, compressed
// and then encrypted by age to a key derived from the mall's own.
package backup

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

const format = "frontdesk-backup/1"

// About tells what a backup holds; it is its first entry.
type About struct {
	Format       string           `json:"format"`
	BusinessDate string           `json:"business_date"` // mall's local day, YYYY-MM-DD
	MadeAt       time.Time        `json:"made_at"`
	MallID       string           `json:"mall_id"`
	Schema       int              `json:"schema"` // number of the last migration
	Rows         map[string]int   `json:"rows"`   // by table
	Audit        models.AuditHead `json:"audit"`  // end of the audit chain
}

// Made is a backup that was written and proved.
type Made struct {
	About
	Path string
	Size int64 // bytes
}

// Maker makes backups of one data folder.
type Maker struct {
	Folder string // data folder
	Store  *store.Store
	Key    guard.Key
	Now    time.Time
	Date   string // business date of Now
}

// Daily writes today's backup into the data folder, in the place of an
// earlier one of the same day, and drops those that rotation no longer keeps.
func (m Maker) Daily(ctx context.Context) (Made, error) {
	made, err := m.write(ctx, Path(m.Folder, m.Date))
	if err != nil {
		return Made{}, err
	}
	return made, rotate(m.Folder)
}

// To writes a backup to a file of any place. Errors: KindUsage when the file
// exists; KindFault when the disk is full or the place cannot be written.
func (m Maker) To(ctx context.Context, path string) (Made, error) {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return Made{}, models.Misuse("backup.exists", path)
	}
	return m.write(ctx, path)
}

func (m Maker) write(ctx context.Context, path string) (made Made, err error) {
	busy := models.Refuse("backup.running")
	err = store.OneAtATime(ctx, filepath.Join(m.Folder, lockName), busy, func() error {
		made, err = m.writeAlone(ctx, path)
		return err
	})
	return made, err
}

// writeAlone closes a copy into a file beside path and opens that file again;
// only when it holds all rows does it get its name, so that a bad backup never
// takes the place of a good one.
func (m Maker) writeAlone(ctx context.Context, path string) (Made, error) {
	work, err := m.workFolder()
	if err != nil {
		return Made{}, writeFault(err, m.Folder)
	}
	about, part, err := m.writePart(ctx, work, path)
	if err == nil {
		err = prove(ctx, part, work, m.Key, about)
	}
	if err == nil {
		err = publish(part, path)
	}
	if err = errors.Join(err, os.RemoveAll(work), discard(part)); err != nil {
		return Made{}, writeFault(err, path)
	}
	info, err := os.Stat(path)
	if err != nil {
		return Made{}, writeFault(err, path)
	}
	return Made{About: about, Path: path, Size: info.Size()}, nil
}

// writePart copies the database and closes it into a file beside path.
func (m Maker) writePart(ctx context.Context, work, path string) (About, string, error) {
	plain := filepath.Join(work, store.FileName)
	contents, err := m.copy(ctx, plain)
	if store.Damaged(err) {
		m.Store.Suspect()
	}
	if err != nil {
		return About{}, "", err
	}
	about := About{Format: format, BusinessDate: m.Date, MadeAt: m.Now.UTC(), MallID: contents.MallID,
		Schema: contents.Schema, Rows: contents.Rows, Audit: contents.Audit}
	part, err := os.CreateTemp(filepath.Dir(path), partPattern)
	if err != nil {
		return about, "", err
	}
	err = m.seal(part, about, plain)
	return about, part.Name(), errors.Join(err, part.Sync(), part.Close())
}

// copy makes a plain copy of a sound database. The copy is examined too: it
// can be opened for writing, without which SQLite leaves checks out.
func (m Maker) copy(ctx context.Context, plain string) (store.Contents, error) {
	if err := m.Store.CheckIntegrity(ctx); err != nil {
		return store.Contents{}, err
	}
	if err := m.Store.CopyTo(ctx, plain); err != nil {
		return store.Contents{}, err
	}
	return store.Examine(ctx, plain)
}

// prove opens a closed backup again and compares what is in it.
func prove(ctx context.Context, part, work string, key guard.Key, want About) error {
	again := filepath.Join(work, "again")
	if err := os.Mkdir(again, 0o700); err != nil {
		return err
	}
	own := &guard.Pass{Find: func(string) (guard.Key, error) { return key, nil }}
	got, err := extract(part, again, own)
	if err != nil {
		return err
	}
	contents, err := store.Examine(ctx, filepath.Join(again, store.FileName))
	if err != nil {
		return err
	}
	if !got.same(want) || !want.holds(contents) {
		return models.Fault(nil, "backup.unproved")
	}
	return nil
}

func publish(part, path string) error {
	if err := os.Rename(part, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}
