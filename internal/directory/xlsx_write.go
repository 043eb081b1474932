package directory

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/xuri/excelize/v2"

	"frontdesk/internal/models"
)

const (
	guideSheet  = "Petunjuk"
	offersSheet = "Pilihan"

	// filledRows is how far down drop-down lists reach.
	filledRows = 5_000
	// Limits of a hint shown at a cell (ECMA-376).
	maxHint = 255
)

// WriteXLSX writes d as a spreadsheet for the people who keep the lists: one
// sheet a kind, a row an entry. It reads its own work back: what a cell cannot
// hold is refused with its place, never cut.
func WriteXLSX(w io.Writer, d *models.Directory) error {
	b := &book{file: excelize.NewFile(), styles: map[excelStyle]int{}}
	defer b.file.Close()
	b.guide()
	for _, s := range sheets {
		b.sheet(s, d)
	}
	b.lists()
	b.finish()
	if b.err != nil {
		return models.Fault(b.err, "directory.sheet_unwritable")
	}
	var out bytes.Buffer
	if err := b.file.Write(&out); err != nil {
		return models.Fault(err, "directory.sheet_unwritable")
	}
	if err := sameCells(out.Bytes(), d); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

// sameCells refuses a file that says something else than d.
func sameCells(packed []byte, d *models.Directory) error {
	found := &problems{}
	back := readWorkbook(packed, found)
	if back == nil {
		return models.Fault(&Faults{found.all()}, "directory.sheet_unwritable")
	}
	for _, s := range sheets {
		is, should := s.cells(back.d), s.cells(d)
		for row := range should {
			for col := range should[row] {
				if row >= len(is) || !reflect.DeepEqual(is[row][col], should[row][col]) {
					return models.Refuse("directory.sheet_cannot_hold", cellName(s.name, row+2, col+1))
				}
			}
		}
	}
	return nil
}

// book writes a workbook; the first error stays and stops the rest.
type book struct {
	file   *excelize.File
	styles map[excelStyle]int
	offers [][2]any // title and words of each drop-down list
	err    error
}

type excelStyle struct {
	format string
	header bool
	needs  need
}

func (b *book) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

// style makes each style once: teal heads for what must be filled in, pale
// ones for the rest.
func (b *book) style(s excelStyle) int {
	if id, made := b.styles[s]; made {
		return id
	}
	style := &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	switch {
	case s.header && bool(s.needs):
		style.Font = &excelize.Font{Bold: true, Color: "FFFFFF"}
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"0A655C"}}
	case s.header:
		style.Font = &excelize.Font{Bold: true, Color: "12201D"}
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DCEEEA"}}
	default:
		style.CustomNumFmt = &s.format
	}
	id, err := b.file.NewStyle(style)
	b.try(err)
	b.styles[s] = id
	return id
}

func (b *book) add(name string) {
	_, err := b.file.NewSheet(name)
	b.try(err)
}

func (b *book) put(sheet string, row, col int, value any) {
	cell, err := excelize.CoordinatesToCellName(col, row)
	b.try(err)
	if text, isText := value.(string); isText {
		b.try(b.file.SetCellStr(sheet, cell, text)) // never a formula
		return
	}
	b.try(b.file.SetCellValue(sheet, cell, value))
}

func (b *book) sheet(s *sheet, d *models.Directory) {
	b.add(s.name)
	for i, c := range s.columns {
		letter := columnLetter(i + 1)
		b.try(b.file.SetColWidth(s.name, letter, letter, c.width))
		b.try(b.file.SetColStyle(s.name, letter, b.style(excelStyle{format: c.kind.format()})))
		b.put(s.name, 1, i+1, c.title)
		b.try(b.file.SetCellStyle(s.name, letter+"1", letter+"1", b.style(excelStyle{header: true, needs: c.needs})))
		b.validate(s, c, letter)
	}
	for i, row := range s.cells(d) {
		for j, value := range row {
			if value != nil {
				b.put(s.name, i+2, j+1, value)
			}
		}
	}
	b.try(b.file.SetRowHeight(s.name, 1, 32))
	b.try(b.file.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

// validate puts the drop-down list or the check of a date or time on a column,
// and the hint that shows while a cell is chosen.
func (b *book) validate(s *sheet, c column, letter string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(fmt.Sprintf("%s2:%s%d", letter, letter, filledRows))
	style := excelize.DataValidationErrorStyleStop
	words := c.offers()
	switch c.kind.(type) {
	case dateCell:
		b.try(v.SetRange("DATE(1901,1,1)", "DATE(2200,12,31)", excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
	case clockCell:
		b.try(v.SetRange(0, 0.99999, excelize.DataValidationTypeTime, excelize.DataValidationOperatorBetween))
	default:
		switch {
		case c.codes != "":
			v.SetSqrefDropList(codeRange(c.codes))
			style = excelize.DataValidationErrorStyleWarning
		case len(words) > 0:
			v.SetSqrefDropList(b.list(s.name+": "+c.title, words))
		}
	}
	if v.Type != "" && !c.manyWords() {
		v.SetError(style, c.title, c.wrongHint())
	}
	if help := c.hint(); help != "" {
		v.SetInput(c.title, help)
	}
	if v.Type != "" || v.Prompt != nil {
		b.try(b.file.AddDataValidation(s.name, v))
	}
}

// manyWords tells that a cell may hold more than one word of its list.
func (c column) manyWords() bool {
	switch c.kind.(type) {
	case listCell, daysCell:
		return true
	}
	return c.field == "works_on"
}

func (c column) hint() string {
	help := c.help
	if c.needs {
		help = strings.TrimSpace("Wajib diisi. " + help)
	}
	if runes := []rune(help); len(runes) > maxHint {
		return string(runes[:maxHint])
	}
	return help
}

func (c column) wrongHint() string {
	switch {
	case c.kind == dateCell{}:
		return "Tulis tanggal, misalnya 2026-11-25."
	case c.kind == clockCell{}:
		return "Tulis jam, misalnya 08:30."
	case c.codes != "":
		return "Kode ini belum ada di lembar " + strings.SplitN(c.codes, "!", 2)[0] + "."
	}
	return "Pilih salah satu dari daftar."
}

// list puts words on the sheet of lists and gives their range.
func (b *book) list(title string, words []string) string {
	b.offers = append(b.offers, [2]any{title, words})
	letter := columnLetter(len(b.offers))
	return fmt.Sprintf("%s!$%s$2:$%s$%d", offersSheet, letter, letter, len(words)+1)
}

// lists writes the words of all drop-down lists.
func (b *book) lists() {
	b.add(offersSheet)
	for i, offer := range b.offers {
		letter := columnLetter(i + 1)
		b.try(b.file.SetColWidth(offersSheet, letter, letter, 26))
		b.put(offersSheet, 1, i+1, offer[0])
		for j, word := range offer[1].([]string) {
			b.put(offersSheet, j+2, i+1, word)
		}
	}
	b.try(b.file.SetSheetVisible(offersSheet, false))
}

// guide writes the page of instructions: what each sheet and column is for.
func (b *book) guide() {
	b.try(b.file.SetSheetName("Sheet1", guideSheet))
	for i, width := range []float64{20, 24, 90} {
		letter := columnLetter(i + 1)
		b.try(b.file.SetColWidth(guideSheet, letter, letter, width))
	}
	for i, line := range []string{
		"Direktori mal pelayanan publik",
		"Satu lembar untuk setiap jenis data, satu baris untuk setiap isian. Baris judul jangan dihapus; urutan kolom boleh diubah.",
		"Kolom berjudul hijau tua wajib diisi. Baris kosong dan kolom tambahan tidak dibaca.",
		"Kode adalah pengenal tetap: mengubah kode berarti menghapus isian lama dan menambah yang baru.",
		"Setelah disimpan, periksa: frontdesk directory check BERKAS.xlsx menyebut lembar dan sel yang salah. Tidak ada yang berlaku sebelum berkas diimpor.",
	} {
		b.put(guideSheet, i+1, 1, line)
	}
	row := 7
	for i, title := range []string{"Lembar", "Kolom", "Isinya"} {
		b.put(guideSheet, row, i+1, title)
	}
	b.try(b.file.SetCellStyle(guideSheet, "A7", "C7", b.style(excelStyle{header: true, needs: needed})))
	for _, s := range sheets {
		row++
		b.put(guideSheet, row, 1, s.name)
		b.put(guideSheet, row, 3, s.about)
		for _, c := range s.columns {
			row++
			b.put(guideSheet, row, 2, c.title)
			b.put(guideSheet, row, 3, c.hint())
		}
	}
}

// finish opens the file on the instructions.
func (b *book) finish() {
	index, err := b.file.GetSheetIndex(guideSheet)
	b.try(err)
	b.file.SetActiveSheet(index)
}

// codeRange is the range of cells of a "Sheet!Title" column.
func codeRange(of string) string {
	name, title, _ := strings.Cut(of, "!")
	for _, s := range sheets {
		for i, c := range s.columns {
			if s.name == name && c.title == title {
				letter := columnLetter(i + 1)
				return fmt.Sprintf("%s!$%s$2:$%s$%d", name, letter, letter, filledRows)
			}
		}
	}
	panic("no column " + of)
}

func columnLetter(n int) string {
	letter, err := excelize.ColumnNumberToName(n)
	if err != nil {
		panic(err) // columns are few and counted from 1
	}
	return letter
}

// cellName is how people find a cell: Layanan!D14.
func cellName(sheet string, row, col int) string {
	return fmt.Sprintf("%s!%s%d", sheet, columnLetter(col), row)
}
