package editor

import (
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// Keys is the table of keys of the directory under F10.
func Keys() []stage.Binding {
	return []stage.Binding{
		onEditor("Enter", "editor.key.enter", (*editorState).enter),
		onEditor("Ctrl+Enter", "editor.key.keep", (*editorState).keep),
		onEditor("Up", "editor.key.up", func(s *editorState) { s.arrow(0, -1) }),
		onEditor("Down", "editor.key.down", func(s *editorState) { s.arrow(0, 1) }),
		onEditor("Left", "editor.key.left", func(s *editorState) { s.arrow(-1, 0) }),
		onEditor("Right", "editor.key.right", func(s *editorState) { s.arrow(1, 0) }),
		onEditor("PgUp", "editor.key.page_up", func(s *editorState) { s.choose(s.selected - 8) }),
		onEditor("PgDn", "editor.key.page_down", func(s *editorState) { s.choose(s.selected + 8) }),
		inEditorForm("Tab", "editor.key.tab", func(s *editorState) { s.moveField(1) }),
		inEditorForm("Shift+Tab", "editor.key.shift_tab", func(s *editorState) { s.moveField(-1) }),
		onEditor("Alt+Down", "editor.key.offer_down", func(s *editorState) { s.offer(1) }),
		onEditor("Alt+Up", "editor.key.offer_up", func(s *editorState) { s.offer(-1) }),
		onEditor("Ctrl+F", "editor.key.search", (*editorState).beginSearch),
		onEditor("N", "editor.key.new", (*editorState).add),
		onEditor("Delete", "editor.key.delete", (*editorState).remove),
		onEditor("Ctrl+Up", "editor.key.row_up", func(s *editorState) { s.moveRow(-1) }),
		onEditor("Ctrl+Down", "editor.key.row_down", func(s *editorState) { s.moveRow(1) }),
		onEditor("V", "editor.key.verify", (*editorState).verify),
		onEditor("R", "editor.key.requirements", func(s *editorState) { s.openRelated(models.EditRequirements) }),
		onEditor("J", "editor.key.hours", func(s *editorState) { s.openRelated(models.EditHours) }),
		onEditor("E", "editor.key.exceptions", func(s *editorState) { s.openRelated(models.EditExceptions) }),
		onEditor("G", "editor.key.plan", (*editorState).beginPlan),
		onEditor("T", "editor.key.apply", (*editorState).preview),
		onEditor("I", "editor.key.import", func(s *editorState) { s.askFile(false) }),
		onEditor("X", "editor.key.export", func(s *editorState) { s.askFile(true) }),
		onEditor("Ctrl+Z", "editor.key.undo", (*editorState).undo),
		onEditor("Ctrl+Delete", "editor.key.fresh", (*editorState).fresh),
		onEditor("Esc", "editor.key.esc", (*editorState).escape),
	}
}

// onEditor makes a binding of the directory.
func onEditor(key, says string, do func(*editorState)) stage.Binding {
	return stage.On(stage.ScreenDirectory, key, says, func(s *Screen) { do(s.state) })
}

// inEditorForm is a key that means nothing outside the form.
func inEditorForm(key, says string, do func(*editorState)) stage.Binding {
	b := onEditor(key, says, do)
	b.When = func(w stage.Window) bool {
		s, ok := w.Page(stage.ScreenDirectory).(*Screen)
		return ok && s.state.spot == editorForm
	}
	return b
}

// beginSearch puts the focus into the search field.
func (s *editorState) beginSearch() {
	if s.ready() && s.spot != editorForm {
		s.spot = editorSearch
		s.changed()
	}
}

// openRelated shows the entries of a kind that belong to the chosen one, where
// any can.
func (s *editorState) openRelated(kind models.EditorKind) {
	if s.related(kind) {
		s.open(kind)
	}
}
