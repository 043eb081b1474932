package guard

import (
	"bytes"
	"io"
	"testing"

	"filippo.io/age"

	"frontdesk/internal/models"
)

func TestTextKeysFollowBIP173(t *testing.T) {
	// A test vector of BIP 173: the checksum of an empty text named "a".
	if got := bech32("a", nil); got != "a12uel5l" {
		t.Errorf("got %s", got)
	}
}

func TestTheBackupKeyIsTheMallsOwnAndAlwaysTheSame(t *testing.T) {
	one, err := Key{1}.BackupIdentity()
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Key{1}.BackupIdentity()
	other, _ := Key{2}.BackupIdentity()
	if one.String() != again.String() || one.String() == other.String() {
		t.Error("the identity does not follow from the key alone")
	}
}

// closed seals a text as a backup of key, with the key's name or without.
func closed(t *testing.T, key Key, named bool) []byte {
	t.Helper()
	identity, err := key.BackupIdentity()
	if err != nil {
		t.Fatal(err)
	}
	recipients := []age.Recipient{identity.Recipient()}
	if named {
		recipients = append(recipients, Label(key))
	}
	var file bytes.Buffer
	w, err := age.Encrypt(&file, recipients...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, "records"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestABackupNamesTheKeyThatOpensIt(t *testing.T) {
	file, asked := closed(t, Key{7}, true), ""
	pass := &Pass{Find: func(id string) (Key, error) { asked = id; return Key{7}, nil }}
	r, err := age.Decrypt(bytes.NewReader(file), pass)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(r); err != nil || string(text) != "records" {
		t.Errorf("got %q, %v", text, err)
	}
	if asked != (Key{7}).ID() || pass.Used != (Key{7}) {
		t.Errorf("asked for %s", asked)
	}
	if identity, _ := (Key{7}).BackupIdentity(); identity != nil {
		if _, err := age.Decrypt(bytes.NewReader(file), identity); err != nil {
			t.Errorf("the plain age identity does not open it: %v", err)
		}
	}
}

func TestAnotherKeyAndAnotherFileAreToldApart(t *testing.T) {
	for _, c := range []struct {
		name string
		file []byte
		kind models.Kind
	}{
		{"another mall's key", closed(t, Key{7}, true), models.KindRefused},
		{"no backup of ours", closed(t, Key{7}, false), models.KindUsage},
	} {
		pass := &Pass{Find: func(string) (Key, error) { return Key{8}, nil }}
		if _, err := age.Decrypt(bytes.NewReader(c.file), pass); models.KindOf(err) != c.kind {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
