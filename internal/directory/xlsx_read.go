package directory

import (
	"bytes"
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"frontdesk/internal/models"
)

// What a file begins with tells what it is, whatever it is called.
var (
	packedFile = []byte("PK\x03\x04")
	oldExcel   = []byte{0xD0, 0xCF, 0x11, 0xE0} // .xls, and every file with a password
)

// workbook is a directory read from a spreadsheet, and where its entries stand.
type workbook struct {
	d       *models.Directory
	entries map[string]spot // by place, such as agencies[3].counters[0]
	sheets  map[*sheet]*sheetIn
	found   *problems

	from1904 bool
}

// spot is the row of an entry; col is 0 until it is known.
type spot struct {
	sheet    *sheet
	row, col int
}

// sheetIn is a sheet of the file that is read.
type sheetIn struct {
	*sheet
	at       []int // file column by our column, from 1
	from1904 bool  // its days are counted as on old Macs
}

// readXLSX reads and checks a spreadsheet, its problems placed by cell.
func readXLSX(packed []byte) (*models.Directory, error) {
	found := &problems{}
	w := readWorkbook(packed, found)
	if w == nil {
		return nil, &Faults{found.all()}
	}
	addChecks(w.d, found)
	if len(found.list) > 0 {
		w.byCell()
		return nil, &Faults{found.all()}
	}
	return complete(reflect.ValueOf(w.d)).Interface().(*models.Directory), nil
}

// readWorkbook reads what stands in the cells; nil when the file itself, its
// sheets or its columns are at fault.
func readWorkbook(packed []byte, found *problems) *workbook {
	if b := guard(packed); b != nil {
		found.add(wholeFile, b.key, b.args...)
		return nil
	}
	file, err := excelize.OpenReader(bytes.NewReader(packed),
		excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked})
	if err != nil {
		found.add(wholeFile, "directory.sheet_broken")
		return nil
	}
	defer file.Close()
	w := &workbook{entries: map[string]spot{}, sheets: map[*sheet]*sheetIn{}, found: found}
	if props, err := file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		w.from1904 = *props.Date1904
	}
	tables := w.tables(file)
	if len(found.list) > 0 {
		return nil
	}
	assembly := newAssembly()
	for _, s := range sheets {
		w.rows(assembly, w.sheets[s], tables[s])
	}
	w.d = assembly.d
	for _, s := range sheets {
		w.enter(s.list, spot{s, 1, 0})
	}
	return w
}

// tables reads every sheet as text and finds its columns.
func (w *workbook) tables(file *excelize.File) map[*sheet][][]string {
	names := map[string]string{}
	for _, name := range file.GetSheetList() {
		names[folded(name)] = name
	}
	tables := map[*sheet][][]string{}
	for _, s := range sheets {
		name, there := names[folded(s.name)]
		if !there {
			w.found.add(wholeFile, "directory.sheet_missing", s.name)
			continue
		}
		table, fine := w.table(file, s, name)
		if !fine {
			continue
		}
		tables[s] = table
		w.columns(s, table)
	}
	return tables
}

// table reads one sheet, cells unformatted, and stops where it is too large.
func (w *workbook) table(file *excelize.File, s *sheet, name string) (table [][]string, fine bool) {
	rows, err := file.Rows(name)
	if err != nil {
		w.found.add(s.name, "directory.sheet_broken")
		return nil, false
	}
	defer rows.Close()
	for rows.Next() {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		switch {
		case err != nil:
			w.found.add(s.name, "directory.sheet_broken")
			return nil, false
		case len(cells) > maxColumns:
			w.found.add(s.name, "directory.sheet_columns", maxColumns)
			return nil, false
		case len(table) == maxRows:
			w.found.add(s.name, "directory.sheet_rows", maxRows)
			return nil, false
		}
		table = append(table, cells)
	}
	return table, true
}

// columns finds our columns by their titles, in any order; one that is missing
// would empty a field of every entry unseen.
func (w *workbook) columns(s *sheet, table [][]string) {
	titles := map[string]int{}
	if len(table) > 0 {
		for i, title := range table[0] {
			title = folded(title)
			if _, twice := titles[title]; twice && title != "" {
				w.found.add(cellName(s.name, 1, i+1), "directory.sheet_column_twice", title)
			}
			titles[title] = i + 1
		}
	}
	in := &sheetIn{sheet: s, at: make([]int, len(s.columns)), from1904: w.from1904}
	for i, c := range s.columns {
		in.at[i] = titles[folded(c.title)]
		if in.at[i] == 0 {
			w.found.add(s.name, "directory.sheet_column_missing", c.title)
		}
	}
	w.sheets[s] = in
}

// rows puts the rows below the header into the directory.
func (w *workbook) rows(a *assembly, s *sheetIn, table [][]string) {
	for i := 1; i < len(table); i++ {
		cells, filled := s.pick(table[i])
		if !filled {
			continue
		}
		row := reflect.New(s.row)
		wrong := s.fill(row.Elem(), cells)
		at, unjoined := s.add(a, row.Interface())
		here := spot{s.sheet, i + 1, 0}
		if at == "" {
			at = cellName(s.name, i+1, max(s.at[0], 1))
			here.col = max(s.at[0], 1)
			wrong = []cellFault{{says: unjoined}}
		}
		w.enter(at, here)
		for _, fault := range wrong {
			place := at
			if fault.field != "" {
				place += "." + fault.field
			}
			w.found.add(place, fault.says.Key, fault.says.Args...)
		}
	}
}

// enter notes where an entry stands, and the first row of what is around it,
// which may have none of its own.
func (w *workbook) enter(at string, here spot) {
	for ; at != ""; at = around(at) {
		if _, known := w.entries[at]; known {
			return
		}
		w.entries[at] = here
	}
}

// pick gives the cells of our columns, tidied; filled tells whether any is.
func (s *sheetIn) pick(cells []string) (picked []string, filled bool) {
	picked = make([]string, len(s.columns))
	for i, at := range s.at {
		if at <= len(cells) {
			picked[i] = tidy(cells[at-1])
			filled = filled || picked[i] != ""
		}
	}
	return picked, filled
}

// cellFault is what is wrong with one field of a row; no field is the row.
type cellFault struct {
	field string
	says  models.Phrase
}

// spreadsheetErrors are what a broken formula leaves in its cell.
var spreadsheetErrors = []string{"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"}

// fill reads cells into a row of the sheet's type.
func (s *sheetIn) fill(row reflect.Value, cells []string) (wrong []cellFault) {
	for i, c := range s.columns {
		cell := cells[i]
		if s.from1904 && c.kind == (dateCell{}) {
			cell = since1900(cell)
		}
		var says models.Phrase
		switch {
		case cell == "" && bool(c.needs):
			says = models.Say("directory.blank")
		case cell == "":
		case slices.Contains(spreadsheetErrors, cell):
			says = models.Say("directory.sheet_formula", cell)
		default:
			says = c.kind.put(row.FieldByIndex(s.fields[c.field]), cell)
		}
		if !says.Empty() {
			keep(row.FieldByIndex(s.fields[c.field]), cell)
			wrong = append(wrong, cellFault{c.field, says})
		}
	}
	return wrong
}

// keep leaves what cannot be read in its field: it is wrong, not missing.
func keep(v reflect.Value, cell string) {
	if v.Kind() == reflect.String {
		v.SetString(cell)
	}
}

// locate finds the cell of a place, or that of the entry around it.
func (w *workbook) locate(place string) (spot, bool) {
	for outer := place; outer != ""; outer = around(outer) {
		at, known := w.entries[outer]
		if !known {
			continue
		}
		if at.col == 0 {
			at.col = w.sheets[at.sheet].at[at.sheet.columnOf(place[len(outer):])]
		}
		return at, true
	}
	return spot{}, false
}

func around(place string) string { return place[:max(strings.LastIndexAny(place, ".["), 0)] }

// byCell turns the places of all problems into cells, in the order of the
// file, also where a sentence names another place.
func (w *workbook) byCell() {
	type located struct {
		spot
		Problem
	}
	list := make([]located, len(w.found.list))
	for i, p := range w.found.list {
		at, known := w.locate(p.Place)
		if known {
			p.Place = at.String()
		}
		for j, arg := range p.Says.Args {
			if text, isText := arg.(string); isText && strings.Contains(text, "[") {
				if other, known := w.locate(text); known {
					p.Says.Args[j] = other.String()
				}
			}
		}
		list[i] = located{at, p}
	}
	slices.SortStableFunc(list, func(a, b located) int {
		return cmp.Or(cmp.Compare(orderOf(a.sheet), orderOf(b.sheet)), cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	for i, l := range list {
		w.found.list[i] = l.Problem
	}
}

func (s spot) String() string { return cellName(s.sheet.name, s.row, s.col) }

func orderOf(s *sheet) int { return slices.Index(sheets, s) }

// since1900 moves a typed date that counts from 1904.
func since1900(cell string) string {
	if days, err := strconv.ParseFloat(cell, 64); err == nil {
		return strconv.FormatFloat(days+1462, 'f', -1, 64)
	}
	return cell
}
