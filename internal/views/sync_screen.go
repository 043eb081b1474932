package views

import (
	"reflect"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// syncScreen is the page "Sinkronisasi": how the nightly sync does, what
// waits, and the key that sends now.
type syncScreen struct {
	state *syncState
	stage stage
	speak *text.Speaker
	leave func()

	content fyne.CanvasObject
	holder  *focusHolder
	scroll  *scrolled
	title   fyne.CanvasObject
	head    *syncHead
	note    *kit.Note
	main    *fyne.Container
	side    *fyne.Container
	painted *syncPage
}

var _ screen = (*syncScreen)(nil)

// newSyncScreen makes the page; leave goes back to the screen before, changed
// hears of each new state.
func newSyncScreen(sync Sync, s stage, leave, changed func()) *syncScreen {
	page := &syncScreen{state: newSyncState(sync, s), stage: s, leave: leave}
	page.state.changed = func() {
		changed()
		page.paint()
	}
	return page
}

// load reads everything anew.
func (s *syncScreen) load() { s.state.load() }

// bar is the segment of the status bar.
func (s *syncScreen) bar(speak *text.Speaker) kit.Status {
	return syncWords{speak: speak, now: s.state.now()}.bar(s.state)
}

// build makes the widgets in a language.
func (s *syncScreen) build(speak *text.Speaker) fyne.CanvasObject {
	s.speak, s.painted = speak, nil
	s.holder = newFocusHolder(s.stage.press)
	s.title = kit.Border(nil, nil, kit.SemiBold(speak.T("sync_page.title"), kit.ColorInk, kit.TextService),
		kit.Row(0, kit.NewKeyHint(speak.T("sync_page.back"), s.leave, "Esc")), nil)
	s.head = newSyncHead(speak, s.state.run, s.state.cancel)
	s.note = kit.NewNote(kit.NoteInfo, "", "")
	s.main, s.side = kit.Column(0), kit.Column(0)
	page := newGuideBlock(s.flow, s.title, s.head.content, s.note, s.main, s.side)
	s.scroll = newScrolled(page)
	ground := kit.NewPanel(kit.ColorSurface, kit.Inset{}, 0, s.scroll.outer)
	s.content = &fyne.Container{Layout: syncStack{}, Objects: []fyne.CanvasObject{s.holder, ground}}
	s.paint()
	return s.content
}

// drop forgets the widgets.
func (s *syncScreen) drop() { *s = syncScreen{state: s.state, stage: s.stage, leave: s.leave} }

// arrive puts the focus, and reads everything anew.
func (s *syncScreen) arrive() {
	s.stage.focus(s.holder)
	s.state.load()
}

// minute reads everything anew: the status bar shows it on every screen.
func (s *syncScreen) minute() { s.state.load() }

// paint shows the state; parts that say the same stay as they are.
func (s *syncScreen) paint() {
	if s.content == nil {
		return
	}
	words := syncWords{speak: s.speak, now: s.state.now()}
	moved := s.head.paint(words.head(s.state), s.state.running, s.state.stopping)
	moved = s.paintNote(words) || moved
	moved = s.paintPage(words) || moved
	if moved {
		s.scroll.changed()
	}
}

func (s *syncScreen) paintNote(words syncWords) (moved bool) {
	kind, title, sentence := words.note(s.state)
	had := s.note.Visible()
	setVisible(s.note, title != "")
	if s.note.Visible() {
		s.note.Set(kind, title, sentence)
	}
	return had || s.note.Visible()
}

func (s *syncScreen) paintPage(words syncWords) (moved bool) {
	setVisible(s.main, s.state.known)
	setVisible(s.side, s.state.known)
	page := words.page(s.state, s.stage.desk.Self())
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
