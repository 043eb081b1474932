//go:build !windows

package ticket

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// cups puts commands of CUPS first in the PATH that keep what they are given;
// lists is what lpstat says.
func cups(t *testing.T, lists string) (spool string) {
	t.Helper()
	bin, spool := t.TempDir(), t.TempDir()
	for name, script := range map[string]string{
		"lp":     `echo "$@" > "$SPOOL/asked"; cat > "$SPOOL/data"; echo "request id is kasir-7 (0 file(s))"`,
		"lpstat": `echo "$LISTS"`,
		"cancel": `echo "$@" > "$SPOOL/cancelled"`,
	} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("SPOOL", spool)
	t.Setenv("LISTS", lists)
	return spool
}

func kept(t *testing.T, spool, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(spool, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTheSystemsPrinterTakesRawBytes(t *testing.T) {
	spool := cups(t, "kasir-6 root 1024")
	if err := open(t, "system:kasir", Width80).Print(t.Context(), full()); err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(string(kept(t, spool, "asked"))); got != "-d kasir -o raw -t 1A-014" {
		t.Errorf("asked for %q", got)
	}
	if !bytes.Equal(kept(t, spool, "data"), escpos(Draw(full(), indonesian, Width80))) {
		t.Error("other bytes are in the spool")
	}
}

func TestAJobThatStaysInTheSystemsListIsTakenOffIt(t *testing.T) {
	spool := cups(t, "kasir-7 root 1024")
	if got := says(t, open(t, "system:kasir", Width80)); got != indonesian.T("print.slow") {
		t.Errorf("got %q", got)
	}
	if got := strings.TrimSpace(string(kept(t, spool, "cancelled"))); got != "kasir-7" {
		t.Errorf("cancelled %q", got)
	}
}
