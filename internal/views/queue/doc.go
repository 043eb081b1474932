// Package queue is F3, "Antrean": the running queue of all counters, or of the one
// counter whose own PC this is. New chooses; both screens share State.
package queue
