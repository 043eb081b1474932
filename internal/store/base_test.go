package store_test

import (
	"context"
	"fmt"
	"os"
	"sync/atomic"
	"testing"

	"frontdesk/internal/models"
	"frontdesk/internal/pgtest"
	"frontdesk/internal/store"
)

// postgres is the server of all tests that need one.
var postgres pgtest.Shared

func TestMain(m *testing.M) {
	code := m.Run()
	postgres.Stop()
	os.Exit(code)
}

// onServer makes the tests of the records run on PostgreSQL; those of files
// run on files always, those of the server on a server.
func onServer() bool { return os.Getenv("FRONTDESK_TEST_DATABASE") == "postgres" }

// place is where a store lies. Opened twice it is the same store for two
// programs.
type place func(clock models.Clock, options ...store.Option) (*store.Store, error)

// newPlace is an empty folder or an empty schema.
func newPlace(t testing.TB) place {
	t.Helper()
	if onServer() {
		return serverPlace(t)
	}
	folder := t.TempDir()
	return func(clock models.Clock, options ...store.Option) (*store.Store, error) {
		return store.Open(context.Background(), folder, clock, options...)
	}
}

var schemas atomic.Int64

func serverPlace(t testing.TB) place {
	t.Helper()
	name := fmt.Sprintf("test_%d", schemas.Add(1))
	postgres.Server().Exec(t, "CREATE SCHEMA "+name)
	address := postgres.Server().URL(pgtest.Superuser, "postgres") + "&search_path=" + name
	return func(clock models.Clock, options ...store.Option) (*store.Store, error) {
		return store.OpenServer(context.Background(), address, "", clock, options...)
	}
}

// mustOpen opens a place until the test ends.
func (p place) mustOpen(t testing.TB, clock models.Clock) *store.Store {
	t.Helper()
	s, err := p(clock)
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
