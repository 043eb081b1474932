package report

import (
	"testing"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

func TestASurveyStandsBesideWhomTheMallServed(t *testing.T) {
	made := busy()
	s := made.Survey
	if s.Served != 2 || s.Needed != 2 || s.Respondents != 5 || s.IKM == nil {
		t.Fatalf("the mall: %+v", s.Judged)
	}
	duk := s.Agencies[0]
	if len(s.Agencies) != 1 || duk.Name != "Disdukcapil" || duk.Respondents != 2 || *duk.IKM != 87.5 || duk.Grade != "B" || duk.Served != made.Agencies[0].Errands {
		t.Errorf("%+v", s.Agencies)
	}
	if len(s.Services) != 1 || s.Services[0].Code != "DUK-02" || *s.Services[0].IKM != 100 || s.Services[0].Served != 2 {
		t.Errorf("%+v", s.Services)
	}
	if nrr := duk.Means[models.SurveyTime]; len(duk.Means) != 9 || nrr != 3.5 {
		t.Errorf("%+v", duk.Means)
	}
	if cost := s.Elements[3]; cost.Element != models.SurveyCost || cost.Answers != 5 || cost.Mean != 3.8 {
		t.Errorf("%+v", cost)
	}
}

func TestAReportWithoutAnswersHasNoSurvey(t *testing.T) {
	made := busy()
	if made.Survey = made.surveyed(sample(), nil, nil); made.Survey != nil {
		t.Errorf("%+v", made.Survey)
	}
	speak := text.MustLoad(text.Indonesian)
	for _, s := range made.Sections(speak) {
		if s.Title == speak.T("report.survey") {
			t.Error("there is a section of nothing")
		}
	}
}

func TestASensitiveServiceIsNotNamedInTheSurvey(t *testing.T) {
	service, _ := sensitive(t)
	made := busy()
	s := made.surveyed(sample(), map[string]models.SurveyTally{"DUK": everyElement(4)}, map[string]models.SurveyTally{service.Code: everyElement(4)})
	if len(s.Services) != 0 {
		t.Errorf("%+v", s.Services)
	}
}

func TestAnIndexIsWrittenWithTwoDecimals(t *testing.T) {
	w := wording{text.MustLoad(text.Indonesian)}
	if got := w.written(hundredth(88.3)); got != "88,30" {
		t.Errorf("got %s", got)
	}
	none := Judged{Respondents: 3}
	if w.index(none).Kind != CellNone {
		t.Error("an index of nothing")
	}
}
