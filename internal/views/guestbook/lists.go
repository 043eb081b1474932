package guestbook

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// visitsShown is how many of her visits are listed beside her rights; more are
// counted.
func (p *guestbookPane) visitsShown() int {
	switch {
	case p.room < stage.Units(630):
		return 1
	case p.room < stage.Units(684):
		return 2
	}
	return 3
}

func (p *guestbookPane) paintVisits(words guestbookWords) {
	rows := p.state.person.Visits
	p.visits.Objects = []fyne.CanvasObject{bookHeading(p.speak.T("guestbook.visits"), "")}
	most := p.visitsShown()
	if p.state.trail {
		most = len(rows)
	}
	for _, r := range rows[:min(len(rows), most)] {
		at := r.Visit.ArrivedAt.In(words.now.Location())
		day := words.day(at)
		if stage.SameDay(at, words.now) {
			day = p.speak.T("guestbook.today")
		}
		p.visits.Add(stage.Ruled(bookLine(day, words.service(r), words.visitLine(r))))
	}
	if more := len(rows) - most; more > 0 {
		p.visits.Add(stage.Ruled(kit.Text(p.speak.T("guestbook.more_visits", more), kit.ColorMuted, kit.TextCaption)))
	}
}

// bookHeading is a heading with words after it.
func bookHeading(title, after string) fyne.CanvasObject {
	return kit.NewPanel("", kit.Inset{Bottom: 5}, 0, kit.Row(6, kit.SemiBold(title, kit.ColorMuted, kit.TextCaption),
		kit.Text(after, kit.ColorMuted, kit.TextCaption)))
}

// bookLine sets two lines beside a day.
func bookLine(day, upper, lower string) fyne.CanvasObject {
	return &fyne.Container{Layout: bookLineLayout{}, Objects: []fyne.CanvasObject{
		kit.Text(day, kit.ColorMuted, kit.TextCaption).Cut(),
		kit.Column(1, kit.Text(upper, kit.ColorInk, kit.TextDetail).Cut(), kit.Text(lower, kit.ColorMuted, kit.TextCaption).Cut())}}
}

// bookLineLayout gives the day its column.
type bookLineLayout struct{}

// Layout sets the day at the left.
func (bookLineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := stage.Units(76)
	stage.Set(objects[0], 0, stage.Units(1), left-stage.Units(6), objects[0].MinSize().Height)
	stage.Set(objects[1], left, 0, max(0, size.Width-left), size.Height)
}

// MinSize is the height of the two lines.
func (bookLineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(160), objects[1].MinSize().Height)
}

// mostTraces are listed of the trail, the newest first.
const mostTraces = 20

// paintTrail lists who opened what is stored of her, what was corrected, and
// what she asked for.
func (p *guestbookPane) paintTrail(words guestbookWords) {
	trail := p.state.person.Trail
	p.trail.Objects = []fyne.CanvasObject{bookHeading(p.speak.T("guestbook.trail"), strconv.Itoa(len(trail.Openings)))}
	day := func(at time.Time) string { return words.day(at.In(words.now.Location())) }
	for _, o := range newest(trail.Openings) {
		p.trail.Add(stage.Ruled(bookLine(day(o.At), o.OperatorID+" · "+words.speak.Clock(o.At.In(words.now.Location())), words.why(o.Why))))
	}
	for i, c := range slices.Backward(trail.Corrections) {
		if len(trail.Corrections)-i > mostTraces {
			break
		}
		p.trail.Add(stage.Ruled(bookLine(day(c.At), words.changed(p.state.person, i), c.OperatorID+" · "+c.Reason)))
	}
	for _, r := range newest(trail.Requests) {
		p.trail.Add(stage.Ruled(bookLine(day(r.At), p.speak.T("guestbook.asked", p.speak.T("person.kind."+string(r.Kind))), words.answered(r))))
	}
	if len(p.trail.Objects) == 1 {
		p.trail.Add(stage.Ruled(kit.Text(p.speak.T("guestbook.no_trail"), kit.ColorMuted, kit.TextCaption)))
	}
	p.trail.Add(kit.NewPanel("", kit.Inset{Top: 8}, 0, kit.NewKeyHint(p.speak.T("guestbook.back"), p.state.back, "Esc")))
}

// newest are the last mostTraces of a list, the newest first.
func newest[T any](list []T) []T {
	last := slices.Clone(list[max(0, len(list)-mostTraces):])
	slices.Reverse(last)
	return last
}

// paintRights offers what can be done, each with its key, below what she asked
// for and waits for.
func (p *guestbookPane) paintRights(words guestbookWords) {
	s := p.state
	p.rights.Objects = []fyne.CanvasObject{bookHeading(p.speak.T("guestbook.rights"), p.speak.T("guestbook.term"))}
	for _, r := range s.person.Trail.Requests {
		if !r.DoneAt.IsZero() {
			continue
		}
		due := r.DueAt.In(words.now.Location())
		status := words.urgency(r)
		p.rights.Add(stage.Ruled(kit.Column(1, kit.NewStatusLine(status),
			kit.Text(p.speak.T("guestbook.due", p.speak.T("person.kind."+string(r.Kind)), due, due), kit.ColorMuted, kit.TextCaption).Cut())))
	}
	for _, r := range []struct {
		key, name string
		do        func()
	}{
		{"L", "see", s.showTrail}, {"E", "export", func() { s.begin(bookExport) }}, {"K", "correct", func() { s.begin(bookCorrect) }},
		{"H", "stop", func() { s.begin(bookStop) }}, {"M", "request", func() { s.begin(bookRequest) }}, {"Del", "erase", func() { s.begin(bookErase) }},
	} {
		p.rights.Add(stage.NewDeedLine(p.speak.T("guestbook.right."+r.name), "", r.key, r.name == "erase", r.do))
	}
}
