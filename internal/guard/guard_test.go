package guard

import (
	"bytes"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/models"
)

var wulan = models.Identity{Name: "Wulan Contoh", NIK: "6402065708900002", Phone: "+6281234567890"}

func sealer(t *testing.T, key Key, older ...Key) *Sealer {
	t.Helper()
	s, err := NewSealer(rand.Reader, key, older...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func locked(t *testing.T) *Sealer {
	t.Helper()
	s, err := NewOpener()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func seal(t *testing.T, s *Sealer, visitID string) models.SealedIdentity {
	t.Helper()
	sealed, err := s.Seal(visitID, wulan)
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

func TestASealedIdentityOpensInItsOwnRowOnly(t *testing.T) {
	s := sealer(t, Key{1})
	sealed := seal(t, s, "visit-1")
	if got, err := s.Open("visit-1", sealed); err != nil || got != wulan {
		t.Errorf("got %+v, %v", got, err)
	}
	if _, err := s.Open("visit-2", sealed); err == nil {
		t.Error("it opened in another row")
	}
	sealed.Blob[len(sealed.Blob)-1] ^= 1
	if _, err := s.Open("visit-1", sealed); err == nil {
		t.Error("a changed blob opened")
	}
}

func TestTheSameIdentityNeverSealsTwiceAlike(t *testing.T) {
	s := sealer(t, Key{1})
	if a, b := seal(t, s, "v"), seal(t, s, "v"); bytes.Equal(a.Blob, b.Blob) {
		t.Error("two blobs are the same")
	}
}

func TestBlindIndexesMeetByValueFieldAndKey(t *testing.T) {
	s, other := sealer(t, Key{1}), sealer(t, Key{2})
	nik := seal(t, s, "v").NIKIndex
	if got := s.Indexes(models.ByNIK, wulan.NIK); nik == "" || !slices.Equal(got, []string{nik}) {
		t.Error("the same NIK has two indexes")
	}
	if slices.Contains(s.Indexes(models.ByPhone, wulan.NIK), nik) || slices.Contains(other.Indexes(models.ByNIK, wulan.NIK), nik) {
		t.Error("an index does not depend on its field and key")
	}
	if got := s.Indexes(models.ByNIK, ""); len(got) != 0 {
		t.Error("nothing has an index")
	}
	if after := sealer(t, Key{2}, Key{1}); !slices.Contains(after.Indexes(models.ByNIK, wulan.NIK), nik) {
		t.Error("who came under an older key is not found any more")
	}
}

func TestWithoutTheKeyEverythingStaysClosed(t *testing.T) {
	sealed := seal(t, sealer(t, Key{1}), "v")
	for name, s := range map[string]*Sealer{"locked": locked(t), "another key": sealer(t, Key{2})} {
		if _, err := s.Open("v", sealed); models.KindOf(err) != models.KindRefused {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := locked(t).Seal("v", wulan); models.KindOf(err) != models.KindRefused {
		t.Errorf("locked sealer sealed: %v", err)
	}
}

func TestAnOlderKeyStillOpensWhatItSealed(t *testing.T) {
	sealed := seal(t, sealer(t, Key{1}), "v")
	if got, err := sealer(t, Key{2}, Key{1}).Open("v", sealed); err != nil || got != wulan {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestRecoveryWordsBringTheKeyBackAndFindMistakes(t *testing.T) {
	key, err := NewKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	words := key.RecoveryWords()
	if back, err := KeyFromWords(strings.ToUpper(words)); err != nil || back != key {
		t.Errorf("%v", err)
	}
	list := strings.Fields(words)
	swapped := append([]string{list[1], list[0]}, list[2:]...)
	for name, wrong := range map[string]string{
		"a word less": strings.Join(list[1:], " "),
		"mistyped":    "xxxxx " + strings.Join(list[1:], " "),
		"nothing":     "",
	} {
		if _, err := KeyFromWords(wrong); models.KindOf(err) != models.KindUsage {
			t.Errorf("%s gave %v", name, err)
		}
	}
	if _, err := KeyFromWords(strings.Join(swapped, " ")); list[0] != list[1] && models.KindOf(err) != models.KindUsage {
		t.Errorf("two words in the wrong order gave %v", err)
	}
}

// drawer is a keyring that a test can lock or silence.
type drawer struct {
	secrets map[string]string
	broken  error
	asleep  time.Duration
}

func (d *drawer) Get(account string) (string, error) { return d.secrets[account], d.broken }
func (d *drawer) Set(account, secret string) error {
	time.Sleep(d.asleep)
	if d.broken == nil {
		d.secrets[account] = secret
	}
	return d.broken
}

func TestTheKeyGoesToTheKeyringAndElseIntoAnOwnersFile(t *testing.T) {
	for _, c := range []struct {
		name  string
		ring  *drawer
		place string
	}{
		{"keyring", &drawer{secrets: map[string]string{}}, PlaceKeyring},
		{"no keyring", &drawer{broken: errors.New("no service")}, PlaceFile},
		{"silent keyring", &drawer{secrets: map[string]string{}, asleep: 2 * keyringPatience}, PlaceFile},
	} {
		keeper := Keeper{Folder: t.TempDir(), Keyring: c.ring, Entropy: rand.Reader}
		ref, err := keeper.Create()
		if err != nil || ref.Place != c.place {
			t.Errorf("%s: %+v, %v", c.name, ref, err)
			continue
		}
		if key, err := keeper.Find(ref); err != nil || key.ID() != ref.ID {
			t.Errorf("%s: not found again: %v", c.name, err)
		}
	}
}

func TestAKeyFileThatOthersCanReadIsNotTrusted(t *testing.T) {
	keeper := Keeper{Folder: t.TempDir(), Keyring: &drawer{broken: errors.New("none")}, Entropy: rand.Reader}
	ref, err := keeper.Create()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(keeper.Folder, "keys", ref.ID+".key")
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := keeper.Find(ref); models.KindOf(err) != models.KindRefused {
		t.Errorf("got %v", err)
	}
	s, err := keeper.Unlock([]models.KeyRef{ref})
	if err != nil || s.Ready() {
		t.Errorf("ready %v, %v", s.Ready(), err)
	}
}
