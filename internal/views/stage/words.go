package stage

import (
	"slices"
	"strings"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// DeskName is the desk's own name, else its number.
func DeskName(speak *text.Speaker, desk models.Desk) string {
	if desk.Name != "" {
		return desk.Name
	}
	return speak.T("desk.name", desk.Number)
}

// Joined sets what there is to say side by side.
func Joined(parts ...string) string {
	said := slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	return strings.Join(said, " · ")
}

func lastOf(list []string, n int) []string { return list[max(0, len(list)-n):] }

// Nothing is the index of no row: none is selected.
const Nothing = -1

// NoFigure stands where there is nothing to tell.
const NoFigure = "–"

// OrList joins choices: "101, 102, atau 103".
func OrList(speak *text.Speaker, words []string) string {
	last := len(words) - 1
	switch last {
	case -1:
		return ""
	case 0:
		return words[0]
	case 1:
		return words[0] + " " + speak.T("list.or") + " " + words[1]
	}
	return strings.Join(words[:last], ", ") + ", " + speak.T("list.or") + " " + words[last]
}

// SameDay compares days where a is.
func SameDay(a, b time.Time) bool {
	b = b.In(a.Location())
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

// Capital writes the first letter large.
func Capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// Lower writes the first letter small.
func Lower(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// ShortDay cuts a weekday's name short, as calendars do.
func ShortDay(day string) string { return day[:3] }

// FirstOf is a, or b where a is blank.
func FirstOf(a, b string) string {
	if strings.TrimSpace(a) != "" {
		return a
	}
	return b
}

// Languages in the order of the switch.
var Languages = []text.Language{text.Indonesian, text.English}

// ShownName is an operator's name; her code where the mall's key is not at
// hand.
func ShownName(o models.Operator) string {
	if o.Name == "" {
		return o.Code
	}
	return o.Name
}

// FailurePhrase is the sentence of an error; one without is not repeated.
func FailurePhrase(err error) models.Phrase {
	if err == nil {
		return models.Phrase{}
	}
	if says := models.SaysOf(err); !says.Empty() {
		return says
	}
	return models.Say("error.unknown")
}
