package views

import (
	"strconv"

	"fyne.io/fyne/v2"
)

func numbered(prefix string, n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = prefix + strconv.Itoa(i+1)
	}
	return keys
}

// digit is the number of a number key.
func digit(name fyne.KeyName) int { return int(name[0] - '0') }
