package views

import (
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
	"frontdesk/internal/views/survey"
)

func TestTheTabletHasNothingOfTheDesk(t *testing.T) {
	h := openWindow(t, func(_ *stagetest.Desk, o *Options) { o.Screen, o.Survey = stage.ScreenSurvey, noSurvey{} })
	require.False(t, h.p.frame.header.Visible())
	require.False(t, h.p.frame.status.Visible())
	h.Press("F1", "F2", "F6", "Ctrl+D", "Ctrl+S")
	require.Equal(t, stage.ScreenSurvey, h.p.current)
	require.Nil(t, h.p.board)
	h.Press("Ctrl+L")
	require.Equal(t, "Bahasa Indonesia", text.MustLoad(text.English).T("survey_page.language"))
	require.Equal(t, text.English, h.p.speak.Language())
}

func TestASurveyAboutAnAgencyThatIsNotThereIsRefused(t *testing.T) {
	for _, screen := range []string{stage.ScreenSurvey, stage.ScreenGuide} {
		err := checkSurvey(Options{Screen: screen, Agency: "XXX", Desk: stagetest.NewDesk(t)})
		require.Equal(t, models.KindUsage, models.KindOf(err))
	}
}

// noSurvey is a survey that nobody answers.
type noSurvey struct{ surveyPort }

type surveyPort = survey.Port
