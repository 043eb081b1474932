// Package pgtest starts a real PostgreSQL for tests, in a temporary folder,
// out of the programs that Debian installs.
package pgtest

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Superuser is the login that owns everything on a test server.
const Superuser = "frontdesk"

// account runs the server: it refuses to run as root.
const account = "postgres"

// Server is a running PostgreSQL that trusts everyone on this machine.
type Server struct {
	Port   int
	folder string
	bin    string
}

// Start starts a server that ends with the test, with options of
// postgresql.conf such as "fsync=off". Where PostgreSQL is not installed the
// test fails: a test that is passed over proves nothing.
func Start(t testing.TB, options ...string) *Server {
	t.Helper()
	s := &Server{bin: programs()}
	if s.bin == "" {
		t.Fatal("PostgreSQL is not installed; make setup-test installs it")
	}
	var err error
	if s.folder, err = os.MkdirTemp("", "frontdesk-pg-"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(s.folder) })
	if os.Geteuid() == 0 {
		run(t, "chown", account, s.folder)
	}
	s.Port = freePort(t)
	s.as(t, "initdb", "-D", s.data(), "-U", Superuser, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	s.configure(t, options)
	s.Go(t)
	t.Cleanup(func() { s.Stop(t, "immediate") })
	return s
}

// programs is the folder of the newest installed server's programs.
func programs() string {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb") // the pattern is well formed
	if len(found) == 0 {
		return ""
	}
	version := func(path string) int {
		n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path))))
		return n
	}
	return filepath.Dir(slices.MaxFunc(found, func(a, b string) int { return version(a) - version(b) }))
}

func (s *Server) configure(t testing.TB, options []string) {
	t.Helper()
	lines := append([]string{fmt.Sprintf("port=%d", s.Port), "listen_addresses='127.0.0.1'", "max_connections=50",
		fmt.Sprintf("unix_socket_directories='%s'", s.folder)}, options...)
	path := filepath.Join(s.folder, "extra.conf")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(filepath.Join(s.data(), "postgresql.conf"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = fmt.Fprintf(f, "include '%s'\n", path)
	if err := firstOf(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

// URL addresses a database as a login, without TLS.
func (s *Server) URL(login, database string) string {
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d/%s?sslmode=disable", login, s.Port, database)
}

// CreateDatabase makes an empty database.
func (s *Server) CreateDatabase(t testing.TB, name string) {
	t.Helper()
	s.as(t, "createdb", "-h", "127.0.0.1", "-p", strconv.Itoa(s.Port), "-U", Superuser, name)
}

// CreateDatabaseOn makes an empty database whose tables lie in a folder of
// their own, which prepare may put on another disk.
func (s *Server) CreateDatabaseOn(t testing.TB, name string, prepare func(folder string)) {
	t.Helper()
	folder := filepath.Join(s.folder, "of-"+name)
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	prepare(folder)
	if os.Geteuid() == 0 {
		run(t, "chown", account, folder)
	}
	s.Exec(t, fmt.Sprintf("CREATE TABLESPACE in_%s LOCATION '%s'", name, folder))
	s.Exec(t, fmt.Sprintf("CREATE DATABASE %s TABLESPACE in_%s", name, name))
}

// Restart stops the server in a mode of pg_ctl (smart, fast, immediate) and
// starts it again.
func (s *Server) Restart(t testing.TB, mode string) {
	t.Helper()
	s.as(t, "pg_ctl", "-D", s.data(), "-l", filepath.Join(s.folder, "log"), "-m", mode, "-w", "restart")
}

// Stop stops the server in a mode of pg_ctl; Go starts it again. A test that
// stops it starts it again before it ends.
func (s *Server) Stop(t testing.TB, mode string) {
	t.Helper()
	s.as(t, "pg_ctl", "-D", s.data(), "-m", mode, "-w", "stop")
}

// Go starts the stopped server.
func (s *Server) Go(t testing.TB) {
	t.Helper()
	s.as(t, "pg_ctl", "-D", s.data(), "-l", filepath.Join(s.folder, "log"), "-w", "start")
}

func (s *Server) data() string { return filepath.Join(s.folder, "data") }

// as runs one of the server's programs under an account that it accepts.
func (s *Server) as(t testing.TB, program string, args ...string) {
	t.Helper()
	command := append([]string{filepath.Join(s.bin, program)}, args...)
	if os.Geteuid() == 0 {
		command = append([]string{"runuser", "-u", account, "--"}, command...)
	}
	run(t, command[0], command[1:]...)
}

func run(t testing.TB, program string, args ...string) {
	t.Helper()
	command := exec.Command(program, args...)
	command.Dir = os.TempDir()
	// pg_ctl's server keeps the output open: a file, unlike a pipe, is not waited for.
	out, err := os.CreateTemp("", "frontdesk-pg-out-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.Remove(out.Name())
	defer out.Close()
	command.Stdout, command.Stderr = out, out
	if err := command.Run(); err != nil {
		said, _ := os.ReadFile(out.Name())
		t.Fatalf("%s: %v\n%s", program, err, said)
	}
}

func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
