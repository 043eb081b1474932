package reception

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Screen paints F1 and puts the focus where the state says.
type Screen struct {
	r     *State
	stage stage.Stage
	speak *text.Speaker

	purpose *purposePane
	papers  *papersPane
	visitor *visitorPane
	tickets *ticketsPane
	note    *kit.Note
	actions *actionBar
	last    *lastBar
	holder  *stage.FocusHolder
	late    *stage.LateLetters
	content *fyne.Container

	countdown func() // stops the seconds; nil while none are counted
}

// New makes F1, the picture of a state.
func New(r *State, s stage.Stage) *Screen {
	screen := &Screen{r: r, stage: s}
	r.changed = screen.refresh
	return screen
}

// Build makes the widgets in a language; what was typed is in the state.
func (s *Screen) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = stage.NewFocusHolder(s.stage.Press)
	s.late = stage.NewLateLetters(s.stage.Press)
	s.late.Left = func() (fyne.Focusable, bool) { return s.stage.Focused(), !s.content.Visible() }
	s.purpose = newPurposePane(s.r, speak, s.stage.Press)
	s.papers = newPapersPane(s.r, speak)
	s.visitor = newVisitorPane(s.r, speak, s.stage.Press)
	s.tickets = newTicketsPane(s.r, speak, s.stage.Press)
	s.note = kit.NewNote(kit.NoteInfo, "", "")
	s.actions = newActionBar(s.r, speak, s.stage.Press)
	s.last = newLastBar(s.r, speak)
	s.content = &fyne.Container{Layout: &receptionLayout{s}, Objects: []fyne.CanvasObject{s.holder, s.late,
		s.purpose.pane, s.papers.pane, s.visitor.pane, s.tickets.pane, s.note, s.actions.panel, s.last.content}}
	s.paint()
	return s.content
}

// Drop forgets the widgets.
func (s *Screen) Drop() {
	*s = Screen{r: s.r, stage: s.stage, countdown: s.countdown}
}

// Arrive loads the day and puts the focus back where it was.
func (s *Screen) Arrive() {
	s.r.load()
	s.refresh()
}

// Minute looks at every status anew.
func (s *Screen) Minute() { s.r.load() }

// refresh paints the state and moves the focus.
func (s *Screen) refresh() {
	if s.content == nil {
		return
	}
	s.paint()
	if s.content.Visible() {
		s.stage.Focus(s.target())
		s.typeLate()
	}
}

// typeLate types the letters that came while a record was written or a card
// was looked up; what failed leaves the form as it was before them, and a known
// visitor needs none.
func (s *Screen) typeLate() {
	if s.r.say.err != nil || !s.r.waits() && s.r.visitor.known.found() {
		s.late.Forget()
	}
	s.late.Release(s.target)
}

func (s *Screen) paint() {
	s.purpose.refresh()
	s.papers.refresh()
	s.visitor.refresh()
	s.tickets.refresh()
	s.actions.refresh()
	s.last.refresh()
	s.refreshNote()
	s.count()
	s.content.Refresh()
}

// refreshNote says in place what happened or what to do.
func (s *Screen) refreshNote() {
	kind, title, sentence := s.noteWords()
	stage.SetVisible(s.note, title != "" || sentence != "")
	if s.note.Visible() {
		s.note.Set(kind, title, sentence)
	}
}

func (s *Screen) noteWords() (kind kit.NoteKind, title, sentence string) {
	say := s.r.say
	switch {
	case say.err != nil && models.KindOf(say.err) == models.KindFault:
		return kit.NoteStop, s.speak.Error(say.err), s.speak.T("reception.fault_do")
	case say.err != nil:
		return kit.NoteStop, s.speak.Error(say.err), s.speak.T("reception.refused_do")
	case say.warns:
		return kit.NoteWarn, "", s.speak.Say(say.says)
	case !say.says.Empty():
		return kit.NoteInfo, "", s.speak.Say(say.says)
	case len(s.r.last.warns) > 0 && !s.r.last.small:
		return kit.NoteWarn, "", s.warnings()
	}
	return kit.NoteInfo, "", ""
}

// warnings of the ticket just issued.
func (s *Screen) warnings() string {
	var sentences []string
	for _, w := range s.r.last.warns {
		sentences = append(sentences, stage.Capital(s.speak.Say(w.Says)))
	}
	return strings.Join(sentences, " ")
}

// count starts the seconds when an action can be taken back, and ends them.
func (s *Screen) count() {
	left := s.r.last.secondsLeft(s.r.desk.Now())
	switch {
	case left > 0 && s.countdown == nil:
		s.countdown = s.stage.Dispatch.Every(time.Second, s.second)
	case left == 0 && s.countdown != nil:
		s.countdown()
		s.countdown = nil
	}
}

func (s *Screen) second() {
	if s.content != nil {
		s.last.refreshSeconds()
	}
	s.count()
}

// target is the widget of the state's spot.
func (s *Screen) target() fyne.Focusable {
	if s.r.waits() {
		return s.late
	}
	switch s.r.spot {
	case spotSearch:
		return s.purpose.search.Input
	case spotReason:
		return s.tickets.reason.Input
	}
	if f := s.visitor.fields[s.r.spot]; f != nil {
		return f.Input
	}
	return s.holder
}
