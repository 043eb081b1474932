package desk

import (
	"frontdesk/internal/models"
)

// issue gives one number inside the transaction that also counted the quota,
// so that no two desks on one database can give the last number twice.
func (d *Desk) issue(tx models.Tx, c CheckIn, visit *models.Visit, e Errand, s *models.Service, a *models.Agency) (Issued, error) {
	agency, err := d.open(tx, c, visit, a)
	if err != nil {
		return Issued{}, err
	}
	sequence, err := d.sequence(tx, c, visit, a)
	if err != nil {
		return Issued{}, err
	}
	counter := LeastLoaded(staffed(d.Catalogue().CountersOf(s), agency.Presence, c.At), agency.Demand)
	ticket := d.newTicket(visit, e, s, a, counter, sequence)
	switch {
	case e.follows:
		before := visit.Tickets[len(visit.Tickets)-1]
		ticket.State, ticket.Follows, ticket.ParkedUntil = models.TicketParked, before.ID, e.until
	case c.Print && d.printer != nil:
		ticket.State = models.TicketPrinting
	}
	if !agency.Status.Open {
		ticket.ForceReason = c.Force
		if err := d.noteForce(tx, ticket); err != nil {
			return Issued{}, err
		}
	}
	event := d.event(ticket, models.EventIssued, ticket.ForceReason)
	ticket.LastEvent = event.ID
	if err := tx.AddTicket(ticket); err != nil {
		return Issued{}, err
	}
	if err := tx.AddEvent(event); err != nil {
		return Issued{}, err
	}
	issued := Issued{Ticket: ticket, Agency: a, Service: s, Counter: counter, Way: d.Way(counter),
		IssuedToday: agency.Demand.Issued + 1, Warnings: ticketWarnings(agency.Status, ticket)}
	if e.follows {
		issued.Before = visit.Tickets[len(visit.Tickets)-1].Number
		issued.Warnings = append(issued.Warnings, Warning{"follows", models.Say("warn.follows", ticket.Number, issued.Before)})
	}
	return issued, nil
}

// open tells how the agency is and that it takes this visitor: it is open, or
// somebody said why she is taken all the same.
func (d *Desk) open(tx models.Tx, c CheckIn, visit *models.Visit, a *models.Agency) (AgencyStatus, error) {
	demand, err := tx.AgencyDemand(visit.MallID, visit.BusinessDate, a.Code)
	if err != nil {
		return AgencyStatus{}, err
	}
	known, err := d.presenceOf(tx, visit.MallID, c.At, a.Code)
	if err != nil {
		return AgencyStatus{}, err
	}
	status := Status(d.Catalogue().Directory, a, c.At, known.Told(a, c.At), demand.Issued)
	if !status.Open && c.Force == "" {
		return AgencyStatus{}, refuseClosed(a, status)
	}
	return AgencyStatus{Agency: a, Status: status, Presence: known, Demand: demand}, nil
}

// refuseClosed says why there is no number and when there will be one.
func refuseClosed(a *models.Agency, status models.Status) error {
	if status.NextOpening.IsZero() {
		return models.Refuse("checkin.closed", a.ShortName, status.Reason)
	}
	return models.Refuse("checkin.closed_until", a.ShortName, status.Reason, status.NextOpening)
}

// sequence takes the next number, or the paper number when it is still free.
func (d *Desk) sequence(tx models.Tx, c CheckIn, visit *models.Visit, a *models.Agency) (int, error) {
	if c.Number == "" {
		return tx.TakeSequence(visit.MallID, visit.BusinessDate, a.TicketPrefix, d.self.Number)
	}
	_, sequence, _ := models.ParseTicketNumber(c.Number)
	taken, err := tx.NumberTaken(visit.MallID, visit.BusinessDate, a.TicketPrefix, sequence)
	if err != nil {
		return 0, err
	}
	if taken {
		return 0, models.Refuse("checkin.number_taken", c.Number)
	}
	return sequence, nil
}

func (d *Desk) newTicket(v *models.Visit, e Errand, s *models.Service, a *models.Agency, counter *models.Counter, sequence int) models.Ticket {
	ticket := models.Ticket{
		ID: d.newID(), Origin: v.Origin, VisitID: v.ID, Agency: a.Code, Service: s.Code,
		Prefix: a.TicketPrefix, Sequence: sequence, Number: models.TicketNumber(a.TicketPrefix, sequence),
		State: models.TicketWaiting, Papers: e.Papers, Missing: e.Missing,
		IssuedAt: v.ArrivedAt, RecordedAt: v.RecordedAt, Since: v.ArrivedAt, Priority: len(v.Priorities) > 0,
	}
	if counter != nil {
		ticket.Counter = counter.Code
	}
	if ticket.Papers == "" {
		ticket.Papers = models.PapersNotChecked
	}
	return ticket
}

func (d *Desk) event(t models.Ticket, kind models.TicketEventKind, reason string) models.TicketEvent {
	return models.TicketEvent{ID: d.newID(), Origin: t.Origin, TicketID: t.ID, Kind: kind, State: t.State,
		At: t.IssuedAt, RecordedAt: t.RecordedAt, Counter: t.Counter, Reason: reason, ParkedUntil: t.ParkedUntil, Follows: t.Follows}
}

func ticketWarnings(status models.Status, t models.Ticket) []Warning {
	var warnings []Warning
	if status.State == models.StateUnknown || status.State == models.StateLate {
		warnings = append(warnings, Warning{"status", status.Reason})
	}
	if status.Open && status.QuotaLeft >= 0 && status.QuotaLeft-1 <= 3 {
		warnings = append(warnings, Warning{"quota", models.Say("warn.quota_left", status.QuotaLeft-1)})
	}
	if t.ForceReason != "" {
		warnings = append(warnings, Warning{"status", models.Say("warn.forced", status.Reason)})
	}
	if t.Papers == models.PapersIncomplete {
		warnings = append(warnings, Warning{"papers", models.Say("warn.papers", t.Missing)})
	}
	return warnings
}

// noteForce proves who gave a number although the agency gives none.
func (d *Desk) noteForce(tx models.Tx, t models.Ticket) error {
	if err := d.may(models.ActionForce); err != nil {
		return err
	}
	return tx.NoteDeed(models.Deed{Kind: models.DeedForce, Entity: "tickets", RowID: t.ID})
}
