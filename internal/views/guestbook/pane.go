package guestbook

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// guestbookPane is the right side of F4: the chosen visitor, her visits, her
// rights, and the form of what is about to be done.
type guestbookPane struct {
	state *guestbookState
	speak *text.Speaker

	content  *kit.Panel
	parts    *fyne.Container
	scroll   *stage.Scrolled
	name     *kit.Label
	priority *kit.PriorityPill
	since    *kit.Label
	facts    *kit.Definitions
	hold     *kit.HoldButton
	reasons  *fyne.Container // what the full values are needed for
	reason   *kit.Label      // the one that was chosen
	visits   *fyne.Container
	rights   *fyne.Container
	trail    *fyne.Container
	form     *guestbookForm
	deeds    *fyne.Container // what can be done with the number
	reprint  *kit.KeyHint
	drawn    string  // what the lists were made of
	room     float32 // height of the window that the parts stand in
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
	p.reasons = kit.Flow(10)
	for i, why := range models.RevealReasons {
		p.reasons.Add(kit.NewKeyHint(speak.T("reveal."+string(why)), func() { s.choose(i + 1) }, strconv.Itoa(i+1)))
	}
	p.reason = kit.Text("", kit.ColorMuted, kit.TextCaption).Cut()
	p.form = newGuestbookForm(s, speak, press)
	p.reprint = kit.NewKeyHint(speak.T("guestbook.reprint"), s.reprint, "Ctrl P")
	p.deeds = kit.Row(16, kit.NewKeyHint(speak.T("guestbook.do.void"), func() { s.begin(bookVoid) }, "B"), p.reprint)
	head := kit.Border(nil, nil, nil, kit.Row(0, p.priority), p.name)
	p.parts = kit.Column(9, kit.Column(4, head, p.since), p.facts, p.hold, p.reason, p.reasons, p.deeds, p.form.content, p.visits, p.trail, p.rights)
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Sides(12, 18), 0, p.parts))
	p.content = kit.NewPanel(kit.ColorRaised, kit.Inset{}, kit.EdgeLeft, p.scroll.Outer)
	return p
}

// paint shows the chosen visitor.
func (p *guestbookPane) paint(words guestbookWords) {
	row, ok := p.state.chosen()
	stage.SetVisible(p.parts, ok)
	if !ok {
		return
	}
	p.paintHead(words, row)
	p.form.paint(row)
	busy := p.state.form != nil
	stage.SetVisible(p.visits, !busy)
	stage.SetVisible(p.deeds, !busy)
	stage.SetVisible(p.reprint, row.HasTicket())
	stage.SetVisible(p.trail, !busy && p.state.trail)
	stage.SetVisible(p.rights, !busy && !p.state.trail)
	p.paintReason()
	if drawn := p.stamp(words, row); drawn != p.drawn {
		p.drawn = drawn
		p.paintVisits(words)
		p.paintTrail(words)
		p.paintRights(words)
	}
	stage.LayAnew(p.content.Content)
	p.scroll.Changed()
}

// stamp tells apart what the lists were made of.
func (p *guestbookPane) stamp(words guestbookWords, row desk.BookRow) string {
	return row.Visit.ID + strconv.Itoa(len(p.state.person.Visits)) + strconv.Itoa(len(p.state.person.Trail.Openings)) +
		strconv.Itoa(len(p.state.person.Trail.Corrections)) + strconv.Itoa(len(p.state.requests)) + strconv.Itoa(p.state.listed) +
		words.now.Format(time.RFC3339[:16]) + strconv.FormatBool(p.state.trail) + strconv.Itoa(p.visitsShown())
}

// fit tells how high the window is: a low one shows fewer visits, so that the
// rights are in sight without scrolling.
func (p *guestbookPane) fit(height float32) bool {
	before := p.visitsShown()
	p.room = height
	return p.visitsShown() != before
}

// paintReason asks what the full values are needed for, and tells what was
// chosen for this visitor.
func (p *guestbookPane) paintReason() {
	s := p.state
	asks := s.form == nil && !p.hold.Disabled()
	stage.SetVisible(p.hold, s.form == nil)
	stage.SetVisible(p.reasons, asks && s.why == "")
	stage.SetVisible(p.reason, asks && s.why != "")
	if s.why != "" {
		p.reason.SetText(p.speak.T("guestbook.reveal_for", p.speak.T("reveal."+string(s.why)), len(models.RevealReasons)))
	}
}

func (p *guestbookPane) paintHead(words guestbookWords, row desk.BookRow) {
	name, _ := words.name(row)
	masked := row.Masked()
	nik, phone := stage.FirstOf(masked.NIK, stage.NoFigure), stage.FirstOf(masked.Phone, stage.NoFigure)
	if seen := p.state.revealed; seen != nil {
		name, nik, phone = stage.FirstOf(seen.Name, stage.NoFigure), stage.FirstOf(seen.NIK, stage.NoFigure), stage.FirstOf(seen.Phone, stage.NoFigure)
	}
	p.name.SetText(name)
	group := ""
	if len(row.Visit.Priorities) > 0 {
		group = p.speak.T("priority." + string(row.Visit.Priorities[0]))
	}
	p.priority.Set(group)
	stage.SetVisible(p.priority, group != "")
	since := ""
	if len(p.state.person.Visits) > 0 {
		since = words.since(p.state.person)
	}
	if p.state.person.Stopped {
		since = p.speak.T("guestbook.stopped")
	}
	p.since.SetText(since)
	facts := []kit.Definition{{Term: p.speak.T("book.column.nik"), Value: nik}, {Term: p.speak.T("book.column.phone"), Value: phone}}
	if gone := words.gone(row, p.state.person, p.state.book.RetentionDays()); gone != "" {
		facts = append(facts, kit.Definition{Term: p.speak.T("guestbook.gone"), Value: gone})
	}
	p.facts.Set(facts...)
	if row.Visit.Identity.Empty() || !row.Visit.StoppedAt.IsZero() || row.Locked {
		p.hold.Disable()
	} else {
		p.hold.Enable()
	}
}
