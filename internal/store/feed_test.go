package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// changes reads the whole feed.
func (b *bench) changes(t testing.TB) []models.Change {
	t.Helper()
	list, err := b.store.Changes(context.Background(), 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// last is the newest change of an entity.
func (b *bench) last(t testing.TB, entity string) models.Change {
	t.Helper()
	var found models.Change
	for _, c := range b.changes(t) {
		if c.Entity == entity {
			found = c
		}
	}
	return found
}

func TestEveryRecordStandsOnceInTheFeedWithItsHash(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02", "SAM-01")})
	count := map[string]int{}
	for i, c := range b.changes(t) {
		count[c.Entity]++
		if !c.Sound() {
			t.Errorf("%v does not fit its hash", c.RowKey)
		}
		if c.Pos != int64(i+1) {
			t.Errorf("%v stands at %d, want %d", c.RowKey, c.Pos, i+1)
		}
	}
	if want := map[string]int{"desks": 1, "visits": 1, "tickets": 2, "ticket_events": 2}; fmt.Sprint(count) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", count, want)
	}
}

func TestAVersionFollowsTheClockAndNeverGoesBack(t *testing.T) {
	b := openDesk(t, 1)
	b.storeNow = monday.Add(time.Hour)
	r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	first := b.last(t, "tickets").Ver
	if at := time.UnixMicro(first); at.Sub(b.storeNow).Abs() > time.Millisecond {
		t.Errorf("version %v, clock %v", at, b.storeNow)
	}
	b.storeNow = monday.Add(-48 * time.Hour)
	if err := b.store.ExecForTest(`UPDATE tickets SET counter = 'X' WHERE id = '` + r.Tickets[0].ID + `'`); err != nil {
		t.Fatal(err)
	}
	if second := b.last(t, "tickets").Ver; second <= first {
		t.Errorf("went back from %d to %d", first, second)
	}
}

func TestAnotherToolsChangeEntersTheFeed(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	before := b.last(t, "tickets")
	if err := b.store.ExecForTest(`UPDATE tickets SET counter = 'by hand'`); err != nil {
		t.Fatal(err)
	}
	after := b.last(t, "tickets")
	if after.Pos <= before.Pos || !after.Sound() || !strings.Contains(string(after.Body), "by hand") {
		t.Errorf("before %+v, after %+v", before, after)
	}
}

func TestRecordsAreNeverDeletedAndKeepTheirKeys(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	b.mustMiss(t)
	b.mark(t, absent("DUK"))
	for _, table := range []string{"desks", "visits", "tickets", "ticket_events", "presences", "search_misses"} {
		for _, statement := range []string{
			`DELETE FROM ` + table,
			`UPDATE ` + table + ` SET id = 'other'`,
			replaceAll(table),
		} {
			if err := b.store.ExecForTest(statement); err == nil {
				t.Errorf("%s went through", statement)
			}
		}
		for _, column := range []string{"mall_id", "desk_id", "business_date"} {
			if table == "desks" {
				continue
			}
			if err := b.store.ExecForTest(`UPDATE ` + table + ` SET ` + column + ` = 'other'`); err == nil {
				t.Errorf("%s of %s was changed", column, table)
			}
		}
	}
}

// replaceAll is the statement of each database that takes all rows away
// without the word DELETE.
func replaceAll(table string) string {
	if onServer() {
		return `TRUNCATE ` + table + ` CASCADE`
	}
	return `REPLACE INTO ` + table + ` SELECT * FROM ` + table
}

func aBlob() string {
	if onServer() {
		return `'\x01'::bytea`
	}
	return `x'01'`
}

func (b *bench) mustMiss(t testing.TB) {
	t.Helper()
	err := b.store.Write(context.Background(), func(tx models.Tx) error {
		return tx.AddMiss(models.SearchMiss{ID: "miss", Words: "tidak ada", At: monday,
			Origin: models.Origin{MallID: "MPP-6402", DeskID: "d", OperatorID: "meja", BusinessDate: "2026-11-23"}})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestPracticeNeverEntersTheFeed(t *testing.T) {
	b := openDesk(t, 1)
	at := models.Origin{MallID: "MPP-6402", DeskID: "d", OperatorID: "meja", BusinessDate: "2026-11-23"}
	err := b.store.Write(context.Background(), func(tx models.Tx) error {
		for _, err := range []error{
			tx.AddVisit(models.Visit{ID: "v", Origin: at, Kind: models.VisitService, Party: 1, Practice: true}),
			tx.AddTicket(models.Ticket{ID: "t", Origin: at, VisitID: "v", Prefix: "1A", Sequence: 1, Number: "1A-001"}),
			tx.AddEvent(models.TicketEvent{ID: "e", Origin: at, TicketID: "t", Kind: models.EventIssued}),
			tx.AddOpening(models.Opening{ID: "o", Origin: at, VisitID: "v"}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if list := b.changes(t); len(list) != 1 || list[0].Entity != "desks" {
		t.Errorf("got %+v", list)
	}
	if err := b.store.ExecForTest(`UPDATE visits SET practice = 0`); err == nil {
		t.Error("practice became real")
	}
}

func TestAnErasedIdentityNeverComesBack(t *testing.T) {
	b := openDesk(t, 1)
	r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: models.Identity{Name: "Siti", NIK: "6402014101900001"}})
	ctx := context.Background()
	if err := b.store.EraseIdentities(ctx, []string{r.Visit.ID}); err != nil {
		t.Fatal(err)
	}
	if c := b.last(t, "visits"); !c.Erased || strings.Contains(string(c.Body), `"b"`) {
		t.Errorf("not erased: %s", c.Body)
	}
	for _, statement := range []string{`UPDATE visits SET identity = ` + aBlob(), `UPDATE visits SET erased_at = 0`, `UPDATE visits SET masked_name = 'S'`} {
		if err := b.store.ExecForTest(statement); err == nil {
			t.Errorf("%s went through", statement)
		}
	}
}

// TestOldRecordsEnterTheFeed opens a file as the first schema left it.
func TestOldRecordsEnterTheFeed(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, store.FileName)
	script, err := os.ReadFile("migrations/sqlite/0001_check_in.sql")
	if err != nil {
		t.Fatal(err)
	}
	old, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	const rows = `
		INSERT INTO folder VALUES (1, 'desk', 'MPP-6402', 0, 1);
		INSERT INTO desks VALUES ('desk', 'MPP-6402', 1, 'Meja 1');
		INSERT INTO visits (id, mall_id, desk_id, operator_id, business_date, kind, arrived_at, recorded_at, party, practice)
			VALUES ('real', 'MPP-6402', 'desk', 'meja', '2026-11-23', 'service', 1, 1, 1, 0),
			('practice', 'MPP-6402', 'desk', 'meja', '2026-11-23', 'service', 1, 1, 1, 1);
		PRAGMA user_version = 1;`
	if _, err := old.Exec(string(script) + rows); err != nil {
		t.Fatal(err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	b := &bench{store: openStore(t, folder, stopped(monday))}
	list := b.changes(t)
	if len(list) != 2 || list[1].ID != "real" || !list[1].Sound() || list[1].Session == "" {
		t.Errorf("got %+v", list)
	}
}

func TestTheFormerDirectoryIsKept(t *testing.T) {
	b := openDesk(t, 1)
	newer := directory.Sample()
	newer.Agencies = newer.Agencies[:2]
	ctx := context.Background()
	b.storeNow = monday.Add(time.Minute)
	if err := b.store.TakeDirectory(ctx, 7, newer); err != nil {
		t.Fatal(err)
	}
	state, err := b.store.SyncState(ctx)
	if err != nil || state.Directory != 7 {
		t.Errorf("%+v, %v", state, err)
	}
	body, err := b.store.FormerDirectory(ctx)
	if err != nil {
		t.Fatal(err)
	}
	former, err := directory.Read(strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	if changes := directory.Compare(directory.Sample(), former); !changes.None() {
		t.Errorf("not kept whole: %+v", changes)
	}
}
