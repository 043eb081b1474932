package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

const (
	// crashRunning is where the runtime writes when a window falls; it is empty
	// as long as none did. Errors and panics of this program hold no personal
	// data, and neither does a list of calls.
	crashRunning = "crash.running"
	crashPattern = "crash-*.txt"
	mostCrashes  = 5 // files that are kept
)

// watchCrashes writes down why a window falls, in whichever goroutine, and
// says at the start that the one before did. It is no reason not to open.
func (p *Program) watchCrashes() {
	path := filepath.Join(p.Folder, crashRunning)
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		kept := filepath.Join(p.Folder, info.ModTime().UTC().Format("crash-20060102T150405.txt"))
		if os.Rename(path, kept) == nil {
			p.warn(models.Say("crash.notice", kept))
		}
	}
	forgetCrashes(p.Folder)
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, safefile.FileMode(path))
	if err != nil {
		return
	}
	defer file.Close() // the runtime keeps its own handle
	_ = debug.SetCrashOutput(file, debug.CrashOptions{})
}

// noteCrash writes down a panic that was caught.
func (p *Program) noteCrash(fault any) {
	path := filepath.Join(p.Folder, crashRunning)
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, safefile.FileMode(path))
	if err != nil {
		return
	}
	defer file.Close()
	fmt.Fprintf(file, "panic: %v\n\n%s\n", fault, debug.Stack())
}

// forgetCrashes keeps the newest files.
func forgetCrashes(folder string) {
	files, err := filepath.Glob(filepath.Join(folder, crashPattern))
	if err != nil || len(files) <= mostCrashes {
		return
	}
	slices.Sort(files) // by their time
	for _, old := range files[:len(files)-mostCrashes] {
		_ = os.Remove(old) // else the next start does
	}
}
