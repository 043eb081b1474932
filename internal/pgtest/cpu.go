package pgtest

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// cpu sums up the processor time of the server and its children, also of those
// that ended.
func (s *Server) cpu(t testing.TB) time.Duration {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(s.data(), "postmaster.pid"))
	if err != nil {
		t.Fatal(err)
	}
	master, _, _ := strings.Cut(string(content), "\n")
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	ticks := 0
	for _, path := range stats {
		line, err := os.ReadFile(path)
		if err != nil {
			continue // it ended meanwhile
		}
		_, after, _ := strings.Cut(string(line), ") ")
		fields := strings.Fields(after) // state, parent, …; see proc(5)
		if own := filepath.Base(filepath.Dir(path)) == master; own || fields[1] == master {
			for _, field := range fields[11:15] {
				n, _ := strconv.Atoi(field)
				ticks += n
			}
		}
	}
	return time.Duration(ticks) * time.Second / 100
}
