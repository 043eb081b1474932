package survey

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"frontdesk/internal/models"
)

// mostRespondents bounds a file of answers.
const mostRespondents = 100_000

// Read tallies answers typed in from paper: a table of comma separated values
// whose first line names elements by key, in any order, and each other line
// is one visitor; an empty cell is an element without an answer. Errors:
// KindUsage with line and column.
func Read(r io.Reader) (Tally, error) {
	table := csv.NewReader(r)
	table.TrimLeadingSpace, table.ReuseRecord = true, true
	head, err := table.Read()
	if err != nil {
		return Tally{}, misread(err)
	}
	elements, err := elementsOf(head)
	if err != nil {
		return Tally{}, err
	}
	var tally Tally
	for {
		cells, err := table.Read()
		if errors.Is(err, io.EOF) {
			return tally, nil
		}
		if err != nil {
			return Tally{}, misread(err)
		}
		line, _ := table.FieldPos(0)
		answers, err := answersOf(elements, cells, line)
		if err != nil {
			return Tally{}, err
		}
		if tally.Respondents == mostRespondents {
			return Tally{}, models.Misuse("survey.too_many", mostRespondents)
		}
		tally.Add(answers)
	}
}

func elementsOf(head []string) ([]Element, error) {
	elements := make([]Element, 0, len(head))
	for _, name := range head {
		e := Element(strings.ToLower(strings.TrimSpace(name)))
		if !slices.Contains(Elements, e) || slices.Contains(elements, e) {
			return nil, models.Misuse("survey.head", name, elementNames())
		}
		elements = append(elements, e)
	}
	return elements, nil
}

func answersOf(elements []Element, cells []string, line int) (Answers, error) {
	answers := Answers{}
	for i, cell := range cells {
		if cell = strings.TrimSpace(cell); cell == "" {
			continue
		}
		answer, err := strconv.Atoi(cell)
		if err != nil || answer < LowestAnswer || answer > HighestAnswer {
			return nil, models.Misuse("survey.answer", line, string(elements[i]), LowestAnswer, HighestAnswer)
		}
		answers[elements[i]] = answer
	}
	if !answers.Valid() {
		return nil, models.Misuse("survey.no_answer", line)
	}
	return answers, nil
}

func elementNames() []string {
	names := make([]string, len(Elements))
	for i, e := range Elements {
		names[i] = string(e)
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
