package survey

import (
	"math"
	"testing"

	"frontdesk/internal/models"
)

// of gives every element the answers.
func of(answers ...int) models.SurveyTally {
	var t models.SurveyTally
	for _, answer := range answers {
		a := models.SurveyAnswers{}
		for _, e := range models.SurveyElements {
			a[e] = answer
		}
		t.Add(a)
	}
	return t
}

// means is a tally with 10,000 answers per element that average to mean.
func means(mean float64) models.SurveyTally {
	t := models.SurveyTally{Respondents: 10000, Count: map[models.SurveyElement]int{}, Sum: map[models.SurveyElement]int{}}
	for _, e := range models.SurveyElements {
		t.Count[e], t.Sum[e] = 10000, int(math.Round(mean*10000))
	}
	return t
}

func TestTheIndexGoesFrom25To100(t *testing.T) {
	for _, c := range []struct {
		tally models.SurveyTally
		want  float64
	}{
		{of(1), 25}, {of(4), 100}, {of(2, 3), 62.5}, {of(3, 3, 4), 83.33}, {of(4, 4, 3), 91.67},
	} {
		if got, ok := Index(c.tally, Ninth); !ok || got != c.want {
			t.Errorf("got %v, want %v", got, c.want)
		}
	}
}

func TestTheRoundedWeightCapsTheIndexAt99(t *testing.T) {
	if got, _ := Index(of(4), Rounded); got != 99 {
		t.Errorf("got %v", got)
	}
	exact, _ := Index(means(3.6593), Ninth)
	rounded, _ := Index(means(3.6593), Rounded)
	if exact != 91.48 || rounded != 90.57 {
		t.Errorf("got %v and %v", exact, rounded)
	}
}

func TestTheGradeIsTakenAfterRounding(t *testing.T) {
	for _, c := range []struct {
		mean  float64
		index float64
		grade Grade
	}{
		{3.5320, 88.30, GradeB}, {3.5321, 88.30, GradeB}, {3.5322, 88.31, GradeA}, {3.5324, 88.31, GradeA},
		{3.0640, 76.60, GradeC}, {3.0642, 76.61, GradeB}, {3.0644, 76.61, GradeB},
		{2.5996, 64.99, GradeD}, {2.5998, 65.00, GradeC}, {2.6000, 65.00, GradeC}, {1, 25, GradeD}, {4, 100, GradeA},
	} {
		index, ok := Index(means(c.mean), Ninth)
		if !ok || index != c.index || GradeOf(index) != c.grade {
			t.Errorf("mean %v: %v %s, want %v %s", c.mean, index, GradeOf(index), c.index, c.grade)
		}
	}
}

func TestAnUnansweredElementIsDividedByItsOwnAnswers(t *testing.T) {
	tally := of(4)
	tally.Add(models.SurveyAnswers{models.SurveyRequirements: 2})
	if got := tally.Mean(models.SurveyRequirements); got != 3 {
		t.Errorf("requirements: %v", got)
	}
	if got := tally.Mean(models.SurveyCost); got != 4 {
		t.Errorf("cost: %v", got)
	}
	if got, ok := Index(tally, Ninth); !ok || got != 97.22 {
		t.Errorf("index %v %v", got, ok)
	}
}

func TestAnElementThatNobodyAnsweredGivesNoIndex(t *testing.T) {
	var tally models.SurveyTally
	if _, ok := Index(tally, Ninth); ok {
		t.Error("an index of nothing")
	}
	tally.Add(models.SurveyAnswers{models.SurveyRequirements: 4})
	if _, ok := Index(tally, Ninth); ok {
		t.Error("an index of one element")
	}
}

func TestAnswersOutOfBoundsAreRefused(t *testing.T) {
	for _, c := range []struct {
		answers models.SurveyAnswers
		valid   bool
	}{
		{models.SurveyAnswers{models.SurveyCost: 1}, true}, {models.SurveyAnswers{models.SurveyCost: 4, models.SurveyTime: 2}, true},
		{nil, false}, {models.SurveyAnswers{models.SurveyCost: 0}, false}, {models.SurveyAnswers{models.SurveyCost: 5}, false}, {models.SurveyAnswers{"u9": 3}, false}, {models.SurveyAnswers{models.SurveyCost: 3, "u9": 3}, false},
	} {
		if c.answers.Valid() != c.valid {
			t.Errorf("%v: %v", c.answers, c.answers.Valid())
		}
	}
}

func TestTheSampleSizeIsThatOfTheTable(t *testing.T) {
	for population, want := range map[int]int{0: 0, 1: 1, 10: 10, 100: 80, 300: 169, 1500: 306, 20000: 377, 1000000: 384} {
		if got := SampleSize(population); got != want {
			t.Errorf("%d: %d, want %d", population, got, want)
		}
	}
}
