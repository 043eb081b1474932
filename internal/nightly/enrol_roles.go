package nightly

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"io"
	"strings"

	"github.com/jackc/pgx/v5"
	"gorm.io/gorm"

	"frontdesk/internal/models"
	"frontdesk/internal/pgserver"
)

// deskGroup is the role that holds what all desks may do.
const deskGroup = "frontdesk_desk"

//go:embed enrol_rows.sql
var rowsText string

//go:embed enrol_group.sql
var groupText string

// guardRows turns row-level security on. It can be repeated.
func guardRows(tx *gorm.DB) error { return execute(tx, rowsText) }

// execute runs a script whose statements have blank lines between them.
func execute(tx *gorm.DB, script string) error {
	for _, statement := range strings.Split(strings.TrimSpace(script), "\n\n") {
		if err := tx.Exec(statement).Error; err != nil {
			return err
		}
	}
	return nil
}

// makeRole makes a desk's login or gives it a new password, of which the
// server hears the SCRAM verifier only: statements may be logged.
func makeRole(tx *gorm.DB, mallID, code string, entropy io.Reader) (Login, error) {
	if err := execute(tx, groupText); err != nil {
		return Login{}, err
	}
	var database string
	if err := tx.Raw(`SELECT current_database()`).Scan(&database).Error; err != nil {
		return Login{}, err
	}
	login := Login{User: roleName(database, mallID, code)}
	var err error
	if login.Password, err = pgserver.NewPassword(entropy); err != nil {
		return Login{}, err
	}
	verifier, err := pgserver.ScramVerifier(login.Password, entropy)
	if err != nil {
		return Login{}, err
	}
	return login, setRole(tx, login.User, verifier)
}

func setRole(tx *gorm.DB, name, verifier string) error {
	var exists bool
	if err := tx.Raw(`SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)`, name).Scan(&exists).Error; err != nil {
		return err
	}
	verb := "CREATE"
	if exists {
		verb = "ALTER"
	}
	role := pgx.Identifier{name}.Sanitize()
	for _, statement := range []string{
		verb + ` ROLE ` + role + ` LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '` + verifier + `'`,
		`GRANT ` + deskGroup + ` TO ` + role,
		`ALTER ROLE ` + role + ` SET statement_timeout = '30s'`,
		// A desk that went dark in a transaction must not hold its row.
		`ALTER ROLE ` + role + ` SET idle_in_transaction_session_timeout = '60s'`,
	} {
		if err := tx.Exec(statement).Error; err != nil {
			return err
		}
	}
	return nil
}

// roleName is unique on the server, on which roles of all databases meet.
func roleName(database, mallID, code string) string {
	plain := func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}
	h := sha256.New()
	writeParts(h, database, mallID, code)
	return "desk_" + strings.Map(plain, strings.ToLower(code)) + "_" + hex.EncodeToString(h.Sum(nil)[:4])
}

// claimRole makes the login's place this desk's, if it is still free.
func claimRole(tx *gorm.DB, desk models.Desk) (bool, error) {
	var possible bool
	const ask = `SELECT coalesce(has_function_privilege(to_regprocedure('centre_claim(text, text, bigint, text)'), 'execute'), false)`
	if err := tx.Raw(ask).Scan(&possible).Error; err != nil || !possible {
		return false, err
	}
	claimed := false
	err := tx.Raw(`SELECT centre_claim(?, ?, ?, ?)`, desk.MallID, desk.ID, desk.Number, desk.Name).Scan(&claimed).Error
	return claimed, err
}
