package reception

import (
	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// settle reads the first field when Enter was pressed in it.
func (r *State) settle() {
	switch r.visitor.sort() {
	case desk.LooksName:
		r.spot = spotPhone
	case desk.LooksPhone:
		r.lookUp(models.ByPhone, r.visitor.phone)
	case desk.LooksNIK:
		if r.visitor.known.nik == r.visitor.typed {
			r.toLastField()
			break
		}
		r.lookUp(models.ByNIK, r.visitor.typed)
	default:
		r.spot = spotName
	}
	r.changed()
}

// lookUp asks who has this NIK or phone number.
func (r *State) lookUp(by models.IdentityField, typed string) {
	r.visitor.asking = true
	var people []desk.Returning
	var err error
	r.dispatch.Run(func() { people, err = r.desk.Returning(r.ctx, by, typed) }, func() {
		if !r.answered(typed) {
			return
		}
		if err != nil {
			r.unknown(err)
			return
		}
		r.meet(by, typed, people)
	})
}

// answered ends the asking; false when the form went on to somebody else.
func (r *State) answered(typed string) bool {
	v := &r.visitor
	if !v.asking || (v.typed != typed && v.phone != typed) {
		return false
	}
	v.asking = false
	return true
}

// meet goes on with the people found: one person of a NIK fills the fields, a
// phone only offers a choice, because families share phones.
func (r *State) meet(by models.IdentityField, typed string, people []desk.Returning) {
	v := &r.visitor
	switch {
	case by == models.ByNIK && samePerson(people):
		v.known = knownPerson{nik: typed, seen: people[0]}
		r.reveal(people[0])
		return
	case len(people) > 0:
		v.people, v.person = people, 0
		r.spot = spotPeople
	case by == models.ByNIK:
		v.known = knownPerson{nik: typed}
		r.toName()
	default:
		r.toName()
	}
	r.goOn()
}

// unknown goes on by hand when it could not be told who this is; an Enter that
// was pressed meanwhile meant somebody known.
func (r *State) unknown(err error) {
	r.visitor.enters = false
	r.visitor.known = knownPerson{}
	r.toName()
	r.fail(err)
}

// samePerson tells whether all the visits found are of one person.
func samePerson(people []desk.Returning) bool {
	for _, p := range people {
		if p.Masked.Name != people[0].Masked.Name {
			return false
		}
	}
	return len(people) > 0
}

// reveal opens the identity of an earlier visit to fill the empty fields.
func (r *State) reveal(person desk.Returning) {
	r.visitor.asking = true
	var id models.Identity
	var err error
	r.dispatch.Run(func() { id, err = r.desk.Reveal(r.ctx, person.VisitID, "returning") }, func() {
		v := &r.visitor
		if !v.asking {
			return
		}
		v.asking = false
		if err != nil {
			r.unknown(err)
			return
		}
		v.fill(id)
		r.toLastField()
		r.goOn()
	})
}

// fill completes the fields; what was typed is not replaced.
func (v *visitor) fill(id models.Identity) {
	v.name = stage.FirstOf(v.name, id.Name)
	v.phone = stage.FirstOf(v.phone, id.Phone)
	v.typed = stage.FirstOf(v.typed, id.NIK)
	v.known.nik = v.typed
}

// goOn repaints, and does the Enter that was pressed while the store was
// asked.
func (r *State) goOn() {
	if r.visitor.enters {
		r.visitor.enters = false
		r.enter()
	}
	r.changed()
}

// choosePerson fills the form with the person under the cursor; below the last
// one stands somebody else with the same number.
func (r *State) choosePerson() {
	v := &r.visitor
	if v.person >= len(v.people) {
		v.people = nil
		r.toName()
		return
	}
	person := v.people[v.person]
	v.people = nil
	v.known = knownPerson{seen: person}
	r.reveal(person)
}

// toName goes to the name, or back to the purpose that is still to be typed.
func (r *State) toName() {
	r.spot = spotName
	if r.visitor.name != "" {
		r.toLastField()
	}
}

// toLastField goes where Enter issues; without a purpose it goes there first.
func (r *State) toLastField() {
	r.spot = spotPhone
	if len(r.wanted()) == 0 && !r.guest {
		r.spot = spotSearch
	}
}

// choosePersonAt acts by mouse.
func (r *State) choosePersonAt(i int) {
	r.touched()
	r.visitor.person = i
	r.choosePerson()
	r.changed()
}
