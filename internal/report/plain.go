package report

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"

	"frontdesk/internal/text"
)

// WriteJSON writes the report for programs; visits come first.
func (r Report) WriteJSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}

// WriteCSV writes the report as one table, a figure a line: which section, of
// which agency, service and item, which figure, its value with a decimal point.
func (r Report) WriteCSV(w io.Writer, speak *text.Speaker) error {
	table := csv.NewWriter(w)
	var errs []error
	put := func(cells ...string) {
		for i := range cells {
			cells[i] = inert(cells[i])
		}
		errs = append(errs, table.Write(cells))
	}
	words := wording{speak}
	put(words.t("csv.section"), words.t("column.agency"), words.t("column.service"), words.t("column.item"), words.t("csv.figure"), words.t("column.value"))
	for _, s := range r.Sections(speak) {
		for _, row := range s.Rows {
			var of [OfFigure]string
			for i, c := range row {
				switch column := s.Columns[i]; {
				case column.Of != OfFigure:
					of[column.Of] = c.Text
				case c.Kind != CellNone:
					put(s.Title, of[OfAgency], of[OfService], of[OfItem], column.Title, c.plain())
				}
			}
		}
	}
	table.Flush()
	return errors.Join(append(errs, table.Error())...)
}

// plain writes a number for programs.
func (c Cell) plain() string {
	switch c.Kind {
	case CellText, CellNone:
		return c.Text
	case CellShare:
		return strconv.FormatFloat(math.Round(c.Number*1e4)/1e4, 'f', -1, 64)
	case CellDecimal:
		return strconv.FormatFloat(math.Round(c.Number*10)/10, 'f', -1, 64)
	}
	return strconv.FormatFloat(c.Number, 'f', -1, 64) // hundredths are rounded already
}

// inert makes a text that a spreadsheet would take for a formula one that it
// does not (security.md, Files and machines).
func inert(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
