package report

import (
	"io"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// document is what goes into a file of pages or sheets.
type document struct {
	report   Report
	title    string
	tiles    []Tile
	charts   bool
	sections []Section
}

// all is the whole report.
func (r Report) all(speak *text.Speaker) document {
	return document{r, speak.T("report.title"), r.paperTiles(speak), true, r.Sections(speak)}
}

// SurveyFormats are those in which the survey is published.
var SurveyFormats = []string{PDF, XLSX}

// WriteSurvey writes the survey alone, as it is published once a year
// (PermenPANRB 14/2017), in one of SurveyFormats. Errors: KindUsage for another
// one, and when nobody answered.
func (r Report) WriteSurvey(w io.Writer, format string, speak *text.Speaker) error {
	if r.Survey == nil {
		return models.Misuse("report.no_survey", r.From, r.To)
	}
	words := wording{speak}
	alone := document{report: r, title: words.t("survey_title"), tiles: words.surveyTiles(*r.Survey), sections: words.surveySections(*r.Survey)}
	switch format {
	case PDF:
		return alone.writePDF(w, speak)
	case XLSX:
		return alone.writeXLSX(w, speak)
	}
	return models.Misuse("report.format", format, SurveyFormats)
}
