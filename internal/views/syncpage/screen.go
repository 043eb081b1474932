package syncpage

import (
	"reflect"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Screen is the page "Sinkronisasi": how the nightly sync does, what
// waits, and the key that sends now.
type Screen struct {
	state *syncState
	stage stage.Stage
	speak *text.Speaker
	leave func()

	content fyne.CanvasObject
	holder  *stage.FocusHolder
	scroll  *stage.Scrolled
	title   fyne.CanvasObject
	head    *syncHead
	note    *kit.Note
	main    *fyne.Container
	side    *fyne.Container
	painted *syncPage
}

var _ stage.Screen = (*Screen)(nil)

// New makes the page; leave goes back to the screen before, changed
// hears of each new state.
func New(sync Port, s stage.Stage, leave, changed func()) *Screen {
	page := &Screen{state: newSyncState(sync, s), stage: s, leave: leave}
	page.state.changed = func() {
		changed()
		page.paint()
	}
	return page
}

// Load reads everything anew.
func (s *Screen) Load() { s.state.load() }

// Bar is the segment of the status bar.
func (s *Screen) Bar(speak *text.Speaker) kit.Status {
	return syncWords{speak: speak, now: s.state.now()}.bar(s.state)
}

// Build makes the widgets in a language.
func (s *Screen) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak, s.painted = speak, nil
	s.holder = stage.NewFocusHolder(s.stage.Press)
	s.title = kit.Border(nil, nil, kit.SemiBold(speak.T("sync_page.title"), kit.ColorInk, kit.TextService),
		kit.Row(0, kit.NewKeyHint(speak.T("sync_page.back"), s.leave, "Esc")), nil)
	s.head = newSyncHead(speak, s.state.run, s.state.cancel)
	s.note = kit.NewNote(kit.NoteInfo, "", "")
	s.main, s.side = kit.Column(0), kit.Column(0)
	page := stage.NewBlock(s.flow, s.title, s.head.content, s.note, s.main, s.side)
	s.scroll = stage.NewScrolled(page)
	ground := kit.NewPanel(kit.ColorSurface, kit.Inset{}, 0, s.scroll.Outer)
	s.content = &fyne.Container{Layout: stage.Layers{}, Objects: []fyne.CanvasObject{s.holder, ground}}
	s.paint()
	return s.content
}

// Drop forgets the widgets.
func (s *Screen) Drop() { *s = Screen{state: s.state, stage: s.stage, leave: s.leave} }

// Arrive puts the focus, and reads everything anew.
func (s *Screen) Arrive() {
	s.stage.Focus(s.holder)
	s.state.load()
}

// Minute reads everything anew: the status bar shows it on every screen.
func (s *Screen) Minute() { s.state.load() }

// paint shows the state; parts that say the same stay as they are.
func (s *Screen) paint() {
	if s.content == nil {
		return
	}
	words := syncWords{speak: s.speak, now: s.state.now()}
	moved := s.head.paint(words.head(s.state), s.state.running, s.state.stopping)
	moved = s.paintNote(words) || moved
	moved = s.paintPage(words) || moved
	if moved {
		s.scroll.Changed()
	}
}

func (s *Screen) paintNote(words syncWords) (moved bool) {
	kind, title, sentence := words.note(s.state)
	had := s.note.Visible()
	stage.SetVisible(s.note, title != "")
	if s.note.Visible() {
		s.note.Set(kind, title, sentence)
	}
	return had || s.note.Visible()
}

func (s *Screen) paintPage(words syncWords) (moved bool) {
	stage.SetVisible(s.main, s.state.known)
	stage.SetVisible(s.side, s.state.known)
	page := words.page(s.state, s.stage.Desk.Self())
	if s.painted != nil && reflect.DeepEqual(*s.painted, page) {
		return false
	}
	s.painted = &page
	fill := func(c *fyne.Container, o fyne.CanvasObject) {
		c.Objects = []fyne.CanvasObject{o}
		c.Refresh()
	}
	fill(s.main, syncMain(s.speak, page))
	fill(s.side, syncSide(s.speak, page))
	return true
}
