package stagetest

import (
	"context"
	"slices"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// Roster are two operators whose PINs are their codes.
type Roster struct {
	List   []models.Operator
	Who    models.Operator
	Locked bool
}

func (f *Roster) People() bool { return len(f.List) > 0 }

func (f *Roster) OnDuty() (models.Operator, bool, bool) { return f.Who, f.Locked, f.Who.Code != "" }

func (f *Roster) Operators(context.Context) ([]models.Operator, error) {
	return slices.Clone(f.List), nil
}

func (f *Roster) SignIn(_ context.Context, code, pin string) error {
	if pin != code {
		return models.Refuse("sign_in.wrong", 4)
	}
	for _, o := range f.List {
		if o.Code == code {
			f.Who, f.Locked = o, false
		}
	}
	return nil
}

func (f *Roster) Lock(context.Context) error {
	f.Locked = true
	return nil
}

func (f *Roster) MeetPeople(context.Context) error { return nil }

func (f *Roster) Found(_ context.Context, name, pin string) (models.Operator, error) {
	f.Who = models.Operator{Code: pin, Number: 1, Name: name, Role: models.RoleAdministrator}
	f.List = append(f.List, f.Who)
	return f.Who, nil
}

// Staff keeps operators in memory and writes down what was done to them.
type Staff struct {
	*Roster
	Refuse map[models.Action]error
	Err    error
	Done   []string
	Pins   map[string]string
}

func (f *Staff) Staff(context.Context) ([]desk.StaffMember, error) {
	if err := f.Refuse[models.ActionLookUpLimit]; err != nil {
		return nil, err
	}
	list := make([]desk.StaffMember, len(f.List))
	for i, o := range f.List {
		list[i] = desk.StaffMember{Operator: o, LookUps: 7 * i}
	}
	return list, nil
}

func (f *Staff) Permit(a models.Action) error { return f.Refuse[a] }

func (f *Staff) AddOperator(_ context.Context, n desk.NewOperator) (models.Operator, error) {
	if f.Err != nil {
		return models.Operator{}, f.Err
	}
	o := models.Operator{Code: "p9", Number: len(f.List) + 1, Name: n.Name, Role: n.Role}
	f.List, f.Pins["p9"] = append(f.List, o), n.PIN
	return o, nil
}

func (f *Staff) change(code string, change func(*models.Operator)) error {
	for i := range f.List {
		if f.List[i].Code == code && f.Err == nil {
			change(&f.List[i])
		}
	}
	return f.Err
}

func (f *Staff) SetRole(_ context.Context, code string, role models.Role) error {
	return f.change(code, func(o *models.Operator) { o.Role = role })
}

func (f *Staff) SetPIN(_ context.Context, code, pin string) error {
	f.Pins[code] = pin
	return f.Err
}

func (f *Staff) Disable(_ context.Context, code string, disabled bool) error {
	return f.change(code, func(o *models.Operator) { o.Disabled = disabled })
}

func (f *Staff) AllowLookUps(_ context.Context, code string) error {
	f.Done = append(f.Done, "allow "+code)
	return f.Err
}
