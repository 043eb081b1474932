package report

import (
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"frontdesk/internal/text"
)

// workbook puts sections on sheets of their own, numbers as numbers.
type workbook struct {
	document
	file   *excelize.File
	speak  *text.Speaker
	styles map[look]int
	errs   []error
}

// look is how a cell is set.
type look string

const (
	lookTitle  look = "title"
	lookNote   look = "note"
	lookHead   look = "head"
	lookNumber look = "head of numbers"
	lookText   look = "text"
	lookCount  look = "count"
	lookShare  look = "share"
	lookTenths look = "tenths"
	lookCents  look = "hundredths"
	lookNone   look = "none"
)

// WriteXLSX writes a workbook with a sheet per section. Cells are typed: a
// count can be summed, a share is a number shown as per cent. A text is a
// shared string, which no program computes, whatever it begins with.
func (r Report) WriteXLSX(w io.Writer, speak *text.Speaker) error {
	return r.all(speak).writeXLSX(w, speak)
}

func (d document) writeXLSX(w io.Writer, speak *text.Speaker) (err error) {
	b := workbook{document: d, file: excelize.NewFile(), speak: speak, styles: map[look]int{}}
	defer func() { err = errors.Join(err, b.file.Close()) }()
	b.prepare()
	for i, s := range d.sections {
		b.sheet(i, s)
	}
	b.file.SetActiveSheet(0)
	if err := errors.Join(b.errs...); err != nil {
		return err
	}
	return b.file.Write(w)
}

func (b *workbook) note(err error) {
	if err != nil {
		b.errs = append(b.errs, err)
	}
}

// accent is the one colour of the look, typeface that of a new workbook.
const (
	accent   = "0A655C"
	typeface = "Calibri"
)

func (b *workbook) prepare() {
	line := []excelize.Border{{Type: "bottom", Color: "D3DBD8", Style: 1}}
	number := func(format int) *excelize.Style { return &excelize.Style{NumFmt: format, Border: line} }
	tenths, cents := "#,##0.0", "#,##0.00"
	head := func(side string) *excelize.Style {
		return &excelize.Style{Font: &excelize.Font{Family: typeface, Size: 11, Bold: true, Color: accent}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom", Horizontal: side},
			Border: []excelize.Border{{Type: "bottom", Color: accent, Style: 2}}}
	}
	for name, style := range map[look]*excelize.Style{
		lookTitle:  {Font: &excelize.Font{Family: typeface, Size: 14, Bold: true}},
		lookNote:   {Font: &excelize.Font{Family: typeface, Size: 11, Color: "43534F"}},
		lookHead:   head("left"),
		lookNumber: head("right"),
		lookText:   {Border: line, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}},
		lookCount:  number(3),  // #,##0
		lookShare:  number(10), // 0.00%
		lookTenths: {CustomNumFmt: &tenths, Border: line},
		lookCents:  {CustomNumFmt: &cents, Border: line},
		lookNone:   {Border: line},
	} {
		id, err := b.file.NewStyle(style)
		b.note(err)
		b.styles[name] = id
	}
	b.note(b.file.SetDocProps(&excelize.DocProperties{Title: b.title, Creator: "Frontdesk",
		Subject: Span(b.speak, b.report.From, b.report.To)}))
}

// Rows of a sheet above its table.
const (
	titleRow = 1
	spanRow  = 2
	noteRow  = 3
	headRow  = 5
)

func (b *workbook) sheet(i int, s Section) {
	name := s.Sheet
	if i == 0 {
		b.note(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.note(err)
	}
	span := b.report.Mall + " · " + Span(b.speak, b.report.From, b.report.To)
	for row, line := range map[int]string{titleRow: s.Title, spanRow: span, noteRow: s.Note} {
		b.put(name, 1, row, say(line), map[bool]look{true: lookTitle, false: lookNote}[row == titleRow])
	}
	for c, column := range s.Columns {
		style := lookHead
		if column.Of == OfFigure {
			style = lookNumber
		}
		b.put(name, c+1, headRow, say(column.Title), style)
	}
	for r, row := range s.Rows {
		for c, cell := range row {
			b.put(name, c+1, headRow+1+r, cell, lookOf(cell.Kind))
		}
	}
	b.shape(name, s)
}

func lookOf(kind CellKind) look {
	switch kind {
	case CellCount, CellMinutes:
		return lookCount
	case CellShare:
		return lookShare
	case CellDecimal:
		return lookTenths
	case CellHundredth:
		return lookCents
	case CellNone:
		return lookNone
	}
	return lookText
}

// put writes a cell at a column and a row, counted from 1.
func (b *workbook) put(sheet string, column, row int, c Cell, style look) {
	at, err := excelize.CoordinatesToCellName(column, row)
	b.note(err)
	switch c.Kind {
	case CellText:
		b.note(b.file.SetCellStr(sheet, at, c.Text))
	case CellCount, CellMinutes:
		b.note(b.file.SetCellInt(sheet, at, int64(c.Number)))
	case CellShare, CellDecimal, CellHundredth:
		b.note(b.file.SetCellFloat(sheet, at, c.Number, -1, 64))
	}
	b.note(b.file.SetCellStyle(sheet, at, at, b.styles[style]))
}

// Widths of columns, in characters.
const (
	narrowest = 11.0
	widest    = 52.0
)

// shape sets widths, keeps the head in sight, lets the table be filtered, and
// the page be printed across its width.
func (b *workbook) shape(sheet string, s Section) {
	for c, column := range s.Columns {
		width := narrowest
		for _, row := range s.Rows {
			if column.Of != OfFigure {
				width = max(width, float64(utf8.RuneCountInString(row[c].Text))+2)
			}
		}
		name, err := excelize.ColumnNumberToName(c + 1)
		b.note(err)
		b.note(b.file.SetColWidth(sheet, name, name, min(width, widest)))
	}
	b.note(b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: headRow, TopLeftCell: fmt.Sprintf("A%d", headRow+1), ActivePane: "bottomLeft"}))
	if last, err := excelize.CoordinatesToCellName(len(s.Columns), headRow+len(s.Rows)); err == nil && len(s.Rows) > 0 {
		b.note(b.file.AutoFilter(sheet, fmt.Sprintf("A%d:%s", headRow, last), nil))
	}
	wide, paper, across, down := "landscape", 9, 1, 0 // A4
	b.note(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &wide, Size: &paper, FitToWidth: &across, FitToHeight: &down}))
	fit := true
	b.note(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.note(b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}))
}
