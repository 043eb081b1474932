package guide

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
)

func TestGuideIsWorkedByKeysAlone(t *testing.T) {
	b := openGuide(t, guideScene{size: fyne.NewSize(1280, 800)})
	require.Equal(t, "Mau ke mana?", b.title())

	b.Types("sim c")
	require.Equal(t, "Perpanjangan SIM C", b.title(), "typing searches, the best row is shown")

	b.Press("Esc")
	require.Empty(t, b.guide.search.Text())
	require.Equal(t, "Mau ke mana?", b.title(), "Esc clears")

	b.Types("ktp")
	require.Greater(t, len(b.guide.state.rows), 2)
	second := b.guide.state.rows[1].Offer.Service.Name
	b.Press("Down")
	require.Equal(t, second, b.title(), "Down shows the next row")
	b.Press("Up", "Up")
	require.Equal(t, b.guide.state.rows[0].Offer.Service.Name, b.title(), "Up stops at the first row")
	b.Press("Alt+2")
	require.Equal(t, second, b.title(), "Alt+2 shows the second row")
	b.Press("Alt+9", "Enter")
	require.NotEmpty(t, b.title())

	b.Types("toilet")
	require.Equal(t, "toilet", b.guide.search.Text(), "after a look-up typing starts fresh words")
	require.Equal(t, "Toilet", b.title())
}

func TestGuideFloorsAreTurnedByKeys(t *testing.T) {
	b := openGuide(t, guideScene{})
	b.Types("npwp")
	shown := func() int { return b.guide.state.floors()[b.guide.state.floorShown()].Number }
	require.Equal(t, 2, shown(), "the floor of the counter comes first")
	b.Press("Ctrl+1")
	require.Equal(t, 1, shown())
	require.Equal(t, models.PlaceLift, b.guide.state.plan(0).kind, "on the visitor's floor the way goes to the lift")
	require.NotEmpty(t, b.guide.state.plan(0).line)
	b.Press("PgUp", "PgUp", "PgUp")
	require.Equal(t, 3, shown(), "it stops at the top")
	b.Press("PgDn")
	require.Equal(t, 2, shown())
	b.Press("Down")
	require.Zero(t, b.guide.state.floor, "another row shows its own floor")
}

func TestGuideIsWorkedByFingers(t *testing.T) {
	b := openGuide(t, guideScene{size: fyne.NewSize(1280, 800)})
	b.Types("ktp")
	test.Tap(b.guide.rows.rows[1])
	require.Equal(t, b.guide.state.rows[1].Offer.Service.Name, b.title())
	require.Equal(t, b.guide.search.Input, b.Canvas().Focused())

	test.Tap(b.guide.places.buttons[1])
	require.Empty(t, b.guide.search.Text(), "a place is no word of the search")
	require.Equal(t, "Musala", b.title())
	require.Contains(t, b.said(), "Naik lift ke lantai 2.")

	test.Tap(b.guide.places.more)
	for _, button := range b.guide.places.buttons {
		require.True(t, button.Visible())
		require.GreaterOrEqual(t, button.Size().Height, float32(44))
	}
	for _, row := range b.guide.rows.rows[:len(b.guide.state.rows)] {
		require.GreaterOrEqual(t, row.Size().Height, float32(44))
	}
}

func TestGuideNeverAsksTheStoreForARow(t *testing.T) {
	b := openGuide(t, guideScene{})
	asked := b.Desk.Reads
	b.Types("ktp hilang")
	b.Press("Down", "Enter")
	require.Equal(t, asked, b.Desk.Reads)
	b.guide.Minute()
	b.Work.Drain()
	require.Equal(t, asked+1, b.Desk.Reads, "the day is read each minute")
}

func TestGuideKeysAreNamedInBothLanguages(t *testing.T) {
	taken := map[string]bool{}
	for _, binding := range Keys() {
		for _, key := range binding.Keys {
			require.False(t, taken[key], "%s does two things", key)
			taken[key] = true
		}
		for _, speak := range guideSpeakers() {
			require.True(t, speak.Has(binding.Says), binding.Says)
		}
	}
}

func TestGuideKeepsWordsThatFoundNothing(t *testing.T) {
	b := openGuide(t, guideScene{})
	b.Types("zzzqqq 12345")
	require.Empty(t, b.Desk.MissedWords, "the look-up goes on")
	b.Press("Esc")
	require.Equal(t, []string{"zzzqqq"}, b.Desk.MissedWords, "without digits")
	b.finds("zzz")
	b.finds("ktp")
	require.Equal(t, []string{"zzzqqq", "zzz"}, b.Desk.MissedWords)
}
