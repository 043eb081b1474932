package directory

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"frontdesk/internal/models"
)

// cellKind tells how a value of the directory stands in a cell.
type cellKind interface {
	// show gives what to write; nil is an empty cell.
	show(v reflect.Value) any
	// put reads a cell that is not empty into v, or says what is wrong with it.
	put(v reflect.Value, cell string) (wrong models.Phrase)
	// format is the number format of the column.
	format() string
}

const textFormat = "@"

// tidy drops blanks around a text, which nobody sees in a cell, and what ends
// a line on Windows.
func tidy(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}

// folded makes what people write alike comparable: case and blanks.
func folded(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(text), " "))
}

// textCell is a text of one or more lines.
type textCell struct{}

func (textCell) show(v reflect.Value) any {
	if text := tidy(v.String()); text != "" {
		return text
	}
	return nil
}

func (textCell) put(v reflect.Value, cell string) models.Phrase {
	v.SetString(cell)
	return models.Phrase{}
}

func (textCell) format() string { return textFormat }

// listCell is a list of texts parted by semicolons; one within a text is
// written \;.
type listCell struct{}

var escapeEntry = strings.NewReplacer(`\`, `\\`, `;`, `\;`)

func (listCell) show(v reflect.Value) any {
	var entries []string
	for i := range v.Len() {
		if text := tidy(v.Index(i).String()); text != "" {
			entries = append(entries, escapeEntry.Replace(text))
		}
	}
	if entries == nil {
		return nil
	}
	return strings.Join(entries, "; ")
}

func (listCell) put(v reflect.Value, cell string) models.Phrase {
	v.Set(reflect.ValueOf(splitList(cell)))
	return models.Phrase{}
}

func (listCell) format() string { return textFormat }

func splitList(cell string) []string {
	entries := []string{}
	var entry strings.Builder
	end := func() {
		if text := tidy(entry.String()); text != "" {
			entries = append(entries, text)
		}
		entry.Reset()
	}
	escaped := false
	for _, r := range cell {
		switch {
		case escaped:
			if r != ';' && r != '\\' {
				entry.WriteRune('\\')
			}
			entry.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == ';':
			end()
		default:
			entry.WriteRune(r)
		}
	}
	if escaped {
		entry.WriteRune('\\')
	}
	end()
	return entries
}

// wholeCell is a whole number; an optional one of 0 is an empty cell.
type wholeCell struct{ optional bool }

func (c wholeCell) show(v reflect.Value) any {
	if c.optional && v.Int() == 0 {
		return nil
	}
	return v.Int()
}

func (wholeCell) put(v reflect.Value, cell string) models.Phrase {
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil || n != math.Trunc(n) || math.Abs(n) > 1e15 {
		return models.Say("directory.wrong_type", models.Say("directory.type.whole"))
	}
	v.SetInt(int64(n))
	return models.Phrase{}
}

func (wholeCell) format() string { return "0" }

// metresCell is a length in metres, to the millimetre: a spreadsheet keeps 15
// digits, not every float. People also write it with a comma.
type metresCell struct{}

func (metresCell) show(v reflect.Value) any { return math.Round(v.Float()*1000) / 1000 }

func (metresCell) put(v reflect.Value, cell string) models.Phrase {
	n, err := strconv.ParseFloat(strings.Replace(cell, ",", ".", 1), 64)
	if err != nil {
		return models.Say("directory.wrong_type", models.Say("directory.type.number"))
	}
	v.SetFloat(n)
	return models.Phrase{}
}

func (metresCell) format() string { return "General" }

const (
	yesWord = "ya"
	noWord  = "tidak"
)

// yesCell is ya or tidak; empty is tidak, or for a pointer "as usual".
type yesCell struct{}

func (yesCell) show(v reflect.Value) any {
	switch {
	case v.Kind() != reflect.Pointer && v.Bool():
		return yesWord
	case v.Kind() != reflect.Pointer, v.IsNil():
		return nil
	case v.Elem().Bool():
		return yesWord
	}
	return noWord
}

func (yesCell) put(v reflect.Value, cell string) models.Phrase {
	var yes bool
	switch folded(cell) {
	case yesWord, "y", "x", "1", "true", "benar":
		yes = true
	case noWord, "t", "0", "false", "salah":
	default:
		return models.Say("directory.sheet_word", cell, yesWord+", "+noWord)
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.ValueOf(&yes))
		return models.Phrase{}
	}
	v.SetBool(yes)
	return models.Phrase{}
}

func (yesCell) format() string { return textFormat }

// dateCell is a date: typed, or a text in one of the forms people write.
type dateCell struct{}

// dateForms: the year stands last as in Indonesian letters, or first.
var dateForms = []string{time.DateOnly, "2/1/2006", "2-1-2006", "2.1.2006", "2 1 2006"}

// A spreadsheet counts days from 1900, with one too many in that year.
const firstTypedYear = 1901

func (dateCell) show(v reflect.Value) any {
	text := tidy(v.String())
	if text == "" {
		return nil
	}
	if date, fine := models.ParseDate(text); fine && date.Year() >= firstTypedYear {
		return date
	}
	return text
}

func (dateCell) put(v reflect.Value, cell string) models.Phrase {
	date, fine := readDate(cell)
	if !fine {
		return models.Say("directory.sheet_date", cell)
	}
	v.SetString(date.Format(time.DateOnly))
	return models.Phrase{}
}

func (dateCell) format() string { return "yyyy-mm-dd" }

func readDate(cell string) (time.Time, bool) {
	if serial, err := strconv.ParseFloat(cell, 64); err == nil {
		date, err := excelize.ExcelDateToTime(serial, false)
		return date, err == nil && serial >= 1 && serial == math.Trunc(serial)
	}
	text := numberedMonth(cell)
	for _, form := range dateForms {
		if date, err := time.Parse(form, text); err == nil {
			return date, true
		}
	}
	return time.Time{}, false
}

// numberedMonth writes "25 November 2026" as "25 11 2026".
func numberedMonth(text string) string {
	parts := strings.Fields(strings.ToLower(text))
	if len(parts) != 3 {
		return strings.TrimSpace(text)
	}
	for i, name := range monthNames {
		if parts[1] == name || parts[1] == name[:3] {
			parts[1] = strconv.Itoa(i + 1)
		}
	}
	return strings.Join(parts, " ")
}

// clockCell is a time of the day: typed, or a text such as 08:00 or 8.30.
type clockCell struct{}

const minutesOfDay = 24 * 60

func (clockCell) show(v reflect.Value) any {
	text := tidy(v.String())
	if text == "" {
		return nil
	}
	minutes, fine := models.ParseClock(text)
	if !fine {
		return text
	}
	return float64(minutes) / minutesOfDay
}

func (clockCell) put(v reflect.Value, cell string) models.Phrase {
	minutes, fine := readClock(cell)
	if !fine {
		return models.Say("directory.bad_time", cell)
	}
	v.SetString(fmt.Sprintf("%02d:%02d", minutes/60, minutes%60))
	return models.Phrase{}
}

func (clockCell) format() string { return "hh:mm" }

// readClock takes a number below 1 for a part of the day, and 8.15 for a
// quarter past eight, as Indonesians write it; 8.5 could be either of two
// times and is asked for again.
func readClock(cell string) (minutes int, fine bool) {
	if part, err := strconv.ParseFloat(cell, 64); err == nil && part < 1 {
		minutes = int(math.Round(part * minutesOfDay))
		return minutes, part >= 0 && minutes < minutesOfDay
	}
	hour, minute, found := strings.Cut(strings.ReplaceAll(cell, ".", ":"), ":")
	if !found {
		return 0, false
	}
	minute = strings.TrimSuffix(minute, ":00")
	if len(hour) == 1 && len(minute) == 2 {
		hour = "0" + hour
	}
	return models.ParseClock(hour + ":" + minute)
}

// choiceCell is one word of a few, or a list of them.
type choiceCell struct{ words []choice }

// choice is a value of the directory in the words of the sheet.
type choice struct{ word, value string }

func (c choiceCell) show(v reflect.Value) any {
	if v.Kind() != reflect.Slice {
		return textCell{}.show(reflect.ValueOf(c.word(v.String())))
	}
	var words []string
	for i := range v.Len() {
		words = append(words, c.word(v.Index(i).String()))
	}
	return listCell{}.show(reflect.ValueOf(words))
}

// word is the word for a value, or the value itself where there is none.
func (c choiceCell) word(value string) string {
	for _, w := range c.words {
		if w.value == value {
			return w.word
		}
	}
	return value
}

func (c choiceCell) put(v reflect.Value, cell string) models.Phrase {
	if v.Kind() != reflect.Slice {
		return c.putOne(v, cell)
	}
	for _, word := range splitList(cell) {
		one := reflect.New(v.Type().Elem()).Elem()
		if wrong := c.putOne(one, word); !wrong.Empty() {
			return wrong
		}
		v.Set(reflect.Append(v, one))
	}
	return models.Phrase{}
}

func (c choiceCell) putOne(v reflect.Value, cell string) models.Phrase {
	i := slices.IndexFunc(c.words, func(w choice) bool {
		return folded(w.word) == folded(cell) || w.value == cell
	})
	if i < 0 {
		return models.Say("directory.sheet_word", cell, wordsOf(c.words))
	}
	v.SetString(c.words[i].value)
	return models.Phrase{}
}

func (choiceCell) format() string { return textFormat }

func wordsOf(words []choice) string {
	names := make([]string, len(words))
	for i, w := range words {
		names[i] = w.word
	}
	return strings.Join(names, ", ")
}
