package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"frontdesk/internal/text"
	"frontdesk/internal/views/board"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// openDisplay is the visitors' display alone, as a program of its own.
func openDisplay(o Options) (fyne.Window, error) {
	speak, err := text.Load(o.Language)
	if err != nil {
		return nil, err
	}
	o.App.Settings().SetTheme(kit.NewTheme(kit.LookDark, 1))
	var d stage.Dispatcher = stage.Background{Tick: o.Tick}
	if o.dispatch != nil {
		d = o.dispatch
	}
	b := boardOf(o, d, func() *text.Speaker { return speak })
	b.Place(o.SecondScreen)
	watch := &watcher{revision: o.Desk.Revision, dispatch: d, log: o.Log, tell: []func(){b.Load}, turned: func() {}, asked: func() {}}
	watch.start()
	b.Window.SetMaster()
	return b.Window, nil
}

// toggleBoard opens the visitors' display beside the desk, or closes it.
func (p *program) toggleBoard() {
	if p.board != nil {
		p.board.Window.Close()
		return
	}
	p.board = boardOf(p.options, p.dispatch, func() *text.Speaker { return p.speak })
	p.board.Place(p.options.SecondScreen)
	p.board.Window.SetOnClosed(func() {
		p.board.Close()
		p.board = nil
	})
	p.board.Window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierControl},
		func(fyne.Shortcut) { p.toggleBoard() })
	p.board.Window.Show()
	if p.options.SecondScreen {
		p.window.RequestFocus() // the next word is typed at the desk
	}
}

// boardOf makes the display of a window's options.
func boardOf(o Options, d stage.Dispatcher, speak func() *text.Speaker) *board.Display {
	window := o.App.NewWindow("")
	window.Resize(fyne.NewSize(stage.UsualWidth, stage.UsualHeight))
	return board.Open(window, o.Hall, o.Announce, d, o.Log, speak)
}
