package pgtest

import (
	"fmt"
	"os"
	"sync"
	"testing"
)

// Shared is one server for all tests of a package, started by the first that
// needs it, with options that trade safety for speed. TestMain calls Stop.
type Shared struct {
	once   sync.Once
	server *Server
	life   wholeRun
}

// Server starts the server when it does not run yet.
func (s *Shared) Server() *Server {
	s.once.Do(func() {
		s.server = Start(&s.life, "fsync=off", "synchronous_commit=off", "full_page_writes=off")
	})
	return s.server
}

// Stop ends the server if it was started.
func (s *Shared) Stop() { s.life.cleanup() }

// wholeRun is what Start needs of a test, for the run of all of them.
type wholeRun struct {
	testing.TB
	after []func()
}

func (*wholeRun) Helper() {}

func (r *wholeRun) Cleanup(f func()) { r.after = append(r.after, f) }

func (r *wholeRun) cleanup() {
	for i := len(r.after) - 1; i >= 0; i-- {
		r.after[i]()
	}
}

func (r *wholeRun) Fatal(args ...any) { r.Fatalf("%s", fmt.Sprint(args...)) }

func (r *wholeRun) Fatalf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	r.cleanup()
	os.Exit(1)
}
