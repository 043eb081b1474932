package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/pgtest"
)

// shift is a PC on which one visitor after the other is checked in, each by a
// process of its own, whether the mall's server is there or not.
type shift struct {
	*testing.T
	program, folder string
	printed         []string
}

func (s *shift) work(over *atomic.Bool) {
	for !over.Load() {
		s.checkIn()
	}
}

func (s *shift) checkIn() {
	cmd, said := checkInProcess(s.program, s.folder)
	var complaint strings.Builder
	cmd.Stderr = &complaint
	if err := cmd.Run(); err != nil {
		s.Errorf("a visitor was turned away: %v: %s", err, complaint.String())
		return
	}
	number, err := numberIn(said.Bytes())
	if err != nil {
		s.Error(err)
		return
	}
	s.printed = append(s.printed, number)
}

// Whenever the server falls and comes back: each number that a process printed
// is stored in the mall's database once, under one visit, and nobody is turned
// away. Numbers that nobody saw are void.
func TestEveryNumberThatAPCPrintedIsStoredOnceWheneverTheServerFalls(t *testing.T) {
	server := pgtest.Start(t, "fsync=off")
	t.Setenv("FRONTDESK_DATABASE", server.URL(pgtest.Superuser, "postgres"))
	program, random := program(t), rand.New(rand.NewPCG(uint64(size(1, time.Now().Nanosecond())), 3))
	pcs := make([]*shift, 4)
	for i := range pcs {
		pcs[i] = &shift{T: t, program: program, folder: t.TempDir()}
		if i == 3 { // two people at one PC
			pcs[i].folder = pcs[0].folder
		}
		pcs[i].checkIn()
	}
	var over atomic.Bool
	var desks sync.WaitGroup
	for _, pc := range pcs {
		desks.Go(func() { pc.work(&over) })
	}
	falls := size(4, 40)
	for range falls {
		time.Sleep(time.Duration(random.IntN(1500)) * time.Millisecond)
		server.Stop(t, "immediate")
		time.Sleep(time.Duration(random.IntN(1500)) * time.Millisecond)
		server.Go(t)
	}
	over.Store(true)
	desks.Wait()

	var printed []string
	for _, pc := range pcs {
		pc.checkIn() // at the server again, after what is left over has been handed over
		printed = append(printed, pc.printed...)
	}
	stored, void := storedAt(t, pcs[0].folder)
	slices.Sort(printed)
	if len(slices.Compact(slices.Clone(printed))) != len(printed) {
		t.Errorf("a number was printed twice: %v", printed)
	}
	if !slices.Equal(stored, printed) {
		t.Errorf("%d numbers were printed and %d are stored\n%v\n%v", len(printed), len(stored), printed, stored)
	}
	own := slices.DeleteFunc(slices.Clone(printed), func(n string) bool { return len(n) == len("1M-001") })
	if len(own) == 0 {
		t.Error("no PC was ever alone")
	}
	t.Logf("%d falls: %d numbers printed, %d of them alone, each stored once; %d that nobody saw are void", falls, len(printed), len(own), len(void))
}

// storedAt lists the day's numbers at the server, those that count and those
// that are void. A visit without any number was not one.
func storedAt(t *testing.T, folder string) (valid, void []string) {
	t.Helper()
	p, err := Open(t.Context(), Options{Folder: folder, Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}()
	if p.Link.Alone() {
		t.Fatal("the server does not answer")
	}
	visits, err := p.Desk.Visits(t.Context(), monday[:10])
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range visits {
		before := len(valid)
		for _, ticket := range v.Tickets {
			if ticket.State == models.TicketVoided {
				void = append(void, ticket.Number)
				continue
			}
			valid = append(valid, ticket.Number)
		}
		if len(valid) != before+1 {
			t.Errorf("a visit has %d numbers", len(valid)-before)
		}
	}
	slices.Sort(valid)
	return valid, void
}
