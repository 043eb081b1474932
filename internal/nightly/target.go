package nightly

import (
	"net/url"
	"strings"

	"frontdesk/internal/models"
	"frontdesk/internal/pgserver"
)

const fileScheme = "sqlite:"

// DefaultTarget is the centre of a desk that was told of none: a file beside
// its data folder, so that it works with no server.
func DefaultTarget(folder string) string { return fileScheme + DefaultFile(folder) }

// DefaultFile is the file of DefaultTarget.
func DefaultFile(folder string) string { return folder + "-centre.db" }

// CheckTarget looks at a target that stands in the settings. Errors: KindUsage
// when it is none, or when it holds a password, which belongs into the keyring
// or the environment.
func CheckTarget(target string) error {
	if path, isFile := strings.CutPrefix(target, fileScheme); isFile && path != "" {
		return nil
	}
	address, err := serverAddress(target)
	if err != nil {
		return err
	}
	if pgserver.HoldsPassword(address) {
		return models.Misuse("runner.password_in_settings")
	}
	return nil
}

// Account names the keyring's entry for a server's password: USER@HOST/DATABASE.
// It is empty for a file, which has none.
func Account(target string) string {
	address, err := serverAddress(target)
	if err != nil {
		return ""
	}
	return "sync:" + pgserver.Account(address)
}

// Shown is a target without user, password and options, for messages.
func Shown(target string) string {
	address, err := serverAddress(target)
	if err != nil {
		return strings.TrimPrefix(target, fileScheme)
	}
	return pgserver.Shown(address)
}

// ForLogin is a server's target with another user and no password.
func ForLogin(target, user string) (string, error) {
	address, err := serverAddress(target)
	if err != nil {
		return "", err
	}
	address.User = url.User(user)
	query := address.Query()
	query.Del("user")
	query.Del("password")
	address.RawQuery = query.Encode()
	return address.String(), nil
}

func serverAddress(target string) (*url.URL, error) {
	address, err := pgserver.Address(target)
	if err != nil {
		return nil, models.Misuse("sync.target")
	}
	return address, nil
}
