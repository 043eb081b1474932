package failover_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/url"
	"sync/atomic"
	"testing"

	"frontdesk/internal/models"
)

// cable is the line to the server. When it is armed it breaks just before the
// answer to a COMMIT: the server has stored, and nobody knows.
type cable struct {
	listener net.Listener
	server   string
	armed    atomic.Bool
	cut      atomic.Bool
}

func newCable(t *testing.T, port int) *cable {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	c := &cable{listener: listener, server: fmt.Sprintf("127.0.0.1:%d", port)}
	t.Cleanup(func() { must(t, listener.Close()) })
	go c.accept()
	return c
}

func (c *cable) accept() {
	for {
		near, err := c.listener.Accept()
		if err != nil {
			return
		}
		far, err := net.Dial("tcp", c.server)
		if err != nil || c.cut.Load() {
			near.Close()
			continue
		}
		go func() { io.Copy(far, near); far.Close() }()
		go c.answers(near, far)
	}
}

func (c *cable) answers(near, far net.Conn) {
	defer near.Close()
	part := make([]byte, 64<<10)
	for {
		n, err := far.Read(part)
		if err != nil || c.cut.Load() {
			return
		}
		if c.armed.Load() && bytes.Contains(part[:n], []byte("COMMIT\x00")) {
			c.cut.Store(true)
			return
		}
		if _, err := near.Write(part[:n]); err != nil {
			return
		}
	}
}

// over leads a mall's address through the cable.
func (c *cable) over(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	u.Host = c.listener.Addr().String()
	return u.String()
}

// The server has stored a check-in when the line breaks under its answer. The
// visitor gets a number of the PC's own block; the one that nobody saw is void,
// and she was here once.
func TestACheckInWhoseAnswerGotLostIsOneVisitWithOneNumber(t *testing.T) {
	m := newMall(t)
	other := m.newPC()
	line := newCable(t, postgres.Server().Port)
	m.url = line.over(m.url)
	p := m.newPC()
	p.checkIn("DUK-02")
	line.armed.Store(true)
	shown := p.checkIn("DUK-02")
	if shown != "1A-3001" || !p.link.Alone() {
		t.Fatalf("shown %s", shown)
	}
	if got := other.numbers(); got["1A-002"] != models.TicketWaiting {
		t.Fatalf("the line did not break after the COMMIT: %v", got)
	}
	line.armed.Store(false)
	line.cut.Store(false)
	must(t, p.link.ComeBack(context.Background()))
	got := other.numbers()
	if len(got) != 3 || got[shown] != models.TicketWaiting || got["1A-002"] != models.TicketVoided {
		t.Errorf("the mall has %v", got)
	}
	visits, err := other.desk.Visits(context.Background(), "2026-11-23")
	must(t, err)
	if len(visits) != 2 {
		t.Errorf("%d visits", len(visits))
	}
	must(t, p.link.Close())
	must(t, other.link.Close())
}

// The same for a hand-over: the mall has taken a batch, and the PC learns of it
// only later.
func TestAHandOverWhoseAnswerGotLostIsTakenOnce(t *testing.T) {
	m := newMall(t)
	line := newCable(t, postgres.Server().Port)
	m.url = line.over(m.url)
	p := m.newPC()
	line.cut.Store(true)
	for range 3 {
		p.checkIn("DUK-02")
	}
	line.cut.Store(false)
	line.armed.Store(true)
	if err := p.link.ComeBack(context.Background()); err == nil {
		t.Fatal("it came back over a line that breaks")
	}
	line.armed.Store(false)
	line.cut.Store(false)
	must(t, p.link.ComeBack(context.Background()))
	if got := p.numbers(); len(got) != 3 {
		t.Errorf("the mall has %v", got)
	}
	must(t, p.link.Close())
}
