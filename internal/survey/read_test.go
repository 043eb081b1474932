package survey

import (
	"strings"
	"testing"

	"frontdesk/internal/models"
)

func TestAnswersTypedInFromPaperAreTallied(t *testing.T) {
	tally, err := Read(strings.NewReader("Cost, time,requirements\n4,3,2\n,1,\n2,,4\n"))
	if err != nil {
		t.Fatal(err)
	}
	if tally.Respondents != 3 || tally.Mean(Cost) != 3 || tally.Mean(Time) != 2 || tally.Mean(Requirements) != 3 {
		t.Errorf("got %+v", tally)
	}
}

func TestWhatIsNoAnswerIsRefusedWithItsPlace(t *testing.T) {
	for file, want := range map[string]string{
		"":                        "survey.table",
		"cost\n\"4\n":             "survey.table",
		"cost,price\n4,4\n":       "survey.head",
		"cost,cost\n4,4\n":        "survey.head",
		"cost,time\n4,5\n":        "survey.answer",
		"cost,time\n4,baik\n":     "survey.answer",
		"cost,time\n4,4\n,\n":     "survey.no_answer",
		"cost,time\n4\n":          "survey.table",
		"cost\n=1+1\n":            "survey.answer",
		"cost,time\n4,4\n4,4,4\n": "survey.table",
	} {
		_, err := Read(strings.NewReader(file))
		if models.KindOf(err) != models.KindUsage || models.SaysOf(err).Key != want {
			t.Errorf("%q: %v, want %s", file, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("cost,time\n4,3\n")
	f.Add("requirements,procedure,time,cost,product,competence,behaviour,complaints,facilities\n4,4,4,4,4,4,4,4,4\n")
	f.Fuzz(func(t *testing.T, file string) {
		tally, err := Read(strings.NewReader(file))
		if err != nil {
			return
		}
		for _, e := range Elements {
			if mean := tally.Mean(e); mean != 0 && (mean < LowestAnswer || mean > HighestAnswer) {
				t.Errorf("%s: %v", e, mean)
			}
		}
	})
}
