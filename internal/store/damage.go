package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/mattn/go-sqlite3"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

// A damaged file must be found before a wrong answer is read from it, but
// reading a large file whole takes seconds. So it is read at start unless it
// is, to size and time of change, the file that was found sound less than
// checkedFor ago and was then closed in order.
const checkedFor = 24 * time.Hour

// stampName is the file that remembers the last check; it also tells that
// there was a database here.
const stampName = "frontdesk.checked"

var errDamaged = errors.New("not sound")

// Damaged tells that err comes from a damaged or lost database file. SQLite
// reports a header or schema that makes no sense as a plain error.
func Damaged(err error) bool {
	var cause sqlite3.Error
	return corrupt(err) || errors.As(err, &cause) && cause.Code == sqlite3.ErrError
}

// corrupt tells damage that leaves no doubt.
func corrupt(err error) bool {
	var cause sqlite3.Error
	return errors.Is(err, errDamaged) || errors.As(err, &cause) &&
		(cause.Code == sqlite3.ErrCorrupt || cause.Code == sqlite3.ErrNotADB)
}

// suspectName is the file that remembers damage seen while the database was
// in use: quick_check alone might not see it at the next start.
const suspectName = "frontdesk.suspect"

// Suspect asks the next start to mend this file. A server mends itself.
func (s *Store) Suspect() {
	if f, err := s.base.asFile(); err == nil {
		f.suspect()
	}
}

// suspect asks the next start to mend. Where that cannot be written down, the
// next start sees what quick_check sees.
func (f *file) suspect() {
	path := filepath.Join(filepath.Dir(f.path), suspectName)
	_ = os.WriteFile(path, nil, safefile.FileMode(path))
}

// Acquit forgets a suspicion that a whole reading did not confirm.
func Acquit(folder string) error {
	err := os.Remove(filepath.Join(folder, suspectName))
	if err == nil || errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return models.Fault(err, "store.folder", folder)
}

func damage(path, why string) error {
	return models.Fault(fmt.Errorf("%w: %s", errDamaged, why), "store.damaged", path)
}

// verdict runs a check that answers "ok" or names a fault.
func verdict(ctx context.Context, db *sql.DB, check, path string) error {
	var word string
	if err := db.QueryRowContext(ctx, check).Scan(&word); err != nil {
		return err
	}
	if word != "ok" {
		return damage(path, word)
	}
	return nil
}

// CheckIntegrity reads the whole file and tells whether it is sound. Errors:
// KindFault when it is damaged; KindRefused on a server.
func (s *Store) CheckIntegrity(ctx context.Context) error {
	f, err := s.base.asFile()
	if err != nil {
		return err
	}
	var verdict string
	if err := one(f.read.WithContext(ctx).Raw(`PRAGMA integrity_check(1)`), &verdict); err != nil {
		return s.fault(err)
	}
	if verdict != "ok" {
		return s.fault(damage(FileName, verdict))
	}
	return nil
}

// checkStart looks at a file before anything is read from it.
func (f *file) checkStart(ctx context.Context, db *sql.DB) error {
	if _, err := os.Stat(filepath.Join(filepath.Dir(f.path), suspectName)); err == nil {
		return damage(f.path, "seen while it was in use")
	}
	if f.sound() {
		return nil
	}
	f.checked = f.clock.Now()
	if err := verdict(ctx, db, "PRAGMA quick_check(1)", f.path); err != nil {
		return err
	}
	version, err := schemaVersion(ctx, db)
	if err != nil {
		return err
	}
	return checkVersion(version, f.path)
}

// checkVersion finds a schema number that no program wrote: quick_check does
// not look at it, and a lower one would let migrations run twice.
func checkVersion(version int, path string) error {
	const highest = 9999
	if version < readStamp(path).schema || version > highest {
		return damage(path, fmt.Sprintf("schema %d", version))
	}
	return nil
}

// sound tells that the file needs no check. A log beside a file that nobody
// has open was left by a crash.
func (f *file) sound() bool {
	last := readStamp(f.path)
	info, err := os.Stat(f.path)
	if err != nil || info.Size() != last.size || !info.ModTime().Equal(last.changed) {
		return false
	}
	if log, err := os.Stat(f.path + "-wal"); f.alone && err == nil && log.Size() > 0 {
		return false
	}
	f.checked = last.checked
	age := f.clock.Now().Sub(last.checked)
	return age >= 0 && age < checkedFor
}

// checkLost refuses to begin anew where records were: a file that vanished or
// was cut to nothing is damage like any other.
func checkLost(path string) error {
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		return nil
	}
	folder := filepath.Dir(path)
	backups, err := filepath.Glob(filepath.Join(folder, BackupFolder, "*"+BackupSuffix))
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(folder, stampName)); err == nil || len(backups) > 0 {
		return damage(path, "the file is lost")
	}
	return nil
}

// Where backups lie in a data folder.
const (
	BackupFolder = "backups"
	BackupSuffix = ".age"
)

// stamp is what was known of a sound file when it was last opened or closed.
type stamp struct {
	checked time.Time
	size    int64
	changed time.Time
	schema  int
}

// keepStamp remembers that the file as it is now is sound. Where it cannot be
// written the next start reads the file again, which costs time only.
func (f *file) keepStamp() {
	info, err := os.Stat(f.path)
	newest, broken := newestSchema()
	if err != nil || broken != nil {
		return
	}
	text := fmt.Sprintln(f.checked.UnixMicro(), info.Size(), info.ModTime().UnixNano(), newest)
	path := filepath.Join(filepath.Dir(f.path), stampName)
	_ = os.WriteFile(path, []byte(text), safefile.FileMode(path))
}

// readStamp is empty where there is none.
func readStamp(path string) stamp {
	text, err := os.ReadFile(filepath.Join(filepath.Dir(path), stampName))
	if err != nil {
		return stamp{}
	}
	var s stamp
	var checked, changed int64
	if _, err := fmt.Sscan(string(text), &checked, &s.size, &changed, &s.schema); err != nil {
		return stamp{}
	}
	s.checked, s.changed = time.UnixMicro(checked), time.Unix(0, changed)
	return s
}

// SetAside moves the database with everything that belongs to it into
// target, a folder that it makes.
func SetAside(folder, target string) error {
	for _, name := range []string{FileName, FileName + "-wal", FileName + "-shm", stampName, suspectName} {
		if _, err := os.Lstat(filepath.Join(folder, name)); errors.Is(err, os.ErrNotExist) {
			continue
		}
		err := os.MkdirAll(target, safefile.FolderMode(target))
		if err == nil {
			err = os.Rename(filepath.Join(folder, name), filepath.Join(target, name))
		}
		if err != nil {
			return models.Fault(err, "store.folder", target)
		}
	}
	return nil
}
