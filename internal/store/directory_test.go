package store_test

import (
	"context"
	"testing"
	"time"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
)

func TestAnEditedDirectoryIsAppliedWithItsDeedsOrNotAtAll(t *testing.T) {
	b := witnessed(t)
	ctx := context.Background()
	d, stamp, err := b.store.Directory(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	edited := directory.NewDraft(d)
	edited.Verify(models.EditServices, 1, "2026-11-23", "Rina")
	deeds := directory.Compare(d, edited.Directory()).Deeds()
	b.storeNow = monday.Add(time.Minute)

	wrong := append(deeds, models.Deed{Kind: "no such kind"})
	if err := b.store.EditDirectory(ctx, stamp, edited.Directory(), wrong...); err == nil {
		t.Fatal("an unknown deed was noted")
	}
	if now, _, _ := b.store.Directory(ctx, 0); !directory.Compare(d, now).None() || len(b.chain(t)) > 0 {
		t.Fatal("half of it was applied")
	}

	if err := b.store.EditDirectory(ctx, stamp, edited.Directory(), deeds...); err != nil {
		t.Fatal(err)
	}
	chain := b.chain(t)
	if len(chain) != 1 || chain[0].Kind != models.DeedDirectory || chain[0].Entity != "services" || chain[0].RowID != "DUK-02" {
		t.Errorf("the chain is %+v", chain)
	}
	if err := b.store.EditDirectory(ctx, stamp, d, deeds...); models.KindOf(err) != models.KindRefused {
		t.Errorf("a draft of the directory before was applied: %v", err)
	}
	if now, _, _ := b.store.Directory(ctx, 0); !directory.Compare(edited.Directory(), now).None() {
		t.Error("another directory is in use")
	}
}

func TestADirectoryThatTheCentrePublishedIsKnownAsSuch(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	published := func() bool {
		t.Helper()
		yes, err := b.store.DirectoryFromCentre(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return yes
	}
	if published() {
		t.Error("the sample is the centre's")
	}
	if err := b.store.TakeDirectory(ctx, 3, directory.Sample()); err != nil {
		t.Fatal(err)
	}
	if !published() {
		t.Error("what the centre published is not known as such")
	}
}
