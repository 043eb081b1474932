package people

import (
	"context"
	"slices"
	"strings"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// peopleDeed is what can be done with an operator.
type peopleDeed string

const (
	peopleAdd     peopleDeed = "add"
	peopleRole    peopleDeed = "role"
	peoplePIN     peopleDeed = "pin"
	peopleDisable peopleDeed = "disable"
	peopleEnable  peopleDeed = "enable"
	peopleAllow   peopleDeed = "allow"
)

// peopleField is a field of a form.
type peopleField int

const (
	peopleNoField peopleField = iota // the form only asks whether to
	peopleName
	peopleRoleField
	peopleNewPIN
	peopleAgain
)

// peopleFields are what each deed asks for, in order.
var peopleFields = map[peopleDeed][]peopleField{
	peopleAdd:     {peopleName, peopleRoleField, peopleNewPIN, peopleAgain},
	peopleRole:    {peopleRoleField},
	peoplePIN:     {peopleNewPIN, peopleAgain},
	peopleDisable: {peopleNoField},
	peopleEnable:  {peopleNoField},
	peopleAllow:   {peopleNoField},
}

// peopleRoles are offered in this order, with the numbers 1–5.
var peopleRoles = models.Roles

// peopleForm is a deed that is not done yet; nothing of it is kept when it is
// left.
type peopleForm struct {
	deed peopleDeed
	at   peopleField
	name string
	role models.Role
	pin  string
	next string // the PIN once more
}

// shown are the fields to be seen now. A form that asks for everything shows
// the role and the PIN one after the other: both find room in a low window.
func (f *peopleForm) shown() map[peopleField]bool {
	shown := map[peopleField]bool{}
	typing := f.at == peopleNewPIN || f.at == peopleAgain
	for _, field := range peopleFields[f.deed] {
		hidden := field == peopleRoleField && typing || f.deed == peopleAdd && !typing && (field == peopleNewPIN || field == peopleAgain)
		shown[field] = !hidden
	}
	return shown
}

// right is what a deed needs.
func (d peopleDeed) right() models.Action {
	if d == peopleAllow {
		return models.ActionLookUpLimit
	}
	return models.ActionOperators
}

// begin opens the form of a deed. Who has no right to it is told so before
// anything is typed. In a mall without operators the first deed makes the
// administrator.
func (s *peopleState) begin(deed peopleDeed) {
	if s.busy || s.form != nil {
		return
	}
	s.touched()
	if !s.port.People() {
		s.found()
		return
	}
	if err := s.port.Permit(deed.right()); err != nil {
		s.failed(err)
		return
	}
	if deed != peopleAdd && s.chosen().Code == "" {
		return
	}
	s.form = &peopleForm{deed: deed, at: peopleFields[deed][0], role: models.RoleReceptionist}
	if deed != peopleAdd {
		s.form.role = s.chosen().Role
	}
	s.changed()
}

// able asks whether to keep the chosen operator from signing in, or to let her
// again.
func (s *peopleState) able() {
	if s.chosen().Disabled {
		s.begin(peopleEnable)
		return
	}
	s.begin(peopleDisable)
}

// chooseRole picks a role while one is asked for.
func (s *peopleState) chooseRole(i int) {
	if s.busy || s.form == nil || !slices.Contains(peopleFields[s.form.deed], peopleRoleField) || i < 0 || i >= len(peopleRoles) {
		return
	}
	s.touched()
	s.form.role, s.form.at = peopleRoles[i], peopleRoleField
	s.changed()
}

// write takes what was typed into a field.
func (s *peopleState) write(at peopleField, typed string) {
	if s.form == nil {
		return
	}
	s.touched()
	switch at {
	case peopleName:
		s.form.name = typed
	case peopleNewPIN:
		s.form.pin = typed
	case peopleAgain:
		s.form.next = typed
	}
}

// tab goes to another field of the form.
func (s *peopleState) tab(by int) {
	if s.busy || s.form == nil {
		return
	}
	fields := peopleFields[s.form.deed]
	s.form.at = fields[(slices.Index(fields, s.form.at)+by+len(fields))%len(fields)]
	s.changed()
}

// leave takes the form away with what was typed.
func (s *peopleState) leave() {
	if s.busy {
		return
	}
	s.touched()
	s.form = nil
	s.changed()
}

// enter goes to the next field, and does the deed from the last one.
func (s *peopleState) enter() {
	if s.busy || s.form == nil {
		return
	}
	s.touched()
	f := s.form
	switch {
	case f.at == peopleName && strings.TrimSpace(f.name) == "":
		s.failed(models.Misuse("people.name_missing"))
	case f.at == peopleNewPIN && desk.CheckPIN(f.pin) != nil:
		s.failed(desk.CheckPIN(f.pin))
	case f.at != peopleFields[f.deed][len(peopleFields[f.deed])-1]:
		s.tab(1)
	case f.at == peopleAgain && f.pin != f.next:
		f.next = ""
		s.failed(models.Refuse("lock.pins_differ"))
	default:
		s.do(*f)
	}
}

// do does what the form says; a second key meanwhile does nothing.
func (s *peopleState) do(f peopleForm) {
	s.busy = true
	who := s.chosen().Operator
	var says models.Phrase
	var err error
	s.dispatch.Run(func() { who, says, err = s.act(context.Background(), f, who) }, func() {
		s.busy = false
		if err != nil {
			s.failed(err)
			return
		}
		s.form, s.said = nil, says
		s.list = slices.Clone(s.list)
		if f.deed == peopleAdd {
			s.list, s.selected = append(s.list, desk.StaffMember{Operator: who}), len(s.list)
		}
		s.load()
		s.met()
		s.changed()
	})
	s.changed()
}

func (s *peopleState) act(ctx context.Context, f peopleForm, who models.Operator) (models.Operator, models.Phrase, error) {
	switch f.deed {
	case peopleAdd:
		added, err := s.port.AddOperator(ctx, desk.NewOperator{Name: f.name, Role: f.role, PIN: f.pin})
		return added, models.Say("people.done.add", stage.ShownName(added), models.Say("role."+string(f.role))), err
	case peopleRole:
		return who, models.Say("people.done.role", stage.ShownName(who), models.Say("role."+string(f.role))), s.port.SetRole(ctx, who.Code, f.role)
	case peoplePIN:
		return who, models.Say("people.done.pin", stage.ShownName(who)), s.port.SetPIN(ctx, who.Code, f.pin)
	case peopleAllow:
		return who, models.Say("people.done.allow", stage.ShownName(who), desk.LookUpLimit), s.port.AllowLookUps(ctx, who.Code)
	}
	return who, models.Say("people.done."+string(f.deed), stage.ShownName(who)), s.port.Disable(ctx, who.Code, f.deed == peopleDisable)
}
