package estimate_test

import (
	"fmt"
	"testing"
	"time"

	"frontdesk/internal/estimate"
	"frontdesk/internal/models"
)

var morning = time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)

// office has counters that all serve all services.
func office(counters, services int) *models.Agency {
	a := &models.Agency{Code: "DUK", TypicalServiceMinutes: 12}
	for i := range counters {
		a.Counters = append(a.Counters, models.Counter{Code: fmt.Sprintf("DUK-%d", i+1)})
	}
	for i := range services {
		s := models.Service{Code: fmt.Sprintf("DUK-%02d", i+1)}
		for _, c := range a.Counters {
			s.Counters = append(s.Counters, c.Code)
		}
		a.Services = append(a.Services, s)
	}
	return a
}

// officeHours are 08.00 to 12.00 and 13.00 to 15.30.
func officeHours(day time.Time) []estimate.Span {
	return []estimate.Span{{Opens: day, Closes: day.Add(4 * time.Hour)}, {Opens: day.Add(5 * time.Hour), Closes: day.Add(450 * time.Minute)}}
}

// row lets n visitors wait who came one each so often since from.
func row(n int, from time.Time, each time.Duration, service string) []models.Passage {
	list := make([]models.Passage, n)
	for i := range list {
		at := from.Add(time.Duration(i) * each)
		list[i] = models.Passage{Ticket: fmt.Sprintf("%s %04d", service, i), Agency: "DUK", Service: service, Arrived: at, Queued: at}
	}
	return list
}

// steady is a day on which each counter served one after the other.
func steady(a *models.Agency, day time.Time, minutes float64) estimate.Day {
	d := estimate.Day{Spans: officeHours(day)}
	took := time.Duration(minutes * float64(time.Minute))
	for _, c := range a.Counters {
		for at := day; at.Before(day.Add(4*time.Hour - took)); at = at.Add(took) {
			d.Passages = append(d.Passages, models.Passage{Ticket: c.Code + at.String(), Agency: a.Code, Service: a.Services[0].Code,
				Counter: c.Code, Arrived: day, Queued: day, Called: at, Ended: at.Add(took - 12*time.Second)})
		}
	}
	return d
}

func question(a *models.Agency, waiting int) (*estimate.Past, estimate.Queue) {
	var past []estimate.Day
	for i := range 20 {
		past = append(past, steady(a, morning.AddDate(0, 0, -20+i), 12))
	}
	now := morning.Add(time.Hour)
	return estimate.Learn(a, past), estimate.Queue{Now: now, MostPriority: 2,
		Today: estimate.Day{Spans: officeHours(morning), Passages: row(waiting, morning, 3600*time.Second/time.Duration(waiting+1), "DUK-01")}}
}

// BenchmarkRows is what the rows of all agencies cost: 31 with 10 waiting each.
func BenchmarkRows(b *testing.B) {
	past, q := question(office(2, 6), 10)
	for b.Loop() {
		for range 31 {
			past.Estimate(q)
		}
	}
}

// BenchmarkFiveThousand is a queue of 5,000 at 40 counters.
func BenchmarkFiveThousand(b *testing.B) {
	past, q := question(office(40, 6), 5000)
	b.ReportAllocs()
	for b.Loop() {
		past.Estimate(q)
	}
}

func BenchmarkLearn(b *testing.B) {
	a := office(3, 16)
	var past []estimate.Day
	for i := range 20 {
		past = append(past, steady(a, morning.AddDate(0, 0, -20+i), 12))
	}
	for b.Loop() {
		estimate.Learn(a, past)
	}
}
