// Package bookfile writes the guest book as files: its list as CSV or XLSX, and
// what is stored of one person as JSON or PDF to hand to her. Every cell is
// text, so that no program that opens it takes a name for a formula.
package bookfile

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// MostRows of an XLSX file: a sheet ends at 1,048,576.
const MostRows = 1_000_000

// ErrTooMany is of a list that a sheet cannot hold.
var ErrTooMany = models.Refuse("book.too_many", MostRows)

// List takes the rows of the guest book one after the other.
type List interface {
	Add(row desk.BookRow, opened models.Identity) error
	// Close writes what is left; the list is of no use afterwards.
	Close() error
}

// Words puts rows into cells in one language and time zone.
type Words struct {
	Speak *text.Speaker
	Zone  *time.Location
}

var columns = []string{"date", "time", "number", "name", "nik", "phone", "agency", "service", "state", "priority"}

func (w Words) titles() []string {
	titles := make([]string, len(columns))
	for i, column := range columns {
		titles[i] = w.Speak.T("book.column." + column)
	}
	return titles
}

// cells are the row in the order of columns; what was not opened is masked.
func (w Words) cells(r desk.BookRow, opened models.Identity) []string {
	name, nik, phone := opened.Name, opened.NIK, opened.Phone
	if opened.Empty() {
		masked := r.Masked()
		name, nik, phone = masked.Name, masked.NIK, masked.Phone
	}
	if r.Locked {
		name, nik, phone = w.Speak.T("book.locked"), "", ""
	}
	agency := ""
	if r.Agency != nil {
		agency = r.Agency.ShortName
	}
	at := r.Visit.ArrivedAt.In(w.Zone)
	return []string{at.Format(time.DateOnly), at.Format("15:04"), r.Ticket.Number, name, nik, phone, agency,
		w.Service(r), w.State(r), w.priorities(r.Visit.Priorities)}
}

// Service names what a row is about; a sensitive service is not named.
func (w Words) Service(r desk.BookRow) string {
	switch {
	case r.Sensitive():
		return w.Speak.T("book.sensitive", r.Agency.ShortName)
	case r.Service != nil:
		return r.Service.Name
	case r.HasTicket():
		return r.Ticket.Service
	}
	return w.Speak.T("book.kind." + string(r.Visit.Kind))
}

// State says in a word what became of a row.
func (w Words) State(r desk.BookRow) string { return w.Speak.T("book.state." + StateOf(r)) }

// StateOf is the end of the text key of a row's state.
func StateOf(r desk.BookRow) string {
	switch {
	case !r.Visit.VoidedAt.IsZero():
		return string(models.TicketVoided)
	case r.HasTicket():
		return string(r.Ticket.State)
	case r.Visit.Kind == models.VisitTurnedAway:
		return "turned_away"
	}
	return "recorded"
}

func (w Words) priorities(list []models.Priority) string {
	words := make([]string, len(list))
	for i, p := range list {
		words[i] = w.Speak.T("priority." + string(p))
	}
	return strings.Join(words, ", ")
}

// NewCSV begins a list with commas and UTF-8.
func NewCSV(out io.Writer, words Words) (List, error) {
	l := &csvList{words, csv.NewWriter(out)}
	return l, l.out.Write(words.titles())
}

type csvList struct {
	words Words
	out   *csv.Writer
}

// Add writes a row.
func (l *csvList) Add(row desk.BookRow, opened models.Identity) error {
	cells := l.words.cells(row, opened)
	for i, cell := range cells {
		cells[i] = inert(cell)
	}
	return l.out.Write(cells)
}

// inert makes text of a cell that a spreadsheet would compute, or take for a
// number and round: it keeps 15 digits, and a NIK has 16.
func inert(cell string) string {
	switch {
	case cell == "":
	case strings.ContainsRune("=+-@\t\r", rune(cell[0])), len(cell) > exactDigits && strings.Trim(cell, "0123456789") == "":
		return "'" + cell
	}
	return cell
}

// exactDigits is how many a spreadsheet keeps of a number.
const exactDigits = 15

// Close writes what is left.
func (l *csvList) Close() error {
	l.out.Flush()
	return l.out.Error()
}

// NewXLSX begins a list as a sheet; the file is written by Close.
func NewXLSX(out io.Writer, words Words) (List, error) {
	file := excelize.NewFile()
	sheet := words.Speak.T("book.sheet")
	err := file.SetSheetName(file.GetSheetName(0), sheet)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	stream, err := file.NewStreamWriter(sheet)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	bold, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	l := &xlsxList{words: words, out: out, file: file, stream: stream}
	return l, errors.Join(stream.SetColWidth(1, len(columns), 18), l.write(words.titles(), bold))
}

type xlsxList struct {
	words  Words
	out    io.Writer
	file   *excelize.File
	stream *excelize.StreamWriter
	rows   int
}

// Add writes a row; each cell is typed as text. Errors: ErrTooMany.
func (l *xlsxList) Add(row desk.BookRow, opened models.Identity) error {
	if l.rows > MostRows {
		return ErrTooMany
	}
	return l.write(l.words.cells(row, opened), 0)
}

func (l *xlsxList) write(cells []string, style int) error {
	l.rows++
	values := make([]any, len(cells))
	for i, cell := range cells {
		values[i] = excelize.Cell{StyleID: style, Value: cell}
	}
	at, err := excelize.CoordinatesToCellName(1, l.rows)
	if err != nil {
		return err
	}
	return l.stream.SetRow(at, values)
}

// Close writes the file.
func (l *xlsxList) Close() error {
	err := l.stream.Flush()
	if err == nil {
		err = l.file.Write(l.out)
	}
	return errors.Join(err, l.file.Close())
}
