package guard

import (
	"errors"
	"testing"

	"frontdesk/internal/models"
)

// cupboard is a keyring that may forget or be missing.
type cupboard struct {
	kept             map[string]string
	missing, forgets bool
}

func (d cupboard) Get(account string) (string, error) {
	if secret, ok := d.kept[account]; ok && !d.missing {
		return secret, nil
	}
	return "", errors.New("no such secret")
}

func (d cupboard) Set(account, secret string) error {
	if d.missing {
		return errors.New("no keyring")
	}
	if !d.forgets {
		d.kept[account] = secret
	}
	return nil
}

func TestAPasswordIsKeptInTheKeyringOrNowhere(t *testing.T) {
	folder := t.TempDir()
	for _, rule := range []struct {
		ring cupboard
		kept bool
	}{{cupboard{}, true}, {cupboard{missing: true}, false}, {cupboard{forgets: true}, false}} {
		rule.ring.kept = map[string]string{}
		k := Keeper{Folder: folder, Keyring: rule.ring}
		err := k.KeepSecret("sync:desk@centre", "rahasia")
		if rule.kept != (err == nil) || !rule.kept && models.KindOf(err) != models.KindRefused {
			t.Errorf("%+v: %v", rule.ring, err)
		}
		if got := k.Secret("sync:desk@centre"); rule.kept != (got == "rahasia") {
			t.Errorf("%+v gives %q", rule.ring, got)
		}
	}
}
