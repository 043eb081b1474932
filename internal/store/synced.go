package store

import (
	"bytes"
	"context"
	"database/sql"
	_ "embed"
	"slices"
	"strings"
	"text/template"

	"frontdesk/internal/models"
)

// syncedTable is a table whose records travel to the centre.
type syncedTable struct {
	Name string
	Keys []string // never change
	// hangs is the condition that the visit {row} hangs on, or the mall it is
	// noted for, is practice; empty for tables without practice.
	hangs    string
	Identity bool // has columns that an erasure empties
	NoDay    bool // has no owner column and no business date: a desk itself
}

var origin = []string{"id", "mall_id", "desk_id", "business_date"}

// syncedTables is the one list of what travels, parents before children. A
// new table is one line here and its own migration.
var syncedTables = []syncedTable{
	{Name: "desks", Keys: []string{"id"}, NoDay: true},
	{Name: "visits", Keys: with(origin, "practice"), hangs: "{row}.practice = 1", Identity: true},
	{Name: "tickets", Keys: with(origin, "visit_id", "prefix", "sequence"),
		hangs: "EXISTS (SELECT 1 FROM visits v WHERE v.id = {row}.visit_id AND v.practice = 1)"},
	{Name: "ticket_events", Keys: with(origin, "ticket_id", "kind", "state", "at", "recorded_at", "counter",
		"action", "undoes", "call_number", "agency", "service", "parked_until", "from_state", "from_counter",
		"from_parked_until", "from_since", "from_agency", "from_service",
		"follows", "from_follows"),
		hangs: "EXISTS (SELECT 1 FROM tickets t JOIN visits v ON v.id = t.visit_id WHERE t.id = {row}.ticket_id AND v.practice = 1)"},
	{Name: "presences", Keys: with(origin, "agency", "counter", "state", "reason", "until", "at", "recorded_at"),
		hangs: "{row}.mall_id LIKE '%#latihan'"},
	{Name: "search_misses", Keys: with(origin, "at"), hangs: "{row}.mall_id LIKE '%#latihan'"},
	{Name: "identity_openings", Keys: with(origin, "visit_id", "at"),
		hangs: "EXISTS (SELECT 1 FROM visits v WHERE v.id = {row}.visit_id AND v.practice = 1)"},
	{Name: "corrections", Keys: with(origin, "visit_id", "field", "former", "at"),
		hangs: "EXISTS (SELECT 1 FROM visits v WHERE v.id = {row}.visit_id AND v.practice = 1)"},
	{Name: "person_requests", Keys: with(origin, "visit_id", "kind", "at", "due_at"),
		hangs: "EXISTS (SELECT 1 FROM visits v WHERE v.id = {row}.visit_id AND v.practice = 1)"},
	{Name: "audit_heads", Keys: with(origin, "seq", "mac", "at"), hangs: "{row}.mall_id LIKE '%#latihan'"},
}

func with(keys []string, more ...string) []string { return append(slices.Clone(keys), more...) }

// Verbs lists what enters a record into the feed.
func (syncedTable) Verbs() []string { return []string{"insert", "update"} }

// Real is the condition that row is no practice: what hangs on a practice
// visit never leaves the desk.
func (t syncedTable) Real(row string) string {
	if t.hangs == "" {
		return "true"
	}
	return "NOT (" + strings.ReplaceAll(t.hangs, "{row}", row) + ")"
}

// Date is the business date of row.
func (t syncedTable) Date(row string) string {
	if t.NoDay {
		return "''"
	}
	return row + ".business_date"
}

// Owner is the desk that made row.
func (t syncedTable) Owner(row string) string {
	if t.NoDay {
		return row + ".id"
	}
	return row + ".desk_id"
}

// Erased is 1 when row was erased, else 0.
func (t syncedTable) Erased(row string) string {
	if t.Identity {
		return "CASE WHEN " + row + ".erased_at > 0 THEN 1 ELSE 0 END"
	}
	return "0"
}

// EmptyTexts lists the text columns that an erasure empties.
func (syncedTable) EmptyTexts() []string {
	return slices.DeleteFunc(slices.Clone(models.IdentityColumns), func(c string) bool { return c == "identity" })
}

var (
	//go:embed migrations/sqlite_triggers.sql
	sqliteTriggerText string
	//go:embed migrations/postgres_triggers.sql
	postgresTriggerText string

	sqliteTriggers   = template.Must(template.New("sqlite").Parse(sqliteTriggerText))
	postgresTriggers = template.Must(template.New("postgres").Parse(postgresTriggerText))
)

// refreshTriggers brings the triggers of all synced tables to the template's
// form and enters records that the feed lacks.
func refreshTriggers(ctx context.Context, tx *sql.Tx, triggers *template.Template) error {
	for _, table := range syncedTables {
		var script bytes.Buffer
		if err := triggers.Execute(&script, table); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, script.String()); err != nil {
			return err
		}
	}
	return nil
}
