package directory

import (
	"reflect"
	"strings"

	"frontdesk/internal/models"
)

// sheet is one kind of entry as a table: a row an entry, a column a field.
type sheet struct {
	name    string
	list    string // place of its entries in the directory
	about   string // what it holds, for the page of instructions
	columns []column

	rows   func(*models.Directory) []any
	add    func(*assembly, any) (place string, wrong models.Phrase)
	row    reflect.Type
	fields map[string][]int // struct field by the name of a column's field
}

// column is one field of the entries: its JSON name, and how people write it.
type column struct {
	title string
	field string
	kind  cellKind
	width float64
	needs need
	codes string // "Sheet!Title" of the column that offers codes
	offer []string
	help  string
}

type need bool

const (
	needed   need = true
	optional need = false
)

func newSheet[R any](name, list, about string, rows func(*models.Directory) []R,
	add func(*assembly, *R) (string, models.Phrase), columns ...column) *sheet {
	s := &sheet{name: name, list: list, about: about, columns: columns, row: reflect.TypeFor[R]()}
	s.rows = func(d *models.Directory) []any {
		var all []any
		for _, row := range rows(d) {
			all = append(all, row)
		}
		return all
	}
	s.add = func(a *assembly, row any) (string, models.Phrase) { return add(a, row.(*R)) }
	s.fields = map[string][]int{}
	for _, field := range reflect.VisibleFields(s.row) {
		if name, _, _ := strings.Cut(field.Tag.Get("json"), ","); !field.Anonymous {
			s.fields[name] = field.Index
		}
	}
	return s
}

// cells gives the rows of d as they stand below the header; nil is empty.
func (s *sheet) cells(d *models.Directory) [][]any {
	var table [][]any
	for _, row := range s.rows(d) {
		cells := make([]any, len(s.columns))
		for i, c := range s.columns {
			cells[i] = c.kind.show(reflect.ValueOf(row).FieldByIndex(s.fields[c.field]))
		}
		table = append(table, cells)
	}
	return table
}

// columnOf is the column that holds what is at the end of a place, such as
// ".counters[0]"; the first one when it is the entry itself.
func (s *sheet) columnOf(rest string) int {
	rest = strings.TrimPrefix(rest, ".")
	for i, c := range s.columns {
		after, inside := strings.CutPrefix(rest, c.field)
		if inside && (after == "" || after[0] == '[' || after[0] == '.') {
			return i
		}
	}
	return 0
}

// offers tells what the drop-down list of a column offers, besides codes.
func (c column) offers() []string {
	switch kind := c.kind.(type) {
	case yesCell:
		return []string{yesWord, noWord}
	case choiceCell:
		words := make([]string, len(kind.words))
		for i, w := range kind.words {
			words[i] = w.word
		}
		return words
	}
	return c.offer
}
