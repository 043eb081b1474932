package queue

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// counterScreen is the queue on a counter's own PC: its visitor, one large
// button for the next step, and who comes next.
type counterScreen struct {
	state *State
	stage stage.Stage
	speak *text.Speaker

	content *fyne.Container
	late    *stage.LateLetters
	holder  *stage.FocusHolder
	now     *counterNow
	side    *kit.Panel
	waiting *kit.Label
	note    *kit.Note
	table   *queueTable
	short   *queueShort
	asking  *queueAsking
	bar     *queueBar
	seconds queueSeconds
}

var _ stage.Screen = (*counterScreen)(nil)

func newCounterScreen(state *State, s stage.Stage) *counterScreen {
	c := &counterScreen{state: state, stage: s}
	c.seconds = queueSeconds{state: state, dispatch: s.Dispatch, each: c.second}
	return c
}

// Build makes the widgets in a language.
func (s *counterScreen) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder, s.late = stage.NewFocusHolder(s.stage.Press), stage.NewLateLetters(s.stage.Press)
	s.late.Drops = ' '
	s.now = newCounterNow(s.state, speak)
	s.waiting = kit.SemiBold("", kit.ColorInk, kit.TextResult).Cut()
	s.note = kit.NewNote(kit.NoteInfo, "", "")
	s.table = newQueueTable(s.state, speak)
	s.short = newQueueShort(s.state, speak)
	s.asking = newQueueAsking(s.state, speak, s.stage.Press)
	s.bar = newQueueBar(s.state, speak, s.stage.Press)
	s.side = kit.NewPanel(kit.ColorSurface, kit.Sides(12, 20), 0, s.waiting)
	s.content = &fyne.Container{Layout: counterLayout{s}, Objects: []fyne.CanvasObject{s.now.panel, s.side, s.note,
		s.table.panel, s.short.panel, s.asking.panel, s.bar.panel, s.holder, s.late}}
	s.paint()
	return s.content
}

// Drop forgets the widgets.
func (s *counterScreen) Drop() {
	*s = counterScreen{state: s.state, stage: s.stage, seconds: s.seconds}
}

// Arrive puts the focus, and reads the queue anew.
func (s *counterScreen) Arrive() {
	s.stage.Focus(s.target())
	s.state.Load()
}

// Minute moves the waiting times.
func (s *counterScreen) Minute() { s.state.Load() }

// refresh paints the state and moves the focus.
func (s *counterScreen) refresh() {
	if s.content == nil || !s.content.Visible() {
		return
	}
	s.paint()
	s.stage.Focus(s.target())
	s.late.Release(s.target)
}

// target is where the next key goes.
func (s *counterScreen) target() fyne.Focusable {
	switch {
	case s.state.busy():
		return s.late
	case s.state.ask != nil:
		return s.asking.field.Input
	}
	return s.holder
}

func (s *counterScreen) paint() {
	words := s.state.words(s.speak)
	s.now.paint(words)
	s.waiting.SetText(s.waitingWords())
	s.now.waiting.SetText(s.waitingWords())
	s.table.paint(words)
	s.short.paint(words)
	s.asking.paint(words)
	s.bar.paint(words)
	paintSaying(s.note, words, s.state)
	stage.LayAnew(s.content)
	s.seconds.follow()
}

// waitingWords count who waits for this counter.
func (s *counterScreen) waitingWords() string {
	if s.state.day == nil {
		return s.speak.T("queue_page.reading")
	}
	return s.speak.T("queue_page.counter_waiting", s.speak.Count(len(s.state.rows)))
}

// second moves what counts seconds, and nothing else.
func (s *counterScreen) second() {
	if s.content == nil {
		return
	}
	words := s.state.words(s.speak)
	s.now.paint(words)
	s.bar.paintSeconds(words)
}
