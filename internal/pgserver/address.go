// Package pgserver reaches a PostgreSQL server by its URL, for the store and
// the centre alike. No error of it repeats a URL: it may hold a password.
package pgserver

import (
	"errors"
	"net/url"
)

// ErrAddress tells that a text is no postgres:// URL.
var ErrAddress = errors.New("no URL of a PostgreSQL server")

// Address reads a URL. Errors: ErrAddress.
func Address(target string) (*url.URL, error) {
	address, err := url.Parse(target)
	if err != nil || address.Scheme != "postgres" && address.Scheme != "postgresql" {
		return nil, ErrAddress
	}
	return address, nil
}

// HoldsPassword tells that a URL brings its own password.
func HoldsPassword(address *url.URL) bool {
	_, has := address.User.Password()
	return has || address.Query().Has("password")
}

// Account names the keyring's entry for a server's password:
// USER@HOST/DATABASE.
func Account(address *url.URL) string {
	return address.User.Username() + "@" + address.Host + address.Path
}

// WithoutPassword is the whole URL but for its password.
func WithoutPassword(address *url.URL) string {
	plain := *address
	query := plain.Query()
	query.Del("password")
	plain.RawQuery = query.Encode()
	if plain.User != nil {
		plain.User = url.User(plain.User.Username())
	}
	return plain.String()
}

// Short is HOST/DATABASE, for messages.
func Short(address *url.URL) string { return address.Hostname() + address.Path }

// Shown is an address without user, password and options, for messages.
func Shown(address *url.URL) string {
	return address.Scheme + "://" + address.Host + address.Path
}
