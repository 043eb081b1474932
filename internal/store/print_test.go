package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// roll is a printer that keeps what it was given.
type roll struct {
	slips []models.Slip
	err   error
	while func() // runs while it prints
}

func (r *roll) Print(_ context.Context, slip models.Slip) error {
	if r.while != nil {
		r.while()
	}
	r.slips = append(r.slips, slip)
	return r.err
}

func (r *roll) State(context.Context) models.PrinterState { return models.PrinterReady }

var lostCard = desk.CheckIn{Errands: []desk.Errand{{Service: "DUK-02", Papers: models.PapersIncomplete,
	Missing: []string{"Fotokopi KK"}}}, Print: true,
	Visitor: models.Identity{Name: "Ahmad Noor Contoh", NIK: "6402061708900001", Phone: "081234567890"}}

func activeState(t *testing.T, b *bench, id string) models.TicketState {
	t.Helper()
	queue, err := b.Queue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range queue.Active {
		if q.ID == id {
			return q.State
		}
	}
	return ""
}

func TestATicketIsPrintingUntilThePrinterTookIt(t *testing.T) {
	for name, c := range map[string]struct {
		fault error
		says  string
	}{"printed": {}, "given up": {models.Fault(errors.New("no paper"), "print.paper_out"), "print.paper_out"}} {
		t.Run(name, func(t *testing.T) {
			r := &roll{err: c.fault}
			b := openPrintingDesk(t, r)
			receipt := b.mustCheckIn(t, lostCard)
			id := receipt.Tickets[0].ID
			if state := activeState(t, b, id); state != models.TicketPrinting {
				t.Errorf("before: %s", state)
			}
			if unprinted, err := b.Print(t.Context(), receipt.Tickets); err != nil || unprinted.Key != c.says {
				t.Errorf("got %v, %v", unprinted, err)
			}
			if state := activeState(t, b, id); state != models.TicketWaiting {
				t.Errorf("after: %s", state)
			}
		})
	}
}

func TestThePaperTellsTheWayAndNothingOfThePerson(t *testing.T) {
	r := &roll{}
	b := openPrintingDesk(t, r)
	if _, err := b.Print(t.Context(), b.mustCheckIn(t, lostCard).Tickets); err != nil {
		t.Fatal(err)
	}
	slip := r.slips[0]
	if slip.Number != "1A-001" || slip.Counter != 101 || slip.Floor != 1 || slip.Service != "KTP-el hilang" || slip.Copy ||
		!slices.Equal(slip.Missing, []string{"Fotokopi KK"}) || len(slip.Before) != 1 || slip.Before[0].Agency != "Polres" {
		t.Errorf("got %+v", slip)
	}
	told := fmt.Sprintf("%+v", slip)
	for _, secret := range []string{"Ahmad", "Noor", lostCard.Visitor.NIK, "81234567890"} {
		if strings.Contains(told, secret) {
			t.Errorf("the paper tells %q", secret)
		}
	}
	if slip.Fee != "" || slip.Duration != "" {
		t.Error("a fee that the agency has not confirmed is printed")
	}
}

func TestASensitiveServiceIsNotNamedOnPaper(t *testing.T) {
	r := &roll{}
	b := openPrintingDesk(t, r)
	service, _ := sensitiveService(t, b)
	receipt := b.mustCheckIn(t, desk.CheckIn{Errands: []desk.Errand{{Service: service.Code,
		Papers: models.PapersIncomplete, Missing: []string{"Surat gugatan"}}}, Print: true, Force: "uji"})
	if _, err := b.Print(t.Context(), receipt.Tickets); err != nil {
		t.Fatal(err)
	}
	if got := r.slips[0]; got.Service != "" || got.Agency == "" || len(got.Missing)+len(got.Before) > 0 {
		t.Errorf("got %+v", got)
	}
}

func sensitiveService(t *testing.T, b *bench) (*models.Service, *models.Agency) {
	t.Helper()
	for i := range b.Catalogue().Directory.Agencies {
		a := &b.Catalogue().Directory.Agencies[i]
		for j := range a.Services {
			if s := &a.Services[j]; s.Sensitive && s.IssuesTicket() && s.ReferTo == nil {
				return s, a
			}
		}
	}
	t.Fatal("no service of the sample is sensitive")
	return nil, nil
}

func TestAReprintCarriesTheSameNumberAsACopy(t *testing.T) {
	r := &roll{}
	b := openPrintingDesk(t, r)
	receipt := b.mustCheckIn(t, lostCard)
	if _, err := b.Print(t.Context(), receipt.Tickets); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Reprint(t.Context(), "1A-001"); err != nil {
		t.Fatal(err)
	}
	if len(r.slips) != 2 || r.slips[1].Number != "1A-001" || !r.slips[1].Copy {
		t.Errorf("got %+v", r.slips)
	}
	t.Run("but never of a number that was voided", func(t *testing.T) {
		if err := b.Void(t.Context(), receipt.Tickets[0].ID, "salah"); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Reprint(t.Context(), "1A-001"); models.KindOf(err) != models.KindRefused || len(r.slips) != 2 {
			t.Errorf("got %v, %d slips", err, len(r.slips))
		}
	})
}

func TestATicketThatIsVoidedWhileItPrintsStaysVoided(t *testing.T) {
	r := &roll{}
	b := openPrintingDesk(t, r)
	receipt := b.mustCheckIn(t, lostCard)
	r.while = func() {
		if err := b.Undo(t.Context(), receipt.Visit.ID); err != nil {
			t.Error(err)
		}
	}
	if _, err := b.Print(t.Context(), receipt.Tickets); err != nil {
		t.Error(err)
	}
	if state := activeState(t, b, receipt.Tickets[0].ID); state != "" {
		t.Errorf("it is %s", state)
	}
}

func TestATicketLeftInPrintingComesIntoTheQueue(t *testing.T) {
	b := openPrintingDesk(t, &roll{})
	id := b.mustCheckIn(t, lostCard).Tickets[0].ID
	for _, c := range []struct {
		after time.Duration
		want  models.TicketState
	}{{10 * time.Second, models.TicketPrinting}, {time.Minute, models.TicketWaiting}} {
		b.now = monday.Add(c.after)
		if err := b.SettlePrints(t.Context()); err != nil {
			t.Fatal(err)
		}
		if state := activeState(t, b, id); state != c.want {
			t.Errorf("after %v: %s", c.after, state)
		}
	}
}

func TestWithoutAPrinterNothingIsEverPrinting(t *testing.T) {
	b := openDesk(t, 1)
	if state := activeState(t, b, b.mustCheckIn(t, lostCard).Tickets[0].ID); state != models.TicketWaiting {
		t.Errorf("it is %s", state)
	}
	if _, err := b.Reprint(t.Context(), "1A-001"); models.KindOf(err) != models.KindRefused {
		t.Errorf("got %v", err)
	}
}

func openPrintingDesk(t *testing.T, printer desk.Printer) *bench {
	t.Helper()
	b := openDesk(t, 1)
	b.parts.Printer = printer
	b.Desk = desk.New(b.parts)
	return b
}
