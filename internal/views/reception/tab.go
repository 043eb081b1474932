package reception

import "slices"

// tab goes to the next field, or back.
func (r *State) tab(by int) {
	r.touched()
	if !r.inForm() {
		return
	}
	ring := r.ring()
	at := max(0, slices.Index(ring, r.spot))
	next := ring[(at+by+len(ring))%len(ring)]
	r.leaveField(next)
	r.spot = next
	r.changed()
}

// ring is the way of Tab through the screen; what is empty is passed.
func (r *State) ring() []spot {
	ring := []spot{spotSearch}
	if len(r.items()) > 0 {
		ring = append(ring, spotPapers)
	}
	if r.guest {
		ring = append(ring, spotPurpose)
	}
	ring = append(ring, spotVisitor)
	if r.spot == spotPeople {
		ring = append(ring, spotPeople)
	}
	return append(ring, spotName, spotPhone, spotGroups, spotParty)
}
