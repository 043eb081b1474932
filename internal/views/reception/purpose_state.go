package reception

import (
	"strings"

	"frontdesk/internal/desk"
	"frontdesk/internal/finder"
	"frontdesk/internal/models"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/stage"
)

// favouriteRows is how many services F1 shows at most before anything is typed.
const favouriteRows = 9

// purpose is the first pane: what the visitor said and what fits.
type purpose struct {
	query    string
	finding  desk.Finding
	rows     []finds.Row
	selected int    // nothing, or an index of rows
	lost     string // the longest search of this visitor that found nothing
}

// grouped tells that several agencies fit and nothing is chosen unasked.
func (p *purpose) grouped() bool { return p.query != "" && p.finding.Ambiguous }

// leastQuery is how many letters say enough to find nothing.
const leastQuery = 3

// foundNothing tells that what was said is not known here; a letter or two
// say too little for that.
func (p *purpose) foundNothing() bool {
	return len(p.rows) == 0 && len([]rune(strings.TrimSpace(p.query))) >= leastQuery
}

// current is the selected row.
func (p *purpose) current() (finds.Row, bool) {
	if p.selected < 0 || p.selected >= len(p.rows) {
		return finds.Row{}, false
	}
	return p.rows[p.selected], true
}

// move walks the selection; it stops at both ends.
func (p *purpose) move(by int) {
	if len(p.rows) == 0 {
		return
	}
	p.selected = min(max(p.selected+by, 0), len(p.rows)-1)
}

// search looks up what the visitor said, at each key.
func (r *State) search(query string) {
	rest, personal := finds.SplitPersonal(query)
	r.purpose.query = rest
	r.find()
	r.noteLost()
	if personal != "" {
		r.visitor.typed = personal
		r.visitor.known = knownPerson{}
		r.spot = spotVisitor
	}
}

// find fills the rows; a row that was selected stays so while the search is
// the same.
func (r *State) find() {
	p := &r.purpose
	chosen, had := p.current()
	changed := p.finding.Query != p.query
	if strings.TrimSpace(p.query) == "" {
		p.finding = desk.Finding{Query: p.query}
		p.rows = finds.OfferRows(r.fresh(r.day.favourites))
	} else {
		p.finding = r.desk.Find(p.query, finds.MaxRows, r.day.today, r.desk.Now())
		p.rows = finds.RowsOf(p.finding, r.chain)
	}
	if !changed {
		p.selected = p.indexOf(chosen, had)
		return
	}
	p.selected = p.firstChoice()
	r.dropped = map[string]bool{}
}

// firstChoice is the row chosen unasked: the first, unless that would be a
// guess between agencies or nothing fits.
func (p *purpose) firstChoice() int {
	switch p.finding.Confidence {
	case finder.High, finder.Low:
		if !p.finding.Ambiguous && len(p.rows) > 0 {
			return 0
		}
	}
	return stage.Nothing
}

// indexOf finds a row that was selected before among the rows of now.
func (p *purpose) indexOf(wanted finds.Row, had bool) int {
	if !had {
		return stage.Nothing
	}
	for i, w := range p.rows {
		if w.Key() == wanted.Key() {
			return i
		}
	}
	return stage.Nothing
}

// fresh looks offers up anew: their status changes with the clock.
func (r *State) fresh(offers []desk.Offer) []desk.Offer {
	now := make([]desk.Offer, 0, len(offers))
	for _, o := range offers {
		if offer, ok := r.desk.Offer(o.Service.Code, r.day.today, r.desk.Now()); ok {
			now = append(now, offer)
		}
	}
	return now
}

// chain are the services of a life event.
func (r *State) chain(event *models.LifeEvent) []desk.Offer {
	var offers []desk.Offer
	for _, code := range event.Services {
		if offer, ok := r.desk.Offer(code, r.day.today, r.desk.Now()); ok {
			offers = append(offers, offer)
		}
	}
	return offers
}

// noteLost remembers a search that found nothing until the visitor is done
// with; taking letters away again is not another search.
func (r *State) noteLost() {
	p := &r.purpose
	switch {
	case p.query == "":
		r.leaveSearch()
	case p.foundNothing():
		if len(p.query) > len(p.lost) {
			p.lost = p.query
		}
	case !strings.HasPrefix(p.lost, p.query):
		p.lost = ""
	}
}

// leaveSearch keeps the words of a search that found nothing.
func (r *State) leaveSearch() {
	words := finder.Keepable(r.purpose.lost)
	r.purpose.lost = ""
	if words == "" {
		return
	}
	var err error
	r.dispatch.Run(func() { err = r.desk.Missed(r.ctx, words) }, func() {
		if err != nil {
			r.fail(err)
		}
	})
}

// selectRow lights a row by mouse.
func (r *State) selectRow(i int) {
	r.touched()
	r.purpose.selected = i
	r.dropped = map[string]bool{}
	r.cursor = 0
	r.spot = spotSearch
	r.changed()
}
