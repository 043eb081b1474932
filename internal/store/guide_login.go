package store

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"io"
	"regexp"
	"strings"

	"github.com/jackc/pgx/v5"
	"gorm.io/gorm"

	"frontdesk/internal/models"
	"frontdesk/internal/pgserver"
)

//go:embed guide.sql
var guideScript string

var guideName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$`)

// InviteGuide makes a login for a guide's tablet that reads the directory and
// counts of this mall's database and nothing else, or gives it a new password.
// Errors: KindUsage for a name that cannot be one, KindRefused on a desk's own
// file, KindFault when this login may not make others.
func (s *Store) InviteGuide(ctx context.Context, name string, entropy io.Reader) (pgserver.Login, error) {
	if _, ok := s.base.(*server); !ok {
		return pgserver.Login{}, models.Refuse("database.guide_file")
	}
	if !guideName.MatchString(name) {
		return pgserver.Login{}, models.Misuse("database.guide_name", name)
	}
	var login pgserver.Login
	err := s.write.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		var database, schema string
		if err := one(db.Raw(`SELECT current_database(), current_schema()`), &database, &schema); err != nil {
			return err
		}
		password, err := pgserver.NewPassword(entropy)
		if err != nil {
			return err
		}
		verifier, err := pgserver.ScramVerifier(password, entropy)
		if err != nil {
			return err
		}
		login = pgserver.Login{User: guideRole(database, schema, name), Password: password}
		return grantGuide(db, login.User, verifier, database, schema)
	})
	return login, s.fault(err)
}

// grantGuide makes the role and says all that it may do. The rights hang on
// the role itself: one of a group would count in other malls' databases too.
func grantGuide(db *gorm.DB, user, verifier, database, schema string) error {
	var exists bool
	if err := one(db.Raw(`SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)`, user), &exists); err != nil {
		return err
	}
	verb := "CREATE"
	if exists {
		verb = "ALTER"
	}
	quoted := func(name string) string { return pgx.Identifier{name}.Sanitize() }
	role := quoted(user)
	statements := append(strings.Split(guideScript, ";\n\n"),
		verb+` ROLE `+role+` LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT CONNECTION LIMIT 8 PASSWORD '`+verifier+`'`,
		`ALTER ROLE `+role+` SET default_transaction_read_only = on`,
		`ALTER ROLE `+role+` SET statement_timeout = '10s'`,
		`ALTER ROLE `+role+` SET idle_in_transaction_session_timeout = '20s'`,
		`GRANT CONNECT ON DATABASE `+quoted(database)+` TO `+role,
		`GRANT USAGE ON SCHEMA `+quoted(schema)+` TO `+role,
		`GRANT SELECT ON directory_heads, directory_items, guide_board, guide_revision, guide_counts, guide_presences TO `+role,
		`GRANT SELECT (mall_id) ON folder TO `+role,
	)
	for _, statement := range statements {
		if err := db.Exec(statement).Error; err != nil {
			return err
		}
	}
	return nil
}

// guideRole is unique on the server, on which roles of all databases meet.
func guideRole(database, schema, name string) string {
	plain := func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{database, schema, name}, "\x00")))
	return "guide_" + strings.Map(plain, strings.ToLower(name)) + "_" + hex.EncodeToString(sum[:4])
}
