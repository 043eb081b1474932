package desk

import (
	"context"

	"frontdesk/internal/models"
)

const (
	// Nobody is who acts while the mall has no operators.
	Nobody = "meja"
	// CommandLine is who acts by commands that name no operator: scripts and the
	// night's timer. It has the rights of a receptionist.
	CommandLine = "cli"
)

// duty is who works at the desk now. It is replaced whole.
type duty struct {
	people   bool            // the mall has operators: somebody must sign in
	operator models.Operator // empty: nobody has signed in
	locked   bool            // she is away from the screen
}

// Actor is in whose name records are made.
func (d *Desk) Actor() models.Actor {
	return models.Actor{Operator: d.operator(), Desk: d.self.ID}
}

// operator is the code of who is signed in.
func (d *Desk) operator() string {
	if code := d.duty.Load().operator.Code; code != "" {
		return code
	}
	return Nobody
}

// OnDuty tells who is signed in; ok is false while nobody is. locked tells that
// she is away from the screen.
func (d *Desk) OnDuty() (who models.Operator, locked, ok bool) {
	on := d.duty.Load()
	return on.operator, on.locked, on.operator.Code != ""
}

// People tells that the mall has operators, so that somebody must sign in.
func (d *Desk) People() bool { return d.duty.Load().people }

// MeetPeople reads anew who may work here: another program may have added the
// first operator, or changed or disabled the one who is signed in.
func (d *Desk) MeetPeople(ctx context.Context) error {
	list, err := d.store.Operators(ctx)
	if err != nil {
		return err
	}
	before := d.duty.Load()
	next := *before
	next.people = len(list) > 0
	switch who := before.operator.Code; who {
	case "":
	case CommandLine:
		next.operator = commandLine
	default:
		next.operator = models.Operator{}
		for _, o := range list {
			if o.Code == who && !o.Disabled {
				next.operator = d.named(o)
			}
		}
	}
	d.duty.CompareAndSwap(before, &next)
	return nil
}

var commandLine = models.Operator{Code: CommandLine, Role: models.RoleReceptionist}

// ServeCommands lets commands act that name no operator.
func (d *Desk) ServeCommands() {
	on := *d.duty.Load()
	if on.people {
		on.operator = commandLine
		d.duty.Store(&on)
	}
}

// Lock keeps everybody from the records until an operator unlocks. Errors:
// KindRefused while nobody is signed in.
func (d *Desk) Lock(ctx context.Context) error {
	on := *d.duty.Load()
	if on.operator.Code == "" {
		return models.Refuse("lock.nobody")
	}
	if on.locked {
		return nil
	}
	on.locked = true
	d.duty.Store(&on)
	return d.noteOperator(ctx, models.DeedLock, on.operator.Code, "")
}

// SignOut ends the work of who is signed in.
func (d *Desk) SignOut(ctx context.Context) error {
	on := *d.duty.Load()
	if on.operator.Code == "" {
		return nil
	}
	err := d.noteOperator(ctx, models.DeedSignOut, on.operator.Code, "")
	on.operator, on.locked = models.Operator{}, false
	d.duty.Store(&on)
	return err
}

func (d *Desk) noteOperator(ctx context.Context, kind models.DeedKind, code, why string) error {
	return d.store.Write(ctx, func(tx models.Tx) error {
		return tx.NoteDeed(models.Deed{Kind: kind, Entity: "operators", RowID: code, Why: why})
	})
}
