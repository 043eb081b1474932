package directory

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"
)

func TestLibreOfficeSavesTheSameDirectory(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "direktori.xlsx"), filepath.Join(dir, "out")
	if err := os.WriteFile(in, packedSample(), 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, in).CombinedOutput()
	if err != nil {
		t.Fatalf("LibreOffice (scripts/install test): %v: %s", err, said)
	}
	saved, err := os.ReadFile(filepath.Join(out, "direktori.xlsx"))
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if bytes.Equal(saved, packedSample()) {
		t.Fatal("LibreOffice saved nothing of its own")
	}
	d, err := Read(bytes.NewReader(saved))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(d, Sample()) {
		t.Errorf("another directory: %+v", Compare(Sample(), d))
	}
}
