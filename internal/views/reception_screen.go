package views

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// receptionScreen paints F1 and puts the focus where the state says.
type receptionScreen struct {
	r     *reception
	stage stage
	speak *text.Speaker

	purpose *purposePane
	papers  *papersPane
	visitor *visitorPane
	tickets *ticketsPane
	note    *kit.Note
	actions *actionBar
	last    *lastBar
	holder  *focusHolder
	late    *lateLetters
	content *fyne.Container

	countdown func() // stops the seconds; nil while none are counted
}

func newReceptionScreen(r *reception, s stage) *receptionScreen {
	screen := &receptionScreen{r: r, stage: s}
	r.changed = screen.refresh
	return screen
}

// build makes the widgets in a language; what was typed is in the state.
func (s *receptionScreen) build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = newFocusHolder(s.stage.press)
	s.late = newLateLetters(s.stage.press)
	s.late.left = func() (fyne.Focusable, bool) { return s.stage.focused(), !s.content.Visible() }
	s.purpose = newPurposePane(s.r, speak, s.stage.press)
	s.papers = newPapersPane(s.r, speak)
	s.visitor = newVisitorPane(s.r, speak, s.stage.press)
	s.tickets = newTicketsPane(s.r, speak, s.stage.press)
	s.note = kit.NewNote(kit.NoteInfo, "", "")
	s.actions = newActionBar(s.r, speak, s.stage.press)
	s.last = newLastBar(s.r, speak)
	s.content = &fyne.Container{Layout: &receptionLayout{s}, Objects: []fyne.CanvasObject{s.holder, s.late,
		s.purpose.pane, s.papers.pane, s.visitor.pane, s.tickets.pane, s.note, s.actions.panel, s.last.content}}
	s.paint()
	return s.content
}

// drop forgets the widgets.
func (s *receptionScreen) drop() {
	*s = receptionScreen{r: s.r, stage: s.stage, countdown: s.countdown}
}

// arrive loads the day and puts the focus back where it was.
func (s *receptionScreen) arrive() {
	s.r.load()
	s.refresh()
}

// minute looks at every status anew.
func (s *receptionScreen) minute() { s.r.load() }

// refresh paints the state and moves the focus.
func (s *receptionScreen) refresh() {
	if s.content == nil {
		return
	}
	s.paint()
	if s.content.Visible() {
		s.stage.focus(s.target())
		s.typeLate()
	}
}

// typeLate types the letters that came while a record was written or a card
// was looked up; what failed leaves the form as it was before them, and a known
// visitor needs none.
func (s *receptionScreen) typeLate() {
	if s.r.say.err != nil || !s.r.waits() && s.r.visitor.known.found() {
		s.late.forget()
	}
	s.late.release(s.target)
}

func (s *receptionScreen) paint() {
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
func (s *receptionScreen) refreshNote() {
	kind, title, sentence := s.noteWords()
	setVisible(s.note, title != "" || sentence != "")
	if s.note.Visible() {
		s.note.Set(kind, title, sentence)
	}
}

func (s *receptionScreen) noteWords() (kind kit.NoteKind, title, sentence string) {
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
func (s *receptionScreen) warnings() string {
	var sentences []string
	for _, w := range s.r.last.warns {
		sentences = append(sentences, capital(s.speak.Say(w.Says)))
	}
	return strings.Join(sentences, " ")
}

// count starts the seconds when an action can be taken back, and ends them.
func (s *receptionScreen) count() {
	left := s.r.last.secondsLeft(s.r.desk.Now())
	switch {
	case left > 0 && s.countdown == nil:
		s.countdown = s.stage.dispatch.every(time.Second, s.second)
	case left == 0 && s.countdown != nil:
		s.countdown()
		s.countdown = nil
	}
}

func (s *receptionScreen) second() {
	if s.content != nil {
		s.last.refreshSeconds()
	}
	s.count()
}

// target is the widget of the state's spot.
func (s *receptionScreen) target() fyne.Focusable {
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
