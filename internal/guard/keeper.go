package guard

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/zalando/go-keyring"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

// Where a key is kept.
const (
	PlaceKeyring = "keyring"
	PlaceFile    = "file"
)

const (
	keyringService = "frontdesk"
	// keyringPatience is how long the keyring may take to answer before it
	// counts as absent (design/security.md).
	keyringPatience = 3 * time.Second
)

// Keyring is the operating system's store of secrets.
type Keyring interface {
	Get(account string) (string, error)
	Set(account, secret string) error
}

// SystemKeyring is the keyring of the person who is signed in.
func SystemKeyring() Keyring { return systemKeyring{} }

type systemKeyring struct{}

func (systemKeyring) Get(account string) (string, error) { return keyring.Get(keyringService, account) }
func (systemKeyring) Set(account, secret string) error {
	return keyring.Set(keyringService, account, secret)
}

// Keeper keeps keys in the keyring, or where there is none in files of folder
// that no other account can read.
type Keeper struct {
	Folder  string
	Keyring Keyring
	Entropy io.Reader
}

// Create makes a key and puts it away before it tells its name.
func (k Keeper) Create() (models.KeyRef, error) {
	key, err := NewKey(k.Entropy)
	if err != nil {
		return models.KeyRef{}, models.Fault(err, "key.create")
	}
	return k.Keep(key)
}

// Keep puts a key into the keyring, else into a file, and tells which. In a
// shared folder it is a file: a keyring belongs to one account.
func (k Keeper) Keep(key Key) (models.KeyRef, error) {
	if !safefile.Shared(k.Folder) && k.keepInKeyring(key) == nil {
		return models.KeyRef{ID: key.ID(), Place: PlaceKeyring}, nil
	}
	if err := k.keepInFile(key); err != nil {
		return models.KeyRef{}, models.Fault(err, "key.create")
	}
	return models.KeyRef{ID: key.ID(), Place: PlaceFile}, nil
}

// Unlock makes the sealer of a folder from its keys, newest first. Keys that
// are not at hand are left out; without the newest one nothing is sealed.
func (k Keeper) Unlock(refs []models.KeyRef) (*Sealer, error) {
	var keys []Key
	sealing := false
	for i, ref := range refs {
		key, err := k.Find(ref)
		if err != nil {
			continue
		}
		keys = append(keys, key)
		sealing = sealing || i == 0
	}
	if !sealing {
		return NewOpener(keys...)
	}
	return NewSealer(k.Entropy, keys[0], keys[1:]...)
}

// Find brings a key from its place. Errors: KindRefused when it is not there;
// identities then show as locked.
func (k Keeper) Find(ref models.KeyRef) (Key, error) {
	var text string
	var err error
	if ref.Place == PlaceKeyring {
		text, err = patiently(func() (string, error) { return k.Keyring.Get(ref.ID) })
	} else {
		text, err = k.readFile(ref.ID)
	}
	if err != nil {
		return Key{}, models.Refuse("key.locked")
	}
	key, err := decodeKey(strings.TrimSpace(text))
	if err != nil || key.ID() != ref.ID {
		return Key{}, models.Refuse("key.locked")
	}
	return key, nil
}

// keepInKeyring also reads the key back: some keyrings take and forget.
func (k Keeper) keepInKeyring(key Key) error {
	back, err := patiently(func() (string, error) {
		if err := k.Keyring.Set(key.ID(), key.encode()); err != nil {
			return "", err
		}
		return k.Keyring.Get(key.ID())
	})
	if err == nil && back != key.encode() {
		err = errors.New("keyring did not keep the key")
	}
	return err
}

// keepInFile writes the whole key before the file gets its name, so that a
// power cut leaves no half key.
func (k Keeper) keepInFile(key Key) error {
	path := k.path(key.ID())
	if err := os.MkdirAll(filepath.Dir(path), safefile.FolderMode(filepath.Dir(path))); err != nil {
		return err
	}
	return safefile.Replace(path, safefile.FileMode(path), func(w io.Writer) error {
		_, err := fmt.Fprintln(w, key.encode())
		return err
	})
}

// readFile refuses a key that strangers on this computer can read.
func (k Keeper) readFile(keyID string) (string, error) {
	path := k.path(keyID)
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if safefile.Exposed(filepath.Dir(path), info) {
		return "", fs.ErrPermission
	}
	raw, err := os.ReadFile(path)
	return string(raw), err
}

func (k Keeper) path(keyID string) string {
	return filepath.Join(k.Folder, "keys", filepath.Base(keyID)+".key")
}

// patiently gives up on a keyring that does not answer; the call itself is
// left to end by itself.
func patiently(ask func() (string, error)) (string, error) {
	type answer struct {
		text string
		err  error
	}
	answers := make(chan answer, 1)
	go func() {
		text, err := ask()
		answers <- answer{text, err}
	}()
	select {
	case a := <-answers:
		return a.text, a.err
	case <-time.After(keyringPatience):
		return "", errors.New("keyring does not answer")
	}
}
