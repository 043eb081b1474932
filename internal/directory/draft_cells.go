package directory

import "slices"

// Cells are copies of all the draft's cells by the name of their sheet, for a
// file that keeps it.
func (t *Draft) Cells() map[string][][]string {
	cells := make(map[string][][]string, len(sheets))
	for _, s := range sheets {
		cells[s.name] = copied(t.tables[s])
	}
	return cells
}

// Restore has the draft say what was kept; what it began with stays. It tells
// false, and changes nothing, when the cells are not of these sheets.
func (t *Draft) Restore(cells map[string][][]string) bool {
	for _, s := range sheets {
		table, some := cells[s.name]
		if !some || slices.ContainsFunc(table, func(row []string) bool { return len(row) != len(s.columns) }) {
			return false
		}
	}
	for _, s := range sheets {
		t.tables[s] = copied(cells[s.name])
	}
	t.before = nil
	t.check()
	return true
}

func copied(table [][]string) [][]string {
	rows := make([][]string, len(table))
	for i, row := range table {
		rows[i] = slices.Clone(row)
	}
	return rows
}
