package reception

import (
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Keys is the table of keys of F1.
func Keys() []stage.Binding {
	return []stage.Binding{
		onReception(stage.Binding{Keys: []string{"Enter"}, Says: "key.enter"}, (*State).enter),
		onReception(stage.Binding{Keys: []string{"Ctrl+Enter"}, Says: "key.more", When: inForm}, (*State).more),
		onReception(stage.Binding{Keys: []string{"Up"}, Says: "key.up"}, (*State).up),
		onReception(stage.Binding{Keys: []string{"Down"}, Says: "key.down"}, (*State).down),
		onReception(stage.Binding{Keys: []string{"Left"}, Says: "key.group_before", When: inGroups}, (*State).up),
		onReception(stage.Binding{Keys: []string{"Right"}, Says: "key.group_after", When: inGroups}, (*State).down),
		{Screen: stage.ScreenReception, Keys: stage.Numbered("Alt+", 9), Shown: "Alt+1–9", Says: "key.row", When: inRows, Do: takeNumbered},
		onReception(stage.Binding{Keys: []string{"Tab"}, Says: "key.tab"}, func(r *State) { r.tab(1) }),
		onReception(stage.Binding{Keys: []string{"Shift+Tab"}, Says: "key.tab_back"}, func(r *State) { r.tab(-1) }),
		onReception(stage.Binding{Keys: []string{"Space"}, Says: "key.tick", When: ticking}, (*State).space),
		onReception(stage.Binding{Keys: []string{"+"}, Says: "key.all_papers", When: inPapers}, func(r *State) { r.allPapers(true) }),
		onReception(stage.Binding{Keys: []string{"-"}, Says: "key.no_papers", When: inPapers}, func(r *State) { r.allPapers(false) }),
		onReception(stage.Binding{Keys: []string{"Alt+Up"}, Says: "key.errand_earlier", When: inPapers}, func(r *State) { r.moveErrand(-1) }),
		onReception(stage.Binding{Keys: []string{"Alt+Down"}, Says: "key.errand_later", When: inPapers}, func(r *State) { r.moveErrand(1) }),
		onReception(stage.Binding{Keys: []string{"Alt+0"}, Says: "key.errand_suggested", When: inPapers}, (*State).suggestOrder),
		onReception(stage.Binding{Keys: []string{"F9"}, Says: "key.no_data", When: inForm, Why: whyNoService}, (*State).noIdentity),
		onReception(stage.Binding{Keys: []string{"F8"}, Says: "key.ask", When: inForm}, func(r *State) { r.ask(false) }),
		onReception(stage.Binding{Keys: []string{"Shift+F8"}, Says: "key.ask_phone", When: inForm}, func(r *State) { r.ask(true) }),
		onReception(stage.Binding{Keys: []string{"F7", "Ctrl+T"}, Says: "key.turn_away", When: inForm}, (*State).beginTurnAway),
		{Screen: stage.ScreenReception, Keys: stage.Numbered("", 4), Shown: "1–4", Says: "key.reason", When: turningAway, Do: turnAwayNumbered},
		onReception(stage.Binding{Keys: []string{"Ctrl+G"}, Says: "key.guest", When: inForm}, (*State).beginGuest),
		onReception(stage.Binding{Keys: []string{"Ctrl+Z"}, Says: "key.undo", When: formEmpty, Why: whyNoUndo}, (*State).undoByKey),
		onReception(stage.Binding{Keys: []string{"Ctrl+R"}, Says: "key.tickets"}, (*State).openTickets),
		onReception(stage.Binding{Keys: []string{"Ctrl+P"}, Says: "key.reprint", Why: whyNoReprint}, (*State).reprint),
		onReception(stage.Binding{Keys: []string{"U"}, Says: "key.change", When: inTickets}, (*State).beginChange),
		onReception(stage.Binding{Keys: []string{"B"}, Says: "key.void", When: inTickets}, (*State).beginVoid),
		onReception(stage.Binding{Keys: []string{"Delete"}, Says: "key.delete", When: inList}, (*State).remove),
		onReception(stage.Binding{Keys: []string{"Esc"}, Says: "key.back"}, (*State).back),
	}
}

// onReception completes a binding of F1 whose action needs no more than the
// state.
func onReception(b stage.Binding, do func(*State)) stage.Binding {
	b.Screen = stage.ScreenReception
	b.Do = func(w stage.Window, _ kit.KeyPress) { do(receptionOf(w)) }
	return b
}

// receptionOf is the state of F1: its keys are pressed only where it is shown.
func receptionOf(w stage.Window) *State { return w.Page(stage.ScreenReception).(*Screen).r }

func takeNumbered(w stage.Window, key kit.KeyPress) { receptionOf(w).takeRow(stage.Digit(key.Name)) }
func turnAwayNumbered(w stage.Window, key kit.KeyPress) {
	receptionOf(w).turnAwayFor(stage.Digit(key.Name))
}

// When a key belongs to F1 and not to the widget that has the focus.
func ticking(w stage.Window) bool {
	return receptionOf(w).spot == spotPapers || receptionOf(w).spot == spotGroups
}
func inForm(w stage.Window) bool { return receptionOf(w).inForm() }
func inRows(w stage.Window) bool {
	return receptionOf(w).inForm() || receptionOf(w).tickets.change != nil
}
func inPapers(w stage.Window) bool    { return receptionOf(w).spot == spotPapers }
func inGroups(w stage.Window) bool    { return receptionOf(w).spot == spotGroups }
func inTickets(w stage.Window) bool   { return receptionOf(w).spot == spotTickets }
func inList(w stage.Window) bool      { return inPapers(w) || inTickets(w) }
func turningAway(w stage.Window) bool { return receptionOf(w).spot == spotTurnAway }
func formEmpty(w stage.Window) bool   { return receptionOf(w).canUndo() }

// Why a key of F1 does nothing now.
func whyNoUndo(w stage.Window) string { return receptionOf(w).whyNoUndo() }

func whyNoReprint(w stage.Window) string { return receptionOf(w).whyNoReprint() }

func whyNoService(w stage.Window) string {
	if receptionOf(w).guest || len(receptionOf(w).wanted()) > 0 {
		return ""
	}
	return "reception.choose_first"
}
