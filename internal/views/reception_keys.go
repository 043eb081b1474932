package views

import (
	"strconv"

	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// receptionKeys is the table of keys of F1.
func receptionKeys() []Binding {
	return []Binding{
		onReception(Binding{Keys: []string{"Enter"}, Says: "key.enter"}, (*reception).enter),
		onReception(Binding{Keys: []string{"Ctrl+Enter"}, Says: "key.more", When: inForm}, (*reception).more),
		onReception(Binding{Keys: []string{"Up"}, Says: "key.up"}, (*reception).up),
		onReception(Binding{Keys: []string{"Down"}, Says: "key.down"}, (*reception).down),
		onReception(Binding{Keys: []string{"Left"}, Says: "key.group_before", When: inGroups}, (*reception).up),
		onReception(Binding{Keys: []string{"Right"}, Says: "key.group_after", When: inGroups}, (*reception).down),
		{Screen: ScreenReception, Keys: numbered("Alt+", 9), Shown: "Alt+1–9", Says: "key.row", When: inRows, Do: takeNumbered},
		onReception(Binding{Keys: []string{"Tab"}, Says: "key.tab"}, func(r *reception) { r.tab(1) }),
		onReception(Binding{Keys: []string{"Shift+Tab"}, Says: "key.tab_back"}, func(r *reception) { r.tab(-1) }),
		onReception(Binding{Keys: []string{"Space"}, Says: "key.tick", When: ticking}, (*reception).space),
		onReception(Binding{Keys: []string{"+"}, Says: "key.all_papers", When: inPapers}, func(r *reception) { r.allPapers(true) }),
		onReception(Binding{Keys: []string{"-"}, Says: "key.no_papers", When: inPapers}, func(r *reception) { r.allPapers(false) }),
		onReception(Binding{Keys: []string{"Alt+Up"}, Says: "key.errand_earlier", When: inPapers}, func(r *reception) { r.moveErrand(-1) }),
		onReception(Binding{Keys: []string{"Alt+Down"}, Says: "key.errand_later", When: inPapers}, func(r *reception) { r.moveErrand(1) }),
		onReception(Binding{Keys: []string{"Alt+0"}, Says: "key.errand_suggested", When: inPapers}, (*reception).suggestOrder),
		onReception(Binding{Keys: []string{"F9"}, Says: "key.no_data", When: inForm, Why: whyNoService}, (*reception).noIdentity),
		onReception(Binding{Keys: []string{"F8"}, Says: "key.ask", When: inForm}, func(r *reception) { r.ask(false) }),
		onReception(Binding{Keys: []string{"Shift+F8"}, Says: "key.ask_phone", When: inForm}, func(r *reception) { r.ask(true) }),
		onReception(Binding{Keys: []string{"F7", "Ctrl+T"}, Says: "key.turn_away", When: inForm}, (*reception).beginTurnAway),
		{Screen: ScreenReception, Keys: numbered("", 4), Shown: "1–4", Says: "key.reason", When: turningAway, Do: turnAwayNumbered},
		onReception(Binding{Keys: []string{"Ctrl+G"}, Says: "key.guest", When: inForm}, (*reception).beginGuest),
		onReception(Binding{Keys: []string{"Ctrl+Z"}, Says: "key.undo", When: formEmpty, Why: whyNoUndo}, (*reception).undoByKey),
		onReception(Binding{Keys: []string{"Ctrl+R"}, Says: "key.tickets"}, (*reception).openTickets),
		onReception(Binding{Keys: []string{"Ctrl+P"}, Says: "key.reprint", Why: whyNoReprint}, (*reception).reprint),
		onReception(Binding{Keys: []string{"U"}, Says: "key.change", When: inTickets}, (*reception).beginChange),
		onReception(Binding{Keys: []string{"B"}, Says: "key.void", When: inTickets}, (*reception).beginVoid),
		onReception(Binding{Keys: []string{"Delete"}, Says: "key.delete", When: inList}, (*reception).remove),
		onReception(Binding{Keys: []string{"Esc"}, Says: "key.back"}, (*reception).back),
	}
}

// onReception completes a binding of F1 whose action needs no more than the
// state.
func onReception(b Binding, do func(*reception)) Binding {
	b.Screen = ScreenReception
	b.Do = func(p *program, _ kit.KeyPress) { do(p.reception) }
	return b
}

func numbered(prefix string, n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = prefix + strconv.Itoa(i+1)
	}
	return keys
}

// digit is the number of a number key.
func digit(name fyne.KeyName) int { return int(name[0] - '0') }

func takeNumbered(p *program, pressed kit.KeyPress)     { p.reception.takeRow(digit(pressed.Name)) }
func turnAwayNumbered(p *program, pressed kit.KeyPress) { p.reception.turnAwayFor(digit(pressed.Name)) }

// When a key belongs to F1 and not to the widget that has the focus.
func ticking(p *program) bool {
	return p.reception.spot == spotPapers || p.reception.spot == spotGroups
}
func inForm(p *program) bool      { return p.reception.inForm() }
func inRows(p *program) bool      { return p.reception.inForm() || p.reception.tickets.change != nil }
func inPapers(p *program) bool    { return p.reception.spot == spotPapers }
func inGroups(p *program) bool    { return p.reception.spot == spotGroups }
func inTickets(p *program) bool   { return p.reception.spot == spotTickets }
func inList(p *program) bool      { return inPapers(p) || inTickets(p) }
func turningAway(p *program) bool { return p.reception.spot == spotTurnAway }
func formEmpty(p *program) bool   { return p.reception.canUndo() }

// Why a key of F1 does nothing now.
func whyNoUndo(p *program) string { return p.reception.whyNoUndo() }

func whyNoReprint(p *program) string { return p.reception.whyNoReprint() }

func whyNoService(p *program) string {
	if p.reception.guest || len(p.reception.wanted()) > 0 {
		return ""
	}
	return "reception.choose_first"
}
