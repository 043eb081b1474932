package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// addSync gives the window its Sync page, when there is a sync.
func (p *program) addSync(s stage) {
	if p.options.Sync == nil {
		return
	}
	p.sync = newSyncState(p.options.Sync, s)
	page := newSyncScreen(p.sync, s, func() { p.open(p.before) })
	p.sync.changed = func() {
		p.frame.refreshStatus()
		page.paint()
	}
	p.reception.stored = p.sync.load
	p.screens[ScreenSync] = page
	p.order = append(p.order, ScreenSync)
}

// railFoot are the screens at the foot of the rail: matters of the program and
// not of the visitors.
var railFoot = []string{ScreenSync}

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
	return kit.Border(top, foot, nil, nil, nil)
}

// refreshStatus paints the status bar.
func (f *frame) refreshStatus() {
	segments := []kit.Status{f.storedStatus()}
	if printing := f.program.printing; printing != nil {
		segments = append(segments, printerBar(f.program.speak, printing))
	}
	f.status.Set(segments...)
	f.status.OnTapped = f.tapStatus
}

// tapStatus opens the page of the segment that was tapped.
func (f *frame) tapStatus(segment int) {
	if segment == 0 {
		f.program.open(ScreenSync)
	}
}

// storedStatus says where the records are, or how the sync does.
func (f *frame) storedStatus() kit.Status {
	p := f.program
	if p.sync != nil {
		return syncWords{speak: p.speak, now: p.sync.now()}.bar(p.sync)
	}
	return kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen,
		Word: p.speak.T("frame.stored"), Detail: p.speak.T("frame.stored_detail")}
}
