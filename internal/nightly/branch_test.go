package nightly

import (
	"context"
	"fmt"
	"testing"
	"time"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// newBranch makes one more desk of the sample's mall, with a database of its
// own.
func newBranch(t *testing.T, number int) *station {
	t.Helper()
	return newBranchIn(t, number, t.TempDir())
}

func newBranchIn(t *testing.T, number int, folder string) *station {
	t.Helper()
	s := &station{world: &world{TB: t, now: monday, ids: number * 1_000_000}, folder: folder}
	var err error
	s.store, err = store.Open(context.Background(), s.folder, s, store.WithSession(fmt.Sprint("session ", number)))
	must(t, err)
	t.Cleanup(func() { s.store.Close() })
	mall := directory.Sample()
	mall.Agencies, mall.LifeEvents = mall.Agencies[:1], nil
	made, err := s.store.Prepare(context.Background(), models.Desk{ID: fmt.Sprint("desk-", number), Number: number, Name: fmt.Sprint("Meja ", number)},
		mall, func() (models.KeyRef, error) { return models.KeyRef{ID: "k", Place: "file"}, nil })
	must(t, err)
	s.self, s.mallID = made.Self, made.Self.MallID
	return s
}

// syncTo does one run to a centre.
func (s *station) syncTo(c Centre) Result {
	s.Helper()
	r, err := NewEngine(Options{Feed: s.store, Centre: c, Clock: s, NewID: s.newID}).Run(context.Background())
	must(s, err)
	return r
}

// openCentre opens a centre until the test ends.
func openCentre(t *testing.T, target, password string) *SQLCentre {
	t.Helper()
	c, err := Open(context.Background(), target, Access{Password: password, Create: true, Clock: models.ClockFunc(func() time.Time { return monday })})
	must(t, err)
	t.Cleanup(func() { c.Close() })
	return c
}
