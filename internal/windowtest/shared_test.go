//go:build linux

package windowtest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"frontdesk/internal/pgtest"
	"frontdesk/internal/xdisplay"
)

// reception is the window of a PC in a mall on a server. Its printer keeps
// each number as a file: what was given to a visitor.
type reception struct {
	*clerk
	papers string
}

// receptionOf opens a PC's window; its clock is the machine's, since what is
// practised alone is not handed over.
func receptionOf(t *testing.T, folder string) *reception {
	t.Helper()
	display, err := xdisplay.Start(1366, 768)
	if err != nil {
		t.Fatalf("%v (run make setup-test)", err)
	}
	t.Cleanup(func() { check(t, display.Close()) })
	r := &reception{clerk: &clerk{t: t, folder: folder}, papers: filepath.Join(folder, "papers")}
	check(t, os.MkdirAll(r.papers, 0o700))
	check(t, os.WriteFile(filepath.Join(folder, "settings.toml"), fmt.Appendf(nil, "printer = %q\n", "png:"+r.papers), 0o600))
	r.open(display)
	return r
}

func (r *reception) open(display *xdisplay.Display) {
	r.t.Helper()
	var err error
	if r.window, err = display.Open(program, "--data", r.folder); err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { check(r.t, r.window.Close()) })
}

// given lists the numbers that came out of the printer.
func (r *reception) given() []string {
	r.t.Helper()
	files, err := filepath.Glob(filepath.Join(r.papers, "*.png"))
	check(r.t, err)
	for i, f := range files {
		files[i] = strings.TrimSuffix(filepath.Base(f), ".png")
	}
	return files
}

// serves checks visitors in by keys, each when the number of the one before is
// on paper.
func (r *reception) serves(visitors int) {
	for range visitors {
		before := len(r.given())
		r.types("kk baru")
		check(r.t, r.window.Settle())
		r.presses("F9")
		waitUntil(r.t, func() bool { return len(r.given()) > before }, "no number came out in "+r.folder)
		check(r.t, r.window.Settle())
	}
}

// today is the business date of the sample's mall.
func today() string { return time.Now().In(time.FixedZone("WITA", 8*60*60)).Format(time.DateOnly) }

// alone are the numbers of a block that is used without the server.
func alone(numbers []string) (list []string) {
	for _, n := range numbers {
		if len(n) > len("1A-999") {
			list = append(list, n)
		}
	}
	return list
}

// Two PCs on one server, which is killed while both check visitors in: both go
// on alone with numbers of their own, and when the server is back everything
// is there, no number twice, none lost, and goes on to the district at night.
func TestTwoPCsGoOnAloneAndHandEverythingOver(t *testing.T) {
	server := pgtest.Start(t)
	t.Setenv("FRONTDESK_DATABASE", server.URL(pgtest.Superuser, "postgres"))
	t.Setenv("FRONTDESK_SYNC_TARGET", "sqlite:"+filepath.Join(t.TempDir(), "kabupaten.db"))
	folders := [2]string{t.TempDir(), t.TempDir()}
	check(t, xdisplay.KeepOpen(program, folders[0]))
	first, second := receptionOf(t, folders[0]), receptionOf(t, folders[1])
	first.runs("centre", "init")

	var desks sync.WaitGroup
	for _, r := range []*reception{first, second} {
		desks.Go(func() { r.serves(8) })
	}
	waitUntil(t, func() bool { return len(first.given()) >= 2 && len(second.given()) >= 2 }, "the desks did not begin")
	server.Stop(t, "immediate")
	desks.Wait()
	for i, r := range []*reception{first, second} {
		block := []string{"1A-2", "1A-3"}[i]
		for _, n := range alone(r.given()) {
			if !strings.HasPrefix(n, block) {
				t.Errorf("PC %d gave %s", i+1, n)
			}
		}
		if len(alone(r.given())) < 3 {
			t.Errorf("PC %d gave %v", i+1, r.given())
		}
	}
	lonely := first.sees()
	server.Go(t)

	given := slices.Concat(first.given(), second.given())
	back := func() bool {
		var state struct{ Visits []struct{} }
		return xdisplay.Ask(&state, program, folders[0], "visits", "--date", today()) == nil && len(state.Visits) >= len(given)
	}
	waitUntil(t, back, "not all is handed over")
	if slices.Equal(first.sees(), lonely) {
		t.Error("the window does not tell that the server is back")
	}
	for _, r := range []*reception{first, second} {
		desks.Go(func() { r.serves(1) })
	}
	desks.Wait()

	given = slices.Concat(first.given(), second.given())
	stored := first.stored()
	for _, n := range given {
		if stored[n] != 1 {
			t.Errorf("%s was given to a visitor and is stored %d times", n, stored[n])
		}
	}
	if len(given) != 18 || len(slices.Compact(slices.Sorted(slices.Values(given)))) != 18 {
		t.Errorf("%d numbers were given: %v", len(given), given)
	}
	first.runs("sync")
	var verdict struct{ Equal bool }
	check(t, xdisplay.Ask(&verdict, program, folders[1], "sync", "verify"))
	if !verdict.Equal {
		t.Error("the district does not have the same as the mall")
	}
	t.Logf("%d numbers, %d of them given alone", len(given), len(alone(given)))
}

// stored counts the valid tickets of today by number.
func (r *reception) stored() map[string]int {
	r.t.Helper()
	tickets, err := xdisplay.Tickets(program, r.folder, today())
	check(r.t, err)
	count := map[string]int{}
	for _, ticket := range tickets {
		if ticket.State != "voided" {
			count[ticket.Number]++
		}
	}
	return count
}

// A PC that is switched on while the server is away opens all the same.
func TestAWindowOpensWithoutItsServer(t *testing.T) {
	server := pgtest.Start(t, "fsync=off")
	t.Setenv("FRONTDESK_DATABASE", server.URL(pgtest.Superuser, "postgres"))
	folder := t.TempDir()
	check(t, xdisplay.KeepOpen(program, folder))
	server.Stop(t, "immediate")
	r := receptionOf(t, folder)
	r.serves(1)
	if got := r.given(); len(got) != 1 || got[0] != "1A-2001" {
		t.Errorf("alone it gave %v", got)
	}
	server.Go(t)
	waitUntil(t, func() bool { return r.stored()["1A-2001"] == 1 && r.isBack() }, "it did not come back")
}

// isBack tells that nothing waits in the PC's own file any more: the next
// number is one of the mall's.
func (r *reception) isBack() bool {
	r.t.Helper()
	r.serves(1)
	return slices.Contains(r.given(), "1A-001")
}
