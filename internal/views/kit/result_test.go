package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
)

var longName = Result{
	Index: "1",
	Name:  []Span{{"Surat keterangan tanda lapor ke", false}, {"hil", true}, {"angan", false}},
	Line:  "Polres · Loket 111", Number: "111", Floor: "Lantai 1",
	Status: Status{Shape: ShapeDisc, Colour: ColorOpen, Word: "Buka"},
}

func shownRow(t *testing.T, r Result) *ResultRow {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(LookLight, 1))
	row := NewResultRow(nil)
	row.SetResult(r)
	return row
}

func TestLongNameWrapsToAFourthLine(t *testing.T) {
	row := shownRow(t, longName)
	wide, narrow := row.HeightFor(600), row.HeightFor(330)
	assert.InDelta(t, 84, wide, 4)
	assert.InDelta(t, float64(wide+row.name.lineHeight()), float64(narrow), 0.1)
}

func TestNameNeverTakesMoreThanTwoLines(t *testing.T) {
	row := shownRow(t, longName)
	row.Resize(fyne.NewSize(250, row.HeightFor(250)))
	assert.Equal(t, spanLines, row.name.lineCount(row.room(250)))
	assert.Contains(t, row.name.runs[len(row.name.runs)-1].text, "…")
}

func TestMatchedLettersAreRunsOfTheirOwn(t *testing.T) {
	row := shownRow(t, longName)
	row.Resize(fyne.NewSize(600, 90))
	runs := row.name.runs
	assert.Len(t, runs, 3)
	assert.Equal(t, "hil", runs[1].text)
	assert.True(t, runs[1].match)
	assert.Equal(t, light[ColorAccent], row.name.words[1].Color)
	assert.Equal(t, light[ColorInk], row.name.words[0].Color)
}

func TestRowIsReusedWithoutNewObjects(t *testing.T) {
	row := shownRow(t, longName)
	row.Resize(fyne.NewSize(600, 90))
	before := len(row.name.words)
	for range 5 {
		row.SetResult(Result{Name: PlainName("SKCK baru"), Line: "Polres"})
		row.SetResult(longName)
	}
	assert.Len(t, row.name.words, before)
	assert.Equal(t, "Surat keterangan tanda lapor kehilangan", NameOf(row.Result().Name))
}

func TestNothingIsAllocatedPerFrame(t *testing.T) {
	row := shownRow(t, longName)
	row.Resize(fyne.NewSize(600, 90))
	r := row.name.shown
	assert.Zero(t, testing.AllocsPerRun(10, func() { _ = r.Objects() }))
	assert.Zero(t, testing.AllocsPerRun(10, func() { _ = row.HeightFor(600) }))
}

func TestSelectionShowsGroundAndBar(t *testing.T) {
	row := shownRow(t, longName)
	row.Resize(fyne.NewSize(600, 90))
	assert.False(t, row.ground.Visible())
	row.SetSelected(true)
	assert.True(t, row.ground.Visible())
	assert.True(t, row.bar.Visible())
}

func TestRowAnswersTheMouse(t *testing.T) {
	row := shownRow(t, longName)
	taken := false
	row.OnTapped = func() { taken = true }
	test.Tap(row)
	assert.True(t, taken)
}

// The toolkit drops the renderer of what is not seen for a minute.
func TestANameIsWholeInARendererMadeLater(t *testing.T) {
	row := shownRow(t, longName)
	row.Resize(fyne.NewSize(600, 90))
	again := row.name.CreateRenderer().Objects()
	for _, w := range row.name.words {
		assert.Contains(t, again, fyne.CanvasObject(w.Text))
	}
}
