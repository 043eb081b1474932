package desk

import (
	"strings"
	"time"

	"frontdesk/internal/models"
)

// ReadBook reads what was typed into the one field of the guest book: days
// ("23/11/2026", or two of them), and either a number, a NIK, a phone number,
// an agency, a service, or else a name. name is set only in the last case.
func (d *Desk) ReadBook(typed string) (f BookFilter, name string) {
	var rest []string
	for _, word := range strings.Fields(typed) {
		day, isDay := readDay(word)
		switch {
		case !isDay:
			rest = append(rest, word)
		case f.From == "":
			f.From, f.To = day, day
		default:
			f.From, f.To = min(f.From, day), max(f.To, day)
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

// readDay reads a day as people write it.
func readDay(word string) (day string, ok bool) {
	for _, layout := range []string{"2/1/2006", "2-1-2006", time.DateOnly} {
		if at, err := time.Parse(layout, word); err == nil {
			return at.Format(time.DateOnly), true
		}
	}
	return "", false
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
