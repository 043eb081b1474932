package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/report"
	"frontdesk/internal/store"
)

const reportedMall = "MPP-6402"

func rollDay(day models.DayRecords) []models.Figure { return report.Roll(day, witaZone) }

var witaZone = time.FixedZone("WITA", 8*60*60)

func (b *bench) rollUp(t rapid.TB) int {
	t.Helper()
	n, err := b.store.RollUp(context.Background(), reportedMall, report.Rules, rollDay)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// figures are those of some days, as texts.
func (b *bench) figures(t rapid.TB, from, to string) map[string]int {
	t.Helper()
	list, err := b.store.Figures(context.Background(), reportedMall, from, to)
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]int{}
	for key, n := range models.SumFigures(list) {
		told[fmt.Sprint(key.Measure, " ", key.Agency, " ", key.Service, " ", key.Label, " ", key.Bucket)] = n
	}
	return told
}

// counted counts the records of some days one by one, in the way of a person
// with a list, and without what Roll knows.
func (b *bench) counted(t rapid.TB, days []string) map[string]int {
	t.Helper()
	counts := map[string]int{}
	for _, day := range days {
		visits, err := b.store.Visits(context.Background(), []string{reportedMall}, day)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range visits {
			if v.VoidedAt.IsZero() {
				countVisit(counts, v)
			}
		}
	}
	return counts
}

func countVisit(counts map[string]int, v models.Visit) {
	counts["visits   "+string(v.Kind)+" 0"]++
	if v.TurnedAway != "" {
		counts["turned_away  "+v.Service+" "+string(v.TurnedAway)+" 0"]++
	}
	for _, p := range v.Priorities {
		counts["priorities   "+string(p)+" 0"]++
	}
	for _, k := range v.Tickets {
		of := k.Agency + " " + k.Service
		if k.State == models.TicketVoided {
			counts["voided "+of+"  0"]++
			continue
		}
		counts["errands "+of+"  0"]++
		counts["papers "+of+" "+string(k.Papers)+" 0"]++
		if k.State == models.TicketDone {
			counts["served "+of+"  0"]++
		}
		if k.NoShows > 0 {
			counts["no_shows "+of+"  0"]++
		}
		for _, m := range k.Missing {
			counts["missing "+of+" "+m+" 0"]++
		}
	}
}

// records is a desk whose clock jumps between some days.
type records struct {
	*bench
	days    []string
	visits  []string
	tickets []string
}

// reportedDays lie at the ends of months and of a year.
var reportedDays = []time.Time{
	time.Date(2026, time.December, 31, 1, 0, 0, 0, time.UTC), time.Date(2026, time.November, 30, 1, 0, 0, 0, time.UTC),
	time.Date(2026, time.December, 1, 1, 0, 0, 0, time.UTC), time.Date(2027, time.January, 1, 1, 0, 0, 0, time.UTC),
	time.Date(2026, time.January, 1, 1, 0, 0, 0, time.UTC), monday,
}

func newRecords(b *bench) *records {
	r := &records{bench: b}
	for _, day := range reportedDays {
		r.days = append(r.days, day.In(witaZone).Format(time.DateOnly))
	}
	return r
}

// refusedOr ends the test for what is no refusal of a rule.
func refusedOr(t *rapid.T, err error) bool {
	if err != nil && models.KindOf(err) != models.KindRefused {
		t.Fatal(err)
	}
	return err != nil
}

func (r *records) day(t *rapid.T) {
	at := rapid.SampledFrom(reportedDays).Draw(t, "day")
	r.now = at.Add(time.Duration(rapid.IntRange(0, 400).Draw(t, "minutes")) * time.Minute)
	r.storeNow = r.now
}

func (r *records) checkIn(t *rapid.T) {
	in := desk.CheckIn{Errands: errands(rapid.SampledFrom([]string{"DUK-02", "DUK-05", "POS-01", "SAM-01"}).Draw(t, "service")), Force: "uji"}
	in.Errands[0].Papers = rapid.SampledFrom([]models.Papers{"", models.PapersComplete, models.PapersIncomplete}).Draw(t, "papers")
	if in.Errands[0].Papers == models.PapersIncomplete {
		in.Errands[0].Missing = []string{"KK asli"}
	}
	if rapid.Bool().Draw(t, "priority") {
		in.Priorities = []models.Priority{models.PriorityElderly, models.PriorityIll}
	}
	in.Visitor.Name = "Contoh"
	receipt, err := r.CheckIn(context.Background(), in)
	if refusedOr(t, err) {
		return
	}
	r.visits, r.tickets = append(r.visits, receipt.Visit.ID), append(r.tickets, receipt.Tickets[0].ID)
}

func (r *records) without(t *rapid.T) {
	service := rapid.SampledFrom([]string{"", "DUK-02"}).Draw(t, "service")
	_, err := r.TurnAway(context.Background(), service, rapid.SampledFrom(models.TurnedAwayReasons).Draw(t, "why"))
	refusedOr(t, err)
	_, err = r.Ask(context.Background(), service, rapid.Bool().Draw(t, "phone"))
	refusedOr(t, err)
}

// onTicket does something with one of the tickets, also with one of another
// day; the rules of the desk may refuse it.
func (r *records) onTicket(do func(id string) error) func(*rapid.T) {
	return func(t *rapid.T) {
		if len(r.tickets) > 0 {
			refusedOr(t, do(rapid.SampledFrom(r.tickets).Draw(t, "ticket")))
		}
	}
}

func (r *records) next(t *rapid.T) {
	_, err := r.Next(context.Background(), rapid.SampledFrom([]string{"DUK-1", "DUK-3", "POS-1"}).Draw(t, "counter"), time.Time{})
	refusedOr(t, err)
}

// takeBack voids a visit whole or empties its identity.
func (r *records) takeBack(t *rapid.T) {
	if len(r.visits) == 0 {
		return
	}
	id := rapid.SampledFrom(r.visits).Draw(t, "visit")
	if rapid.Bool().Draw(t, "erase") {
		if err := r.store.EraseIdentities(context.Background(), []string{id}); err != nil {
			t.Fatal(err)
		}
		return
	}
	refusedOr(t, r.Undo(context.Background(), id))
}

// compare rolls what is stale and compares the figures of some days with a
// count of their records.
func (r *records) compare(t *rapid.T) {
	r.rollUp(t)
	span := []string{rapid.SampledFrom(r.days).Draw(t, "from"), rapid.SampledFrom(r.days).Draw(t, "to")}
	slices.Sort(span)
	inside := slices.DeleteFunc(slices.Clone(r.days), func(day string) bool { return day < span[0] || day > span[1] })
	got, want := r.figures(t, span[0], span[1]), r.counted(t, inside)
	for key, n := range want {
		if got[key] != n {
			t.Fatalf("%s – %s: %s is %d, counted %d", span[0], span[1], key, got[key], n)
		}
	}
	for key, n := range got {
		if n < 0 || n == 0 || isCounted(key) && want[key] != n {
			t.Fatalf("%s – %s: %s is %d, counted %d", span[0], span[1], key, n, want[key])
		}
	}
	if r.rollUp(t) != 0 {
		t.Fatal("what is up to date was rolled again")
	}
}

// isCounted tells that counted counts the measure of key.
func isCounted(key string) bool {
	measure, _, _ := strings.Cut(key, " ")
	return slices.Contains([]string{"visits", "turned_away", "voided", "errands", "papers", "served", "no_shows", "missing"}, measure)
}

func TestFiguresAreTheCountOfTheRecordsWhateverHappensToThem(t *testing.T) {
	r := newRecords(openDesk(t, 1))
	ctx := context.Background()
	rapid.Check(t, func(t *rapid.T) {
		t.Repeat(map[string]func(*rapid.T){
			"day": r.day, "check-in": r.checkIn, "check-in again": r.checkIn, "without": r.without, "next": r.next, "take back": r.takeBack,
			"serve":   r.onTicket(func(id string) error { _, err := r.Serve(ctx, desk.Step{Ticket: id}); return err }),
			"done":    r.onTicket(func(id string) error { _, err := r.Done(ctx, desk.Step{Ticket: id}); return err }),
			"no-show": r.onTicket(func(id string) error { _, err := r.NoShow(ctx, desk.Step{Ticket: id}); return err }),
			"void":    r.onTicket(func(id string) error { return r.Void(ctx, id, "uji") }),
			"change":  r.onTicket(func(id string) error { _, err := r.ChangeService(ctx, id, "DUK-01"); return err }),
			"compare": r.compare,
		})
		r.compare(t)
	})
	if len(r.tickets) < 50 {
		t.Errorf("only %d tickets were played with", len(r.tickets))
	}
}

func TestOnlyDaysWhoseRecordsChangedAreRolledAgain(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	b.now = monday.AddDate(0, 0, 1)
	receipt := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	for i, want := range []int{2, 0} {
		if n := b.rollUp(t); n != want {
			t.Errorf("time %d rolled %d days, want %d", i, n, want)
		}
	}
	if err := b.Void(context.Background(), receipt.Tickets[0].ID, "salah"); err != nil {
		t.Fatal(err)
	}
	if n := b.rollUp(t); n != 1 {
		t.Errorf("%d days were rolled after one changed", n)
	}
}

func TestARowFromTheCentreReachesTheFigures(t *testing.T) {
	b := openDesk(t, 1)
	receipt := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	b.rollUp(t)
	row := b.last(t, "visits")
	columns, err := models.DecodeBody(row.Body)
	if err != nil {
		t.Fatal(err)
	}
	columns["voided_at"] = monday.UnixMicro()
	if row.Body, err = models.EncodeColumns(columns); err != nil {
		t.Fatal(err)
	}
	row.Ver++
	row.Hash = row.Sum()
	ctx := context.Background()
	if err := b.store.MoveTo(ctx, 1000, ""); err != nil {
		t.Fatal(err)
	}
	if n, err := b.store.Apply(ctx, []models.Change{row}, 1, "m"); n != 1 || err != nil {
		t.Fatalf("%d taken over, %v", n, err)
	}
	b.rollUp(t)
	day := receipt.Visit.BusinessDate
	if told := b.figures(t, day, day); told["visits   service 0"] != 0 {
		t.Errorf("the voided visit still counts: %v", told)
	}
}

func TestOtherRulesMakeAllFiguresAnew(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	b.rollUp(t)
	one := func(models.DayRecords) []models.Figure {
		return []models.Figure{{FigureKey: models.FigureKey{Measure: "new"}, N: 7}}
	}
	if n, err := b.store.RollUp(context.Background(), reportedMall, report.Rules+1, one); n != 1 || err != nil {
		t.Fatalf("%d days, %v", n, err)
	}
	for _, span := range [][2]string{{"2026-11-23", "2026-11-23"}, {"2026-11-01", "2026-11-30"}, {"2026-01-01", "2026-12-31"}} {
		if told := b.figures(t, span[0], span[1]); len(told) != 1 || told["new    0"] != 7 {
			t.Errorf("%v: %v", span, told)
		}
	}
}

func TestARollUpThatBreaksOffGoesOnWhereItWas(t *testing.T) {
	b := openDesk(t, 1)
	const days = 14
	for i := range days {
		b.now = monday.AddDate(0, 0, i-days)
		b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Force: "uji"})
	}
	ctx, stop := context.WithCancel(context.Background())
	rolled := 0
	_, err := b.store.RollUp(ctx, reportedMall, report.Rules, func(day models.DayRecords) []models.Figure {
		if rolled++; rolled == days-1 {
			stop()
		}
		return rollDay(day)
	})
	if err == nil || !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if n := b.rollUp(t); n < 1 || n > days/2 {
		t.Errorf("%d days of %d were left", n, days)
	}
	if told := b.figures(t, "2026-11-01", "2026-11-30"); told["errands DUK DUK-02  0"] != days {
		t.Errorf("got %v", told)
	}
}

func TestProgramsThatRollUpAtOnceCountEachDayOnce(t *testing.T) {
	p := newPlace(t)
	b := deskOn(t, p, 1)
	stores := []*store.Store{b.store, p.mustOpen(t, stopped(monday)), p.mustOpen(t, stopped(monday))}
	for i := range 6 {
		b.now = monday.AddDate(0, 0, i%3)
		b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Force: "uji"})
		var work sync.WaitGroup
		for _, s := range stores {
			work.Go(func() {
				if _, err := s.RollUp(context.Background(), reportedMall, report.Rules, rollDay); err != nil {
					t.Error(err)
				}
			})
		}
		work.Wait()
	}
	for _, s := range stores {
		list, err := s.Figures(context.Background(), reportedMall, "2026-11-01", "2026-11-30")
		if err != nil {
			t.Fatal(err)
		}
		if n := models.SumFigures(list)[models.FigureKey{Measure: models.MeasureErrands, Agency: "DUK", Service: "DUK-02"}]; n != 6 {
			t.Errorf("%d numbers of 6 are counted", n)
		}
	}
}

func TestPracticeHasFiguresOfItsOwn(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	practice := b.practising()
	for range 2 {
		if _, err := practice.CheckIn(context.Background(), desk.CheckIn{Errands: errands("POS-01")}); err != nil {
			t.Fatal(err)
		}
	}
	reporter := report.Reporter{Stats: b.store, Mall: practice}
	made, err := reporter.Read(context.Background(), "2026-11-01", "2026-11-30")
	if err != nil || made.Visits != 2 {
		t.Errorf("%d practice visits are reported, %v", made.Visits, err)
	}
	reporter.Mall = b.Desk
	if made, err := reporter.Read(context.Background(), "2026-11-01", "2026-11-30"); err != nil || made.Visits != 1 {
		t.Errorf("%d real visits are reported, %v", made.Visits, err)
	}
}
