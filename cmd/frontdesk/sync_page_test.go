package main

import (
	"context"
	"os"
	"testing"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/views"
)

func openProgram(t *testing.T) *Program {
	t.Helper()
	return reopen(t, t.TempDir()+"/data")
}

func TestTheWindowSyncsBesideItsWorkAndAtItsEnd(t *testing.T) {
	p := openProgram(t)
	var window views.Options
	end := p.beside(&window, 0)
	ctx := context.Background()
	var o models.SyncOverview
	for range 1000 {
		var err error
		if o, err = window.Sync.Overview(ctx); err != nil {
			t.Fatal(err)
		}
		if _, running := window.Sync.Running(); !running && !o.LastSuccess.IsZero() {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if o.LastSuccess.IsZero() || o.Waiting != 0 || o.Target != p.Folder+"-centre.db" || !o.NextRun.After(o.LastSuccess) {
		t.Errorf("after the start: %+v", o)
	}
	if err := p.Store.Write(ctx, func(tx models.Tx) error {
		return tx.AddMiss(models.SearchMiss{ID: newID(), Origin: models.Origin{MallID: p.Desk.Self().MallID, DeskID: p.Desk.Self().ID,
			BusinessDate: "2026-11-23", OperatorID: "meja"}, Words: "zzz", At: p.Desk.Now()})
	}); err != nil {
		t.Fatal(err)
	}
	end()
	state, err := p.Store.SyncState(ctx)
	if err != nil || state.Waiting != 0 {
		t.Errorf("after the end: %+v, %v", state, err)
	}
}

func TestAWrongTargetIsSaidAndTheWindowOpensNevertheless(t *testing.T) {
	p := openProgram(t)
	p.Settings.SyncTarget = "postgres://desk:geheim@centre/mpp"
	var window views.Options
	p.beside(&window, 0)()
	if window.Sync != nil || !window.Warns || len(window.Notices) != 1 || window.Notices[0].Key != "runner.password_in_settings" {
		t.Errorf("it opens with %v and says %v", window.Sync, window.Notices)
	}
}

func TestTheLogIsTurnedOverAndKeepsWhatSeveralProcessesWrite(t *testing.T) {
	p := openProgram(t)
	path := p.Folder + "/" + logName
	if err := os.WriteFile(path, make([]byte, logLimit+1), 0o600); err != nil {
		t.Fatal(err)
	}
	p.log().Info("one")
	p.log().Info("two")
	now, err := os.Stat(path)
	old, errOld := os.Stat(path + ".1")
	if err != nil || errOld != nil || now.Size() > 200 || old.Size() != logLimit+1 {
		t.Errorf("%v, %v, %v, %v", now, err, old, errOld)
	}
}
