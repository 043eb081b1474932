package survey

import (
	"frontdesk/internal/models"
	"frontdesk/internal/report"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// surveyWords puts the result of the survey into words, for its own page and
// for F6. It is pure.
type surveyWords struct{ speak *text.Speaker }

func (w surveyWords) t(key string, args ...any) string { return w.speak.T("sheets."+key, args...) }

// tiles tell the mall: index, grade, respondents beside those needed.
func (w surveyWords) tiles(mall report.Judged) []kit.Stat {
	grade, means := stage.NoFigure, w.t("index.none")
	if mall.Grade != "" {
		grade, means = mall.Grade, w.t("grade."+mall.Grade)
	}
	return []kit.Stat{
		{Label: w.t("index"), Number: w.index(mall), Meaning: w.t("index.means")},
		{Label: w.t("grade"), Number: grade, Meaning: means},
		{Label: w.t("respondents"), Number: w.speak.Count(mall.Respondents), Meaning: w.enough(mall)},
		{Label: w.t("needed"), Number: w.speak.Count(mall.Needed), Meaning: w.t("needed.means", w.speak.Count(mall.Served))},
	}
}

func (w surveyWords) index(j report.Judged) string {
	if j.IKM == nil {
		return stage.NoFigure
	}
	return w.speak.Hundredths(*j.IKM)
}

// enough compares the respondents with those needed.
func (w surveyWords) enough(j report.Judged) string {
	if j.Respondents >= j.Needed {
		return w.t("enough")
	}
	return w.t("more", w.speak.Count(j.Needed-j.Respondents))
}

// elementTitles and elements are the table of the nine.
func (w surveyWords) elementTitles() kit.Figures {
	return kit.Figures{Name: w.t("column.element"), Cells: [5]string{"", "", w.t("column.answers"), w.t("column.mean"), w.t("column.index")}}
}

func (w surveyWords) elements(s *report.Survey) []kit.Figures {
	rows := make([]kit.Figures, len(s.Elements))
	for i, e := range s.Elements {
		mean, index := stage.NoFigure, stage.NoFigure
		if e.Answers > 0 {
			mean, index = w.speak.Hundredths(e.Mean), w.speak.Hundredths(e.Index)
		}
		rows[i] = kit.Figures{Name: w.element(e.Element), Cells: [5]string{"", "", w.speak.Count(e.Answers), mean, index}}
		if e.Element == s.Weakest {
			rows[i].Of = w.t("weakest")
		}
	}
	return rows
}

func (w surveyWords) element(e models.SurveyElement) string {
	if e == "" {
		return ""
	}
	return w.speak.T("survey.element." + string(e))
}

// agencyTitles and agencies are the table of who was judged.
func (w surveyWords) agencyTitles() kit.Figures {
	return kit.Figures{Name: w.t("column.agency"), Of: w.t("column.weakest"),
		Cells: [5]string{w.t("column.respondents"), w.t("column.needed"), w.t("column.served"), w.t("column.ikm"), w.t("column.grade")}}
}

func (w surveyWords) agencies(s *report.Survey) []kit.Figures {
	rows := make([]kit.Figures, len(s.Agencies))
	for i, a := range s.Agencies {
		rows[i] = kit.Figures{Name: a.Name, Of: w.element(a.Weakest), Cells: w.judged(a.Judged)}
	}
	return rows
}

func (w surveyWords) judged(j report.Judged) [5]string {
	grade := stage.NoFigure
	if j.Grade != "" {
		grade = j.Grade
	}
	return [5]string{w.speak.Count(j.Respondents), w.speak.Count(j.Needed), w.speak.Count(j.Served), w.index(j), grade}
}

// serviceTitles and services are the table of what the sheets name.
func (w surveyWords) serviceTitles() kit.Figures {
	titles := w.agencyTitles()
	titles.Name, titles.Of = w.t("column.service"), w.t("column.agency")
	return titles
}

func (w surveyWords) services(s *report.Survey) []kit.Figures {
	rows := make([]kit.Figures, len(s.Services))
	for i, of := range s.Services {
		rows[i] = kit.Figures{Name: of.Name, Of: of.Agency, Cells: w.judged(of.Judged)}
	}
	return rows
}

// period names the days of a result.
func (w surveyWords) period(from, to string) string {
	return w.speak.T("survey.period", w.date(from), w.date(to))
}

func (w surveyWords) date(date string) string {
	day, ok := models.ParseDate(date)
	if !ok {
		return date
	}
	return w.speak.PlainDate(day)
}
