package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// queueScreen is F3, "Antrean": all agencies at the left, the counters of one
// of them as cards, and its visitors in the order of their calls.
type queueScreen struct {
	state *queueState
	stage stage
	speak *text.Speaker

	content  *fyne.Container
	late     *lateLetters
	holder   *focusHolder
	agencies *queueAgencies
	head     *queueHead
	cards    *queueCards
	note     *kit.Note
	table    *queueTable
	short    *queueShort
	asking   *queueAsking
	bar      *queueBar
	seconds  queueSeconds
}

var _ screen = (*queueScreen)(nil)

func newQueueScreen(state *queueState, s stage) *queueScreen {
	q := &queueScreen{state: state, stage: s}
	q.seconds = queueSeconds{state: state, dispatch: s.dispatch, each: q.second}
	return q
}

// build makes the widgets in a language; what was chosen and typed stays.
func (s *queueScreen) build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder, s.late = newFocusHolder(s.stage.press), newLateLetters(s.stage.press)
	s.late.drops = ' '
	s.late.left = func() (fyne.Focusable, bool) { return s.stage.focused(), !s.content.Visible() }
	s.agencies = newQueueAgencies(s.state, speak)
	s.head = newQueueHead(s.state, speak, s.stage.press)
	s.cards = newQueueCards(s.state, speak)
	s.note = kit.NewNote(kit.NoteInfo, "", "")
	s.table = newQueueTable(s.state, speak)
	s.short = newQueueShort(s.state, speak)
	s.asking = newQueueAsking(s.state, speak, s.stage.press)
	s.bar = newQueueBar(s.state, speak, s.stage.press)
	page := &fyne.Container{Layout: queuePageLayout{s}, Objects: []fyne.CanvasObject{s.head.panel, s.cards.panel, s.note,
		s.table.panel, s.short.panel, s.asking.panel, s.bar.panel, s.holder, s.late}}
	s.content = &fyne.Container{Layout: queuePanes{}, Objects: []fyne.CanvasObject{s.agencies.panel, page}}
	s.paint()
	return s.content
}

// drop forgets the widgets.
func (s *queueScreen) drop() { *s = queueScreen{state: s.state, stage: s.stage, seconds: s.seconds} }

// arrive puts the focus, and reads the queue anew.
func (s *queueScreen) arrive() {
	s.late.forget()
	s.stage.focus(s.target())
	s.state.load()
}

// minute moves the waiting times.
func (s *queueScreen) minute() { s.state.load() }

// refresh paints the state and moves the focus.
func (s *queueScreen) refresh() {
	if s.content == nil || !s.content.Visible() {
		return
	}
	s.paint()
	s.stage.focus(s.target())
	s.late.release(s.target)
}

// target is where the next key goes.
func (s *queueScreen) target() fyne.Focusable {
	switch {
	case s.state.busy():
		return s.late
	case s.state.ask != nil:
		return s.asking.field.Input
	}
	return s.holder
}

func (s *queueScreen) paint() {
	words := s.state.words(s.speak)
	s.agencies.paint(words)
	s.head.paint(words)
	s.cards.paint(words)
	s.table.paint(words)
	s.short.paint(words)
	s.asking.paint(words)
	s.bar.paint(words)
	paintSaying(s.note, words, s.state)
	layAnew(s.content)
	s.seconds.follow()
}

// second moves what counts seconds, and nothing else.
func (s *queueScreen) second() {
	if s.content != nil && s.content.Visible() {
		words := s.state.words(s.speak)
		s.cards.paintWork(words)
		s.bar.paintSeconds(words)
	}
}
