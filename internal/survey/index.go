// Package survey computes the satisfaction index of public services (SKM and
// IKM, PermenPANRB 14/2017). Answers are anonymous.
package survey

import (
	"math"
	"strconv"

	"frontdesk/internal/models"
)

// Weight is what each of the nine elements counts.
type Weight float64

const (
	// Ninth is the exact weight.
	Ninth Weight = 1.0 / 9
	// Rounded is the weight that some offices print; it caps the index at 99.
	Rounded Weight = 0.11
)

// Index is the IKM: 25–100 by Ninth, two decimals. ok is false while an
// element has no answer at all: eight ninths are no index.
func Index(t models.SurveyTally, w Weight) (index float64, ok bool) {
	sum := 0.0
	for _, e := range models.SurveyElements {
		if t.Count[e] == 0 {
			return 0, false
		}
		sum += t.Mean(e)
	}
	return round(sum * float64(w) * 25), true
}

// round keeps two decimals the way a person rounds: the grade depends on the
// second one. The text of nine decimals takes binary noise off first.
func round(v float64) float64 {
	plain, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 9, 64), 64)
	return math.Round(plain*100) / 100
}

// Grade is the letter of an index.
type Grade string

// Grades, from the lower bound of each on (PermenPANRB 14/2017).
const (
	GradeA Grade = "A" // 88.31, sangat baik
	GradeB Grade = "B" // 76.61, baik
	GradeC Grade = "C" // 65.00, kurang baik
	GradeD Grade = "D" // below, tidak baik
)

// GradeOf grades an index of two decimals.
func GradeOf(index float64) Grade {
	switch {
	case index >= 88.31:
		return GradeA
	case index >= 76.61:
		return GradeB
	case index >= 65:
		return GradeC
	}
	return GradeD
}

// SampleSize is how many respondents stand for a population by Krejcie and
// Morgan (1970): chi² 3.841, share 0.5, error 0.05. Nobody needs nobody.
func SampleSize(population int) int {
	if population <= 0 {
		return 0
	}
	const chi, quarter, squaredError = 3.841, 0.25, 0.05 * 0.05
	n := float64(population)
	return int(math.Round(chi * n * quarter / (squaredError*(n-1) + chi*quarter)))
}
