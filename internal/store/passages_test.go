package store_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

const allDays = "2026-11-01"

// passages tells in minutes since monday what the store knows of a ticket.
func (b *bench) passages(t testing.TB, number string) []string {
	t.Helper()
	list, err := b.store.Passages(context.Background(), "MPP-6402", allDays, "2026-11-30", 100)
	if err != nil {
		t.Fatal(err)
	}
	visits, err := b.store.Visits(context.Background(), []string{"MPP-6402"}, "2026-11-23")
	if err != nil {
		t.Fatal(err)
	}
	number = idOf(visits, number)
	minute := func(at time.Time) any {
		if at.IsZero() {
			return "-"
		}
		return int(at.Sub(monday).Minutes())
	}
	var told []string
	for _, p := range list {
		if p.Ticket == number {
			told = append(told, fmt.Sprint(p.Agency, " ", p.Service, " ", p.Counter, p.Reserved, " ", minute(p.Arrived), " ", minute(p.Queued), " ",
				minute(p.Called), " ", minute(p.Ended), " ", p.NoShow, " ", p.Priority))
		}
	}
	return told
}

func idOf(visits []models.Visit, number string) string {
	for _, v := range visits {
		for _, t := range v.Tickets {
			if t.Number == number {
				return t.ID
			}
		}
	}
	return ""
}

func (b *bench) wantPassages(t testing.TB, number string, want ...string) {
	t.Helper()
	got := b.passages(t, number)
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s passed\n%q, want\n%q", number, got, want)
	}
}

// after lets minutes pass.
func (b *bench) after(minutes int) { b.now = b.now.Add(time.Duration(minutes) * time.Minute) }

func TestPassageRunsFromTheNumberToTheEndOfTheService(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	number := b.waiting(t, 1, "DUK-02", models.PriorityElderly)[0]
	b.wantPassages(t, number, "DUK DUK-02  0 0 - - false true")
	b.after(4)
	id := b.mustNext(t, "DUK-3").Ticket.ID
	b.wantPassages(t, number, "DUK DUK-02 DUK-3 0 0 5 - false true")
	b.after(1)
	mustStep(t)(b.Recall(ctx, desk.Step{Ticket: id}))
	b.after(1)
	mustStep(t)(b.Serve(ctx, desk.Step{Ticket: id}))
	b.after(10)
	mustStep(t)(b.Done(ctx, desk.Step{Ticket: id}))
	b.wantPassages(t, number, "DUK DUK-02 DUK-3 0 0 5 17 false true")
}

func TestWhoComesBackPassesOnceMoreInTheOldPlace(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	number := b.waiting(t, 1, "DUK-02")[0]
	id := b.mustNext(t, "DUK-3").Ticket.ID
	b.after(2)
	mustStep(t)(b.NoShow(ctx, desk.Step{Ticket: id}))
	b.after(7)
	mustStep(t)(b.Return(ctx, desk.Step{Ticket: id}))
	b.wantPassages(t, number, "DUK DUK-02 DUK-3 0 0 1 3 true false", "DUK DUK-02  0 10 - - false false")
}

func TestTransferBeginsAPassageInTheOtherQueue(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	number := b.waiting(t, 1, "DUK-02")[0]
	id := b.mustNext(t, "DUK-3").Ticket.ID
	b.after(4)
	mustStep(t)(b.Transfer(ctx, desk.Step{Ticket: id}, desk.Target{Service: "POS-01"}))
	b.after(1)
	mustStep(t)(b.Transfer(ctx, desk.Step{Ticket: id}, desk.Target{Agency: "DUK", Counter: "DUK-1"}))
	b.wantPassages(t, number, "DUK DUK-02 DUK-3 0 0 1 5 false false", "POS POS-01  0 5 - 6 false false", "DUK  DUK-1 0 6 - - false false")
}

func TestParkedTicketIsInTheQueueAgainWhenItsParkingIsOver(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	number := b.waiting(t, 1, "DUK-02")[0]
	id := b.mustNext(t, "DUK-3").Ticket.ID
	b.after(1)
	mustStep(t)(b.Park(ctx, desk.Step{Ticket: id}, 15*time.Minute))
	b.wantPassages(t, number, "DUK DUK-02 DUK-3 0 0 1 2 false false", "DUK DUK-02  0 17 - - false false")
}

func TestWhatWasTakenBackIsNoPassage(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	number := b.waiting(t, 1, "DUK-02")[0]
	id := b.mustNext(t, "DUK-3").Ticket.ID
	if _, err := b.UndoStep(ctx, desk.Step{Ticket: id}); err != nil {
		t.Fatal(err)
	}
	b.wantPassages(t, number, "DUK DUK-02  0 0 - - false false")
	if err := b.Void(ctx, id, "salah ambil"); err != nil {
		t.Fatal(err)
	}
	b.wantPassages(t, number, "DUK DUK-02  0 0 - 1 false false")
}

func TestForecastTellsWhoWaitsAndWhoComes(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	b.waiting(t, 6, "DUK-02")
	b.mustNext(t, "DUK-1")
	receipt := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	today, err := b.Today(ctx, b.now)
	if err != nil {
		t.Fatal(err)
	}
	comer, told := today.Forecast.Service("DUK-02")
	if !told || comer.Ahead != 6 || comer.Low >= comer.Likely || comer.Likely >= comer.High {
		t.Errorf("told %v %+v", told, comer)
	}
	issued := today.Foretell(receipt.Tickets[0])
	if issued.Wait == nil || issued.Wait.Ahead != 5 || issued.Wait.Unlikely || len(issued.Warnings) != 0 {
		t.Errorf("told %+v, warned %v", issued.Wait, issued.Warnings)
	}
	if offer, _ := b.Offer("DUK-02", today, b.now); offer.Wait == nil || *offer.Wait != comer {
		t.Errorf("offered %+v", offer.Wait)
	}
}

func TestForecastWarnsWhoWillNotBeServed(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	b.waiting(t, 60, "BPN-01")
	b.mustNext(t, "BPN-1")
	receipt := b.mustCheckIn(t, desk.CheckIn{Errands: errands("BPN-01")})
	today, err := b.Today(ctx, b.now)
	if err != nil {
		t.Fatal(err)
	}
	issued := today.Foretell(receipt.Tickets[0])
	if issued.Wait == nil || !issued.Wait.Unlikely || !issued.Wait.OpenEnded {
		t.Fatalf("told %+v", issued.Wait)
	}
	if len(issued.Warnings) != 1 || issued.Warnings[0].Says.Key != "warn.unlikely" {
		t.Errorf("warned %v", issued.Warnings)
	}
}

func TestAgencyThatNeverCallsHasNoForecast(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	b.waiting(t, 2, "DUK-02")
	for minutes, want := range map[int]bool{5: true, 90: false} {
		today, err := b.Today(ctx, monday.Add(time.Duration(minutes)*time.Minute))
		if err != nil {
			t.Fatal(err)
		}
		if _, told := today.Forecast.Service("DUK-02"); told != want {
			t.Errorf("after %d minutes without a call: told %v", minutes, told)
		}
	}
}

func TestAccuracyReplaysTheStoredDays(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	for day := range 3 {
		b.now = monday.AddDate(0, 0, day)
		for range 6 {
			b.waiting(t, 2, "DUK-02")
			b.after(7)
			mustStep(t)(b.Serve(ctx, desk.Step{Ticket: b.mustNext(t, "DUK-1").Ticket.ID}))
		}
		for range 6 {
			b.after(9)
			mustStep(t)(b.Serve(ctx, desk.Step{Ticket: b.mustNext(t, "DUK-1").Ticket.ID}))
		}
	}
	b.now = monday.AddDate(0, 0, 2) // its own day is not over
	accuracy, err := b.EstimateAccuracy(ctx, "", "")
	if err != nil {
		t.Fatal(err)
	}
	sheet := accuracy.Score.Sheet()
	if accuracy.Days != 2 || sheet.Tickets != 24 || sheet.Unserved != 0 {
		t.Errorf("%d days, %+v", accuracy.Days, sheet)
	}
	if sheet.MedianError >= sheet.NaiveMedianError || sheet.InsideShare < 0.5 {
		t.Errorf("a steady queue was foreseen badly: %+v", sheet)
	}
	if of := accuracy.Score.Services()["DUK-02"]; of.Tickets != 24 {
		t.Errorf("of the service %+v", of)
	}
	for _, c := range []struct {
		from, to  string
		days, all int
	}{
		{"2026-11-23", "2026-11-23", 1, 12}, {"2026-11-24", "2026-11-30", 1, 12}, {"2026-11-01", "2026-11-30", 2, 24},
		{"2026-01-01", "2026-12-31", 2, 24}, {"2026-10-01", "2026-10-31", 0, 0}, {"2026-11-25", "2026-11-25", 0, 0},
	} {
		of, err := b.EstimateAccuracy(ctx, c.from, c.to)
		if err != nil || of.Days != c.days || of.Of != c.days || of.Score.Sheet().Tickets != c.all {
			t.Errorf("%s – %s: %d of %d days, %d numbers, %v", c.from, c.to, of.Days, of.Of, of.Score.Sheet().Tickets, err)
		}
	}
}
