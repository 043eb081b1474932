package text

import (
	"fmt"
	"strings"
	"time"

	"frontdesk/internal/models"
)

var (
	indonesianDays   = [7]string{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"}
	indonesianMonths = [12]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
		"Agustus", "September", "Oktober", "November", "Desember"}
)

// Day names the weekday: "Senin".
func (s *Speaker) Day(d time.Weekday) string {
	if s.lang == English {
		return d.String()
	}
	return indonesianDays[d]
}

// Month names the month: "November".
func (s *Speaker) Month(m time.Month) string {
	if s.lang == English {
		return m.String()
	}
	return indonesianMonths[m-1]
}

// Date writes weekday, day and month: "Senin, 30 November".
func (s *Speaker) Date(t time.Time) string {
	return fmt.Sprintf("%s, %d %s", s.Day(t.Weekday()), t.Day(), s.Month(t.Month()))
}

// LongDate writes the date in full: "Senin, 23 November 2026".
func (s *Speaker) LongDate(t time.Time) string {
	return fmt.Sprintf("%s %d", s.Date(t), t.Year())
}

// PlainDate writes a date without weekday: "4 November 2026".
func (s *Speaker) PlainDate(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), s.Month(t.Month()), t.Year())
}

// Clock writes the time with a dot, as Indonesian offices do: "08.41".
func (s *Speaker) Clock(t time.Time) string { return t.Format("15.04") }

// Zone names the zone as people there call it: "WITA".
func Zone(t time.Time) string {
	name, _ := t.Zone()
	return name
}

// List joins words: "10, 20, dan 30"; "Senin dan Rabu".
func (s *Speaker) List(words []string) string {
	and := s.T("list.and")
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	case 2:
		return words[0] + " " + and + " " + words[1]
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + ", " + and + " " + words[last]
}

// write puts one argument into words, as format says.
func (s *Speaker) write(arg any, format string) string {
	switch v := arg.(type) {
	case time.Time:
		return s.writeTime(v, format)
	case []string:
		return s.List(v)
	case []time.Weekday:
		names := make([]string, len(v))
		for i, d := range v {
			names[i] = s.Day(d)
		}
		return s.List(names)
	case time.Weekday:
		return s.Day(v)
	case models.Phrase:
		return s.Say(v)
	}
	return fmt.Sprint(arg)
}

func (s *Speaker) writeTime(t time.Time, format string) string {
	switch format {
	case "time":
		return s.Clock(t)
	case "day":
		return s.Day(t.Weekday())
	case "short":
		return t.Format("02/01/2006")
	case "plain":
		return s.PlainDate(t)
	case "long":
		return s.LongDate(t)
	}
	return s.Date(t)
}
