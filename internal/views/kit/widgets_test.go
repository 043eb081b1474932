package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"frontdesk/internal/models"
)

func useTheme(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(LookLight, 1))
}

func TestButtonWorksByEnterAndSpace(t *testing.T) {
	useTheme(t)
	times := 0
	b := NewButton(ButtonFilled, "Terbitkan", "Enter", func() { times++ })
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyA} {
		b.TypedKey(&fyne.KeyEvent{Name: key})
	}
	assert.Equal(t, 3, times)
	b.Disable()
	test.Tap(b)
	assert.Equal(t, 3, times, "a disabled button does nothing")
}

func TestCheckRowTurnsOverBySpaceAndHandsOnTheRest(t *testing.T) {
	useTheme(t)
	row := NewCheckRow("Fotokopi KK", "")
	var told []bool
	row.OnChanged = func(on bool) { told = append(told, on) }
	var handed fyne.KeyName
	row.OnKey = func(p KeyPress) bool {
		handed = p.Name
		return true
	}
	row.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	row.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	test.Tap(row)
	assert.Equal(t, []bool{true, false}, told)
	assert.Equal(t, fyne.KeyDown, handed)
}

func TestParagraphIsAsHighAsItsLines(t *testing.T) {
	useTheme(t)
	line := Text("Ketik apa yang dikatakan pengunjung", ColorInk, TextBody)
	wrapped := Text("Ketik apa yang dikatakan pengunjung", ColorInk, TextBody).Wrapped()
	assert.Equal(t, line.MinSize().Height, wrapped.HeightFor(1000))
	assert.Equal(t, 2*line.MinSize().Height, wrapped.HeightFor(line.MinSize().Width*0.7))
}

func TestCutTextEndsInAnEllipsis(t *testing.T) {
	useTheme(t)
	l := Text("Konsultasi dan pendaftaran", ColorInk, TextBody).Cut()
	l.Resize(fyne.NewSize(100, 20))
	assert.Contains(t, l.lines[0].Text.Text, "…")
	assert.LessOrEqual(t, l.lines[0].MinSize().Width, float32(100))
}

func TestColumnGivesWrappedTextItsHeightAtOnce(t *testing.T) {
	useTheme(t)
	first := Text("satu dua tiga empat lima enam tujuh", ColorInk, TextBody).Wrapped()
	second := Text("di bawahnya", ColorInk, TextBody)
	c := Column(10, first, second)
	c.Resize(fyne.NewSize(90, 300))
	assert.Equal(t, first.HeightFor(90)+10, second.Position().Y)
}

func TestSegmentedChoosesByFingerAndArrow(t *testing.T) {
	useTheme(t)
	var chosen []int
	s := NewSegmented(func(i int) { chosen = append(chosen, i) }, "Lantai 1", "Lantai 2", "Lantai 3")
	s.Resize(s.MinSize())
	test.TapAt(s, fyne.NewPos(s.Size().Width-5, 10))
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	assert.Equal(t, []int{2, 1}, chosen)
}

func TestBannerKeepsTheNumberLargeInANarrowWindow(t *testing.T) {
	useTheme(t)
	b := NewBanner()
	b.Set(Ticket{Number: "1A-014", Arrow: IconLeft, Place: "Loket 101 · Lantai 1", Way: "ke kiri", Ahead: "14 nomor diterbitkan hari ini"})
	b.Resize(fyne.NewSize(1194, 148))
	assert.Equal(t, float32(86), b.number.TextSize)
	b.Resize(fyne.NewSize(960, 148))
	assert.GreaterOrEqual(t, b.number.TextSize, float32(72))
	assert.LessOrEqual(t, b.place.Position().X+b.place.MinSize().Width, b.ahead.Position().X)
}

func TestEveryStateHasALook(t *testing.T) {
	states := []models.State{models.StateOpen, models.StateLate, models.StateBreak, models.StateNotYet, models.StateClosed, models.StateAbsent, models.StateOutage,
		models.StateHoliday, models.StateQuotaGone, models.StateLastTicketPassed, models.StateUnknown}
	for _, s := range states {
		assert.NotEqual(t, ShapeNone, StatusOf(s, "", "").Shape, "%s", s)
	}
}

func TestFloorPlanLeavesOutWhatIsOutside(t *testing.T) {
	useTheme(t)
	plan := NewFloorPlan()
	plan.SetFloor(&models.Floor{Width: 48, Depth: 28, Places: []models.Place{
		{Kind: models.PlaceCounter, Counter: "POL-2", X: 10, Y: 0, W: 3, H: 3},
		{Kind: models.PlaceParking, Outside: true, X: 14, Y: 28, W: 8, H: 2},
	}}, map[string]int{"POL-2": 110})
	assert.Len(t, plan.places, 1)
	assert.Equal(t, "110", plan.places[0].name)
}

func TestASmallFloorPlanStillNumbersItsCounters(t *testing.T) {
	useTheme(t)
	for width, want := range map[float32]string{700: "110", 380: "110", 270: "10"} {
		plan := NewFloorPlan()
		plan.SetFloor(&models.Floor{Width: 48, Depth: 28, Places: []models.Place{
			{Kind: models.PlaceCounter, Counter: "POL-2", X: 10.35, Y: 0, W: 2.68, H: 3},
		}}, map[string]int{"POL-2": 110})
		plan.Resize(fyne.NewSize(width, plan.HeightFor(width)))
		assert.Equal(t, want, plan.places[0].label.Text.Text, "%v wide", width)
	}
}

func TestFloorPlanIsToScaleAndAnswersTheFinger(t *testing.T) {
	useTheme(t)
	plan := NewFloorPlan()
	plan.SetFloor(&models.Floor{Width: 48, Depth: 28, Places: []models.Place{
		{Kind: models.PlaceWaiting, Name: "Ruang tunggu", X: 16, Y: 9, W: 16, H: 6},
	}}, nil)
	plan.Resize(fyne.NewSize(488, 288))
	place := plan.places[0]
	assert.Equal(t, fyne.NewPos(164, 94), place.frame.at)
	assert.Equal(t, fyne.NewSize(160, 60), place.frame.size)

	var tapped *models.Place
	plan.OnTapped = func(p *models.Place) { tapped = p }
	test.TapAt(plan, fyne.NewPos(200, 100))
	assert.NotNil(t, tapped)
}

func TestWayEndsInAnArrowheadAtItsTip(t *testing.T) {
	useTheme(t)
	plan := NewFloorPlan()
	plan.SetFloor(&models.Floor{Width: 48, Depth: 28}, nil)
	plan.SetWay([]models.Point{{X: 24, Y: 23}, {X: 12, Y: 23}, {X: 12, Y: 4}})
	plan.Resize(fyne.NewSize(488, 288))
	assert.Len(t, plan.way.over, 2)
	assert.InDelta(t, 44, plan.way.rim.Position().Y, 0.5)
	plan.SetWay(nil)
	assert.True(t, plan.way.empty())
}

func TestThemeChangeRepaintsWidgets(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(NewTheme(LookLight, 1))
	label := Text("Buka", ColorInk, TextBody)
	w := test.NewTempWindow(t, label)
	w.Resize(fyne.NewSize(100, 40))
	app.Settings().SetTheme(NewTheme(LookDark, 1.5))
	label.Refresh()
	assert.Equal(t, dark[ColorInk], label.lines[0].Color)
	assert.Equal(t, float32(21), label.lines[0].TextSize)
}

func TestBannerHasRoomForTheLongNumberOfADeskThatWorksAlone(t *testing.T) {
	useTheme(t)
	for _, number := range []string{"1A-3001", "1A-110001"} {
		b := NewBanner()
		b.Set(Ticket{Number: number, Arrow: IconLeft, Place: "Counter 101 · Floor 1", Way: "to the left, first counter",
			Ahead: "Nobody ahead · 0–40 minutes", Called: "called at about 04.50–05.30"})
		b.Resize(fyne.NewSize(960, 148))
		assert.LessOrEqual(t, b.place.Position().X+b.place.MinSize().Width, b.ahead.Position().X, number)
	}
}
