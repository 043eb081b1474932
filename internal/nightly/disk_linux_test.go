package nightly

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"frontdesk/internal/models"
	"frontdesk/internal/pgtest"
	"frontdesk/internal/smalldisk"
)

// smallDisk is a folder with room for 2 MiB.
func smallDisk(t *testing.T) string {
	t.Helper()
	return smalldisk.Mount(t, "2m")
}

// stuff leaves no room in a folder, and tells which file to remove again.
func stuff(t *testing.T, folder string) string {
	t.Helper()
	path := filepath.Join(folder, "ballast")
	smalldisk.Fill(t, path)
	return path
}

func TestAFullDiskAtTheCentreIsSaidAndHeals(t *testing.T) {
	v := newVisitor(t)
	disk := smallDisk(t)
	target := "sqlite:" + filepath.Join(disk, "centre.db")
	owner := openCentre(t, target, "")
	must(t, owner.Init(context.Background()))
	must(t, owner.Enrol(context.Background(), v.self))
	must(t, owner.Close())
	ballast := stuff(t, disk)
	v.fails(target, "", "sync.full")
	must(t, os.Remove(ballast))
	v.heals(target, "")
}

func TestACentreThatFillsUpOnTheWayKeepsWhatItAcknowledged(t *testing.T) {
	desk, disk, ctx := newBranch(t, 1), smallDisk(t), context.Background()
	target := "sqlite:" + filepath.Join(disk, "centre.db")
	owner := openCentre(t, target, "")
	must(t, owner.Init(ctx))
	must(t, owner.Enrol(ctx, desk.self))
	for range 1000 {
		desk.checkIn("word")
	}
	r, err := NewEngine(Options{Feed: desk.store, Centre: owner, Clock: desk, NewID: desk.newID}).Run(ctx)
	if saysOf(err).Key != "sync.full" || r.Sent == 0 || r.Waiting != 3001-r.Sent {
		t.Fatalf("%+v, %v", r, err)
	}
	must(t, owner.Close())
	smalldisk.Remount(t, disk, "size=64m", 0)
	again := openCentre(t, target, "")
	if rest := desk.syncTo(again); rest.Sent != 3001-r.Sent {
		t.Errorf("%d and then %d rows were sent", r.Sent, rest.Sent)
	}
	check, err := NewEngine(Options{Feed: desk.store, Clock: desk}).Reconcile(ctx, again)
	if err != nil || !check.Equal {
		t.Errorf("the two sides: %+v, %v", check, err)
	}
}

func TestAFullDiskAtTheDeskIsSaidAndHeals(t *testing.T) {
	disk := smallDisk(t)
	desk, centre := newBranchIn(t, 1, disk), newFileCentre(t)
	must(t, centre.Enrol(context.Background(), desk.self))
	desk.checkIn("word")
	ballast := stuff(t, disk)
	_, err := NewEngine(Options{Feed: desk.store, Centre: centre, Clock: desk, NewID: desk.newID}).Run(context.Background())
	if saysOf(err).Key != "store.full" || models.KindOf(err) != models.KindFault {
		t.Fatalf("it says %v", err)
	}
	must(t, os.Remove(ballast))
	if r := desk.syncTo(centre); r.Sent != 4 || r.Waiting != 0 {
		t.Errorf("with room again: %+v", r)
	}
}

func TestAServerWhoseDiskIsFullIsSaidAndHeals(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("a server does not run as root of a namespace")
	}
	s, v, disk := pgtest.Start(t, "fsync=off"), newVisitor(t), ""
	s.CreateDatabaseOn(t, "pusat", func(folder string) {
		disk = folder
		smalldisk.MountOn(t, folder, "24m")
	})
	target := s.URL(pgtest.Superuser, "pusat")
	owner := openCentre(t, target, "")
	must(t, owner.Init(context.Background()))
	must(t, owner.Enrol(context.Background(), v.self))
	ballast := stuff(t, disk)
	v.fails(target, "", "sync.full")
	must(t, os.Remove(ballast))
	v.heals(target, "")
}

func TestACentreOnADiskForReadingIsSaidAndHeals(t *testing.T) {
	v, disk := newVisitor(t), smallDisk(t)
	target := "sqlite:" + filepath.Join(disk, "centre.db")
	owner := openCentre(t, target, "")
	must(t, owner.Init(context.Background()))
	must(t, owner.Enrol(context.Background(), v.self))
	must(t, owner.Close())
	smalldisk.Remount(t, disk, "size=2m", syscall.MS_RDONLY)
	v.fails(target, "", "sync.readonly")
	smalldisk.Remount(t, disk, "size=2m", 0)
	v.heals(target, "")
}
