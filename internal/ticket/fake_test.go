package ticket

import (
	"bytes"
	"image"
	"image/color"
	"io"
	"net"
	"sync"
	"testing"
)

// fakePrinter is a thermal printer on loopback: it answers what real ones
// answer and keeps what would be on paper.
type fakePrinter struct {
	net.Listener
	mute  bool // gives no answers
	paper byte // answer to DLE EOT 4
	ends  byte // the same once a ticket came; 0: as before
	deaf  bool // does not know GS r
	cutAt int  // bytes after which the connection breaks; 0: never

	stopAt int // bytes of the ticket after which nothing is taken until goOn; 0: never
	goOn   <-chan struct{}

	mu   sync.Mutex
	data []byte // without the questions
	jobs sync.WaitGroup
}

func startFake(t *testing.T, p *fakePrinter) *fakePrinter {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p.Listener = listener
	if p.paper == 0 {
		p.paper = fixedBits
	}
	p.jobs.Go(func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			p.jobs.Go(func() { p.serve(c) })
		}
	})
	t.Cleanup(func() { listener.Close(); p.jobs.Wait() })
	return p
}

func (p *fakePrinter) address() string { return "tcp://" + p.Addr().String() }

func (p *fakePrinter) serve(c net.Conn) {
	defer c.Close()
	buffer := make([]byte, 512)
	got := 0
	for {
		n, err := c.Read(buffer)
		if err != nil {
			return
		}
		got += n
		p.take(c, buffer[:n])
		if p.stopAt > 0 && len(p.received()) >= p.stopAt {
			<-p.goOn
		}
		if p.cutAt > 0 && got > p.cutAt {
			c.(*net.TCPConn).SetLinger(0)
			return
		}
	}
}

// take answers a question, keeps the rest, and tells when a ticket is done. A
// question always comes in a write of its own.
func (p *fakePrinter) take(c net.Conn, data []byte) {
	for command, answer := range map[string]byte{string(cmdAskPaper): p.paper, string(cmdAskDoor): fixedBits, string(cmdAskDone): 0} {
		if bytes.HasSuffix(data, []byte(command)) {
			data = bytes.TrimSuffix(data, []byte(command))
			if !p.mute && !(p.deaf && command == string(cmdAskDone)) {
				c.Write([]byte{answer})
			}
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.data = append(p.data, data...)
	if len(data) > 0 && p.ends != 0 {
		p.paper = p.ends
	}
}

func (p *fakePrinter) received() []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	return bytes.Clone(p.data)
}

// roll renders ESC/POS bytes as the printer would; cut tells that the knife
// came down last.
func roll(t *testing.T, data []byte) (paper *image.Gray, cut bool) {
	t.Helper()
	r := bytes.NewReader(data)
	var lines [][]byte
	for {
		head := make([]byte, 2)
		if _, err := io.ReadFull(r, head); err != nil {
			break
		}
		cut = false
		switch {
		case bytes.Equal(head, cmdInit):
		case bytes.Equal(head, rasterHead[:2]):
			size := make([]byte, 6)
			io.ReadFull(r, size)
			across, rows := int(size[2])|int(size[3])<<8, int(size[4])|int(size[5])<<8
			for range rows {
				line := make([]byte, across)
				if _, err := io.ReadFull(r, line); err != nil {
					t.Fatal("a picture ends too soon")
				}
				lines = append(lines, line)
			}
		case bytes.Equal(head, cmdCut[:2]):
			io.ReadFull(r, make([]byte, 2))
			cut = true
		default:
			t.Fatalf("unknown command % x", head)
		}
	}
	if len(lines) == 0 {
		return image.NewGray(image.Rectangle{}), cut
	}
	paper = image.NewGray(image.Rect(0, 0, 8*len(lines[0]), len(lines)))
	for y, line := range lines {
		for x := range 8 * len(line) {
			if line[x/8]&(0x80>>(x%8)) == 0 {
				paper.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	return paper, cut
}
