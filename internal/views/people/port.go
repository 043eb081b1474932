package people

import (
	"context"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// Port is what the section of operators under F10 needs of the desk.
type Port interface {
	// Staff lists who works here, by number. Errors: KindRefused for who may
	// neither change operators nor allow look-ups.
	Staff(ctx context.Context) ([]desk.StaffMember, error)
	AddOperator(ctx context.Context, n desk.NewOperator) (models.Operator, error)
	SetRole(ctx context.Context, code string, role models.Role) error
	SetPIN(ctx context.Context, code, pin string) error
	Disable(ctx context.Context, code string, disabled bool) error
	AllowLookUps(ctx context.Context, code string) error
	// Permit refuses in words what who is signed in has no right to.
	Permit(action models.Action) error
	OnDuty() (who models.Operator, locked, ok bool)
	People() bool
}

var _ Port = (*desk.Desk)(nil)
