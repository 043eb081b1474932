package pgtest

import (
	"os"
	"path/filepath"
	"testing"
)

// AskPasswords makes the server ask everyone but the superuser for a password.
func (s *Server) AskPasswords(t testing.TB) {
	t.Helper()
	rules := s.File(t, "rules", []byte("host all "+Superuser+" all trust\nhost all all all scram-sha-256\n"))
	s.Exec(t, "ALTER SYSTEM SET hba_file = '"+rules+"'")
	s.Restart(t, "fast")
}

// OfferTLS makes the server offer TLS with a certificate and its key, in PEM.
func (s *Server) OfferTLS(t testing.TB, certificate, key []byte) {
	t.Helper()
	s.Exec(t, "ALTER SYSTEM SET ssl_cert_file = '"+s.File(t, "server.crt", certificate)+"'")
	s.Exec(t, "ALTER SYSTEM SET ssl_key_file = '"+s.File(t, "server.key", key)+"'")
	s.Exec(t, "ALTER SYSTEM SET ssl = on")
	s.Restart(t, "fast")
}

// Exec runs a statement as the superuser.
func (s *Server) Exec(t testing.TB, statement string) {
	t.Helper()
	s.as(t, "psql", "-X", "-q", "-d", s.URL(Superuser, "postgres"), "-v", "ON_ERROR_STOP=1", "-c", statement)
}

// File puts a file where the server can read it and nobody else.
func (s *Server) File(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(s.folder, name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() == 0 {
		run(t, "chown", account, path)
	}
	return path
}

// LogPath is the server's log.
func (s *Server) LogPath() string { return filepath.Join(s.folder, "log") }
