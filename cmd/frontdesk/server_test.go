package main

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/nightly"
	"frontdesk/internal/pgtest"
)

// office is a desk whose commands run in processes of their own.
type office struct {
	*testing.T
	program, folder string
	env             []string
}

func newOffice(t *testing.T, env ...string) *office {
	t.Helper()
	return &office{T: t, program: program(t), folder: t.TempDir() + "/data", env: env}
}

// run tells what a command said, and fails the test unless it exits with code.
func (o *office) run(code int, args ...string) (stdout, stderr string) {
	o.Helper()
	var out, errs strings.Builder
	cmd := exec.Command(o.program, append(args, "--data", o.folder)...)
	cmd.Env = append(os.Environ(), o.env...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != code {
		o.Fatalf("%v: %v\n%s%s", args, err, out.String(), errs.String())
	}
	return out.String(), errs.String()
}

// ask decodes the answer of a command.
func (o *office) ask(into any, args ...string) {
	o.Helper()
	out, _ := o.run(0, append(args, "--json")...)
	if err := json.Unmarshal([]byte(out), into); err != nil {
		o.Fatalf("%v: %v\n%s", args, err, out)
	}
}

func (o *office) checkIn() {
	o.Helper()
	o.run(0, "checkin", "--service", "DUK-02", "--at", monday)
}

// sent syncs and tells how many records went.
func (o *office) sent(args ...string) int {
	o.Helper()
	var result struct{ Sent, Waiting, Quarantined int }
	o.ask(&result, append([]string{"sync"}, args...)...)
	if result.Waiting != 0 || result.Quarantined != 0 {
		o.Fatalf("sync left %+v", result)
	}
	return result.Sent
}

func TestADeskSyncsToAServerByTheLoginThatEnrolPrints(t *testing.T) {
	server := pgtest.Start(t, "fsync=off")
	server.AskPasswords(t)
	server.CreateDatabase(t, "pusat")
	owner := server.URL(pgtest.Superuser, "pusat")
	first := newOffice(t)
	first.run(0, "centre", "init", "--to", owner)
	first.checkIn()
	if n := first.sent("--to", owner); n != 4 {
		t.Errorf("the owner's desk sent %d", n)
	}
	var login enrolAnswer
	first.ask(&login, "centre", "enrol", "--to", owner, "--desk", "2")

	second := newOffice(t, "FRONTDESK_DESK_NUMBER=2", "FRONTDESK_SYNC_TARGET="+login.Target, "FRONTDESK_SYNC_PASSWORD="+*login.Password)
	second.checkIn()
	if n := second.sent(); n != 4 {
		t.Errorf("the enrolled desk sent %d", n)
	}
	if n := second.sent(); n != 0 {
		t.Errorf("and again %d", n)
	}
	var check struct{ Equal bool }
	if second.ask(&check, "sync", "verify"); !check.Equal {
		t.Error("desk and server differ")
	}
	second.deeds(3)
	second.sent()
	second.behind("DELETE FROM audit WHERE seq > 1", "DROP TRIGGER audit_heads_stay", "DELETE FROM audit_heads")
	if got := second.broken(); got != "cut 2" {
		t.Errorf("a cut chain beside a server: %s", got)
	}
	var seen centreStatusAnswer
	if second.ask(&seen, "centre", "status"); len(seen.Desks) != 1 || seen.Desks[0].Number != 2 {
		t.Errorf("the enrolled desk sees %+v", seen)
	}
	if first.ask(&seen, "centre", "status", "--to", owner); len(seen.Desks) != 2 || seen.Desks[1].Records != 5 {
		t.Errorf("the owner sees %+v", seen)
	}
	if _, said := second.run(1, "centre", "publish", "../../internal/directory/sample.json"); !strings.Contains(said, "tidak memberi izin") {
		t.Errorf("publishing as a desk: %s", said)
	}
}

func TestASyncThatIsKilledAtAnyMomentLosesAndDoublesNothing(t *testing.T) {
	o := newOffice(t)
	kills, cut, random := size(12, 200), 0, rand.New(rand.NewPCG(5, 6))
	for range kills {
		o.checkIn()
		cmd := exec.Command(o.program, "sync", "--data", o.folder)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.IntN(100)) * time.Millisecond)
		_ = cmd.Process.Kill() // it may have ended
		if cmd.Wait() != nil {
			cut++
		}
	}
	t.Logf("%d of %d runs were killed", cut, kills)
	o.sent()
	if n := o.sent(); n != 0 {
		t.Errorf("a second run sent %d", n)
	}
	var check struct {
		Equal bool
		Days  []struct{ Desk, Centre int }
	}
	if o.ask(&check, "sync", "verify"); !check.Equal || check.Days[1].Centre != 3*kills {
		t.Errorf("the two sides: %+v", check)
	}
	var seen centreStatusAnswer
	if o.ask(&seen, "centre", "status"); seen.Desks[0].Forks != 0 || seen.Desks[0].Backlog != 0 {
		t.Errorf("the centre has %+v", seen)
	}
}

func TestASecondRunOfAFolderIsRefusedInWords(t *testing.T) {
	o := newOffice(t)
	o.checkIn()
	holdSyncLock(t, o.folder)
	if _, said := o.run(1, "sync"); !strings.Contains(said, "Sinkronisasi lain sedang berjalan") {
		t.Errorf("it says %q", said)
	}
}

// holdSyncLock is a run of a folder that lasts until the test ends.
func holdSyncLock(t *testing.T, folder string) {
	t.Helper()
	held, free := make(chan struct{}), make(chan struct{})
	done := make(chan error, 1)
	go func() {
		done <- nightly.Alone(folder, func() error {
			close(held)
			<-free
			return nil
		})
	}()
	<-held
	t.Cleanup(func() {
		close(free)
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}
