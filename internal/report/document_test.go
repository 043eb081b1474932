package report

import (
	"bytes"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// pagesOf are the words of each page of a PDF, read by another program.
func pagesOf(t *testing.T, pdf []byte) []string {
	t.Helper()
	read := exec.Command("pdftotext", "-layout", "-", "-")
	read.Stdin = bytes.NewReader(pdf)
	out, err := read.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

// The signatures never stand on a page alone, wherever the last table ends.
func TestTheLastRowsStandWithTheSignatures(t *testing.T) {
	speak := text.MustLoad(text.Indonesian)
	long := strings.Repeat("layanan yang bernama panjang ", 5)
	for rows := 1; rows <= mostRows; rows++ {
		s := Section{Title: "Tabel", Columns: []Column{{Title: "Hal", Of: OfItem}, {Title: "Jumlah", Of: OfFigure}}}
		for i := range rows {
			s.Rows = append(s.Rows, []Cell{say("baris " + long), count(i)})
		}
		var out bytes.Buffer
		if err := (document{report: busy(), sections: []Section{s}}).writePDF(&out, speak); err != nil {
			t.Fatal(err)
		}
		pages := pagesOf(t, out.Bytes())
		last := pages[len(pages)-1]
		if !strings.Contains(last, speak.T("report.sign.knows")) || strings.Count(last, "baris") < min(rows, keptRows) {
			t.Errorf("after %d rows the last page is\n%s", rows, last)
		}
	}
}

// The survey alone has the index, the respondents beside those needed, each
// element, agency and service, and nothing else of the report.
func TestTheSurveyIsADocumentOfItsOwn(t *testing.T) {
	for _, language := range []text.Language{text.Indonesian, text.English} {
		speak := text.MustLoad(language)
		made := busy()
		var pdf, book bytes.Buffer
		for out, format := range map[io.Writer]string{&pdf: PDF, &book: XLSX} {
			if err := made.WriteSurvey(out, format, speak); err != nil {
				t.Fatal(err)
			}
		}
		words := strings.Join(pagesOf(t, pdf.Bytes()), "")
		for _, want := range []string{speak.T("report.survey_title"), speak.Hundredths(*made.Survey.IKM), "Disdukcapil", made.Survey.Services[0].Name,
			speak.T("survey.element.time"), speak.T("report.tile.respondents.enough"), speak.T("report.tile.needed"), strconv.Itoa(made.Survey.Needed)} {
			if !strings.Contains(words, want) {
				t.Errorf("%s: there is no %q", language, want)
			}
		}
		if strings.Contains(words, speak.T("report.summary")) {
			t.Errorf("%s: the summary of the visits is there too", language)
		}
		f, err := excelize.OpenReader(&book)
		if err != nil {
			t.Fatal(err)
		}
		if sheets := f.GetSheetList(); len(sheets) != 4 {
			t.Errorf("%s: the sheets are %v", language, sheets)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestASurveyOfNothingIsNotPublished(t *testing.T) {
	made := busy()
	if err := made.WriteSurvey(io.Discard, CSV, text.MustLoad(text.Indonesian)); models.KindOf(err) != models.KindUsage {
		t.Errorf("got %v", err)
	}
	made.Survey = nil
	if err := made.WriteSurvey(io.Discard, PDF, text.MustLoad(text.Indonesian)); models.KindOf(err) != models.KindUsage {
		t.Errorf("got %v", err)
	}
}
