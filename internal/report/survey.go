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

	Weakest models.SurveyElement `json:"weakest,omitempty"` // none while all are alike
}

// SurveyElement is one of the nine.
type SurveyElement struct {
	Element models.SurveyElement `json:"element"`
	Answers int                  `json:"answers"`
	Mean    float64              `json:"nrr"`   // 1–4, two decimals; 0 without answers
	Index   float64              `json:"index"` // the mean by 25, two decimals
}

// SurveyAgency is an agency that was judged.
type SurveyAgency struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Judged
}

// NewSurvey puts answers beside whom the mall and its agencies served. The
// count of "" is of the visits of the mall and of what was answered about it as
// a whole.
func NewSurvey(c *models.Catalogue, counts map[string]models.SurveyCount) *Survey {
	all := models.SurveyCount{Served: counts[""].Served}
	for _, count := range counts {
		all.Tally.Join(count.Tally)
	}
	made := &Survey{Judged: judged(all), Agencies: []SurveyAgency{}}
	for _, e := range models.SurveyElements {
		made.Elements = append(made.Elements, SurveyElement{e, all.Tally.Count[e], math.Round(all.Tally.Mean(e)*100) / 100,
			math.Round(all.Tally.Mean(e)*2500) / 100})
	}
	for _, a := range c.Directory.Agencies {
		if count := counts[a.Code]; count.Tally.Respondents > 0 {
			made.Agencies = append(made.Agencies, SurveyAgency{a.Code, a.ShortName, judged(count)})
		}
	}
	return made
}

// surveyed is the survey of a report's days; nil when nobody answered.
func (r Report) surveyed(c *models.Catalogue, tallies map[string]models.SurveyTally) *Survey {
	if len(tallies) == 0 {
		return nil
	}
	counts := map[string]models.SurveyCount{"": {Served: r.visitsOf(models.VisitService)}}
	for _, a := range r.Agencies {
		counts[a.Code] = models.SurveyCount{Served: a.Errands}
	}
	for agency, tally := range tallies {
		counts[agency] = models.SurveyCount{Tally: tally, Served: counts[agency].Served}
	}
	return NewSurvey(c, counts)
}

func judged(c models.SurveyCount) Judged {
	j := Judged{Respondents: c.Tally.Respondents, Served: c.Served, Needed: survey.SampleSize(c.Served), Weakest: weakest(c.Tally)}
	if index, ok := survey.Index(c.Tally, survey.Ninth); ok {
		j.IKM, j.Grade = &index, string(survey.GradeOf(index))
	}
	return j
}

// weakest is the element with the lowest mean; none while all are alike.
func weakest(t models.SurveyTally) (found models.SurveyElement) {
	lowest, highest := 0.0, 0.0
	for _, e := range models.SurveyElements {
		mean := t.Mean(e)
		if mean > 0 && (found == "" || mean < lowest) {
			found, lowest = e, mean
		}
		highest = max(highest, mean)
	}
	if lowest == highest {
		return ""
	}
	return found
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
