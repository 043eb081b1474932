package views

import (
	"slices"
	"strconv"
	"strings"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// visitor is the third pane: who came, all of it optional.
type visitor struct {
	typed   string // NIK, phone or name, told apart by shape
	name    string
	phone   string
	purpose string // a guest's
	groups  []models.Priority
	group   int    // the chip under the cursor
	party   string // how many people

	known  knownPerson
	people []desk.Returning // the choice that a phone number gave
	person int              // the line under the cursor
	asking bool             // the store is being asked who it is
	enters bool             // Enter was pressed meanwhile
}

// knownPerson is somebody who was here before.
type knownPerson struct {
	nik  string // as typed; the fields were filled for it
	seen desk.Returning
}

// found tells whether somebody was recognised.
func (k knownPerson) found() bool { return k.seen.VisitID != "" }

func newVisitor() visitor { return visitor{party: "1"} }

func (v visitor) empty() bool {
	return v.typed == "" && v.name == "" && v.phone == "" && v.purpose == "" && len(v.groups) == 0 &&
		(v.party == "1" || v.party == "")
}

// identity is what was told, whichever field it was typed into.
func (v visitor) identity() models.Identity {
	id := models.Identity{Name: v.name, Phone: v.phone, Purpose: v.purpose}
	switch shapeOf(v.typed) {
	case desk.LooksNIK:
		id.NIK = v.typed
	case desk.LooksPhone:
		id.Phone = firstOf(id.Phone, v.typed)
	case desk.LooksName:
		id.Name = firstOf(id.Name, v.typed)
	}
	return id
}

// shapeOf tells what was typed: digits alone are never a name, they are a NIK
// too short.
func shapeOf(typed string) desk.VisitorField {
	shape := desk.Recognise(typed)
	if shape == desk.LooksName && strings.Trim(models.CleanNIK(typed), "0123456789") == "" {
		return desk.LooksNIK
	}
	return shape
}

func firstOf(a, b string) string {
	if strings.TrimSpace(a) != "" {
		return a
	}
	return b
}

// partySize is how many came: an empty field is one person, and what is no
// number is refused as none.
func (v visitor) partySize() int {
	if strings.TrimSpace(v.party) == "" {
		return 1
	}
	n, err := strconv.Atoi(strings.TrimSpace(v.party))
	if err != nil {
		return 0
	}
	return n
}

// warnings tell what looks wrong, by field; they never block.
func (v visitor) warnings() map[string]models.Phrase {
	_, list := desk.CleanIdentity(v.identity())
	by := map[string]models.Phrase{}
	for _, w := range list {
		by[w.Field] = w.Says
	}
	if n := v.partySize(); n < 1 || n > 99 {
		by["party"] = models.Say("checkin.party", n)
	}
	return by
}

// toggle adds or takes off a priority group; the order stays the screen's.
func (v *visitor) toggle(p models.Priority) {
	if i := slices.Index(v.groups, p); i >= 0 {
		v.groups = slices.Delete(slices.Clone(v.groups), i, i+1)
		return
	}
	var groups []models.Priority
	for _, q := range models.Priorities {
		if q == p || slices.Contains(v.groups, q) {
			groups = append(groups, q)
		}
	}
	v.groups = groups
}

// sort moves what was typed into the first field to the field it belongs to;
// a NIK has no other field and stays.
func (v *visitor) sort() desk.VisitorField {
	shape := shapeOf(v.typed)
	switch shape {
	case desk.LooksName:
		if strings.TrimSpace(v.name) == "" {
			v.name, v.typed = strings.TrimSpace(v.typed), ""
		}
	case desk.LooksPhone:
		v.phone, v.typed = strings.TrimSpace(v.typed), ""
	}
	return shape
}

// settle reads the first field when Enter was pressed in it.
func (r *reception) settle() {
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
func (r *reception) lookUp(by models.IdentityField, typed string) {
	r.visitor.asking = true
	var people []desk.Returning
	var err error
	r.dispatch.run(func() { people, err = r.desk.Returning(r.ctx, by, typed) }, func() {
		if !r.answered(typed) {
			return
		}
		if err != nil {
			r.fail(err)
		}
		r.meet(by, typed, people)
	})
}

// answered ends the asking; false when the form went on to somebody else.
func (r *reception) answered(typed string) bool {
	v := &r.visitor
	if !v.asking || (v.typed != typed && v.phone != typed) {
		return false
	}
	v.asking = false
	return true
}

// meet goes on with the people found: one person of a NIK fills the fields, a
// phone only offers a choice, because families share phones.
func (r *reception) meet(by models.IdentityField, typed string, people []desk.Returning) {
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
func (r *reception) reveal(person desk.Returning) {
	r.visitor.asking = true
	var id models.Identity
	var err error
	r.dispatch.run(func() { id, err = r.desk.Reveal(r.ctx, person.VisitID, "returning") }, func() {
		v := &r.visitor
		if !v.asking {
			return
		}
		v.asking = false
		if err != nil {
			r.toName()
			r.fail(err)
			return
		}
		v.fill(id)
		r.toLastField()
		r.goOn()
	})
}

// fill completes the fields; what was typed is not replaced.
func (v *visitor) fill(id models.Identity) {
	v.name = firstOf(v.name, id.Name)
	v.phone = firstOf(v.phone, id.Phone)
	v.typed = firstOf(v.typed, id.NIK)
	v.known.nik = v.typed
}

// goOn repaints, and does the Enter that was pressed while the store was
// asked.
func (r *reception) goOn() {
	if r.visitor.enters {
		r.visitor.enters = false
		r.enter()
	}
	r.changed()
}

// choosePerson fills the form with the person under the cursor.
func (r *reception) choosePerson() {
	v := &r.visitor
	if v.person >= len(v.people) {
		return
	}
	person := v.people[v.person]
	v.people = nil
	v.known = knownPerson{seen: person}
	r.reveal(person)
}

// toName goes to the name, or back to the purpose that is still to be typed.
func (r *reception) toName() {
	r.spot = spotName
	if r.visitor.name != "" {
		r.toLastField()
	}
}

// toLastField goes where Enter issues; without a purpose it goes there first.
func (r *reception) toLastField() {
	r.spot = spotPhone
	if len(r.wanted()) == 0 && !r.guest {
		r.spot = spotSearch
	}
}

// leaveField is called when the focus goes from the present spot to next.
func (r *reception) leaveField(next spot) {
	if r.spot == spotVisitor && next != spotVisitor && !r.visitor.asking {
		r.visitor.sort()
	}
}

// fill is told what stands in a field now.
func (r *reception) fill(field *string, words string) {
	if *field == words {
		return
	}
	r.touched()
	*field = words
	if field == &r.visitor.phone {
		r.visitor.people = nil
	}
	r.changed()
}

// toggleGroup and choosePersonAt act by mouse.
func (r *reception) toggleGroup(i int) {
	r.touched()
	r.visitor.group = i
	r.visitor.toggle(models.Priorities[i])
	r.changed()
}

func (r *reception) choosePersonAt(i int) {
	r.touched()
	r.visitor.person = i
	r.choosePerson()
	r.changed()
}
