package nightly

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

// comparisonEvery is how often desk and centre are compared by themselves.
const comparisonEvery = 7 * 24 * time.Hour

// comparedName keeps the time of the last comparison. Without it the next run
// compares once more, which is harmless.
const comparedName = "sync.compared"

func comparedAt(folder string) time.Time {
	text, err := os.ReadFile(filepath.Join(folder, comparedName))
	if err != nil {
		return time.Time{}
	}
	at, err := time.Parse(time.RFC3339, strings.TrimSpace(string(text)))
	if err != nil {
		return time.Time{}
	}
	return at
}

func noteCompared(folder string, now time.Time) error {
	path := filepath.Join(folder, comparedName)
	err := os.WriteFile(path, []byte(now.UTC().Format(time.RFC3339)+"\n"), safefile.FileMode(path))
	if err != nil {
		return models.Fault(err, "runner.lock", folder)
	}
	return nil
}
