package main

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// full asks for the sizes of the issue; the race detector makes every process
// so slow that its run uses smaller ones.
var full = os.Getenv("FRONTDESK_TEST_FULL") != ""

func size(small, large int) int {
	if full {
		return large
	}
	return small
}

const monday = "2026-11-23T08:41:00+08:00"

// program makes the test binary callable as frontdesk and returns its path.
func program(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "frontdesk")
	if err := os.Symlink(self, path); err != nil {
		t.Fatal(err)
	}
	return path
}

// checkInProcess is one real process that checks a visitor in.
func checkInProcess(program, folder string) (*exec.Cmd, *bytes.Buffer) {
	cmd := exec.Command(program, "checkin", "--service", "POS-01", "--at", monday, "--json", "--data", folder)
	said := &bytes.Buffer{}
	cmd.Stdout = said
	return cmd, said
}

func numberIn(answer []byte) (string, error) {
	var receipt checkInAnswer
	if err := json.Unmarshal(answer, &receipt); err != nil {
		return "", err
	}
	return receipt.Tickets[0].Number, nil
}

func storedNumbers(t *testing.T, folder string) []string {
	t.Helper()
	p, err := Open(context.Background(), Options{Folder: folder, Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}()
	visits, err := p.Desk.Visits(context.Background(), monday[:10])
	if err != nil {
		t.Fatal(err)
	}
	var numbers []string
	for _, v := range visits {
		for _, ticket := range v.Tickets {
			numbers = append(numbers, ticket.Number)
		}
	}
	slices.Sort(numbers)
	return numbers
}

// The folder is empty when the processes start: they also make the desk, the
// directory and the key between them, once.
func TestEightProcessesIssueEachNumberOnceWithoutAGap(t *testing.T) {
	onBoth(t, issueByEight)
}

func issueByEight(t *testing.T) {
	program, folder, each := program(t), t.TempDir(), size(10, 250)
	printed := make(chan string, 8*each)
	var clerks sync.WaitGroup
	for range 8 {
		clerks.Go(func() {
			for range each {
				cmd, said := checkInProcess(program, folder)
				if err := cmd.Run(); err != nil {
					t.Errorf("check-in failed: %v", err)
					continue
				}
				number, err := numberIn(said.Bytes())
				if err != nil {
					t.Error(err)
				}
				printed <- number
			}
		})
	}
	clerks.Wait()
	close(printed)
	var got, want []string
	for number := range printed {
		got = append(got, number)
	}
	for number := 1; len(want) < 8*each; number = after(number) {
		want = append(want, models.TicketNumber("1M", number))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%d numbers were printed, %d wanted; or one is there twice", len(got), len(want))
	}
	if stored := storedNumbers(t, folder); !slices.Equal(stored, want) {
		t.Errorf("%d numbers are stored, %d wanted", len(stored), len(want))
	}
	if keys, _ := filepath.Glob(filepath.Join(folder, "keys", "*.key")); len(keys) > 1 {
		t.Errorf("%d keys were made", len(keys))
	}
	t.Logf("8 × %d processes: %d numbers, none twice, no gap", each, len(got))
}

// after is the number that follows in desk 1's sequence: those of the blank
// slips stay free, and a block that is used up goes on beyond all others.
func after(number int) int {
	switch number {
	case models.PaperFirst - 1:
		return models.PaperLast + 1
	case models.BlockEnd(1):
		return models.BlockBeyond(1)
	}
	return number + 1
}

func TestANumberThatWasPrintedSurvivesAKill(t *testing.T) {
	program, folder, kills := program(t), t.TempDir(), size(30, 200)
	cmd, _ := checkInProcess(program, folder)
	begin := time.Now()
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(begin)
	random := rand.New(rand.NewPCG(1, 2))
	var printed []string
	for range kills {
		if number := killAfter(t, program, folder, time.Duration(random.Int64N(int64(whole*3/2)))); number != "" {
			printed = append(printed, number)
		}
	}
	stored := storedNumbers(t, folder)
	for _, number := range printed {
		if !slices.Contains(stored, number) {
			t.Errorf("%s was printed and is not stored", number)
		}
	}
	checkIntegrity(t, folder)
	t.Logf("%d processes killed: %d had printed a number, all stored", kills, len(printed))
}

// killAfter starts a check-in, kills it after a while and returns the number
// it had printed, if any.
func killAfter(t *testing.T, program, folder string, wait time.Duration) string {
	t.Helper()
	cmd, said := checkInProcess(program, folder)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(wait)
	_ = cmd.Process.Kill() // it may have ended already
	_ = cmd.Wait()         // killed or done: both are wanted here
	number, err := numberIn(said.Bytes())
	if err != nil {
		return ""
	}
	return number
}

func checkIntegrity(t *testing.T, folder string) {
	t.Helper()
	s, err := store.Open(context.Background(), folder, machineClock)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.CheckIntegrity(context.Background()); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
