package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// editorScreen is the directory under F10: at the left the kinds of entries,
// then the entries of one kind, at the right the chosen one as a form, the
// plan, or the changes to apply.
type editorScreen struct {
	state *editorState
	stage stage
	speak *text.Speaker

	content *fyne.Container
	holder  *focusHolder
	list    *editorEntries
	pane    *editorPane
}

var _ screen = (*editorScreen)(nil)

func newEditorScreen(editor Editor, s stage) *editorScreen {
	screen := &editorScreen{state: newEditorState(editor, s), stage: s}
	screen.state.changed = screen.refresh
	return screen
}

// build makes the widgets in a language; the draft and what was typed stay.
func (s *editorScreen) build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.state.place = deskName(speak, s.state.desk.Self())
	s.holder = newFocusHolder(s.stage.press)
	s.list = newEditorEntries(s.state, speak, s.stage.press)
	s.pane = newEditorPane(s.state, speak, s.stage.press)
	s.content = &fyne.Container{Layout: editorLayout{s.state}, Objects: []fyne.CanvasObject{s.list.kinds, s.list.content, s.pane.content, s.holder}}
	s.paint()
	return s.content
}

// drop forgets the widgets.
func (s *editorScreen) drop() { *s = editorScreen{state: s.state, stage: s.stage} }

// arrive puts the focus, and reads the directory in use while nothing of it
// was changed here.
func (s *editorScreen) arrive() {
	s.stage.focus(s.target())
	s.state.begin()
}

// minute changes nothing.
func (s *editorScreen) minute() {}

// refresh paints the state and moves the focus.
func (s *editorScreen) refresh() {
	if s.content == nil || !s.content.Visible() {
		return
	}
	s.paint()
	s.stage.focus(s.target())
}

// target is where the next key goes.
func (s *editorScreen) target() fyne.Focusable {
	switch {
	case s.state.spot == editorSearch:
		return s.list.search.Input
	case s.state.spot == editorFile:
		return s.pane.file.Input
	case s.state.spot == editorForm && s.state.field < len(s.pane.fields):
		return s.pane.fields[s.state.field].field.Input
	}
	return s.holder
}

func (s *editorScreen) paint() {
	if s.state.draft == nil {
		s.pane.paintNote()
		return
	}
	layAnew(s.content)
	s.list.paint()
	s.pane.paint()
}

// editorLayout sets the kinds, the entries and the pane side by side.
type editorLayout struct{ state *editorState }

// Layout gives the pane four tenths and a bit of the width, and a plan more.
func (l editorLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	kinds := min(units(180), size.Width*0.17)
	share := float32(0.42)
	if l.state.chosenKind() == models.EditPlaces {
		share = 0.52
	}
	pane := min(max(size.Width*share, units(380)), units(620))
	set(objects[0], 0, 0, kinds, size.Height)
	set(objects[1], kinds, 0, size.Width-kinds-pane, size.Height)
	set(objects[2], size.Width-pane, 0, pane, size.Height)
	set(objects[3], 0, 0, 0, 0)
}

// MinSize leaves the size to the window.
func (editorLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(600), units(300))
}
