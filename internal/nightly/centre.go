package nightly

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"strings"
	"text/template"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// centreVersion is the schema that this program makes. A centre one version
// behind or ahead is served too: steps between versions only add.
const centreVersion = 1

// maxBody is the size of a body (see dialect.Size) above which the centre's tables
// refuse a row; the largest real ones have some 2,000.
const maxBody = 16_384

// writerCentre is the writer of what the centre itself changed: erasures.
const writerCentre = "centre"

// SQLCentre is a centre in a database. It is safe for several goroutines.
type SQLCentre struct {
	db      *gorm.DB
	dialect dialect
	clock   models.Clock
	target  string // without password, for messages
	fail    failpoint
	compare func(a, b models.Version) int
}

var _ Centre = (*SQLCentre)(nil)

// Close releases the connection.
func (c *SQLCentre) Close() error {
	pool, err := c.db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

//go:embed centre_schema.sql
var schemaText string

var schemaTemplate = template.Must(template.New("schema").Parse(schemaText))

// Init creates the centre's tables. On a centre that has them already it does
// nothing. Errors: KindRefused in a file that is another database.
func (c *SQLCentre) Init(ctx context.Context) error {
	version, err := c.version(ctx)
	if err == nil {
		return c.checkVersion(version)
	}
	if err := c.refuseForeign(ctx); err != nil {
		return err
	}
	var script bytes.Buffer
	if err := schemaTemplate.Execute(&script, schemaWords{c.dialect, centreVersion, maxBody}); err != nil {
		return err
	}
	return c.fault(c.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		for _, statement := range strings.Split(strings.TrimSuffix(script.String(), ";\n"), ";\n") {
			if err := tx.Exec(statement).Error; err != nil {
				return err
			}
		}
		return nil
	}))
}

// refuseForeign keeps a centre out of a file that is another database: a desk's
// own file would hold its records twice and save none of them.
func (c *SQLCentre) refuseForeign(ctx context.Context) error {
	if c.dialect.nowMicros != "" { // a server's database may be shared
		return nil
	}
	var tables int
	err := c.db.WithContext(ctx).Raw(`SELECT count(*) FROM sqlite_schema`).Scan(&tables).Error
	if err == nil && tables > 0 {
		return models.Refuse("sync.foreign", c.target)
	}
	return c.fault(err)
}

// Ready tells whether the centre has tables that this program can work with.
// Errors: KindRefused for a centre that was never initialised or is too old
// or too new.
func (c *SQLCentre) Ready(ctx context.Context) error {
	version, err := c.version(ctx)
	if errors.Is(err, errNoTables) {
		return models.Refuse("sync.not_initialised", c.target)
	}
	if err != nil {
		return err
	}
	return c.checkVersion(version)
}

var errNoTables = errors.New("the centre has no tables")

func (c *SQLCentre) version(ctx context.Context) (int, error) {
	db := c.db.WithContext(ctx)
	if !db.Migrator().HasTable("centre_schema") {
		if pool, err := db.DB(); err != nil {
			return 0, c.fault(err)
		} else if err := pool.PingContext(ctx); err != nil {
			return 0, c.fault(err)
		}
		return 0, errNoTables
	}
	var version int
	err := db.Raw(`SELECT version FROM centre_schema`).Scan(&version).Error
	return version, c.fault(err)
}

func (c *SQLCentre) checkVersion(version int) error {
	switch {
	case version < centreVersion-1:
		return models.Refuse("sync.centre_old", c.target)
	case version > centreVersion+1:
		return models.Refuse("sync.centre_new", c.target)
	}
	return nil
}

// write runs work in one transaction that holds the desk's row: pushes and
// pulls of one desk, and of its clones, come one after the other.
func (c *SQLCentre) write(ctx context.Context, mallID, deskID string, work func(tx *gorm.DB, desk *deskRow) error) error {
	err := c.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		desk, err := c.lockDesk(tx, mallID, deskID)
		if err != nil {
			return err
		}
		if err := c.fail.at(centreLocked); err != nil {
			return err
		}
		if err := work(tx, desk); err != nil {
			return err
		}
		return tx.Select("seq", "seen_at", "waiting").Updates(desk).Error
	})
	return c.fault(err)
}

func (c *SQLCentre) lockDesk(tx *gorm.DB, mallID, deskID string) (*deskRow, error) {
	var desk deskRow
	err := tx.Clauses(forUpdate).Where("mall_id = ? AND id = ?", mallID, deskID).Take(&desk).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, models.Refuse("sync.unknown_desk", c.target)
	}
	return &desk, err
}
