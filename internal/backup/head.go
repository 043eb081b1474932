package backup

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"

	"filippo.io/age"

	"frontdesk/internal/guard"
	"frontdesk/internal/models"
)

// LastHead tells where the audit chain ended when the newest backup of a
// folder was made; ok is false without a backup that says so. Only its first
// entry is read. Errors: KindFault for a backup that cannot be opened.
func LastHead(folder string, key guard.Key) (head models.AuditHead, ok bool, err error) {
	list := dates(folder)
	if len(list) == 0 {
		return head, false, nil
	}
	path := Path(folder, list[0])
	about, err := readAbout(path, &guard.Pass{Find: func(string) (guard.Key, error) { return key, nil }})
	return about.Audit, err == nil && about.Audit.Seq > 0, readFault(err, path)
}

func readAbout(path string, pass *guard.Pass) (about About, err error) {
	f, err := os.Open(path)
	if err != nil {
		return about, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	open, err := age.Decrypt(bufio.NewReader(f), pass)
	if err != nil {
		return about, err
	}
	packed, err := gzip.NewReader(open)
	if err != nil {
		return about, err
	}
	entries := tar.NewReader(packed)
	if _, err := entries.Next(); err != nil {
		return about, err
	}
	return about, json.NewDecoder(io.LimitReader(entries, aboutLimit)).Decode(&about)
}
