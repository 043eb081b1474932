// Package stage is what every screen stands on: what the window lends it (Stage,
// Desk), the table of keys (Binding, Window), the dispatcher that keeps the store
// away from the screen's thread, the holders of the focus, and small words and
// layouts that several screens share. It knows no screen.
package stage
