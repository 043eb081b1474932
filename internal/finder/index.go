package finder

import "frontdesk/internal/models"

// Index answers queries over one directory. It never changes and may be used
// by many goroutines at once.
type Index struct {
	directory *models.Directory
}

// New builds the index of d, which must not change afterwards.
func New(d *models.Directory) *Index { return &Index{directory: d} }
