// Package lock is the page to sign in, which covers the screens until somebody
// does, and again after idle time.
package lock
