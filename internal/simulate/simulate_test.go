package simulate_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/simulate"
	"frontdesk/internal/store"
)

// sunday is the day before a working week.
var sunday = time.Date(2026, time.November, 22, 12, 0, 0, 0, time.UTC)

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// simulator is a desk on a fresh folder, the same in every test.
func simulator(t testing.TB) (simulate.Simulator, *store.Store) {
	t.Helper()
	s, err := store.Open(context.Background(), t.TempDir(), models.ClockFunc(func() time.Time { return sunday }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	folder, err := s.Prepare(context.Background(), models.Desk{ID: "00000000-0000-7000-8000-000000000001", Number: 1, Name: "Meja uji"},
		directory.Sample(), func() (models.KeyRef, error) { return models.KeyRef{ID: "k", Place: "file"}, nil })
	if err != nil {
		t.Fatal(err)
	}
	sealer, err := guard.NewSealer(zeros{}, guard.Key{1})
	if err != nil {
		t.Fatal(err)
	}
	return simulate.Simulator{Store: s, Sealer: sealer, Self: folder.Self, Directory: directory.Sample()}, s
}

func mustRun(t testing.TB, s simulate.Simulator, plan simulate.Plan) simulate.Result {
	t.Helper()
	r, err := s.Run(context.Background(), plan)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// told is all that follows from the seed, in words.
func told(t *testing.T, s *store.Store, r simulate.Result) []string {
	t.Helper()
	var lines []string
	for day := at(r.From); !day.After(at(r.To)); day = day.AddDate(0, 0, 1) {
		for _, v := range visits(t, s, day) {
			v.Identity = models.SealedIdentity{Masked: v.Identity.Masked}
			lines = append(lines, fmt.Sprintf("%+v", v))
		}
	}
	return lines
}

func at(date string) time.Time {
	day, _ := models.ParseDate(date)
	return day
}

func visits(t *testing.T, s *store.Store, day time.Time) []models.Visit {
	t.Helper()
	list, err := s.Visits(context.Background(), []string{"MPP-6402"}, day.Format(time.DateOnly))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestTheSameSeedMakesTheSameDays(t *testing.T) {
	plan := simulate.Plan{Days: 2, Visits: 60, Seed: 3, Until: sunday}
	run := func(plan simulate.Plan) []string {
		s, db := simulator(t)
		return told(t, db, mustRun(t, s, plan))
	}
	first := run(plan)
	if len(first) != 120 || !slices.Equal(first, run(plan)) {
		t.Errorf("%d visits, and not the same again", len(first))
	}
	plan.Seed++
	if slices.Equal(first, run(plan)) {
		t.Error("another seed made the same days")
	}
}

func TestTheDaysArePlausible(t *testing.T) {
	s, db := simulator(t)
	r := mustRun(t, s, simulate.Plan{Days: 10, Visits: 100, Seed: 1, Until: sunday})
	if r.Days != 10 || r.From != "2026-11-09" || r.To != "2026-11-20" || r.Visits != 1000 {
		t.Fatalf("got %+v", r)
	}
	location := directory.Sample().Mall.Location()
	var peak, priority, mended, tickets, identities, duk int
	kinds, reasons := map[models.VisitKind]int{}, map[models.TurnedAway]int{}
	for day := at(r.From); !day.After(at(r.To)); day = day.AddDate(0, 0, 1) {
		for _, v := range visits(t, db, day) {
			kinds[v.Kind]++
			reasons[v.TurnedAway]++
			if hour := v.ArrivedAt.In(location).Hour(); hour == 8 || hour == 9 {
				peak++
			}
			if len(v.Priorities) > 0 {
				priority++
			}
			if !v.Identity.Empty() {
				identities++
			}
			for _, ticket := range v.Tickets {
				tickets++
				if ticket.State == models.TicketVoided {
					mended++
				}
				if ticket.Agency == "DUK" {
					duk++
				}
			}
		}
	}
	if tickets != r.Tickets {
		t.Errorf("%d tickets are stored, %d were told", tickets, r.Tickets)
	}
	for _, c := range []struct {
		name      string
		part, all int
		low, high float64 // per cent
	}{
		{"came from 8 to 10", peak, r.Visits, 40, 60},
		{"have priority", priority, r.Visits, 6, 15},
		{"told something of themselves", identities, r.Visits, 30, 55},
		{"want a service", kinds[models.VisitService], r.Visits, 75, 92},
		{"only ask", kinds[models.VisitQuestion] + kinds[models.VisitPhoneQuestion], r.Visits, 4, 11},
		{"are guests", kinds[models.VisitGuest], r.Visits, 2, 7},
		{"are turned away for papers", reasons[models.TurnedAwayPapers], r.Visits, 2, 7},
		{"came in vain", reasons[models.TurnedAwayClosed], r.Visits, 0.05, 3},
		{"tickets for Disdukcapil", duk, tickets, 20, 31},
		{"tickets voided", mended, tickets, 2, 7},
	} {
		if share := float64(c.part) * 100 / float64(c.all); share < c.low || share > c.high {
			t.Errorf("%.1f %% %s, not %v–%v", share, c.name, c.low, c.high)
		}
	}
}

func TestNoAgencyGivesNumbersWhileItIsClosed(t *testing.T) {
	s, db := simulator(t)
	r := mustRun(t, s, simulate.Plan{Days: 5, Visits: 60, Seed: 2, Until: sunday})
	catalogue := models.NewCatalogue(s.Directory)
	for day := at(r.From); !day.After(at(r.To)); day = day.AddDate(0, 0, 1) {
		for _, v := range visits(t, db, day) {
			for _, ticket := range v.Tickets {
				if !desk.Status(s.Directory, catalogue.Agency(ticket.Agency), ticket.IssuedAt, models.Presence{}, 0).Open {
					t.Errorf("%s was issued at %v", ticket.Number, ticket.IssuedAt)
				}
			}
		}
	}
}

func TestSimulatedDaysMayGrowButNeverMixWithRealOnes(t *testing.T) {
	s, db := simulator(t)
	plan := simulate.Plan{Days: 1, Visits: 30, Seed: 1, Until: sunday}
	first, again := mustRun(t, s, plan), mustRun(t, s, plan)
	if first.Visits != 30 || again.Visits != 30 {
		t.Errorf("got %+v and %+v", first, again)
	}
	real := models.Visit{ID: "real", Kind: models.VisitQuestion, Party: 1, ArrivedAt: sunday, RecordedAt: sunday,
		Origin: models.Origin{MallID: "MPP-6402", DeskID: s.Self.ID, OperatorID: desk.Nobody, BusinessDate: "2026-11-22"}}
	if err := db.Write(context.Background(), func(tx models.Tx) error { return tx.AddVisit(real) }); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Run(context.Background(), plan); models.KindOf(err) != models.KindRefused {
		t.Errorf("got %v", err)
	}
}

func TestMadeUpNIKsHaveTheRightShape(t *testing.T) {
	s, db := simulator(t)
	r := mustRun(t, s, simulate.Plan{Days: 1, Visits: 200, Seed: 5, Until: sunday})
	niks := 0
	for _, v := range visits(t, db, at(r.To)) {
		person, err := s.Sealer.Open(v.ID, v.Identity)
		if err != nil {
			t.Fatal(err)
		}
		if _, warnings := desk.CleanIdentity(person); len(warnings) > 0 {
			t.Errorf("%+v: %v", person, warnings)
		}
		if person.NIK != "" {
			niks++
		}
	}
	if niks < 20 {
		t.Errorf("only %d NIKs", niks)
	}
}

func TestAPlanOutOfBoundsIsRefused(t *testing.T) {
	s, _ := simulator(t)
	for _, plan := range []simulate.Plan{{Days: 0, Visits: 1}, {Days: 1, Visits: 0}, {Days: simulate.MostDays + 1, Visits: 1}} {
		if _, err := s.Run(context.Background(), plan); models.KindOf(err) != models.KindUsage {
			t.Errorf("%+v: %v", plan, err)
		}
	}
}

func BenchmarkAMonth(b *testing.B) {
	for b.Loop() {
		s, _ := simulator(b)
		mustRun(b, s, simulate.Plan{Days: 30, Visits: 300, Seed: 1, Until: sunday})
	}
}
