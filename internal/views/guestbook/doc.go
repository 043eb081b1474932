// Package guestbook is F4, "Buku tamu": who came, masked until a key is held, and
// the rights of those who are written down.
package guestbook
