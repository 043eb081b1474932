package views

import (
	"context"
	"slices"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// fakePeople are two operators whose PINs are their codes.
type fakePeople struct {
	list   []models.Operator
	who    models.Operator
	locked bool
}

func (f *fakePeople) People() bool { return len(f.list) > 0 }

func (f *fakePeople) OnDuty() (models.Operator, bool, bool) { return f.who, f.locked, f.who.Code != "" }

func (f *fakePeople) Operators(context.Context) ([]models.Operator, error) {
	return slices.Clone(f.list), nil
}

func (f *fakePeople) SignIn(_ context.Context, code, pin string) error {
	if pin != code {
		return models.Refuse("sign_in.wrong", 4)
	}
	for _, o := range f.list {
		if o.Code == code {
			f.who, f.locked = o, false
		}
	}
	return nil
}

func (f *fakePeople) Lock(context.Context) error {
	f.locked = true
	return nil
}

func (f *fakePeople) MeetPeople(context.Context) error { return nil }

func (f *fakePeople) Found(_ context.Context, name, pin string) (models.Operator, error) {
	f.who = models.Operator{Code: pin, Number: 1, Name: name, Role: models.RoleAdministrator}
	f.list = append(f.list, f.who)
	return f.who, nil
}

// fakeStaff keeps operators in memory and writes down what was done to them.
type fakeStaff struct {
	*fakePeople
	refuse map[models.Action]error
	err    error
	done   []string
	pins   map[string]string
}

func (f *fakeStaff) Staff(context.Context) ([]desk.StaffMember, error) {
	if err := f.refuse[models.ActionLookUpLimit]; err != nil {
		return nil, err
	}
	list := make([]desk.StaffMember, len(f.list))
	for i, o := range f.list {
		list[i] = desk.StaffMember{Operator: o, LookUps: 7 * i}
	}
	return list, nil
}

func (f *fakeStaff) Permit(a models.Action) error { return f.refuse[a] }

func (f *fakeStaff) AddOperator(_ context.Context, n desk.NewOperator) (models.Operator, error) {
	if f.err != nil {
		return models.Operator{}, f.err
	}
	o := models.Operator{Code: "p9", Number: len(f.list) + 1, Name: n.Name, Role: n.Role}
	f.list, f.pins["p9"] = append(f.list, o), n.PIN
	return o, nil
}

func (f *fakeStaff) change(code string, change func(*models.Operator)) error {
	for i := range f.list {
		if f.list[i].Code == code && f.err == nil {
			change(&f.list[i])
		}
	}
	return f.err
}

func (f *fakeStaff) SetRole(_ context.Context, code string, role models.Role) error {
	return f.change(code, func(o *models.Operator) { o.Role = role })
}

func (f *fakeStaff) SetPIN(_ context.Context, code, pin string) error {
	f.pins[code] = pin
	return f.err
}

func (f *fakeStaff) Disable(_ context.Context, code string, disabled bool) error {
	return f.change(code, func(o *models.Operator) { o.Disabled = disabled })
}

func (f *fakeStaff) AllowLookUps(_ context.Context, code string) error {
	f.done = append(f.done, "allow "+code)
	return f.err
}
