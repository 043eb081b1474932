package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"frontdesk/internal/xdisplay"
)

// Loops that a day at the desk repeats: memory after the first of them holds
// what is made once; after all of them it should be the same.
const (
	firstRounds = 10
	allRounds   = 50
)

// benchPIN is that of the made-up operator.
const benchPIN = "482915"

// measureMemory tells what the window needs after all screens were seen, after
// many changes of the language, and after many locks and unlocks.
func measureMemory(display *xdisplay.Display, t *table, program, root string, idle map[string]int) error {
	folder := filepath.Join(root, "staffed")
	if err := employ(program, folder); err != nil {
		return err
	}
	window, err := display.Open(program, "--data", folder)
	if err != nil {
		return err
	}
	return errors.Join(loopMemory(window, t, idle), window.Close())
}

// employ gives the folder its one operator.
func employ(program, folder string) error {
	if err := os.Setenv("FRONTDESK_NEW_PIN", benchPIN); err != nil {
		return err
	}
	_, err := xdisplay.Run(program, folder, "operator", "add", "--name", "Rina Contoh", "--role", "administrator")
	return errors.Join(err, os.Unsetenv("FRONTDESK_NEW_PIN"))
}

func loopMemory(window *xdisplay.Window, t *table, idle map[string]int) error {
	if err := unlock(window); err != nil {
		return err
	}
	time.Sleep(10 * time.Second)
	signed, err := resident(window.PID())
	if err != nil {
		return err
	}
	t.figure("the desk, signed in: idle", fmt.Sprintf("%d MB", signed), "< 250 MB", beside(idle))
	for _, key := range []string{"F2", "F3", "F4", "F5", "F6", "ctrl+s", "ctrl+i", "F10", "F10", "F10", "F1"} {
		if err := errors.Join(window.Press(key), window.Settle()); err != nil {
			return err
		}
	}
	seen, err := resident(window.PID())
	if err != nil {
		return err
	}
	t.figure("the desk after all its screens were opened", fmt.Sprintf("%d MB", seen), "", beside(idle))
	err = repeat(window, t, "changes of the language", func() error {
		time.Sleep(500 * time.Millisecond)
		return window.Press("ctrl+l")
	})
	return errors.Join(err, repeat(window, t, "locks and unlocks", func() error {
		return errors.Join(window.Press("ctrl+k"), unlock(window))
	}))
}

// beside names the empty window's memory for comparison.
func beside(idle map[string]int) string {
	return fmt.Sprintf("an empty window: %d MB", idle[emptyWindow])
}

func unlock(window *xdisplay.Window) error {
	return errors.Join(window.Settle(), window.Type(benchPIN), window.Press("Return"), window.Settle())
}

// repeat compares the memory after all rounds with that after the first ones.
func repeat(window *xdisplay.Window, t *table, what string, do func() error) error {
	var memory [2]int
	done := 0
	for i, rounds := range []int{firstRounds, allRounds} {
		for ; done < rounds; done++ {
			if err := do(); err != nil {
				return err
			}
		}
		if err := settleMemory(window); err != nil {
			return err
		}
		var err error
		if memory[i], err = resident(window.PID()); err != nil {
			return err
		}
	}
	t.ratio(fmt.Sprintf("memory after %d %s / after %d", allRounds, what, firstRounds), float64(memory[1])/float64(memory[0]), "flat",
		fmt.Sprintf("%d / %d MB", memory[1], memory[0]))
	return nil
}

// settleMemory lets the toolkit forget the drawings of what is not shown: after
// a minute, and only while it draws.
func settleMemory(window *xdisplay.Window) error {
	for range 8 {
		time.Sleep(12 * time.Second)
		if err := window.Press("F2", "F1"); err != nil {
			return err
		}
	}
	return nil
}
