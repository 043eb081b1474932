package main

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
)

// lineFile is a file of its own that takes one durable line at a time by the
// plain driver: what the machine asks for a durable entry, whoever writes it.
type lineFile struct {
	folder string
	db     *sql.DB
}

func openLine(ctx context.Context) (*lineFile, error) {
	folder, err := os.MkdirTemp("", "frontdesk-bench")
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(folder, "line.db")+"?_txlock=immediate&_journal_mode=WAL&_synchronous=FULL")
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	db.SetMaxOpenConns(1)
	_, err = db.ExecContext(ctx, `CREATE TABLE line (seq INTEGER PRIMARY KEY, words TEXT NOT NULL)`)
	return &lineFile{folder, db}, err
}

func (l *lineFile) write(ctx context.Context) error {
	_, err := l.db.ExecContext(ctx, `INSERT INTO line (words) VALUES ('an entry as long as one of the audit chain, with its operator, its desk, its kind and the code over the one before')`)
	return err
}

func (l *lineFile) close() error { return errors.Join(l.db.Close(), os.RemoveAll(l.folder)) }
