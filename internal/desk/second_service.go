package desk

import (
	"context"

	"frontdesk/internal/models"
)

// SecondService gives the visitor of a ticket one more number, for another
// service; the first ticket stays what it is. Errors are those of CheckIn, and
// KindRefused with who did what when the ticket went on meanwhile.
func (d *Desk) SecondService(ctx context.Context, s Step, service string) (Issued, error) {
	if err := d.may(models.ActionQueue); err != nil {
		return Issued{}, err
	}
	var receipt Receipt
	err := d.onCurrentDirectory(ctx, func() error {
		more := CheckIn{At: s.At, Errands: []Errand{{Service: service}}}
		if err := d.prepare(&more); err != nil {
			return err
		}
		return d.write(ctx, func(tx models.Tx) error {
			s.At = more.At
			ticket, err := d.find(tx, s)
			if err != nil {
				return err
			}
			return d.reissue(tx, ticket.VisitID, more, &receipt)
		})
	})
	if err != nil {
		return Issued{}, err
	}
	return receipt.Tickets[0], nil
}
