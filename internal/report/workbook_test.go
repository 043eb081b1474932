package report

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// busy is a report of a day with something in most sections.
func busy() Report {
	ticket, events := finished("1", "DUK", "DUK-02", 12*time.Minute, 9*time.Minute)
	ticket.Papers, ticket.Missing, ticket.NoShows = models.PapersIncomplete, []string{"Fotokopi KK"}, 1
	visit := models.Visit{Kind: models.VisitService, Party: 2, Tickets: []models.Ticket{ticket}, Priorities: []models.Priority{models.PriorityElderly},
		ArrivedAt: time.Date(2026, time.November, 23, 1, 0, 0, 0, time.UTC)}
	visit.BusinessDate = "2026-11-23"
	away := models.Visit{Kind: models.VisitTurnedAway, TurnedAway: models.TurnedAwayQuota, Service: "DUK-02", Party: 1}
	away.BusinessDate, away.ArrivedAt = visit.BusinessDate, visit.ArrivedAt
	day := models.DayRecords{Date: "2026-11-23", Visits: []models.Visit{visit, visit, away}, Events: map[string][]models.TicketEvent{"1": events},
		Misses: []models.SearchMiss{{Words: "kartu nelayan"}, {Words: "kartu nelayan"}}}
	made := New(sample(), "2026-11-23", "2026-11-23", Roll(day, wita))
	made.Made = "2026-11-24"
	made.Accuracy = &Accuracy{From: "2026-11-02", To: "2026-11-20", Days: 15, Tickets: 3000, InsideShare: 0.83, MedianError: 3.6, NaiveMedianError: 6.7, MeanWidth: 12.4}
	var tally models.SurveyTally
	for range 3 {
		tally.Add(models.SurveyAnswers{models.SurveyCost: 4, models.SurveyTime: 3})
	}
	made.Survey = made.surveyed(sample(), map[string]models.SurveyTally{"": tally, "DUK": everyElement(3, 4)}, map[string]models.SurveyTally{"DUK-02": everyElement(4)})
	return made
}

// everyElement is answers that are the same for all nine elements.
func everyElement(answers ...int) (t models.SurveyTally) {
	for _, answer := range answers {
		a := models.SurveyAnswers{}
		for _, e := range models.SurveyElements {
			a[e] = answer
		}
		t.Add(a)
	}
	return t
}

// openWorkbook writes a report as a workbook and reads it back.
func openWorkbook(t *testing.T, r Report) (*excelize.File, []byte) {
	t.Helper()
	var out bytes.Buffer
	if err := r.WriteXLSX(&out, text.MustLoad(text.Indonesian)); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := book.Close(); err != nil {
			t.Error(err)
		}
	})
	return book, out.Bytes()
}

func TestAWorkbookReadBackHasTheSameTypedCells(t *testing.T) {
	made := busy()
	book, raw := openWorkbook(t, made)
	compareOffice(t, made, raw)
	checked := 0
	for _, s := range made.Sections(text.MustLoad(text.Indonesian)) {
		rows, err := book.GetRows(s.Sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range s.Rows {
			for c, cell := range row {
				at, _ := excelize.CoordinatesToCellName(c+1, headRow+1+r)
				kind, err := book.GetCellType(s.Sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				if isText := kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString; isText != (cell.Kind == CellText) {
					t.Errorf("%s %s has the type %v", s.Title, at, kind)
				}
				if cell.Kind != CellNone && !sameCell(rows[headRow+r][c], cell) {
					t.Errorf("%s %s is %q, want %+v", s.Title, at, rows[headRow+r][c], cell)
				}
				checked++
			}
		}
	}
	if checked < 100 {
		t.Errorf("only %d cells were compared", checked)
	}
}

// sameCell compares what stands in a file with a cell.
func sameCell(written string, c Cell) bool {
	if c.Kind == CellText {
		return written == c.Text
	}
	plain, percent := strings.CutSuffix(written, "%")
	number, err := strconv.ParseFloat(plain, 64)
	if percent {
		number /= 100
	}
	return err == nil && number-c.Number < 1e-9 && c.Number-number < 1e-9
}

func TestNoSheetOfAWorkbookHasACutName(t *testing.T) {
	for _, language := range []text.Language{text.Indonesian, text.English} {
		seen := map[string]bool{}
		for _, s := range busy().Sections(text.MustLoad(language)) {
			if n := utf8.RuneCountInString(s.Sheet); n == 0 || n > excelize.MaxSheetNameLength || seen[s.Sheet] {
				t.Errorf("%s: the sheet %q has %d characters", language, s.Sheet, n)
			}
			seen[s.Sheet] = true
		}
	}
}

func TestFormulasInAWorkbookAreTexts(t *testing.T) {
	book, raw := openWorkbook(t, armed())
	seen := 0
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, cell := range row {
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if formula, _ := book.GetCellFormula(sheet, at); formula != "" {
					t.Errorf("%s %s computes %s", sheet, at, formula)
				}
				if strings.Contains(cell, "HYPERLINK") {
					seen++
				}
			}
		}
	}
	if seen == 0 {
		t.Error("nothing was tried")
	}
	for _, rows := range throughOffice(t, raw) {
		for _, row := range rows {
			for _, cell := range row {
				if strings.Contains(cell, "Err:") || cell == "x" {
					t.Errorf("the office program computed %q", cell)
				}
			}
		}
	}
}

// compareOffice reads the workbook by LibreOffice too.
func compareOffice(t *testing.T, made Report, raw []byte) {
	t.Helper()
	read := throughOffice(t, raw)
	for _, s := range made.Sections(text.MustLoad(text.Indonesian)) {
		rows := read[s.Sheet]
		if len(rows) < headRow+len(s.Rows) {
			t.Fatalf("sheet %s has %d rows", s.Title, len(rows))
		}
		for r, row := range s.Rows {
			for c, cell := range row {
				if cell.Kind != CellNone && !sameCell(rows[headRow+r][c], cell) {
					t.Errorf("%s row %d column %d is %q, want %+v", s.Title, r, c, rows[headRow+r][c], cell)
				}
			}
		}
	}
}

// throughOffice lets LibreOffice read a workbook and write each sheet as CSV,
// values as they are stored.
func throughOffice(t *testing.T, workbook []byte) map[string][][]string {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "laporan.xlsx"), workbook, 0o600); err != nil {
		t.Fatal(err)
	}
	convert := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless", "--convert-to",
		`csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1`, "laporan.xlsx")
	convert.Dir = folder
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	files, err := filepath.Glob(filepath.Join(folder, "laporan-*.csv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d sheets, %v", len(files), err)
	}
	sheets := map[string][][]string{}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		reader := csv.NewReader(f)
		reader.FieldsPerRecord = -1
		rows, err := reader.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		sheets[strings.TrimSuffix(strings.TrimPrefix(filepath.Base(name), "laporan-"), ".csv")] = rows
	}
	return sheets
}
