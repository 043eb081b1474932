package lock

import (
	"context"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// Port is who works with the program, and who is at this desk now.
type Port interface {
	// People tells that the mall has operators, so that somebody must sign in.
	People() bool
	// OnDuty tells who is signed in, and whether she is away from the screen.
	OnDuty() (who models.Operator, locked, ok bool)
	// Operators lists all by number, the disabled ones too.
	Operators(ctx context.Context) ([]models.Operator, error)
	// SignIn lets an operator work here, unlocks, or changes the shift.
	SignIn(ctx context.Context, code, pin string) error
	Lock(ctx context.Context) error
	// MeetPeople reads anew who may work here.
	MeetPeople(ctx context.Context) error
	// Found makes the first operator, the administrator, and signs her in.
	Found(ctx context.Context, name, pin string) (models.Operator, error)
}

var _ Port = (*desk.Desk)(nil)
