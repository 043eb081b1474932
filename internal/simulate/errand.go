package simulate

import (
	"context"
	"errors"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// checkIn brings a visitor to one agency, sometimes to two.
func (w *world) checkIn(ctx context.Context, a *models.Agency, s *models.Service) error {
	in := desk.CheckIn{Errands: []desk.Errand{w.errand(s)}, Visitor: w.visitor(), Priorities: w.priorities(), Party: w.party()}
	if other := w.openAgency(w.now); w.chance(6) && other != a {
		in.Errands = append(in.Errands, w.errand(w.service(other)))
	}
	receipt, err := w.desk.CheckIn(ctx, in)
	if refused(err) {
		_, err = w.desk.TurnAway(ctx, s.Code, w.why(a, s))
		return err
	}
	if err != nil {
		return err
	}
	w.tickets += len(receipt.Tickets)
	w.hall.expect(receipt.Tickets)
	if len(receipt.Tickets) == 0 {
		return nil
	}
	return w.mend(ctx, receipt)
}

// errand draws how the papers were found.
func (w *world) errand(s *models.Service) desk.Errand {
	e := desk.Errand{Service: s.Code}
	switch w.among([]float64{55, 38, 7}) {
	case 1:
		e.Papers = models.PapersComplete
	case 2:
		if len(s.Requirements) > 0 {
			e.Papers, e.Missing = models.PapersIncomplete, []string{pick(w.dice, s.Requirements)}
		}
	}
	return e
}

// why tells for what reason there was no number.
func (w *world) why(a *models.Agency, s *models.Service) models.TurnedAway {
	switch {
	case s.ReferTo != nil:
		return models.TurnedAwayNotHere
	case w.gives(a, w.now):
		return models.TurnedAwayQuota
	}
	return models.TurnedAwayClosed
}

var voidReasons = []string{"pengunjung pulang", "salah pilih layanan", "berkas tertinggal"}

// mend draws what goes wrong after a number was given.
func (w *world) mend(ctx context.Context, r desk.Receipt) error {
	first := r.Tickets[0].ID
	var err error
	switch w.among([]float64{96, 0.8, 2.5, 0.7}) {
	case 1:
		w.now = w.now.Add(w.span(3*time.Second, desk.UndoWindow-time.Second))
		err = w.desk.Undo(ctx, r.Visit.ID)
	case 2:
		w.now = w.now.Add(w.span(2*time.Minute, 30*time.Minute))
		err = w.desk.Void(ctx, first, pick(w.dice, voidReasons))
	case 3:
		w.now = w.now.Add(w.span(time.Minute, 5*time.Minute))
		_, err = w.desk.ChangeService(ctx, first, w.service(w.openAgency(w.now)).Code)
		if err == nil {
			w.tickets++
		}
	}
	if refused(err) {
		return nil
	}
	return err
}

// refused tells a rule's no from a fault.
func refused(err error) bool {
	var e *models.Error
	return errors.As(err, &e) && e.Kind == models.KindRefused
}
