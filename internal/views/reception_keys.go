package views

import (
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
	b.Do = func(w keyWindow, _ kit.KeyPress) { do(receptionOf(w)) }
	return b
}

// receptionOf is the state of F1: its keys are pressed only where it is shown.
func receptionOf(w keyWindow) *reception { return w.page(ScreenReception).(*receptionScreen).r }

func takeNumbered(w keyWindow, key kit.KeyPress)     { receptionOf(w).takeRow(digit(key.Name)) }
func turnAwayNumbered(w keyWindow, key kit.KeyPress) { receptionOf(w).turnAwayFor(digit(key.Name)) }

// When a key belongs to F1 and not to the widget that has the focus.
func ticking(w keyWindow) bool {
	return receptionOf(w).spot == spotPapers || receptionOf(w).spot == spotGroups
}
func inForm(w keyWindow) bool      { return receptionOf(w).inForm() }
func inRows(w keyWindow) bool      { return receptionOf(w).inForm() || receptionOf(w).tickets.change != nil }
func inPapers(w keyWindow) bool    { return receptionOf(w).spot == spotPapers }
func inGroups(w keyWindow) bool    { return receptionOf(w).spot == spotGroups }
func inTickets(w keyWindow) bool   { return receptionOf(w).spot == spotTickets }
func inList(w keyWindow) bool      { return inPapers(w) || inTickets(w) }
func turningAway(w keyWindow) bool { return receptionOf(w).spot == spotTurnAway }
func formEmpty(w keyWindow) bool   { return receptionOf(w).canUndo() }

// Why a key of F1 does nothing now.
func whyNoUndo(w keyWindow) string { return receptionOf(w).whyNoUndo() }

func whyNoReprint(w keyWindow) string { return receptionOf(w).whyNoReprint() }

func whyNoService(w keyWindow) string {
	if receptionOf(w).guest || len(receptionOf(w).wanted()) > 0 {
		return ""
	}
	return "reception.choose_first"
}
