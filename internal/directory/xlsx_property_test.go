package directory

import (
	"bytes"
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"frontdesk/internal/models"
)

// words draws texts that spreadsheets are known to turn into something else.
var words = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.SampledFrom([]string{
		"a", "KTP", " ", "  ", "=1+1", "+62", "-", "@SUM(A1)", ";", `\`, `\;`, `"`, "'", "<b>", "&amp;", "_x_",
		"007", "1e5", "25/11/2026", "TRUE", "#1", "–", "é", "文", "🙂", "\u00a0", ",", "ya", "%",
	}), 1, 6).Draw(t, "parts")
	text := ""
	for _, part := range parts {
		text += part
	}
	if text = tidy(text); blank(text) {
		return "kosong"
	}
	return text
})

var lines = rapid.Map(rapid.SliceOfN(words, 1, 3), func(texts []string) string {
	return texts[0] + "\n" + texts[len(texts)-1]
})

func maybe(of *rapid.Generator[string]) *rapid.Generator[string] {
	return rapid.OneOf(rapid.Just(""), of)
}

var dates = rapid.Custom(func(t *rapid.T) string {
	return fmt.Sprintf("%04d-%02d-%02d", rapid.SampledFrom([]int{1, 1899, 1900, 1904, 2024, 2026, 9999}).Draw(t, "year"),
		rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
})

func clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

// spans draws hours that do not overlap: one after the other in the day.
func spans(t *rapid.T, least int) []models.Hours {
	list := []models.Hours{}
	from := 0
	for range rapid.IntRange(least, 3).Draw(t, "spans") {
		opens := from + rapid.IntRange(0, 200).Draw(t, "opens")
		closes := opens + rapid.IntRange(1, 250).Draw(t, "lasts")
		h := models.Hours{OpensAt: clock(opens), ClosesAt: clock(closes)}
		if rapid.Bool().Draw(t, "by day of the month") {
			h.ByMonthDay = rapid.SampledFrom([]string{"10", "10,20,30", "1, 31"}).Draw(t, "month days")
		} else {
			h.ByDay = rapid.SampledFrom([]string{"MO", "FR,MO", "MO,TU,WE,TH,FR,SA,SU", "SU"}).Draw(t, "days")
		}
		if rapid.Bool().Draw(t, "seasonal") {
			h.ValidFrom, h.ValidUntil = "2026-02-18", rapid.SampledFrom([]string{"", "2026-03-19"}).Draw(t, "until")
		}
		list = append(list, h)
		from = closes
	}
	return list
}

func flag(t *rapid.T, label string) *bool {
	return rapid.SampledFrom([]*bool{nil, new(bool), ptr(true)}).Draw(t, label)
}

func ptr[T any](v T) *T { return &v }

func some(t *rapid.T, of []string, label string) []string {
	list := []string{}
	for _, code := range of {
		if rapid.Bool().Draw(t, label) {
			list = append(list, code)
		}
	}
	return list
}

// metres draws a length to the millimetre, the finest that a sheet keeps.
func metres(t *rapid.T, least int) float64 {
	return float64(rapid.IntRange(least, 100_000).Draw(t, "millimetres")) / 1000
}

// directories draws directories without a fault.
var directories = rapid.Custom(func(t *rapid.T) *models.Directory {
	d := &models.Directory{Format: Format, Note: maybe(lines).Draw(t, "note")}
	d.Mall = models.Mall{Code: "MPP-1", Name: words.Draw(t, "mall"), ShortName: "MPP", City: maybe(words).Draw(t, "city"),
		RegionCode: maybe(rapid.Just("64.20")).Draw(t, "region"), Timezone: "Asia/Jayapura", Hours: spans(t, 0)}
	d.Holidays = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) models.Holiday {
		return models.Holiday{Date: dates.Draw(t, "date"), Name: words.Draw(t, "holiday"),
			Kind: rapid.SampledFrom([]models.HolidayKind{models.NationalHoliday, models.CollectiveLeave}).Draw(t, "kind")}
	}), 0, 3).Draw(t, "holidays")
	for n := range rapid.IntRange(0, 2).Draw(t, "floors") {
		d.Floors = append(d.Floors, models.Floor{Number: n, Name: words.Draw(t, "floor"), Width: metres(t, 0), Depth: 0.1})
	}
	var services, counters []string
	for i := range rapid.IntRange(1, 3).Draw(t, "agencies") {
		a := agencyOf(t, i, len(d.Floors))
		for _, c := range a.Counters {
			counters = append(counters, c.Code)
		}
		for j := range a.Services {
			a.Services[j].Counters = some(t, counters, "counter")
			a.Services[j].After = some(t, services, "after") // earlier ones: no circle
			services = append(services, a.Services[j].Code)
		}
		d.Agencies = append(d.Agencies, a)
	}
	for i := range d.Floors {
		for _, code := range counters {
			d.Floors[i].Places = append(d.Floors[i].Places, models.Place{Kind: models.PlaceCounter, Counter: code,
				X: metres(t, -10_000), W: 1.25, Outside: rapid.Bool().Draw(t, "outside")})
		}
	}
	if rapid.Bool().Draw(t, "life event") {
		d.LifeEvents = []models.LifeEvent{{Code: "LAHIR", Name: words.Draw(t, "event"), Aliases: rapid.SliceOf(words).Draw(t, "aliases"), Services: services}}
	}
	return complete(reflect.ValueOf(d)).Interface().(*models.Directory)
})

func agencyOf(t *rapid.T, i, floors int) models.Agency {
	floor := rapid.IntRange(0, max(floors-1, 0)).Draw(t, "on floor")
	a := models.Agency{Code: fmt.Sprintf("=A%d;", i), Name: words.Draw(t, "agency"), ShortName: "A", Floor: floor,
		TicketPrefix: fmt.Sprintf("%dE5", i), TypicalServiceMinutes: rapid.IntRange(0, 9).Draw(t, "minutes"),
		Hours: spans(t, 0), DailyQuota: rapid.IntRange(0, 99).Draw(t, "quota"), Calling: flag(t, "calling"),
		WorksOn: rapid.SampledFrom([][]models.HolidayKind{nil, {models.CollectiveLeave, models.NationalHoliday}}).Draw(t, "works on"),
		Note:    maybe(lines).Draw(t, "note"), Tenant: maybe(words).Draw(t, "tenant")}
	for n := range rapid.IntRange(0, 2).Draw(t, "exceptions") {
		e := models.Exception{From: "2026-01-01", To: fmt.Sprintf("2026-01-%02d", n+1), Closed: rapid.Bool().Draw(t, "closed"), Reason: maybe(words).Draw(t, "why")}
		if e.Hours = spans(t, 0); len(e.Hours) == 0 {
			e.Closed = true
		}
		a.Exceptions = append(a.Exceptions, e)
	}
	for n := range rapid.IntRange(0, 2).Draw(t, "counters") {
		a.Counters = append(a.Counters, models.Counter{Code: fmt.Sprintf("%d-0%d", i, n), Number: 100*i + n + 1, Name: words.Draw(t, "counter"), Floor: floor, Way: maybe(lines).Draw(t, "way")})
	}
	for n := range rapid.IntRange(0, 2).Draw(t, "services") {
		s := models.Service{Code: fmt.Sprintf("%d.%d0", i, n), Name: words.Draw(t, "service"), Aliases: rapid.SliceOfN(words, 0, 3).Draw(t, "aliases"),
			Requirements: rapid.SliceOfN(words, 0, 3).Draw(t, "requirements"), Fee: maybe(words).Draw(t, "fee"), Sensitive: rapid.Bool().Draw(t, "sensitive"),
			Ticket: flag(t, "ticket"), VerifiedOn: maybe(dates).Draw(t, "verified"), VerifiedBy: maybe(words).Draw(t, "by")}
		if rapid.Bool().Draw(t, "elsewhere") {
			s.ReferTo = &models.Referral{Name: words.Draw(t, "refer"), Reason: maybe(words).Draw(t, "reason")}
		}
		a.Services = append(a.Services, s)
	}
	return a
}

func TestAnyDirectoryComesBackFromASpreadsheetAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := directories.Draw(t, "directory")
		if faults := Check(d); len(faults) > 0 {
			t.Fatalf("the drawn directory has faults of its own: %v", &Faults{faults})
		}
		var out bytes.Buffer
		if err := WriteXLSX(&out, d); err != nil {
			t.Fatal(err)
		}
		back, err := Read(&out)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(back, d) {
			t.Errorf("another directory\n%+v\n%+v", back, d)
		}
	})
}
