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
	Services []SurveyService `json:"services"` // that answers name, in the same order; none that is sensitive
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
	Means map[models.SurveyElement]float64 `json:"nrr"` // by element, two decimals; none without answers
}

// SurveyService is a service that was judged.
type SurveyService struct {
	Agency string `json:"agency"` // name
	Code   string `json:"code"`
	Name   string `json:"name"`
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
			made.Agencies = append(made.Agencies, SurveyAgency{a.Code, a.ShortName, judged(count), meansOf(count.Tally)})
		}
	}
	return made
}

func meansOf(t models.SurveyTally) map[models.SurveyElement]float64 {
	means := map[models.SurveyElement]float64{}
	for _, e := range models.SurveyElements {
		if t.Count[e] > 0 {
			means[e] = math.Round(t.Mean(e)*100) / 100
		}
	}
	return means
}

// surveyed is the survey of a report's days; nil when nobody answered.
func (r Report) surveyed(c *models.Catalogue, tallies, services map[string]models.SurveyTally) *Survey {
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
	made := NewSurvey(c, counts)
	made.Services = r.surveyedServices(c, services)
	return made
}

// surveyedServices puts the answers that name a service beside whom it served.
func (r Report) surveyedServices(c *models.Catalogue, tallies map[string]models.SurveyTally) []SurveyService {
	served := map[string]int{}
	for _, a := range r.Agencies {
		for _, s := range a.Services {
			served[s.Code] = s.Errands
		}
	}
	list := []SurveyService{}
	for _, a := range c.Directory.Agencies {
		for _, s := range a.Services {
			if tally, some := tallies[s.Code]; some && !s.Sensitive {
				list = append(list, SurveyService{a.ShortName, s.Code, s.Name, judged(models.SurveyCount{Tally: tally, Served: served[s.Code]})})
			}
		}
	}
	return list
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
