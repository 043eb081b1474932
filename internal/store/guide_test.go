package store_test

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/pgserver"
	"frontdesk/internal/pgtest"
	"frontdesk/internal/store"
)

// tablet is a mall's database with one desk at work and the login of a guide's
// tablet, on a server that asks for passwords.
type tablet struct {
	*testing.T
	*bench
	server   *pgtest.Server
	database string
	owner    string // URL
	login    pgserver.Login
	guide    *store.Store
	shown    *desk.Desk // as the tablet's program has it
}

// TestATabletsLogin gives each rule a database of its own on one server.
func TestATabletsLogin(t *testing.T) {
	s := pgtest.Start(t, "fsync=off", "log_statement=all")
	s.AskPasswords(t)
	for i, rule := range []struct {
		name  string
		proof func(*tablet)
	}{
		{"it reads these things and is refused every other table and verb", readsTheseOnly},
		{"it sees counts, presence and waits change", seesChanges},
		{"opening and reading it write nothing", writesNothing},
		{"it goes on when the server came back", outlivesTheServer},
		{"another invitation gives a new password", takesNewPassword},
		{"it sees no other mall's database", seesOneMall},
	} {
		t.Run(rule.name, func(t *testing.T) { rule.proof(newTablet(t, s, fmt.Sprintf("tablet_%d", i))) })
	}
}

func newTablet(t *testing.T, s *pgtest.Server, database string) *tablet {
	t.Helper()
	s.CreateDatabase(t, database)
	tb := &tablet{T: t, server: s, database: database, owner: s.URL(pgtest.Superuser, database)}
	tb.bench = deskOn(t, func(clock models.Clock, options ...store.Option) (*store.Store, error) {
		return store.OpenServer(context.Background(), tb.owner, "", clock, options...)
	}, 1)
	tb.parts.Board = tb.store
	tb.Desk = desk.New(tb.parts)
	tb.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"),
		Visitor: models.Identity{Name: "Wulan Contoh", NIK: "6402065708900002", Phone: "081234567890"}})
	tb.login = tb.invite("lantai-1")
	tb.guide, tb.shown = tb.enter(tb.login.Password)
	return tb
}

func (tb *tablet) invite(name string) pgserver.Login {
	tb.Helper()
	login, err := tb.store.InviteGuide(context.Background(), name, rand.Reader)
	if err != nil {
		tb.Fatal(err)
	}
	return login
}

// enter opens the database as the tablet does.
func (tb *tablet) enter(password string) (*store.Store, *desk.Desk) {
	tb.Helper()
	clock := models.ClockFunc(func() time.Time { return tb.now })
	s, err := store.OpenGuide(tb.server.URL(tb.login.User, tb.database), password, clock)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	mall, stamp, err := s.Directory(context.Background(), 0)
	if err != nil {
		return s, nil
	}
	return s, desk.New(desk.Options{Store: s, Board: s, Tablet: true, Clock: clock, Directory: mall, Stamp: stamp,
		NewID: func() string { return "id" }})
}

// raw is a connection of the tablet's login that has lifted what it can.
func (tb *tablet) raw() *sql.DB {
	tb.Helper()
	db, err := pgserver.Open(tb.server.URL(tb.login.User, tb.database), tb.login.Password,
		map[string]string{"default_transaction_read_only": "off"}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := db.Close(); err != nil {
			tb.Error(err)
		}
	})
	return db
}

func (tb *tablet) today(d *desk.Desk) desk.Today {
	tb.Helper()
	today, err := d.Today(context.Background(), tb.now)
	if err != nil {
		tb.Fatal(err)
	}
	return today
}

// columnsOf lists every table and view of the mall with its columns.
func (tb *tablet) columnsOf() map[string][]string {
	tb.Helper()
	owner, err := pgserver.Open(tb.owner, "", nil, nil)
	if err != nil {
		tb.Fatal(err)
	}
	defer owner.Close()
	rows, err := owner.Query(`SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
		WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped`)
	if err != nil {
		tb.Fatal(err)
	}
	defer rows.Close()
	all := map[string][]string{}
	for rows.Next() {
		var table, column string
		if err := rows.Scan(&table, &column); err != nil {
			tb.Fatal(err)
		}
		all[table] = append(all[table], column)
	}
	return all
}

// mayRead are the columns that the login may read; none named: all of them.
var mayRead = map[string][]string{"directory_heads": nil, "directory_items": nil, "guide_board": nil, "guide_revision": nil,
	"guide_counts": nil, "guide_presences": nil, "folder": {"mall_id"}}

// sums are views that nobody can write: the server says so before it looks at
// rights.
var sums = map[string]bool{"guide_revision": true, "guide_counts": true, "guide_presences": true}

var verbs = []string{"INSERT INTO ? DEFAULT VALUES", "DELETE FROM ?", "DROP TABLE ?", "ALTER TABLE ? ADD more TEXT", "TRUNCATE ?",
	"DO $$ BEGIN LOCK TABLE ?; END $$", "CREATE INDEX ON ? ((1))"}

func readsTheseOnly(tb *tablet) {
	db, tables := tb.raw(), tb.columnsOf()
	if len(tables) < 20 || tables["visits"] == nil || tables["audit"] == nil {
		tb.Fatalf("only these tables: %v", slices.Sorted(maps.Keys(tables)))
	}
	tried := 0
	refused := func(statement string) {
		tried++
		_, err := db.Exec(statement)
		var refusal *pgconn.PgError
		if !errors.As(err, &refusal) || refusal.Code != "42501" {
			tb.Errorf("%s: %v", statement, err)
		}
	}
	for table, columns := range tables {
		allowed, listed := mayRead[table]
		for _, column := range columns {
			read := "SELECT " + column + " FROM " + table
			if !listed || allowed != nil && !slices.Contains(allowed, column) {
				refused(read)
			} else if _, err := db.Exec(read); err != nil {
				tb.Errorf("%s: %v", read, err)
			}
			if !sums[table] {
				refused("UPDATE " + table + " SET " + column + " = " + column)
			}
		}
		for _, verb := range verbs {
			if !sums[table] {
				refused(strings.ReplaceAll(verb, "?", table))
			}
		}
	}
	for _, verb := range []string{"CREATE TABLE mine (a INT)", "CREATE SCHEMA mine", "CREATE ROLE mine", "CREATE DATABASE mine",
		"COPY (SELECT 1) TO PROGRAM 'true'", "SELECT pg_read_file('postgresql.conf')", "CREATE EXTENSION dblink",
		"UPDATE guide_presences SET state = state", "DELETE FROM guide_presences", "INSERT INTO guide_presences (id) VALUES ('x')"} {
		refused(verb)
	}
	tb.Logf("%d statements on %d tables were refused", tried, len(tables))
}

func seesChanges(tb *tablet) {
	revision := func() int64 {
		r, err := tb.guide.Revision(context.Background())
		if err != nil {
			tb.Fatal(err)
		}
		return r
	}
	before, seen := tb.today(tb.shown), revision()
	tb.mustCheckIn(tb.T, desk.CheckIn{Errands: errands("DUK-02")})
	if _, err := tb.MarkPresence(context.Background(), desk.PresenceMark{Agency: "POL", State: models.PresenceAbsent, Reason: "sakit"}); err != nil {
		tb.Fatal(err)
	}
	after, agency := tb.today(tb.shown), tb.agencyOf("DUK-02")
	if after.Demand[agency].Issued != before.Demand[agency].Issued+1 || after.Demand[agency].Waiting != 2 {
		tb.Errorf("counted %+v after %+v", after.Demand[agency], before.Demand[agency])
	}
	if after.Presence["POL"].State != models.PresenceAbsent || after.Presence["POL"].OperatorID != "" {
		tb.Errorf("presence %+v", after.Presence["POL"])
	}
	if r := revision(); r <= seen {
		tb.Errorf("revision %d after %d", r, seen)
	}
	seen = revision()
	told := tb.today(tb.Desk) // a desk looks, and posts its waits
	want, ok := told.Forecast.Service("DUK-02")
	got, shown := tb.today(tb.shown).Forecast.Service("DUK-02")
	if !ok || !shown || got != want || want.Ahead != 2 {
		tb.Errorf("the tablet tells %+v, the desk %+v", got, want)
	}
	if r := revision(); r <= seen {
		tb.Errorf("a post did not raise the revision %d", r)
	}
	tb.now = tb.now.Add(5 * time.Minute)
	if _, shown := tb.today(tb.shown).Forecast.Service("DUK-02"); shown {
		tb.Error("waits that nobody posted for five minutes are still told")
	}
}

func (tb *tablet) agencyOf(service string) string {
	_, agency := tb.Catalogue().Service(service)
	return agency.Code
}

func writesNothing(tb *tablet) {
	owner, err := pgserver.Open(tb.owner, "", nil, nil)
	if err != nil {
		tb.Fatal(err)
	}
	defer owner.Close()
	state := func() (said string) {
		err := owner.QueryRow(`SELECT (SELECT string_agg(query_to_xml('SELECT * FROM ' || quote_ident(relname), true, true, '')::text, '' ORDER BY relname)
			FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r')`).Scan(&said)
		if err != nil {
			tb.Fatal(err)
		}
		return said
	}
	before := state()
	s, d := tb.enter(tb.login.Password)
	tb.today(d)
	if err := d.Missed(context.Background(), "kata yang tidak ada"); err != nil {
		tb.Error(err)
	}
	if _, err := d.CheckIn(context.Background(), desk.CheckIn{Errands: errands("DUK-02")}); models.KindOf(err) != models.KindFault {
		tb.Errorf("a check-in gave %v", err)
	}
	if _, err := s.Visits(context.Background(), []string{"MPP-6402"}, "2026-11-23"); models.KindOf(err) != models.KindFault {
		tb.Errorf("the visits gave %v", err)
	}
	if before == "" || state() != before {
		tb.Error("the database changed")
	}
}

func outlivesTheServer(tb *tablet) {
	tb.today(tb.shown)
	tb.server.Stop(tb.T, "immediate")
	_, err := tb.shown.Today(context.Background(), tb.now)
	tb.server.Go(tb.T)
	var known *models.Error
	if !errors.As(err, &known) || known.Says.Key != "database.gone" {
		tb.Errorf("while it was gone: %v", err)
	}
	tb.today(tb.shown)
}

func takesNewPassword(tb *tablet) {
	again := tb.invite("lantai-1")
	log, err := os.ReadFile(tb.server.LogPath())
	if err != nil || strings.Contains(string(log), again.Password) || !strings.Contains(string(log), again.User) {
		tb.Errorf("the server heard the password, or nothing: %v", err)
	}
	if again.User != tb.login.User || again.Password == tb.login.Password {
		tb.Errorf("got %s", again.User)
	}
	if _, d := tb.enter(tb.login.Password); d != nil {
		tb.Error("the old password still opens")
	}
	if _, d := tb.enter(again.Password); d == nil {
		tb.Error("the new password does not open")
	}
	if _, err := tb.store.InviteGuide(context.Background(), "x; DROP", rand.Reader); models.KindOf(err) != models.KindUsage {
		tb.Errorf("a name that is none: %v", err)
	}
}

func seesOneMall(tb *tablet) {
	other := newTablet(tb.T, tb.server, tb.database+"_other")
	s, err := store.OpenGuide(tb.server.URL(tb.login.User, other.database), tb.login.Password, stopped(monday))
	if err != nil {
		tb.Fatal(err)
	}
	defer s.Close()
	if _, _, err := s.Directory(context.Background(), 0); models.KindOf(err) != models.KindFault {
		tb.Errorf("got %v", err)
	}
}

func TestAFileHasNoTabletsLogin(t *testing.T) {
	s, err := store.Open(context.Background(), t.TempDir(), stopped(monday))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.InviteGuide(context.Background(), "tablet", rand.Reader); models.KindOf(err) != models.KindRefused {
		t.Errorf("got %v", err)
	}
}
