package store_test

import (
	"context"
	"testing"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

var kenari = models.Identity{Name: "Zuraidah Kenari", NIK: "6402065708900077", Phone: "081255501234"}

func TestNoReasonNamesThePersonItIsAbout(t *testing.T) {
	ctx := context.Background()
	b := witnessed(t)
	r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: kenari})
	visit, ticket := r.Visit.ID, r.Tickets[0].ID
	for _, reason := range []string{"salah, ini Zuraidah", "bu KENARI pulang", "kartu 0077", "telp 1234"} {
		named := func(what string, err error) {
			t.Helper()
			if models.SaysOf(err).Key != "reason.names" {
				t.Errorf("%s took %q: %v", what, reason, err)
			}
		}
		phone := "081255509999"
		_, err := b.Correct(ctx, desk.Correction{VisitID: visit, Phone: &phone, Reason: reason})
		named("a correction", err)
		named("a void", b.Void(ctx, ticket, reason))
		named("the guest book's void", b.VoidRecord(ctx, visit, ticket, reason))
		_, err = b.VoidStep(ctx, desk.Step{Ticket: ticket, Reason: reason})
		named("the queue's void", err)
		_, err = b.RequestRight(ctx, visit, models.RequestStop, reason)
		named("a request", err)
		_, err = b.ExportPerson(ctx, visit, reason)
		named("an export", err)
		_, err = b.StopPerson(ctx, visit, reason)
		named("a stop", err)
		_, err = b.ErasePerson(ctx, visit, reason)
		named("an erasure", err)
		_, err = b.CheckIn(ctx, desk.CheckIn{Errands: errands("DUK-02"), Visitor: kenari, Force: reason})
		named("a number given all the same", err)
	}
	if err := b.Void(ctx, ticket, "salah ketik pukul 9.30"); err != nil {
		t.Errorf("a reason that names nobody: %v", err)
	}
}

func TestAnErasureTakesTheReasonsBesideHerVisitsToo(t *testing.T) {
	ctx := context.Background()
	b := witnessed(t)
	r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: kenari, Force: "istri pak lurah"})
	phone := "081255509999"
	if _, err := b.Correct(ctx, desk.Correction{VisitID: r.Visit.ID, Phone: &phone, Reason: "istri pak lurah"}); err != nil {
		t.Fatal(err)
	}
	if err := b.Void(ctx, r.Tickets[0].ID, "istri pak lurah"); err != nil {
		t.Fatal(err)
	}
	if _, err := b.ExportPerson(ctx, r.Visit.ID, "istri pak lurah"); err != nil {
		t.Fatal(err)
	}
	if _, err := b.ErasePerson(ctx, r.Visit.ID, "diminta sendiri"); err != nil {
		t.Fatal(err)
	}
	for table, column := range map[string]string{"tickets": "force_reason || void_reason", "ticket_events": "reason",
		"corrections": "reason", "identity_openings": "why", "person_requests": "reason", "audit": "why"} {
		if n := b.text(t, `SELECT CAST(count(*) AS TEXT) FROM `+table+` WHERE `+column+` LIKE '%lurah%'`); n != "0" {
			t.Errorf("%s holds %s reasons", table, n)
		}
	}
	if why := b.text(t, `SELECT reason FROM person_requests WHERE kind = 'erasure'`); why != "diminta sendiri" {
		t.Errorf("the erasure's own reason is %q", why)
	}
}
