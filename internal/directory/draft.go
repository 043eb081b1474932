package directory

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"frontdesk/internal/models"
)

// Draft is a directory that somebody is changing: the sheets of a spreadsheet
// with their cells as people write them. It may hold faults until they are
// mended, and is used by one goroutine.
type Draft struct {
	base   *models.Directory
	tables map[*sheet][][]string
	before []change // to be taken back, the last one first

	now   *models.Directory // what the cells say
	wrong []models.EditorFault
	marks map[faultAt]models.Phrase
	names map[string]string // of agencies, services and counters by code
}

// change is a table as it was before somebody changed it.
type change struct {
	sheet *sheet
	table [][]string
}

type faultAt struct {
	sheet    *sheet
	row, col int
}

// NewDraft begins to change d, which stays as it is.
func NewDraft(d *models.Directory) *Draft {
	t := &Draft{base: d, tables: map[*sheet][][]string{}}
	for _, s := range sheets {
		t.tables[s] = s.texts(d)
	}
	t.check()
	return t
}

// Take has the draft say what d says; what the draft began with stays.
func (t *Draft) Take(d *models.Directory) {
	for _, s := range sheets {
		t.tables[s] = s.texts(d)
	}
	t.before = nil
	t.check()
}

// texts are the cells of d as people type them.
func (s *sheet) texts(d *models.Directory) [][]string {
	var table [][]string
	for _, row := range s.cells(d) {
		texts := make([]string, len(row))
		for i, cell := range row {
			texts[i] = typed(s.columns[i], cell)
		}
		table = append(table, texts)
	}
	return table
}

// typed is a cell as people type it.
func typed(c column, cell any) string {
	switch cell := cell.(type) {
	case string:
		return cell
	case int64:
		return strconv.FormatInt(cell, 10)
	case time.Time:
		return cell.Format(time.DateOnly)
	case float64:
		if (c.kind == clockCell{}) {
			minutes := int(cell*minutesOfDay + 0.5)
			return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
		}
		return strconv.FormatFloat(cell, 'f', -1, 64)
	}
	return ""
}

func sheetOf(kind models.EditorKind) *sheet {
	for _, s := range sheets {
		if s.list == string(kind) {
			return s
		}
	}
	panic("no kind " + string(kind))
}

// Fields are those of a kind, in the order of a form.
func (t *Draft) Fields(kind models.EditorKind) []models.EditorField {
	s := sheetOf(kind)
	fields := make([]models.EditorField, len(s.columns))
	for i, c := range s.columns {
		fields[i] = models.EditorField{Name: c.field, Needed: bool(c.needs), Helped: c.help != "", Offer: c.offers()}
	}
	return fields
}

// Count is the number of entries of a kind.
func (t *Draft) Count(kind models.EditorKind) int { return len(t.tables[sheetOf(kind)]) }

// Values are the fields of an entry as typed.
func (t *Draft) Values(kind models.EditorKind, row int) []string {
	return slices.Clone(t.tables[sheetOf(kind)][row])
}

// Put replaces an entry.
func (t *Draft) Put(kind models.EditorKind, row int, values []string) {
	s := sheetOf(kind)
	t.remember(s)
	t.tables[s][row] = slices.Clone(values)
	t.check()
}

// Insert adds an entry before the one at row; Count adds it at the end.
func (t *Draft) Insert(kind models.EditorKind, row int, values []string) {
	s := sheetOf(kind)
	t.remember(s)
	t.tables[s] = slices.Insert(t.tables[s], row, slices.Clone(values))
	t.check()
}

// Remove takes an entry away.
func (t *Draft) Remove(kind models.EditorKind, row int) {
	s := sheetOf(kind)
	t.remember(s)
	t.tables[s] = slices.Delete(t.tables[s], row, row+1)
	t.check()
}

// Move exchanges two entries: their order is the one that visitors are told.
func (t *Draft) Move(kind models.EditorKind, row, to int) {
	s := sheetOf(kind)
	t.remember(s)
	t.tables[s][row], t.tables[s][to] = t.tables[s][to], t.tables[s][row]
	t.check()
}

// Verify says on a service that somebody of its agency confirmed it on a day;
// a requirement stands for its service. False: nothing to confirm here.
func (t *Draft) Verify(kind models.EditorKind, row int, on, by string) bool {
	s := sheetOf(models.EditServices)
	if kind == models.EditRequirements {
		row = t.rowOf(s, "code", t.cell(sheetOf(kind), row, "service"))
		kind = models.EditServices
	}
	if kind != models.EditServices || row < 0 || row >= len(t.tables[s]) {
		return false
	}
	values := t.Values(kind, row)
	values[s.at("verified_on")], values[s.at("verified_by")] = on, by
	t.Put(kind, row, values)
	return true
}

// Undo takes the last change back; false when there is none.
func (t *Draft) Undo() bool {
	if len(t.before) == 0 {
		return false
	}
	last := t.before[len(t.before)-1]
	t.before = t.before[:len(t.before)-1]
	t.tables[last.sheet] = last.table
	t.check()
	return true
}

// remember keeps the table as it is; its rows are never changed in place.
func (t *Draft) remember(s *sheet) {
	t.before = append(t.before, change{s, t.tables[s]})
	t.tables[s] = slices.Clone(t.tables[s])
}

// Base is the directory that the draft began with.
func (t *Draft) Base() *models.Directory { return t.base }

// Directory is what the draft says; it can be used when nothing is wrong.
func (t *Draft) Directory() *models.Directory { return t.now }

// Faults lists everything wrong with the draft.
func (t *Draft) Faults() []models.EditorFault { return t.wrong }

// Fault is what is wrong with one field; empty when it is fine.
func (t *Draft) Fault(kind models.EditorKind, row, field int) models.Phrase {
	return t.marks[faultAt{sheetOf(kind), row, field}]
}

// check reads the cells as a spreadsheet's and finds what is wrong with them.
func (t *Draft) check() {
	w := &workbook{entries: map[string]spot{}, sheets: map[*sheet]*sheetIn{}, found: &problems{}}
	all := newAssembly()
	for _, s := range sheets {
		in := &sheetIn{sheet: s, at: make([]int, len(s.columns))}
		for i := range in.at {
			in.at[i] = i + 1
		}
		w.sheets[s] = in
		w.rows(all, in, append([][]string{nil}, t.tables[s]...))
	}
	addChecks(all.d, w.found)
	t.now = complete(reflect.ValueOf(all.d)).Interface().(*models.Directory)
	t.name()
	t.collect(w)
}

// collect puts the problems where their fields are; one without a place is
// the mall's.
func (t *Draft) collect(w *workbook) {
	t.wrong, t.marks = nil, map[faultAt]models.Phrase{}
	for _, p := range w.found.list {
		at, known := w.locate(p.Place)
		if !known {
			at = spot{sheetOf(models.EditMall), 2, 1}
		}
		for i, arg := range p.Says.Args {
			if text, isText := arg.(string); isText && strings.Contains(text, "[") {
				if other, known := w.locate(text); known {
					p.Says.Args[i] = t.title(other.sheet, other.row-2)
				}
			}
		}
		f := models.EditorFault{Kind: models.EditorKind(at.sheet.list), Row: max(at.row-2, 0), Field: at.col - 1, Says: p.Says}
		t.wrong = append(t.wrong, f)
		if here := (faultAt{at.sheet, f.Row, f.Field}); t.marks[here].Empty() {
			t.marks[here] = p.Says
		}
	}
}

// at is the column of a field; -1 when the sheet has none such.
func (s *sheet) at(field string) int {
	return slices.IndexFunc(s.columns, func(c column) bool { return c.field == field })
}

func (t *Draft) cell(s *sheet, row int, field string) string {
	if i := s.at(field); i >= 0 && row >= 0 && row < len(t.tables[s]) {
		return strings.TrimSpace(t.tables[s][row][i])
	}
	return ""
}

// rowOf finds the entry with a value in a field; -1 when there is none.
func (t *Draft) rowOf(s *sheet, field, value string) int {
	col := s.at(field)
	return slices.IndexFunc(t.tables[s], func(row []string) bool { return strings.TrimSpace(row[col]) == value })
}
