package editor

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
)

// Screen is the directory under F10: at the left the kinds of entries,
// then the entries of one kind, at the right the chosen one as a form, the
// plan, or the changes to apply.
type Screen struct {
	state *editorState
	stage stage.Stage
	speak *text.Speaker

	content *fyne.Container
	holder  *stage.FocusHolder
	list    *editorEntries
	pane    *editorPane
}

var _ stage.Screen = (*Screen)(nil)

// New makes the section.
func New(editor Port, s stage.Stage) *Screen {
	screen := &Screen{state: newEditorState(editor, s), stage: s}
	screen.state.changed = screen.refresh
	return screen
}

// Build makes the widgets in a language; the draft and what was typed stay.
func (s *Screen) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.state.place = stage.DeskName(speak, s.state.desk.Self())
	s.holder = stage.NewFocusHolder(s.stage.Press)
	s.list = newEditorEntries(s.state, speak, s.stage.Press)
	s.pane = newEditorPane(s.state, speak, s.stage.Press)
	s.content = &fyne.Container{Layout: editorLayout{s.state}, Objects: []fyne.CanvasObject{s.list.kinds, s.list.content, s.pane.content, s.holder}}
	s.paint()
	return s.content
}

// Drop forgets the widgets.
func (s *Screen) Drop() { *s = Screen{state: s.state, stage: s.stage} }

// Arrive puts the focus, and reads the directory in use while nothing of it
// was changed here.
func (s *Screen) Arrive() {
	s.stage.Focus(s.target())
	s.state.begin()
}

// Minute changes nothing.
func (s *Screen) Minute() {}

// refresh paints the state and moves the focus.
func (s *Screen) refresh() {
	if s.content == nil || !s.content.Visible() {
		return
	}
	s.paint()
	s.stage.Focus(s.target())
}

// target is where the next key goes.
func (s *Screen) target() fyne.Focusable {
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

func (s *Screen) paint() {
	if s.state.draft == nil {
		s.pane.paintNote()
		return
	}
	stage.LayAnew(s.content)
	s.list.paint()
	s.pane.paint()
}

// editorLayout sets the kinds, the entries and the pane side by side.
type editorLayout struct{ state *editorState }

// Layout gives the pane four tenths and a bit of the width, and a plan more.
func (l editorLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	kinds := min(stage.Units(180), size.Width*0.17)
	share := float32(0.42)
	if l.state.chosenKind() == models.EditPlaces {
		share = 0.52
	}
	pane := min(max(size.Width*share, stage.Units(380)), stage.Units(620))
	stage.Set(objects[0], 0, 0, kinds, size.Height)
	stage.Set(objects[1], kinds, 0, size.Width-kinds-pane, size.Height)
	stage.Set(objects[2], size.Width-pane, 0, pane, size.Height)
	stage.Set(objects[3], 0, 0, 0, 0)
}

// MinSize leaves the size to the window.
func (editorLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(600), stage.Units(300))
}
