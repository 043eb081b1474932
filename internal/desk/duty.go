package desk

import "frontdesk/internal/models"

// Nobody is who acts while the mall has no operators.
const Nobody = "meja"

// duty is who works at the desk now.
type duty struct {
	people   bool            // the mall has operators: somebody must sign in
	operator models.Operator // empty: nobody has signed in
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
