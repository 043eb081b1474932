//go:build !windows

package safefile

import (
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// made tells the rights of a file and a folder that are made in folder.
func made(t *testing.T, folder string) (file, inner os.FileMode) {
	t.Helper()
	former := syscall.Umask(0o022)
	t.Cleanup(func() { syscall.Umask(former) })
	Mask(folder)
	path := filepath.Join(folder, "a")
	if err := Replace(path, FileMode(path), func(io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	below := filepath.Join(folder, "b")
	if err := os.Mkdir(below, FolderMode(below)); err != nil {
		t.Fatal(err)
	}
	return rights(t, path), rights(t, below)
}

func rights(t *testing.T, path string) os.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

func TestAnOwnFolderIsReadByItsOwnerAlone(t *testing.T) {
	if file, inner := made(t, t.TempDir()); file != 0o600 || inner != 0o700 {
		t.Errorf("a file has %o, a folder %o", file, inner)
	}
}

func TestASharedFolderIsReadByItsGroupAndNobodyElse(t *testing.T) {
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o770|os.ModeSetgid); err != nil {
		t.Fatal(err)
	}
	if file, inner := made(t, folder); file != 0o660 || inner != 0o770 {
		t.Errorf("a file has %o, a folder %o", file, inner)
	}
	if !Shared(filepath.Join(folder, "b")) {
		t.Error("what is made inside is not shared")
	}
}

func TestAKeyThatStrangersCanReadIsExposed(t *testing.T) {
	own, shared := t.TempDir(), t.TempDir()
	if err := os.Chmod(shared, 0o770|os.ModeSetgid); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		folder  string
		rights  os.FileMode
		exposed bool
	}{{own, 0o600, false}, {own, 0o640, true}, {shared, 0o660, false}, {shared, 0o664, true}} {
		path := filepath.Join(c.folder, "key")
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, c.rights); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := Exposed(c.folder, info); got != c.exposed {
			t.Errorf("%o, shared %t: exposed %t", c.rights, Shared(c.folder), got)
		}
	}
}
