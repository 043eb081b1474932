package wizard

import (
	"context"

	"frontdesk/internal/models"
)

// Port does what the pages of the first run ask for.
type Port interface {
	// Keep keeps the answers for the next start.
	Keep(models.FirstRun) error
	// Look reads a mall's directory without taking it. A file with faults gives
	// these; the password is that of a centre.
	Look(ctx context.Context, from models.MallSource, password string) (models.MallPreview, []models.FileFault, error)
	// CheckAdministrator refuses a name or PIN that cannot be one.
	CheckAdministrator(name, pin string) error
	// Printers lists the addresses of the printers that this computer knows.
	Printers(ctx context.Context) []string
	// CheckPrinter refuses an address that is none.
	CheckPrinter(address string) error
	// TryPrinter prints a made-up slip, with the name of the mall chosen.
	TryPrinter(ctx context.Context, address string, answers models.FirstRun) error
	// TryCentre connects to a centre. Errors: a sentence that says what is wrong.
	TryCentre(ctx context.Context, target, password string) error
	// Found makes the desk of the answers: all of it or nothing. A desk that is
	// there already stays as it is.
	Found(ctx context.Context, answers models.FirstRun, secrets models.FirstSecrets) error
	// Words are the recovery words of the desk that was founded.
	Words(ctx context.Context) (string, error)
	// SaveWords writes them into a file to be printed and tells where.
	SaveWords(ctx context.Context) (path string, err error)
	// Restore makes the desk of a backup: all of it or nothing.
	Restore(ctx context.Context, file, words string) error
}
