package guide

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Screen is F2, "Cari layanan": the floor guide looks up what a visitor asks
// and shows where to go. It stands in the frame beside F1 or alone in a
// window, is worked by keys or fingers, and shows nobody's data.
type Screen struct {
	stage stage.Stage
	state *guideState

	content *fyne.Container
	speak   *text.Speaker
	built   *models.Catalogue // the building that the widgets show
	search  *kit.SearchField
	filling bool   // the program, not the person, changes the field
	lost    string // the longest words of this look-up that found nothing
	rows    *guideRows
	places  *guidePlaces
	page    *guideDetail
	touch   *guideTouch // nil: no tablet
}

var _ stage.Screen = (*Screen)(nil)

// New makes F2; on a tablet with letters to touch.
func New(s stage.Stage) *Screen {
	return &Screen{stage: s, state: newGuideState(s.Desk)}
}

// Build makes the widgets in a language; what was looked up stays.
func (g *Screen) Build(speak *text.Speaker) fyne.CanvasObject {
	g.speak = speak
	g.content = container.NewStack()
	g.furnish()
	return g.content
}

// Drop forgets the widgets.
func (g *Screen) Drop() { *g = Screen{stage: g.stage, state: g.state, lost: g.lost} }

// furnish makes the widgets for the building in use.
func (g *Screen) furnish() {
	g.built = g.state.desk.Catalogue()
	g.search = kit.NewSearchField(g.speak.T("guide.search"))
	if !g.stage.Touch {
		g.search.WithClear()
	}
	g.search.SetText(g.state.query)
	g.search.Input.OnChanged = g.typed
	g.rows = newGuideRows(g.pick)
	g.places = newGuidePlaces(g.speak, placesOf(g.state.floors()), g.choosePlace)
	g.page = newGuideDetail(g.speak, g.state.floors(), g.lookAt)
	g.page.plan.roomy = g.stage.Touch
	left, panes := g.leftPane()
	g.paint()
	g.places.changed = func() {
		left.Refresh()
		g.stage.Focus(g.search.Input)
	}
	g.lendKeys()
	quiet := kit.NewPanel(kit.ColorRaised, kit.Inset{}, kit.EdgeRight, left)
	g.content.Objects = []fyne.CanvasObject{container.New(panes, quiet, g.page.content)}
	g.content.Refresh()
}

// leftPane holds what one looks up with, and the layout of it and the page.
func (g *Screen) leftPane() (left *fyne.Container, panes fyne.Layout) {
	if !g.stage.Touch {
		return container.New(guideLeftLayout{g.places}, g.search, g.rows.scroll.Outer, g.places.content), guidePanes{}
	}
	g.touch = newGuideTouch(g.speak, g.letter, g.beginAnew)
	return container.New(touchLeft{g}, g.search, g.touch.clear, g.touch.letters, g.rows.scroll.Outer, g.places.content), touchPanes{g}
}

// lendKeys lets what Tab leads to hand on the keys of the screen.
func (g *Screen) lendKeys() {
	g.search.Input.OnKey = g.stage.Press
	g.page.plan.choice.OnKey = g.stage.Press
	g.places.more.OnKey = g.stage.Press
	for _, button := range g.places.buttons {
		button.OnKey = g.stage.Press
	}
}

// Arrive puts the focus where the next word is typed, and reads the day.
func (g *Screen) Arrive() {
	g.comeHome()
	g.load()
}

// Minute reads the day again: numbers were issued, agencies opened or closed.
func (g *Screen) Minute() { g.load() }

// load reads what was given out today, once for all rows.
func (g *Screen) load() {
	at := g.state.desk.Now()
	var today desk.Today
	var err error
	g.stage.Dispatch.Run(func() {
		today, err = g.state.desk.Today(context.Background(), at)
	}, func() {
		if g.state.fault = err != nil; g.state.fault {
			g.stage.Log.Error("guide", "error", err.Error())
			today = g.state.today
		}
		if !g.state.fault {
			g.state.gone, g.state.readAt = false, at
		}
		g.state.renew(today)
		if g.content == nil {
			return
		}
		if g.built == g.state.desk.Catalogue() {
			g.paint()
			return
		}
		focused := g.search.Input.Focused()
		g.furnish() // another directory was imported
		if focused {
			g.stage.Focus(g.search.Input)
		}
	})
}

// typed looks up the words of the field.
func (g *Screen) typed(words string) {
	if g.filling {
		return
	}
	g.state.search(words)
	g.noteLost()
	g.fill()
	g.makeRoom(true)
	g.paint()
}

// fill makes the field say what the state holds.
func (g *Screen) fill() {
	if g.search.Text() == g.state.query {
		return
	}
	g.filling = true
	g.search.SetText(g.state.query)
	g.filling = false
}

// pick shows row i, as Enter does.
func (g *Screen) pick(i int) {
	g.state.choose(i)
	g.makeRoom(false)
	g.done()
}

// take shows the selected row.
func (g *Screen) take() { g.pick(g.state.selected) }

// done ends a look-up.
func (g *Screen) done() {
	g.paint()
	g.comeHome()
}

// comeHome puts the focus into the field and marks its words, so that typing
// starts fresh ones.
func (g *Screen) comeHome() {
	g.stage.Focus(g.search.Input)
	g.search.Input.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (g *Screen) move(by int) {
	g.state.move(by)
	g.paint()
}

func (g *Screen) choosePlace(i int) {
	g.state.choosePlace(placesOf(g.state.floors())[i])
	g.noteLost()
	g.fill()
	g.makeRoom(false)
	g.done()
}

// lookAt shows the i-th floor on the plan.
func (g *Screen) lookAt(i int) {
	g.state.lookAt(i)
	g.paint()
	g.stage.Focus(g.search.Input)
}

// turn goes a floor up or down on the plan.
func (g *Screen) turn(by int) { g.lookAt(g.state.floorShown() + by) }

// clear forgets what was looked up.
func (g *Screen) clear() bool {
	had := g.state.clear()
	g.noteLost()
	g.fill()
	g.makeRoom(true)
	g.paint()
	return had
}

// paint shows the state.
func (g *Screen) paint() {
	words := guideWords{speak: g.speak, now: g.state.desk.Now()}
	g.rows.paint(g.state, words)
	g.places.paint(g.state.place)
	g.page.paint(g.state, words)
}
