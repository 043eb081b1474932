package ticket

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"sync"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// Patience is how long a ticket may take to print. What has not come out by
// then is given up and never comes out later: the visitor has her number in
// handwriting.
const Patience = 10 * time.Second

// device takes the bytes of one ticket. deliver returns nil only when the
// device took all of them before ctx ended; after an error nothing of the job
// is left that could print later.
type device interface {
	deliver(ctx context.Context, job job) error
	state(ctx context.Context) models.PrinterState
}

// job is one ticket, ready for whatever a device takes.
type job struct {
	name  string // of a file or of a job in the system's list; the ticket's number
	slip  models.Slip
	speak *text.Speaker
	width Width
}

func (j job) bytes() []byte { return escpos(Draw(j.slip, j.speak, j.width)) }

// Printer prints one ticket after the other.
type Printer struct {
	device device
	speak  *text.Speaker
	width  Width

	turn sync.Mutex
}

// Open makes the printer of an address: tcp://HOST:9100, file:/dev/usb/lp0,
// system:NAME (CUPS, Windows spooler), png:FOLDER or pdf:FOLDER. Nothing is
// sent yet. Errors: KindUsage for another address.
func Open(address string, width Width, speak *text.Speaker) (*Printer, error) {
	d, err := deviceOf(address)
	if err != nil {
		return nil, err
	}
	return &Printer{device: d, speak: speak, width: width}, nil
}

func deviceOf(address string) (device, error) {
	scheme, rest, _ := strings.Cut(address, ":")
	switch {
	case scheme == "tcp":
		u, err := url.Parse(address)
		if err == nil && u.Hostname() != "" && u.Path == "" {
			return newNetworkDevice(u), nil
		}
	case rest == "":
	case scheme == "file":
		return &fileDevice{path: strings.TrimPrefix(rest, "//")}, nil
	case scheme == "system":
		return systemDevice{name: rest}, nil
	case scheme == "png":
		return pngFolder{rest}, nil
	case scheme == "pdf":
		return pdfFolder{rest}, nil
	}
	return nil, models.Misuse("print.address", address)
}

// Print prints a ticket and returns when the printer took it. Errors: KindFault
// with a sentence; then it will not come out later either.
func (p *Printer) Print(ctx context.Context, slip models.Slip) error {
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	p.turn.Lock()
	defer p.turn.Unlock()
	err := ctx.Err() // the time may have gone by while others printed
	if err == nil {
		err = p.device.deliver(ctx, job{slip.Number, slip, p.speak, p.width})
	}
	return faultOf(err)
}

// State asks the printer how it is; a printer at work is ready.
func (p *Printer) State(ctx context.Context) models.PrinterState {
	if !p.turn.TryLock() {
		return models.PrinterReady
	}
	defer p.turn.Unlock()
	return p.device.state(ctx)
}

var (
	errPaperOut = errors.New("no paper")
	errOffline  = errors.New("offline")
)

// faultOf gives a failure its sentence.
func faultOf(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errPaperOut):
		return models.Fault(err, "print.paper_out")
	case errors.Is(err, context.DeadlineExceeded):
		return models.Fault(err, "print.slow")
	}
	return models.Fault(err, "print.offline")
}
