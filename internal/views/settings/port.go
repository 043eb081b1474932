package settings

import (
	"context"

	"frontdesk/internal/settings"
)

// Port is what the program is told about itself. It reads and writes files
// and is asked away from the screen's thread.
type Port interface {
	// Settings lists all of them in the order of the table.
	Settings() ([]settings.Setting, error)
	// Change checks and keeps one of them. Errors: KindUsage in words.
	Change(ctx context.Context, key, typed string) error
	// KeepSecret keeps the password of the server that a setting names where
	// the system keeps passwords. Errors: KindUsage when it names none.
	KeepSecret(ctx context.Context, key, password string) error
	// Try does once what a setting is about: prints a slip, says a sentence.
	Try(ctx context.Context, key string) error
}
