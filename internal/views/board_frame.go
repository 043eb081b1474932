package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// openDisplay is the visitors' display alone, as a program of its own.
func openDisplay(o Options) (fyne.Window, error) {
	speak, err := text.Load(o.Language)
	if err != nil {
		return nil, err
	}
	o.App.Settings().SetTheme(kit.NewTheme(kit.LookDark, 1))
	var d dispatcher = background{tick: o.Tick}
	if o.dispatch != nil {
		d = o.dispatch
	}
	b := boardOf(o, d, func() *text.Speaker { return speak })
	b.place(o.SecondScreen)
	watch := &watcher{revision: o.Desk.Revision, dispatch: d, log: o.Log, tell: []func(){b.load}, turned: func() {}, asked: func() {}}
	watch.start()
	b.window.SetMaster()
	return b.window, nil
}

// toggleBoard opens the visitors' display beside the desk, or closes it.
func (p *program) toggleBoard() {
	if p.board != nil {
		p.board.window.Close()
		return
	}
	p.board = boardOf(p.options, p.dispatch, func() *text.Speaker { return p.speak })
	p.board.place(p.options.SecondScreen)
	p.board.window.SetOnClosed(func() {
		p.board.close()
		p.board = nil
	})
	p.board.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierControl},
		func(fyne.Shortcut) { p.toggleBoard() })
	p.board.window.Show()
	if p.options.SecondScreen {
		p.window.RequestFocus() // the next word is typed at the desk
	}
}

// boardOf makes the display of a window's options.
func boardOf(o Options, d dispatcher, speak func() *text.Speaker) *boardWindow {
	window := o.App.NewWindow("")
	window.Resize(fyne.NewSize(usualWidth, usualHeight))
	return openBoard(window, o.Hall, o.Announce, d, o.Log, speak)
}
