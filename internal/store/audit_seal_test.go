package store_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// prove checks the chain of a desk that never synced and has no backup.
func (b *bench) prove(t testing.TB) guard.ChainCheck {
	t.Helper()
	ctx := context.Background()
	seals, err := b.store.AuditSeals(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var outside []models.AuditSeal
	kept, ok, err := b.store.KeptHead()
	if err != nil {
		t.Fatal(err)
	}
	if ok {
		outside = append(outside, kept)
	}
	found, err := guard.CheckSealed(b.parts.Sealer.(models.Notary), func(from int64, limit int) ([]models.AuditEntry, error) {
		return b.store.AuditEntries(ctx, from, limit)
	}, nil, seals, outside)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// tamper does what somebody can who has the database and not the key.
func (b *bench) tamper(t testing.TB, statements ...string) {
	t.Helper()
	lift := []string{`DROP TRIGGER audit_stay`, `DROP TRIGGER audit_keys`}
	if onServer() {
		lift = []string{`ALTER TABLE audit DISABLE TRIGGER USER`}
	}
	for _, statement := range append(lift, statements...) {
		if err := b.store.ExecForTest(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

func (b *bench) noted(t testing.TB, entries int) {
	t.Helper()
	for i := range entries {
		b.storeNow = b.storeNow.Add(time.Second)
		b.mustNote(t, models.Deed{Kind: models.DeedReveal, Entity: "visits", RowID: fmt.Sprint("v", i)})
	}
}

func TestAChainThatIsLeftAloneIsWholeAndSealed(t *testing.T) {
	b := witnessed(t)
	if found := b.prove(t); found.Break != nil || !found.Unsealed {
		t.Errorf("an empty chain: %+v", found)
	}
	b.noted(t, 5)
	if found := b.prove(t); found.Break != nil || found.Unsealed || found.Entries != 5 {
		t.Errorf("%+v, %v", found, found.Break)
	}
}

func TestEachWayToChangeTheChainIsFoundOnADeskThatNeverSynced(t *testing.T) {
	for name, a := range map[string]struct {
		tamper []string
		at     int64
	}{
		"edit":                  {[]string{`UPDATE audit SET operator = 'lain' WHERE seq = 3`}, 3},
		"delete":                {[]string{`DELETE FROM audit WHERE seq = 3`}, 3},
		"reorder":               {[]string{`UPDATE audit SET seq = 99 WHERE seq = 2`, `UPDATE audit SET seq = 2 WHERE seq = 3`, `UPDATE audit SET seq = 3 WHERE seq = 99`}, 2},
		"the newest":            {[]string{`DELETE FROM audit WHERE seq > 4`}, 5},
		"all":                   {[]string{`DELETE FROM audit`}, 1},
		"all and the seals":     {[]string{`DELETE FROM audit`, `DELETE FROM audit_seals`}, 1},
		"the newest, seal gone": {[]string{`DELETE FROM audit WHERE seq > 4`, `DELETE FROM audit_seals`}, 5},
		"the newest, seal made to fit": {[]string{`DELETE FROM audit WHERE seq > 4`,
			`UPDATE audit_seals SET seq = 4, mac = (SELECT mac FROM audit WHERE seq = 4)`}, 5},
	} {
		t.Run(name, func(t *testing.T) {
			b := witnessed(t)
			b.noted(t, 5)
			b.tamper(t, a.tamper...)
			if found := b.prove(t); found.Break == nil || found.Break.Seq != a.at {
				t.Errorf("found %v, not at %d", found.Break, a.at)
			}
			b.noted(t, 3) // work goes on, and heals nothing
			if found := b.prove(t); found.Break == nil {
				t.Error("later entries hid it")
			}
		})
	}
}

func TestAnOldSealBeforeACutIsFoundByTheCopyOutside(t *testing.T) {
	if onServer() {
		t.Skip("the server's store of this test keeps no copy")
	}
	b := witnessed(t)
	b.noted(t, 3)
	seals, err := b.store.AuditSeals(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	old := seals[len(seals)-1]
	b.noted(t, 2)
	b.tamper(t, `DELETE FROM audit WHERE seq > 3`,
		fmt.Sprintf(`UPDATE audit_seals SET seq = %d, mac = '%s', at = %d, seal = '%s'`, old.Seq, old.MAC, old.At.UnixMicro(), old.Seal))
	if found := b.prove(t); found.Break == nil || found.Break.Why != guard.BreakCut || found.Break.Seq != 4 {
		t.Errorf("found %v", found.Break)
	}
}

// The seal of an end without a key is a plain hash, which anybody can make: it
// vouches for nothing that was signed. No copy is kept outside.
func TestACutThatIsSealedWithoutTheKeyIsFound(t *testing.T) {
	folder := t.TempDir()
	b := deskOn(t, func(clock models.Clock, options ...store.Option) (*store.Store, error) {
		return store.Open(context.Background(), folder, clock, append(options, store.WithHeadFile(""))...)
	}, 1)
	b.sign()
	b.noted(t, 5)
	ctx := context.Background()
	entries, err := b.store.AuditEntries(ctx, 3, 1)
	if err != nil {
		t.Fatal(err)
	}
	end := models.AuditSeal{AuditHead: models.AuditHead{Seq: 3, MAC: entries[0].MAC, At: entries[0].At}}
	end.Seal, _ = end.Proof(nil)
	for _, statement := range []string{`DROP TRIGGER audit_stay`, `DELETE FROM audit WHERE seq > 3`, `DELETE FROM audit_seals`,
		fmt.Sprintf(`INSERT INTO audit_seals (key_id, seq, mac, at, seal) VALUES ('', 3, '%s', %d, '%s')`, end.MAC, end.At.UnixMicro(), end.Seal)} {
		if err := b.store.ExecForTest(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	if found := b.prove(t); found.Break == nil || found.Break.Why != guard.BreakSeal {
		t.Errorf("found %v", found.Break)
	}
}

func TestACopyOutsideThatLiesBehindIsNoBreak(t *testing.T) {
	if onServer() {
		t.Skip("the server's store of this test keeps no copy")
	}
	folder := t.TempDir()
	place := place(func(clock models.Clock, options ...store.Option) (*store.Store, error) {
		return store.Open(context.Background(), folder, clock, options...)
	})
	b := deskOn(t, place, 1)
	b.sign()
	b.noted(t, 2)
	other := deskOn(t, func(clock models.Clock, options ...store.Option) (*store.Store, error) {
		return place(clock, append(options, store.WithHeadFile(""))...) // stopped before it wrote the copy
	}, 1)
	other.sign()
	other.noted(t, 1)
	if found := b.prove(t); found.Break != nil || found.Entries != 3 {
		t.Errorf("%+v, %v", found, found.Break)
	}
}

func TestAChainThatWentOnWithoutTheKeyIsSealedAgainWithIt(t *testing.T) {
	b := witnessed(t)
	b.noted(t, 2)
	b.store.Audit(nil, b.Actor)
	b.noted(t, 2)
	b.sign()
	b.noted(t, 1)
	found := b.prove(t)
	if found.Break != nil || found.Unsigned != 2 || found.Entries != 5 {
		t.Errorf("%+v, %v", found, found.Break)
	}
	b.tamper(t, `DELETE FROM audit WHERE seq = 5`)
	if found := b.prove(t); found.Break == nil {
		t.Error("the cut is not found")
	}
}
