package store_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// siti and budi share a phone; the values are made up.
var (
	siti = models.Identity{Name: "Siti Rahmawati", NIK: "6402064101900001", Phone: "081255500001"}
	budi = models.Identity{Name: "Budi Santoso", NIK: "6402060101850002", Phone: "081255500001"}
)

// guests checks visitors in, a minute apart, over some days.
func (b *bench) guests(t testing.TB, days, perDay int) {
	t.Helper()
	services := []string{"DUK-02", "KPP-01", "DUK-01"}
	for day := range days {
		for i := range perDay {
			b.now = monday.AddDate(0, 0, day).Add(time.Duration(i) * time.Minute)
			in := desk.CheckIn{Errands: errands(services[i%len(services)]), Force: "uji"}
			switch i % 5 {
			case 0:
				in.Visitor = siti
			case 1:
				in.Visitor = budi
			case 2:
				in = desk.CheckIn{Guest: true, Visitor: models.Identity{Name: "Kurir Dua"}}
			case 3:
				in.Errands = errands("DUK-02", "DUK-01")
			}
			b.mustCheckIn(t, in)
		}
	}
}

func (b *bench) book(t testing.TB, f desk.BookFilter) desk.BookRows {
	t.Helper()
	rows, err := b.GuestBook(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// paged reads all pages of a filter.
func (b *bench) paged(t testing.TB, f desk.BookFilter) []desk.BookRow {
	t.Helper()
	var all []desk.BookRow
	for {
		page := b.book(t, f)
		all = append(all, page.Rows...)
		if f.After = page.Next; f.After == "" {
			return all
		}
	}
}

func rowKey(r desk.BookRow) string { return r.Visit.ID + "/" + r.Ticket.Number }

func rowKeys(rows []desk.BookRow) []string {
	keys := make([]string, len(rows))
	for i, r := range rows {
		keys[i] = rowKey(r)
	}
	return keys
}

func TestEveryRowOfTheGuestBookIsOnJustOnePage(t *testing.T) {
	b := openDesk(t, 1)
	b.guests(t, 3, 25)
	for name, f := range map[string]desk.BookFilter{
		"all": {}, "service": {Service: "DUK-02"}, "agency": {Agency: "DUK"}, "days": {From: "2026-11-24", To: "2026-11-24"},
		"agency and day": {Agency: "DUK", From: "2026-11-24", To: "2026-11-25"}, "person": {NIK: siti.NIK},
		"person and service": {NIK: siti.NIK, Service: "DUK-02"},
	} {
		whole := f
		whole.Limit = desk.BookLimit
		want := rowKeys(b.book(t, whole).Rows)
		f.Limit = 4
		got := rowKeys(b.paged(t, f))
		if len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%s: %d rows by pages, %d at once", name, len(got), len(want))
		}
		if slices.Sort(got); len(slices.Compact(got)) != len(want) {
			t.Errorf("%s: a row is on two pages", name)
		}
	}
}

func TestAFilterShowsJustWhatItNames(t *testing.T) {
	b := openDesk(t, 1)
	b.guests(t, 2, 25)
	all := b.paged(t, desk.BookFilter{})
	for name, c := range map[string]struct {
		filter desk.BookFilter
		holds  func(desk.BookRow) bool
	}{
		"number":  {desk.BookFilter{Number: "1a-002"}, func(r desk.BookRow) bool { return r.Ticket.Number == "1A-002" }},
		"service": {desk.BookFilter{Service: "DUK-01"}, func(r desk.BookRow) bool { return r.Ticket.Service == "DUK-01" }},
		"agency":  {desk.BookFilter{Agency: "KPP"}, func(r desk.BookRow) bool { return r.Ticket.Agency == "KPP" }},
		"from":    {desk.BookFilter{From: "2026-11-24"}, func(r desk.BookRow) bool { return r.Visit.BusinessDate >= "2026-11-24" }},
		"to":      {desk.BookFilter{To: "2026-11-23"}, func(r desk.BookRow) bool { return r.Visit.BusinessDate <= "2026-11-23" }},
		"nik":     {desk.BookFilter{NIK: siti.NIK}, func(r desk.BookRow) bool { return r.Masked().Name == siti.Mask().Name }},
		"phone":   {desk.BookFilter{Phone: siti.Phone}, func(r desk.BookRow) bool { return r.Masked().Phone != "" }},
	} {
		var want []string
		for _, r := range all {
			if c.holds(r) {
				want = append(want, rowKey(r))
			}
		}
		if got := rowKeys(b.paged(t, c.filter)); len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%s: got %d rows, want %d", name, len(got), len(want))
		}
	}
}

func TestTheGuestBookRefusesWhatIsNoNumberDateOrCursor(t *testing.T) {
	b := openDesk(t, 1)
	for _, f := range []desk.BookFilter{{Number: "014"}, {From: "23-11-2026"}, {To: "kemarin"}, {After: "x"}, {Limit: -1},
		{Limit: desk.BookLimit + 1}, {NIK: siti.NIK, Phone: siti.Phone}} {
		if _, err := b.GuestBook(context.Background(), f); models.KindOf(err) != models.KindUsage {
			t.Errorf("%+v: %v", f, err)
		}
	}
}

func TestANameIsFoundAmongTheIdentitiesKept(t *testing.T) {
	b := openDesk(t, 1)
	b.guests(t, 2, 10)
	var told []desk.NameSearch
	found, err := b.FindName(context.Background(), "rahma SITI", desk.BookFilter{}, func(p desk.NameSearch) { told = append(told, p) })
	if err != nil || len(told) == 0 || len(found.Rows) != 4 || found.Opened != 12 {
		t.Fatalf("%d rows of %d opened, %d reports, %v", len(found.Rows), found.Opened, len(told), err)
	}
	for _, name := range []string{"s", "", "awati"} {
		found, err := b.FindName(context.Background(), name, desk.BookFilter{}, func(desk.NameSearch) {})
		if err == nil && len(found.Rows) > 0 {
			t.Errorf("%q finds %d", name, len(found.Rows))
		}
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := b.FindName(cancelled, "siti", desk.BookFilter{}, func(desk.NameSearch) {}); err == nil {
		t.Error("a cancelled search goes on")
	}
}

func TestACorrectionKeepsWhatWhenAndWhyButNotTheFormerValue(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	visit := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: siti}).Visit
	right := "Siti Rahmawaty"
	elderly := []models.Priority{models.PriorityElderly}
	if _, err := b.Correct(ctx, desk.Correction{VisitID: visit.ID, Name: &right, Priorities: &elderly, Reason: "salah ketik"}); err != nil {
		t.Fatal(err)
	}
	identity, err := b.Reveal(ctx, visit.ID, "uji")
	if err != nil || identity.Name != right || identity.NIK != siti.NIK {
		t.Fatalf("%+v, %v", identity.Mask(), err)
	}
	trail, err := b.store.Trail(ctx, []string{visit.ID})
	if err != nil || len(trail.Corrections) != 2 || len(trail.Openings) != 1 {
		t.Fatalf("%+v, %v", trail, err)
	}
	for _, c := range trail.Corrections {
		if c.Former != "" || c.Reason != "salah ketik" {
			t.Errorf("%+v", c)
		}
	}
	if got := b.book(t, desk.BookFilter{NIK: siti.NIK}).Rows; len(got) != 1 || !slices.Equal(got[0].Visit.Priorities, elderly) {
		t.Errorf("the record is not corrected: %+v", got)
	}
	for _, c := range []desk.Correction{{VisitID: visit.ID, Name: &right, Reason: "sama"}, {VisitID: visit.ID, Phone: &siti.NIK}} {
		if _, err := b.Correct(ctx, c); models.KindOf(err) != models.KindUsage {
			t.Errorf("%v", err)
		}
	}
}

func TestTheUseOfAPersonsDataIsStoppedInAllYears(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	b.guests(t, 2, 10)
	hers := b.book(t, desk.BookFilter{NIK: siti.NIK}).Rows
	n, err := b.StopPerson(ctx, hers[0].Visit.ID, "diminta sendiri")
	if err != nil || n != len(hers) {
		t.Fatalf("%d of %d, %v", n, len(hers), err)
	}
	if again, err := b.Returning(ctx, models.ByNIK, siti.NIK); err != nil || len(again) != 0 {
		t.Errorf("she is found at the desk: %v, %v", again, err)
	}
	if rows := b.book(t, desk.BookFilter{NIK: siti.NIK}).Rows; len(rows) != 0 {
		t.Errorf("%d rows by her NIK", len(rows))
	}
	if rows := b.book(t, desk.BookFilter{Phone: siti.Phone}).Rows; len(rows) != 4 {
		t.Errorf("%d rows of who shares her phone", len(rows))
	}
	if found, err := b.FindName(ctx, "siti", desk.BookFilter{}, func(desk.NameSearch) {}); err != nil || len(found.Rows) != 0 {
		t.Errorf("by name: %d, %v", len(found.Rows), err)
	}
	if _, err := b.Reveal(ctx, hers[0].Visit.ID, "uji"); models.KindOf(err) != models.KindRefused {
		t.Errorf("reveal: %v", err)
	}
}

func TestAnErasedPersonIsFoundNowhere(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	b.guests(t, 2, 10)
	b.now = b.now.Add(time.Minute)
	withoutNIK := siti
	withoutNIK.NIK = ""
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: withoutNIK})
	hers := b.book(t, desk.BookFilter{NIK: siti.NIK}).Rows
	n, err := b.ErasePerson(ctx, hers[0].Visit.ID, "diminta sendiri")
	if err != nil || n != len(hers)+1 {
		t.Fatalf("%d erased, %v", n, err)
	}
	rows := b.paged(t, desk.BookFilter{})
	for _, r := range rows {
		if r.Masked().Name == siti.Mask().Name {
			t.Errorf("%s still tells her mask", r.Ticket.Number)
		}
	}
	if rows := b.book(t, desk.BookFilter{NIK: siti.NIK}).Rows; len(rows) != 0 {
		t.Errorf("%d rows by her NIK", len(rows))
	}
	if rows := b.book(t, desk.BookFilter{NIK: budi.NIK}).Rows; len(rows) != 4 {
		t.Errorf("another person lost records: %d", len(rows))
	}
	if _, err := b.ExportPerson(ctx, hers[0].Visit.ID, "uji"); models.KindOf(err) != models.KindRefused {
		t.Errorf("export: %v", err)
	}
	if r, err := b.RequestRight(ctx, hers[0].Visit.ID, models.RequestAccess, siti.Name+" bertanya lagi"); err != nil || strings.Contains(r.Reason, "Siti") {
		t.Errorf("a request names her again: %q, %v", r.Reason, err)
	}
	right := "Siapa"
	if _, err := b.Correct(ctx, desk.Correction{VisitID: hers[0].Visit.ID, Name: &right, Reason: "uji"}); models.KindOf(err) != models.KindRefused {
		t.Errorf("correct: %v", err)
	}
}

// Her NIK leads to a phone that she told once, and the phone to a visit without
// a NIK; a sister with the same name and phone but her own NIK is another one.
func TestAPersonIsOneWhicheverOfHerVisitsIsChosen(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	first, last, sister := siti, siti, siti
	first.Phone, last.NIK, sister.NIK = "", "", budi.NIK
	var ids []string
	for _, who := range []models.Identity{first, siti, last} {
		b.now = b.now.Add(time.Minute)
		ids = append(ids, b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: who}).Visit.ID)
	}
	for _, id := range ids {
		person, err := b.Person(ctx, id)
		if err != nil || len(person.Visits) != 3 {
			t.Errorf("the panel tells %d visits, %v", len(person.Visits), err)
		}
		data, err := b.ExportPerson(ctx, id, "diminta sendiri")
		if err != nil || len(data.Visits) != 3 {
			t.Errorf("%d visits are handed out, %v", len(data.Visits), err)
		}
	}
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: sister})
	if n, err := b.ErasePerson(ctx, ids[0], "diminta sendiri"); err != nil || n != 3 {
		t.Errorf("%d erased, %v", n, err)
	}
}

func TestAPersonIsHandedEverythingOfHersAndNothingOfOthers(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	b.guests(t, 2, 10)
	hers := b.book(t, desk.BookFilter{NIK: siti.NIK}).Rows
	if _, err := b.Reveal(ctx, hers[0].Visit.ID, "cocokkan"); err != nil {
		t.Fatal(err)
	}
	data, err := b.ExportPerson(ctx, hers[0].Visit.ID, "diminta sendiri")
	if err != nil || len(data.Visits) != len(hers) {
		t.Fatalf("%d of %d, %v", len(data.Visits), len(hers), err)
	}
	for _, v := range data.Visits {
		if v.Identity.Name != siti.Name {
			t.Errorf("%s is somebody else's", v.Ticket.Number)
		}
	}
	if len(data.Trail.Openings) != 1+len(hers) {
		t.Errorf("%d openings are told", len(data.Trail.Openings))
	}
}

func TestTheClockOfARequestRunsThreeDaysAndStopsWhenItIsGranted(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	visit := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: siti}).Visit
	r, err := b.RequestRight(ctx, visit.ID, models.RequestErasure, "lisan di meja")
	if err != nil || r.DueAt.Sub(r.At) != 72*time.Hour {
		t.Fatalf("%+v, %v", r, err)
	}
	for _, c := range []struct {
		after time.Duration
		want  models.Urgency
	}{{time.Hour, models.UrgencyTime}, {48 * time.Hour, models.UrgencySoon}, {73 * time.Hour, models.UrgencyOverdue}} {
		b.now = monday.Add(c.after)
		open, err := b.OpenRequests(ctx)
		if err != nil || len(open) != 1 || open[0].Urgency != c.want {
			t.Fatalf("after %v: %+v, %v", c.after, open, err)
		}
	}
	if _, err := b.ErasePerson(ctx, visit.ID, "diminta sendiri"); err != nil {
		t.Fatal(err)
	}
	open, err := b.OpenRequests(ctx)
	if err != nil || len(open) != 0 {
		t.Errorf("still open: %v, %v", open, err)
	}
	person, err := b.Person(ctx, visit.ID)
	if err != nil || !person.Erased || person.Trail.Requests[0].DoneAt.IsZero() {
		t.Errorf("%+v, %v", person.Trail, err)
	}
}

func TestARecordIsVoidedWithAReasonOnce(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	guest := b.mustCheckIn(t, desk.CheckIn{Guest: true, Visitor: siti}).Visit
	ticket := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")}).Tickets[0]
	for _, c := range []struct{ visit, ticket string }{{guest.ID, ""}, {ticket.VisitID, ticket.ID}} {
		if err := b.VoidRecord(ctx, c.visit, c.ticket, " "); models.KindOf(err) != models.KindUsage {
			t.Errorf("without a reason: %v", err)
		}
		if err := b.VoidRecord(ctx, c.visit, c.ticket, "salah catat"); err != nil {
			t.Error(err)
		}
		if err := b.VoidRecord(ctx, c.visit, c.ticket, "salah catat"); models.KindOf(err) != models.KindRefused {
			t.Errorf("twice: %v", err)
		}
	}
}

func TestWhatIsDoneToAPersonsDataIsInTheAuditChainWithoutHerValues(t *testing.T) {
	b, ctx := openDesk(t, 1), context.Background()
	visit := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: siti}).Visit
	name := "Siti R"
	b.book(t, desk.BookFilter{NIK: siti.NIK})
	_, err1 := b.FindName(ctx, "siti", desk.BookFilter{}, func(desk.NameSearch) {})
	_, err2 := b.Correct(ctx, desk.Correction{VisitID: visit.ID, Name: &name, Reason: "salah ketik"})
	_, err3 := b.ExportPerson(ctx, visit.ID, "diminta")
	_, err4 := b.ExportBook(ctx, desk.BookFilter{}, false, "", func(desk.BookRow, models.Identity) error { return nil })
	_, err5 := b.RequestRight(ctx, visit.ID, models.RequestStop, "diminta")
	_, err6 := b.StopPerson(ctx, visit.ID, "diminta")
	_, err7 := b.ErasePerson(ctx, visit.ID, "diminta")
	for i, err := range []error{err1, err2, err3, err4, err5, err6, err7} {
		if err != nil {
			t.Fatalf("%d: %v", i, err)
		}
	}
	entries, err := b.store.AuditEntries(ctx, 1, 100)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, e := range entries {
		kinds = append(kinds, string(e.Kind))
	}
	if got, want := fmt.Sprint(kinds), "[look_up look_up correction export export request stop erasure]"; got != want {
		t.Errorf("got %s", got)
	}
}
