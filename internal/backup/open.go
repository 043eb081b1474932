package backup

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"filippo.io/age"

	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
	"frontdesk/internal/settings"
	"frontdesk/internal/store"
)

// aboutLimit bounds about.json, bytes.
const aboutLimit = 1 << 20

// errBroken is the cause of every fault that lies in a backup file itself.
var errBroken = errors.New("broken backup")

// extract opens the backup at path with pass and writes its files into
// folder. Errors: KindUsage for a file that is no backup, KindRefused for
// another mall's key, KindFault for a broken file or a full disk; what was
// written so far is the caller's to remove.
func extract(path, folder string, pass *guard.Pass) (About, error) {
	f, err := os.Open(path)
	if err != nil {
		return About{}, models.Fault(err, "backup.cannot_read", path)
	}
	about, err := extractFrom(bufio.NewReaderSize(f, 1<<20), folder, pass)
	return about, errors.Join(readFault(err, path), f.Close())
}

func extractFrom(r *bufio.Reader, folder string, pass *guard.Pass) (About, error) {
	if start, err := r.Peek(len(ageMagic)); err != nil || string(start) != ageMagic {
		return About{}, models.Misuse("backup.not_one")
	}
	open, err := age.Decrypt(r, pass)
	if err != nil {
		return About{}, err
	}
	packed, err := gzip.NewReader(open)
	if err != nil {
		return About{}, err
	}
	about, err := extractEntries(tar.NewReader(packed), folder)
	if err != nil {
		return About{}, err
	}
	// Reading to the end proves the whole file and finds a cut one.
	_, err = io.Copy(io.Discard, packed)
	return about, err
}

// ageMagic begins every file of age.
const ageMagic = "age-encryption.org/v1\n"

func extractEntries(entries *tar.Reader, folder string) (About, error) {
	var about About
	for {
		head, err := entries.Next()
		if errors.Is(err, io.EOF) {
			return about, nil
		}
		if err != nil {
			return about, err
		}
		switch head.Name {
		case aboutName:
			err = json.NewDecoder(io.LimitReader(entries, aboutLimit)).Decode(&about)
			if err == nil && about.Format != format {
				err = models.Fault(errBroken, "backup.newer")
			}
		case store.FileName, settings.FileName:
			err = writeFile(filepath.Join(folder, head.Name), entries)
		}
		if err != nil {
			return about, err
		}
	}
}

func writeFile(path string, content io.Reader) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, safefile.FileMode(path))
	if err != nil {
		return err
	}
	_, err = io.Copy(f, content)
	return errors.Join(err, f.Sync(), f.Close())
}

// readFault tells a place that cannot be written from a file that is broken.
func readFault(err error, path string) error {
	var known *models.Error
	var place *fs.PathError
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case errors.Is(err, syscall.ENOSPC) || errors.As(err, &place):
		return writeFault(err, path)
	}
	return models.Fault(errors.Join(errBroken, err), "backup.broken", path)
}
