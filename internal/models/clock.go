package models

import "time"

// Clock tells the present instant. Only cmd reads the machine's own clock;
// everything else is handed one of these.
type Clock interface {
	Now() time.Time
}

// ClockFunc lets a plain function serve as a Clock.
type ClockFunc func() time.Time

// Now returns the instant the function tells.
func (f ClockFunc) Now() time.Time { return f() }

// IDSource makes record ids: UUIDv7 texts, unique without a network.
type IDSource func() string
