package store

import (
	"errors"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"frontdesk/internal/models"
)

// fault gives an error of this file its sentence. Damage that shows only now
// is remembered for the next start.
func (f *file) fault(err error) error {
	if f.read == nil {
		return fault(err, f.path)
	}
	if corrupt(err) {
		f.suspect()
	}
	return fault(err, FileName)
}

// unfit tells that a constraint of this file, or a guard, refused a record.
func (*file) unfit(err error) (unfit, waits bool) {
	var cause sqlite3.Error
	if !errors.As(err, &cause) {
		return false, false
	}
	return cause.Code == sqlite3.ErrConstraint, cause.ExtendedCode == sqlite3.ErrConstraintForeignKey
}

// fault gives a database error its sentence.
func fault(err error, path string) error {
	var known *models.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	var cause sqlite3.Error
	if errors.Is(err, errDamaged) {
		return models.Fault(err, "store.damaged", path)
	}
	if !errors.As(err, &cause) {
		return models.Fault(err, "store.fault")
	}
	switch {
	case cause.SystemErrno == syscall.ENOSPC:
		return models.Fault(err, "store.full")
	case cause.SystemErrno == syscall.EROFS:
		return models.Fault(err, "store.readonly", path)
	}
	switch cause.Code {
	case sqlite3.ErrFull:
		return models.Fault(err, "store.full")
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrCantOpen:
		return models.Fault(err, "store.readonly", path)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return models.Fault(err, "store.busy")
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return models.Fault(err, "store.damaged", path)
	}
	return models.Fault(err, "store.fault")
}
