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

// fileOfSchema2 puts a file into folder that the program before the queue made
// and tells the hash of each of its records.
func fileOfSchema2(t *testing.T, folder string) map[models.RowKey]string {
	t.Helper()
	script, err := os.ReadFile("testdata/schema-2.sql")
	if err != nil {
		t.Fatal(err)
	}
	old, err := sql.Open("sqlite3", filepath.Join(folder, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := old.Exec(string(script)); err != nil {
		t.Fatal(err)
	}
	rows, err := old.Query(`SELECT entity, row_id, hex(row_hash) FROM sync_changes`)
	if err != nil {
		t.Fatal(err)
	}
	hashes := map[models.RowKey]string{}
	for rows.Next() {
		var key models.RowKey
		var hash string
		if err := rows.Scan(&key.Entity, &key.ID, &hash); err != nil {
			t.Fatal(err)
		}
		hashes[key] = hash
	}
	if err := rows.Close(); err != nil {
		t.Fatal(err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	return hashes
}

func TestAFileOfSchema2KeepsAllItsHashes(t *testing.T) {
	folder := t.TempDir()
	want := fileOfSchema2(t, folder)
	b := &bench{store: openStore(t, folder, stopped(monday))}
	list := b.changes(t)
	if len(list) != len(want) {
		t.Fatalf("%d records, %d wanted", len(list), len(want))
	}
	for _, c := range list {
		if c.Entity == "search_misses" {
			continue // its words were taken away
		}
		if got := fmt.Sprintf("%X", c.Sum()); got != want[c.RowKey] {
			t.Errorf("%v has the hash %s, not %s: %s", c.RowKey, got, want[c.RowKey], c.Body)
		}
	}
	days, err := b.store.RecordDays(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, day := range days {
		if day.Damaged > 0 {
			t.Errorf("%d records of %s count as damaged", day.Damaged, day.Date)
		}
	}
}

func TestTicketsOfSchema2AreCalledInTheirTurn(t *testing.T) {
	folder := t.TempDir()
	fileOfSchema2(t, folder)
	b := openDesk(t, 1)
	s := openStore(t, folder, stopped(monday))
	ctx := context.Background()
	if err := s.ReplaceDirectory(ctx, directory.Sample()); err != nil {
		t.Fatal(err)
	}
	n := 0
	b.parts.Store, b.store, b.parts.NewID = s, s, func() string { n++; return fmt.Sprintf("of this program %04d", n) }
	b.Desk = desk.New(b.parts)
	err := s.Write(ctx, func(tx models.Tx) error {
		line, err := tx.Line(models.LineQuery{MallID: "MPP-6402", BusinessDate: "2026-11-23", Counter: "DUK-1",
			Pools: []models.Pool{{Agency: "DUK", Service: "DUK-02"}}, At: monday})
		if len(line) != 2 || !line[0].Priority || line[1].Priority {
			t.Errorf("the line is %+v", line)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	b.now = monday.Add(10 * time.Minute)
	for i, number := range []string{"1A-001", "1A-002"} {
		called := b.mustNext(t, "DUK-1")
		if called.Ticket.Number != number || called.Waited != time.Duration(10-i)*time.Minute {
			t.Errorf("called %s after %v", called.Ticket.Number, called.Waited)
		}
	}
	if _, err := b.UndoStep(ctx, desk.Step{Ticket: "1A-002"}); err != nil {
		t.Fatal(err)
	}
	if called := b.mustNext(t, "DUK-3").Ticket.Number; called != "1A-002" {
		t.Errorf("called %s after the undo", called)
	}
}

// A record of an older or newer program travels with the columns it has; what
// it leaves out is null here.
func TestARecordFromAfarBringsNullsByLeavingThemOut(t *testing.T) {
	b := openDesk(t, 1)
	b.waiting(t, 1, "DUK-02")
	b.mustNext(t, "DUK-1")
	sent := b.last(t, "tickets")
	if err := b.store.MoveTo(context.Background(), sent.Pos+10, ""); err != nil {
		t.Fatal(err)
	}
	columns, err := models.DecodeBody(sent.Body)
	if err != nil {
		t.Fatal(err)
	}
	if columns["at_counter"] != "DUK-1" {
		t.Fatalf("sent %s", sent.Body)
	}
	for _, column := range []string{"at_counter", "calls", "since", "last_event"} {
		delete(columns, column)
	}
	columns["state"] = "waiting"
	sent.Ver += 1_000_000_000
	if sent.Body, err = models.EncodeColumns(columns); err != nil {
		t.Fatal(err)
	}
	sent.Hash = sent.Sum()
	if n, err := b.store.Apply(context.Background(), []models.Change{sent}, 1, "m"); n != 1 || err != nil {
		t.Fatalf("%d taken over, %v", n, err)
	}
	if got := b.last(t, "tickets"); string(got.Body) != string(sent.Body) || !got.Sound() {
		t.Errorf("here %s\nthere %s", got.Body, sent.Body)
	}
}

// Two copies of a file called two visitors to one counter: the second one is
// set aside until the counter is free here.
func TestASecondVisitorAtOneCounterIsSetAside(t *testing.T) {
	b := openDesk(t, 1)
	b.waiting(t, 2, "DUK-02")
	b.mustNext(t, "DUK-1")
	var second models.Change
	for _, c := range b.changes(t) {
		if c.Entity == "tickets" && strings.Contains(string(c.Body), `"state":"waiting"`) {
			second = c
		}
	}
	columns, err := models.DecodeBody(second.Body)
	if err != nil {
		t.Fatal(err)
	}
	columns["state"], columns["at_counter"] = "called", "DUK-1"
	if second.Body, err = models.EncodeColumns(columns); err != nil {
		t.Fatal(err)
	}
	second.Ver, second.Hash = second.Ver+1_000_000_000, nil
	second.Hash = second.Sum()
	ctx := context.Background()
	if err := b.store.MoveTo(ctx, 1000, ""); err != nil {
		t.Fatal(err)
	}
	if n, err := b.store.Apply(ctx, []models.Change{second}, 1, "m"); n != 0 || err != nil {
		t.Fatalf("%d taken over, %v", n, err)
	}
	mustStep(t)(b.NoShow(ctx, desk.Step{Counter: "DUK-1"}))
	if n, err := b.store.ApplyAside(ctx); n != 1 || err != nil {
		t.Errorf("%d taken over afterwards, %v", n, err)
	}
	if state, _ := stateOf(t, b, second.ID); state != models.TicketCalled {
		t.Errorf("it is %s", state)
	}
}
