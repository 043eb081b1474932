package directory

import (
	"slices"
	"strconv"
	"strings"

	"frontdesk/internal/models"
)

// headings are the fields that name an entry, and those that tell what it
// belongs to.
var headings = map[models.EditorKind][2][]string{
	models.EditMall:         {{"name"}, {"code", "city"}},
	models.EditMallHours:    {{"byday", "bymonthday", "opens_at", "closes_at"}, {"valid_from", "valid_until"}},
	models.EditFloors:       {{"name"}, {"number"}},
	models.EditAgencies:     {{"short_name"}, {"code", "name"}},
	models.EditCounters:     {{"number", "name"}, {"code", "agency"}},
	models.EditServices:     {{"name"}, {"code", "agency"}},
	models.EditRequirements: {{"requirement"}, {"service"}},
	models.EditHours:        {{"byday", "bymonthday", "opens_at", "closes_at"}, {"agency", "valid_from", "valid_until"}},
	models.EditExceptions:   {{"from", "to", "reason"}, {"agency", "opens_at", "closes_at"}},
	models.EditHolidays:     {{"date", "name"}, {"kind"}},
	models.EditPlaces:       {{"kind", "name", "counter"}, {"floor", "x", "y"}},
	models.EditLifeEvents:   {{"name"}, {"code", "services"}},
}

// owners are fields that hold another entry's code; its name is said as well.
var owners = map[string]bool{"agency": true, "service": true, "counter": true}

// name learns what codes stand for.
func (t *Draft) name() {
	t.names = map[string]string{}
	for _, a := range t.now.Agencies {
		t.names["agency "+a.Code] = a.ShortName
		for _, s := range a.Services {
			t.names["service "+s.Code] = s.Name
		}
		for _, c := range a.Counters {
			t.names["counter "+c.Code] = c.Name
		}
	}
}

// Rows lists the entries of a kind that hold all the words looked for; within
// is a code that they must belong to, or empty.
func (t *Draft) Rows(kind models.EditorKind, words, within string) []models.EditorRow {
	s := sheetOf(kind)
	faulty := map[int]bool{}
	for at := range t.marks {
		if at.sheet == s {
			faulty[at.row] = true
		}
	}
	wanted := strings.Fields(strings.ToLower(words))
	var rows []models.EditorRow
	for i, cells := range t.tables[s] {
		if within != "" && !t.belongs(s, i, within) {
			continue
		}
		row := models.EditorRow{Row: i, Title: t.title(s, i), Detail: t.heading(s, i, headings[kind][1]), Faulty: faulty[i]}
		if holds(strings.ToLower(row.Title+" "+row.Detail+" "+strings.Join(cells, " ")), wanted) {
			rows = append(rows, row)
		}
	}
	return rows
}

func holds(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
}

func (t *Draft) belongs(s *sheet, row int, code string) bool {
	return t.cell(s, row, "agency") == code || t.cell(s, row, "service") == code
}

func (t *Draft) title(s *sheet, row int) string {
	return t.heading(s, row, headings[models.EditorKind(s.list)][0])
}

func (t *Draft) heading(s *sheet, row int, fields []string) string {
	var parts []string
	for _, field := range fields {
		text := t.cell(s, row, field)
		if name := t.names[field+" "+text]; owners[field] && name != "" {
			text += " " + name
		}
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " · ")
}

// Code is what other entries call an entry by; empty when they cannot.
func (t *Draft) Code(kind models.EditorKind, row int) string {
	return t.cell(sheetOf(kind), row, "code")
}

// Blank is a new entry of a kind, belonging to a code where it can.
func (t *Draft) Blank(kind models.EditorKind, within string) []string {
	s := sheetOf(kind)
	values := make([]string, len(s.columns))
	for _, owner := range []string{"agency", "service"} {
		if i := s.at(owner); i >= 0 && owner == s.columns[i].field && within != "" {
			values[i] = within
		}
	}
	return values
}

// Changes lists the entries that differ from the directory in use, kind by
// kind. Entries with a code are compared field by field, others as a whole.
func (t *Draft) Changes() []models.EditorChange {
	var list []models.EditorChange
	for _, kind := range models.EditorKinds {
		s := sheetOf(kind)
		list = append(list, t.changes(s, s.texts(t.base), s.texts(t.now))...)
	}
	return list
}

func (t *Draft) changes(s *sheet, old, new [][]string) []models.EditorChange {
	key := func(row []string) string {
		switch i := s.at("code"); {
		case s.list == string(models.EditMall):
			return "mall"
		case i >= 0:
			return row[i]
		}
		return strings.Join(row, "\x00")
	}
	was, is := map[string][][]string{}, map[string][][]string{}
	for _, row := range old {
		was[key(row)] = append(was[key(row)], row)
	}
	for _, row := range new {
		is[key(row)] = append(is[key(row)], row)
	}
	kind := models.EditorKind(s.list)
	var list []models.EditorChange
	for _, row := range old {
		if k := key(row); len(is[k]) == 0 {
			list = append(list, models.EditorChange{Kind: kind, Title: t.line(s, row), Before: row})
		}
	}
	for _, row := range new {
		switch before := was[key(row)]; {
		case len(before) == 0:
			list = append(list, models.EditorChange{Kind: kind, Title: t.line(s, row), After: row})
		case !slices.Equal(before[0], row):
			list = append(list, models.EditorChange{Kind: kind, Title: t.line(s, row), Before: before[0], After: row})
		}
	}
	return list
}

// line names a row that need not stand in the draft.
func (t *Draft) line(s *sheet, row []string) string {
	one := &Draft{tables: map[*sheet][][]string{s: {row}}, names: t.names}
	title, detail := one.title(s, 0), one.heading(s, 0, headings[models.EditorKind(s.list)][1])
	return strings.Trim(title+" · "+detail, " ·")
}

// Place is the place of a row of the plan on its floor; nil when the row's
// floor is none.
func (t *Draft) Place(row int) (*models.Floor, *models.Place) {
	s := sheetOf(models.EditPlaces)
	floor, nth := t.cell(s, row, "floor"), 0
	for i := range row {
		if t.cell(s, i, "floor") == floor {
			nth++
		}
	}
	for i := range t.now.Floors {
		f := &t.now.Floors[i]
		if strconv.Itoa(f.Number) == floor && nth < len(f.Places) {
			return f, &f.Places[nth]
		}
	}
	return nil, nil
}

// Shift moves a place on its plan by so many metres.
func (t *Draft) Shift(row int, right, down float64) {
	_, place := t.Place(row)
	if place == nil {
		return
	}
	s := sheetOf(models.EditPlaces)
	values := t.Values(models.EditPlaces, row)
	values[s.at("x")] = strconv.FormatFloat(place.X+right, 'f', -1, 64)
	values[s.at("y")] = strconv.FormatFloat(place.Y+down, 'f', -1, 64)
	t.Put(models.EditPlaces, row, values)
}
