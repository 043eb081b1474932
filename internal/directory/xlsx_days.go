package directory

import (
	"reflect"
	"slices"
	"strings"

	"frontdesk/internal/models"
)

// daysCell is a list of weekdays: "Senin, Rabu", "Senin–Kamis", "setiap hari".
type daysCell struct{}

// weekdays in the order of the week, with their iCalendar names.
var weekdays = []choice{
	{"Senin", "MO"}, {"Selasa", "TU"}, {"Rabu", "WE"}, {"Kamis", "TH"},
	{"Jumat", "FR"}, {"Sabtu", "SA"}, {"Minggu", "SU"},
}

const everyDay = "setiap hari"

// dayOffers are what the drop-down list offers; other lists are right as well.
var dayOffers = []string{
	"Senin–Kamis", "Senin–Jumat", "Senin–Sabtu", everyDay,
	"Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
}

var monthNames = []string{
	"januari", "februari", "maret", "april", "mei", "juni",
	"juli", "agustus", "september", "oktober", "november", "desember",
}

func (daysCell) show(v reflect.Value) any {
	if tidy(v.String()) == "" {
		return nil
	}
	var names []string
	for name := range strings.SplitSeq(v.String(), ",") {
		names = append(names, choiceCell{weekdays}.word(strings.TrimSpace(name)))
	}
	return strings.Join(names, ", ")
}

func (daysCell) put(v reflect.Value, cell string) models.Phrase {
	if folded(cell) == everyDay {
		cell = "Senin–Minggu"
	}
	var days []string
	for part := range strings.SplitSeq(strings.ReplaceAll(cell, ";", ","), ",") {
		first, last, isSpan := cutSpan(part)
		from, to := dayOf(first), dayOf(last)
		if !isSpan {
			to = from
		}
		if from < 0 || to < from {
			return models.Say("directory.sheet_day", strings.TrimSpace(part), wordsOf(weekdays))
		}
		for _, day := range weekdays[from : to+1] {
			days = append(days, day.value)
		}
	}
	v.SetString(strings.Join(days, ","))
	return models.Phrase{}
}

func (daysCell) format() string { return textFormat }

// cutSpan parts "Senin–Kamis" and the other ways of writing it.
func cutSpan(text string) (first, last string, found bool) {
	for _, between := range []string{"–", "-", " s.d. ", " s/d ", " sd ", " sampai "} {
		if first, last, found = strings.Cut(text, between); found {
			return first, last, true
		}
	}
	return text, "", false
}

// dayOf is the place of a day in the week; -1 when it is none.
func dayOf(name string) int {
	name = strings.ReplaceAll(folded(name), "'", "")
	return slices.IndexFunc(weekdays, func(day choice) bool {
		return name == folded(day.word) || name == folded(day.value)
	})
}
