package models

import "slices"

// SurveyElement is one of the nine things a visitor judges in the satisfaction
// survey (SKM, PermenPANRB 14/2017). It is stored by key, since offices number
// the last two differently (domain.md §2.4).
type SurveyElement string

const (
	SurveyRequirements SurveyElement = "requirements"
	SurveyProcedure    SurveyElement = "procedure"
	SurveyTime         SurveyElement = "time"
	SurveyCost         SurveyElement = "cost"
	SurveyProduct      SurveyElement = "product"
	SurveyCompetence   SurveyElement = "competence" // of the staff
	SurveyBehaviour    SurveyElement = "behaviour"  // of the staff
	SurveyComplaints   SurveyElement = "complaints"
	SurveyFacilities   SurveyElement = "facilities"
)

// SurveyElements lists the nine in the order of the questionnaire.
var SurveyElements = []SurveyElement{SurveyRequirements, SurveyProcedure, SurveyTime, SurveyCost, SurveyProduct,
	SurveyCompetence, SurveyBehaviour, SurveyComplaints, SurveyFacilities}

// SurveyLowest and SurveyHighest bound an answer: 1 not good … 4 very good.
const (
	SurveyLowest  = 1
	SurveyHighest = 4
)

// SurveyAnswers are one visitor's; an element without an answer is left out.
type SurveyAnswers map[SurveyElement]int

// Valid tells that there is an answer and that each is of a known element and
// in its bounds.
func (a SurveyAnswers) Valid() bool {
	for e, answer := range a {
		if !slices.Contains(SurveyElements, e) || answer < SurveyLowest || answer > SurveyHighest {
			return false
		}
	}
	return len(a) > 0
}

// SurveySource is how answers came into the program.
type SurveySource string

const (
	SurveyScreen SurveySource = "screen" // touched by the visitor
	SurveyPaper  SurveySource = "paper"  // typed in from a sheet
	SurveyFile   SurveySource = "file"   // a table of sheets
)

// SurveySheet is what one visitor answered. Nothing in it leads to a visit:
// no hour, no desk, no operator, and an id that tells no order.
type SurveySheet struct {
	ID           string
	MallID       string
	BusinessDate string // of the answers
	Agency       string // code; empty: the mall as a whole
	Service      string // code; may be empty
	Source       SurveySource
	Answers      SurveyAnswers
	Suggestion   string // without digits
}

// SurveyTally sums answers up, element by element. The zero value is empty.
type SurveyTally struct {
	Respondents int
	Count       map[SurveyElement]int // answers given
	Sum         map[SurveyElement]int
}

// Add counts one visitor's answers, which must be Valid.
func (t *SurveyTally) Add(a SurveyAnswers) {
	one := SurveyTally{Respondents: 1, Count: map[SurveyElement]int{}, Sum: a}
	for e := range a {
		one.Count[e] = 1
	}
	t.Join(one)
}

// Join adds what others answered.
func (t *SurveyTally) Join(others SurveyTally) {
	if t.Count == nil {
		t.Count, t.Sum = map[SurveyElement]int{}, map[SurveyElement]int{}
	}
	t.Respondents += others.Respondents
	for e, count := range others.Count {
		t.Count[e] += count
		t.Sum[e] += others.Sum[e]
	}
}

// Mean is the element's average answer (NRR, 1–4) over those who answered it;
// 0 when nobody did.
func (t SurveyTally) Mean(e SurveyElement) float64 {
	if t.Count[e] == 0 {
		return 0
	}
	return float64(t.Sum[e]) / float64(t.Count[e])
}

// SurveyQuery names the answers and the visits of a period.
type SurveyQuery struct {
	MallID   string
	From, To string // business dates, both included
}

// SurveyCount is what a period holds of one agency, or of the mall as a whole.
type SurveyCount struct {
	Tally  SurveyTally
	Served int // whom it stands for: valid tickets of an agency, visits of the mall
}
