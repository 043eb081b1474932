package nightly

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"frontdesk/internal/models"
)

// TestHolder is the other process of the tests below.
func TestHolder(t *testing.T) {
	folder := os.Getenv("FRONTDESK_TEST_HOLD")
	if folder == "" {
		t.Skip("started by another test")
	}
	must(t, Alone(folder, func() error {
		fmt.Println("holds")
		time.Sleep(time.Minute)
		return nil
	}))
}

func holder(t *testing.T, folder string) *exec.Cmd {
	t.Helper()
	other := exec.Command(os.Args[0], "-test.run=^TestHolder$")
	other.Env = append(os.Environ(), "FRONTDESK_TEST_HOLD="+folder)
	out, err := other.StdoutPipe()
	must(t, err)
	must(t, other.Start())
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "holds\n" {
		t.Fatalf("the other process says %q, %v", line, err)
	}
	return other
}

func TestOneRunAtATimeAcrossProcessesAndAKillFreesTheLock(t *testing.T) {
	folder := t.TempDir()
	other := holder(t, folder)
	ran := 0
	work := func() error { ran++; return nil }
	if err := Alone(folder, work); models.KindOf(err) != models.KindRefused || ran > 0 {
		t.Errorf("beside another run: %v, ran %d times", err, ran)
	}
	must(t, other.Process.Kill())
	_ = other.Wait() // reports the kill
	if err := Alone(folder, work); err != nil || ran != 1 {
		t.Errorf("after the kill: %v, ran %d times", err, ran)
	}
}

func TestOneRunAtATimeWithinAProcess(t *testing.T) {
	folder := t.TempDir()
	must(t, Alone(folder, func() error {
		if err := Alone(folder, func() error { return nil }); models.KindOf(err) != models.KindRefused {
			t.Errorf("within a run: %v", err)
		}
		return nil
	}))
}
