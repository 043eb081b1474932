package editor

import (
	"context"
	"log/slog"
	"reflect"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// editorSpot is where the next key goes.
type editorSpot int

const (
	editorList editorSpot = iota
	editorSearch
	editorForm
	editorPlan
	editorPreview
	editorFile // the path of a file to read or write
)

// editorState is what the directory under F10 knows. It knows no widgets and
// lives on the screen's thread; changed is called there for a repaint.
type editorState struct {
	port     Port
	desk     stage.Desk
	dispatch stage.Dispatcher
	log      *slog.Logger
	changed  func()
	place    string // what the desk is called, for who verifies without a name

	draft    Draft // nil before it was read
	kind     int   // of models.EditorKinds
	words    string
	within   string // code that the entries belong to; empty: all
	rows     []models.EditorRow
	selected int // of rows
	spot     editorSpot

	values []string // of the entry shown, as typed
	field  int      // the one the focus is in
	isNew  bool     // the entry in the form is there since N was pressed

	file   string // path typed
	export bool   // the file is to be written, not read
	faults []models.FileFault

	changes []models.EditorChange
	keeping bool // the draft is being stored
	again   bool // it has changed meanwhile
	central bool // the centre published what is in use
	busy    bool
	err     error         // of the last deed
	said    models.Phrase // what came of it
}

func newEditorState(port Port, s stage.Stage) *editorState {
	return &editorState{port: port, desk: s.Desk, dispatch: s.Dispatch, log: s.Log, changed: func() {}}
}

// begin makes a draft of the directory in use; one with changes stays.
func (s *editorState) begin() {
	if s.busy || s.draft != nil && len(s.changes) > 0 || s.spot == editorForm || s.spot == editorFile {
		return
	}
	s.read(func() error { return nil }, func() {
		if n := len(s.changes); n > 0 {
			s.said = models.Say("editor.restored", n)
		}
	})
}

// read makes a draft after something was done before.
func (s *editorState) read(before func() error, done func()) {
	var draft Draft
	var central bool
	s.do(func(ctx context.Context) (err error) {
		if err = before(); err != nil {
			return err
		}
		if draft, err = s.port.Begin(ctx); err == nil {
			central, err = s.port.FromCentre(ctx)
		}
		return err
	}, func() {
		s.draft, s.central, s.changes = draft, central, draft.Changes()
		s.settle()
		done()
	})
}

// fresh throws the draft away.
func (s *editorState) fresh() {
	s.spot = editorList
	s.read(s.port.DropDraft, func() { s.said = models.Say("editor.fresh") })
}

// chosenKind is the kind of the entries listed.
func (s *editorState) chosenKind() models.EditorKind { return models.EditorKinds[s.kind] }

// row is the entry shown, within its kind; -1 when there is none.
func (s *editorState) row() int {
	if s.selected >= len(s.rows) {
		return -1
	}
	return s.rows[s.selected].Row
}

// settle lists the entries anew and shows the chosen one.
func (s *editorState) settle() {
	s.rows = s.draft.Rows(s.chosenKind(), s.words, s.within)
	s.selected = max(min(s.selected, len(s.rows)-1), 0)
	before := s.changes
	if s.changes = s.draft.Changes(); !reflect.DeepEqual(before, s.changes) {
		s.store()
	}
	s.show()
}

// store keeps the draft beside the records, so that an exit loses nothing of
// it. One write follows the other; what changed meanwhile comes with the next.
func (s *editorState) store() {
	if s.again = s.keeping; s.again {
		return
	}
	s.keeping = true
	write := s.port.DropDraft
	if len(s.changes) > 0 {
		write = s.port.KeepDraft(s.draft)
	}
	var err error
	s.dispatch.Run(func() { err = write() }, func() {
		s.keeping = false
		if err != nil {
			s.err = err
			s.changed()
		}
		if s.again && s.draft != nil {
			s.store()
		}
	})
}

// show fills the form with the chosen entry.
func (s *editorState) show() {
	s.values = nil
	if row := s.row(); row >= 0 {
		s.values = s.draft.Values(s.chosenKind(), row)
	}
}

// ready tells that the list may be worked at.
func (s *editorState) ready() bool { return s.draft != nil && !s.busy }

// openKind lists the entries of a kind, all or those that belong to a code.
func (s *editorState) openKind(kind int, within string) {
	if !s.ready() {
		return
	}
	s.kind, s.within, s.words, s.selected, s.spot = kind, within, "", 0, editorList
	s.forget()
	s.settle()
	s.changed()
}

// turn goes to another kind, and on from the first after the last.
func (s *editorState) turn(by int) {
	count := len(models.EditorKinds)
	s.openKind((s.kind+by+count)%count, "")
}

// open shows the entries of a kind that belong to the chosen one.
func (s *editorState) open(kind models.EditorKind) {
	if !s.ready() || s.row() < 0 {
		return
	}
	code := s.draft.Code(s.chosenKind(), s.row())
	for i, k := range models.EditorKinds {
		if k == kind && code != "" {
			s.openKind(i, code)
		}
	}
}

// related are the kinds whose entries belong to the chosen one.
func (s *editorState) related(kind models.EditorKind) bool {
	switch s.chosenKind() {
	case models.EditServices:
		return kind == models.EditRequirements
	case models.EditAgencies:
		return kind == models.EditHours || kind == models.EditExceptions
	}
	return false
}

// search lists the entries with all the words.
func (s *editorState) search(words string) {
	if !s.ready() {
		return
	}
	s.words, s.selected = words, 0
	s.settle()
	s.changed()
}

// choose shows an entry.
func (s *editorState) choose(i int) {
	if !s.ready() || len(s.rows) == 0 {
		return
	}
	if s.spot == editorForm {
		s.leaveForm()
	}
	s.selected, s.spot = min(max(i, 0), len(s.rows)-1), editorList
	s.forget()
	s.show()
	s.changed()
}

// forget drops what was said of the last deed.
func (s *editorState) forget() { s.err, s.said = nil, models.Phrase{} }

// permitted says why somebody may not change anything.
func (s *editorState) permitted() bool {
	if !s.ready() {
		return false
	}
	s.forget()
	s.err = s.port.Permit()
	return s.err == nil
}

// remove takes the chosen entry away.
func (s *editorState) remove() {
	if s.row() < 0 || !s.permitted() {
		s.changed()
		return
	}
	s.draft.Remove(s.chosenKind(), s.row())
	s.said = models.Say("editor.removed_row")
	s.settle()
	s.changed()
}

// moveRow changes the place of an entry among those listed.
func (s *editorState) moveRow(by int) {
	to := s.selected + by
	if s.row() < 0 || to < 0 || to >= len(s.rows) || !s.permitted() {
		s.changed()
		return
	}
	s.draft.Move(s.chosenKind(), s.row(), s.rows[to].Row)
	s.selected = to
	s.settle()
	s.changed()
}

// verify says that the agency confirmed the chosen entry today.
func (s *editorState) verify() {
	if s.row() < 0 || !s.permitted() {
		s.changed()
		return
	}
	by := s.port.Operator()
	if by == "" {
		by = s.place
	}
	now := s.desk.Now()
	if s.draft.Verify(s.chosenKind(), s.row(), now.Format(time.DateOnly), by) {
		s.said = models.Say("editor.verified", now, by)
	} else {
		s.said = models.Say("editor.not_verifiable")
	}
	s.settle()
	s.changed()
}

// undo takes the last change of the draft back.
func (s *editorState) undo() {
	s.forget()
	if s.ready() && s.draft.Undo() {
		s.said = models.Say("editor.undone")
		s.settle()
	}
	s.changed()
}

// preview shows what would be applied; pressed again it goes back.
func (s *editorState) preview() {
	if !s.ready() {
		return
	}
	s.forget()
	s.changes = s.draft.Changes()
	if s.spot == editorPreview {
		s.spot = editorList
	} else {
		s.spot = editorPreview
	}
	s.changed()
}

// apply puts the draft into use, or goes to its first fault.
func (s *editorState) apply() {
	switch {
	case len(s.draft.Faults()) > 0:
		s.mend(s.draft.Faults()[0])
		return
	case len(s.changes) == 0 || !s.permitted():
		s.changed()
		return
	}
	draft, count := s.draft, len(s.changes)
	s.do(func(ctx context.Context) error { return s.port.Apply(ctx, draft) }, func() {
		s.spot = editorList
		s.read(s.port.DropDraft, func() { s.said = models.Say("editor.applied", count) })
	})
}

// mend opens the entry and field of a fault.
func (s *editorState) mend(f models.EditorFault) {
	for i, kind := range models.EditorKinds {
		if kind == f.Kind {
			s.openKind(i, "")
		}
	}
	for i, row := range s.rows {
		if row.Row == f.Row {
			s.selected = i
		}
	}
	s.show()
	s.edit(f.Field)
}

// do works away from the screen's thread; a second key meanwhile does nothing.
func (s *editorState) do(work func(context.Context) error, done func()) {
	if s.busy {
		return
	}
	s.busy = true
	s.forget()
	s.changed()
	var err error
	s.dispatch.Run(func() { err = work(context.Background()) }, func() {
		s.busy = false
		if s.err = err; err == nil {
			done()
		} else if models.KindOf(err) == models.KindFault {
			s.log.Error("directory", "error", err.Error())
		}
		s.changed()
	})
}
