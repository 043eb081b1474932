// Package store keeps the records of a desk in one SQLite file, or those of a
// whole mall on its PostgreSQL server. It is the only room that imports GORM
// besides the nightly sync.
//
// Every transaction begins with an update of the one row of sync_state
// (transaction.go). In a file the writer's BEGIN IMMEDIATE has already put all
// writers in a line; on a server the lock of that row does, and what a
// transaction reads after it is what its predecessors have committed. So both
// mean the same, whatever runs in between.
package store

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"frontdesk/internal/models"
)

// Store is an open database. Close it once.
type Store struct {
	base     base
	write    *gorm.DB
	read     *gorm.DB
	clock    models.Clock
	session  string // of this start, in the versions of what it writes
	headFile string // keeps the end of the audit chain; empty: none does
	guide    bool   // the login of a guide's tablet: reads the views of guide.sql

	tables map[string]feedTable // what travels to the centre

	notary models.Notary       // signs the audit chain; nil: nobody does
	actor  func() models.Actor // who acts; nil: nobody known
}

// Option changes how a store opens.
type Option func(*Store)

// WithSession names this start instead of drawing it by lot.
func WithSession(session string) Option { return func(s *Store) { s.session = session } }

func newStore(b base, clock models.Clock, options []Option) *Store {
	s := &Store{base: b, clock: clock, session: newSession()}
	for _, option := range options {
		option(s)
	}
	return s
}

// open makes a store and connects it. What fails leaves nothing open.
func open(ctx context.Context, b base, clock models.Clock, options []Option) (*Store, error) {
	s := newStore(b, clock, options)
	if err := s.Ready(ctx); err != nil {
		return nil, errors.Join(err, s.base.release())
	}
	return s, nil
}

// Ready connects, brings the schema up to date and learns its columns; once it
// has succeeded it does nothing. It is not for several goroutines.
func (s *Store) Ready(ctx context.Context) error {
	if s.tables != nil {
		return nil
	}
	return s.fault(s.connect(ctx))
}

func (s *Store) connect(ctx context.Context) error {
	pool, err := s.base.connect(ctx)
	if err != nil {
		return err
	}
	if err := migrate(ctx, s.base, pool); err != nil {
		return err
	}
	tables, err := readFeedTables(ctx, s.base, pool)
	if err != nil {
		return err
	}
	write, read, err := s.base.ready(ctx, tables)
	if err != nil {
		return err
	}
	if s.write == nil { // of a server they are there from the start
		s.write, s.read = write, read
	}
	s.tables = tables
	return nil
}

// Close releases the database; a file remembers that it was closed in order.
func (s *Store) Close() error { return s.base.close() }

// fault gives an error of this database its sentence.
func (s *Store) fault(err error) error { return s.base.fault(err) }

func gormConfig() *gorm.Config {
	return &gorm.Config{
		TranslateError:         true,
		SkipDefaultTransaction: true,
		NowFunc:                func() time.Time { return time.Time{} },
		Logger:                 logger.Discard, // parameters would hold personal data
		DisableAutomaticPing:   true,
	}
}
