package nightly

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/Shopify/toxiproxy/v2"
	"github.com/rs/zerolog"

	"frontdesk/internal/pgtest"
)

// cable is the line between desks and a server, which the test damages.
type cable struct {
	*testing.T
	proxy *toxiproxy.Proxy
}

func newCable(t *testing.T, port int) *cable {
	t.Helper()
	quiet := zerolog.Nop()
	service := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(nil), quiet)
	c := &cable{t, toxiproxy.NewProxy(service, "cable", "127.0.0.1:0", fmt.Sprintf("127.0.0.1:%d", port))}
	must(t, c.proxy.Start())
	t.Cleanup(c.proxy.Stop)
	return c
}

func (c *cable) damage(toxic string) {
	c.Helper()
	_, err := c.proxy.Toxics.AddToxicJson(strings.NewReader(toxic))
	must(c, err)
}

func (c *cable) mend() { c.proxy.Toxics.ResetToxics(context.Background()) }

// toxic is one kind of damage; a round draws its strength.
type toxic struct {
	name   string
	draw   func(r *rand.Rand) string
	gentle bool // runs come through, only slower
}

func kind(name, attributes string, low, high int) toxic {
	return toxic{name: name, draw: func(r *rand.Rand) string {
		direction := []string{"upstream", "downstream"}[r.IntN(2)]
		return fmt.Sprintf(`{"type": %q, "stream": %q, "attributes": {%s}}`, name, direction, fmt.Sprintf(attributes, low+r.IntN(high-low)))
	}}
}

func gently(t toxic) toxic {
	t.gentle = true
	return t
}

var toxicKinds = []toxic{
	kind("reset_peer", `"timeout": %d`, 0, 40),
	kind("timeout", `"timeout": %d`, 0, 200),
	kind("limit_data", `"bytes": %d`, 100, 30_000),
	kind("latency", `"latency": %d, "jitter": 50`, 20, 250),
	gently(kind("slicer", `"average_size": %d, "size_variation": 10, "delay": 20`, 100, 800)),
}

const toxicRounds = 12

func TestABadLineLosesAndDoublesNothing(t *testing.T) {
	server := pgtest.Start(t, "fsync=off")
	for i, kind := range toxicKinds {
		t.Run(kind.name, func(t *testing.T) {
			database := fmt.Sprintf("line_%d", i)
			server.CreateDatabase(t, database)
			owner := openCentre(t, server.URL(pgtest.Superuser, database), "")
			must(t, owner.Init(context.Background()))
			b := &badLine{T: t, desk: newBranch(t, 1), owner: owner, cable: newCable(t, server.Port), rand: rand.New(rand.NewPCG(uint64(i), 7))}
			b.address = fmt.Sprintf("postgres://%s@%s/%s?sslmode=disable", pgtest.Superuser, b.cable.proxy.Listen, database)
			must(t, owner.Enrol(context.Background(), b.desk.self))
			b.play(kind)
			b.proveWhole()
		})
	}
}

// badLine is a desk that syncs again and again over a damaged cable.
type badLine struct {
	*testing.T
	desk    *station
	owner   *SQLCentre
	cable   *cable
	address string
	rand    *rand.Rand
}

func (b *badLine) play(kind toxic) {
	b.Helper()
	failed, sent, patience := 0, 0, 1500*time.Millisecond
	if kind.gentle {
		patience = time.Minute
	}
	for range toxicRounds {
		for range 10 {
			b.desk.checkIn("word")
		}
		damage := kind.draw(b.rand)
		struck := make(chan struct{})
		strike := time.AfterFunc(time.Duration(b.rand.IntN(60))*time.Millisecond, func() {
			defer close(struck)
			b.cable.damage(damage)
		})
		r, err := b.sync(patience)
		if !strike.Stop() {
			<-struck
			b.cable.mend()
		}
		sent += r.Sent
		if err != nil {
			failed++
		}
	}
	b.Logf("%d of %d runs failed; %d rows acknowledged", failed, toxicRounds, sent)
	if kind.gentle == (failed > 0) {
		b.Errorf("%d runs failed", failed)
	}
}

// sync does one run with a call timeout that a damaged line exceeds.
func (b *badLine) sync(patience time.Duration) (Result, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c, err := Open(ctx, b.address, Access{})
	if err != nil {
		return Result{}, err
	}
	defer c.Close()
	return NewEngine(Options{Feed: b.desk.store, Centre: c, Clock: b.desk, NewID: b.desk.newID, Batch: 5,
		Timeout: patience / 5}).Run(ctx)
}

func TestAServerThatDiesDuringAPushLosesAndDoublesNothing(t *testing.T) {
	server := pgtest.Start(t) // with fsync: what it acknowledged must survive
	server.CreateDatabase(t, "pusat")
	address := server.URL(pgtest.Superuser, "pusat")
	owner := openCentre(t, address, "")
	must(t, owner.Init(context.Background()))
	b := &badLine{T: t, desk: newBranch(t, 1), owner: owner, cable: newCable(t, server.Port), address: address, rand: rand.New(rand.NewPCG(1, 8))}
	must(t, owner.Enrol(context.Background(), b.desk.self))
	failed := 0
	for range toxicRounds {
		for range 10 {
			b.desk.checkIn("word")
		}
		dead := make(chan struct{})
		time.AfterFunc(time.Duration(b.rand.IntN(40))*time.Millisecond, func() {
			defer close(dead)
			server.Restart(t, "immediate")
		})
		if _, err := b.sync(10 * time.Second); err != nil {
			failed++
		}
		<-dead
	}
	t.Logf("%d of %d runs failed", failed, toxicRounds)
	if failed == 0 {
		t.Error("no run met the death")
	}
	b.proveWhole()
}

// proveWhole mends the line and demands every record once, none twice, none
// elsewhere, and nothing to send the second time.
func (b *badLine) proveWhole() {
	b.Helper()
	b.cable.mend()
	if _, err := b.sync(time.Minute); err != nil {
		b.Fatal(err)
	}
	if r, err := b.sync(time.Minute); err != nil || r.Sent != 0 || r.Waiting != 0 {
		b.Errorf("a second run: %+v, %v", r, err)
	}
	check, err := NewEngine(Options{Feed: b.desk.store, Clock: b.desk}).Reconcile(context.Background(), b.owner)
	if err != nil || !check.Equal {
		b.Errorf("the two sides: %+v, %v", check, err)
	}
	for table, want := range map[string]int{"records": 1 + toxicRounds*30, "history": 0, "quarantine": 0, "streams": 1} {
		var n int
		must(b, b.owner.db.Raw("SELECT count(*) FROM centre_"+table).Scan(&n).Error)
		if n != want {
			b.Errorf("%d %s, want %d", n, table, want)
		}
	}
	runs, err := b.desk.store.Runs(context.Background(), 100)
	must(b, err)
	for _, run := range runs {
		if run.Forked {
			b.Error("a run took the line's fault for a fork")
		}
	}
}
