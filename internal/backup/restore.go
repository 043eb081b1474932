package backup

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
	"frontdesk/internal/settings"
	"frontdesk/internal/store"
)

const restoringPrefix = "restoring-"

// Restorer brings a backup into a new data folder.
type Restorer struct {
	Keeper guard.Keeper // of the new folder
	Clock  models.Clock
	Find   func(keyID string) (guard.Key, error) // brings the key that a backup names
	Erased []string                              // visits whose identity was emptied since, on request
}

// Restore makes folder, which must be new or empty, the desk that the backup
// at path holds, and installs its key there. Errors: KindUsage for a folder
// in use or a file that is no backup, KindRefused without the right key,
// KindFault for a broken file or a full disk; then nothing is left behind.
func (r Restorer) Restore(ctx context.Context, path, folder string) (About, error) {
	fresh, err := claim(folder)
	if err != nil {
		return About{}, err
	}
	about, err := r.fill(ctx, path, folder)
	if err != nil {
		return About{}, errors.Join(err, vacate(folder, fresh))
	}
	return about, nil
}

func (r Restorer) fill(ctx context.Context, path, folder string) (About, error) {
	work, err := os.MkdirTemp(folder, restoringPrefix+"*")
	if err != nil {
		return About{}, writeFault(err, folder)
	}
	pass := &guard.Pass{Find: r.Find}
	about, err := unpack(ctx, path, work, pass)
	if err == nil {
		err = r.installKey(ctx, work, pass.Used)
	}
	if err == nil {
		err = eraseAgain(ctx, work, r.Clock, r.Erased)
	}
	if err == nil {
		err = moveIn(work, folder, settings.FileName, store.ErasuresName, store.FileName)
	}
	if err == nil {
		err = syncFolder(folder)
	}
	return about, writeFault(errors.Join(err, os.RemoveAll(work)), folder)
}

// unpack opens a backup into folder and proves that all of it came.
func unpack(ctx context.Context, path, folder string, pass *guard.Pass) (About, error) {
	about, err := extract(path, folder, pass)
	if err != nil {
		return About{}, err
	}
	contents, err := store.Examine(ctx, filepath.Join(folder, store.FileName))
	if err != nil {
		return About{}, err
	}
	if !about.holds(contents) {
		return About{}, models.Fault(errBroken, "backup.broken", path)
	}
	return about, nil
}

// installKey keeps the key on this computer and tells the database where.
func (r Restorer) installKey(ctx context.Context, work string, key guard.Key) error {
	ref, err := r.Keeper.Keep(key)
	if err != nil {
		return err
	}
	s, err := store.Open(ctx, work, r.Clock)
	if err != nil {
		return err
	}
	return errors.Join(s.UseKey(ctx, ref), s.Close())
}

// eraseAgain empties in a restored database what was emptied after its backup
// was made.
func eraseAgain(ctx context.Context, folder string, clock models.Clock, erased []string) error {
	if len(erased) == 0 {
		return nil
	}
	s, err := store.Open(ctx, folder, clock)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(erased, 500) {
		err = errors.Join(err, s.EraseIdentities(ctx, part))
	}
	return errors.Join(err, s.Wipe(ctx), s.Close())
}

// moveIn moves what came; the last name is the database, which makes the
// folder a desk's.
func moveIn(work, folder string, names ...string) error {
	for _, name := range names {
		err := os.Rename(filepath.Join(work, name), filepath.Join(folder, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// claim makes sure that folder is empty; fresh tells that it was made.
func claim(folder string) (fresh bool, err error) {
	entries, err := os.ReadDir(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(folder, safefile.FolderMode(folder)); err != nil {
			return false, models.Fault(err, "store.folder", folder)
		}
		return true, nil
	case err != nil:
		return false, models.Misuse("restore.folder", folder)
	case len(entries) > 0:
		return false, models.Misuse("restore.not_empty", folder)
	}
	return false, nil
}

// vacate removes all that a failed restore put into a folder that was empty.
func vacate(folder string, fresh bool) error {
	if fresh {
		return os.RemoveAll(folder)
	}
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		err = errors.Join(err, os.RemoveAll(filepath.Join(folder, e.Name())))
	}
	return err
}
