package estimate_test

import (
	"fmt"
	"maps"
	"testing"
	"time"

	"pgregory.net/rapid"

	"frontdesk/internal/estimate"
	"frontdesk/internal/models"
)

const service = "DUK-01"

// at is a time of the morning's day.
func at(hour, minute int) time.Time {
	return morning.Add(time.Duration(hour-8)*time.Hour + time.Duration(minute)*time.Minute)
}

// asked is a question with what has happened today.
func asked(now time.Time, passages ...models.Passage) estimate.Queue {
	return estimate.Queue{Now: now, MostPriority: 2, Seed: 1, Today: estimate.Day{Spans: officeHours(morning), Passages: passages}}
}

// twentyDays of steady work.
func twentyDays(a *models.Agency, minutes float64) []estimate.Day {
	var days []estimate.Day
	for i := range 20 {
		days = append(days, steady(a, morning.AddDate(0, 0, -20+i), minutes))
	}
	return days
}

// served lets a counter serve one after the other since opening, the last one
// until until.
func served(counter string, each time.Duration, until time.Time) []models.Passage {
	var list []models.Passage
	for t := morning; t.Before(until); t = t.Add(each) {
		list = append(list, models.Passage{Ticket: counter + t.String(), Agency: "DUK", Service: service, Counter: counter,
			Arrived: morning, Queued: morning, Called: t, Ended: t.Add(each)})
	}
	return list
}

func last(q estimate.Queue, answer estimate.Answer) estimate.Range {
	return answer.Tickets[q.Today.Passages[len(q.Today.Passages)-1].Ticket]
}

func width(r estimate.Range) time.Duration { return r.High - r.Low }

func TestRangeHoldsWhatASteadyQueueTakes(t *testing.T) {
	a := office(1, 1)
	now := at(9, 0)
	q := asked(now, append(served("DUK-1", 12*time.Minute, now), row(5, at(8, 40), time.Minute, service)...)...)
	got := last(q, estimate.Learn(a, twentyDays(a, 12)).Estimate(q))
	if want := 48 * time.Minute; got.Low > want || got.High < want || got.Low < 30*time.Minute || got.High > 70*time.Minute {
		t.Errorf("four ahead at twelve minutes each: told %v", got)
	}
}

func TestRangeIsWiderTheLessIsKnown(t *testing.T) {
	a, unknown := office(1, 1), office(1, 1)
	unknown.TypicalServiceMinutes = 0
	q := asked(at(9, 0), row(5, at(8, 40), time.Minute, service)...)
	much := width(last(q, estimate.Learn(a, twentyDays(a, 12)).Estimate(q)))
	little := width(last(q, estimate.Learn(a, nil).Estimate(q)))
	nothing := width(last(q, estimate.Learn(unknown, nil).Estimate(q)))
	if much >= little || little >= nothing {
		t.Errorf("width after twenty days %v, without days %v, without a word in the directory %v", much, little, nothing)
	}
}

func TestSlowDayMakesTheWaitLonger(t *testing.T) {
	a := office(1, 1)
	past := estimate.Learn(a, twentyDays(a, 12))
	waiting := row(5, at(9, 40), time.Minute, service)
	usual := asked(at(10, 0), append(served("DUK-1", 12*time.Minute, at(10, 0)), waiting...)...)
	slow := asked(at(10, 0), append(served("DUK-1", 20*time.Minute, at(10, 0)), waiting...)...)
	if u, s := last(usual, past.Estimate(usual)), last(slow, past.Estimate(slow)); s.Median < u.Median*5/4 {
		t.Errorf("on a usual day %v, on a slow one %v", u, s)
	}
}

func TestNobodyIsCalledInABreak(t *testing.T) {
	a := office(1, 1)
	q := asked(at(11, 45), row(4, at(11, 30), time.Minute, service)...)
	answer := estimate.Learn(a, twentyDays(a, 12)).Estimate(q)
	if got := last(q, answer); got.Low < 75*time.Minute {
		t.Errorf("fourth in the row a quarter before the break that ends in 75 minutes: told %v", got)
	}
}

func TestBeforeOpeningNobodyIsCalled(t *testing.T) {
	a := office(1, 1)
	q := asked(at(7, 30), row(1, at(7, 30), 0, service)...)
	if got := last(q, estimate.Learn(a, twentyDays(a, 12)).Estimate(q)); got.Low < 30*time.Minute {
		t.Errorf("half an hour before opening: told %v", got)
	}
}

func TestWhoWillNotBeReachedIsToldSo(t *testing.T) {
	a := office(1, 1)
	past := estimate.Learn(a, twentyDays(a, 12))
	now := at(15, 0)
	q := asked(now, append(served("DUK-1", 12*time.Minute, now), row(8, at(14, 50), time.Minute, service)...)...)
	if got := last(q, past.Estimate(q)); got.High != estimate.Never || got.Missed < estimate.LikelyMissed {
		t.Errorf("eighth in the row half an hour before closing: told %v", got)
	}
	q = asked(at(9, 0), append(served("DUK-1", 12*time.Minute, at(9, 0)), row(1, at(8, 55), 0, service)...)...)
	if got := last(q, past.Estimate(q)); got.Missed > 0.05 {
		t.Errorf("first in the row in the morning: told %v", got)
	}
	q = asked(at(16, 0), row(1, at(16, 0), 0, service)...)
	if got := last(q, past.Estimate(q)); got.Missed != 1 || got.Low != estimate.Never {
		t.Errorf("after closing: told %v", got)
	}
}

func TestPriorityPassesAtMostSoManyInARow(t *testing.T) {
	a := office(1, 1)
	past := estimate.Learn(a, twentyDays(a, 12))
	ordinary := row(3, at(8, 30), time.Minute, service)
	list := append(served("DUK-1", 12*time.Minute, at(9, 0)), ordinary...)
	for i := range 4 {
		p := models.Passage{Ticket: fmt.Sprint("priority ", i), Agency: "DUK", Service: service, Priority: true,
			Arrived: at(8, 40+i), Queued: at(8, 40+i)}
		list = append(list, p)
	}
	answer := past.Estimate(asked(at(9, 0), list...))
	// two priority, one ordinary, two priority, two ordinary
	want := map[string]int{"priority 0": 0, "priority 1": 1, ordinary[0].Ticket: 2, "priority 2": 3, "priority 3": 4,
		ordinary[1].Ticket: 5, ordinary[2].Ticket: 6}
	if !maps.Equal(answer.Ahead, want) {
		t.Errorf("people ahead %v, want %v", answer.Ahead, want)
	}
	for ticket, ahead := range want {
		for other, further := range want {
			if ahead < further && answer.Tickets[ticket].Median >= answer.Tickets[other].Median {
				t.Errorf("%s (%v) is called before %s (%v)", ticket, answer.Tickets[ticket], other, answer.Tickets[other])
			}
		}
	}
}

func TestPresenceIsBelieved(t *testing.T) {
	a := office(2, 1)
	past := estimate.Learn(a, twentyDays(a, 12))
	q := asked(at(8, 0), row(10, at(7, 40), time.Minute, service)...)
	median := func(told map[string]estimate.Told) time.Duration {
		q.Counters = told
		return last(q, past.Estimate(q)).Median
	}
	two := median(map[string]estimate.Told{"DUK-1": {Staffed: true}, "DUK-2": {Staffed: true}})
	later := median(map[string]estimate.Told{"DUK-1": {Staffed: true}, "DUK-2": {Back: at(8, 40)}})
	one := median(map[string]estimate.Told{"DUK-1": {Staffed: true}, "DUK-2": {}})
	if two >= later || later >= one {
		t.Errorf("median with two counters %v, with the second from 08.40 %v, with one %v", two, later, one)
	}
}

func TestCounterThatIsSilentWhileSomebodyWaitsCountsLess(t *testing.T) {
	a := office(2, 1)
	past := estimate.Learn(a, twentyDays(a, 12))
	waiting := row(8, at(8, 0), time.Minute, service)
	one, other := served("DUK-1", 12*time.Minute, at(10, 0)), served("DUK-2", 12*time.Minute, at(8, 48))
	silent := asked(at(10, 0), append(append(one, other...), waiting...)...)
	both := asked(at(10, 0), append(append(one, served("DUK-2", 12*time.Minute, at(10, 0))...), waiting...)...)
	if s, b := last(silent, past.Estimate(silent)), last(both, past.Estimate(both)); s.Median < b.Median*4/3 {
		t.Errorf("with a counter that was last seen at 08.48 %v, with both at work %v", s, b)
	}
}

func TestVisitorWhoComesNowWaitsAsTheLastInTheRow(t *testing.T) {
	a := office(1, 1)
	past := estimate.Learn(a, twentyDays(a, 12))
	list := append(served("DUK-1", 12*time.Minute, at(9, 0)), row(4, at(8, 30), time.Minute, service)...)
	q := asked(at(9, 0), list...)
	with := asked(at(9, 0), append(list, row(1, at(9, 0), 0, "DUK-01")...)...)
	with.Today.Passages[len(with.Today.Passages)-1].Ticket = "who comes"
	comes, waits := past.Estimate(q).Services[service], last(with, past.Estimate(with))
	if d := (comes.Median - waits.Median).Abs(); d > 4*time.Minute {
		t.Errorf("who comes now %v, who has just come %v", comes, waits)
	}
	if n := past.Estimate(q).Waiting[service]; n != 4 {
		t.Errorf("%d wait before who comes now, not 4", n)
	}
}

// busyDay is a random day of an agency.
var busyDay = rapid.Custom(func(t *rapid.T) []models.Passage {
	var list []models.Passage
	for i := range rapid.IntRange(1, 30).Draw(t, "tickets") {
		minutes := func(label string, most int) time.Duration {
			return time.Duration(rapid.IntRange(0, most).Draw(t, label)) * time.Minute
		}
		p := models.Passage{Ticket: fmt.Sprint(i), Agency: "DUK", Service: fmt.Sprintf("DUK-0%d", rapid.IntRange(1, 3).Draw(t, "service")),
			Priority: rapid.Bool().Draw(t, "priority"), Arrived: morning.Add(minutes("arrived", 400))}
		p.Queued = p.Arrived
		if rapid.Bool().Draw(t, "called") {
			p.Counter = fmt.Sprintf("DUK-%d", rapid.IntRange(1, 2).Draw(t, "counter"))
			p.Called = p.Queued.Add(minutes("wait", 60))
			if rapid.Bool().Draw(t, "ended") {
				p.Ended, p.NoShow = p.Called.Add(minutes("took", 300)), rapid.Bool().Draw(t, "no show")
			}
		}
		list = append(list, p)
	}
	return list
})

func TestEveryWaitingTicketHasAnOrderlyRange(t *testing.T) {
	a := office(2, 3)
	rapid.Check(t, func(t *rapid.T) {
		var past []estimate.Day
		if rapid.Bool().Draw(t, "has a past") {
			past = []estimate.Day{{Spans: officeHours(morning), Passages: busyDay.Draw(t, "past")}}
		}
		now := morning.Add(time.Duration(rapid.IntRange(-30, 500).Draw(t, "now")) * time.Minute)
		q := asked(now, busyDay.Draw(t, "today")...)
		answer := estimate.Learn(a, past).Estimate(q)
		for _, p := range q.Today.Passages {
			r, told := answer.Tickets[p.Ticket]
			if told != p.Waiting(now) {
				t.Fatalf("%+v: told %v", p, told)
			}
			if told && (r.Low < 0 || r.Low > r.Median || r.Median > r.High || r.Missed < 0 || r.Missed > 1 ||
				(r.High == estimate.Never) != (r.Missed > 0.0999)) {
				t.Fatalf("%+v: %+v", p, r)
			}
		}
	})
}

func TestAnswerDoesNotKnowTheFuture(t *testing.T) {
	a := office(2, 3)
	rapid.Check(t, func(t *rapid.T) {
		now := morning.Add(time.Duration(rapid.IntRange(0, 400).Draw(t, "now")) * time.Minute)
		day := busyDay.Draw(t, "today")
		var known []models.Passage
		for _, p := range day {
			if k, ok := p.KnownAt(now); ok {
				known = append(known, k)
			}
		}
		past := estimate.Learn(a, nil)
		whole, blank := past.Estimate(asked(now, day...)), past.Estimate(asked(now, known...))
		if !maps.Equal(whole.Tickets, blank.Tickets) || !maps.Equal(whole.Services, blank.Services) {
			t.Fatal("what happens later changes the answer")
		}
	})
}

func TestAgencyWithoutCountersCallsNobody(t *testing.T) {
	for _, a := range []*models.Agency{office(0, 0), office(0, 1)} {
		q := asked(at(9, 0), row(2, at(8, 30), time.Minute, service)...)
		for ticket, r := range estimate.Learn(a, nil).Estimate(q).Tickets {
			if r.Low != estimate.Never {
				t.Errorf("%s told %v", ticket, r)
			}
		}
	}
}

func TestTicketKeptForACounterWaitsForIt(t *testing.T) {
	a := office(2, 1)
	past := estimate.Learn(a, twentyDays(a, 12))
	kept, free := row(1, at(9, 0), 0, service)[0], row(1, at(9, 0), 0, service)[0]
	kept.Ticket, kept.Reserved, free.Ticket = "kept", "DUK-2", "free"
	list := append(served("DUK-1", 12*time.Minute, at(9, 0)), kept, free)
	q := asked(at(9, 0), list...)
	q.Counters = map[string]estimate.Told{"DUK-1": {Staffed: true}, "DUK-2": {Back: at(10, 0)}}
	answer := past.Estimate(q)
	if answer.Tickets["kept"].Low < time.Hour || answer.Tickets["free"].Median > 30*time.Minute {
		t.Errorf("kept for the counter that comes at ten %v, for any %v", answer.Tickets["kept"], answer.Tickets["free"])
	}
}

func TestServiceThatNobodyNamedIsWaitedForToo(t *testing.T) {
	a := office(1, 1)
	q := asked(at(9, 0), append(served("DUK-1", 12*time.Minute, at(9, 0)), row(3, at(8, 40), time.Minute, "")...)...)
	if got := last(q, estimate.Learn(a, twentyDays(a, 12)).Estimate(q)); got.Low < 5*time.Minute || got.High > 90*time.Minute {
		t.Errorf("two ahead: told %v", got)
	}
}
