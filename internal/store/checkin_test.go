package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/models"
)

func writeFile(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func numbers(r desk.Receipt) []string {
	var list []string
	for _, t := range r.Tickets {
		list = append(list, t.Number)
	}
	return list
}

func TestNumbersRunPerAgencyAndStartAnewEachLocalDay(t *testing.T) {
	b := openDesk(t, 1)
	const nextMorning = 23 * time.Hour // 07.41 WITA, still the same day in UTC
	for _, c := range []struct {
		after   time.Duration
		service string
		want    string
	}{
		{0, "DUK-02", "1A-001"},
		{0, "DUK-11", "1A-002"},
		{0, "SAM-01", "1E-001"},
		{nextMorning, "DUK-02", "1A-001"},
		{nextMorning, "DUK-02", "1A-002"},
	} {
		b.now = monday.Add(c.after)
		got := numbers(b.mustCheckIn(t, desk.CheckIn{Errands: errands(c.service), Force: "uji"}))
		if !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s after %v: got %v, want %s", c.service, c.after, got, c.want)
		}
	}
}

func TestEachDeskNumberHasItsOwnBlock(t *testing.T) {
	for number, want := range map[int]string{1: "1A-001", 2: "1A-2001", 9: "1A-9001"} {
		b := openDesk(t, number)
		if got := numbers(b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})); got[0] != want {
			t.Errorf("desk %d: got %s, want %s", number, got[0], want)
		}
	}
}

func TestABlockThatIsUsedUpGoesOnBeyondAllOthers(t *testing.T) {
	for number, want := range map[int]string{1: "1A-10001", 2: "1A-20001"} {
		b := openDesk(t, number)
		b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
		if err := b.store.ExecForTest(fmt.Sprintf("UPDATE ticket_sequences SET last = %d", models.BlockEnd(number))); err != nil {
			t.Fatal(err)
		}
		if got := numbers(b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})); got[0] != want {
			t.Errorf("desk %d: got %s, want %s", number, got[0], want)
		}
	}
}

func TestAPaperNumberIsKeptIfFreeAndSteppedOver(t *testing.T) {
	b := openDesk(t, 1)
	paper := desk.CheckIn{Errands: errands("DUK-02"), Number: "1A-002", At: monday.Add(-10 * time.Minute), Force: "listrik padam"}
	if got := numbers(b.mustCheckIn(t, paper)); got[0] != "1A-002" {
		t.Fatalf("got %v", got)
	}
	if _, err := b.CheckIn(context.Background(), paper); models.KindOf(err) != models.KindRefused {
		t.Errorf("the same number again gave %v", err)
	}
	var got []string
	for range 2 {
		got = append(got, numbers(b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")}))...)
	}
	if !slices.Equal(got, []string{"1A-001", "1A-003"}) {
		t.Errorf("got %v", got)
	}
}

func TestALateEntryKeepsBothTimes(t *testing.T) {
	b := openDesk(t, 1)
	at := monday.Add(-15 * time.Minute)
	b.now = monday.Add(3 * time.Hour)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("BPK-01"), At: at, Number: "1F-007", Force: "entri susulan"})
	visits, err := b.Visits(context.Background(), "2026-11-23")
	if err != nil || len(visits) != 1 {
		t.Fatalf("%d visits, %v", len(visits), err)
	}
	if v := visits[0]; !v.ArrivedAt.Equal(at) || !v.RecordedAt.Equal(b.now) {
		t.Errorf("arrived %v, recorded %v", v.ArrivedAt, v.RecordedAt)
	}
}

func TestAVoidedTicketGivesItsQuotaBackButNotItsNumber(t *testing.T) {
	b := openDesk(t, 1)
	d := directory.Sample()
	for i := range d.Agencies {
		if d.Agencies[i].Code == "IMI" {
			d.Agencies[i].DailyQuota = 2
		}
	}
	b.UseDirectory(d)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("IMI-01")})
	second := b.mustCheckIn(t, desk.CheckIn{Errands: errands("IMI-01")})
	ctx := context.Background()
	if _, err := b.CheckIn(ctx, desk.CheckIn{Errands: errands("IMI-01")}); models.KindOf(err) != models.KindRefused {
		t.Fatalf("beyond the quota: %v", err)
	}
	if err := b.Void(ctx, second.Tickets[0].ID, "salah pilih"); err != nil {
		t.Fatal(err)
	}
	third := b.mustCheckIn(t, desk.CheckIn{Errands: errands("IMI-01")})
	if got := numbers(third); got[0] != "1C-003" {
		t.Errorf("got %v", got)
	}
}

func TestAClosedAgencyStoresNothing(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	_, err := b.CheckIn(ctx, desk.CheckIn{Errands: errands("DUK-02", "KPP-01")})
	var refused *models.Error
	if !errors.As(err, &refused) || refused.Says.Key != "checkin.closed_until" {
		t.Fatalf("got %v", err)
	}
	if visits, _ := b.Visits(ctx, "2026-11-23"); len(visits) != 0 {
		t.Errorf("%d visits were stored", len(visits))
	}
	forced := b.mustCheckIn(t, desk.CheckIn{Errands: errands("KPP-01"), Force: "petugas datang khusus"})
	if len(forced.Tickets) != 1 || len(forced.Tickets[0].Warnings) == 0 {
		t.Errorf("forced: %+v", forced.Tickets)
	}
}

func TestTheLeastLoadedCounterIsAdvised(t *testing.T) {
	b := openDesk(t, 1)
	var got []string
	for range 3 {
		r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")}) // DUK-1 or DUK-3
		got = append(got, r.Tickets[0].Ticket.Counter)
	}
	if !slices.Equal(got, []string{"DUK-1", "DUK-3", "DUK-1"}) {
		t.Errorf("got %v", got)
	}
}

func TestUndoWorksForThirtySecondsAndVoidsAllTickets(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02", "SAM-01")})
	b.now = b.now.Add(desk.UndoWindow + time.Second)
	if err := b.Undo(ctx, r.Visit.ID); models.KindOf(err) != models.KindRefused {
		t.Fatalf("after the window: %v", err)
	}
	b.now = b.now.Add(-2 * time.Second)
	if err := b.Undo(ctx, r.Visit.ID); err != nil {
		t.Fatal(err)
	}
	visits, _ := b.Visits(ctx, "2026-11-23")
	for _, ticket := range visits[0].Tickets {
		if ticket.State != models.TicketVoided {
			t.Errorf("%s is %s", ticket.Number, ticket.State)
		}
	}
	if visits[0].VoidedAt.IsZero() {
		t.Error("the visit is not voided")
	}
}

func TestChangingTheServiceVoidsAndReissuesForTheSameVisit(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	first := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: models.Identity{Name: "Wulan Contoh"}})
	changed, err := b.ChangeService(ctx, first.Tickets[0].ID, "SAM-01")
	if err != nil {
		t.Fatal(err)
	}
	if changed.Visit.ID != first.Visit.ID || numbers(changed)[0] != "1E-001" {
		t.Errorf("got %v in visit %s", numbers(changed), changed.Visit.ID)
	}
	if _, err := b.ChangeService(ctx, first.Tickets[0].ID, "SAM-01"); models.KindOf(err) != models.KindRefused {
		t.Errorf("changing a voided ticket gave %v", err)
	}
}

// stateOf is the state of a ticket as it is stored, with its last event.
func stateOf(t *testing.T, b *bench, id string) (state models.TicketState, last models.TicketEventKind) {
	t.Helper()
	err := b.store.Write(context.Background(), func(tx models.Tx) error {
		ticket, err := tx.Ticket(id)
		if err != nil {
			return err
		}
		event, err := tx.LastEvent(id)
		state, last = ticket.State, event.Kind
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return state, last
}

func TestAVoidIsTakenBackForThirtySeconds(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	id := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")}).Tickets[0].ID
	if err := b.UndoVoid(ctx, id); models.KindOf(err) != models.KindRefused {
		t.Errorf("a ticket that waits: %v", err)
	}
	b.now = b.now.Add(time.Hour) // the window begins with the void, not with the ticket
	if err := b.Void(ctx, id, "salah pilih"); err != nil {
		t.Fatal(err)
	}
	voided := b.now
	b.now = voided.Add(desk.UndoWindow + time.Second)
	if err := b.UndoVoid(ctx, id); models.KindOf(err) != models.KindRefused {
		t.Fatalf("after the window: %v", err)
	}
	b.now = voided.Add(desk.UndoWindow - time.Second)
	if err := b.UndoVoid(ctx, id); err != nil {
		t.Fatal(err)
	}
	if state, last := stateOf(t, b, id); state != models.TicketWaiting || last != models.EventRestored {
		t.Errorf("the ticket is %s after %s", state, last)
	}
	if err := b.UndoVoid(ctx, id); models.KindOf(err) != models.KindRefused {
		t.Errorf("twice: %v", err)
	}
	if err := b.Void(ctx, id, "pulang"); err != nil {
		t.Errorf("it cannot be voided again: %v", err)
	}
}

func TestAVoidIsTakenBackThoughTheQuotaIsGone(t *testing.T) {
	b := openDesk(t, 1)
	d := directory.Sample()
	for i := range d.Agencies {
		if d.Agencies[i].Code == "IMI" {
			d.Agencies[i].DailyQuota = 1
		}
	}
	b.UseDirectory(d)
	ctx := context.Background()
	id := b.mustCheckIn(t, desk.CheckIn{Errands: errands("IMI-01")}).Tickets[0].ID
	if err := b.Void(ctx, id, "salah pilih"); err != nil {
		t.Fatal(err)
	}
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("IMI-01")})
	if err := b.UndoVoid(ctx, id); err != nil {
		t.Error(err)
	}
}

func TestATicketOfAVisitTakenBackDoesNotWaitAgain(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	if err := b.Undo(ctx, r.Visit.ID); err != nil {
		t.Fatal(err)
	}
	if err := b.UndoVoid(ctx, r.Tickets[0].ID); models.KindOf(err) != models.KindRefused {
		t.Errorf("got %v", err)
	}
}

func TestAChangeOfServiceIsTakenBackWhole(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	old := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")}).Tickets[0].ID
	changed, err := b.ChangeService(ctx, old, "SAM-01")
	if err != nil {
		t.Fatal(err)
	}
	other := b.mustCheckIn(t, desk.CheckIn{Errands: errands("SAM-01")}).Tickets[0].ID
	if err := b.UndoChange(ctx, old, other); models.KindOf(err) != models.KindRefused {
		t.Errorf("a ticket of somebody else: %v", err)
	}
	b.now = b.now.Add(desk.UndoWindow + time.Second)
	if err := b.UndoChange(ctx, old, changed.Tickets[0].ID); models.KindOf(err) != models.KindRefused {
		t.Fatalf("after the window: %v", err)
	}
	if state, _ := stateOf(t, b, changed.Tickets[0].ID); state != models.TicketWaiting {
		t.Fatal("a refused undo voided the new ticket")
	}
	b.now = b.now.Add(-2 * time.Second)
	if err := b.UndoChange(ctx, old, changed.Tickets[0].ID); err != nil {
		t.Fatal(err)
	}
	if state, _ := stateOf(t, b, old); state != models.TicketWaiting {
		t.Errorf("the old ticket is %s", state)
	}
	if state, _ := stateOf(t, b, changed.Tickets[0].ID); state != models.TicketVoided {
		t.Errorf("the new ticket is %s", state)
	}
}

func TestTodaysLastTicketsTellTheirVisitorMasked(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: models.Identity{Name: "Wulan Contoh", NIK: "6402065708900002"}})
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("SAM-01")})
	list, err := b.LastTickets(context.Background(), 9)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d tickets, %v", len(list), err)
	}
	if list[0].Number != "1E-001" || list[0].Visitor != (models.MaskedIdentity{}) {
		t.Errorf("got %s of %+v", list[0].Number, list[0].Visitor)
	}
	if want := (models.MaskedIdentity{Name: "W•••• C••••", NIK: "6402••••••••0002"}); list[1].Visitor != want {
		t.Errorf("got %+v", list[1].Visitor)
	}
}

func TestARecordIsNeverDeletedAndKeepsItsKeys(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	for _, statement := range []string{
		"DELETE FROM visits", "DELETE FROM tickets", "DELETE FROM ticket_events",
		"UPDATE visits SET business_date = '2026-11-24'", "UPDATE tickets SET id = 'x'",
		"UPDATE tickets SET sequence = 9", "UPDATE ticket_events SET at = 0",
		replaceAll("visits"),
	} {
		if b.store.ExecForTest(statement) == nil {
			t.Errorf("%s was let through", statement)
		}
	}
}

func TestTheSamePersonWaitingIsPointedOut(t *testing.T) {
	b := openDesk(t, 1)
	visitor := models.Identity{Name: "Wulan Contoh", NIK: "6402065708900002"}
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: visitor})
	again := b.mustCheckIn(t, desk.CheckIn{Errands: errands("SAM-01"), Visitor: visitor})
	if len(again.Warnings) != 1 || again.Warnings[0].Says.Key != "warn.already_waiting" {
		t.Errorf("got %+v", again.Warnings)
	}
}

func TestASharedPhoneIsNotCalledAPerson(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: models.Identity{Name: "Wulan Contoh", Phone: "081234567890"}})
	son := b.mustCheckIn(t, desk.CheckIn{Errands: errands("SAM-01"), Visitor: models.Identity{Name: "Bagas Contoh", Phone: "081234567890"}})
	if len(son.Warnings) != 1 || son.Warnings[0].Says.Key != "warn.phone_waiting" {
		t.Errorf("got %+v", son.Warnings)
	}
}

func TestReturningVisitorsTellTodaysNumbersThatWait(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	wulan := models.Identity{Name: "Wulan Contoh", NIK: "6402065708900002", Phone: "081234567890"}
	bagas := models.Identity{Name: "Bagas Contoh", Phone: "081234567890"}
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: wulan, Force: "uji"})
	b.now = b.now.Add(24 * time.Hour)
	voided := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: wulan})
	b.now = b.now.Add(time.Minute)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02", "SAM-01"), Visitor: wulan})
	b.now = b.now.Add(time.Minute)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("SAM-01"), Visitor: bagas})
	if err := b.Void(ctx, voided.Tickets[0].ID, "pulang"); err != nil {
		t.Fatal(err)
	}
	byNIK, err := b.Returning(ctx, models.ByNIK, wulan.NIK)
	if err != nil || len(byNIK) != 1 || !slices.Equal(byNIK[0].Waiting, []string{"1A-002", "1E-001"}) {
		t.Errorf("by NIK %+v, %v", byNIK, err)
	}
	byPhone, err := b.Returning(ctx, models.ByPhone, wulan.Phone)
	if err != nil || len(byPhone) != 2 || !slices.Equal(byPhone[0].Waiting, []string{"1E-002"}) ||
		!slices.Equal(byPhone[1].Waiting, []string{"1A-002", "1E-001"}) {
		t.Errorf("by phone %+v, %v", byPhone, err)
	}
}

func TestReturningVisitorsAreFoundAndAFamilyPhoneOffersAChoice(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	mother := models.Identity{Name: "Wulan Contoh", NIK: "6402065708900002", Phone: "0812 3456 7890"}
	son := models.Identity{Name: "Bagas Contoh", Phone: "+62 812-3456-7890"}
	for _, who := range []models.Identity{mother, son, mother} {
		b.now = b.now.Add(time.Minute)
		b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: who})
	}
	byNIK, err := b.Returning(ctx, models.ByNIK, "6402 0657 0890 0002")
	if err != nil || len(byNIK) != 1 {
		t.Fatalf("by NIK %d, %v", len(byNIK), err)
	}
	byPhone, err := b.Returning(ctx, models.ByPhone, "081234567890")
	if err != nil || len(byPhone) != 2 {
		t.Fatalf("by phone %d, %v", len(byPhone), err)
	}
	open, err := b.Reveal(ctx, byNIK[0].VisitID, "returning")
	if err != nil || open.Name != "Wulan Contoh" || open.Phone != "+6281234567890" {
		t.Errorf("got %+v, %v", open, err)
	}
}

func TestMembersOfAFamilyWithTheSameInitialsAreToldApart(t *testing.T) {
	b := openDesk(t, 1)
	for _, name := range []string{"Ahmad Contoh", "Aisyah Contoh", "ahmad contoh"} {
		b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: models.Identity{Name: name, Phone: "081234567890"}})
	}
	people, err := b.Returning(context.Background(), models.ByPhone, "081234567890")
	if err != nil || len(people) != 2 {
		t.Errorf("%d people, %v", len(people), err)
	}
}

func TestAPhoneInTheFamilyIsNotTheSamePerson(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: models.Identity{NIK: "6402065708900002", Phone: "081234567890"}})
	other := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: models.Identity{NIK: "6402061708900001", Phone: "081234567890"}})
	if len(other.Warnings) != 0 {
		t.Errorf("got %+v", other.Warnings)
	}
}

func TestPracticeCountsApartFromRealRecords(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	learner := b.practising()
	for range 3 {
		if _, err := learner.CheckIn(ctx, desk.CheckIn{Errands: errands("IMI-01"), Visitor: models.Identity{NIK: "6402065708900002"}}); err != nil {
			t.Fatal(err)
		}
	}
	real := b.mustCheckIn(t, desk.CheckIn{Errands: errands("IMI-01"), Visitor: models.Identity{NIK: "6402065708900002"}})
	if numbers(real)[0] != "1C-001" || len(real.Warnings) != 0 || real.Tickets[0].IssuedToday != 1 {
		t.Errorf("got %v, %+v", numbers(real), real.Warnings)
	}
	if people, err := b.Returning(ctx, models.ByNIK, "6402065708900002"); err != nil || people[0].VisitID != real.Visit.ID {
		t.Errorf("a practice visitor came back: %+v, %v", people, err)
	}
	if err := learner.Missed(ctx, "sedot wc"); err != nil {
		t.Fatal(err)
	}
	// The desk itself, one visit, one ticket, its event: nothing of practice.
	if state, err := b.store.SyncState(ctx); err != nil || state.Waiting != 4 {
		t.Errorf("%d records wait for the sync, %v", state.Waiting, err)
	}
	if visits, err := b.Visits(ctx, "2026-11-23"); err != nil || len(visits) != 4 {
		t.Errorf("%d visits are listed, %v", len(visits), err)
	}
}

func TestWhatWasDecidedByAnOldDirectoryIsDecidedAnew(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	newer := directory.Sample()
	newer.Agencies = slices.DeleteFunc(newer.Agencies, func(a models.Agency) bool { return a.Code == "POS" })
	b.storeNow = monday.Add(time.Minute)
	if err := b.store.ReplaceDirectory(ctx, newer); err != nil {
		t.Fatal(err)
	}
	if _, err := b.CheckIn(ctx, desk.CheckIn{Errands: errands("POS-01")}); models.KindOf(err) != models.KindUsage {
		t.Errorf("a service archived meanwhile gave %v", err)
	}
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})

	b.storeNow = monday.Add(2 * time.Minute)
	other := directory.Sample()
	other.Mall.Code = "MPP-6409"
	if err := b.store.ReplaceDirectory(ctx, other); models.KindOf(err) != models.KindRefused {
		t.Errorf("the mall changed under a real visit: %v", err)
	}
}

func TestAServiceWithoutNumbersIsStillNotedAndRefusedWhenClosed(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	noted := b.mustCheckIn(t, desk.CheckIn{Errands: errands("MPP-01", "MPP-03")})
	if noted.Visit.Service != "MPP-01,MPP-03" {
		t.Errorf("noted %q", noted.Visit.Service)
	}
	if _, err := b.CheckIn(ctx, desk.CheckIn{Errands: errands("MPP-01"), Number: "1N-020"}); models.KindOf(err) != models.KindUsage {
		t.Errorf("a number for it gave %v", err)
	}
	b.now = monday.AddDate(0, 0, -1)
	if _, err := b.CheckIn(ctx, desk.CheckIn{Errands: errands("MPP-01")}); models.KindOf(err) != models.KindRefused {
		t.Errorf("on a Sunday: %v", err)
	}
}

func TestReasonsNeverKeepSomebodysNumber(t *testing.T) {
	b := openDesk(t, 1)
	r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("KPP-01"), Force: "izin kepala, hubungi 0812 9998 8877"})
	if got := r.Tickets[0].ForceReason; got != "izin kepala, hubungi •••• •••• ••••" {
		t.Errorf("kept %q", got)
	}
	if _, err := b.TurnAway(context.Background(), "", "whatever"); models.KindOf(err) != models.KindUsage {
		t.Errorf("an unknown reason gave %v", err)
	}
}

func TestAReferredServiceAndAServiceWithoutTickets(t *testing.T) {
	b := openDesk(t, 1)
	if _, err := b.CheckIn(context.Background(), desk.CheckIn{Errands: errands("IMI-05")}); models.KindOf(err) != models.KindRefused {
		t.Errorf("referred: %v", err)
	}
	r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("MPP-01")})
	if len(r.Tickets) != 0 || r.Visit.ID == "" {
		t.Errorf("got %+v", r)
	}
}

func TestWrongUseIsToldApart(t *testing.T) {
	b := openDesk(t, 1)
	for name, c := range map[string]desk.CheckIn{
		"no service":       {},
		"unknown service":  {Errands: errands("XX-1")},
		"party":            {Errands: errands("DUK-02"), Party: 100},
		"priority":         {Errands: errands("DUK-02"), Priorities: []models.Priority{"vip"}},
		"bad number":       {Errands: errands("DUK-02"), Number: "1A14"},
		"other's number":   {Errands: errands("DUK-02"), Number: "1B-014"},
		"number, services": {Errands: errands("DUK-02", "DUK-03"), Number: "1A-014"},
		"guest, service":   {Errands: errands("DUK-02"), Guest: true},
	} {
		if _, err := b.CheckIn(context.Background(), c); models.KindOf(err) != models.KindUsage {
			t.Errorf("%s gave %v", name, err)
		}
	}
}

func TestTheNumbersOfBlankSlipsStayFree(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	if err := b.store.ExecForTest(fmt.Sprintf("UPDATE ticket_sequences SET last = %d", models.PaperFirst-1)); err != nil {
		t.Fatal(err)
	}
	paper := desk.CheckIn{Errands: errands("DUK-02"), Number: models.TicketNumber("1A", models.PaperLast)}
	if got := numbers(b.mustCheckIn(t, paper)); got[0] != "1A-950" {
		t.Errorf("from paper: %v", got)
	}
	if got := numbers(b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})); got[0] != "1A-951" {
		t.Errorf("after 1A-900 comes %v", got)
	}
}
