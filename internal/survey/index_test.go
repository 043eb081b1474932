package survey

import (
	"math"
	"testing"
)

// of gives every element the answers.
func of(answers ...int) Tally {
	var t Tally
	for _, answer := range answers {
		a := Answers{}
		for _, e := range Elements {
			a[e] = answer
		}
		t.Add(a)
	}
	return t
}

// means is a tally with 10,000 answers per element that average to mean.
func means(mean float64) Tally {
	t := Tally{Respondents: 10000, Count: map[Element]int{}, Sum: map[Element]int{}}
	for _, e := range Elements {
		t.Count[e], t.Sum[e] = 10000, int(math.Round(mean*10000))
	}
	return t
}

func TestTheIndexGoesFrom25To100(t *testing.T) {
	for _, c := range []struct {
		tally Tally
		want  float64
	}{
		{of(1), 25}, {of(4), 100}, {of(2, 3), 62.5}, {of(3, 3, 4), 83.33}, {of(4, 4, 3), 91.67},
	} {
		if got, ok := c.tally.Index(Ninth); !ok || got != c.want {
			t.Errorf("got %v, want %v", got, c.want)
		}
	}
}

func TestTheRoundedWeightCapsTheIndexAt99(t *testing.T) {
	if got, _ := of(4).Index(Rounded); got != 99 {
		t.Errorf("got %v", got)
	}
	exact, _ := means(3.6593).Index(Ninth)
	rounded, _ := means(3.6593).Index(Rounded)
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
		index, ok := means(c.mean).Index(Ninth)
		if !ok || index != c.index || GradeOf(index) != c.grade {
			t.Errorf("mean %v: %v %s, want %v %s", c.mean, index, GradeOf(index), c.index, c.grade)
		}
	}
}

func TestAnUnansweredElementIsDividedByItsOwnAnswers(t *testing.T) {
	tally := of(4)
	tally.Add(Answers{Requirements: 2})
	if got := tally.Mean(Requirements); got != 3 {
		t.Errorf("requirements: %v", got)
	}
	if got := tally.Mean(Cost); got != 4 {
		t.Errorf("cost: %v", got)
	}
	if got, ok := tally.Index(Ninth); !ok || got != 97.22 {
		t.Errorf("index %v %v", got, ok)
	}
}

func TestAnElementThatNobodyAnsweredGivesNoIndex(t *testing.T) {
	var tally Tally
	if _, ok := tally.Index(Ninth); ok {
		t.Error("an index of nothing")
	}
	tally.Add(Answers{Requirements: 4})
	if _, ok := tally.Index(Ninth); ok {
		t.Error("an index of one element")
	}
}

func TestAnswersOutOfBoundsAreRefused(t *testing.T) {
	for _, c := range []struct {
		answers Answers
		valid   bool
	}{
		{Answers{Cost: 1}, true}, {Answers{Cost: 4, Time: 2}, true},
		{nil, false}, {Answers{Cost: 0}, false}, {Answers{Cost: 5}, false}, {Answers{"u9": 3}, false}, {Answers{Cost: 3, "u9": 3}, false},
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
