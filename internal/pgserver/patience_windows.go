package pgserver

import (
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/windows"
)

// tcpMaxRetransmit is TCP_MAXRT of ws2ipdef.h, in seconds.
const tcpMaxRetransmit = 5

// giveUp ends a connection whose data nobody has confirmed for a while.
func giveUp(after time.Duration) func(network, address string, c syscall.RawConn) error {
	return func(network, _ string, c syscall.RawConn) error {
		if !strings.HasPrefix(network, "tcp") {
			return nil
		}
		var failed error
		err := c.Control(func(fd uintptr) {
			failed = windows.SetsockoptInt(windows.Handle(fd), windows.IPPROTO_TCP, tcpMaxRetransmit, int(after.Seconds()))
		})
		if err != nil {
			return err
		}
		return failed
	}
}
