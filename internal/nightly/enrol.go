package nightly

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"frontdesk/internal/models"
)

// A desk is enrolled by a code that the district chooses; the first desk that
// comes with its login is that desk from then on. The code may also be the
// id of a desk that is known already.

// loginRow pairs a code with its login and its desk.
type loginRow struct {
	MallID string `gorm:"primaryKey"`
	Code   string `gorm:"primaryKey"`
	Role   string // login of a server; empty in a file
	DeskID string // empty until the desk came
}

func (loginRow) TableName() string { return "centre_logins" }

const createLogins = `CREATE TABLE IF NOT EXISTS centre_logins (
	mall_id TEXT NOT NULL,
	code    TEXT NOT NULL,
	role    TEXT NOT NULL,
	desk_id TEXT NOT NULL,
	PRIMARY KEY (mall_id, code)
)`

// Login is what an enrolled desk needs to come in. User and Password are empty
// for a centre in a file.
type Login struct {
	User     string
	Password string
}

var codeShape = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$`)

// Guard prepares a centre that has its tables for enrolling desks: on a server
// every desk will see and change its own rows only.
func (c *SQLCentre) Guard(ctx context.Context) error {
	return c.fault(c.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := tx.Exec(createLogins).Error; err != nil || !c.isServer() {
			return err
		}
		return guardRows(tx)
	}))
}

// Invite enrols a desk of a mall by a code. Again, it gives the desk a new
// password. Errors: KindUsage for a code that cannot be one.
func (c *SQLCentre) Invite(ctx context.Context, mallID, code string, entropy io.Reader) (Login, error) {
	if !codeShape.MatchString(code) {
		return Login{}, models.Misuse("centre.code", code)
	}
	if err := c.Guard(ctx); err != nil {
		return Login{}, err
	}
	var login Login
	err := c.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		row := loginRow{MallID: mallID, Code: code}
		if uuid.Validate(code) == nil {
			row.DeskID = code
			if err := expect(tx, row); err != nil {
				return err
			}
		}
		if c.isServer() {
			var err error
			if login, err = makeRole(tx, mallID, code, entropy); err != nil {
				return err
			}
		}
		row.Role = login.User
		return tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error
	})
	return login, c.fault(err)
}

// expect registers a desk whose number and name it will tell itself.
func expect(tx *gorm.DB, login loginRow) error {
	row := deskRow{MallID: login.MallID, ID: login.DeskID, Name: login.Code}
	return tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error
}

// Introduce tells the centre the desk's number and name. A desk that the
// centre has not seen takes the place that was made for it. Errors:
// KindRefused when there is none.
func (c *SQLCentre) Introduce(ctx context.Context, desk models.Desk) error {
	err := c.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		var known deskRow
		err := tx.Where("mall_id = ? AND id = ?", desk.MallID, desk.ID).Take(&known).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return c.claim(tx, desk)
		}
		if err != nil || known.Number == desk.Number && known.Name == desk.Name {
			return err
		}
		return tx.Model(&known).Updates(map[string]any{"number": desk.Number, "name": desk.Name}).Error
	})
	return c.fault(err)
}

// claim takes an open place: on a server the one of the login, in a file the
// one whose code is the desk's number, else the first.
func (c *SQLCentre) claim(tx *gorm.DB, desk models.Desk) error {
	if !tx.Migrator().HasTable(&loginRow{}) && !c.isServer() {
		return models.Refuse("sync.unknown_desk", c.target)
	}
	claimed := false
	var err error
	if c.isServer() {
		claimed, err = claimRole(tx, desk)
	} else {
		claimed, err = claimPlace(tx, desk)
	}
	if err == nil && !claimed {
		err = models.Refuse("sync.unknown_desk", c.target)
	}
	return err
}

func claimPlace(tx *gorm.DB, desk models.Desk) (bool, error) {
	var open []loginRow
	err := tx.Where("mall_id = ? AND desk_id = ''", desk.MallID).
		Order(clause.OrderBy{Expression: clause.Expr{SQL: "code <> ?, code", Vars: []any{fmt.Sprint(desk.Number)}}}).Limit(1).Find(&open).Error
	if err != nil || len(open) == 0 {
		return false, err
	}
	row := deskRow{MallID: desk.MallID, ID: desk.ID, Number: desk.Number, Name: desk.Name}
	return true, errors.Join(tx.Model(&open[0]).Update("desk_id", desk.ID).Error, tx.Create(&row).Error)
}

// Expected lists the codes of desks that have not come yet.
func (c *SQLCentre) Expected(ctx context.Context) ([]DeskStatus, error) {
	db := c.db.WithContext(ctx)
	if !db.Migrator().HasTable(&loginRow{}) {
		return nil, nil
	}
	var open []loginRow
	err := db.Where("desk_id = ''").Order("mall_id, code").Find(&open).Error
	list := make([]DeskStatus, len(open))
	for i, login := range open {
		list[i] = DeskStatus{MallID: login.MallID, Name: login.Code}
	}
	return list, c.fault(err)
}

func (c *SQLCentre) isServer() bool { return c.dialect.nowMicros != "" }
