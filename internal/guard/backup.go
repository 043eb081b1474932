package guard

import (
	"slices"
	"strings"

	"filippo.io/age"

	"frontdesk/internal/models"
)

// BackupIdentity opens and closes the backups of a mall. It is derived from
// the mall's key alone, so that the recovery words open every backup on a new
// computer.
func (k Key) BackupIdentity() (*age.X25519Identity, error) {
	secret, err := derive(k, "frontdesk backup")
	if err != nil {
		return nil, err
	}
	return age.ParseX25519Identity(strings.ToUpper(bech32("age-secret-key-", secret)))
}

// Pass opens a backup with whichever key it was closed with: the backup names
// its key, and Find brings it. Errors: those of Find.
type Pass struct {
	Find func(keyID string) (Key, error)
	Used Key // the key that opened the backup
}

// labelType marks the header line that names the key.
const labelType = "frontdesk-key"

// Label is a header line of a backup that names its key and opens nothing.
type Label Key

// Wrap writes the line; the file key is not in it.
func (l Label) Wrap([]byte) ([]*age.Stanza, error) {
	return []*age.Stanza{{Type: labelType, Args: []string{Key(l).ID()}}}, nil
}

// Unwrap brings the named key and opens the backup's header with it. Errors:
// KindUsage for a file whose header names no key.
func (p *Pass) Unwrap(header []*age.Stanza) ([]byte, error) {
	i := slices.IndexFunc(header, func(s *age.Stanza) bool { return s.Type == labelType && len(s.Args) == 1 })
	if i < 0 {
		return nil, models.Misuse("backup.not_one")
	}
	key, err := p.Find(header[i].Args[0])
	if err != nil {
		return nil, err
	}
	if key.ID() != header[i].Args[0] {
		return nil, models.Refuse("backup.other_key")
	}
	identity, err := key.BackupIdentity()
	if err != nil {
		return nil, err
	}
	p.Used = key
	return identity.Unwrap(header)
}
