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
		return []stage.Hint{{Key: "Down", Says: "action.move"}, {Key: "Esc", Says: "action.back"}}
	case panePapers:
		if len(r.wanted()) > 1 {
			return []stage.Hint{{Key: "Esc", Says: "action.back"}, {Key: "Alt+Up", Says: "action.earlier"}, {Key: "Alt+Down", Says: "action.later"}}
		}
		return []stage.Hint{{Key: "Esc", Says: "action.back"}, {Key: "+", Says: "action.all_papers"}, {Key: "-", Says: "action.no_papers"}}
	case paneVisitor:
		return []stage.Hint{{Key: "Esc", Says: "action.back"}, {Key: "Ctrl+Enter", Says: "action.more"}}
	}
	switch {
	case r.tickets.change != nil:
		return []stage.Hint{{Key: "Esc", Says: "action.cancel_change"}}
	case r.purpose.grouped() && r.purpose.selected == stage.Nothing:
		return []stage.Hint{{Key: "Down", Says: "action.first_row"}, {Key: "Esc", Says: "action.clear"}}
	case r.nowhere():
		return []stage.Hint{{Key: "F8", Says: "action.ask"}, {Key: "Esc", Says: "action.clear"}}
	case len(r.wanted()) > 0:
		return []stage.Hint{{Key: "Ctrl+Enter", Says: "action.take_more"}, {Key: "Esc", Says: "action.clear"}}
	case r.purpose.query != "":
		return []stage.Hint{{Key: "F8", Says: "action.ask"}, {Key: "Esc", Says: "action.clear"}}
	}
	return []stage.Hint{{Key: "Ctrl+G", Says: "action.guest"}, {Key: "F8", Says: "action.ask"}, {Key: "F7", Says: "action.turn_away"}}
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
