package report

import (
	"frontdesk/internal/models"
	"frontdesk/internal/survey"
)

func (w wording) surveySections(s Survey) []Section {
	return []Section{w.survey(s), w.surveyAgencies(s), w.surveyServices(s), w.surveyMeans(s)}
}

func (w wording) survey(s Survey) Section {
	section := w.section("survey", w.column(OfItem, "item"), w.column(OfFigure, "answers"), w.column(OfFigure, "nrr"),
		w.column(OfFigure, "ikm"), w.column(OfFigure, "grade"))
	none := Cell{Kind: CellNone}
	row := func(says string, figures ...Cell) {
		section.Rows = append(section.Rows, append([]Cell{say(says)}, figures...))
	}
	for _, e := range s.Elements {
		mean, index, grade := none, none, none
		if e.Answers > 0 {
			mean, index, grade = hundredth(e.Mean), hundredth(e.Index), say(string(survey.GradeOf(e.Index)))
		}
		row(w.speak.T("survey.element."+string(e.Element)), count(e.Answers), mean, index, grade)
	}
	row(w.t("survey.ikm"), count(s.Respondents), none, w.index(s.Judged), w.grade(s.Judged))
	row(w.t("survey.grade."+orNone(s.Grade)), none, none, none, none)
	row(w.t("survey.needed"), count(s.Needed), none, none, none)
	return section
}

func orNone(grade string) string {
	if grade == "" {
		return "none"
	}
	return grade
}

func (w wording) index(j Judged) Cell {
	if j.IKM == nil {
		return Cell{Kind: CellNone}
	}
	return hundredth(*j.IKM)
}

// judgedColumns and judgedCells tell what was answered about an agency or a
// service.
func (w wording) judgedColumns(of ...Column) []Column {
	return append(of, w.column(OfFigure, "respondents"), w.column(OfFigure, "needed"), w.column(OfFigure, "served_all"),
		w.column(OfFigure, "ikm"), w.column(OfFigure, "grade"))
}

func (w wording) judgedCells(j Judged, of ...Cell) []Cell {
	return append(of, count(j.Respondents), count(j.Needed), count(j.Served), w.index(j), w.grade(j))
}

func (w wording) grade(j Judged) Cell {
	if j.Grade == "" {
		return Cell{Kind: CellNone}
	}
	return say(j.Grade)
}

func (w wording) surveyAgencies(s Survey) Section {
	section := w.section("survey_agencies", w.judgedColumns(w.column(OfAgency, "agency"))...)
	for _, a := range s.Agencies {
		section.Rows = append(section.Rows, w.judgedCells(a.Judged, say(a.Name)))
	}
	return section
}

func (w wording) surveyServices(s Survey) Section {
	section := w.section("survey_services", w.judgedColumns(w.column(OfAgency, "agency"), w.column(OfService, "service"))...)
	for _, of := range s.Services {
		section.Rows = append(section.Rows, w.judgedCells(of.Judged, say(of.Agency), say(of.Name)))
	}
	return section
}

// surveyMeans is the mean of each element by agency.
func (w wording) surveyMeans(s Survey) Section {
	columns := []Column{w.column(OfAgency, "agency")}
	for _, e := range models.SurveyElements {
		columns = append(columns, Column{w.speak.T("survey.element." + string(e)), OfFigure})
	}
	section := w.section("survey_means", columns...)
	for _, a := range s.Agencies {
		row := []Cell{say(a.Name)}
		for _, e := range models.SurveyElements {
			mean, some := a.Means[e]
			cell := Cell{Kind: CellNone}
			if some {
				cell = hundredth(mean)
			}
			row = append(row, cell)
		}
		section.Rows = append(section.Rows, row)
	}
	return section
}
