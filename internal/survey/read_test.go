package survey

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"frontdesk/internal/models"
)

func TestAnswersTypedInFromPaperAreRead(t *testing.T) {
	sheets, err := Read(strings.NewReader("\ufeffCost, time,agency,date,suggestion\n4,3,DUK,2026-11-20,\"lebih, cepat\"\n,1,,,\n2,,,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(sheets) != 3 {
		t.Fatalf("%d sheets", len(sheets))
	}
	first := sheets[0]
	if first.Answers[models.SurveyCost] != 4 || first.Answers[models.SurveyTime] != 3 || first.Agency != "DUK" ||
		first.BusinessDate != "2026-11-20" || first.Suggestion != "lebih, cepat" || first.Source != models.SurveyFile {
		t.Errorf("got %+v", first)
	}
	if second := sheets[1]; len(second.Answers) != 1 || second.Agency != "" {
		t.Errorf("got %+v", second)
	}
}

// The same file gives the same ids, another one others: so a file that is
// brought in twice is recognised, and equal sheets of two files are not.
func TestSheetsOfAFileAreKnownAgain(t *testing.T) {
	ids := func(file string) (list []string) {
		sheets, err := Read(strings.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sheets {
			list = append(list, s.ID)
		}
		return list
	}
	once, again, other := ids("cost\n4\n4\n"), ids("cost\n4\n4\n"), ids("cost\n4\n")
	if !slices.Equal(once, again) || once[0] == once[1] || other[0] == once[0] {
		t.Errorf("%v, %v, %v", once, again, other)
	}
}

func TestASheetIsTypedAsNineDigits(t *testing.T) {
	answers, err := ParseDigits(" 443 0-.1 2 4")
	if err != nil {
		t.Fatal(err)
	}
	want := models.SurveyAnswers{models.SurveyRequirements: 4, models.SurveyProcedure: 4, models.SurveyTime: 3,
		models.SurveyBehaviour: 1, models.SurveyComplaints: 2, models.SurveyFacilities: 4}
	if !maps.Equal(answers, want) {
		t.Errorf("got %v", answers)
	}
	for typed, key := range map[string]string{"": "survey.digits", "44334443": "survey.digits", "4433444344": "survey.digits",
		"443344435": "survey.digits", "44334443x": "survey.digits", "000000000": "survey.nothing"} {
		if _, err := ParseDigits(typed); models.KindOf(err) != models.KindUsage || models.SaysOf(err).Key != key {
			t.Errorf("%q: %v", typed, err)
		}
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
		sheets, err := Read(strings.NewReader(file))
		if err != nil {
			return
		}
		for _, s := range sheets {
			if !s.Answers.Valid() {
				t.Errorf("%v", s.Answers)
			}
		}
	})
}
