package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/syncpage"
)

// addSync gives the window its Sync page, when there is a sync.
func (p *program) addSync(s stage.Stage) {
	if p.options.Sync == nil {
		return
	}
	p.sync = syncpage.New(p.options.Sync, s, func() { p.open(p.before) }, func() { p.frame.refreshStatus() })
	p.reception.Stored = p.sync.Load
	p.screens[stage.ScreenSync] = p.sync
	p.order = append(p.order, stage.ScreenSync)
}

// railFoot are the screens at the foot of the rail: matters of the program and
// not of the visitors.
var railFoot = []string{stage.ScreenSync, stage.ScreenSetup}

// railColumn sets the items of the rail.
func (f *frame) railColumn() fyne.CanvasObject {
	top, foot := kit.Column(0), kit.Column(0)
	for _, name := range f.program.order {
		if slices.Contains(railFoot, name) {
			foot.Add(f.rail[name])
			continue
		}
		top.Add(f.rail[name])
	}
	return &fyne.Container{Layout: railLayout{foot: len(foot.Objects)}, Objects: append(top.Objects, foot.Objects...)}
}

// railLayout sets the entries from the top down and those of the foot at the
// bottom; where room is short they stand closer.
type railLayout struct{ foot int }

// Layout gives every entry the same height.
func (l railLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	height := min(objects[0].MinSize().Height, size.Height/float32(len(objects)))
	for i, o := range objects {
		y := float32(i) * height
		if i >= len(objects)-l.foot {
			y = size.Height - float32(len(objects)-i)*height
		}
		stage.Set(o, 0, y, size.Width, height)
	}
}

// MinSize leaves the height to the window.
func (railLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(objects[0].MinSize().Width, 0)
}

// refreshStatus paints the status bar.
func (f *frame) refreshStatus() {
	segments := f.storedStatus()
	if printing := f.program.printing; printing != nil {
		segments = append(segments, stage.PrinterBar(f.program.speak, printing))
	}
	f.status.Set(segments...)
	f.status.OnTapped = f.tapStatus
}

// tapStatus opens the page of the segment that was tapped.
func (f *frame) tapStatus(segment int) {
	if f.program.sync == nil {
		return
	}
	if segment == len(f.storedStatus())-1 {
		f.program.open(stage.ScreenSync)
	}
}

// storedStatus says where the records are, then how the sync does.
func (f *frame) storedStatus() []kit.Status {
	p := f.program
	var segments []kit.Status
	if link := p.linkState(); link.Alone {
		segments = append(segments, aloneBar(p.speak, link))
	} else if p.options.Database != "" {
		segments = append(segments, databaseBar(p.speak, p.options.Database, p.options.Touch, p.watch.failed))
	}
	if p.sync != nil {
		segments = append(segments, p.sync.Bar(p.speak))
	}
	if len(segments) > 0 {
		return segments
	}
	return []kit.Status{{Shape: kit.ShapeDisc, Colour: kit.ColorOpen,
		Word: p.speak.T("frame.stored"), Detail: p.speak.T("frame.stored_detail")}}
}

// databaseBar tells whether the mall's server answers.
func databaseBar(speak *text.Speaker, name string, reads, gone bool) kit.Status {
	switch {
	case reads && gone:
		return kit.Status{Shape: kit.ShapeBarred, Colour: kit.ColorStop,
			Word: speak.T("database.bar_gone"), Detail: speak.T("guide.gone_detail", name)}
	case reads:
		return kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: speak.T("guide.reads"), Detail: name}
	}
	if gone {
		return kit.Status{Shape: kit.ShapeBarred, Colour: kit.ColorStop,
			Word: speak.T("database.bar_gone"), Detail: speak.T("database.bar_gone_detail", name)}
	}
	return kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: speak.T("database.bar"), Detail: name}
}
