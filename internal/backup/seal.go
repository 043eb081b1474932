package backup

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"filippo.io/age"

	"frontdesk/internal/guard"
	"frontdesk/internal/settings"
)

const aboutName = "about.json"

// seal writes the entries of a backup, encrypted, to w.
func (m Maker) seal(w io.Writer, about About, plain string) error {
	identity, err := m.Key.BackupIdentity()
	if err != nil {
		return err
	}
	closed, err := age.Encrypt(w, identity.Recipient(), guard.Label(m.Key))
	if err != nil {
		return err
	}
	packed, err := gzip.NewWriterLevel(closed, gzip.BestSpeed)
	if err != nil {
		return err
	}
	entries := tar.NewWriter(packed)
	err = m.addEntries(entries, about, plain)
	return errors.Join(err, entries.Close(), packed.Close(), closed.Close())
}

func (m Maker) addEntries(entries *tar.Writer, about About, plain string) error {
	text, err := json.Marshal(about)
	if err != nil {
		return err
	}
	if err := addEntry(entries, aboutName, int64(len(text)), bytes.NewReader(text)); err != nil {
		return err
	}
	err = addFile(entries, filepath.Join(m.Folder, settings.FileName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return addFile(entries, plain)
}

func addFile(entries *tar.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err == nil {
		err = addEntry(entries, filepath.Base(path), info.Size(), f)
	}
	return errors.Join(err, f.Close())
}

func addEntry(entries *tar.Writer, name string, size int64, content io.Reader) error {
	if err := entries.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: size}); err != nil {
		return err
	}
	_, err := io.Copy(entries, content)
	return err
}
