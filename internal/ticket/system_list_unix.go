//go:build !windows

package ticket

import (
	"context"
	"os/exec"
	"strings"
)

// SystemPrinters lists the addresses of the printers that CUPS knows; none
// where there is no CUPS.
func SystemPrinters(ctx context.Context) []string {
	said, err := exec.CommandContext(ctx, "lpstat", "-e").Output()
	if err != nil {
		return nil
	}
	var list []string
	for name := range strings.FieldsSeq(string(said)) {
		list = append(list, "system:"+name)
	}
	return list
}
