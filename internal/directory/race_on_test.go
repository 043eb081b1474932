//go:build race

package directory

const raceNotes = 8
