package reception

import (
	"frontdesk/internal/models"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/stage"
)

// hintsOf names the keys worth knowing at the present spot.
func hintsOf(r *State) []stage.Hint {
	switch r.lit() {
	case paneTickets:
		return []stage.Hint{{"Down", "action.move"}, {"Esc", "action.back"}}
	case panePapers:
		if len(r.wanted()) > 1 {
			return []stage.Hint{{"Esc", "action.back"}, {"Alt+Up", "action.earlier"}, {"Alt+Down", "action.later"}}
		}
		return []stage.Hint{{"Esc", "action.back"}, {"+", "action.all_papers"}, {"-", "action.no_papers"}}
	case paneVisitor:
		return []stage.Hint{{"Esc", "action.back"}, {"Ctrl+Enter", "action.more"}}
	}
	switch {
	case r.tickets.change != nil:
		return []stage.Hint{{"Esc", "action.cancel_change"}}
	case r.purpose.grouped() && r.purpose.selected == stage.Nothing:
		return []stage.Hint{{"Down", "action.first_row"}, {"Esc", "action.clear"}}
	case r.nowhere():
		return []stage.Hint{{"F8", "action.ask"}, {"Esc", "action.clear"}}
	case len(r.wanted()) > 0:
		return []stage.Hint{{"Ctrl+Enter", "action.take_more"}, {"Esc", "action.clear"}}
	case r.purpose.query != "":
		return []stage.Hint{{"F8", "action.ask"}, {"Esc", "action.clear"}}
	}
	return []stage.Hint{{"Ctrl+G", "action.guest"}, {"F8", "action.ask"}, {"F7", "action.turn_away"}}
}

// mainAction is what Enter does now, and whether it does anything.
func mainAction(r *State) (models.Phrase, bool) {
	switch r.spot {
	case spotSearch:
		return searchAction(r)
	case spotPapers, spotPurpose:
		return models.Say("action.visitor"), true
	case spotVisitor:
		return models.Say("action.next"), true
	case spotName:
		return models.Say("action.next"), true
	case spotPeople:
		return models.Say("action.person"), true
	case spotTickets:
		_, waiting := r.tickets.waiting()
		return models.Say("action.show_way"), waiting
	case spotReason:
		return models.Say("action.void"), true
	}
	return issueAction(r)
}

func searchAction(r *State) (models.Phrase, bool) {
	chosen, ok := r.purpose.current()
	switch {
	case r.tickets.change != nil:
		return models.Say("action.change"), ok && chosen.Offer != nil
	case ok && chosen.Place != nil:
		return models.Say("action.count_question"), true
	case r.nowhere():
		return models.Say("action.turn_away"), true
	case len(r.wanted()) == 0:
		return models.Say("action.issue"), false
	case len(r.chosen()) == 0:
		return models.Say("action.visitor"), true
	}
	return models.Say("action.take"), true
}

// issueAction is the end of the form.
func issueAction(r *State) (models.Phrase, bool) {
	now, _ := finds.Issuable(r.wanted())
	switch {
	case r.guest:
		return models.Say("action.record_guest"), true
	case r.nowhere():
		return models.Say("action.turn_away"), true
	case len(now) == 0:
		return models.Say("action.issue"), false
	case countNumbers(r) == 0:
		return models.Say("action.record_visit"), true
	case countNumbers(r) > 1:
		return models.Say("action.issue_several", countNumbers(r)), true
	}
	return models.Say("action.issue"), true
}

// countNumbers is how many numbers the wanted services give now.
func countNumbers(r *State) int {
	now, _ := finds.Issuable(r.wanted())
	n := 0
	for _, o := range now {
		if o.Service.IssuesTicket() {
			n++
		}
	}
	return n
}

// offersNoData tells whether F9 would record something.
func (r *State) offersNoData() bool {
	now, _ := finds.Issuable(r.wanted())
	return (len(now) > 0 || r.guest) && r.tickets.closed()
}

func withoutData(r *State) string {
	if r.guest || countNumbers(r) == 0 {
		return "action.record_no_data"
	}
	return "action.no_data"
}
