// Package frontdesk holds what the whole program shares as files: its name,
// id, version and icon stand once, in FyneApp.toml and Icon.png.
package frontdesk

import (
	_ "embed"

	"github.com/BurntSushi/toml"
)

//go:embed FyneApp.toml
var about string

// Icon is the program's icon, a PNG of 512 points.
//
//go:embed Icon.png
var Icon []byte

// About is what FyneApp.toml tells of the program.
type About struct {
	Name    string
	ID      string
	Version string
	Build   int
}

// ReadAbout reads the embedded FyneApp.toml.
func ReadAbout() (About, error) {
	var file struct{ Details About }
	_, err := toml.Decode(about, &file)
	return file.Details, err
}
