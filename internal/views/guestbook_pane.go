package views

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// guestbookPane is the right side of F4: the chosen visitor, her visits, her
// rights, and the form of what is about to be done.
type guestbookPane struct {
	state *guestbookState
	speak *text.Speaker

	content  *kit.Panel
	parts    *fyne.Container
	scroll   *scrolled
	name     *kit.Label
	priority *kit.PriorityPill
	since    *kit.Label
	facts    *kit.Definitions
	hold     *kit.HoldButton
	visits   *fyne.Container
	rights   *fyne.Container
	trail    *fyne.Container
	form     *guestbookForm
	deeds    *fyne.Container // what can be done with the number
	reprint  *kit.KeyHint
	drawn    string // what the lists were made of
}

func newGuestbookPane(s *guestbookState, speak *text.Speaker, press func(kit.KeyPress) bool) *guestbookPane {
	p := &guestbookPane{state: s, speak: speak,
		name:     kit.SemiBold("", kit.ColorInk, kit.TextService).Cut(),
		priority: kit.NewPriorityPill(""),
		since:    kit.Text("", kit.ColorMuted, kit.TextDetail).Cut(),
		facts:    kit.NewDefinitions(),
		visits:   kit.Column(0), rights: kit.Column(0), trail: kit.Column(0),
	}
	p.hold = kit.NewHoldButton(speak.T("guestbook.hold"), "Alt V", func(held bool) {
		if held {
			s.hold()
			return
		}
		s.conceal()
	})
	p.hold.OnKey = press
	p.form = newGuestbookForm(s, speak, press)
	p.reprint = kit.NewKeyHint(speak.T("guestbook.reprint"), s.reprint, "Ctrl P")
	p.deeds = kit.Row(16, kit.NewKeyHint(speak.T("guestbook.do.void"), func() { s.begin(bookVoid) }, "B"), p.reprint)
	head := kit.Border(nil, nil, nil, kit.Row(0, p.priority), p.name)
	p.parts = kit.Column(12, kit.Column(4, head, p.since), p.facts, p.hold, p.deeds, p.form.content, p.visits, p.trail, p.rights)
	p.scroll = newScrolled(kit.NewPanel("", kit.Sides(16, 18), 0, p.parts))
	p.content = kit.NewPanel(kit.ColorRaised, kit.Inset{}, kit.EdgeLeft, p.scroll.outer)
	return p
}

// paint shows the chosen visitor.
func (p *guestbookPane) paint(words guestbookWords) {
	row, ok := p.state.chosen()
	setVisible(p.parts, ok)
	if !ok {
		return
	}
	p.paintHead(words, row)
	p.form.paint(row)
	busy := p.state.form != nil
	setVisible(p.visits, !busy)
	setVisible(p.deeds, !busy)
	setVisible(p.reprint, row.HasTicket())
	setVisible(p.trail, !busy && p.state.trail)
	setVisible(p.rights, !busy && !p.state.trail)
	if drawn := p.stamp(words, row); drawn != p.drawn {
		p.drawn = drawn
		p.paintVisits(words)
		p.paintTrail(words)
		p.paintRights(words)
	}
	layAnew(p.content.Content)
	p.scroll.changed()
}

// stamp tells apart what the lists were made of.
func (p *guestbookPane) stamp(words guestbookWords, row desk.BookRow) string {
	return row.Visit.ID + strconv.Itoa(len(p.state.person.Visits)) + strconv.Itoa(len(p.state.person.Trail.Openings)) +
		strconv.Itoa(len(p.state.person.Trail.Corrections)) + strconv.Itoa(len(p.state.requests)) + strconv.Itoa(p.state.listed) +
		words.now.Format(time.RFC3339[:16]) + strconv.FormatBool(p.state.trail)
}

func (p *guestbookPane) paintHead(words guestbookWords, row desk.BookRow) {
	name, _ := words.name(row)
	masked := row.Masked()
	nik, phone := firstOf(masked.NIK, noFigure), firstOf(masked.Phone, noFigure)
	if seen := p.state.revealed; seen != nil {
		name, nik, phone = firstOf(seen.Name, noFigure), firstOf(seen.NIK, noFigure), firstOf(seen.Phone, noFigure)
	}
	p.name.SetText(name)
	group := ""
	if len(row.Visit.Priorities) > 0 {
		group = p.speak.T("priority." + string(row.Visit.Priorities[0]))
	}
	p.priority.Set(group)
	setVisible(p.priority, group != "")
	since := ""
	if len(p.state.person.Visits) > 0 {
		since = words.since(p.state.person)
	}
	if p.state.person.Stopped {
		since = p.speak.T("guestbook.stopped")
	}
	p.since.SetText(since)
	p.facts.Set(kit.Definition{Term: p.speak.T("book.column.nik"), Value: nik}, kit.Definition{Term: p.speak.T("book.column.phone"), Value: phone})
	if row.Visit.Identity.Empty() || !row.Visit.StoppedAt.IsZero() || row.Locked {
		p.hold.Disable()
	} else {
		p.hold.Enable()
	}
}

// mostPersonVisits are listed; more are counted.
const mostPersonVisits = 6

func (p *guestbookPane) paintVisits(words guestbookWords) {
	rows := p.state.person.Visits
	p.visits.Objects = []fyne.CanvasObject{bookHeading(p.speak.T("guestbook.visits"), "")}
	most := mostPersonVisits
	if p.state.trail {
		most = len(rows)
	} else if len(rows) > 3 {
		most = 3
	}
	for _, r := range rows[:min(len(rows), most)] {
		at := r.Visit.ArrivedAt.In(words.now.Location())
		day := words.day(at)
		if sameDay(at, words.now) {
			day = p.speak.T("guestbook.today")
		}
		p.visits.Add(ruled(bookLine(day, words.service(r), words.visitLine(r))))
	}
	if more := len(rows) - most; more > 0 {
		p.visits.Add(ruled(kit.Text(p.speak.T("guestbook.more_visits", more), kit.ColorMuted, kit.TextCaption)))
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
	left := units(76)
	set(objects[0], 0, units(1), left-units(6), objects[0].MinSize().Height)
	set(objects[1], left, 0, max(0, size.Width-left), size.Height)
}

// MinSize is the height of the two lines.
func (bookLineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(160), objects[1].MinSize().Height)
}

// mostTraces are listed of the trail, the newest first.
const mostTraces = 20

// paintTrail lists who opened and corrected what is stored of her.
func (p *guestbookPane) paintTrail(words guestbookWords) {
	trail := p.state.person.Trail
	p.trail.Objects = []fyne.CanvasObject{bookHeading(p.speak.T("guestbook.trail"), strconv.Itoa(len(trail.Openings)))}
	day := func(at time.Time) string { return words.day(at.In(words.now.Location())) }
	for i := len(trail.Openings) - 1; i >= max(0, len(trail.Openings)-mostTraces); i-- {
		o := trail.Openings[i]
		p.trail.Add(ruled(bookLine(day(o.At), o.OperatorID+" · "+words.speak.Clock(o.At.In(words.now.Location())), o.Why)))
	}
	for i := len(trail.Corrections) - 1; i >= max(0, len(trail.Corrections)-mostTraces); i-- {
		c := trail.Corrections[i]
		p.trail.Add(ruled(bookLine(day(c.At), p.speak.T("guestbook.changed", p.speak.T("person.field."+string(c.Field))), c.OperatorID+" · "+c.Reason)))
	}
	if len(p.trail.Objects) == 1 {
		p.trail.Add(ruled(kit.Text(p.speak.T("guestbook.no_trail"), kit.ColorMuted, kit.TextCaption)))
	}
	p.trail.Add(kit.NewPanel("", kit.Inset{Top: 8}, 0, kit.NewKeyHint(p.speak.T("guestbook.back"), p.state.back, "Esc")))
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
		p.rights.Add(ruled(kit.Column(1, kit.NewStatusLine(status),
			kit.Text(p.speak.T("guestbook.due", p.speak.T("person.kind."+string(r.Kind)), due, due), kit.ColorMuted, kit.TextCaption).Cut())))
	}
	for _, r := range []struct {
		key, name string
		do        func()
	}{
		{"L", "see", s.showTrail}, {"E", "export", func() { s.begin(bookExport) }}, {"K", "correct", func() { s.begin(bookCorrect) }},
		{"H", "stop", func() { s.begin(bookStop) }}, {"M", "request", func() { s.begin(bookRequest) }}, {"Del", "erase", func() { s.begin(bookErase) }},
	} {
		p.rights.Add(newDeedLine(p.speak.T("guestbook.right."+r.name), p.speak.T("guestbook.right."+r.name+"_detail"), r.key, r.name == "erase", r.do))
	}
}

// guestbookForm asks for what an action needs.
type guestbookForm struct {
	state   *guestbookState
	speak   *text.Speaker
	content *fyne.Container
	title   *kit.Label
	means   *kit.Label
	kinds   *fyne.Container
	fields  [bookFieldCount]*kit.Field
	save    *kit.Button
	filling bool
}

func newGuestbookForm(s *guestbookState, speak *text.Speaker, press func(kit.KeyPress) bool) *guestbookForm {
	f := &guestbookForm{state: s, speak: speak, title: kit.SemiBold("", kit.ColorInk, kit.TextResult).Cut(),
		means: kit.Text("", kit.ColorMuted, kit.TextDetail).Wrapped(), kinds: kit.Column(6),
		save: kit.NewButton(kit.ButtonFilled, "", "Enter", s.enter)}
	for i, key := range []string{"book.column.name", "book.column.nik", "book.column.phone", "guestbook.reason"} {
		hint := speak.T("guestbook.unchanged")
		if bookField(i) == bookReason {
			hint = speak.T("guestbook.reason_type")
		}
		field := kit.NewField(speak.T(key), "", hint)
		field.Input.OnKey = press
		field.Input.OnChanged = func(words string) {
			if !f.filling {
				s.fill(bookField(i), words)
			}
		}
		field.Input.OnFocus = func(gained bool) {
			if gained && s.form != nil {
				s.form.at, s.spot = bookField(i), bookForm
			}
		}
		f.fields[i] = field
	}
	for i, kind := range models.RequestKinds {
		f.kinds.Add(kit.NewKeyHint(speak.T("person.kind."+string(kind)), func() { s.choose(i + 1) }, strconv.Itoa(i+1)))
	}
	objects := []fyne.CanvasObject{f.title, f.means, f.kinds}
	for _, field := range f.fields {
		objects = append(objects, field)
	}
	f.content = kit.Column(10, append(objects, f.save, kit.NewKeyHint(speak.T("guestbook.cancel_form"), s.back, "Esc"))...)
	return f
}

func (f *guestbookForm) paint(row desk.BookRow) {
	form := f.state.form
	setVisible(f.content, form != nil)
	if form == nil {
		return
	}
	action := string(form.action)
	f.title.SetText(f.speak.T("guestbook.right." + action))
	means, do := "", ""
	if form.action == bookFull {
		means, do = f.fullWords()
	} else {
		means, do = f.speak.T("guestbook.means."+action), f.speak.T("guestbook.do."+action)
	}
	if form.action == bookRequest && !form.asking {
		means = f.speak.T("person.kind." + string(form.kind))
	}
	if form.action == bookVoid && row.HasTicket() {
		f.title.SetText(f.speak.T("guestbook.void_number", row.Ticket.Number))
	}
	f.means.SetText(means)
	setVisible(f.kinds, form.asking)
	f.filling = true
	for i, field := range f.fields {
		setVisible(field, !form.asking && (bookField(i) == bookReason || form.action == bookCorrect))
		setText(field.Input, form.values[i])
	}
	f.filling = false
	setVisible(f.save, !form.asking)
	setLabel(f.save, do)
	setEnabled(f.save, !f.state.busy)
}

// target is where the next key goes; nil: no field.
func (f *guestbookForm) target() fyne.Focusable {
	form := f.state.form
	if form == nil || form.asking {
		return nil
	}
	return f.fields[form.at].Input
}
