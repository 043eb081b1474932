package editor

import (
	"slices"

	"frontdesk/internal/models"
)

// step is how far a key moves a place on the plan, in metres.
const editorStep = 0.5

// edit puts the focus into a field of the chosen entry.
func (s *editorState) edit(field int) {
	if s.row() < 0 || !s.permitted() {
		s.changed()
		return
	}
	s.spot, s.field = editorForm, min(max(field, 0), len(s.values)-1)
	s.changed()
}

// add begins a new entry below the chosen one.
func (s *editorState) add() {
	if !s.permitted() {
		s.changed()
		return
	}
	kind := s.chosenKind()
	at := s.draft.Count(kind)
	if row := s.row(); row >= 0 {
		at = row + 1
	}
	s.draft.Insert(kind, at, s.draft.Blank(kind, s.within))
	s.settle()
	s.selected = s.listed(at)
	s.show()
	s.isNew = true
	s.edit(s.firstBlank())
}

// firstBlank is the first field that must be filled in and is not.
func (s *editorState) firstBlank() int {
	for i, field := range s.draft.Fields(s.chosenKind()) {
		if field.Needed && s.values[i] == "" {
			return i
		}
	}
	return 0
}

// listed is where an entry stands in the list; the search ends when it hides
// the entry.
func (s *editorState) listed(row int) int {
	at := func() int { return slices.IndexFunc(s.rows, func(r models.EditorRow) bool { return r.Row == row }) }
	i := at()
	if i < 0 {
		s.words = ""
		s.settle()
		i = at()
	}
	return max(i, 0)
}

// write takes what was typed into a field.
func (s *editorState) write(field int, words string) {
	if field < len(s.values) {
		s.values[field] = words
	}
}

// focused notes a field that got the focus by mouse.
func (s *editorState) focused(field int) {
	if s.spot != editorForm && s.ready() {
		s.spot = editorForm
	}
	s.field = field
}

// moveField goes to another field of the form.
func (s *editorState) moveField(by int) {
	s.field = min(max(s.field+by, 0), len(s.values)-1)
	s.changed()
}

// offer puts the next of the offered words into the field.
func (s *editorState) offer(by int) {
	if s.spot != editorForm {
		return
	}
	words := s.draft.Fields(s.chosenKind())[s.field].Offer
	if len(words) == 0 {
		return
	}
	at := slices.Index(words, s.values[s.field])
	if at < 0 && by < 0 {
		at = len(words)
	}
	s.values[s.field] = words[(at+by+len(words))%len(words)]
	s.changed()
}

// keep puts the form into the draft. What is wrong is said at its field, and
// the focus stays in the first such one.
func (s *editorState) keep() {
	if s.spot != editorForm || s.row() < 0 || !s.permitted() {
		s.changed()
		return
	}
	kind, row, typed := s.chosenKind(), s.row(), slices.Clone(s.values)
	s.isNew = false
	if !slices.Equal(typed, s.draft.Values(kind, row)) {
		s.draft.Put(kind, row, typed)
	}
	s.settle()
	s.selected = s.listed(row)
	s.show()
	for field := range s.values {
		if !s.draft.Fault(kind, row, field).Empty() {
			s.field = field
			s.changed()
			return
		}
	}
	s.spot, s.said = editorList, models.Say("editor.kept")
	s.changed()
}

// leaveForm drops what was typed and not kept; a new entry goes with it.
func (s *editorState) leaveForm() {
	s.spot = editorList
	if s.isNew {
		s.isNew = false
		s.draft.Undo()
		s.settle()
		return
	}
	s.show()
}

// enter does what the filled button says.
func (s *editorState) enter() {
	switch {
	case !s.ready():
	case s.spot == editorSearch, s.spot == editorPlan:
		s.spot = editorList
		s.changed()
	case s.spot == editorPreview:
		s.apply()
	case s.spot == editorFile:
		s.useFile()
	case s.spot == editorForm && s.field == len(s.values)-1:
		s.keep()
	case s.spot == editorForm:
		s.moveField(1)
	default:
		s.edit(s.editFirst())
	}
}

// editFirst is the field that is changed most: the one after the codes.
func (s *editorState) editFirst() int {
	fields := s.draft.Fields(s.chosenKind())
	return max(slices.IndexFunc(fields, func(f models.EditorField) bool {
		return f.Name != "agency" && f.Name != "service" && f.Name != "code"
	}), 0)
}

// escape goes one step back.
func (s *editorState) escape() {
	if !s.ready() {
		return
	}
	switch s.spot {
	case editorForm:
		s.leaveForm()
	case editorList, editorSearch:
		s.words, s.within = "", ""
		s.spot = editorList
		s.settle()
	default:
		s.spot = editorList
	}
	s.forget()
	s.changed()
}

// beginPlan lets the arrow keys move the chosen place.
func (s *editorState) beginPlan() {
	if s.chosenKind() != models.EditPlaces || s.row() < 0 || !s.permitted() {
		s.changed()
		return
	}
	s.spot = editorPlan
	s.changed()
}

// shift moves the chosen place on its plan.
func (s *editorState) shift(right, down float64) {
	s.draft.Shift(s.row(), right*editorStep, down*editorStep)
	s.settle()
	s.changed()
}

// arrow does what an arrow key means at the present spot.
func (s *editorState) arrow(right, down int) {
	switch {
	case !s.ready():
	case s.spot == editorPlan:
		s.shift(float64(right), float64(down))
	case s.spot == editorForm && down != 0:
		s.moveField(down)
	case down != 0:
		s.choose(s.selected + down)
	case right != 0 && s.spot == editorList:
		s.turn(right)
	}
}
