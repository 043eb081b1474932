package desk

import (
	"slices"
	"strconv"
	"time"

	"frontdesk/internal/models"
)

func (v availability) openReason(day dayPlan, now span) models.Phrase {
	last := v.lastTicket(day)
	if !last.IsZero() && last.Before(now.closes) {
		return models.Say("status.last_ticket_at", last)
	}
	return models.Say("status.open_until", now.closes)
}

// presenceReason says what was marked, why and until when.
func (v availability) presenceReason(what string) models.Phrase {
	p := v.presence
	key, until := "status."+what, p.Until.In(v.loc)
	if !p.Until.IsZero() {
		key += "_until"
		if !civilDay(until).Equal(v.today) {
			key += "_day"
		}
	}
	if p.Reason != "" {
		return models.Say(key+"_because", until, p.Reason)
	}
	return models.Say(key, until)
}

func exceptionReason(e models.Exception) models.Phrase {
	if e.Reason == "" {
		return models.Say("status.exception")
	}
	return models.Say("status.exception_because", e.Reason)
}

func calendarMissing(year int) models.Phrase {
	return models.Say("status.no_calendar", yearText(year))
}

// yearText writes a year as the directory does, never with a thousands mark.
func yearText(year int) string { return strconv.Itoa(year) }

// offDayReason says why the agency has no hours on a day. Who comes on every
// day of the mall is simply closed on the others; who comes on some days only
// says which.
func (v availability) offDayReason(day time.Time) models.Phrase {
	switch {
	case len(v.withinMall(day, v.agency.Hours)) > 0: // all of it skipped by summer time
		return models.Say("status.closed_weekday", day)
	case len(minutesOn(day, v.agency.Hours)) > 0:
		return models.Say("status.mall_closed", day)
	}
	weekdays, dates := daysNamed(day, v.agency.Hours)
	name := v.agency.ShortName
	switch {
	case len(weekdays) == 0 && len(dates) == 0:
		return models.Say("status.off_season", name)
	case len(weekdays) == 0:
		return models.Say("status.only_dates", name, dates)
	case len(dates) > 0:
		return models.Say("status.only_days_and_dates", name, weekdays, dates)
	case v.comesWheneverOpen(day, weekdays):
		return models.Say("status.closed_weekday", day)
	}
	return models.Say("status.only_days", name, weekdays)
}

// comesWheneverOpen tells whether weekdays hold all days of the mall; a mall
// without hours is taken to open from Monday to Friday.
func (v availability) comesWheneverOpen(day time.Time, weekdays []time.Weekday) bool {
	mall, _ := daysNamed(day, v.directory.Mall.Hours)
	if len(mall) == 0 {
		mall = []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday}
	}
	return !slices.ContainsFunc(mall, func(d time.Weekday) bool { return !slices.Contains(weekdays, d) })
}

// daysNamed collects the weekdays, Monday first, and the dates of the month
// that hours name in the season of day.
func daysNamed(day time.Time, hours []models.Hours) (weekdays []time.Weekday, dates []string) {
	var numbers []int
	date := day.Format(time.DateOnly)
	for _, h := range hours {
		if !h.ValidOn(date) {
			continue
		}
		d, _ := h.Weekdays()
		n, _ := h.MonthDays()
		weekdays, numbers = append(weekdays, d...), append(numbers, n...)
	}
	slices.SortFunc(weekdays, func(a, b time.Weekday) int { return fromMonday(a) - fromMonday(b) })
	slices.Sort(numbers)
	for _, n := range slices.Compact(numbers) {
		dates = append(dates, strconv.Itoa(n))
	}
	return slices.Compact(weekdays), dates
}

func fromMonday(d time.Weekday) int { return (int(d) + 6) % 7 }
