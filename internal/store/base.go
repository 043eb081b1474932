package store

import (
	"context"
	"database/sql"
	"text/template"

	"gorm.io/gorm"
)

// base is the database under a store: a desk's own file (file.go) or the
// mall's server (server.go). Queries are written once, in words that both
// understand; what each does in its own way stands here.
type base interface {
	// connect opens the pool that writes and checks what the database promises.
	connect(ctx context.Context) (*sql.DB, error)
	// ready gives the ways in, once the schema is up to date.
	ready(ctx context.Context, tables map[string]feedTable) (write, read *gorm.DB, err error)
	// pinged is the pool that tells whether the database answers.
	pinged() (*sql.DB, error)
	// close ends an orderly use, release any other.
	close() error
	release() error
	// remember keeps which identities were emptied where a restored backup
	// finds it.
	remember(erased []string) error
	// fault gives an error of this database its sentence.
	fault(err error) error
	// unfit tells that err is the fault of the record that was written and, if
	// so, whether the one that it hangs on is not here yet.
	unfit(err error) (unfit, waits bool)

	// asFile is the file to back up and mend. Errors: KindRefused on a server,
	// which has its own backups.
	asFile() (*file, error)

	schema
	feed
}

// schema is how a database keeps the number of its last migration.
type schema interface {
	folder() string // of its migrations
	version(ctx context.Context, db querier) (int, error)
	setVersion(ctx context.Context, tx *sql.Tx, version int) error
	// beforeUpgrade keeps records of an older version safe.
	beforeUpgrade(ctx context.Context, db *sql.DB, version int) error
	// takeTurn makes processes that migrate at once wait for each other.
	takeTurn(ctx context.Context, tx *sql.Tx) error
	triggers() *template.Template
}

// feed is what the feed of the sync needs of a database.
type feed interface {
	// columnQuery lists the names of a table's columns and whether each may be
	// null and is no key.
	columnQuery() string
	// fillHashes computes the empty hashes of a part of the feed.
	fillHashes(db *gorm.DB, after, to int64) error
	// guards are statements that lift the triggers which keep keys and
	// erasures of a table, and those that put them back.
	guards(db *gorm.DB, table string) (lift, restore []string, err error)
	// beginBulk prepares a connection for a very large transaction.
	beginBulk(ctx context.Context, pool *sql.DB) error
}

// querier is a pool or a transaction.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}
