package store_test

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"sync/atomic"
	"testing"

	"frontdesk/internal/models"
	"frontdesk/internal/pgtest"
	"frontdesk/internal/store"
)

// onServer makes the tests of the records run on PostgreSQL; those of files
// run on files always.
func onServer() bool { return os.Getenv("FRONTDESK_TEST_DATABASE") == "postgres" }

// server is started once for all tests of a run.
var server *pgtest.Server

var schemas atomic.Int64

func TestMain(m *testing.M) {
	if !onServer() {
		os.Exit(m.Run())
	}
	os.Exit(pgtest.Main(m, func(s *pgtest.Server) { server = s }))
}

// openServer opens the store in a schema of its own, as on another PC when the
// schema is named again.
func openServer(t testing.TB, schema string, clock models.Clock, options ...store.Option) *store.Store {
	t.Helper()
	s, err := store.OpenServer(context.Background(), schemaURL(schema), "", clock, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// newSchema is an empty place on the server.
func newSchema(t testing.TB) string {
	t.Helper()
	name := fmt.Sprintf("test_%d", schemas.Add(1))
	server.Exec(t, "CREATE SCHEMA "+name)
	return name
}

func schemaURL(schema string) string {
	return server.URL(pgtest.Superuser, "postgres") + "&search_path=" + url.QueryEscape(schema)
}
