package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"frontdesk/internal/models"
)

// witnessed is a desk whose deeds are signed.
func witnessed(t testing.TB) *bench {
	t.Helper()
	b := openDesk(t, 1)
	b.sign()
	return b
}

func (b *bench) sign() { b.store.Audit(b.parts.Sealer.(models.Notary), b.Actor) }

func (b *bench) chain(t testing.TB) []models.AuditEntry {
	t.Helper()
	list, err := b.store.AuditEntries(context.Background(), 1, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func (b *bench) mustNote(t testing.TB, d models.Deed) {
	t.Helper()
	if err := b.store.NoteDeed(context.Background(), d); err != nil {
		t.Fatal(err)
	}
}

func TestEachDeedIsSignedOverTheOneBefore(t *testing.T) {
	b := witnessed(t)
	for i := range 5 {
		b.mustNote(t, models.Deed{Kind: models.DeedReveal, Entity: "visits", RowID: fmt.Sprint("v", i), Why: "koreksi"})
	}
	previous := ""
	for i, e := range b.chain(t) {
		if e.Seq != int64(i+1) || e.Operator != "meja" || e.Desk != b.Self().ID || e.KeyID == "" {
			t.Errorf("entry %d is %+v", i+1, e)
		}
		mac, ok := e.Link(b.parts.Sealer.(models.Notary), previous)
		if !ok || mac != e.MAC {
			t.Errorf("entry %d carries %s, not %s", e.Seq, e.MAC, mac)
		}
		if other, _ := e.Link(b.parts.Sealer.(models.Notary), "another"); other == e.MAC {
			t.Errorf("entry %d does not depend on the one before", e.Seq)
		}
		previous = e.MAC
	}
}

func TestADeedGoesWithItsTransaction(t *testing.T) {
	b := witnessed(t)
	failed := errors.New("failed after the deed")
	err := b.store.Write(context.Background(), func(tx models.Tx) error {
		return errors.Join(tx.NoteDeed(models.Deed{Kind: models.DeedVoid}), failed)
	})
	if !errors.Is(err, failed) || len(b.chain(t)) != 0 {
		t.Errorf("%v, and the chain has %d entries", err, len(b.chain(t)))
	}
}

func TestAReasonLosesItsDigits(t *testing.T) {
	b := witnessed(t)
	b.mustNote(t, models.Deed{Kind: models.DeedLookUp, Why: "NIK 6402 0112 0390 0001,  HP +62 812"})
	if why := b.chain(t)[0].Why; why != "NIK , HP +" {
		t.Errorf("kept %q", why)
	}
	b.mustNote(t, models.Deed{Kind: models.DeedLookUp, Why: strings.Repeat("é", 300)})
	if why := b.chain(t)[1].Why; why != strings.Repeat("é", 200) {
		t.Errorf("kept %d letters", len([]rune(why)))
	}
}

func TestADeedOfAnUnknownKindIsNotNoted(t *testing.T) {
	b := witnessed(t)
	err := b.store.NoteDeed(context.Background(), models.Deed{Kind: "guess"})
	if models.KindOf(err) != models.KindUsage || len(b.chain(t)) != 0 {
		t.Errorf("%v, and the chain has %d entries", err, len(b.chain(t)))
	}
}

func TestTheAuditChainNeitherChangesNorShrinks(t *testing.T) {
	b := witnessed(t)
	b.mustNote(t, models.Deed{Kind: models.DeedSetting})
	before := b.chain(t)
	for _, statement := range []string{`UPDATE audit SET why = 'nothing'`, `UPDATE audit SET seq = 7`, `DELETE FROM audit`} {
		if err := b.store.ExecForTest(statement); err == nil {
			t.Errorf("%s went through", statement)
		}
	}
	if !slices.Equal(before, b.chain(t)) {
		t.Error("the chain is another one")
	}
}

func TestTwoProgramsShareOneChain(t *testing.T) {
	place := newPlace(t)
	a := deskOn(t, place, 1)
	b := deskOn(t, place, 1)
	a.sign()
	b.sign()
	const each = 20
	var work sync.WaitGroup
	for _, desk := range []*bench{a, b} {
		work.Go(func() {
			for range each {
				if err := desk.store.NoteDeed(context.Background(), models.Deed{Kind: models.DeedSignIn}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	work.Wait()
	if found := a.prove(t); found.Break != nil || found.Unsealed {
		t.Errorf("the end is not sealed: %+v, %v", found, found.Break)
	}
	list := a.chain(t)
	if len(list) != 2*each {
		t.Fatalf("%d entries", len(list))
	}
	previous := ""
	for i, e := range list {
		if mac, _ := e.Link(a.parts.Sealer.(models.Notary), previous); e.Seq != int64(i+1) || mac != e.MAC {
			t.Errorf("entry %d does not follow the one before", e.Seq)
		}
		previous = e.MAC
	}
}

func TestWithoutTheKeyADeedIsStillBoundToTheOneBefore(t *testing.T) {
	b := openDesk(t, 1)
	b.mustNote(t, models.Deed{Kind: models.DeedVoid})
	b.sign()
	b.mustNote(t, models.Deed{Kind: models.DeedVoid})
	list := b.chain(t)
	if list[0].KeyID != "" || list[1].KeyID == "" {
		t.Fatalf("%+v", list)
	}
	if mac, ok := list[0].Link(nil, ""); !ok || mac != list[0].MAC {
		t.Error("the entry without a key does not follow")
	}
	if mac, _ := list[1].Link(b.parts.Sealer.(models.Notary), list[0].MAC); mac != list[1].MAC {
		t.Error("the signed entry does not vouch for the one before")
	}
}
