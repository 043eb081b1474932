package models

import (
	"strconv"
	"strings"
	"time"
)

var icalDays = map[string]time.Weekday{
	"SU": time.Sunday, "MO": time.Monday, "TU": time.Tuesday, "WE": time.Wednesday,
	"TH": time.Thursday, "FR": time.Friday, "SA": time.Saturday,
}

// ParseClock reads a local "HH:MM", 00:00 to 23:59, as minutes of the day
// (data/README: opens_at, closes_at, last_ticket_at).
func ParseClock(s string) (minutes int, ok bool) {
	t, err := time.Parse("15:04", s)
	if err != nil || len(s) != len("15:04") {
		return 0, false
	}
	return t.Hour()*60 + t.Minute(), true
}

// ParseDate reads "YYYY-MM-DD" as midnight UTC of that civil day.
func ParseDate(s string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}

// Weekdays reads ByDay, iCalendar names parted by commas; ok is false when a
// name is none of MO to SU. No ByDay gives no days.
func (h Hours) Weekdays() (days []time.Weekday, ok bool) {
	for _, name := range listed(h.ByDay) {
		day, known := icalDays[name]
		if !known {
			return days, false
		}
		days = append(days, day)
	}
	return days, true
}

// MonthDays reads ByMonthDay, dates of the month from 1 to 31; ok is false
// when one is not. No ByMonthDay gives no dates.
func (h Hours) MonthDays() (dates []int, ok bool) {
	for _, text := range listed(h.ByMonthDay) {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > 31 {
			return dates, false
		}
		dates = append(dates, n)
	}
	return dates, true
}

// Seasonal tells whether the span holds only for a part of the year.
func (h Hours) Seasonal() bool { return h.ValidFrom != "" || h.ValidUntil != "" }

// ValidOn tells whether date, YYYY-MM-DD, lies within the span's season.
func (h Hours) ValidOn(date string) bool {
	return (h.ValidFrom == "" || h.ValidFrom <= date) && (h.ValidUntil == "" || date <= h.ValidUntil)
}

func listed(s string) []string {
	if s == "" {
		return nil
	}
	parts := strings.Split(s, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}
