package guide

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// Sizes of a tablet, lying and upright.
var (
	lying   = fyne.NewSize(1280, 800)
	upright = fyne.NewSize(800, 1280)
)

// tabletFrame is the height of what stands above and below a tablet's screen.
const tabletFrame = 130

// openGuideTablet opens the guide's tablet.
func openGuideTablet(t *testing.T, size fyne.Size, language text.Language) *guideHand {
	t.Helper()
	size.Height -= tabletFrame
	return guideOf(stagetest.Open(t, stagetest.Scene{Language: language, Size: size, Scale: TouchScale, Touch: true, Name: stage.ScreenGuide,
		Keys: Keys(), Make: makeGuide}))
}

// tap lets a finger touch a letter.
func (b *guideHand) tap(letters string) {
	b.T.Helper()
	for _, letter := range letters {
		for _, key := range b.guide.touch.keys {
			if key.Label() == string(letter) {
				test.Tap(key)
			}
		}
	}
	b.Work.Drain()
}

func TestEveryTargetOfATabletIsAFingerWide(t *testing.T) {
	const finger float32 = 44
	for _, language := range stage.Languages {
		for _, size := range []fyne.Size{lying, upright} {
			b := openGuideTablet(t, size, language)
			look := func(when string) {
				targets := 0
				stagetest.EachShown(b.Window.Content(), func(o fyne.CanvasObject) {
					if _, tappable := o.(fyne.Tappable); !tappable || o.Size().IsZero() {
						return
					}
					targets++
					own := o.Size()
					if choice, ok := o.(*kit.Segmented); ok {
						own.Width = choice.NarrowestChoice()
					}
					if own.Width < finger || own.Height < finger {
						t.Errorf("%s %v, %s: a %T of %v", language, size, when, o, own)
					}
				})
				require.Greater(t, targets, 5, when)
			}
			look("nothing typed")
			test.Tap(b.guide.places.more)
			look("all places")
			test.Tap(b.guide.places.more)
			b.tap("SIM")
			look("several agencies")
			test.Tap(b.guide.rows.rows[0])
			look("a row chosen")
			b.guide.beginAnew()
			b.tap("LIFT")
			look("a place")
		}
	}
}

// textSizes gathers the smallest size of every text that is shown within o.
func smallestWords(o fyne.CanvasObject) float32 {
	smallest := float32(1000)
	stagetest.EachShown(o, func(o fyne.CanvasObject) {
		if words, ok := o.(*canvas.Text); ok && words.Text != "" {
			smallest = min(smallest, words.TextSize)
		}
	})
	return smallest
}

func TestResultsAndWayAreReadAtArmsLength(t *testing.T) {
	for _, size := range []fyne.Size{lying, upright} {
		b := openGuideTablet(t, size, text.Indonesian)
		b.tap("PASPOR")
		test.Tap(b.guide.rows.rows[0])
		theme := fyne.CurrentApp().Settings().Theme()
		require.GreaterOrEqual(t, theme.Size(kit.TextResult), float32(23), "16 minutes of arc at 60 cm")
		require.NotNil(t, b.guide.page.sign)
		require.GreaterOrEqual(t, smallestWords(b.guide.page.sign), float32(29), "the way")
		require.GreaterOrEqual(t, smallestWords(b.Window.Content()), float32(15), "whatever else there is")
	}
}

func TestAFewLettersAreEnough(t *testing.T) {
	for _, size := range []fyne.Size{lying, upright} {
		b := openGuideTablet(t, size, text.Indonesian)
		b.tap("KTX")
		b.tap("←P")
		require.Equal(t, "ktp", b.guide.search.Text())
		require.NotEmpty(t, b.guide.state.rows)
		require.True(t, b.guide.touch.letters.Visible())
		test.Tap(b.guide.rows.rows[0])
		require.False(t, b.guide.touch.letters.Visible(), "a chosen row has their room")
		require.NotEmpty(t, b.title())
		test.Tap(b.guide.touch.clear)
		require.Empty(t, b.guide.search.Text())
		require.True(t, b.guide.touch.letters.Visible())
		require.True(t, b.guide.places.content.Visible())
	}
}

func TestEachLetterFindsSomethingOrSaysSo(t *testing.T) {
	b := openGuideTablet(t, lying, text.Indonesian)
	found := 0
	for _, letter := range touchLetters {
		b.guide.beginAnew()
		b.tap(string(letter))
		if len(b.guide.state.rows) > 0 {
			found++
		}
	}
	require.Greater(t, found, 15, "letters that begin a service, a place or an event")
}

func TestATabletWithoutItsServerKeepsWhatItKnowsAndSaysSo(t *testing.T) {
	for _, language := range stage.Languages {
		b := openGuideTablet(t, lying, language)
		b.tap("PASPOR")
		rows := len(b.guide.state.rows)
		b.Desk.Unread = errors.New("gone")
		b.guide.Away(true)
		require.Len(t, b.guide.state.rows, rows)
		speak := text.MustLoad(language)
		require.Contains(t, b.said(), speak.T("guide.gone", stagetest.Monday))
		b.Desk.Unread = nil
		b.guide.Away(false)
		b.Work.Drain()
		require.NotContains(t, b.said(), speak.T("guide.gone", stagetest.Monday))
	}
}

func TestATabletHoldsOneLookUpInBothPositions(t *testing.T) {
	b := openGuideTablet(t, lying, text.Indonesian)
	b.tap("PASPOR")
	test.Tap(b.guide.rows.rows[0])
	title := b.title()
	b.Window.Resize(fyne.NewSize(upright.Width, upright.Height-tabletFrame))
	require.Equal(t, title, b.title())
	left, page := b.guide.rows.scroll.Outer, b.guide.page.content
	require.Greater(t, page.Position().Y, float32(0), "the page is below")
	require.InDelta(t, 0, page.Position().X, 1)
	require.Greater(t, left.Size().Height, float32(80))
	require.Greater(t, page.Size().Height, float32(500))
}
