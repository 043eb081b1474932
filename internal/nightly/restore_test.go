package nightly

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// sent is a desk whose records are all at the centre, one visit erased.
func sent(t *testing.T) *night {
	t.Helper()
	n := newNight(t)
	erased, _ := n.checkIn("first")
	n.checkIn("second")
	must(t, n.store.EraseIdentities(context.Background(), []string{erased}))
	n.run(t)
	return n
}

func (n *night) run(t *testing.T) Result {
	t.Helper()
	r, err := n.task().Sync(context.Background(), nil)
	must(t, err)
	return r
}

func (n *night) verify(t *testing.T) Reconciliation {
	t.Helper()
	found, err := n.task().Verify(context.Background())
	must(t, err)
	return found
}

// strike changes the desk's file past its triggers, as a failing disk does.
func (n *night) strike(t *testing.T, statement string) {
	t.Helper()
	file, err := sql.Open("sqlite3", filepath.Join(n.folder, store.FileName)+"?_busy_timeout=30000")
	must(t, err)
	defer file.Close()
	var guards string
	must(t, file.QueryRow(`SELECT group_concat(sql, ';' || char(10)) FROM sqlite_schema WHERE type = 'trigger'`).Scan(&guards))
	var names string
	must(t, file.QueryRow(`SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'`).Scan(&names))
	for _, script := range []string{names, statement, guards} {
		_, err := file.Exec(script)
		must(t, err)
	}
}

func TestWhatADiskDamagedComesBackFromTheCentre(t *testing.T) {
	for name, statement := range map[string]string{
		"a value":                     `UPDATE tickets SET void_reason = 'x' || void_reason WHERE sequence = 2`,
		"a value that is a key":       `UPDATE tickets SET sequence = 77 WHERE sequence = 2`,
		"a day":                       `UPDATE ticket_events SET business_date = '2026-11-99' WHERE id = (SELECT max(id) FROM ticket_events)`,
		"the time of an erasure":      `UPDATE visits SET erased_at = 0 WHERE erased_at > 0`,
		"a record that vanished":      `DELETE FROM ticket_events WHERE id = (SELECT max(id) FROM ticket_events)`,
		"a record without its place":  `DELETE FROM sync_changes WHERE row_id = (SELECT max(id) FROM ticket_events)`,
		"a hash":                      `UPDATE sync_changes SET row_hash = x'00' WHERE entity = 'visits'`,
		"a version that went up":      `UPDATE sync_changes SET ver = ver + 1000000000000 WHERE entity = 'tickets'`,
		"a version that went down":    `UPDATE sync_changes SET ver = ver - 1000000000000 WHERE entity = 'tickets'`,
		"a session":                   `UPDATE sync_changes SET session = 'x' WHERE entity = 'visits'`,
		"an erasure in the feed":      `UPDATE sync_changes SET erased = NOT erased WHERE entity = 'visits'`,
		"all values of all its kinds": `UPDATE visits SET service = 'y'; UPDATE tickets SET papers = 'z'; UPDATE ticket_events SET reason = 'q'; UPDATE desks SET name = 'r'`,
	} {
		t.Run(name, func(t *testing.T) {
			n := sent(t)
			before := content(t, n.station)
			n.strike(t, statement)
			if content(t, n.station) == before {
				t.Fatal("nothing was damaged")
			}
			found := n.verify(t)
			restored := 0
			for _, day := range found.Days {
				restored += day.Restored
			}
			if restored == 0 {
				t.Errorf("nothing was restored: %+v", found)
			}
			if after := content(t, n.station); after != before {
				t.Errorf("before\n%s\nafter\n%s", before, after)
			}
			if again := n.verify(t); !again.Equal || again.Moved != 0 {
				t.Errorf("compared once more: %+v", again)
			}
			if r := n.run(t); r.Sent != 0 || r.Waiting != 0 || r.Quarantined != 0 {
				t.Errorf("the next run: %+v", r)
			}
		})
	}
}

// content is every record of a desk with its version.
func content(t *testing.T, s *station) string {
	t.Helper()
	var lines strings.Builder
	for _, query := range []string{
		`SELECT * FROM desks ORDER BY id`, `SELECT * FROM visits ORDER BY id`, `SELECT * FROM tickets ORDER BY id`, `SELECT * FROM ticket_events ORDER BY id`,
		`SELECT entity, row_id, erased, ver, session, hex(row_hash) FROM sync_changes ORDER BY entity, row_id`,
	} {
		lines.WriteString(dump(t, filepath.Join(s.folder, store.FileName), query))
	}
	return lines.String()
}

func TestADamagedRecordThatTheCentreLacksIsKeptAsideThereAndSaid(t *testing.T) {
	n := sent(t)
	n.checkIn("third")
	n.strike(t, `UPDATE tickets SET void_reason = 'damaged' WHERE sequence = 3`)
	found := n.verify(t)
	if day := found.Days[1]; day.Damaged != 1 || day.Restored != 0 {
		t.Errorf("found %+v", found)
	}
	list, err := n.store.Quarantined(context.Background(), 10)
	if err != nil || len(list) != 1 || list[0].Reason != models.RefusedDamaged {
		t.Errorf("the desk knows %+v, %v", list, err)
	}
}

func TestARecordThatIsDamagedOnBothSidesIsKeptAside(t *testing.T) {
	n := sent(t)
	n.strike(t, `UPDATE tickets SET void_reason = 'damaged' WHERE sequence = 2`)
	centre := openCentre(t, n.target, "")
	must(t, centre.db.Exec(`UPDATE centre_records SET body = replace(body, 'second', 'sec0nd') WHERE entity = 'tickets'`).Error)
	n.verify(t)
	if r := n.run(t); r.Quarantined != 1 || r.Waiting != 0 {
		t.Errorf("the next run: %+v", r)
	}
}

func TestWhatIsDamagedAtTheCentreIsNeverTakenForAGoodRecord(t *testing.T) {
	for name, statement := range map[string]string{
		"an id":           `UPDATE centre_records SET id = 'other' WHERE id = (SELECT max(id) FROM centre_records WHERE entity = 'ticket_events')`,
		"an id and a day": `UPDATE centre_records SET id = 'other', business_date = '2001-01-01' WHERE id = (SELECT max(id) FROM centre_records WHERE entity = 'ticket_events')`,
	} {
		t.Run(name, func(t *testing.T) {
			n := sent(t)
			before := content(t, n.station)
			centre := openCentre(t, n.target, "")
			must(t, centre.db.Exec(statement).Error)
			for range 2 {
				if found := n.verify(t); found.Equal {
					t.Errorf("found %+v", found)
				}
				n.run(t)
			}
			if after := content(t, n.station); after != before {
				t.Errorf("before\n%s\nafter\n%s", before, after)
			}
		})
	}
}

func TestAFlagOfErasureThatDoesNotFitItsRecordIsPutRight(t *testing.T) {
	for name, statement := range map[string]string{
		"of a visit that was not erased": `UPDATE centre_records SET erased = 1 WHERE entity = 'visits' AND erased = 0`,
		"of a visit that was":            `UPDATE centre_records SET erased = 0 WHERE erased = 1`,
		"of what has no identity":        `UPDATE centre_records SET erased = 1 WHERE entity = 'tickets'`,
	} {
		t.Run(name, func(t *testing.T) {
			n := sent(t)
			before := content(t, n.station)
			must(t, openCentre(t, n.target, "").db.Exec(statement).Error)
			if found := n.verify(t); found.Equal || found.Moved == 0 {
				t.Errorf("found %+v", found)
			}
			if r := n.run(t); r.Sent != 0 || r.Pulled != 0 || r.Waiting != 0 || r.Quarantined != 0 {
				t.Errorf("the next run: %+v", r)
			}
			if again := n.verify(t); !again.Equal || again.Moved != 0 {
				t.Errorf("compared once more: %+v", again)
			}
			if after := content(t, n.station); after != before {
				t.Errorf("before\n%s\nafter\n%s", before, after)
			}
		})
	}
}

func TestAWrongFlagOfErasureTakesNoEditFromTheDesk(t *testing.T) {
	n := sent(t)
	must(t, openCentre(t, n.target, "").db.Exec(`UPDATE centre_records SET erased = 1 WHERE entity = 'visits' AND erased = 0`).Error)
	file, err := sql.Open("sqlite3", filepath.Join(n.folder, store.FileName)+"?_busy_timeout=30000")
	must(t, err)
	defer file.Close()
	_, err = file.Exec(`UPDATE visits SET service = 'edited' WHERE erased_at = 0`)
	must(t, err)
	for range 2 {
		if r := n.run(t); r.Sent > 1 || r.Waiting != 0 {
			t.Errorf("a run: %+v", r)
		}
	}
	n.verify(t)
	if found := n.verify(t); !found.Equal {
		t.Errorf("afterwards: %+v", found)
	}
	if service := dumpOne(t, n, `SELECT service FROM visits WHERE erased_at = 0`); service != "edited" {
		t.Errorf("the edit became %q", service)
	}
}

func TestAnEditThatWasNotSentIsNotOverwrittenByAComparison(t *testing.T) {
	n := sent(t)
	ctx := context.Background()
	must(t, n.store.Write(ctx, func(tx models.Tx) error {
		ticket, err := tx.Ticket(dumpOne(t, n, `SELECT id FROM tickets WHERE sequence = 2`))
		must(t, err)
		voided := ticket
		voided.State, voided.VoidReason = models.TicketVoided, "edited"
		_, err = tx.MoveTicket(ticket, voided)
		return err
	}))
	n.verify(t)
	if reason := dumpOne(t, n, `SELECT void_reason FROM tickets WHERE sequence = 2`); reason != "edited" {
		t.Errorf("the edit became %q", reason)
	}
	if again := n.verify(t); !again.Equal {
		t.Errorf("afterwards: %+v", again)
	}
}

func dumpOne(t *testing.T, n *night, query string) string {
	t.Helper()
	return strings.TrimSpace(dump(t, filepath.Join(n.folder, store.FileName), query))
}

// dump reads a file beside the program, a line per row.
func dump(t *testing.T, path, query string) string {
	t.Helper()
	file, err := sql.Open("sqlite3", path+"?mode=ro")
	must(t, err)
	defer file.Close()
	rows, err := file.Query(query)
	must(t, err)
	defer rows.Close()
	columns, err := rows.Columns()
	must(t, err)
	var out strings.Builder
	for rows.Next() {
		values, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		must(t, rows.Scan(into...))
		for i, value := range values {
			if i > 0 {
				out.WriteByte('|')
			}
			out.WriteString(value.String)
		}
		out.WriteByte('\n')
	}
	must(t, rows.Err())
	return out.String()
}
