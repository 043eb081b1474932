package backup

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestNoCopyOfTheRecordsStaysLongerThanFiveWeeks(t *testing.T) {
	folder := t.TempDir()
	now := time.Date(2026, time.November, 25, 12, 0, 0, 0, time.UTC)
	age := map[string]int{"backups/frontdesk-2026-11-24.age": 1, "backups/frontdesk-2026-10-22.age": 34, "backups/frontdesk-2026-10-20.age": 36,
		"damaged-20261001-010203/frontdesk.db": 55, "damaged-20261120-010203/frontdesk.db": 5,
		"frontdesk.before-schema-6": 40, "frontdesk.before-schema-9": 3, "frontdesk.db": 100,
		"exports/data-pribadi-20261001-080000.pdf": 55}
	for name, days := range age {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		then := now.AddDate(0, 0, -days)
		for _, p := range []string{path, filepath.Dir(path)} {
			if p != folder && filepath.Base(p) != "backups" && filepath.Base(p) != "exports" {
				if err := os.Chtimes(p, then, then); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if n, err := Expire(folder, now); n != 4 || err != nil {
		t.Errorf("%d went, %v", n, err)
	}
	for name, days := range age {
		_, err := os.Stat(filepath.Join(folder, name))
		if gone, want := err != nil, days > 35 && name != "frontdesk.db"; gone != want {
			t.Errorf("%s, %d days old: gone is %v", name, days, gone)
		}
	}
	if n, err := Expire(folder, now.AddDate(1, 0, 0)); err != nil || n != 3 {
		t.Errorf("%d went a year later, %v", n, err)
	}
	if _, err := os.Stat(filepath.Join(folder, "backups/frontdesk-2026-11-24.age")); err != nil {
		t.Error("the newest backup went too")
	}
}
