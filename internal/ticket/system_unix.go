//go:build !windows

package ticket

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"

	"frontdesk/internal/models"
)

// systemDevice is a printer of CUPS, by its name there.
type systemDevice struct{ name string }

// pollTime is how often the list of jobs is looked at.
const pollTime = 200 * time.Millisecond

// deliver implements device: the job leaves the list when it was printed, and
// is taken off it when the time is up, so that it never prints later.
func (d systemDevice) deliver(ctx context.Context, j job) error {
	// A job that is being handed over when the time is up must be known to be
	// taken off the list.
	handing, stop := context.WithTimeout(context.WithoutCancel(ctx), Patience)
	defer stop()
	submit := exec.CommandContext(handing, "lp", "-d", d.name, "-o", "raw", "-t", j.name)
	submit.Stdin = bytes.NewReader(j.bytes())
	said, err := submit.Output()
	if err != nil {
		return fmt.Errorf("%w: %w", errOffline, err)
	}
	id := jobID(string(said), d.name)
	for {
		waiting, err := exec.CommandContext(ctx, "lpstat", "-W", "not-completed", "-o", d.name).Output()
		if err == nil && !strings.Contains(string(waiting), id+" ") {
			return nil
		}
		select {
		case <-ctx.Done():
			return d.cancel(ctx, id)
		case <-time.After(pollTime):
		}
	}
}

// cancel takes a job off the list although ctx has ended.
func (d systemDevice) cancel(ctx context.Context, id string) error {
	if err := exec.CommandContext(context.WithoutCancel(ctx), "cancel", id).Run(); err != nil {
		return fmt.Errorf("%w: job %s: %w", errOffline, id, err)
	}
	return ctx.Err()
}

// jobID finds "NAME-12" in "request id is NAME-12 (1 file(s))".
func jobID(said, name string) string {
	for _, word := range strings.Fields(said) {
		if strings.HasPrefix(word, name+"-") {
			return word
		}
	}
	return name
}

func (d systemDevice) state(ctx context.Context) models.PrinterState {
	said, err := exec.CommandContext(ctx, "lpstat", "-p", d.name).Output()
	if err != nil || strings.Contains(string(said), "disabled") {
		return models.PrinterOffline
	}
	return models.PrinterReady
}
