package reception

import (
	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/stage"
)

// papers is what a visitor brought for one service.
type papers struct {
	touched bool
	brought map[int]bool // by index of the requirement
}

// verdict says how the papers were found, and what is missing.
func (p papers) verdict(requirements []string) (models.Papers, []string) {
	if !p.touched || len(requirements) == 0 {
		return models.PapersNotChecked, nil
	}
	var missing []string
	for i, name := range requirements {
		if !p.brought[i] {
			missing = append(missing, name)
		}
	}
	if len(missing) == 0 {
		return models.PapersComplete, nil
	}
	return models.PapersIncomplete, missing
}

// mark notes one requirement as brought or not.
func (p papers) mark(i int, brought bool) papers {
	next := papers{touched: true, brought: map[int]bool{}}
	for k, v := range p.brought {
		next.brought[k] = v
	}
	next.brought[i] = brought
	return next
}

// item is a line of the second pane that the cursor can stand on.
type item struct {
	offer       desk.Offer
	requirement int // nothing: the line is the service itself
}

// wanted lists the services the visitor goes to: those taken, and the
// selected row.
func (r *State) wanted() []desk.Offer {
	var list []desk.Offer
	seen := map[string]bool{}
	add := func(offers []desk.Offer) {
		for _, o := range offers {
			if !seen[o.Service.Code] {
				seen[o.Service.Code] = true
				list = append(list, o)
			}
		}
	}
	add(r.taken)
	for _, o := range r.chosen() {
		if !r.dropped[o.Service.Code] {
			add([]desk.Offer{o})
		}
	}
	return list
}

// chosen are the services of the selected row.
func (r *State) chosen() []desk.Offer {
	if w, ok := r.purpose.current(); ok {
		return w.Offers()
	}
	return nil
}

// items are the lines of the second pane: a lone service shows its papers,
// several show a line for each before its papers.
func (r *State) items() []item {
	var items []item
	wanted := r.wanted()
	for _, o := range wanted {
		if len(wanted) == 1 && !finds.Gives(o) {
			break // its papers are only told
		}
		if len(wanted) > 1 {
			items = append(items, item{o, stage.Nothing})
		}
		for i := range o.Service.Requirements {
			items = append(items, item{o, i})
		}
	}
	return items
}

// at is the line under the cursor.
func (r *State) at() (item, bool) {
	items := r.items()
	if r.cursor < 0 || r.cursor >= len(items) {
		return item{}, false
	}
	return items[r.cursor], true
}

func (r *State) moveCursor(by int) {
	r.cursor = max(0, min(r.cursor+by, len(r.items())-1))
}

// tick marks the requirement under the cursor as brought or not; on a
// service's own line it marks all its papers.
func (r *State) tick() {
	it, ok := r.at()
	if !ok {
		return
	}
	if it.requirement == stage.Nothing {
		verdict, _ := r.papers[it.offer.Service.Code].verdict(it.offer.Service.Requirements)
		r.tickAll(it.offer, verdict != models.PapersComplete)
		return
	}
	r.tickOne(it.offer.Service.Code, it.requirement)
}

// tickOne turns one requirement over.
func (r *State) tickOne(service string, requirement int) {
	p := r.papers[service]
	r.papers[service] = p.mark(requirement, !p.brought[requirement])
	r.changed()
}

// tickAll marks all papers of a service as brought, or none.
func (r *State) tickAll(o desk.Offer, brought bool) {
	p := r.papers[o.Service.Code]
	for i := range o.Service.Requirements {
		p = p.mark(i, brought)
	}
	r.papers[o.Service.Code] = p
	r.changed()
}

// allPapers marks the papers of every wanted service.
func (r *State) allPapers(brought bool) {
	for _, o := range r.wanted() {
		r.tickAll(o, brought)
	}
}

// tickAt and dropAt act on a line by mouse.
func (r *State) tickAt(line int) {
	r.touched()
	r.cursor = line
	r.spot = spotPapers
	r.tick()
	r.changed()
}

func (r *State) dropAt(line int) {
	r.touched()
	r.cursor = line
	r.drop()
	r.changed()
}

// drop takes the service under the cursor off the visit.
func (r *State) drop() {
	if it, ok := r.at(); ok && len(r.wanted()) > 1 {
		r.dropService(it.offer.Service.Code)
	}
}

func (r *State) dropService(code string) {
	for i, o := range r.taken {
		if o.Service.Code == code {
			r.taken = append(r.taken[:i:i], r.taken[i+1:]...)
			break
		}
	}
	r.dropped[code] = true
	r.moveCursor(0)
	r.changed()
}

// errands are the services as the desk records them.
func (r *State) errands(offers []desk.Offer) []desk.Errand {
	list := make([]desk.Errand, len(offers))
	for i, o := range offers {
		verdict, missing := r.papers[o.Service.Code].verdict(o.Service.Requirements)
		list[i] = desk.Errand{Service: o.Service.Code, Papers: verdict, Missing: missing}
	}
	return list
}
