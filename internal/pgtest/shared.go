package pgtest

import (
	"fmt"
	"os"
	"sync"
	"testing"
	"time"
)

// Shared is one server for all tests of a package, or for a measurement,
// started by the first that needs it. TestMain calls Stop.
type Shared struct {
	Durable bool // as safe as a mall's server; else safety is traded for speed

	once   sync.Once
	server *Server
	life   wholeRun
}

// Server starts the server when it does not run yet.
func (s *Shared) Server() *Server {
	s.once.Do(func() {
		var options []string
		if !s.Durable {
			options = []string{"fsync=off", "synchronous_commit=off", "full_page_writes=off"}
		}
		s.server = Start(&s.life, options...)
	})
	return s.server
}

// Exec runs a statement as the superuser.
func (s *Shared) Exec(statement string) { s.Server().Exec(&s.life, statement) }

// CPU is the time that the server's processes have used.
func (s *Shared) CPU() time.Duration { return s.Server().cpu(&s.life) }

// Fall kills the server as a power cut does; Rise starts it again.
func (s *Shared) Fall() { s.Server().Stop(&s.life, "immediate") }

// Rise starts the server that fell.
func (s *Shared) Rise() { s.Server().Go(&s.life) }

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
