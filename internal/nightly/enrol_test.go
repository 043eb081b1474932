package nightly

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"frontdesk/internal/models"
	"frontdesk/internal/pgtest"
	"frontdesk/internal/store"
)

// TestALoginOfAServer gives each rule a database of its own on one server.
func TestALoginOfAServer(t *testing.T) {
	s := pgtest.Start(t, "fsync=off", "log_statement=all")
	s.AskPasswords(t)
	for i, rule := range []struct {
		name  string
		proof func(*testing.T, *guarded)
	}{
		{"a desk's login can sync and verify", syncsAndVerifies},
		{"it reads and changes nothing of another desk", touchesNoOtherDesk},
		{"it is refused what it does not need", refusesTheRest},
		{"it has these rights on these tables and no others", hasTheseRights},
		{"it cannot speak for another desk", speaksForItselfOnly},
		{"it sees the directories of its own mall only", seesOwnDirectories},
		{"a table of its own makes it no other desk", resistsOwnTables},
		{"a login belongs to the first desk that comes with it", bindsLogins},
		{"a record with another desk's id goes to quarantine and holds nothing up", quarantinesTakenIDs},
		{"another invitation gives a new password", renewsPasswords},
		{"the server never hears a password", hearsNoPassword},
	} {
		t.Run(rule.name, func(t *testing.T) { rule.proof(t, newGuarded(t, s, i)) })
	}
}

// guarded is a server's centre with its owner and two desks of one mall that
// came in by their logins.
type guarded struct {
	*testing.T
	server   *pgtest.Server
	database string
	owner    *SQLCentre
	mallID   string
	desks    [2]*station
	logins   [2]Login
	at       [2]*SQLCentre // the centre as each login sees it
}

func newGuarded(t *testing.T, s *pgtest.Server, number int) *guarded {
	t.Helper()
	g := &guarded{T: t, server: s, database: fmt.Sprintf("guarded_%d", number)}
	s.CreateDatabase(t, g.database)
	g.owner = openCentre(t, s.URL(pgtest.Superuser, g.database), "")
	must(t, g.owner.Init(context.Background()))
	for i := range g.desks {
		g.desks[i] = newBranch(t, i+1)
		g.mallID = g.desks[i].mallID
		g.logins[i] = g.invite(fmt.Sprint(i + 1))
		g.at[i] = g.enter(g.logins[i])
		must(t, g.at[i].Introduce(context.Background(), g.desks[i].self))
	}
	return g
}

func (g *guarded) enter(l Login) *SQLCentre {
	g.Helper()
	return openCentre(g.T, g.server.URL(l.User, g.database), l.Password)
}

func (g *guarded) invite(code string) Login {
	g.Helper()
	l, err := g.owner.Invite(context.Background(), g.mallID, code, rand.Reader)
	must(g, err)
	return l
}

func (g *guarded) sync(i int) Result {
	g.Helper()
	return g.desks[i].syncTo(g.at[i])
}

func syncsAndVerifies(t *testing.T, g *guarded) {
	for i, desk := range g.desks {
		desk.checkIn("word")
		if r := g.sync(i); r.Sent < 4 || r.Waiting != 0 || r.Quarantined != 0 {
			t.Errorf("desk %d: %+v", i+1, r)
		}
		check, err := NewEngine(Options{Feed: desk.store, Clock: desk}).Reconcile(context.Background(), g.at[i])
		if err != nil || !check.Equal {
			t.Errorf("desk %d: %+v, %v", i+1, check, err)
		}
		if r := g.sync(i); r.Sent != 0 {
			t.Errorf("desk %d sends again: %+v", i+1, r)
		}
	}
	list, err := g.owner.Status(context.Background())
	if err != nil || len(list) != 2 || list[0].Name != "Meja 1" || list[1].Records != 4 {
		t.Errorf("the owner sees %+v, %v", list, err)
	}
}

func touchesNoOtherDesk(t *testing.T, g *guarded) {
	for i, desk := range g.desks {
		desk.checkIn("word")
		g.sync(i)
	}
	for _, table := range []string{"centre_desks", "centre_streams", "centre_records", "centre_history", "centre_quarantine"} {
		column := "desk_id"
		if table == "centre_desks" {
			column = "id"
		}
		var foreign int
		must(t, g.at[0].db.Raw(`SELECT count(*) FROM `+table+` WHERE `+column+` <> 'desk-1'`).Scan(&foreign).Error)
		if foreign != 0 {
			t.Errorf("%s shows %d rows of another desk", table, foreign)
		}
	}
	for _, statement := range []string{
		`UPDATE centre_records SET body = '{}' WHERE desk_id = 'desk-2'`,
		`UPDATE centre_streams SET acked = 0 WHERE desk_id = 'desk-2'`,
		`UPDATE centre_history SET body = '' WHERE desk_id = 'desk-2'`,
		`UPDATE centre_quarantine SET released_at = 1 WHERE desk_id = 'desk-2'`,
		`UPDATE centre_desks SET name = 'x' WHERE id = 'desk-2'`,
	} {
		if r := g.at[0].db.Exec(statement); r.Error != nil || r.RowsAffected != 0 {
			t.Errorf("%s: %d rows, %v", statement, r.RowsAffected, r.Error)
		}
	}
}

func refusesTheRest(t *testing.T, g *guarded) {
	g.desks[0].checkIn("word")
	g.sync(0)
	mall := g.mallID
	for _, statement := range []string{
		`DELETE FROM centre_records`,
		`DELETE FROM centre_streams`,
		`DELETE FROM centre_history`,
		`DELETE FROM centre_quarantine`,
		`DELETE FROM centre_desks`,
		`TRUNCATE centre_records`,
		`DROP TABLE centre_records`,
		`ALTER TABLE centre_records DISABLE ROW LEVEL SECURITY`,
		`SELECT * FROM centre_logins`,
		`UPDATE centre_logins SET desk_id = 'desk-2'`,
		`SELECT * FROM pg_authid`,
		`UPDATE centre_records SET desk_id = 'desk-2'`,
		`UPDATE centre_records SET id = 'x'`,
		`UPDATE centre_desks SET id = 'desk-2'`,
		`UPDATE centre_desks SET mall_id = 'x'`,
		`INSERT INTO centre_desks (mall_id, id, number, name, enrolled_at) VALUES ('` + mall + `', 'desk-9', 9, '', 0)`,
		`INSERT INTO centre_directories VALUES ('` + mall + `', 9, '', '', 0)`,
		`UPDATE centre_schema SET version = 9`,
		`INSERT INTO centre_streams VALUES ('` + mall + `', 'desk-2', 'i', 0, '', '', '', '', 0)`,
		`INSERT INTO centre_quarantine VALUES ('` + mall + `', 'desk-2', '', 'q', false, 1, '', '', '', '', '', '', '', '', 0, 0)`,
		`INSERT INTO centre_records VALUES ('` + mall + `', 'x', 'visits', 'desk-2', '', false, 1, '', '', '{}', '', 0, 0)`,
		`INSERT INTO centre_history VALUES ('` + mall + `', 'x', 'visits', 'desk-2', '', false, 1, '', '', '', 0)`,
		`CREATE TABLE mine (x int)`,
		`CREATE POLICY mine ON centre_records USING (true)`,
		`CREATE OR REPLACE FUNCTION centre_my_desk() RETURNS text LANGUAGE sql AS $$ SELECT 'desk-2' $$`,
		`SET SESSION AUTHORIZATION ` + pgtest.Superuser,
		`SELECT pg_read_file('/etc/passwd')`,
		`COPY centre_records TO PROGRAM 'cat'`,
		`ALTER ROLE ` + g.logins[1].User + ` PASSWORD 'x'`,
		`SET ROLE ` + pgtest.Superuser,
		`ALTER ROLE ` + g.logins[0].User + ` SUPERUSER`,
	} {
		var server *pgconn.PgError
		if err := g.at[0].db.Exec(statement).Error; !errors.As(err, &server) || server.Code != "42501" {
			t.Errorf("%s: %v", statement, err)
		}
	}
	var timeout string
	must(t, g.at[0].db.Raw(`SHOW statement_timeout`).Scan(&timeout).Error)
	if timeout != "30s" {
		t.Errorf("statement_timeout is %s", timeout)
	}
}

// hasTheseRights reads the rights on every table of the centre, also on one
// that is added one day.
func hasTheseRights(t *testing.T, g *guarded) {
	const ask = `SELECT c.relname || ':' || coalesce((SELECT string_agg(' ' || r, '' ORDER BY r)
			FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) r
			WHERE has_table_privilege(c.oid, r)), '')
		|| coalesce((SELECT ' UPDATE(' || string_agg(a.attname, ',' ORDER BY a.attname) || ')' FROM pg_attribute a
			WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT has_table_privilege(c.oid, 'UPDATE')
			AND has_column_privilege(c.oid, a.attnum, 'UPDATE')), '')
		|| CASE WHEN c.relrowsecurity THEN ' rows' ELSE '' END
		FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY c.relname`
	want := []string{
		"centre_desks: SELECT UPDATE(name,number,seen_at,seq,waiting) rows",
		"centre_directories: SELECT rows",
		"centre_history: INSERT SELECT UPDATE(body) rows",
		"centre_logins: rows",
		"centre_quarantine: INSERT SELECT UPDATE(body,released_at) rows",
		"centre_records: INSERT SELECT UPDATE(body,business_date,erased,row_hash,seq,session,stored_at,ver,writer) rows",
		"centre_schema: SELECT",
		"centre_streams: INSERT SELECT UPDATE rows",
	}
	var got []string
	must(t, g.at[0].db.Raw(ask).Scan(&got).Error)
	if !slices.Equal(got, want) {
		t.Errorf("it may\n%s", strings.Join(got, "\n"))
	}
}

func speaksForItselfOnly(t *testing.T, g *guarded) {
	ctx, centre := context.Background(), g.at[0]
	g.desks[1].checkIn("word")
	g.sync(1)
	other := Stream{MallID: g.mallID, DeskID: "desk-2", Incarnation: "mine"}
	_, hello := centre.Hello(ctx, Hello{Stream: other})
	_, push := centre.Push(ctx, Batch{Stream: other, ID: "b", To: 1})
	_, pull := centre.Pull(ctx, PullRequest{Stream: other, Limit: 10})
	erase := centre.Erase(ctx, g.mallID, "desk-2", []string{"x"})
	for name, err := range map[string]error{"hello": hello, "push": push, "pull": pull, "erase": erase} {
		if saysOf(err).Key != "sync.unknown_desk" {
			t.Errorf("%s: %v", name, err)
		}
	}
	days, err := centre.RecordDays(ctx, g.mallID, "desk-2")
	if err != nil || len(days) > 0 {
		t.Errorf("it counts %+v, %v", days, err)
	}
	rows, err := centre.Records(ctx, g.mallID, "desk-2", g.desks[1].idsOfVisits(t))
	if err != nil || len(rows) > 0 {
		t.Errorf("it reads %+v, %v", rows, err)
	}
	list, err := centre.Status(ctx)
	if err != nil || len(list) != 1 || list[0].ID != "desk-1" {
		t.Errorf("it lists %+v, %v", list, err)
	}
}

func (s *station) idsOfVisits(t *testing.T) []string {
	t.Helper()
	ids := strings.Fields(dump(t, filepath.Join(s.folder, store.FileName), `SELECT id FROM visits`))
	if len(ids) == 0 {
		t.Fatal("the desk has no visits")
	}
	return ids
}

func seesOwnDirectories(t *testing.T, g *guarded) {
	ctx := context.Background()
	for _, mall := range []string{g.mallID, "MPP-LAIN"} {
		if _, err := g.owner.Publish(ctx, mall, []byte("{}")); err != nil {
			t.Fatal(err)
		}
	}
	var malls []string
	must(t, g.at[0].db.Raw(`SELECT mall_id FROM centre_directories`).Scan(&malls).Error)
	if !slices.Equal(malls, []string{g.mallID}) {
		t.Errorf("it sees those of %v", malls)
	}
	if _, err := g.at[0].Publish(ctx, g.mallID, []byte("{}")); saysOf(err).Key != "sync.forbidden" {
		t.Errorf("it published: %v", err)
	}
}

func resistsOwnTables(t *testing.T, g *guarded) {
	g.desks[1].checkIn("word")
	g.sync(1)
	tx := g.at[0].db.Begin()
	defer tx.Rollback()
	must(t, tx.Exec(`CREATE TEMP TABLE centre_logins (mall_id text, role text, desk_id text)`).Error)
	must(t, tx.Exec(`INSERT INTO centre_logins VALUES (?, session_user, 'desk-2')`, g.mallID).Error)
	var seen int
	must(t, tx.Raw(`SELECT count(*) FROM centre_records`).Scan(&seen).Error)
	if seen != 0 {
		t.Errorf("it sees %d records of another desk", seen)
	}
}

func bindsLogins(t *testing.T, g *guarded) {
	ctx := context.Background()
	third := g.desks[1].self
	third.ID = "desk-3"
	if err := g.at[0].Introduce(ctx, third); models.KindOf(err) != models.KindRefused {
		t.Errorf("a second desk by a used login: %v", err)
	}
	open := g.enter(g.invite("3"))
	if err := open.Introduce(ctx, g.desks[1].self); models.KindOf(err) != models.KindRefused {
		t.Errorf("an open login for a desk that has one: %v", err)
	}
	other := third
	other.MallID = "MPP-LAIN"
	if err := open.Introduce(ctx, other); models.KindOf(err) != models.KindRefused {
		t.Errorf("a desk of another mall: %v", err)
	}
	if err := open.Introduce(ctx, third); err != nil {
		t.Errorf("a new desk by an open login: %v", err)
	}
}

func quarantinesTakenIDs(t *testing.T, g *guarded) {
	g.desks[0].ids = g.desks[1].ids // both make the same ids
	visit, _ := g.desks[1].checkIn("theirs")
	g.sync(1)
	again, _ := g.desks[0].checkIn("mine")
	if again != visit {
		t.Fatalf("ids %s and %s", visit, again)
	}
	if r := g.sync(0); r.Waiting != 0 || r.Quarantined != 3 {
		t.Errorf("%+v", r)
	}
}

func renewsPasswords(t *testing.T, g *guarded) {
	again := g.invite("1")
	if again.User != g.logins[0].User || again.Password == g.logins[0].Password {
		t.Errorf("%s and %s", again.User, g.logins[0].User)
	}
	_, err := Open(context.Background(), g.server.URL(again.User, g.database), Access{Password: g.logins[0].Password})
	if key := saysOf(err).Key; key != "sync.password" {
		t.Errorf("the old password: %v", err)
	}
	must(t, g.enter(again).Introduce(context.Background(), g.desks[0].self))
}

func hearsNoPassword(t *testing.T, g *guarded) {
	log := string(readFile(t, g.server.LogPath()))
	for _, login := range g.logins {
		if !strings.Contains(log, login.User) || strings.Contains(log, login.Password) {
			t.Error("the server's log has the password, or not the statement")
		}
	}
}

func TestInAFileThePlaceWithTheDesksNumberIsTakenFirst(t *testing.T) {
	centre, mallID := newFileCentre(t), "MPP"
	ctx := context.Background()
	for _, code := range []string{"1", "2", "gudang"} {
		if _, err := centre.Invite(ctx, mallID, code, rand.Reader); err != nil {
			t.Fatal(err)
		}
	}
	desk := models.Desk{ID: "desk-2", MallID: "MPP", Number: 2, Name: "Meja 2"}
	must(t, centre.Introduce(ctx, desk))
	open, err := centre.Expected(ctx)
	if err != nil || len(open) != 2 || open[0].Name != "1" || open[1].Name != "gudang" {
		t.Errorf("still open: %+v, %v", open, err)
	}
}

func TestADeskThatNobodyEnrolledIsRefused(t *testing.T) {
	centre := newFileCentre(t)
	desk := models.Desk{ID: "desk-2", MallID: "MPP", Number: 2, Name: "Meja 2"}
	for _, prepare := range []func(context.Context) error{func(context.Context) error { return nil }, centre.Guard} {
		must(t, prepare(context.Background()))
		err := centre.Introduce(context.Background(), desk)
		if saysOf(err).Key != "sync.unknown_desk" {
			t.Errorf("got %v", err)
		}
	}
}

func TestADesksCodeIsOneWord(t *testing.T) {
	centre := newFileCentre(t)
	for _, code := range []string{"", "a b", "a'b", "-x", strings.Repeat("x", 41), "é"} {
		if _, err := centre.Invite(context.Background(), "MPP", code, rand.Reader); models.KindOf(err) != models.KindUsage {
			t.Errorf("%q: %v", code, err)
		}
	}
}

func newFileCentre(t *testing.T) *SQLCentre {
	t.Helper()
	c := openCentre(t, "sqlite:"+filepath.Join(t.TempDir(), "centre.db"), "")
	must(t, c.Init(context.Background()))
	return c
}
