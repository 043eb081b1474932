package settings

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
)

// Kind is what a setting takes.
type Kind int

// The kinds.
const (
	Words       Kind = iota // up to High letters
	WholeNumber             // Low to High
	Choice                  // one of Options
	TimeOfDay               // HH:MM
)

// Bounds are what a setting may be.
type Bounds struct {
	Kind      Kind
	Low, High int
	Options   []string // as they stand in the file
}

// Source is where the value of a setting comes from.
type Source string

// The sources; the environment hides what the file says.
const (
	FromDefault     Source = "default"
	FromFile        Source = "file"
	FromEnvironment Source = "environment"
)

// Setting is one line of the table with its present value, all as they are
// written in the file.
type Setting struct {
	Key     string
	Value   string
	Default string
	Source  Source
	Bounds
}

// List tells every setting in the order of the table. Errors: those of Load.
func List(folder string, lookup func(string) (string, bool)) ([]Setting, error) {
	tree, err := readTree(filepath.Join(folder, FileName))
	if err != nil {
		return nil, err
	}
	var list []Setting
	for _, e := range entries(&Settings{}) {
		value, source := e.given(tree, lookup)
		if err := e.set(value); err != nil {
			return nil, err
		}
		list = append(list, Setting{Key: e.key, Value: written(value), Default: written(e.fallback), Source: source, Bounds: e.bounds})
	}
	return list, nil
}

func written(value any) string { return strings.TrimSpace(fmt.Sprint(value)) }

// Change writes one setting as a person typed it, after its bounds were
// checked. Errors: KindUsage with the bounds; those of Save.
func Change(folder, key, typed string) error {
	for _, e := range entries(&Settings{}) {
		if e.key != key {
			continue
		}
		value := e.read(typed)
		if err := e.set(value); err != nil {
			return err
		}
		return Save(folder, key, value)
	}
	return misfit(key, typed, "?")
}

// read gives typed words the type that the default has, so that a number
// stands in the file as one; what cannot be read is left to the check.
func (e entry) read(typed string) any {
	typed = strings.TrimSpace(typed)
	switch e.fallback.(type) {
	case int:
		if n, err := strconv.Atoi(typed); err == nil {
			return n
		}
	case bool:
		if yes, err := strconv.ParseBool(typed); err == nil {
			return yes
		}
	}
	return typed
}
