// Package smalldisk gives tests a real disk that is soon full.
package smalldisk

import (
	"errors"
	"os"
	"os/exec"
	"regexp"
	"syscall"
	"testing"
)

// Mount is a folder with room for size ("2m") until the test ends. Only root
// can mount one: for anybody else the whole test, which must be one without
// parents, runs once more as root of a user namespace. Where neither is
// allowed the test fails: a test that is passed over proves nothing.
func Mount(t *testing.T, size string) (folder string) {
	t.Helper()
	if os.Geteuid() != 0 {
		again(t)
		t.SkipNow()
	}
	folder = t.TempDir()
	MountOn(t, folder, size)
	return folder
}

// MountOn is Mount on a folder that is there; only root can do it.
func MountOn(t *testing.T, folder, size string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size="+size); err != nil {
		t.Fatalf("a small disk needs the right to mount one: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

func again(t *testing.T) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^"+regexp.QuoteMeta(t.Name())+"$")
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}}
	said, err := cmd.CombinedOutput()
	var ended *exec.ExitError
	switch {
	case errors.As(err, &ended):
		t.Fatalf("in a namespace: %v\n%s", err, said)
	case err != nil:
		t.Fatalf("a small disk needs root or user namespaces: %v", err)
	}
	t.Log("it passed as root of a namespace")
}

// Remount changes a disk: "size=64m", or flags such as MS_RDONLY.
func Remount(t *testing.T, folder, options string, flags uintptr) {
	t.Helper()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", syscall.MS_REMOUNT|flags, options); err != nil {
		t.Fatal(err)
	}
}

// Fill writes a file until its disk has no room left.
func Fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for size := 1 << 16; size > 0; size /= 16 {
		for err = nil; err == nil; {
			_, err = f.Write(make([]byte, size))
		}
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
}
