package reception

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// actionBar paints what the keys do now: hints at the left, the two buttons
// at the right, or the question why a visitor goes home.
type actionBar struct {
	r       *State
	speak   *text.Speaker
	press   func(kit.KeyPress) bool
	panel   *kit.Panel
	usual   *fyne.Container
	why     *fyne.Container
	hints   *fyne.Container
	hinted  []stage.Hint
	without *kit.Button
	main    *kit.Button
	reasons []*kit.Button
}

func newActionBar(r *State, speak *text.Speaker, press func(kit.KeyPress) bool) *actionBar {
	b := &actionBar{r: r, speak: speak, press: press, hints: kit.Row(18)}
	b.without = kit.NewButton(kit.ButtonOutlined, speak.T("action.no_data"), "F9", r.noIdentity)
	b.main = kit.NewButton(kit.ButtonFilled, "", "Enter", r.enter)
	b.usual = container.New(stage.ActionsLayout{}, b.hints, kit.Row(18, b.without, b.main))
	b.why = b.question()
	b.panel = kit.NewPanel(kit.ColorSurface, kit.Sides(8, 18), kit.EdgeTop, container.NewStack(barHeight(), b.usual, b.why))
	return b
}

// barHeight keeps the bar as high as its largest buttons.
func barHeight() fyne.CanvasObject {
	spacer := canvas.NewRectangle(color.Transparent)
	spacer.SetMinSize(fyne.NewSize(0, theme.Size(kit.HeightButton)))
	return spacer
}

// question asks why a visitor goes home, with a key for each reason.
func (b *actionBar) question() *fyne.Container {
	var buttons []fyne.CanvasObject
	for i, why := range models.TurnedAwayReasons {
		button := kit.NewButton(kit.ButtonOutlined, b.speak.T("away."+string(why)), strconv.Itoa(i+1), func() { b.r.turnAwayFor(i + 1) }).Compact()
		b.reasons = append(b.reasons, button)
		buttons = append(buttons, button)
	}
	return kit.Border(nil, nil,
		kit.NewPanel("", kit.Inset{Right: 18}, 0, kit.Row(0, kit.SemiBold(b.speak.T("away.ask"), kit.ColorInk, kit.TextButton))),
		kit.NewPanel("", kit.Inset{Left: 4}, 0, kit.Row(0, kit.NewKeyHint(b.speak.T("action.back"), b.r.back, "Esc"))),
		kit.Row(6, buttons...))
}

// refresh paints what the keys do in this state.
func (b *actionBar) refresh() {
	asking := b.r.spot == spotTurnAway
	stage.SetVisible(b.usual, !asking)
	stage.SetVisible(b.why, asking)
	if asking {
		b.refreshReasons()
		return
	}
	b.refreshHints()
	says, ready := mainAction(b.r)
	stage.SetLabel(b.main, b.speak.Say(says))
	stage.SetEnabled(b.main, ready)
	stage.SetLabel(b.without, b.speak.T(withoutData(b.r)))
	stage.SetVisible(b.without, b.r.offersNoData())
	stage.LayAnew(b.usual) // other words are wider
}

// refreshReasons fills the button that Enter stands for.
func (b *actionBar) refreshReasons() {
	likely := b.r.likelyReason()
	for i, why := range models.TurnedAwayReasons {
		kind := kit.ButtonOutlined
		if why == likely {
			kind = kit.ButtonFilled
		}
		b.reasons[i].SetKind(kind)
	}
}

func (b *actionBar) refreshHints() {
	hinted := hintsOf(b.r)
	if slices.Equal(hinted, b.hinted) {
		return
	}
	b.hinted = hinted
	b.hints.Objects = nil
	for _, h := range hinted {
		press := func() { b.press(stage.ParseKey(h.Key)) }
		b.hints.Objects = append(b.hints.Objects, kit.NewKeyHint(b.speak.T(h.Says), press, stage.SpokenKeys(b.speak, h.Key)))
	}
	b.hints.Refresh()
}
