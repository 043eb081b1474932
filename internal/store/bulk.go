package store

import (
	"context"
	"database/sql"
	"errors"

	"gorm.io/gorm"
)

// Bulk runs many Writes in one transaction, far faster than one by one. What
// a failed Write did is taken back as always; all others are durable when
// Bulk returns nil.
func (s *Store) Bulk(ctx context.Context, work func(*Store) error) error {
	pool, err := s.write.DB()
	if err != nil {
		return err
	}
	// Each Write inside is a savepoint.
	if err := s.base.beginBulk(ctx, pool); err != nil {
		return s.fault(err)
	}
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return s.fault(err)
	}
	statements := &kept{Tx: tx, by: map[string]*sql.Stmt{}}
	inside := *s
	inside.write = s.write.Session(&gorm.Session{NewDB: true, Context: ctx})
	inside.write.Statement.ConnPool = statements
	inside.read = inside.write
	if err := errors.Join(work(&inside), statements.close()); err != nil {
		return s.fault(errors.Join(err, tx.Rollback()))
	}
	return s.fault(tx.Commit())
}

// kept is a transaction that parses each statement once; GORM's own store of
// statements parses them anew for every use inside a transaction.
type kept struct {
	*sql.Tx
	by map[string]*sql.Stmt
}

func (k *kept) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s := k.by[query]; s != nil {
		return s, nil
	}
	s, err := k.Tx.PrepareContext(ctx, query)
	if err == nil {
		k.by[query] = s
	}
	return s, err
}

// ExecContext implements gorm.ConnPool.
func (k *kept) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := k.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// QueryContext implements gorm.ConnPool.
func (k *kept) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := k.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// QueryRowContext implements gorm.ConnPool.
func (k *kept) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := k.statement(ctx, query)
	if err != nil {
		return k.Tx.QueryRowContext(ctx, query, args...) // a Row tells the same error
	}
	return s.QueryRowContext(ctx, args...)
}

func (k *kept) close() error {
	var errs []error
	for _, s := range k.by {
		errs = append(errs, s.Close())
	}
	return errors.Join(errs...)
}
