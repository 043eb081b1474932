package failover_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/failover"
	"frontdesk/internal/models"
	"frontdesk/internal/pgtest"
	"frontdesk/internal/store"
)

var postgres pgtest.Shared

func TestMain(m *testing.M) {
	code := m.Run()
	postgres.Stop()
	os.Exit(code)
}

// monday is a moment at which the agencies of the sample take visitors.
var monday = time.Date(2026, time.November, 23, 0, 41, 0, 0, time.UTC)

// ticking is a clock that goes on by itself from monday, and skips ahead.
type ticking struct {
	begun   time.Time
	skipped atomic.Int64
}

func (c *ticking) Now() time.Time {
	return monday.Add(time.Since(c.begun) + time.Duration(c.skipped.Load()))
}

func (c *ticking) skip(d time.Duration) { c.skipped.Add(int64(d)) }

var schemas atomic.Int64

// mall is a database of its own on the server of all tests.
type mall struct {
	*testing.T
	url   string
	clock *ticking
}

func newMall(t *testing.T) *mall {
	t.Helper()
	schema := fmt.Sprintf("mall_%d", schemas.Add(1))
	postgres.Server().Exec(t, "CREATE SCHEMA "+schema)
	return &mall{T: t, url: postgres.Server().URL(pgtest.Superuser, "postgres") + "&search_path=" + schema, clock: &ticking{begun: time.Now()}}
}

func newID() string { return uuid.Must(uuid.NewV7()).String() }

// pc is one computer of the mall.
type pc struct {
	*mall
	folder string
	link   *failover.Link
	desk   *desk.Desk
}

func (m *mall) newPC() *pc {
	m.Helper()
	p := &pc{mall: m, folder: m.TempDir()}
	p.start()
	return p
}

// start opens the program on the computer.
func (p *pc) start() {
	p.Helper()
	if err := p.tryStart(); err != nil {
		p.Fatal(err)
	}
}

func (p *pc) tryStart() error {
	ctx := context.Background()
	shared, err := store.OnServer(p.url, "", p.clock)
	must(p, err)
	own, err := store.Open(ctx, p.folder, p.clock)
	must(p, err)
	p.link = failover.New(failover.Options{Mall: shared, Own: own, Folder: p.folder, Name: "server/mal", Host: "pc", Clock: p.clock,
		NewID: newID, Log: slog.New(slog.DiscardHandler),
		Prepare: func(ctx context.Context) (store.Folder, error) {
			return shared.Prepare(ctx, models.Desk{ID: newID(), Number: 1}, directory.Sample(),
				func() (models.KeyRef, error) { return models.KeyRef{ID: "k", Place: "file"}, nil })
		}})
	folder, err := p.link.Start(ctx)
	if err != nil {
		must(p, p.link.Close())
		return err
	}
	d, stamp, err := p.link.Directory(ctx, 0)
	must(p, err)
	p.desk = desk.New(desk.Options{Store: p.link, Sealer: keyless{}, Clock: p.clock, NewID: newID, Self: folder.Self, Directory: d, Stamp: stamp})
	return nil
}

// restart ends the program and starts it again.
func (p *pc) restart() {
	p.Helper()
	must(p, p.link.Close())
	p.start()
}

// checkIn is one visitor; it tells the number that she was shown.
func (p *pc) checkIn(services ...string) string {
	p.Helper()
	number, err := p.tryCheckIn(services...)
	must(p, err)
	return number
}

func (p *pc) tryCheckIn(services ...string) (string, error) {
	c := desk.CheckIn{Force: "uji"}
	for _, s := range services {
		c.Errands = append(c.Errands, desk.Errand{Service: s})
	}
	receipt, err := p.desk.CheckIn(context.Background(), c)
	if err != nil {
		return "", err
	}
	return receipt.Tickets[0].Number, nil
}

// numbers are all of the day that the PC sees, with their states.
func (p *pc) numbers() map[string]models.TicketState {
	p.Helper()
	visits, err := p.desk.Visits(context.Background(), "2026-11-23")
	must(p, err)
	all := map[string]models.TicketState{}
	for _, v := range visits {
		for _, t := range v.Tickets {
			if _, twice := all[t.Number]; twice {
				p.Errorf("%s is there twice", t.Number)
			}
			all[t.Number] = t.State
		}
	}
	return all
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// keyless is a sealer without the mall's key.
type keyless struct{}

func (keyless) Ready() bool { return false }

func (keyless) Seal(string, models.Identity) (models.SealedIdentity, error) {
	return models.SealedIdentity{}, nil
}

func (keyless) Open(string, models.SealedIdentity) (models.Identity, error) {
	return models.Identity{}, nil
}

func (keyless) Indexes(models.IdentityField, string) []string { return nil }

func (keyless) Holds(string) bool { return false }

func (keyless) HideWord(string) (models.HiddenWord, error) { return models.HiddenWord{}, nil }

func (keyless) ShowWord(models.HiddenWord) (string, error) { return "", nil }

func (keyless) Marks(string) []string { return nil }
