package guard

import (
	"errors"

	"frontdesk/internal/models"
)

// Secret brings a password from the keyring; empty where there is none.
func (k Keeper) Secret(account string) string {
	secret, err := patiently(func() (string, error) { return k.Keyring.Get(account) })
	if err != nil {
		return ""
	}
	return secret
}

// KeepSecret puts a password into the keyring and reads it back. Errors:
// KindRefused where there is no keyring: it goes into no file.
func (k Keeper) KeepSecret(account, secret string) error {
	back, err := patiently(func() (string, error) {
		if err := k.Keyring.Set(account, secret); err != nil {
			return "", err
		}
		return k.Keyring.Get(account)
	})
	if err == nil && back != secret {
		err = errors.New("keyring did not keep the password")
	}
	if err != nil {
		return &models.Error{Kind: models.KindRefused, Says: models.Say("runner.no_keyring"), Cause: err}
	}
	return nil
}
