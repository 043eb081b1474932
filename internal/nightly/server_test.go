package nightly

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// server is a PostgreSQL of its own in a folder of its own. It refuses to run
// as root, so that it runs as postgres then.
type server struct {
	bin, folder string
	port        int
	databases   int
	owner       *syscall.Credential // nil: the user of the test
}

const serverPassword = "rahasia-pengelola"

// startServer starts a server with extra settings, "name=value" each.
func startServer(t *testing.T, settings ...string) *server {
	t.Helper()
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	must(t, err)
	if len(found) == 0 {
		t.Skip("no PostgreSQL on this machine")
	}
	folder, err := os.MkdirTemp("", "frontdesk-server-")
	must(t, err)
	t.Cleanup(func() { os.RemoveAll(folder) })
	s := &server{bin: slices.Max(found), folder: folder, port: freePort(t)}
	s.ownFolder(t)
	secret := filepath.Join(folder, "password")
	writeFile(t, secret, []byte(serverPassword+"\n"))
	must(t, os.Chmod(secret, 0o644)) // for postgres; the folder is closed to others
	s.tool(t, "initdb", "-D", s.data(), "-U", "pengelola", "-A", "scram-sha-256", "--pwfile", secret, "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
	options := []string{"-p " + strconv.Itoa(s.port), "-k " + folder, "-c listen_addresses=127.0.0.1", "-c fsync=off"}
	for _, setting := range settings {
		options = append(options, "-c "+setting)
	}
	s.tool(t, "pg_ctl", "-D", s.data(), "-w", "-l", filepath.Join(folder, "log"), "-o", strings.Join(options, " "), "start")
	t.Cleanup(func() { s.tool(t, "pg_ctl", "-D", s.data(), "-m", "immediate", "stop") })
	return s
}

func (s *server) data() string { return filepath.Join(s.folder, "data") }

func (s *server) ownFolder(t *testing.T) {
	t.Helper()
	if os.Getuid() != 0 {
		return
	}
	account, err := user.Lookup("postgres")
	must(t, err)
	uid, err := strconv.Atoi(account.Uid)
	must(t, err)
	gid, err := strconv.Atoi(account.Gid)
	must(t, err)
	must(t, os.Chown(s.folder, uid, gid))
	s.owner = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

func (s *server) tool(t *testing.T, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir = s.folder
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: s.owner}
	log, err := os.Create(filepath.Join(t.TempDir(), name))
	must(t, err)
	defer log.Close()
	cmd.Stdout, cmd.Stderr = log, log // a pipe would stay open with the server
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, readFile(t, log.Name()))
	}
}

// newDatabase makes one more database and tells its name.
func (s *server) newDatabase(t *testing.T) string {
	t.Helper()
	s.databases++
	name := "pusat" + strconv.Itoa(s.databases)
	owner := openCentre(t, s.url("pengelola", serverPassword, "postgres", "sslmode=disable"), "")
	must(t, owner.db.Exec("CREATE DATABASE "+name).Error)
	return name
}

func (s *server) url(user, password, database, query string) string {
	return fmt.Sprintf("postgres://%s:%s@127.0.0.1:%d/%s?%s", user, password, s.port, database, query)
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}
