package nightly

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/google/uuid"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// victimVariable makes a process of this test binary a sync that dies.
const victimVariable = "FRONTDESK_TEST_VICTIM"

// victim is a sync of a desk in a process of its own, which kills itself.
type victim struct {
	Folder  string
	Target  string
	Now     int64  // µs
	At      string // failpoint
	Passing int    // how often it comes by before it dies there
}

// Exit codes of a victim that lives on.
const (
	survived = 3
	failed   = 4
)

func TestMain(m *testing.M) {
	if order := os.Getenv(victimVariable); order != "" {
		os.Exit(runVictim(order))
	}
	os.Exit(m.Run())
}

func runVictim(order string) int {
	var v victim
	if err := json.Unmarshal([]byte(order), &v); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return failed
	}
	if err := v.sync(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return failed
	}
	return survived
}

func (v *victim) sync(ctx context.Context) error {
	clock := models.ClockFunc(func() time.Time { return time.UnixMicro(v.Now).UTC() })
	s, err := store.Open(ctx, v.Folder, clock)
	if err != nil {
		return err
	}
	centre, err := Open(ctx, v.Target, Access{Clock: clock})
	if err != nil {
		return err
	}
	centre.fail = v.die
	e := NewEngine(Options{Feed: s, Centre: centre, Clock: clock, NewID: func() string { return uuid.Must(uuid.NewV7()).String() },
		ReadDirectory: readDirectory, Batch: 5})
	e.fail = v.die
	_, err = e.Run(ctx)
	return err
}

// die ends the process as SIGKILL does: nothing is flushed, closed or undone.
func (v *victim) die(name string) error {
	if name != v.At {
		return nil
	}
	if v.Passing--; v.Passing > 0 {
		return nil
	}
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Kill()
	}
	if err != nil {
		return err
	}
	select {}
}

func readDirectory(body []byte) (*models.Directory, error) {
	return directory.Read(bytes.NewReader(body))
}
