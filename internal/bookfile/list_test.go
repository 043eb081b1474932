package bookfile

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

var wita = time.FixedZone("WITA", 8*60*60)

func words() Words { return Words{Speak: text.MustLoad(text.Indonesian), Zone: wita} }

// formulas are names that a spreadsheet would compute.
var formulas = []string{`=HYPERLINK("http://x.example","klik")`, "+1+1", "-2+3", "@SUM(A1)", "\t=1+1"}

func guest(name string) (desk.BookRow, models.Identity) {
	identity := models.Identity{Name: name, NIK: "6402064101900001", Phone: "+6281255500001"}
	visit := models.Visit{ID: "v", Kind: models.VisitGuest, ArrivedAt: time.Date(2026, 11, 23, 0, 41, 0, 0, time.UTC),
		Identity: models.SealedIdentity{Masked: identity.Mask()}}
	return desk.BookRow{BookEntry: models.BookEntry{Visit: visit}}, identity
}

// fill writes the guests into a list, opened or masked.
func fill(t *testing.T, list List, full bool) {
	t.Helper()
	for _, name := range append([]string{"Siti Uji"}, formulas...) {
		row, identity := guest(name)
		if !full {
			identity = models.Identity{}
		}
		if err := list.Add(row, identity); err != nil {
			t.Fatal(err)
		}
	}
	if err := list.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestNoCellOfACSVBeginsAsAFormula(t *testing.T) {
	var out bytes.Buffer
	list, err := NewCSV(&out, words())
	if err != nil {
		t.Fatal(err)
	}
	fill(t, list, true)
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(rows) != 2+len(formulas) {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("%q", cell)
			}
		}
	}
	if got := rows[2][3]; got != "'"+formulas[0] {
		t.Errorf("the name became %q", got)
	}
	if nik := rows[1][4]; nik != "'6402064101900001" {
		t.Errorf("a spreadsheet rounds the NIK %q", nik)
	}
}

func TestEveryCellOfAnXLSXIsText(t *testing.T) {
	var out bytes.Buffer
	list, err := NewXLSX(&out, words())
	if err != nil {
		t.Fatal(err)
	}
	fill(t, list, true)
	file, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	sheet := file.GetSheetName(0)
	for i, name := range formulas {
		cell, _ := excelize.CoordinatesToCellName(4, i+3)
		kind, err1 := file.GetCellType(sheet, cell)
		value, err2 := file.GetCellValue(sheet, cell)
		formula, err3 := file.GetCellFormula(sheet, cell)
		if err1 != nil || err2 != nil || err3 != nil || kind != excelize.CellTypeInlineString || value != name || formula != "" {
			t.Errorf("%s is %q of type %v, formula %q", cell, value, kind, formula)
		}
	}
}

func TestAListIsMaskedUnlessItWasOpened(t *testing.T) {
	var out bytes.Buffer
	list, err := NewCSV(&out, words())
	if err != nil {
		t.Fatal(err)
	}
	fill(t, list, false)
	for _, told := range []string{"Siti", "6402064101900001", "81255500001"} {
		if strings.Contains(out.String(), told) {
			t.Errorf("it tells %s", told)
		}
	}
	if !strings.Contains(out.String(), "S•••• U••••,6402••••••••0001,••••001") {
		t.Error("the masks are not there")
	}
}

func TestASensitiveServiceIsNotNamedInAList(t *testing.T) {
	row, _ := guest("Siti Uji")
	row.Service, row.Agency = &models.Service{Name: "Layanan khusus", Sensitive: true}, &models.Agency{ShortName: "Dinkes"}
	if got := words().Service(row); got != "Layanan Dinkes" {
		t.Errorf("got %q", got)
	}
	if got := words().ownService(row); got != "Layanan khusus" {
		t.Errorf("she herself is told %q", got)
	}
}

func TestAPersonsPagesAreAPDF(t *testing.T) {
	row, identity := guest("Siti Uji")
	at := row.Visit.ArrivedAt
	data := desk.PersonData{Mall: "MPP Uji", MadeAt: at, Visits: []desk.PersonVisit{{BookRow: row, Identity: identity}},
		Trail: models.Trail{Openings: []models.Opening{{Why: "cocokkan", At: at}},
			Corrections: []models.Correction{{Field: models.CorrectedName, Reason: "salah ketik", At: at}},
			Requests:    []models.PersonRequest{{Kind: models.RequestAccess, At: at}}}}
	var pdf, json bytes.Buffer
	if err := WritePersonPDF(&pdf, data, words()); err != nil || !bytes.HasPrefix(pdf.Bytes(), []byte("%PDF-")) {
		t.Fatalf("%d bytes, %v", pdf.Len(), err)
	}
	if err := WritePersonJSON(&json, data, words()); err != nil || !strings.Contains(json.String(), `"nik": "6402064101900001"`) {
		t.Fatalf("%s, %v", json.String(), err)
	}
}
