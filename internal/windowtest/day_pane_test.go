//go:build linux

package windowtest

import (
	"bytes"
	"time"
)

// What of the picture is compared: the right pane, where no clock runs and no
// seconds are counted down, above what the banner covers.
const (
	paneLeft, paneRight = 1060, 1350
	paneTop, paneBottom = 60, 300
	pictureWidth        = 1366
)

// pane is what the right pane shows once it is still.
func (d *deskDay) pane() []byte {
	d.t.Helper()
	seen := d.looks()
	var pane []byte
	for y := paneTop; y < paneBottom; y++ {
		row := seen[3*pictureWidth*y:]
		pane = append(pane, row[3*paneLeft:3*paneRight]...)
	}
	return pane
}

func (d *deskDay) becomesOther(before []byte) {
	d.t.Helper()
	d.shows(func(pane []byte) bool { return !bytes.Equal(pane, before) }, "the pane stays as it was")
}

func (d *deskDay) returnsTo(before []byte) {
	d.t.Helper()
	d.shows(func(pane []byte) bool { return bytes.Equal(pane, before) }, "the pane does not become what it was")
}

func (d *deskDay) shows(fits func([]byte) bool, otherwise string) {
	d.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if fits(d.pane()) {
			return
		}
	}
	d.fault("%s", otherwise)
}
