// Package directory reads, checks, writes and compares directory files of a
// mall, format "mall-directory/1", and holds the sample that a first start
// loads.
package directory

import (
	"bytes"
	_ "embed"

	"frontdesk/internal/models"
)

//go:embed sample.json
var sample []byte

// Sample returns the embedded sample directory, a fresh copy each time.
func Sample() *models.Directory {
	d, err := Read(bytes.NewReader(sample))
	if err != nil {
		panic("the embedded sample directory is broken: " + err.Error())
	}
	return d
}
