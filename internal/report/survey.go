package report

import (
	"math"

	"frontdesk/internal/models"
	"frontdesk/internal/survey"
)

// Survey is the satisfaction survey (SKM, PermenPANRB 14/2017) of a report's
// days: the index with weights of 1/9, and whom the answers stand for.
type Survey struct {
	Judged
	Elements []SurveyElement `json:"elements"` // in the order of the questionnaire
	Agencies []SurveyAgency  `json:"agencies"` // with answers, in the directory's order
}

// Judged is what was answered about the mall or an agency.
type Judged struct {
	Respondents int      `json:"respondents"`
	Served      int      `json:"served"`      // visits of the mall, numbers of an agency
	Needed      int      `json:"sample_size"` // respondents that stand for Served (Krejcie and Morgan)
	IKM         *float64 `json:"ikm"`         // null while an element has no answer
	Grade       string   `json:"grade,omitempty"`
}

// SurveyElement is one of the nine.
type SurveyElement struct {
	Element models.SurveyElement `json:"element"`
	Answers int                  `json:"answers"`
	Mean    float64              `json:"nrr"` // 1–4, two decimals; 0 without answers
}

// SurveyAgency is an agency that was judged.
type SurveyAgency struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Judged
}

// surveyed puts the answers beside those whom the mall served; nil when nobody
// answered.
func (r Report) surveyed(c *models.Catalogue, tallies map[string]models.SurveyTally) *Survey {
	if len(tallies) == 0 {
		return nil
	}
	var all models.SurveyTally
	for _, t := range tallies {
		all.Join(t)
	}
	made := &Survey{Judged: judged(all, r.visitsOf(models.VisitService)), Agencies: []SurveyAgency{}}
	for _, e := range models.SurveyElements {
		made.Elements = append(made.Elements, SurveyElement{e, all.Count[e], math.Round(all.Mean(e)*100) / 100})
	}
	errands := map[string]int{}
	for _, a := range r.Agencies {
		errands[a.Code] = a.Errands
	}
	for _, a := range c.Directory.Agencies {
		if t, some := tallies[a.Code]; some {
			made.Agencies = append(made.Agencies, SurveyAgency{a.Code, a.ShortName, judged(t, errands[a.Code])})
		}
	}
	return made
}

func judged(t models.SurveyTally, served int) Judged {
	j := Judged{Respondents: t.Respondents, Served: served, Needed: survey.SampleSize(served)}
	if index, ok := survey.Index(t, survey.Ninth); ok {
		j.IKM, j.Grade = &index, string(survey.GradeOf(index))
	}
	return j
}

// visitsOf counts the visits of a kind.
func (r Report) visitsOf(kind models.VisitKind) int {
	for _, k := range r.Kinds {
		if k.Of == string(kind) {
			return k.N
		}
	}
	return 0
}

func (w wording) survey(s Survey) Section {
	section := w.section("survey", w.column(OfItem, "item"), w.column(OfFigure, "answers"), w.column(OfFigure, "nrr"))
	none := Cell{Kind: CellNone}
	row := func(says string, answers, mean Cell) {
		section.Rows = append(section.Rows, []Cell{say(says), answers, mean})
	}
	for _, e := range s.Elements {
		mean := none
		if e.Answers > 0 {
			mean = hundredth(e.Mean)
		}
		row(w.speak.T("survey.element."+string(e.Element)), count(e.Answers), mean)
	}
	row(w.t("survey.ikm"), count(s.Respondents), w.index(s.Judged))
	row(w.t("survey.grade."+orNone(s.Grade)), none, none)
	row(w.t("survey.needed"), count(s.Needed), none)
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

func (w wording) surveyAgencies(s Survey) Section {
	section := w.section("survey_agencies", w.column(OfAgency, "agency"), w.column(OfFigure, "respondents"),
		w.column(OfFigure, "needed"), w.column(OfFigure, "served_all"), w.column(OfFigure, "ikm"), w.column(OfFigure, "grade"))
	for _, a := range s.Agencies {
		grade := Cell{Kind: CellNone}
		if a.Grade != "" {
			grade = say(a.Grade)
		}
		section.Rows = append(section.Rows, []Cell{say(a.Name), count(a.Respondents), count(a.Needed), count(a.Served), w.index(a.Judged), grade})
	}
	return section
}
