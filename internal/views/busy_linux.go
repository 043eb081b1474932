package views

import (
	"syscall"
	"time"
)

// busy is the processor time that the calling thread has used.
func busy() time.Duration {
	const thisThread = 1 // RUSAGE_THREAD, getrusage(2)
	var used syscall.Rusage
	if syscall.Getrusage(thisThread, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
