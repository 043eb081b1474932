package store_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

func (b *bench) mark(t testing.TB, m desk.PresenceMark) desk.MarkedPresence {
	t.Helper()
	marked, err := b.MarkPresence(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	return marked
}

// state is how an agency is now, as every screen reads it.
func (b *bench) state(t testing.TB, agency string) models.State {
	t.Helper()
	return b.agency(t, agency).Status.State
}

func (b *bench) agency(t testing.TB, code string) desk.AgencyStatus {
	t.Helper()
	today, err := b.Today(context.Background(), b.now)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range b.Agencies(today, b.now) {
		if a.Agency.Code == code {
			return a
		}
	}
	t.Fatalf("no agency %s", code)
	return desk.AgencyStatus{}
}

func absent(agency string) desk.PresenceMark {
	return desk.PresenceMark{Agency: agency, State: models.PresenceAbsent}
}

func TestAnAbsentAgencyIsToldAndGivesNoNumbers(t *testing.T) {
	b := openDesk(t, 1)
	b.mark(t, desk.PresenceMark{Agency: "DUK", State: models.PresenceAbsent, Reason: "rapat", Until: monday.Add(time.Hour)})
	_, err := b.CheckIn(context.Background(), desk.CheckIn{Errands: errands("DUK-02")})
	if models.KindOf(err) != models.KindRefused || b.state(t, "DUK") != models.StateAbsent {
		t.Errorf("got %v, state %s", err, b.state(t, "DUK"))
	}
	forced := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Force: "petugas sudah datang"})
	if forced.Tickets[0].ForceReason == "" {
		t.Error("a forced number has no reason")
	}
	b.now = monday.Add(time.Hour)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
}

func TestALateAgencyGivesNumbersAndWarns(t *testing.T) {
	b := openDesk(t, 1)
	b.mark(t, desk.PresenceMark{Agency: "DUK", State: models.PresenceLate, Until: monday.Add(time.Hour)})
	r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	if len(r.Tickets[0].Warnings) != 1 || r.Tickets[0].Warnings[0].Field != "status" {
		t.Errorf("warned %v", r.Tickets[0].Warnings)
	}
}

func TestAMarkListsWhoWaitsWhileNobodyServes(t *testing.T) {
	b := openDesk(t, 1)
	var want []string
	for range 3 {
		want = append(want, numbers(b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")}))...)
	}
	gone := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	if err := b.Undo(context.Background(), gone.Visit.ID); err != nil {
		t.Fatal(err)
	}
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("SAM-01")})
	listed := func(m desk.PresenceMark) (list []string) {
		for _, ticket := range b.mark(t, m).Affected {
			list = append(list, ticket.Number)
		}
		return list
	}
	if got := listed(absent("DUK")); !reflect.DeepEqual(got, want) {
		t.Errorf("affected %v, want %v", got, want)
	}
	if got := listed(desk.PresenceMark{Agency: "DUK", State: models.PresencePresent}); got != nil {
		t.Errorf("present affects %v", got)
	}
	first := b.agency(t, "DUK").Agency.Counters[0].Code
	if got := listed(desk.PresenceMark{Agency: "DUK", Counter: first, State: models.PresenceUnstaffed}); !reflect.DeepEqual(got, []string{want[0], want[2]}) {
		t.Errorf("an unstaffed counter affects %v, want the first and the third of %v", got, want)
	}
	if waiting := b.agency(t, "DUK").Demand.Waiting; waiting != len(want) {
		t.Errorf("%d wait, want %d", waiting, len(want))
	}
}

func TestNobodyIsSentToACounterWithoutStaff(t *testing.T) {
	b := openDesk(t, 1)
	counters := b.agency(t, "DUK").Agency.Counters
	unstaffed := counters[:len(counters)-1]
	for _, c := range unstaffed {
		b.mark(t, desk.PresenceMark{Agency: "DUK", Counter: c.Code, State: models.PresenceUnstaffed})
	}
	if got := b.agency(t, "DUK").Staffed(b.now); got != 1 {
		t.Errorf("%d counters are staffed, want 1", got)
	}
	for range 3 {
		r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
		if got := r.Tickets[0].Ticket.Counter; got != counters[len(counters)-1].Code {
			t.Errorf("sent to %s", got)
		}
	}
	b.mark(t, absent("DUK"))
	if got := b.agency(t, "DUK").Staffed(b.now); got != 0 {
		t.Errorf("%d counters of an absent agency are staffed", got)
	}
}

func TestTheNewestMarkHoldsAlsoWhenTheClockGoesBack(t *testing.T) {
	b := openDesk(t, 1)
	b.mark(t, absent("DUK"))
	b.now = monday.Add(-time.Minute)
	b.mark(t, desk.PresenceMark{Agency: "DUK", State: models.PresencePresent})
	if got := b.state(t, "DUK"); got != models.StateOpen {
		t.Errorf("state %s", got)
	}
	late := b.mark(t, desk.PresenceMark{Agency: "DUK", State: models.PresenceAbsent, At: monday.Add(-30 * time.Minute)})
	if !late.Outdated || b.state(t, "DUK") != models.StateOpen {
		t.Errorf("a mark entered late holds: %+v", late)
	}
}

func TestAMarkHoldsForItsDayOrUntilItsEnd(t *testing.T) {
	b := openDesk(t, 1)
	b.mark(t, absent("DUK"))
	b.mark(t, desk.PresenceMark{Agency: "SAM", State: models.PresenceAbsent, Until: monday.Add(25 * time.Hour)})
	b.mark(t, desk.PresenceMark{Agency: "POL", State: models.PresenceAbsent, Until: monday.Add(25 * time.Hour)})
	b.mark(t, desk.PresenceMark{Agency: "POL", State: models.PresencePresent})
	b.now = monday.Add(24 * time.Hour)
	for agency, want := range map[string]models.State{"DUK": models.StateOpen, "SAM": models.StateAbsent, "POL": models.StateOpen} {
		if got := b.state(t, agency); got != want {
			t.Errorf("%s is %s, want %s", agency, got, want)
		}
	}
}

func TestABreakWithoutEndIsHalfAnHour(t *testing.T) {
	b := openDesk(t, 1)
	b.mark(t, desk.PresenceMark{Agency: "DUK", State: models.PresenceBreak})
	if s := b.agency(t, "DUK").Status; s.State != models.StateBreak || !s.NextOpening.Equal(monday.Add(30*time.Minute)) {
		t.Errorf("%s, opens %v", s.State, s.NextOpening)
	}
}

func TestAnUndoneMarkLeavesWhatHeldBefore(t *testing.T) {
	ctx := context.Background()
	b := openDesk(t, 1)
	undo := func(m desk.MarkedPresence) {
		t.Helper()
		if err := b.UndoPresence(ctx, m.Presence); err != nil {
			t.Fatal(err)
		}
	}
	undo(b.mark(t, absent("DUK")))
	if got := b.state(t, "DUK"); got != models.StateOpen {
		t.Errorf("after the first undo: %s", got)
	}
	b.mark(t, desk.PresenceMark{Agency: "DUK", State: models.PresenceLate, Until: monday.Add(time.Hour), Reason: "hujan"})
	undo(b.mark(t, absent("DUK")))
	if known := b.agency(t, "DUK").Presence; known.State != models.PresenceLate || known.Reason != "hujan" || known.Until.IsZero() {
		t.Errorf("after the second undo: %+v", known)
	}
}

func TestAMarkIsUndoneOnlyInTimeAndIfNobodyMarkedSince(t *testing.T) {
	ctx := context.Background()
	b := openDesk(t, 1)
	mine := b.mark(t, absent("DUK"))
	b.mark(t, desk.PresenceMark{Agency: "DUK", State: models.PresenceOutage})
	if err := b.UndoPresence(ctx, mine.Presence); models.KindOf(err) != models.KindRefused {
		t.Errorf("undone over another's mark: %v", err)
	}
	late := b.mark(t, absent("SAM"))
	b.now = monday.Add(desk.UndoWindow + time.Second)
	if err := b.UndoPresence(ctx, late.Presence); models.KindOf(err) != models.KindRefused {
		t.Errorf("undone after the window: %v", err)
	}
	if b.state(t, "DUK") != models.StateOutage || b.state(t, "SAM") != models.StateAbsent {
		t.Error("a refused undo changed something")
	}
}

func TestAWrongMarkIsRefusedAndNothingStored(t *testing.T) {
	b := openDesk(t, 1)
	for name, m := range map[string]desk.PresenceMark{
		"unknown agency":        absent("XXX"),
		"another's counter":     {Agency: "DUK", Counter: "SAM-1", State: models.PresenceUnstaffed},
		"unknown state":         {Agency: "DUK", State: "asleep"},
		"a counter's word":      {Agency: "DUK", State: models.PresenceUnstaffed},
		"nothing to be set":     {Agency: "DUK", State: models.PresenceUnmarked},
		"an end that is past":   {Agency: "DUK", State: models.PresenceAbsent, Until: monday},
		"an end after a month":  {Agency: "DUK", State: models.PresenceAbsent, Until: monday.AddDate(0, 0, 32)},
		"a counter of no mark":  {Agency: "DUK", Counter: "none", State: models.PresenceStaffed},
		"an empty state at all": {Agency: "DUK"},
	} {
		if _, err := b.MarkPresence(context.Background(), m); models.KindOf(err) != models.KindUsage {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := b.state(t, "DUK"); got != models.StateOpen {
		t.Errorf("state %s", got)
	}
}

func TestAReasonKeepsNoNumberOfAPerson(t *testing.T) {
	b := openDesk(t, 1)
	m := b.mark(t, desk.PresenceMark{Agency: "DUK", State: models.PresenceAbsent, Reason: "hubungi 0812345678"})
	if m.Reason != "hubungi ••••••••••" {
		t.Errorf("kept %q", m.Reason)
	}
}

func TestPracticeMarksStayInPractice(t *testing.T) {
	b := openDesk(t, 1)
	if _, err := b.practising().MarkPresence(context.Background(), absent("DUK")); err != nil {
		t.Fatal(err)
	}
	if got := b.state(t, "DUK"); got != models.StateOpen {
		t.Errorf("practice closed the real agency: %s", got)
	}
}

func TestWhoWaitsIsParkedTogetherAndUndoneTogether(t *testing.T) {
	ctx := context.Background()
	b := openDesk(t, 1)
	b.waiting(t, 3, "DUK-02")
	waits, err := b.Waiting(ctx, "DUK")
	if err != nil {
		t.Fatal(err)
	}
	called := b.mustNext(t, "DUK-1")
	until := b.now.Add(20 * time.Minute)
	parked, err := b.ParkTogether(ctx, waits, until)
	if err != nil || len(parked) != 2 {
		t.Fatalf("parked %v, %v", parked, err)
	}
	for _, ticket := range parked {
		if ticket.ID == called.Ticket.ID || ticket.State != models.TicketParked || !ticket.ParkedUntil.Equal(until) {
			t.Errorf("parked %+v", ticket)
		}
	}
	if got := b.agency(t, "DUK").Demand.Waiting; got != 2 {
		t.Errorf("%d wait, want the two that are parked", got)
	}
	if _, err := b.ParkTogether(ctx, waits, until); !refusedWith(err, "queue.none_left") {
		t.Errorf("parked twice: %v", err)
	}
	if _, err := b.UndoStep(ctx, desk.Step{Ticket: parked[0].ID}); err != nil {
		t.Fatal(err)
	}
	again, err := b.Waiting(ctx, "DUK")
	if err != nil || len(again) != 2 || again[0].State != models.TicketWaiting || again[1].State != models.TicketWaiting {
		t.Errorf("after the undo %+v, %v", again, err)
	}
}

func TestWhoWaitsIsSentOnTogetherWithPlaceAndNumber(t *testing.T) {
	ctx := context.Background()
	b := openDesk(t, 1)
	want := b.waiting(t, 2, "DUK-02")
	waits, err := b.Waiting(ctx, "DUK")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.TransferTogether(ctx, waits, desk.Target{Service: "none"}); models.KindOf(err) != models.KindUsage {
		t.Errorf("to no service: %v", err)
	}
	moved, err := b.TransferTogether(ctx, waits, desk.Target{Service: "SAM-01"})
	if err != nil || len(moved) != 2 {
		t.Fatalf("moved %v, %v", moved, err)
	}
	there, err := b.Waiting(ctx, "SAM")
	if err != nil || len(there) != 2 || there[0].Number != want[0] || !there[0].IssuedAt.Equal(waits[0].IssuedAt) {
		t.Errorf("there %+v, %v", there, err)
	}
	if got := b.mustNext(t, "SAM-1").Ticket.Number; got != want[0] {
		t.Errorf("called %s, want %s", got, want[0])
	}
}
