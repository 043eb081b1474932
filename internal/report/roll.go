package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"frontdesk/internal/models"
)

// Rules numbers what Roll does. With another number all days are rolled anew.
const Rules = 1

// MostMinutes is the last bucket of a waiting or service time; longer ones
// count as that long.
const MostMinutes = 24 * 60

// Roll counts the records of one day, in the time zone of the mall. It depends
// on nothing else: identities may be gone. What was voided counts as if it had
// never been, but for MeasureVoided.
func Roll(day models.DayRecords, zone *time.Location) []models.Figure {
	t := tally{zone: zone, sums: map[models.FigureKey]int{}}
	for _, v := range day.Visits {
		if v.VoidedAt.IsZero() {
			t.visit(v, day.Events)
		}
	}
	if len(t.sums) > 0 {
		t.add(models.MeasureDays, place{}, weekdayOf(day.Date), 0, 1)
	}
	for _, m := range day.Misses {
		t.add(models.MeasureNotFound, place{}, strings.ToLower(m.Words), 0, 1)
	}
	return t.list()
}

// place is what a figure is of.
type place struct{ agency, service string }

type tally struct {
	zone *time.Location
	sums map[models.FigureKey]int
}

func (t *tally) add(m models.Measure, of place, label string, bucket, n int) {
	t.sums[models.FigureKey{Measure: m, Agency: of.agency, Service: of.service, Label: label, Bucket: bucket}] += n
}

func (t *tally) one(m models.Measure, of place, label string) { t.add(m, of, label, 0, 1) }

func (t *tally) visit(v models.Visit, events map[string][]models.TicketEvent) {
	t.one(models.MeasureVisits, place{}, string(v.Kind))
	if v.Kind != models.VisitPhoneQuestion {
		t.arrival(v)
	}
	t.priorities(v.Priorities)
	t.withoutNumber(v)
	for _, ticket := range v.Tickets {
		t.ticket(ticket, events[ticket.ID])
	}
}

func (t *tally) arrival(v models.Visit) {
	at := v.ArrivedAt.In(t.zone)
	t.add(models.MeasurePeople, place{}, "", 0, v.Party)
	t.add(models.MeasureArrivals, place{}, weekdayOf(v.BusinessDate), at.Hour(), v.Party)
}

func (t *tally) priorities(groups []models.Priority) {
	if len(groups) > 0 {
		t.one(models.MeasurePriorities, place{}, "")
	}
	for _, group := range groups {
		t.one(models.MeasurePriorities, place{}, string(group))
	}
}

// withoutNumber counts the services of a visit that have no ticket. Who only
// asked, or was turned away, counts once, for the first of them.
func (t *tally) withoutNumber(v models.Visit) {
	services := strings.Split(v.Service, ",")
	first := place{service: services[0]}
	switch v.Kind {
	case models.VisitQuestion, models.VisitPhoneQuestion:
		t.one(models.MeasureQuestions, first, string(v.Kind))
	case models.VisitTurnedAway:
		t.one(models.MeasureTurnedAway, first, string(v.TurnedAway))
	case models.VisitService:
		for _, service := range services {
			if service != "" {
				t.one(models.MeasureErrands, place{service: service}, "")
			}
		}
	}
}

func (t *tally) ticket(k models.Ticket, events []models.TicketEvent) {
	of := place{k.Agency, k.Service}
	if k.State == models.TicketVoided {
		t.one(models.MeasureVoided, of, "")
		return
	}
	t.one(models.MeasureErrands, of, "")
	t.one(models.MeasurePapers, of, string(k.Papers))
	for _, requirement := range k.Missing {
		t.one(models.MeasureMissing, of, requirement)
	}
	if k.Calls > 0 {
		t.one(models.MeasureCalled, of, "")
	}
	if k.NoShows > 0 {
		t.one(models.MeasureNoShows, of, "")
	}
	if k.State == models.TicketDone {
		t.served(of, events)
	}
}

// served counts a finished service, with the whole of its waiting, where it
// ended.
func (t *tally) served(of place, events []models.TicketEvent) {
	t.one(models.MeasureServed, of, "")
	if len(events) == 0 {
		return
	}
	spent := models.SpentBy(events, events[len(events)-1].At)
	t.add(models.MeasureWaiting, of, "", minutes(spent.Waiting), 1)
	t.add(models.MeasureServing, of, "", minutes(spent.Serving), 1)
}

// minutes are the whole ones of a span.
func minutes(span time.Duration) int { return min(int(span/time.Minute), MostMinutes) }

// weekdayOf writes the weekday of a business date as 1, Monday, to 7.
func weekdayOf(date string) string {
	day, _ := models.ParseDate(date)
	return strconv.Itoa((int(day.Weekday())+6)%7 + 1)
}

// list sorts the figures, so that the same records give the same list.
func (t *tally) list() []models.Figure {
	list := make([]models.Figure, 0, len(t.sums))
	for key, n := range t.sums {
		list = append(list, models.Figure{FigureKey: key, N: n})
	}
	slices.SortFunc(list, compare)
	return list
}

func compare(a, b models.Figure) int {
	return cmp.Or(strings.Compare(string(a.Measure), string(b.Measure)), strings.Compare(a.Agency, b.Agency),
		strings.Compare(a.Service, b.Service), strings.Compare(a.Label, b.Label), cmp.Compare(a.Bucket, b.Bucket))
}
