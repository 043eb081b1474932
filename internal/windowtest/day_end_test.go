//go:build linux

package windowtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"frontdesk/internal/xdisplay"
)

// close ends the day as a session does: the window sends what waits.
func (d *deskDay) close() {
	d.t.Helper()
	window := d.window
	d.window = nil
	check(d.t, window.Close())
}

// allIsThere compares what was given out with the desk's records and the
// centre's.
func (d *deskDay) allIsThere() {
	d.t.Helper()
	if n := d.night(); n.Waiting != 0 || n.Quarantined != 0 {
		d.t.Errorf("after the close %d records wait and %d are set aside", n.Waiting, n.Quarantined)
	}
	var numbers []string
	visits := d.visits()
	for _, v := range visits {
		for _, ticket := range v.Tickets {
			numbers = append(numbers, ticket.Number)
		}
	}
	slices.Sort(numbers)
	if len(slices.Compact(slices.Clone(numbers))) != len(numbers) {
		d.t.Error("a number was given twice")
	}
	for number := range d.given {
		if !slices.Contains(numbers, number) {
			d.t.Errorf("%s was given and is not stored", number)
		}
	}
	if len(visits) != d.records || len(numbers) != len(d.given) {
		d.t.Errorf("%d visits and %d numbers are stored, want %d and %d", len(visits), len(numbers), d.records, len(d.given))
	}
	there := d.asksCentre("SELECT body->>'number' FROM centre_records WHERE entity = 'tickets' ORDER BY body->>'number' COLLATE \"C\"")
	if !slices.Equal(there, numbers) {
		d.t.Errorf("the centre has %d of %d numbers", len(there), len(numbers))
	}
	if n := d.asksCentre("SELECT id FROM centre_records WHERE entity = 'visits'"); len(n) != len(visits) {
		d.t.Errorf("the centre has %d of %d visits", len(n), len(visits))
	}
	printed, err := filepath.Glob(filepath.Join(d.tickets, "*.png"))
	check(d.t, err)
	if len(printed) != len(numbers) {
		d.t.Errorf("%d numbers were printed of %d", len(printed), len(numbers))
	}
	d.asAdministrator("sync", "verify")
	d.asAdministrator("verify")
	d.t.Logf("%d visits, %d numbers: at the desk, at the centre, printed %d; both sides equal, the audit chain whole", len(visits), len(numbers), len(printed))
}

// asksCentre is the first column of what a query finds there.
func (d *deskDay) asksCentre(query string) []string {
	d.t.Helper()
	said, err := exec.Command("psql", "-X", "-A", "-t", "-d", d.target, "-c", query).Output()
	check(d.t, err)
	return strings.Fields(string(said))
}

// asAdministrator runs a command that a script may not, and which fails when
// something is not as it must be.
func (d *deskDay) asAdministrator(args ...string) {
	d.t.Helper()
	var operators []struct{ Code string }
	check(d.t, xdisplay.Ask(&operators, program, d.folder, "operator", "list"))
	if len(operators) != 1 {
		d.t.Fatalf("%d operators", len(operators))
	}
	command := exec.Command(program, append(args, "--data", d.folder, "--operator", operators[0].Code)...)
	command.Env = append(os.Environ(), "FRONTDESK_PIN="+adminPIN)
	if said, err := command.CombinedOutput(); err != nil {
		d.t.Errorf("%v: %v: %s", args, err, said)
	}
}

var answersLine = regexp.MustCompile(`msg=answers count=(\d+) over_50ms=(\d+) over_100ms=(\d+) longest_ms=(\d+) worked_longest_ms=(\d+)`)

// measured tells what the program itself wrote down of the day: no error, no
// crash, the longest answer, and how the memory grew.
func (d *deskDay) measured(visitors int) {
	d.t.Helper()
	body, err := os.ReadFile(filepath.Join(d.folder, "frontdesk.log"))
	check(d.t, err)
	log := string(body)
	for line := range strings.Lines(log) {
		switch {
		case strings.Contains(line, "level=ERROR"):
			d.t.Errorf("the log has: %s", line)
		case strings.Contains(line, "level=WARN"):
			d.t.Logf("the log has: %s", line)
		}
	}
	crashes, err := filepath.Glob(filepath.Join(d.folder, "crash*"))
	check(d.t, err)
	for _, file := range crashes {
		if info, err := os.Stat(file); err != nil || info.Size() > 0 {
			d.t.Errorf("%s: %v", file, err)
		}
	}
	sum := answersLine.FindStringSubmatch(log)
	if sum == nil {
		d.t.Fatalf("the log has no sum of answers: %s", log)
	}
	longest, err := strconv.Atoi(sum[4])
	check(d.t, err)
	d.t.Logf("%s answers of the window, %s over 50 ms, %s over 100 ms, the longest %d ms, of which the window's own work at most %s ms", sum[1], sum[2], sum[3], longest, sum[5])
	if os.Getenv(dayVariable) == "" {
		return // a busy machine decides about times
	}
	if longest > longestAnswer {
		d.t.Errorf("the longest answer took %d ms", longest)
	}
	d.bounded()
}

// bounded compares the memory of the last visitor with that of a desk at work.
func (d *deskDay) bounded() {
	d.t.Helper()
	var told []string
	for _, m := range d.memory {
		told = append(told, fmt.Sprintf("%d: %d MB", m.visitors, m.resident))
	}
	i := slices.IndexFunc(d.memory, func(m measure) bool { return m.visitors == reachable })
	if i < 0 {
		return
	}
	growth := d.memory[len(d.memory)-1].resident - d.memory[i].resident
	d.t.Logf("memory after visitors: %s; growth %d MB", strings.Join(told, ", "), growth)
	if growth > mostGrowth {
		d.t.Errorf("the memory grew by %d MB from visitor %d on", growth, reachable)
	}
}
