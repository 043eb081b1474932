package nightly

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"frontdesk/internal/directory"
	"frontdesk/internal/pgtest"
)

// stage leads a desk and its centre to where a run comes by a failpoint, and
// tells how often it does at least.
type stage struct {
	lead  func(p *play)
	times int
}

// stages are those of the failpoints that an ordinary run does not come by,
// or that it comes by more than once.
var stages = map[string]stage{
	afterFork:        {takenBack, 1},
	afterRewind:      {centreWentBack, 1},
	afterAdopt:       {answerLost, 1},
	beforeDepart:     {ordinary, 6},
	afterDepart:      {ordinary, 6},
	afterSend:        {ordinary, 6},
	afterAcknowledge: {ordinary, 6},
	afterApply:       {erasedAtCentre, 1},
	afterDirectory:   {published, 1},
	centreLocked:     {ordinary, 7},
	centreStored:     {ordinary, 6},
	centreChained:    {ordinary, 6},
}

// ordinary is a day's work that is not sent yet: seven batches.
func ordinary(p *play) {
	for range 8 {
		p.insert(p.desks[0])
	}
	p.edit(p.desks[0], p.ticket(p.desks[0]), "")
	p.insertMiss(p.desks[0])
}

// takenBack is a desk that was restored from an older copy of its file.
func takenBack(p *play) {
	ordinary(p)
	p.snapshot(p.desks[0])
	p.run(p.desks[0], 0, "")
	p.insert(p.desks[0])
	p.run(p.desks[0], 0, "")
	p.restore(p.desks[0])
	p.insert(p.desks[0])
}

func centreWentBack(p *play) {
	p.insert(p.desks[0])
	p.run(p.desks[0], 0, "")
	p.backUpCentre()
	ordinary(p)
	p.run(p.desks[0], 0, "")
	p.restoreCentre()
	p.insert(p.desks[0])
}

func answerLost(p *play) {
	ordinary(p)
	p.run(p.desks[0], 0, afterSend)
}

func erasedAtCentre(p *play) {
	ordinary(p)
	p.run(p.desks[0], 0, "")
	p.eraseAtCentre()
	p.edit(p.desks[0], p.ticket(p.desks[0]), "")
}

func published(p *play) {
	ordinary(p)
	mall := directory.Sample()
	mall.Note = "published"
	body, err := json.Marshal(mall)
	must(p, err)
	_, err = p.centre.Publish(context.Background(), p.mallID, body)
	must(p, err)
}

func TestSIGKILLAtEveryFailpointLosesAndDoublesNothing(t *testing.T) {
	killAll(t, unraced(20), fileCentre, func(s site) string { return "sqlite:" + s.(*fileSite).path })
}

func TestSIGKILLAtEveryFailpointOnPostgreSQL(t *testing.T) {
	server := pgtest.Start(t, "fsync=off")
	killAll(t, unraced(5), serverCentre(databases(t, server)), func(s site) string { return s.(*serverSite).url })
}

// killAll kills a process at every failpoint a number of times, on all
// processors, each time with another seed and at another coming by.
func killAll(t *testing.T, times int, found func(*world) site, target func(site) string) {
	t.Helper()
	var killed atomic.Int64
	trials := make(chan func())
	var hands sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		hands.Go(func() {
			for trial := range trials {
				trial()
			}
		})
	}
	for i, name := range failpoints {
		for n := range times {
			trials <- func() {
				if err := killOnce(uint64(1000*i+n), name, n, found, target); err != nil {
					t.Errorf("%s, the %dth time: %v", name, n+1, err)
					return
				}
				killed.Add(1)
			}
		}
	}
	close(trials)
	hands.Wait()
	t.Logf("%d processes were killed at %d failpoints; after each all was there once", killed.Load(), len(failpoints))
}

// killOnce is one death and what must hold after the next runs.
func killOnce(seed uint64, name string, n int, found func(*world) site, target func(site) string) error {
	at, known := stages[name]
	if !known {
		at = stage{ordinary, 1}
	}
	return perform(seed, found, func(p *play) {
		at.lead(p)
		p.die(p.desks[0], victim{Target: target(p.site), At: name, Passing: 1 + n%at.times})
		if name == afterDirectory {
			p.expectDirectory(p.desks[0])
		}
	})
}

// die lets another process sync the desk and die on the way.
func (p *play) die(s *station, v victim) {
	s.stop()
	must(p, p.centre.Close())
	v.Folder, v.Now = s.folder, p.now.UnixMicro()
	order, err := json.Marshal(v)
	must(p, err)
	self, err := os.Executable()
	must(p, err)
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), victimVariable+"="+string(order))
	var said bytes.Buffer
	cmd.Stderr = &said
	err = cmd.Run()
	const bySignal, onWindows = -1, 1
	if code := cmd.ProcessState.ExitCode(); code != bySignal && code != onWindows {
		p.Fatal("the process was not killed: ", err, " ", strings.TrimSpace(said.String()))
	}
	s.start()
	p.connect()
	p.look()
}

func (p *play) expectDirectory(s *station) {
	mall, _, err := s.store.Directory(context.Background(), 0)
	must(p, err)
	if mall.Note != "published" {
		p.Fatal("the published directory was not kept")
	}
}
