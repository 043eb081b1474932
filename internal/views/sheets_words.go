package views

import (
	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/survey"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// sheetsWords puts the result of the survey into words. It is pure.
type sheetsWords struct{ speak *text.Speaker }

func (w sheetsWords) t(key string, args ...any) string { return w.speak.T("sheets."+key, args...) }

// tiles tell the mall: index, grade, respondents beside those needed.
func (w sheetsWords) tiles(mall desk.SurveyPart) []kit.Stat {
	index, grade := noFigure, noFigure
	means := w.t("index.none")
	if value, ok := survey.Index(mall.Tally, survey.Ninth); ok {
		g := string(survey.GradeOf(value))
		index, grade, means = w.speak.Hundredths(value), g, w.t("grade."+g)
	}
	needed := survey.SampleSize(mall.Served)
	return []kit.Stat{
		{Label: w.t("index"), Number: index, Meaning: w.t("index.means")},
		{Label: w.t("grade"), Number: grade, Meaning: means},
		{Label: w.t("respondents"), Number: w.speak.Count(mall.Tally.Respondents), Meaning: w.enough(mall.Tally.Respondents, needed)},
		{Label: w.t("needed"), Number: w.speak.Count(needed), Meaning: w.t("needed.means", w.speak.Count(mall.Served))},
	}
}

// enough compares the respondents with those needed.
func (w sheetsWords) enough(respondents, needed int) string {
	if respondents >= needed {
		return w.t("enough")
	}
	return w.t("more", w.speak.Count(needed-respondents))
}

// elementTitles and elements are the table of the nine.
func (w sheetsWords) elementTitles() kit.Figures {
	return kit.Figures{Name: w.t("column.element"), Cells: [5]string{"", "", w.t("column.answers"), w.t("column.mean"), w.t("column.index")}}
}

func (w sheetsWords) elements(t models.SurveyTally) []kit.Figures {
	weakest, known := weakestElement(t)
	rows := make([]kit.Figures, len(models.SurveyElements))
	for i, e := range models.SurveyElements {
		mean, index := noFigure, noFigure
		if t.Count[e] > 0 {
			mean, index = w.speak.Hundredths(t.Mean(e)), w.speak.Hundredths(t.Mean(e)*25)
		}
		rows[i] = kit.Figures{Name: w.speak.T("survey.element." + string(e)),
			Cells: [5]string{"", "", w.speak.Count(t.Count[e]), mean, index}}
		if known && e == weakest {
			rows[i].Of = w.t("weakest")
		}
	}
	return rows
}

// weakestElement is the one with the lowest mean; none while all are alike.
func weakestElement(t models.SurveyTally) (weakest models.SurveyElement, known bool) {
	lowest, highest := 0.0, 0.0
	for _, e := range models.SurveyElements {
		mean := t.Mean(e)
		if mean == 0 {
			continue
		}
		if weakest == "" || mean < lowest {
			weakest, lowest = e, mean
		}
		highest = max(highest, mean)
	}
	return weakest, lowest < highest
}

// agencyTitles and agencies are the table of who was judged.
func (w sheetsWords) agencyTitles() kit.Figures {
	return kit.Figures{Name: w.t("column.agency"), Of: w.t("column.weakest"),
		Cells: [5]string{w.t("column.respondents"), w.t("column.needed"), w.t("column.served"), w.t("column.ikm"), w.t("column.grade")}}
}

func (w sheetsWords) agencies(parts []desk.SurveyPart) []kit.Figures {
	var rows []kit.Figures
	for _, p := range parts {
		row := kit.Figures{Name: p.Agency.ShortName, Cells: [5]string{w.speak.Count(p.Tally.Respondents),
			w.speak.Count(survey.SampleSize(p.Served)), w.speak.Count(p.Served), noFigure, noFigure}}
		if index, ok := survey.Index(p.Tally, survey.Ninth); ok {
			row.Cells[3], row.Cells[4] = w.speak.Hundredths(index), string(survey.GradeOf(index))
		}
		if e, known := weakestElement(p.Tally); known {
			row.Of = w.speak.T("survey.element." + string(e))
		}
		rows = append(rows, row)
	}
	return rows
}

// period names the days of the result.
func (w sheetsWords) period(r desk.SurveyResult) string {
	return w.speak.T("survey.period", w.date(r.From), w.date(r.To))
}

func (w sheetsWords) date(date string) string {
	day, ok := models.ParseDate(date)
	if !ok {
		return date
	}
	return w.speak.PlainDate(day)
}
