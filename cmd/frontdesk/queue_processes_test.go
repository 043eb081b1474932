package main

import (
	"context"
	"encoding/json"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// fillQueue checks n visitors in for one service and returns their numbers.
func fillQueue(t *testing.T, folder string, n int) []string {
	t.Helper()
	at, err := time.Parse(time.RFC3339, monday)
	if err != nil {
		t.Fatal(err)
	}
	var numbers []string
	withDesk(t, folder, func(d *desk.Desk) {
		for range n {
			r, err := d.CheckIn(context.Background(), desk.CheckIn{At: at, Errands: []desk.Errand{{Service: "DUK-02"}}})
			if err != nil {
				t.Fatal(err)
			}
			numbers = append(numbers, r.Tickets[0].Number)
		}
	})
	return numbers
}

func withDesk(t *testing.T, folder string, work func(*desk.Desk)) {
	t.Helper()
	p, err := Open(context.Background(), Options{Folder: folder, Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	work(p.Desk)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

// queueProcess is one real process with a verb of the queue.
func queueProcess(program, folder string, args ...string) (answer []byte, said string, err error) {
	args = append([]string{"queue"}, args...)
	cmd := exec.Command(program, append(args, "--at", monday, "--json", "--data", folder)...)
	var errors strings.Builder
	cmd.Stderr = &errors
	answer, err = cmd.Output()
	return answer, errors.String(), err
}

// pressNext presses next at a counter until nobody waits.
func pressNext(t *testing.T, program, folder, counter string, called chan<- string) {
	for {
		answer, said, err := queueProcess(program, folder, "next", "--counter", counter)
		if strings.TrimSpace(said) == "tidak ada antrean" {
			return
		}
		var ticket calledAnswer
		if err != nil || json.Unmarshal(answer, &ticket) != nil {
			t.Errorf("next at %s: %v, %s", counter, err, said)
			return
		}
		called <- ticket.Number
	}
}

// Four of the processes share each of the two counters that serve the queue:
// two who press next at once end each other's call, and still nobody is called
// twice or lost.
func TestEightProcessesPressingNextGetEachTicketOnce(t *testing.T) {
	for _, processes := range []int{2, 8} {
		t.Run(strconv.Itoa(processes), func(t *testing.T) {
			onBoth(t, func(t *testing.T) { pressNextBy(t, processes) })
		})
	}
}

func pressNextBy(t *testing.T, processes int) {
	program, folder := program(t), t.TempDir()
	want := fillQueue(t, folder, size(30, 1000))
	called := make(chan string, len(want)+processes)
	var clerks sync.WaitGroup
	for i := range processes {
		clerks.Go(func() { pressNext(t, program, folder, []string{"DUK-1", "DUK-3"}[i%2], called) })
	}
	clerks.Wait()
	close(called)
	var got []string
	for number := range called {
		got = append(got, number)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%d processes called %d tickets of %d, or one twice", processes, len(got), len(want))
	}
	t.Logf("%d processes: %d tickets called, none twice", processes, len(got))
}

// Eight processes that looked at the same ticket and send it to eight places:
// one does, the others hear who did what.
func TestEightProcessesTransferATicketOnce(t *testing.T) {
	program, folder := program(t), t.TempDir()
	number := fillQueue(t, folder, 1)[0]
	var seen string
	withDesk(t, folder, func(d *desk.Desk) { seen = seenBy(t, d, number) })
	services := []string{"SAM-01", "SAM-02", "POS-01", "BPK-01", "IMI-01", "DUK-11", "POS-02", "BPK-02"}
	moved := make(chan string, len(services))
	var clerks sync.WaitGroup
	for _, service := range services {
		clerks.Go(func() {
			_, said, err := queueProcess(program, folder, "transfer", number, "--to-service", service, "--seen", seen)
			switch {
			case err == nil:
				moved <- service
			case !strings.Contains(said, "sudah dialihkan"):
				t.Errorf("to %s: %v, %s", service, err, said)
			}
		})
	}
	clerks.Wait()
	close(moved)
	var places []string
	for place := range moved {
		places = append(places, place)
	}
	if len(places) != 1 {
		t.Fatalf("sent to %v", places)
	}
	withDesk(t, folder, func(d *desk.Desk) {
		if got := oneTicket(t, d, number); got.Service != places[0] || got.State != models.TicketWaiting {
			t.Errorf("sent to %s, stored as %+v", places[0], got)
		}
	})
}

// Undo after somebody else acted is refused in words, and so is a step from a
// dialog that was open meanwhile.
func TestWhoeverComesLateHearsWhoActedBefore(t *testing.T) {
	program, folder := program(t), t.TempDir()
	number := fillQueue(t, folder, 1)[0]
	run := func(args ...string) (queuedAnswer, string) {
		answer, said, _ := queueProcess(program, folder, args...)
		var ticket queuedAnswer
		_ = json.Unmarshal(answer, &ticket) // a refusal has no answer
		return ticket, said
	}
	if _, said := run("next", "--counter", "DUK-1"); said != "" {
		t.Fatal(said)
	}
	var called string
	withDesk(t, folder, func(d *desk.Desk) { called = seenBy(t, d, number) })
	if _, said := run("serve", number, "--counter", "DUK-1"); said != "" {
		t.Fatal(said)
	}
	const want = "Nomor 1A-001 sudah mulai dilayani di Loket 101 pukul 08.41 oleh meja. Lihat lagi daftarnya."
	for _, late := range [][]string{{"undo", number, "--seen", called}, {"park", number, "--seen", called}, {"noshow", number, "--seen", called}} {
		if _, said := run(late...); strings.TrimSpace(said) != want {
			t.Errorf("%v: %s", late, said)
		}
	}
}

func seenBy(t *testing.T, d *desk.Desk, number string) string {
	t.Helper()
	return oneTicket(t, d, number).LastEvent
}

func oneTicket(t *testing.T, d *desk.Desk, number string) models.Ticket {
	t.Helper()
	at, err := time.Parse(time.RFC3339, monday)
	if err != nil {
		t.Fatal(err)
	}
	queue, err := d.QueueOf(context.Background(), at)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(queue.Active, func(q models.QueuedTicket) bool { return q.Number == number })
	if i < 0 {
		t.Fatalf("%s is not in the queue", number)
	}
	return queue.Active[i].Ticket
}
