package stage

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// Numbered lists the keys prefix1 to prefixN.
func Numbered(prefix string, n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = prefix + strconv.Itoa(i+1)
	}
	return keys
}

// Digit is the number of a number key.
func Digit(name fyne.KeyName) int { return int(name[0] - '0') }
