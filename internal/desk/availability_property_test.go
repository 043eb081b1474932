package desk_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// question is a random agency in a random mall, asked at a random instant.
type question struct {
	d        *models.Directory
	a        *models.Agency
	at       time.Time
	presence models.Presence
	issued   int
}

func (q question) ask() models.Status {
	return desk.Status(q.d, q.a, q.at, q.presence, q.issued)
}

// later asks at another instant what is known then: numbers and a mark
// without end hold for one local day.
func (q question) later(at time.Time) models.Status {
	if !sameDay(q.at, at, q.d.Mall.Location()) {
		q.issued = 0
		if q.presence.Until.IsZero() {
			q.presence = models.Presence{}
		}
	}
	q.at = at
	return q.ask()
}

func sameDay(a, b time.Time, loc *time.Location) bool {
	return a.In(loc).Format(time.DateOnly) == b.In(loc).Format(time.DateOnly)
}

var someHours = rapid.Custom(func(t *rapid.T) models.Hours {
	// Between five and midnight, when no zone changes its clock. Drawn from
	// lists, since numbers of a range would mostly be its smallest.
	span := rapid.SampledFrom([][2]int{{10, 47}, {16, 31}, {16, 24}, {26, 32}, {17, 29}, {40, 46}}).Draw(t, "span")
	h := models.Hours{OpensAt: halfHour(span[0]), ClosesAt: halfHour(span[1])}
	switch days := rapid.SampledFrom([]string{"MO,TU,WE,TH,FR", "MO,TU,WE,TH,FR,SA,SU", "MO,WE", "FR", ""}).Draw(t, "days"); days {
	case "":
		h.ByMonthDay = "10,20,30"
	default:
		h.ByDay = days
	}
	if rapid.SampledFrom([]bool{false, false, false, true}).Draw(t, "seasonal") {
		h.ValidFrom, h.ValidUntil = "2026-02-18", "2026-04-20"
	}
	return h
})

// someHoursList often holds plain office hours, so that open is not rare.
var someHoursList = rapid.Custom(func(t *rapid.T) []models.Hours {
	list := rapid.SliceOfN(someHours, 0, 4).Draw(t, "list")
	if rapid.SampledFrom([]bool{true, true, false}).Draw(t, "office hours") {
		list = append(list, models.Hours{ByDay: "MO,TU,WE,TH,FR", OpensAt: "08:00", ClosesAt: "15:00"})
	}
	return list
})

func halfHour(n int) string { return fmt.Sprintf("%02d:%02d", n/2, n%2*30) }

// someDays lists the days of 2026 and of the first months of 2027.
var someDays = func() (days []time.Time) {
	for i := range 500 {
		days = append(days, time.Date(2026, 1, 1+i, 0, 0, 0, 0, time.UTC))
	}
	return days
}()

func day2026(t *rapid.T, label string) time.Time {
	return rapid.SampledFrom(someDays).Draw(t, label)
}

var someException = rapid.Custom(func(t *rapid.T) models.Exception {
	from := day2026(t, "from")
	e := models.Exception{
		From: from.Format(time.DateOnly),
		To:   from.AddDate(0, 0, rapid.IntRange(0, 9).Draw(t, "length")).Format(time.DateOnly),
	}
	if rapid.Bool().Draw(t, "closed") {
		e.Closed = true
	} else {
		e.Hours = []models.Hours{someHours.Draw(t, "hours")}
	}
	return e
})

var someHoliday = rapid.Custom(func(t *rapid.T) models.Holiday {
	return models.Holiday{
		Date: day2026(t, "date").Format(time.DateOnly),
		Name: "Hari Contoh",
		Kind: rapid.SampledFrom([]models.HolidayKind{models.NationalHoliday, models.CollectiveLeave}).Draw(t, "kind"),
	}
})

var someQuestion = rapid.Custom(func(t *rapid.T) question {
	q := question{d: &models.Directory{
		Mall: models.Mall{
			Timezone: rapid.SampledFrom([]string{"Asia/Makassar", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe"}).Draw(t, "zone"),
			Hours:    someHoursList.Draw(t, "mall hours"),
		},
		Holidays: rapid.SliceOfN(someHoliday, 0, 8).Draw(t, "holidays"),
		Agencies: []models.Agency{{
			ShortName:  "Balai Contoh",
			Hours:      someHoursList.Draw(t, "hours"),
			Exceptions: rapid.SliceOfN(someException, 0, 4).Draw(t, "exceptions"),
			DailyQuota: rapid.SampledFrom([]int{0, 0, 5}).Draw(t, "quota"),
		}},
	}}
	q.a = &q.d.Agencies[0]
	if rapid.Bool().Draw(t, "has a last number") {
		q.a.LastTicketAt = halfHour(rapid.SampledFrom([]int{15, 19, 23, 25, 29, 46}).Draw(t, "last number"))
	}
	if rapid.Bool().Draw(t, "works on leave") {
		q.a.WorksOn = []models.HolidayKind{models.CollectiveLeave}
	}
	quarters := func(label string, most int) time.Duration {
		return time.Duration(rapid.IntRange(0, most).Draw(t, label)) * 15 * time.Minute
	}
	day := day2026(t, "day")
	hour := rapid.SampledFrom([]int{0, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 23}).Draw(t, "hour")
	q.at = time.Date(day.Year(), day.Month(), day.Day(), hour, rapid.IntRange(0, 59).Draw(t, "minute"), 0, 0, q.d.Mall.Location())
	q.issued = rapid.SampledFrom([]int{0, 4, 5, 6}).Draw(t, "issued")
	q.presence.State = rapid.SampledFrom([]models.PresenceState{"", "", models.PresencePresent, models.PresenceLate,
		models.PresenceAbsent, models.PresenceOutage, models.PresenceBreak}).Draw(t, "presence")
	if rapid.Bool().Draw(t, "presence ends") {
		q.presence.Until = q.at.Add(quarters("until", 300))
	}
	return q
})

func TestOpenMeansNoNextOpening(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someQuestion.Draw(t, "question").ask()
		if s.Open && !s.NextOpening.IsZero() {
			t.Fatalf("open, and opens next at %v", s.NextOpening)
		}
		opens := s.State == models.StateOpen || s.State == models.StateLate
		if opens && !s.Open || s.Open && !opens && s.State != models.StateUnknown {
			t.Fatalf("state %q with open %v", s.State, s.Open)
		}
		if s.Reason.Empty() {
			t.Fatal("no reason")
		}
	})
}

func TestAtTheNextOpeningNumbersAreGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := someQuestion.Draw(t, "question")
		s := q.ask()
		if s.NextOpening.IsZero() {
			return
		}
		if !s.NextOpening.After(q.at) {
			t.Fatalf("the next opening %v is not after %v", s.NextOpening, q.at)
		}
		if then := q.later(s.NextOpening); !then.Open {
			t.Fatalf("at the next opening %v it is %q %v", s.NextOpening, then.State, then.Reason)
		}
	})
}

func TestBeforeTheNextOpeningNoNumberIsGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := someQuestion.Draw(t, "question")
		s := q.ask()
		if s.Open {
			return
		}
		end := s.NextOpening
		if end.IsZero() {
			end = q.at.AddDate(0, 0, 300)
		}
		minutes := int(end.Sub(q.at) / time.Minute)
		between := q.at.Add(time.Duration(rapid.IntRange(0, max(0, minutes-1)).Draw(t, "minutes later")) * time.Minute)
		if then := q.later(between); then.Open {
			t.Fatalf("open at %v, before the next opening %v", between, s.NextOpening)
		}
	})
}

func TestNeverOpenOutsideTheMallsHours(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := someQuestion.Draw(t, "question")
		if !q.ask().Open {
			return
		}
		now := q.at.In(q.d.Mall.Location())
		clock := now.Format("15:04")
		if len(q.d.Mall.Hours) > 0 && !slices.ContainsFunc(q.d.Mall.Hours, func(h models.Hours) bool {
			days, _ := h.Weekdays()
			dates, _ := h.MonthDays()
			today := slices.Contains(days, now.Weekday()) || slices.Contains(dates, now.Day())
			return today && h.ValidOn(now.Format(time.DateOnly)) && h.OpensAt <= clock && clock < h.ClosesAt
		}) {
			t.Fatalf("open at %v", now)
		}
	})
}

func TestOpenClosesLaterToday(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := someQuestion.Draw(t, "question")
		s := q.ask()
		if !s.Open {
			return
		}
		if !s.ClosesAt.After(q.at) || !sameDay(q.at, s.ClosesAt, q.d.Mall.Location()) {
			t.Fatalf("open at %v, closes at %v", q.at, s.ClosesAt)
		}
		if s.QuotaLeft == 0 {
			t.Fatal("open without quota left")
		}
	})
}

func TestTheZoneOfTheAskerDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := someQuestion.Draw(t, "question")
		here := q.ask()
		q.at = q.at.In(time.FixedZone("", rapid.IntRange(-12, 14).Draw(t, "hours east")*3600))
		if there := q.ask(); !reflect.DeepEqual(here, there) {
			t.Fatalf("%+v here, %+v there", here, there)
		}
	})
}
