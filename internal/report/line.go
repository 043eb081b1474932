package report

import (
	"cmp"
	"slices"

	"frontdesk/internal/models"
)

// AgencyLine is an agency with its services, most errands first.
type AgencyLine struct {
	Code     string        `json:"code"`
	Name     string        `json:"name"`
	Line                   // of all its services
	Services []ServiceLine `json:"services"`
}

// ServiceLine is a service. Those that are sensitive stand together, without
// code and name, and so does what was not said.
type ServiceLine struct {
	Code      string `json:"code"`
	Name      string `json:"name"`
	Sensitive bool   `json:"sensitive"`
	Line
}

// Line is what an agency or a service did.
type Line struct {
	Errands    int    `json:"errands"`
	Called     int    `json:"called"`
	Served     int    `json:"served"`
	NoShows    int    `json:"no_shows"`
	Incomplete int    `json:"incomplete_papers"`
	TurnedAway int    `json:"turned_away"`
	Questions  int    `json:"questions"`
	Waiting    Spread `json:"waiting"`
	Serving    Spread `json:"serving"`
}

// lineBuilder gathers a line, or that of an agency, or all.
type lineBuilder struct {
	Line
	waiting, serving histogram
}

func (l *lineBuilder) add(f models.Figure) {
	switch f.Measure {
	case models.MeasureErrands:
		l.Errands += f.N
	case models.MeasureCalled:
		l.Called += f.N
	case models.MeasureServed:
		l.Served += f.N
	case models.MeasureNoShows:
		l.NoShows += f.N
	case models.MeasureTurnedAway:
		l.TurnedAway += f.N
	case models.MeasureQuestions:
		l.Questions += f.N
	case models.MeasurePapers:
		if f.Label == string(models.PapersIncomplete) {
			l.Incomplete += f.N
		}
	case models.MeasureWaiting:
		l.waiting.add(f.Bucket, f.N)
	case models.MeasureServing:
		l.serving.add(f.Bucket, f.N)
	}
}

func (l *lineBuilder) line() Line {
	l.Waiting, l.Serving = l.waiting.spread(), l.serving.spread()
	return l.Line
}

func (b *builder) agencies() []AgencyLine {
	services := map[string][]ServiceLine{}
	for at, l := range b.places {
		if at.service != "" {
			services[at.agency] = append(services[at.agency], b.serviceLine(at.service, l.line()))
		}
	}
	list := []AgencyLine{}
	for at, l := range b.places {
		if at.service != "" {
			continue
		}
		own := services[at.agency]
		slices.SortFunc(own, func(x, y ServiceLine) int {
			return cmp.Or(cmp.Compare(y.Errands, x.Errands), cmp.Compare(x.Name, y.Name), cmp.Compare(x.Code, y.Code))
		})
		list = append(list, AgencyLine{at.agency, b.agencyName(at.agency), l.line(), own})
	}
	slices.SortFunc(list, func(x, y AgencyLine) int {
		return cmp.Or(cmp.Compare(y.Errands, x.Errands), cmp.Compare(x.Name, y.Name), cmp.Compare(x.Code, y.Code))
	})
	return list
}

func (b *builder) serviceLine(code string, l Line) ServiceLine {
	switch code {
	case hidden:
		return ServiceLine{Sensitive: true, Line: l}
	case unsaid:
		return ServiceLine{Line: l}
	}
	return ServiceLine{Code: code, Name: b.serviceName(code), Line: l}
}
