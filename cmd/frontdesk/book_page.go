package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"frontdesk/internal/backup"
	"frontdesk/internal/bookfile"
	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/guestbook"
)

// bookPage is the guest book of the window: the desk, and the files that it
// writes into a folder of their own beside the records.
type bookPage struct {
	*desk.Desk
	program *Program
}

var _ guestbook.Port = bookPage{}

// personalPages begins the names of files with everything stored of a person.
const personalPages = "data-pribadi"

// exportPath is where a file of this moment goes.
func (b bookPage) exportPath(name, kind string) (string, error) {
	folder := b.ExportPlace()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", models.Fault(err, "directory.cannot_write", folder)
	}
	return filepath.Join(folder, name+"-"+b.Now().Format("20060102-150405")+kind), nil
}

// ExportList writes the rows of a filter, masked.
func (b bookPage) ExportList(ctx context.Context, f desk.BookFilter) (path string, rows int, err error) {
	return b.exportRows(ctx, "buku-tamu", f, false, "")
}

// ExportFull writes them with identities. Its name begins as those of personal
// pages do: whoever is in it and is erased takes it away.
func (b bookPage) ExportFull(ctx context.Context, f desk.BookFilter, reason string) (path string, rows int, err error) {
	return b.exportRows(ctx, personalPages+"-buku-tamu", f, true, reason)
}

// ExportPlace is the folder of the files.
func (b bookPage) ExportPlace() string { return filepath.Join(b.program.Folder, backup.ExportsFolder) }

func (b bookPage) exportRows(ctx context.Context, name string, f desk.BookFilter, full bool, reason string) (path string, rows int, err error) {
	if path, err = b.exportPath(name, ".xlsx"); err != nil {
		return "", 0, err
	}
	err = writeOwn(path, func(w io.Writer) error {
		list, err := bookfile.NewXLSX(w, b.program.bookWords())
		if err != nil {
			return err
		}
		f.After = ""
		rows, err = b.ExportBook(ctx, f, full, reason, list.Add)
		return errors.Join(err, list.Close())
	})
	return path, rows, err
}

// ExportPersonFile writes what is stored of a person as pages to hand to her.
func (b bookPage) ExportPersonFile(ctx context.Context, visitID, reason string) (path string, visits int, err error) {
	if path, err = b.exportPath(personalPages, ".pdf"); err != nil {
		return "", 0, err
	}
	err = writeOwn(path, func(w io.Writer) error {
		data, err := b.ExportPerson(ctx, visitID, reason)
		if err != nil {
			return err
		}
		visits = len(data.Visits)
		return bookfile.WritePersonPDF(w, data, b.program.bookWords())
	})
	return path, visits, err
}

// RetentionDays is how long an identity is kept.
func (b bookPage) RetentionDays() int { return b.program.Settings.RetentionDays }

// ErasePerson also wipes what the database file keeps of the erased values,
// and the personal pages in the folder of exports: they were handed on, and
// their names do not tell whose they are.
func (b bookPage) ErasePerson(ctx context.Context, visitID, reason string) (int, error) {
	n, err := b.Desk.ErasePerson(ctx, visitID, reason)
	if err != nil {
		return n, err
	}
	return n, errors.Join(b.program.Store.Wipe(ctx), b.removePages())
}

func (b bookPage) removePages() error {
	pages, err := filepath.Glob(filepath.Join(b.ExportPlace(), personalPages+"-*"))
	for _, path := range pages {
		if gone := os.Remove(path); gone != nil {
			err = errors.Join(err, models.Fault(gone, "backup.rotate", path))
		}
	}
	return err
}
