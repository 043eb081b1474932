package desk

import (
	"context"

	"frontdesk/internal/models"
)

// StaffMember is an operator as who manages the operators sees her.
type StaffMember struct {
	models.Operator
	LookUps int // within the last hour, without a visit
}

// LookUpLimit is how often somebody may look people up within an hour without
// a visit, before a supervisor allows more.
const LookUpLimit = mostLookUps

// Staff lists who works here, by number, with when each signed in last and how
// many look-ups she used. Errors: KindRefused for who may neither change
// operators nor allow look-ups.
func (d *Desk) Staff(ctx context.Context) ([]StaffMember, error) {
	if err := d.may(models.ActionLookUpLimit); err != nil {
		return nil, err
	}
	operators, err := d.Operators(ctx)
	if err != nil {
		return nil, err
	}
	used, err := d.store.LookUps(ctx, d.clock.Now().Add(-lookUpSpan))
	if err != nil {
		return nil, err
	}
	list := make([]StaffMember, len(operators))
	for i, o := range operators {
		list[i] = StaffMember{Operator: o, LookUps: max(0, used[o.Code])}
	}
	return list, nil
}

// Found makes the first administrator and puts her on duty: the one way in
// which a mall without operators gets them, from the page of Ctrl+K and from
// the first start alike. Errors: KindRefused when the mall has operators;
// KindUsage for a name or PIN that will not do.
func (d *Desk) Found(ctx context.Context, name, pin string) (models.Operator, error) {
	if err := d.MeetPeople(ctx); err != nil {
		return models.Operator{}, err
	}
	if d.People() {
		return models.Operator{}, models.Refuse("operator.founded")
	}
	o, err := d.AddOperator(ctx, NewOperator{Name: name, Role: models.RoleAdministrator, PIN: pin})
	if err != nil {
		return models.Operator{}, err
	}
	return o, d.SignIn(ctx, o.Code, pin)
}
