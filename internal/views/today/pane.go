package today

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// todayPane is the right side of F5: the chosen agency, what is marked of it,
// its counters and who waits.
type todayPane struct {
	state *todayState
	speak *text.Speaker

	content  *kit.Panel
	parts    *fyne.Container
	scroll   *stage.Scrolled
	plate    *kit.Plate
	name     *kit.Label
	hours    *kit.Label
	states   []*kit.StateKey
	reason   *kit.Field
	until    *kit.Field
	note     *kit.Note
	counters *todayCounters
	waiters  *todayWaiters
	park     *kit.Button
	send     *kit.Button
	actions  *fyne.Container
	move     *todayMoving
	save     *kit.Button
	undo     *kit.KeyHint
	undoing  *fyne.Container
	foot     *fyne.Container
	filling  bool // the program, not the person, changes a field
}

func newTodayPane(s *todayState, speak *text.Speaker, press func(kit.KeyPress) bool) *todayPane {
	p := &todayPane{state: s, speak: speak,
		plate:    kit.NewPlate("", "", kit.PlateStaffed),
		name:     kit.SemiBold("", kit.ColorInk, kit.TextService).Cut(),
		hours:    kit.Text("", kit.ColorMuted, kit.TextCaption).Cut(),
		reason:   kit.NewField(speak.T("today.reason"), "", speak.T("today.reason_type")),
		until:    kit.NewField(speak.T("today.until"), "", speak.T("today.until_type")),
		note:     kit.NewNote(kit.NoteInfo, "", ""),
		counters: newTodayCounters(s, speak),
		waiters:  newTodayWaiters(s, speak),
		park:     kit.NewButton(kit.ButtonOutlined, "", "P", s.parkAll).Compact(),
		send:     kit.NewButton(kit.ButtonOutlined, speak.T("today.move"), "A", s.beginMove).Compact(),
		move:     newTodayMoving(s, speak, press),
		save:     kit.NewButton(kit.ButtonFilled, speak.T("today.save"), "Enter", s.enter),
		undo:     kit.NewKeyHint("", s.undo, "Ctrl Z"),
	}
	p.lend(p.reason, todayReason, press, func(d *todayDraft, words string) { d.reason = words })
	p.lend(p.until, todayUntil, press, func(d *todayDraft, words string) { d.until = words })
	p.until.Input.Replaced = true
	p.actions = kit.Flow(8, p.park, p.send)
	p.parts = kit.Column(10, p.head(), p.choices(), p.reason, p.until, p.note, p.move.content, p.counters.content,
		p.waiters.content)
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Inset{Top: 16, Right: 16, Bottom: 6, Left: 16}, 0, p.parts))
	p.undoing = kit.Row(0, p.undo)
	p.foot = kit.Column(10, p.actions, p.undoing, p.save)
	p.content = kit.NewPanel(kit.ColorRaised, kit.Inset{}, 0, kit.Border(nil,
		kit.NewPanel("", kit.Inset{Top: 8, Right: 16, Bottom: 16, Left: 16}, 0, p.foot), nil, nil, p.scroll.Outer))
	return p
}

// lend gives a field the keys of the screen, and the state what is typed.
func (p *todayPane) lend(f *kit.Field, at todaySpot, press func(kit.KeyPress) bool, change func(*todayDraft, string)) {
	f.Input.OnKey = press
	f.Input.OnChanged = func(words string) {
		if !p.filling {
			p.state.fill(func(d *todayDraft) { change(d, words) })
		}
	}
	f.Input.OnFocus = func(gained bool) {
		if gained {
			p.state.focused(at)
		}
	}
}

// head names the agency beside its sign.
func (p *todayPane) head() fyne.CanvasObject {
	words := kit.NewPanel("", kit.Inset{Left: 12}, 0, kit.Column(2, p.name, p.hours))
	return kit.Border(nil, nil, kit.Row(0, p.plate), nil, words)
}

// choices are the states with their keys, two in a line.
func (p *todayPane) choices() fyne.CanvasObject {
	lines := kit.Column(8)
	for i := 0; i < len(todayStates); i += 2 {
		pair := kit.Columns(8, p.choice(i))
		if i+1 < len(todayStates) {
			pair.Add(p.choice(i + 1))
		} else {
			pair.Add(kit.Column(0))
		}
		lines.Add(pair)
	}
	return lines
}

func (p *todayPane) choice(i int) fyne.CanvasObject {
	s := todayStates[i]
	key := kit.NewStateKey(kit.StatusOf(s.looks, p.speak.T("today.state."+string(s.state)), ""), s.key,
		func() { p.state.mark(s.state) })
	p.states = append(p.states, key)
	return key
}

// paint shows the chosen agency and what is about to be marked.
func (p *todayPane) paint(words todayWords) {
	a, ok := p.state.chosen()
	stage.SetVisible(p.parts, ok)
	stage.SetVisible(p.actions, ok)
	p.paintSave()
	p.paintSeconds()
	if !ok {
		return
	}
	p.paintHead(words, a)
	p.paintForm()
	p.paintNote()
	p.move.paint()
	p.counters.paint(words, a, p.state.moving == nil && p.state.draft() == nil && !away(p.state.form().state))
	p.waiters.paint(words, p.state.affected(), p.delays(a))
	p.paintActions()
	p.content.Refresh()
	stage.LayAnew(p.content.Content)
	p.scroll.Changed()
}

func (p *todayPane) paintHead(words todayWords, a desk.AgencyStatus) {
	p.name.SetText(a.Agency.ShortName)
	p.hours.SetText(words.hours(a.Agency))
	stage.SetVisible(p.plate, len(a.Agency.Counters) > 0)
	if p.plate.Visible() {
		c := a.Agency.Counters[0]
		p.plate.Set(p.speak.Count(c.Number), p.speak.T("row.floor", c.Floor), finds.PlateKind(a.Status))
	}
}

func (p *todayPane) paintForm() {
	form := p.state.form()
	for i, s := range todayStates {
		p.states[i].SetChosen(form.state == s.state)
	}
	fields := away(form.state) && p.state.moving == nil
	stage.SetVisible(p.reason, fields)
	stage.SetVisible(p.until, fields)
	p.filling = true
	stage.SetText(p.reason.Input, form.reason)
	stage.SetText(p.until.Input, form.until)
	p.filling = false
}

// paintNote says what went wrong, what to do, or where the mark will be seen.
func (p *todayPane) paintNote() {
	kind, sentence := kit.NoteInfo, p.speak.Say(p.state.says)
	switch {
	case p.state.err != nil:
		kind, sentence = kit.NoteStop, p.speak.Error(p.state.err)
	case sentence == "" && p.state.draft() != nil:
		sentence = p.speak.T("today.seen_at_once")
	}
	stage.SetVisible(p.note, sentence != "")
	if p.note.Visible() {
		p.note.Set(kind, "", sentence)
	}
}

// paintSave says what Enter does now.
func (p *todayPane) paintSave() {
	says := "today.save"
	if p.state.moving != nil {
		says = "today.send"
	}
	stage.SetLabel(p.save, p.speak.T(says))
	stage.SetEnabled(p.save, (p.state.draft() != nil || p.state.moving != nil) && !p.state.busy)
}

// paintActions offers what can be done for those who wait.
func (p *todayPane) paintActions() {
	waiting := len(p.state.parkable()) > 0
	until, ok := p.state.parkUntil()
	stage.SetVisible(p.actions, waiting && p.state.moving == nil)
	stage.SetVisible(p.park, ok)
	park, send := "P", "A"
	if p.state.inField() {
		park, send = "", "" // letters are typed there
	}
	p.park.SetKey(park)
	p.send.SetKey(send)
	if ok {
		stage.SetLabel(p.park, p.speak.T("today.park_all", until))
	}
}

// delays tells that by the form nobody serves those who wait.
func (p *todayPane) delays(a desk.AgencyStatus) bool {
	if d := p.state.draft(); d != nil {
		return away(d.state)
	}
	return marked(a, p.state.at)
}

// paintSeconds counts down how long the last action can be taken back; while
// something is typed Ctrl+Z is for the typing.
func (p *todayPane) paintSeconds() {
	left := p.state.secondsLeft()
	had := p.undoing.Visible()
	stage.SetVisible(p.undoing, left > 0 && !p.state.inField())
	p.undo.SetText(p.speak.T("today.undo", left))
	if had != p.undoing.Visible() {
		p.content.Refresh()
		stage.LayAnew(p.content.Content)
	}
}
