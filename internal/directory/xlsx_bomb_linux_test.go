package directory

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A bomb may take this much more than a fine file: its own bytes, twice; under
// the race detector, which keeps notes of every word, several times that.
const bombRoom = raceNotes * 120 << 10 // KiB

func TestBombsAreRefusedInBoundedMemory(t *testing.T) {
	dir := t.TempDir()
	fine := filepath.Join(dir, "fine.xlsx")
	if err := os.WriteFile(fine, packed(t, Sample()), 0o600); err != nil {
		t.Fatal(err)
	}
	usual := peakOfReading(t, fine)
	t.Logf("a fine file: %d MiB", usual>>10)
	for name, bomb := range bombs(t) {
		t.Run(name, func(t *testing.T) {
			if got := reported(t, bomb.data); !slices.Contains(got, bomb.want) || len(got) > 2 {
				t.Errorf("got %q, want %q", got, bomb.want)
			}
			path := filepath.Join(dir, "bomb")
			if err := os.WriteFile(path, bomb.data, 0o600); err != nil {
				t.Fatal(err)
			}
			peak := peakOfReading(t, path)
			t.Logf("%d KiB packed: %d MiB", len(bomb.data)>>10, peak>>10)
			if peak > usual+bombRoom {
				t.Errorf("%d MiB, a fine file takes %d MiB", peak>>10, usual>>10)
			}
		})
	}
}
