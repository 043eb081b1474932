package backup

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
	"frontdesk/internal/store"
)

// Rest fetches from the centre what a desk had recorded after a backup was
// made, into the store that the backup became, and tells how many records
// came. Nil where there is no centre.
type Rest func(ctx context.Context, s *store.Store, since About) (int, error)

// Recovery tells how a damaged database was mended.
type Recovery struct {
	About          // of the backup that took its place
	Aside   string // folder that keeps the damaged files
	Numbers bool   // numbers go on after the last one given, as far as it could be read
}

// Mender puts the newest good backup in the place of a damaged database.
type Mender struct {
	Folder string
	Keeper guard.Keeper
	Clock  models.Clock
}

// asidePrefix begins the names of folders with damaged files.
const asidePrefix = "damaged-"

// Mend sets a damaged database aside whole and restores the newest good
// backup. It acts only when nobody has the folder open and the database is
// damaged in truth; done is false when another process mended it first.
// Errors: KindRefused while others have it open or the key is not at hand;
// KindFault when no backup is good: then all is set aside and the folder is
// free for a new beginning.
func (m Mender) Mend(ctx context.Context) (recovery Recovery, done bool, err error) {
	err = store.Alone(ctx, m.Folder, func() error {
		path := filepath.Join(m.Folder, store.FileName)
		if err := store.ExamineByCopy(ctx, path); !store.Damaged(err) && !absent(path) {
			return errors.Join(err, store.Acquit(m.Folder))
		}
		recovery, err = m.mend(ctx)
		done = err == nil
		return err
	})
	return recovery, done, err
}

// mend works under the lock: what begins with restoringPrefix is left by a
// killed run.
func (m Mender) mend(ctx context.Context) (Recovery, error) {
	left, err := filepath.Glob(filepath.Join(m.Folder, restoringPrefix+"*"))
	for _, work := range left {
		err = errors.Join(err, os.RemoveAll(work))
	}
	if err != nil {
		return Recovery{}, writeFault(err, m.Folder)
	}
	aside := filepath.Join(m.Folder, asidePrefix+m.Clock.Now().UTC().Format("20060102-150405"))
	if err := store.SetAside(m.Folder, aside); err != nil {
		return Recovery{}, err
	}
	for _, date := range dates(m.Folder) {
		r := Recovery{Aside: aside}
		err := m.putBack(ctx, Path(m.Folder, date), &r)
		if err == nil {
			return r, nil
		}
		if !bad(err) {
			return Recovery{}, err
		}
		if err := setAside(Path(m.Folder, date), aside); err != nil {
			return Recovery{}, writeFault(err, aside)
		}
	}
	return Recovery{}, models.Fault(nil, "damage.no_backup", aside)
}

// setAside keeps a bad backup beside the damaged database.
func setAside(path, aside string) error {
	if err := os.MkdirAll(aside, safefile.FolderMode(aside)); err != nil {
		return err
	}
	return os.Rename(path, filepath.Join(aside, filepath.Base(path)))
}

// putBack restores one backup over the place of the lost database; settings
// are not damaged and stay.
func (m Mender) putBack(ctx context.Context, path string, r *Recovery) error {
	work, err := os.MkdirTemp(m.Folder, restoringPrefix+"*")
	if err != nil {
		return writeFault(err, m.Folder)
	}
	if r.About, err = unpack(ctx, path, work, &guard.Pass{Find: m.find}); err == nil {
		err = m.eraseAgain(ctx, work)
	}
	if err == nil {
		r.Numbers = m.salvage(ctx, work, r)
		err = moveIn(work, m.Folder, store.FileName)
	}
	if err == nil {
		err = syncFolder(m.Folder)
	}
	return writeFault(errors.Join(err, os.RemoveAll(work)), m.Folder)
}

func (m Mender) eraseAgain(ctx context.Context, work string) error {
	erased, err := store.Erasures(m.Folder)
	if err != nil {
		return err
	}
	return eraseAgain(ctx, work, m.Clock, erased)
}

// salvage lets the numbers go on after those of the damaged database.
func (m Mender) salvage(ctx context.Context, work string, r *Recovery) bool {
	tomorrow := m.Clock.Now().AddDate(0, 0, 1).Format(time.DateOnly)
	return store.SalvageNumbers(ctx, filepath.Join(work, store.FileName), filepath.Join(r.Aside, store.FileName),
		r.BusinessDate, tomorrow) == nil
}

// find brings the key from the keyring or from the folder's own files.
func (m Mender) find(keyID string) (guard.Key, error) {
	key, err := m.Keeper.Find(models.KeyRef{ID: keyID, Place: guard.PlaceKeyring})
	if err != nil {
		key, err = m.Keeper.Find(models.KeyRef{ID: keyID, Place: guard.PlaceFile})
	}
	if err != nil {
		err = models.Refuse("damage.locked")
	}
	return key, err
}

// bad tells a bad backup from a key that lacks and a place that cannot be
// written.
func bad(err error) bool {
	return errors.Is(err, errBroken) || store.Damaged(err) || models.KindOf(err) == models.KindUsage
}

func absent(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Size() == 0
}

// Aside lists the folders that keep damaged databases, oldest first.
func Aside(folder string) []string {
	found, err := filepath.Glob(filepath.Join(folder, asidePrefix+"*"))
	if err != nil {
		return nil
	}
	return found
}
