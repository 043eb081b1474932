package main

import (
	"path/filepath"
	"testing"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

func TestADoctorTellsWhatNeedsDoing(t *testing.T) {
	now := time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)
	made := func(age time.Duration) models.BackupState { return models.BackupState{Made: now.Add(-age)} }
	for name, c := range map[string]struct {
		found finding
		want  health
	}{
		"room":                  {judgeDisk(leastFree), healthy},
		"little room":           {judgeDisk(leastFree - 1), ailing},
		"printer ready":         {judgePrinter(models.PrinterReady), healthy},
		"no printer":            {judgePrinter(models.PrinterNone), noted},
		"roll ends":             {judgePrinter(models.PrinterPaperLow), ailing},
		"no paper":              {judgePrinter(models.PrinterPaperOut), ailing},
		"printer off":           {judgePrinter(models.PrinterOffline), ailing},
		"clock right":           {judgeClock(4 * time.Minute), healthy},
		"clock ahead":           {judgeClock(6 * time.Minute), ailing},
		"clock behind":          {judgeClock(-49 * time.Hour), ailing},
		"backup of the weekend": {checkBackup(made(3*24*time.Hour), now), healthy},
		"old backup":            {checkBackup(made(5*24*time.Hour), now), ailing},
		"failed backup":         {checkBackup(models.BackupState{Made: now, Failure: models.Say("backup.failed")}, now), ailing},
		"never a backup":        {checkBackup(models.BackupState{}, now), noted},
		"server's backups":      {checkBackup(models.BackupState{Server: true}, now), healthy},
		"a folder that is none": {checkDisk(filepath.Join("doctor_test.go", "inside")), ailing},
	} {
		if c.found.state != c.want {
			t.Errorf("%s: %s", name, c.found.state)
		}
		if c.found.state == ailing && c.found.advice.Empty() {
			t.Errorf("%s: no advice", name)
		}
		for _, language := range []text.Language{text.Indonesian, text.English} {
			speak := text.MustLoad(language)
			for _, key := range []string{c.found.says.Key, c.found.advice.Key, "doctor.check." + c.found.check, "doctor.state." + string(c.found.state)} {
				if key != "" && !speak.Has(key) {
					t.Errorf("%s: %s has no words for %s", name, language, key)
				}
			}
		}
	}
}

func TestADoctorLeavesNothingBehind(t *testing.T) {
	folder := t.TempDir()
	if found := checkDisk(folder); found.state != healthy && found.says.Key != "doctor.disk.little" {
		t.Errorf("%+v", found)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, ".*")); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}
