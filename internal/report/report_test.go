package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

var wita = time.FixedZone("WITA", 8*60*60)

func sample() *models.Catalogue { return models.NewCatalogue(directory.Sample()) }

// sensitive is a service of the sample that is, with its agency.
func sensitive(t testing.TB) (*models.Service, *models.Agency) {
	t.Helper()
	d := directory.Sample()
	for i := range d.Agencies {
		for j := range d.Agencies[i].Services {
			if d.Agencies[i].Services[j].Sensitive {
				return &d.Agencies[i].Services[j], &d.Agencies[i]
			}
		}
	}
	t.Fatal("no service of the sample is sensitive")
	return nil, nil
}

// finished is a ticket that waited and was served for so many minutes.
func finished(id, agency, service string, waited, served time.Duration) (models.Ticket, []models.TicketEvent) {
	at := time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)
	return models.Ticket{ID: id, Agency: agency, Service: service, State: models.TicketDone, Papers: models.PapersNotChecked, Calls: 1},
		[]models.TicketEvent{{ID: id + "1", State: models.TicketWaiting, At: at}, {ID: id + "2", State: models.TicketCalled, At: at.Add(waited)},
			{ID: id + "3", State: models.TicketServing, At: at.Add(waited)}, {ID: id + "4", State: models.TicketDone, At: at.Add(waited + served)}}
}

func TestMedianAndPercentileOfAMonthAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		waits := rapid.SliceOfN(rapid.IntRange(0, 200), 1, 60).Draw(t, "minutes")
		days := rapid.SliceOfN(rapid.IntRange(1, 3), len(waits), len(waits)).Draw(t, "days")
		records := map[int]*models.DayRecords{}
		for i, wait := range waits {
			day := records[days[i]]
			if day == nil {
				day = &models.DayRecords{Date: fmt.Sprintf("2026-11-0%d", days[i]), Events: map[string][]models.TicketEvent{}}
				records[days[i]] = day
			}
			ticket, events := finished(fmt.Sprint(i), "DUK", "DUK-02", time.Duration(wait)*time.Minute+time.Second, 7*time.Minute)
			day.Events[ticket.ID] = events
			day.Visits = append(day.Visits, models.Visit{Kind: models.VisitService, Party: 1, Tickets: []models.Ticket{ticket}})
		}
		var figures []models.Figure
		for _, day := range records {
			figures = append(figures, Roll(*day, wita)...)
		}
		slices.Sort(waits)
		rank := func(percent int) int { return waits[(len(waits)*percent+99)/100-1] }
		got := New(sample(), "2026-11-01", "2026-11-30", figures).Waiting
		if want := (Spread{len(waits), rank(50), rank(90)}); got != want {
			t.Fatalf("got %+v, want %+v of %v", got, want, waits)
		}
	})
}

func TestASensitiveServiceHasNoNameInAnyFormat(t *testing.T) {
	service, agency := sensitive(t)
	ticket, events := finished("1", agency.Code, service.Code, time.Minute, time.Minute)
	ticket.Papers, ticket.Missing = models.PapersIncomplete, []string{"Surat rujukan rahasia"}
	day := models.DayRecords{Date: "2026-11-23", Events: map[string][]models.TicketEvent{"1": events}, Visits: []models.Visit{
		{Kind: models.VisitService, Party: 1, Tickets: []models.Ticket{ticket}},
		{Kind: models.VisitTurnedAway, TurnedAway: models.TurnedAwayClosed, Service: service.Code, Party: 1}}}
	made := New(sample(), "2026-11-23", "2026-11-23", Roll(day, wita))
	speak := text.MustLoad(text.Indonesian)
	for _, format := range Formats {
		var out bytes.Buffer
		if err := made.Write(&out, format, speak); err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{service.Name, service.Code, "rahasia"} {
			if strings.Contains(out.String(), secret) {
				t.Errorf("%s names %s", format, secret)
			}
		}
	}
	if line := made.Agencies[0]; line.Errands != 1 || line.TurnedAway != 1 || len(line.Services) != 1 || !line.Services[0].Sensitive {
		t.Errorf("got %+v", line)
	}
}

func TestWhatWasSearchedOnceIsCountedAndNotSpelledOut(t *testing.T) {
	day := models.DayRecords{Date: "2026-11-23", Misses: []models.SearchMiss{
		{Words: "sim hilang"}, {Words: "Sim Hilang"}, {Words: "budi contoh"}}}
	made := New(sample(), "2026-11-23", "2026-11-23", Roll(day, wita))
	if fmt.Sprint(made.Searches) != "[{sim hilang 2}]" || made.Once != 1 || made.NotFound != 3 {
		t.Errorf("got %v, %d once, %d in all", made.Searches, made.Once, made.NotFound)
	}
}

func TestAWeekdaysHoursAreAMeanOverItsDays(t *testing.T) {
	arrived := time.Date(2026, time.November, 23, 1, 59, 0, 0, time.UTC) // 09.59 WITA
	var figures []models.Figure
	for _, date := range []string{"2026-11-16", "2026-11-23"} {
		visit := models.Visit{Kind: models.VisitService, ArrivedAt: arrived, Party: 3}
		visit.BusinessDate = date
		figures = append(figures, Roll(models.DayRecords{Date: date, Visits: []models.Visit{visit}}, wita)...)
	}
	made := New(sample(), "2026-11-01", "2026-11-30", figures)
	if len(made.Hours) != 1 || made.Hours[0].Weekday != 1 || made.Hours[0].Days != 2 || made.Hours[0].Mean(9) != 3 {
		t.Errorf("got %+v", made.Hours)
	}
}

func TestVisitsAreTheFirstTotalOfTheJSON(t *testing.T) {
	var out bytes.Buffer
	made := New(sample(), "2026-11-23", "2026-11-23", nil)
	if err := made.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(&out)
	_, _ = decoder.Token() // {
	if key, err := decoder.Token(); key != "visits" {
		t.Errorf("first comes %v, %v", key, err)
	}
}

// formula is a word that a spreadsheet would take for a formula.
const formula = `=HYPERLINK("http://contoh","x")`

// armed is a report with formulas in all the texts that people type.
func armed() Report {
	return Report{From: "2026-11-01", To: "2026-11-30", Mall: formula, Visits: 1,
		Agencies: []AgencyLine{{Code: "X", Name: "+" + formula, Services: []ServiceLine{{Code: "X-1", Name: "@" + formula}}}},
		Missing:  []Requirement{{Agency: "\t" + formula, Service: "-" + formula, Name: "\r" + formula, N: 1}},
		Searches: []Count{{formula, 2}}}
}

func TestFormulasInACSVAreTexts(t *testing.T) {
	var out bytes.Buffer
	if err := armed().WriteCSV(&out, text.MustLoad(text.Indonesian)); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, row := range rows {
		for _, cell := range row {
			if strings.Contains(cell, "HYPERLINK") {
				seen++
			}
			if strings.ContainsAny(cell[:min(1, len(cell))], "=+-@\t\r") {
				t.Errorf("%q may be computed", cell)
			}
		}
	}
	if seen == 0 {
		t.Error("nothing was tried")
	}
}

func TestASpanOfDaysIsCheckedAndNamed(t *testing.T) {
	for _, span := range [][2]string{{"2026-11-23", "2026-11-22"}, {"23-11-2026", "2026-11-23"}, {"2026-11-01", "2026-11-31"}} {
		if err := CheckSpan(span[0], span[1]); models.KindOf(err) != models.KindUsage {
			t.Errorf("%v: %v", span, err)
		}
	}
	speak := text.MustLoad(text.Indonesian)
	for span, want := range map[[2]string]string{
		{"2026-01-01", "2026-12-31"}: "2026", {"2026-11-01", "2026-11-30"}: "November 2026", {"2026-11-23", "2026-11-23"}: "Senin, 23 November 2026",
		{"2026-11-02", "2026-11-20"}: "2–20 November 2026", {"2026-10-02", "2026-11-20"}: "2 Oktober 2026 – 20 November 2026",
	} {
		if got := Span(speak, span[0], span[1]); got != want {
			t.Errorf("%v is %q, want %q", span, got, want)
		}
	}
}
