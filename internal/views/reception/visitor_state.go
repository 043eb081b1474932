package reception

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

// identity is what was told, whichever field it was typed into; the first
// field was typed last.
func (v visitor) identity() models.Identity {
	id := models.Identity{Name: v.name, Phone: v.phone, Purpose: v.purpose}
	switch shapeOf(v.typed) {
	case desk.LooksNIK:
		id.NIK = v.typed
	case desk.LooksPhone:
		id.Phone = v.typed
	case desk.LooksName:
		id.Name = v.typed
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

// partySize is how many came: an empty field is one person, and what is no
// number is nobody, of which the field warns.
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
		v.name, v.typed = strings.TrimSpace(v.typed), ""
	case desk.LooksPhone:
		v.phone, v.typed = strings.TrimSpace(v.typed), ""
	case desk.LooksEmpty:
		v.typed = "" // a lone sign is not shown: before a NIK it would make a phone number of it
	}
	return shape
}

// takeNIK moves a NIK that was read into the name to where it is masked and
// looked up; false when there is none, or another stands there.
func (v *visitor) takeNIK() bool {
	if v.typed != "" || desk.Recognise(v.name) != desk.LooksNIK {
		return false
	}
	v.typed, v.name = strings.TrimSpace(v.name), ""
	return true
}

// leaveField is called when the focus goes from the present spot to next.
func (r *State) leaveField(next spot) {
	if r.spot == spotVisitor && next != spotVisitor && !r.visitor.asking {
		r.visitor.sort()
	}
	if r.spot == spotName && next != spotName {
		r.visitor.takeNIK()
	}
}

// fill is told what stands in a field now.
func (r *State) fill(field *string, words string) {
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

// toggleGroup acts by mouse.
func (r *State) toggleGroup(i int) {
	r.touched()
	r.visitor.group = i
	r.visitor.toggle(models.Priorities[i])
	r.changed()
}
