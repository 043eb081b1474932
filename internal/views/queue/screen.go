package queue

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// queueScreen is F3, "Antrean": all agencies at the left, the counters of one
// of them as cards, and its visitors in the order of their calls.
type queueScreen struct {
	state *State
	stage stage.Stage
	speak *text.Speaker

	content  *fyne.Container
	late     *stage.LateLetters
	holder   *stage.FocusHolder
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

var _ stage.Screen = (*queueScreen)(nil)

func newQueueScreen(state *State, s stage.Stage) *queueScreen {
	q := &queueScreen{state: state, stage: s}
	q.seconds = queueSeconds{state: state, dispatch: s.Dispatch, each: q.second}
	return q
}

// Build makes the widgets in a language; what was chosen and typed stays.
func (s *queueScreen) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder, s.late = stage.NewFocusHolder(s.stage.Press), stage.NewLateLetters(s.stage.Press)
	s.late.Drops = ' '
	s.late.Left = func() (fyne.Focusable, bool) { return s.stage.Focused(), !s.content.Visible() }
	s.agencies = newQueueAgencies(s.state, speak)
	s.head = newQueueHead(s.state, speak, s.stage.Press)
	s.cards = newQueueCards(s.state, speak)
	s.note = kit.NewNote(kit.NoteInfo, "", "")
	s.table = newQueueTable(s.state, speak)
	s.short = newQueueShort(s.state, speak)
	s.asking = newQueueAsking(s.state, speak, s.stage.Press)
	s.bar = newQueueBar(s.state, speak, s.stage.Press)
	page := &fyne.Container{Layout: queuePageLayout{s}, Objects: []fyne.CanvasObject{s.head.panel, s.cards.panel, s.note,
		s.table.panel, s.short.panel, s.asking.panel, s.bar.panel, s.holder, s.late}}
	s.content = &fyne.Container{Layout: queuePanes{}, Objects: []fyne.CanvasObject{s.agencies.panel, page}}
	s.paint()
	return s.content
}

// Drop forgets the widgets.
func (s *queueScreen) Drop() { *s = queueScreen{state: s.state, stage: s.stage, seconds: s.seconds} }

// Arrive puts the focus, and reads the queue anew.
func (s *queueScreen) Arrive() {
	s.late.Forget()
	s.stage.Focus(s.target())
	s.state.Load()
}

// Minute moves the waiting times.
func (s *queueScreen) Minute() { s.state.Load() }

// refresh paints the state and moves the focus.
func (s *queueScreen) refresh() {
	if s.content == nil || !s.content.Visible() {
		return
	}
	s.paint()
	s.stage.Focus(s.target())
	s.late.Release(s.target)
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
	stage.LayAnew(s.content)
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
