package nightly

import (
	"context"
	"fmt"
	"runtime"
	"testing"

	"gorm.io/gorm"

	"frontdesk/internal/models"
	"frontdesk/internal/pgtest"
)

// serverSite is a centre in a database of a real server.
type serverSite struct {
	*world
	url string
}

func (s *serverSite) open() *SQLCentre {
	c, err := Open(context.Background(), s.url, Access{Clock: s})
	must(s, err)
	return c
}

// poison is a text that SQLite takes and PostgreSQL does not.
func (s *serverSite) poison() string { return "\x00" }

// tables is the whole content of a centre.
type tables struct {
	desks      []deskRow
	streams    []streamRow
	records    []recordRow
	history    []historyRow
	quarantine []quarantineRow
}

func (s *serverSite) backup() any {
	c := s.open()
	defer c.Close()
	var all tables
	for _, into := range []any{&all.desks, &all.streams, &all.records, &all.history, &all.quarantine} {
		must(s, c.db.Find(into).Error)
	}
	return all
}

func (s *serverSite) restore(backup any) {
	c := s.open()
	defer c.Close()
	must(s, c.db.Transaction(func(tx *gorm.DB) error {
		empty(s, tx)
		all := backup.(tables)
		fill(s, tx, all.desks)
		fill(s, tx, all.streams)
		fill(s, tx, all.records)
		fill(s, tx, all.history)
		fill(s, tx, all.quarantine)
		return nil
	}))
}

func fill[T any](t testing.TB, tx *gorm.DB, rows []T) {
	if len(rows) > 0 {
		must(t, tx.Create(&rows).Error)
	}
}

func empty(t testing.TB, tx *gorm.DB) {
	for _, table := range []string{"desks", "streams", "records", "history", "quarantine", "directories"} {
		must(t, tx.Exec("DELETE FROM centre_"+table).Error)
	}
}

// databases makes initialised centres on a server, one per processor.
func databases(t *testing.T, server *pgtest.Server) chan string {
	t.Helper()
	free := make(chan string, runtime.GOMAXPROCS(0))
	for i := range cap(free) {
		name := fmt.Sprintf("centre_%d", i)
		server.CreateDatabase(t, name)
		c, err := Open(context.Background(), server.URL(pgtest.Superuser, name), Access{})
		must(t, err)
		must(t, c.Init(context.Background()))
		must(t, c.Close())
		free <- server.URL(pgtest.Superuser, name)
	}
	return free
}

// serverCentre lends an emptied database to each schedule.
func serverCentre(free chan string) func(w *world) site {
	return func(w *world) site {
		s := &serverSite{w, <-free}
		w.Cleanup(func() { free <- s.url })
		c := s.open()
		defer c.Close()
		empty(w, c.db)
		must(w, c.Enrol(context.Background(), models.Desk(blank.self)))
		return s
	}
}

func TestModelOnPostgreSQL(t *testing.T) {
	server := pgtest.Start(t, "fsync=off")
	playAll(t, schedules(200), serverCentre(databases(t, server)))
}
