package survey

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/survey"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// fakeSurvey keeps what it was asked to store.
type fakeSurvey struct {
	sheets []models.SurveySheet
	undone []string
	result desk.SurveyResult
	reads  int
	err    error
}

func (f *fakeSurvey) AddSurvey(_ context.Context, sheets ...models.SurveySheet) (ids []string, err error) {
	if f.err != nil {
		return nil, f.err
	}
	for _, s := range sheets {
		f.sheets = append(f.sheets, s)
		ids = append(ids, fmt.Sprint("sheet ", len(f.sheets)))
	}
	return ids, nil
}

func (f *fakeSurvey) UndoSurvey(_ context.Context, id string) error {
	if f.err == nil {
		f.undone = append(f.undone, id)
	}
	return f.err
}

func (f *fakeSurvey) Survey(context.Context, string, string) (desk.SurveyResult, error) {
	f.reads++
	return f.result, f.err
}

// tablet works the visitors' survey.
type tablet struct {
	*stagetest.Alone
	fake *fakeSurvey
}

func openTablet(t *testing.T, agency string) *tablet {
	t.Helper()
	fake := &fakeSurvey{}
	return &tablet{stagetest.Open(t, stagetest.Scene{Name: stage.ScreenSurvey, Keys: Keys(),
		Make: func(s stage.Stage) stage.Screen { return New(fake, s, agency, func() {}) }}), fake}
}

func (h *tablet) screen() *Screen { return h.Alone.Screen.(*Screen) }

func (h *tablet) survey() *surveyState { return h.screen().state }

// waits lets time pass, a second at a time.
func (h *tablet) waits(d time.Duration) {
	for end := h.Desk.Clock.Add(d); h.Desk.Clock.Before(end); {
		h.Desk.Clock = h.Desk.Clock.Add(time.Second)
		if second := h.survey().ticking; second != nil {
			h.survey().second()
		}
		h.Work.Drain()
	}
}

func digitsOf(t *testing.T, digits string) models.SurveyAnswers {
	t.Helper()
	answers, err := survey.ParseDigits(digits)
	require.NoError(t, err)
	return answers
}

func TestAVisitorAnswersNineQuestionsByKeys(t *testing.T) {
	h := openTablet(t, "")
	h.Press("Right", "Right", "Enter") // the mall as a whole, then the first agency
	h.Press("Right", "Right", "Enter") // its second service
	first := h.Desk.Catalogue().Directory.Agencies[0].Code
	require.Equal(t, first, h.survey().agency)
	h.Press("4", "4", "3", "0", "Right", "2", "1", "4")
	require.Empty(t, h.fake.sheets, "nothing is stored before the last question")
	h.Press("3")
	require.Equal(t, surveyThanks, h.survey().step)
	require.Equal(t, []models.SurveySheet{{Agency: first, Service: h.Desk.Catalogue().Directory.Agencies[0].Services[1].Code, Source: models.SurveyScreen, Answers: digitsOf(t, "443002143")}}, h.fake.sheets)
	h.Press("Enter")
	require.Equal(t, surveyStart, h.survey().step)
}

func TestAFingerGoesBackAndChangesAnAnswer(t *testing.T) {
	h := openTablet(t, "DUK")
	h.screen().choices[0].Tapped(nil)
	tap := func(do func()) {
		h.Desk.Clock = h.Desk.Clock.Add(time.Second)
		do()
		h.Work.Drain()
	}
	tap(func() { h.screen().which.choices[len(h.survey().services)].Tapped(nil) })
	tap(func() { h.screen().cards[0].Tapped(nil) })
	tap(func() { h.screen().back.Tapped(nil) })
	require.True(t, h.screen().cards[0].Chosen(), "the answer given is shown")
	tap(func() { h.screen().cards[3].Tapped(nil) })
	for range 8 {
		tap(func() { h.screen().skip.Tapped(nil) })
	}
	require.Equal(t, digitsOf(t, "400000000"), h.fake.sheets[0].Answers)
	require.Equal(t, "DUK", h.fake.sheets[0].Agency)
	require.Empty(t, h.fake.sheets[0].Service, "another, or not known")
}

func TestAFingerThatTouchesTwiceAnswersOnce(t *testing.T) {
	h := openTablet(t, "DUK")
	h.Press("Enter", "Right", "Enter")
	h.Desk.Clock = h.Desk.Clock.Add(time.Second)
	h.screen().cards[3].Tapped(nil)
	h.Desk.Clock = h.Desk.Clock.Add(100 * time.Millisecond)
	h.screen().cards[3].Tapped(nil)
	require.Equal(t, 1, h.survey().question)
}

func TestNoSensitiveServiceIsShownToBystanders(t *testing.T) {
	h := openTablet(t, "")
	for i, code := range h.survey().choices {
		h.survey().begin(i)
		for _, of := range h.survey().services {
			require.False(t, of.Sensitive)
		}
		if agency := h.Desk.Catalogue().Agency(code); agency == nil || len(agency.Services) == 1 {
			require.Equal(t, surveyQuestion, h.survey().step, "there is nothing to choose")
		}
		h.survey().reset()
	}
}

func TestAChoiceOfServicesThatIsAbandonedIsGone(t *testing.T) {
	h := openTablet(t, "DUK")
	h.Press("Enter", "Right")
	require.Equal(t, surveyService, h.survey().step)
	h.waits(31 * time.Second)
	require.Equal(t, surveyStart, h.survey().step)
	require.Nil(t, h.survey().ticking)
}

func TestAnAbandonedSheetIsGoneAfterHalfAMinute(t *testing.T) {
	h := openTablet(t, "")
	h.Press("Right", "Enter", "4", "4")
	h.waits(19 * time.Second)
	require.Empty(t, h.screen().leaving.Text())
	h.waits(2 * time.Second)
	require.Contains(t, h.screen().leaving.Text(), "9 detik", "it is told before")
	h.Press("3")
	h.waits(29 * time.Second)
	require.Equal(t, surveyQuestion, h.survey().step, "a touch begins the half minute anew")
	h.waits(2 * time.Second)
	require.Equal(t, surveyStart, h.survey().step)
	require.Nil(t, h.survey().ticking, "the first page needs no clock")
	require.Empty(t, h.fake.sheets)
	h.Press("Right", "Enter", "0", "0", "0", "0", "0", "0", "0", "0", "1")
	require.Equal(t, digitsOf(t, "000000001"), h.fake.sheets[0].Answers, "nothing of the one before is left")
	h.waits(9 * time.Second)
	require.Equal(t, surveyStart, h.survey().step, "the thanks go by themselves")
}

func TestASheetWithoutAnswersIsNotStored(t *testing.T) {
	h := openTablet(t, "DUK")
	h.Press("Enter", "Right", "Enter", "0", "0", "0", "0", "0", "0", "0", "0", "0")
	require.Equal(t, surveyThanks, h.survey().step)
	require.Empty(t, h.fake.sheets)
}

func TestWhatCouldNotBeStoredIsStoredByTryingAgain(t *testing.T) {
	h := openTablet(t, "DUK")
	h.fake.err = errors.New("disk: secret detail")
	h.Press("Enter", "Right", "Enter", "4", "4", "4", "4", "4", "4", "4", "4", "4")
	require.True(t, h.screen().note.Visible())
	require.Equal(t, surveyQuestion, h.survey().step)
	h.fake.err = nil
	h.Press("Enter")
	require.Equal(t, surveyThanks, h.survey().step)
	require.Len(t, h.fake.sheets, 1)
}

func TestWhatAFingerTouchesIsLargeEnough(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 800, Height: 1280}, {Width: 1024, Height: 600}} {
		h := openTablet(t, "")
		h.Window.Resize(size)
		for _, choice := range h.screen().choices {
			require.GreaterOrEqual(t, choice.Size().Height, float32(44), "%v", size)
			require.LessOrEqual(t, choice.MinSize().Width, choice.Size().Width+40, "%v: %s", size, choice.Label())
		}
		h.Press("Right", "Right", "Enter")
		for _, choice := range h.screen().which.choices {
			require.GreaterOrEqual(t, choice.Size().Height, float32(44), "%v", size)
			require.LessOrEqual(t, choice.MinSize().Width, choice.Size().Width+40, "%v: %s", size, choice.Label())
		}
		h.Press("Right", "Enter")
		page := h.screen().asking.Size()
		for _, card := range h.screen().cards {
			require.GreaterOrEqual(t, card.Size().Height, float32(150), "%v", size)
			require.LessOrEqual(t, card.Position().X+card.Size().Width, page.Width+1)
		}
		require.GreaterOrEqual(t, h.screen().skip.Size().Height, float32(44))
		require.LessOrEqual(t, h.screen().skip.Position().Y+h.screen().skip.Size().Height, page.Height+1)
	}
}

func TestTheSurveyHasWordsForEveryAnswerInBothLanguages(t *testing.T) {
	for _, language := range stage.Languages {
		speak := text.MustLoad(language)
		for _, e := range models.SurveyElements {
			require.True(t, speak.Has("survey.element."+string(e)))
			require.True(t, speak.Has("survey_page.ask."+string(e)))
			words := map[string]bool{}
			for answer := models.SurveyLowest; answer <= models.SurveyHighest; answer++ {
				words[surveyAnswerWord(speak, e, answer)] = true
			}
			require.Len(t, words, 4, "%s in %s", e, language)
		}
	}
}
