package nightly

import (
	"context"
	"testing"

	"frontdesk/internal/models"
)

// checkIn records a visit with an identity, a ticket and its event; word is
// in the ticket.
func (s *station) checkIn(word string) (visitID, ticketID string) {
	s.Helper()
	visitID, ticketID = s.newID(), s.newID()
	at := s.Now()
	must(s, s.store.Write(context.Background(), func(tx models.Tx) error {
		sequence, err := tx.TakeSequence(s.mallID, s.origin().BusinessDate, "1A", 1)
		must(s, err)
		visit := models.Visit{ID: visitID, Origin: s.origin(), Kind: models.VisitService, ArrivedAt: at, RecordedAt: at, Party: 1,
			Identity: models.SealedIdentity{Blob: []byte("sealed " + word), KeyID: "k", NIKIndex: "nik " + word,
				Masked: models.MaskedIdentity{Name: "A••••"}}}
		ticket := models.Ticket{ID: ticketID, Origin: s.origin(), VisitID: visitID, Agency: "DUK", Service: "DUK-02", Prefix: "1A",
			Sequence: sequence, Number: models.TicketNumber("1A", sequence), State: models.TicketWaiting, Papers: models.PapersComplete,
			VoidReason: word, IssuedAt: at, RecordedAt: at}
		event := models.TicketEvent{ID: s.newID(), Origin: s.origin(), TicketID: ticketID, Kind: models.EventIssued,
			State: models.TicketWaiting, At: at, RecordedAt: at}
		for _, err := range []error{tx.AddVisit(visit), tx.AddTicket(ticket), tx.AddEvent(event)} {
			must(s, err)
		}
		return nil
	}))
	return visitID, ticketID
}

func TestASecondRunSendsNothing(t *testing.T) {
	w := newWorld(t, 1)
	desk := w.desks[0]
	for range 4 {
		desk.checkIn("word")
	}
	if r := desk.sync(); r.Sent != 13 || r.Waiting != 0 || r.Quarantined != 0 || r.Forked {
		t.Errorf("first run: %+v", r)
	}
	if r := desk.sync(); r.Sent != 0 || r.Waiting != 0 {
		t.Errorf("second run: %+v", r)
	}
	check, err := desk.engine().Reconcile(context.Background(), w.centre)
	must(t, err)
	if !check.Equal || len(check.Days) != 2 {
		t.Errorf("reconciliation: %+v", check)
	}
}
