package main

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"frontdesk/internal/smalldisk"
)

func TestADataFolderThatCannotBeWrittenIsSaidAndTheNextRunHeals(t *testing.T) {
	disk := smalldisk.Mount(t, "32m")
	o := newOffice(t)
	o.folder = filepath.Join(disk, "data")
	o.checkIn()
	smalldisk.Remount(t, disk, "size=32m", syscall.MS_RDONLY)
	for _, verb := range [][]string{{"sync"}, {"sync", "verify"}, {"backup"}, {"checkin", "--service", "DUK-02", "--at", monday}} {
		if _, said := o.run(1, verb...); !strings.Contains(said, "tidak bisa") || strings.Contains(said, "panic") {
			t.Errorf("%v says %q", verb, said)
		}
	}
	smalldisk.Remount(t, disk, "size=32m", 0)
	if n := o.sent(); n != 4 {
		t.Errorf("afterwards %d records were sent", n)
	}
}

func TestADataDiskThatFillsUpIsSaidAndTheNextRunHeals(t *testing.T) {
	disk := smalldisk.Mount(t, "32m")
	o := newOffice(t)
	o.folder = filepath.Join(disk, "data")
	o.checkIn()
	ballast := filepath.Join(disk, "ballast")
	smalldisk.Fill(t, ballast)
	for _, verb := range [][]string{{"sync"}, {"backup"}, {"checkin", "--service", "DUK-02", "--at", monday}} {
		if _, said := o.run(1, verb...); !strings.Contains(strings.ToLower(said), "penuh") {
			t.Errorf("%v says %q", verb, said)
		}
	}
	smalldisk.Remount(t, disk, "size=64m", 0)
	if n := o.sent(); n != 4 {
		t.Errorf("afterwards %d records were sent", n)
	}
}
