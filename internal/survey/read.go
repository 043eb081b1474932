package survey

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"frontdesk/internal/models"
)

const (
	// mostRespondents bounds a file of answers.
	mostRespondents = 100_000
	// largestFile bounds what is read of it, in bytes.
	largestFile = 32 << 20
)

// Columns of a file beside the elements; each may be left out.
const (
	columnDate       = "date" // YYYY-MM-DD
	columnAgency     = "agency"
	columnService    = "service"
	columnSuggestion = "suggestion"
)

var otherColumns = []string{columnDate, columnAgency, columnService, columnSuggestion}

// Read reads answers typed in from paper: a table of comma separated values
// whose first line names elements by key and other columns, in any order, and
// each other line is one visitor's sheet; an empty cell is an element without
// an answer. A sheet's id is made of the whole file and its line, so that the
// same file read twice has the same ids. Errors: KindUsage with line and
// column.
func Read(r io.Reader) ([]models.SurveySheet, error) {
	raw, err := io.ReadAll(io.LimitReader(r, largestFile+1))
	if err != nil {
		return nil, misread(err)
	}
	if len(raw) > largestFile {
		return nil, models.Misuse("survey.too_many", mostRespondents)
	}
	table := csv.NewReader(bytes.NewReader(raw))
	table.TrimLeadingSpace, table.ReuseRecord = true, true
	head, err := table.Read()
	if err != nil {
		return nil, misread(err)
	}
	columns, err := columnsOf(head)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(raw)
	file := hex.EncodeToString(sum[:12])
	var sheets []models.SurveySheet
	for {
		cells, err := table.Read()
		if errors.Is(err, io.EOF) {
			return sheets, nil
		}
		if err != nil {
			return nil, misread(err)
		}
		line, _ := table.FieldPos(0)
		sheet, err := sheetOf(columns, cells, line)
		if err != nil {
			return nil, err
		}
		if len(sheets) == mostRespondents {
			return nil, models.Misuse("survey.too_many", mostRespondents)
		}
		sheet.ID = fmt.Sprintf("%s-%d", file, line)
		sheets = append(sheets, sheet)
	}
}

func columnsOf(head []string) ([]string, error) {
	columns := make([]string, 0, len(head))
	for _, name := range head {
		column := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff"))) // spreadsheets write a mark first
		known := slices.Contains(models.SurveyElements, models.SurveyElement(column)) || slices.Contains(otherColumns, column)
		if !known || slices.Contains(columns, column) {
			return nil, models.Misuse("survey.head", name, columnNames())
		}
		columns = append(columns, column)
	}
	return columns, nil
}

func sheetOf(columns, cells []string, line int) (models.SurveySheet, error) {
	sheet := models.SurveySheet{Source: models.SurveyFile, Answers: models.SurveyAnswers{}}
	for i, cell := range cells {
		if cell = strings.Clone(strings.TrimSpace(cell)); cell == "" {
			continue
		}
		switch columns[i] {
		case columnDate:
			if _, ok := models.ParseDate(cell); !ok {
				return sheet, models.Misuse("survey.date", line, cell)
			}
			sheet.BusinessDate = cell
		case columnAgency:
			sheet.Agency = cell
		case columnService:
			sheet.Service = cell
		case columnSuggestion:
			sheet.Suggestion = cell
		default:
			answer, err := strconv.Atoi(cell)
			if err != nil || answer < models.SurveyLowest || answer > models.SurveyHighest {
				return sheet, models.Misuse("survey.answer", line, columns[i], models.SurveyLowest, models.SurveyHighest)
			}
			sheet.Answers[models.SurveyElement(columns[i])] = answer
		}
	}
	if !sheet.Answers.Valid() {
		return sheet, models.Misuse("survey.no_answer", line)
	}
	return sheet, nil
}

func columnNames() []string {
	names := slices.Clone(otherColumns)
	for _, e := range models.SurveyElements {
		names = append(names, string(e))
	}
	return names
}

// misread says where a file is no table.
func misread(err error) error {
	var where *csv.ParseError
	if errors.As(err, &where) {
		return models.Misuse("survey.table", where.Line)
	}
	return models.Misuse("survey.table", 1)
}
