package views

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// actionBar paints what the keys do now: hints at the left, the two buttons
// at the right, or the question why a visitor goes home.
type actionBar struct {
	r       *reception
	speak   *text.Speaker
	panel   *kit.Panel
	usual   *fyne.Container
	why     *fyne.Container
	hints   *fyne.Container
	hinted  []hint
	without *kit.Button
	main    *kit.Button
	reasons []*kit.Button
}

// hint is a key and the text key of what it does now.
type hint struct{ keys, says string }

func newActionBar(r *reception, speak *text.Speaker) *actionBar {
	b := &actionBar{r: r, speak: speak, hints: kit.Row(18)}
	b.without = kit.NewButton(kit.ButtonOutlined, speak.T("action.no_data"), "F9", r.noIdentity)
	b.main = kit.NewButton(kit.ButtonFilled, "", "Enter", r.enter)
	b.usual = container.New(actionsLayout{}, b.hints, kit.Row(18, b.without, b.main))
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
	return container.NewBorder(nil, nil,
		kit.NewPanel("", kit.Inset{Right: 14}, 0, kit.Row(0, kit.SemiBold(b.speak.T("away.ask"), kit.ColorInk, kit.TextButton))),
		kit.Row(12, kit.NewKeyHint(b.speak.T("action.back"), b.r.back, "Esc")),
		kit.Row(6, buttons...))
}

// refresh paints what the keys do in this state.
func (b *actionBar) refresh() {
	asking := b.r.spot == spotTurnAway
	setVisible(b.usual, !asking)
	setVisible(b.why, asking)
	if asking {
		b.refreshReasons()
		return
	}
	b.refreshHints()
	says, ready := mainAction(b.r)
	setLabel(b.main, b.speak.Say(says))
	setEnabled(b.main, ready)
	setLabel(b.without, b.speak.T(withoutData(b.r)))
	setVisible(b.without, b.r.offersNoData())
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
	if equalHints(hinted, b.hinted) {
		return
	}
	b.hinted = hinted
	b.hints.Objects = nil
	for _, h := range hinted {
		b.hints.Objects = append(b.hints.Objects, kit.NewKeyHint(b.speak.T(h.says), nil, h.keys))
	}
	b.hints.Refresh()
	b.usual.Refresh()
}

func equalHints(a, b []hint) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// hintsOf names the keys worth knowing at the present spot.
func hintsOf(r *reception) []hint {
	switch r.lit() {
	case paneTickets:
		return []hint{{"↑ ↓", "action.move"}, {"Esc", "action.back"}}
	case panePapers:
		return []hint{{"Esc", "action.back"}, {"+", "action.all_papers"}, {"−", "action.no_papers"}}
	case paneVisitor:
		return []hint{{"Esc", "action.back"}, {"Ctrl Enter", "action.more"}}
	}
	switch {
	case r.tickets.change != nil:
		return []hint{{"Esc", "action.cancel_change"}}
	case r.purpose.grouped() && r.purpose.selected == nothing:
		return []hint{{"↓", "action.first_row"}, {"Esc", "action.clear"}}
	case r.nowhere():
		return []hint{{"F8", "action.ask"}, {"Esc", "action.clear"}}
	case len(r.wanted()) > 0:
		return []hint{{"Ctrl Enter", "action.take_more"}, {"Esc", "action.clear"}}
	case r.purpose.query != "":
		return []hint{{"F8", "action.ask"}, {"Esc", "action.clear"}}
	}
	return []hint{{"Ctrl G", "action.guest"}, {"F8", "action.ask"}, {"F7", "action.turn_away"}}
}

// mainAction is what Enter does now, and whether it does anything.
func mainAction(r *reception) (models.Phrase, bool) {
	switch r.spot {
	case spotSearch:
		return searchAction(r)
	case spotPapers, spotPurpose:
		return models.Say("action.visitor"), true
	case spotVisitor:
		return models.Say("action.next"), true
	case spotName:
		return models.Say("action.next"), true
	case spotPeople:
		return models.Say("action.person"), true
	case spotTickets:
		return models.Say("action.show_way"), len(r.tickets.list) > 0
	case spotReason:
		return models.Say("action.void"), true
	}
	return issueAction(r)
}

func searchAction(r *reception) (models.Phrase, bool) {
	chosen, ok := r.purpose.current()
	switch {
	case r.tickets.change != nil:
		return models.Say("action.change"), ok && chosen.offer != nil
	case ok && chosen.place != nil:
		return models.Say("action.count_question"), true
	case r.nowhere():
		return models.Say("action.turn_away"), true
	case len(r.wanted()) == 0:
		return models.Say("action.issue"), false
	case len(r.chosen()) == 0:
		return models.Say("action.visitor"), true
	}
	return models.Say("action.take"), true
}

// issueAction is the end of the form.
func issueAction(r *reception) (models.Phrase, bool) {
	now, _ := issuable(r.wanted())
	switch {
	case r.guest:
		return models.Say("action.record_guest"), true
	case r.nowhere():
		return models.Say("action.turn_away"), true
	case len(now) == 0:
		return models.Say("action.issue"), false
	case countNumbers(r) == 0:
		return models.Say("action.record_visit"), true
	case countNumbers(r) > 1:
		return models.Say("action.issue_several", countNumbers(r)), true
	}
	return models.Say("action.issue"), true
}

// countNumbers is how many numbers the wanted services give now.
func countNumbers(r *reception) int {
	now, _ := issuable(r.wanted())
	n := 0
	for _, o := range now {
		if o.Service.IssuesTicket() {
			n++
		}
	}
	return n
}

// offersNoData tells whether F9 would record something.
func (r *reception) offersNoData() bool {
	now, _ := issuable(r.wanted())
	return (len(now) > 0 || r.guest) && r.tickets.closed()
}

func withoutData(r *reception) string {
	if r.guest || countNumbers(r) == 0 {
		return "action.record_no_data"
	}
	return "action.no_data"
}

// actionsLayout sets the hints at the left and the buttons at the right; what
// has no room between is not shown.
type actionsLayout struct{}

// Layout places both.
func (actionsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	hints, buttons := objects[0].(*fyne.Container), objects[1]
	own := buttons.MinSize()
	set(buttons, size.Width-own.Width, (size.Height-own.Height)/2, own.Width, own.Height)
	room := size.Width - own.Width - units(18)
	for _, hint := range hints.Objects {
		hint.Show()
	}
	for last := len(hints.Objects) - 1; last >= 0 && hints.MinSize().Width > room; last-- {
		hints.Objects[last].Hide()
	}
	set(hints, 0, 0, room, size.Height)
}

// MinSize is that of the buttons.
func (actionsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

func setLabel(b *kit.Button, label string) {
	if b.Label() != label {
		b.SetLabel(label)
	}
}

func setEnabled(b *kit.Button, enabled bool) {
	switch {
	case enabled && b.Disabled():
		b.Enable()
	case !enabled && !b.Disabled():
		b.Disable()
	}
}
