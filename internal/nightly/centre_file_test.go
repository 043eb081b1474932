//go:build unix

package nightly

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

func TestACentresFilesAreReadByTheirOwnerAlone(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "centre.db")
	centre, err := Open(context.Background(), "sqlite:"+path, Access{Create: true})
	must(t, err)
	must(t, centre.Init(context.Background()))
	files, err := os.ReadDir(folder)
	must(t, err)
	for _, file := range files {
		info, err := file.Info()
		must(t, err)
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the rights %v", file.Name(), info.Mode())
		}
	}
	must(t, centre.Close())
}
