package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"frontdesk/internal/store"
)

// oneOfEach are records in the columns that every schema has.
const oneOfEach = `
INSERT INTO desks (id, mall_id, number, name) VALUES ('d', 'MPP-6402', 1, 'Meja uji');
INSERT INTO folder (one, desk_id, mall_id, sample, created_at) VALUES (1, 'd', 'MPP-6402', 1, 1795394460000000);
INSERT INTO keys (id, place, used_from) VALUES ('k', 'file', 1795394460000000);
INSERT INTO visits (id, mall_id, desk_id, operator_id, business_date, kind, arrived_at, recorded_at, party)
	VALUES ('v', 'MPP-6402', 'd', 'meja', '2026-11-23', 'service', 1795394460000000, 1795394460000000, 2);
INSERT INTO tickets (id, mall_id, desk_id, operator_id, business_date, visit_id, agency, service, prefix, sequence, number, state, papers,
	issued_at, recorded_at) VALUES ('t', 'MPP-6402', 'd', 'meja', '2026-11-23', 'v', 'DUK', 'DUK-02', '1A', 1, '1A-001', 'waiting', '',
	1795394460000000, 1795394460000000);
INSERT INTO ticket_events (id, mall_id, desk_id, operator_id, business_date, ticket_id, kind, state, at, recorded_at)
	VALUES ('e', 'MPP-6402', 'd', 'meja', '2026-11-23', 't', 'issued', 'waiting', 1795394460000000, 1795394460000000);
INSERT INTO ticket_sequences (mall_id, business_date, prefix, desk, last) VALUES ('MPP-6402', '2026-11-23', '1A', 1, 1);
INSERT INTO search_misses (id, mall_id, desk_id, operator_id, business_date, words, at)
	VALUES ('m', 'MPP-6402', 'd', 'meja', '2026-11-23', 'tidak ada', 1795394460000000);`

// A file of every schema, from the first to the one before this program's,
// opens and has all its records, sound and in the feed.
func TestAFileOfEverySchemaKeepsItsRecords(t *testing.T) {
	steps, err := store.StepNamesForTest("sqlite")
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	for version := 1; version < len(steps); version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			folder := t.TempDir()
			old, err := store.FileOfSchemaForTest(ctx, filepath.Join(folder, store.FileName), version)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := old.Exec(oneOfEach); err != nil {
				t.Fatal(err)
			}
			if err := old.Close(); err != nil {
				t.Fatal(err)
			}
			b := &bench{store: openStore(t, folder, stopped(monday))}
			visits, err := b.store.Visits(ctx, []string{"MPP-6402"}, "2026-11-23")
			if err != nil || len(visits) != 1 || visits[0].Party != 2 || len(visits[0].Tickets) != 1 || visits[0].Tickets[0].Number != "1A-001" {
				t.Errorf("%+v, %v", visits, err)
			}
			var entities []string
			for _, c := range b.changes(t) {
				entities = append(entities, c.Entity)
			}
			slices.Sort(entities)
			if got := strings.Join(entities, " "); got != "desks search_misses ticket_events tickets visits" {
				t.Errorf("the feed has %s", got)
			}
			if words := b.text(t, `SELECT words FROM search_misses`); version < 19 && words != "" {
				t.Errorf("the words %q of a search may be a name and are still there", words)
			}
			days, err := b.store.RecordDays(ctx)
			if err != nil || len(days) == 0 {
				t.Errorf("%v, %v", days, err)
			}
			for _, day := range days {
				if day.Damaged > 0 {
					t.Errorf("%d records of %s count as damaged", day.Damaged, day.Date)
				}
			}
		})
	}
}

func TestEveryMigrationHasANumberOfItsOwnAndATwin(t *testing.T) {
	file, err := store.StepNamesForTest("sqlite")
	if err != nil {
		t.Fatal(err)
	}
	server, err := store.StepNamesForTest("postgres")
	if err != nil || !slices.Equal(file, server) {
		t.Errorf("%v and %v, %v", file, server, err)
	}
	for i, name := range file {
		if !strings.HasPrefix(name, fmt.Sprintf("%04d_", i+1)) {
			t.Errorf("%s is step %d", name, i+1)
		}
	}
}
