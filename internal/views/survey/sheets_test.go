package survey

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/report"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// sheetsHand works the page on which sheets are typed in.
type sheetsHand struct {
	*stagetest.Alone
	fake *fakeSurvey
}

func openSheets(t *testing.T) *sheetsHand {
	t.Helper()
	fake := &fakeSurvey{}
	h := stagetest.Open(t, stagetest.Scene{Name: stage.ScreenSheets, Opens: "Ctrl+I", Keys: SheetsKeys(),
		Make: func(s stage.Stage) stage.Screen { return NewSheets(fake, s) }})
	h.Press("Ctrl+I")
	return &sheetsHand{h, fake}
}

func (h *sheetsHand) screen() *Sheets { return h.Alone.Screen.(*Sheets) }

func (h *sheetsHand) sheets() *sheetsState { return h.screen().state }

// digits presses the digits of a sheet.
func (h *sheetsHand) digits(row string) {
	for _, digit := range row {
		h.Press(string(digit))
	}
}

func TestASheetMayNameTheServiceItIsAbout(t *testing.T) {
	h := openSheets(t)
	duk := h.Desk.Catalogue().Agency("DUK")
	h.Press("D", "I", "S", "D", "U", "Space", "Space")
	require.Contains(t, h.Words(), duk.Services[1].Name)
	h.digits("444444444")
	h.Press("Enter")
	h.digits("333333333")
	h.Press("Enter", "Up")
	h.digits("222222222")
	h.Press("Enter")
	require.Equal(t, []string{duk.Services[1].Code, duk.Services[1].Code, ""},
		[]string{h.fake.sheets[0].Service, h.fake.sheets[1].Service, h.fake.sheets[2].Service}, "another agency, another service")
	for range len(h.screen().state.services()) + 1 {
		h.Press("Space")
	}
	require.Empty(t, h.screen().state.serviceCode(), "after the last one none is named")
}

func TestSheetsAreTypedInALineEach(t *testing.T) {
	h := openSheets(t)
	h.Press("D", "I", "S", "D", "U", "Left")
	h.digits("443344430")
	require.Equal(t, "0", h.screen().boxes[8].Digit())
	h.Press("Enter")
	h.digits("111122223")
	h.Press("Enter")
	require.Equal(t, []models.SurveySheet{
		{Agency: "DUK", BusinessDate: "2026-11-22", Source: models.SurveyPaper, Answers: digitsOf(t, "443344430")},
		{Agency: "DUK", BusinessDate: "2026-11-22", Source: models.SurveyPaper, Answers: digitsOf(t, "111122223")},
	}, h.fake.sheets)
	require.Empty(t, h.screen().boxes[0].Digit(), "the next sheet begins empty")
	h.Press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
	require.Equal(t, []string{"sheet 2", "sheet 1"}, h.fake.undone)
}

func TestASheetThatIsNotWholeIsNotStored(t *testing.T) {
	h := openSheets(t)
	h.digits("4433")
	h.Press("Backspace", "5", "9", "Enter")
	require.Empty(t, h.fake.sheets)
	require.True(t, h.screen().note.Visible())
	require.Equal(t, "443", h.sheets().digits)
	h.digits("4444444")
	require.Len(t, h.sheets().digits, 9, "a tenth digit is dropped")
	h.Press("Esc")
	require.Empty(t, h.sheets().digits)
	h.digits("000000000")
	h.Press("Enter")
	require.Empty(t, h.fake.sheets, "a sheet without an answer is none")
}

func TestWhatWasTypedStaysWhenItCannotBeStored(t *testing.T) {
	h := openSheets(t)
	h.digits("443344430")
	h.fake.err = errors.New("disk: secret detail")
	h.Press("Enter")
	require.Equal(t, "443344430", h.sheets().digits)
	require.Equal(t, kit.NoteStop, h.screen().note.Kind())
	h.fake.err = nil
	h.Press("Ctrl+L", "Enter")
	require.Len(t, h.fake.sheets, 1, "another language loses nothing")
}

func TestASheetIsNeverOfTomorrow(t *testing.T) {
	h := openSheets(t)
	h.Press("Left", "Right", "Right")
	h.digits("443344430")
	h.Press("Enter")
	require.Equal(t, "2026-11-23", h.fake.sheets[0].BusinessDate)
}

func TestThePageTellsIndexGradeAndTheNeededSample(t *testing.T) {
	catalogue := stagetest.NewDesk(t).Catalogue()
	var tally models.SurveyTally
	for range 10 {
		tally.Add(digitsOf(t, "444444443"))
	}
	result := desk.SurveyResult{From: "2026-01-01", To: "2026-11-23",
		Counts: map[string]models.SurveyCount{"": {Served: 1500}, "DUK": {Tally: tally, Served: 300}}}
	words, judged := surveyWords{text.MustLoad(text.Indonesian)}, report.NewSurvey(catalogue, result.Counts)
	var numbers []string
	for _, tile := range words.tiles(judged.Judged) {
		numbers = append(numbers, tile.Number)
	}
	require.Equal(t, []string{"97,22", "A", "10", "306"}, numbers)
	elements := words.elements(judged)
	require.Equal(t, "terlemah", elements[8].Of)
	require.Equal(t, [5]string{"", "", "10", "3,00", "75,00"}, elements[8].Cells)
	require.Equal(t, []kit.Figures{{Name: "Disdukcapil", Of: elements[8].Name, Cells: [5]string{"10", "169", "300", "97,22", "A"}}},
		words.agencies(judged))

	h := openSheets(t)
	require.True(t, h.screen().result.empty.Visible())
	h.fake.result = result
	h.Press("F1", "Ctrl+I")
	require.False(t, h.screen().result.empty.Visible())
	require.Equal(t, "97,22", h.screen().result.tiles[0].Stat().Number)
}

func TestAnElementNobodyAnsweredLeavesTheIndexOpen(t *testing.T) {
	var tally models.SurveyTally
	tally.Add(digitsOf(t, "444444440"))
	judged := report.NewSurvey(stagetest.NewDesk(t).Catalogue(), map[string]models.SurveyCount{"": {Tally: tally}})
	words := surveyWords{text.MustLoad(text.English)}
	tiles := words.tiles(judged.Judged)
	require.Equal(t, stage.NoFigure, tiles[0].Number)
	require.Equal(t, stage.NoFigure, tiles[1].Number)
	require.Equal(t, stage.NoFigure, words.elements(judged)[8].Cells[3])
	require.Empty(t, judged.Weakest, "all that were answered are alike")
}

func TestTheReportHasTheSurveyOfItsDays(t *testing.T) {
	var tally models.SurveyTally
	tally.Add(digitsOf(t, "444444443"))
	for language, title := range map[text.Language]string{text.Indonesian: "4 Survei", text.English: "4 Survey"} {
		speak := text.MustLoad(language)
		require.Equal(t, title, speak.T("reports.part.survey"))
		part := NewPart()
		test.NewTempApp(t).NewWindow("").SetContent(part.Build(speak))
		part.Paint(speak, report.Report{})
		require.True(t, part.empty.Visible())
		part.Paint(speak, report.Report{Survey: report.NewSurvey(stagetest.NewDesk(t).Catalogue(), map[string]models.SurveyCount{"DUK": {Tally: tally}})})
		require.False(t, part.empty.Visible())
		require.Equal(t, "Disdukcapil", part.agencies[0].Figures().Name)
	}
}
