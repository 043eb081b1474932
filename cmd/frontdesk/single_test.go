package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontdesk/internal/text"
)

func TestASecondStartRaisesTheFirstWindowOfItsKind(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	desk, err := doorway("/mall", "", "")
	if err != nil {
		t.Fatal(err)
	}
	display, err := doorway("/mall", "display", "")
	if err != nil || display == desk {
		t.Fatalf("%s and %s, %v", desk, display, err)
	}
	if raiseFirst(desk) {
		t.Error("there is no window yet")
	}
	calls := make(chan bool, 2)
	leave := awaitSecond(desk, func() { calls <- true })
	if !raiseFirst(desk) || !<-calls {
		t.Error("the first window did not come")
	}
	if raiseFirst(display) {
		t.Error("a window of another kind answered")
	}
	if err := leave(); err != nil {
		t.Fatal(err)
	}
	if raiseFirst(desk) {
		t.Error("a closed window answered")
	}
}

func TestASocketThatAFallenWindowLeftIsTakenOver(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	path, err := doorway("/mall")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	defer awaitSecond(path, func() {})()
	if !raiseFirst(path) {
		t.Error("nobody answers")
	}
}

func TestACrashIsKeptAndSaidAtTheNextStart(t *testing.T) {
	folder := t.TempDir()
	p := &Program{Folder: folder}
	p.watchCrashes()
	if len(p.Notices) > 0 {
		t.Fatal("nothing fell yet")
	}
	p.noteCrash("index out of range")
	p.watchCrashes()
	if len(p.Notices) != 1 || !p.Warns {
		t.Fatalf("%+v", p.Notices)
	}
	files, _ := filepath.Glob(filepath.Join(folder, crashPattern))
	if len(files) != 1 || !strings.Contains(text.MustLoad(text.Indonesian).Say(p.Notices[0]), files[0]) {
		t.Fatalf("%v", files)
	}
	written, err := os.ReadFile(files[0])
	if err != nil || !strings.Contains(string(written), "noteCrash") {
		t.Errorf("%s, %v", written, err)
	}
	again := &Program{Folder: folder}
	again.watchCrashes()
	if len(again.Notices) > 0 {
		t.Error("it is said once")
	}
}

func TestOnlyTheNewestCrashesAreKept(t *testing.T) {
	folder := t.TempDir()
	for _, day := range []string{"1", "2", "3", "4", "5", "6", "7"} {
		if err := os.WriteFile(filepath.Join(folder, "crash-2026110"+day+"T000000.txt"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	forgetCrashes(folder)
	files, _ := filepath.Glob(filepath.Join(folder, crashPattern))
	if len(files) != mostCrashes || !strings.Contains(files[0], "20261103") {
		t.Errorf("%v", files)
	}
}

func TestALogIsBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "frontdesk.log")
	if err := os.WriteFile(path, make([]byte, logLimit+1), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := logFile(path).Write([]byte("line\n")); err != nil {
			t.Fatal(err)
		}
	}
	now, err := os.Stat(path)
	if err != nil || now.Size() != int64(len("line\n")*3) {
		t.Errorf("%v, %v", now, err)
	}
	if _, err := os.Stat(path + ".1"); err != nil {
		t.Error("the older part is gone")
	}
}
