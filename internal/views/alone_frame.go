package views

import (
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// linkState is how the PC stands to the mall's server; zero on a file of its
// own.
func (p *program) linkState() models.MallLink {
	if p.options.Link == nil {
		return models.MallLink{}
	}
	return p.options.Link()
}

// watchLink paints what changes when the server goes and comes back.
func (f *frame) watchLink() {
	state := f.program.linkState()
	if state.Same(f.linked) {
		return
	}
	f.linked = state
	f.refreshStatus()
	f.refreshAlone()
	f.content.Refresh()
}

// refreshAlone says across the window that the PC works alone, what that means
// and that nothing is to be done.
func (f *frame) refreshAlone() {
	stage.SetVisible(f.alone, f.linked.Alone)
	if f.linked.Alone {
		state := f.linked
		state.Since = state.Since.In(f.program.options.Desk.Now().Location())
		title, sentence := aloneWords(f.program.speak, state)
		f.alone.Set(kit.NoteWarn, title, sentence)
	}
}

func aloneWords(speak *text.Speaker, state models.MallLink) (title, sentence string) {
	title = speak.T("alone.strip", speak.Clock(state.Since), state.First)
	if state.Trouble.Empty() {
		return title, speak.T("alone.strip_detail")
	}
	return title, speak.T("alone.strip_trouble", speak.Say(state.Trouble))
}

// aloneBar is the status bar's segment of a PC that works alone.
func aloneBar(speak *text.Speaker, state models.MallLink) kit.Status {
	if state.Returning {
		return kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorWarn, Word: speak.T("alone.returning"),
			Detail: speak.T("alone.returning_detail", state.Waiting)}
	}
	return kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: speak.T("alone.bar"),
		Detail: speak.T("alone.bar_detail", state.First, state.Waiting)}
}
