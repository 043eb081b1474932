package desk

import (
	"strings"
	"time"

	"frontdesk/internal/models"
)

// ReadBook reads what was typed into the one field of the guest book: days
// ("23/11/2026", "23/11" of this year, "11/2026", "kemarin", or two of them), and
// either a number, a NIK, a phone number, an agency, a service, or else a name.
// name is set only in the last case.
func (d *Desk) ReadBook(typed string) (f BookFilter, name string) {
	var rest []string
	for _, word := range strings.Fields(typed) {
		first, last, isDay := readDays(word, d.Now())
		switch {
		case !isDay:
			rest = append(rest, word)
		case f.From == "":
			f.From, f.To = first, last
		default:
			f.From, f.To = min(f.From, first), max(f.To, last)
		}
	}
	words := strings.Join(rest, " ")
	if words == "" {
		return f, ""
	}
	if _, _, isNumber := models.ParseTicketNumber(words); isNumber {
		f.Number = words
		return f, ""
	}
	switch Recognise(words) {
	case LooksNIK:
		f.NIK = words
		return f, ""
	case LooksPhone:
		f.Phone = words
		return f, ""
	}
	if f.Agency, f.Service = d.bookPlace(strings.ToLower(words)); f.Agency != "" || f.Service != "" {
		return f, ""
	}
	return f, words
}

// readDays reads a day or a month as people write it.
func readDays(word string, now time.Time) (first, last string, ok bool) {
	switch strings.ToLower(word) {
	case "kemarin", "yesterday":
		day := now.AddDate(0, 0, -1).Format(time.DateOnly)
		return day, day, true
	}
	for _, layout := range []string{"2/1/2006", "2-1-2006", time.DateOnly} {
		if at, err := time.Parse(layout, word); err == nil {
			return at.Format(time.DateOnly), at.Format(time.DateOnly), true
		}
	}
	if at, err := time.Parse("2/1/2006", word+now.Format("/2006")); err == nil {
		return at.Format(time.DateOnly), at.Format(time.DateOnly), true
	}
	if at, err := time.Parse("1/2006", word); err == nil {
		return at.Format(time.DateOnly), at.AddDate(0, 1, -1).Format(time.DateOnly), true
	}
	return "", "", false
}

// wholeEnough is from how many letters on a part of a service's name means the
// service: shorter ones are parts of people's names too.
const wholeEnough = 5

// bookPlace finds the agency or service that lower-case words mean: its code,
// an agency's name, or a part of just one service's name.
func (d *Desk) bookPlace(words string) (agency, service string) {
	for _, a := range d.Catalogue().Directory.Agencies {
		if words == strings.ToLower(a.Code) || words == strings.ToLower(a.ShortName) || words == strings.ToLower(a.Name) {
			return a.Code, ""
		}
	}
	matches := 0
	for _, a := range d.Catalogue().Directory.Agencies {
		for _, s := range a.Services {
			switch name := strings.ToLower(s.Name); {
			case words == strings.ToLower(s.Code) || words == name:
				return "", s.Code
			case len([]rune(words)) >= wholeEnough && strings.Contains(name, words):
				matches++
				service = s.Code
			}
		}
	}
	if matches != 1 {
		return "", ""
	}
	return "", service
}
