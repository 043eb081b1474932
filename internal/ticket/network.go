package ticket

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"time"

	"frontdesk/internal/models"
)

// rawPort is where printers take raw data (JetDirect).
const rawPort = "9100"

const (
	dialTime   = 3 * time.Second
	heldBack   = 4096                   // bytes that the system may keep for a printer that is busy
	answerTime = 700 * time.Millisecond // a real-time status comes within a few milliseconds
	doneTime   = 4 * time.Second        // a ticket prints in one or two
)

// networkDevice is a printer with a network address.
type networkDevice struct{ address string }

func newNetworkDevice(u *url.URL) networkDevice {
	port := u.Port()
	if port == "" {
		port = rawPort
	}
	return networkDevice{net.JoinHostPort(u.Hostname(), port)}
}

// deliver implements device. The printer is asked before anything is sent, so
// that nothing stays in its memory until somebody puts paper in; and again
// after it, where it answers at all.
func (d networkDevice) deliver(ctx context.Context, j job) error {
	c, err := d.dial(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.deliver(j); err != nil {
		return errors.Join(err, c.SetLinger(0)) // Close then drops what was not sent yet
	}
	return nil
}

func (c *line) deliver(j job) error {
	state, answers := c.ask()
	if err := refuse(state); err != nil {
		return err
	}
	if _, err := c.Write(j.bytes()); err != nil {
		return c.cause(err)
	}
	if !answers {
		return nil
	}
	return c.awaitDone()
}

func (d networkDevice) state(ctx context.Context) models.PrinterState {
	c, err := d.dial(ctx)
	if err != nil {
		return models.PrinterOffline
	}
	defer c.Close()
	state, _ := c.ask()
	return state
}

func (d networkDevice) dial(ctx context.Context) (*line, error) {
	dialer := net.Dialer{Timeout: dialTime}
	dialled, err := dialer.DialContext(ctx, "tcp", d.address)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errOffline, err)
	}
	c := dialled.(*net.TCPConn)
	until, ok := ctx.Deadline()
	if !ok {
		until = time.Now().Add(Patience)
	}
	return &line{c, until}, errors.Join(c.SetWriteBuffer(heldBack), c.SetDeadline(until))
}

// line is a connection to a printer, to be used until an instant.
type line struct {
	*net.TCPConn
	until time.Time
}

// ask reads the state by two real-time commands; answers is false for a
// printer that gives none, which counts as ready.
func (l *line) ask() (state models.PrinterState, answers bool) {
	paper, ok := l.question(cmdAskPaper)
	if !ok {
		return models.PrinterReady, false
	}
	door, ok := l.question(cmdAskDoor)
	switch {
	case paper&paperOutBits != 0:
		return models.PrinterPaperOut, true
	case ok && door&doorBits != 0:
		return models.PrinterOffline, true
	case paper&paperLowBits != 0:
		return models.PrinterPaperLow, true
	}
	return models.PrinterReady, true
}

// question sends a real-time command and reads its one byte.
func (l *line) question(command []byte) (byte, bool) {
	answer, err := l.answer(command, answerTime)
	return answer, err == nil && answer&fixedMask == fixedBits
}

// answer sends a command and reads one byte, waiting at most patience.
func (l *line) answer(command []byte, patience time.Duration) (byte, error) {
	soon := time.Now().Add(patience)
	if soon.After(l.until) {
		soon = l.until
	}
	if err := l.SetDeadline(soon); err != nil {
		return 0, err
	}
	defer func() { _ = l.SetDeadline(l.until) }() // a broken line fails at its next use
	if _, err := l.Write(command); err != nil {
		return 0, err
	}
	var answer [1]byte
	_, err := l.Read(answer[:])
	return answer[0], err
}

// awaitDone waits until everything sent was printed. A printer that does not
// answer that question in time is asked how it is: one that is well has taken
// the ticket; from one without paper the rest is taken back, so that it does
// not come out with the next roll.
func (l *line) awaitDone() error {
	answer, err := l.answer(cmdAskDone, doneTime)
	switch {
	case err == nil && answer&doneNoPaper == doneNoPaper:
		return errors.Join(errPaperOut, l.takeBack())
	case err == nil:
		return nil
	case !errors.Is(err, os.ErrDeadlineExceeded): // the connection broke after the last byte was sent
		return l.cause(err)
	}
	state, answers := l.ask()
	if !answers {
		return l.cause(os.ErrDeadlineExceeded)
	}
	if err := refuse(state); err != nil {
		return errors.Join(err, l.takeBack())
	}
	return nil
}

// takeBack has the printer forget what it has not printed yet.
func (l *line) takeBack() error {
	_, err := l.Write(cmdClear)
	return err
}

// cause tells a printer that is too slow from one that is gone.
func (l *line) cause(err error) error {
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return fmt.Errorf("%w: %w", context.DeadlineExceeded, err)
	}
	return fmt.Errorf("%w: %w", errOffline, err)
}

func refuse(state models.PrinterState) error {
	switch state {
	case models.PrinterPaperOut:
		return errPaperOut
	case models.PrinterOffline:
		return errOffline
	}
	return nil
}
