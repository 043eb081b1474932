package report

import (
	"strconv"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// Section is one table of a report, in the words of a language.
type Section struct {
	Title   string
	Sheet   string // a title of at most 31 characters, for a workbook
	Note    string // how to read it; may be empty
	Columns []Column
	Rows    [][]Cell
	Drawn   bool // a chart on paper shows all of it
}

// Column is a column of a section.
type Column struct {
	Title string
	Of    Of
}

// Of says what a column tells: of what a row is, or a figure of it.
type Of int

// What a column tells.
const (
	OfAgency Of = iota
	OfService
	OfItem
	OfFigure
)

// Cell is a text or a number with its kind.
type Cell struct {
	Kind   CellKind
	Text   string
	Number float64
}

// CellKind says how a cell is written.
type CellKind int

// The kinds of cells.
const (
	CellText      CellKind = iota
	CellCount              // whole
	CellMinutes            // whole
	CellShare              // 0–1, shown as per cent
	CellDecimal            // one decimal
	CellHundredth          // two decimals
	CellNone               // there is nothing to tell
)

func say(text string) Cell   { return Cell{Text: text} }
func count(n int) Cell       { return Cell{Kind: CellCount, Number: float64(n)} }
func decimal(v float64) Cell { return Cell{Kind: CellDecimal, Number: v} }
func hundredth(v float64) Cell {
	return Cell{Kind: CellHundredth, Number: v}
}

func minute(s Spread, m int) Cell {
	if s.N == 0 {
		return Cell{Kind: CellNone}
	}
	return Cell{Kind: CellMinutes, Number: float64(m)}
}

func share(part, whole int) Cell {
	if whole == 0 {
		return Cell{Kind: CellNone}
	}
	return Cell{Kind: CellShare, Number: float64(part) / float64(whole)}
}

// Sections puts a report into tables, in the order in which it is read. A new
// part of the report is one more line here.
func (r Report) Sections(speak *text.Speaker) []Section {
	w := wording{speak}
	list := []Section{w.summary(r), w.agencies(r), w.services(r), w.hours(r), w.kinds(r), w.turnedAway(r),
		w.missing(r), w.searches(r), w.priorities(r)}
	if r.Survey != nil {
		list = append(list, w.surveySections(*r.Survey)...)
	}
	if r.Accuracy != nil {
		list = append(list, w.accuracy(*r.Accuracy))
	}
	return list
}

// wording knows the words of the tables.
type wording struct{ speak *text.Speaker }

func (w wording) t(key string, args ...any) string { return w.speak.T("report."+key, args...) }

func (w wording) section(key string, columns ...Column) Section {
	s := Section{Title: w.t(key), Sheet: w.t(key), Columns: columns}
	if w.speak.Has("report." + key + ".sheet") {
		s.Sheet = w.t(key + ".sheet")
	}
	if w.speak.Has("report." + key + ".note") {
		s.Note = w.t(key + ".note")
	}
	return s
}

func (w wording) column(of Of, key string) Column { return Column{w.t("column." + key), of} }

func (w wording) summary(r Report) Section {
	s := w.section("summary", w.column(OfItem, "item"), w.column(OfFigure, "value"), w.column(OfFigure, "share"))
	none := Cell{Kind: CellNone}
	row := func(key string, value, part Cell) {
		s.Rows = append(s.Rows, []Cell{say(w.t("summary." + key)), value, part})
	}
	row("visits", count(r.Visits), none)
	row("people", count(r.People), none)
	row("days", count(r.Days), none)
	row("errands", count(r.Errands), none)
	row("called", count(r.Called), share(r.Called, r.Errands))
	row("served", count(r.Served), share(r.Served, r.Errands))
	row("no_shows", count(r.NoShows), share(r.NoShows, r.Called))
	row("voided", count(r.Voided), none)
	row("waiting_median", minute(r.Waiting, r.Waiting.Median), none)
	row("waiting_p90", minute(r.Waiting, r.Waiting.P90), none)
	row("serving_median", minute(r.Serving, r.Serving.Median), none)
	row("serving_p90", minute(r.Serving, r.Serving.P90), none)
	row("checked", count(r.Papers.Checked), share(r.Papers.Checked, r.Errands))
	row("incomplete", count(r.Papers.Incomplete), share(r.Papers.Incomplete, r.Papers.Checked))
	row("turned_away", count(r.TurnedAway), share(r.TurnedAway, r.Visits))
	row("questions", count(r.Questions), share(r.Questions, r.Visits))
	row("priority", count(r.Priority), share(r.Priority, r.Visits))
	row("not_found", count(r.NotFound), none)
	return s
}

// lineColumns are the figures of an agency or a service.
func (w wording) lineColumns() []Column {
	var columns []Column
	for _, key := range []string{"errands", "called", "served", "no_shows", "incomplete", "turned_away", "questions",
		"waiting_median", "waiting_p90", "serving_median", "serving_p90"} {
		columns = append(columns, w.column(OfFigure, key))
	}
	return columns
}

func lineCells(l Line) []Cell {
	return []Cell{count(l.Errands), count(l.Called), count(l.Served), count(l.NoShows), count(l.Incomplete), count(l.TurnedAway),
		count(l.Questions), minute(l.Waiting, l.Waiting.Median), minute(l.Waiting, l.Waiting.P90),
		minute(l.Serving, l.Serving.Median), minute(l.Serving, l.Serving.P90)}
}

func (w wording) agencies(r Report) Section {
	s := w.section("agencies", append([]Column{w.column(OfAgency, "agency")}, w.lineColumns()...)...)
	for _, a := range r.Agencies {
		s.Rows = append(s.Rows, append([]Cell{say(w.agency(a.Name))}, lineCells(a.Line)...))
	}
	return s
}

func (w wording) services(r Report) Section {
	s := w.section("services", append([]Column{w.column(OfAgency, "agency"), w.column(OfService, "service")}, w.lineColumns()...)...)
	for _, a := range r.Agencies {
		for _, of := range a.Services {
			name := w.service(of.Name, a.Name, of.Sensitive)
			s.Rows = append(s.Rows, append([]Cell{say(w.agency(a.Name)), say(name)}, lineCells(of.Line)...))
		}
	}
	return s
}

func (w wording) agency(name string) string {
	if name == "" {
		return w.t("unsaid")
	}
	return name
}

// service names a service; a sensitive one goes by its agency.
func (w wording) service(name, agency string, sensitive bool) string {
	switch {
	case sensitive:
		return w.speak.T("slip.sensitive", agency)
	case name == "":
		return w.t("unsaid")
	}
	return name
}

// HoursSeen is the first and the last hour at which anybody came, at least from
// 8 to 15.
func (r Report) HoursSeen() (first, last int) {
	first, last = 8, 15
	for _, line := range r.Hours {
		for hour, people := range line.People {
			if people > 0 {
				first, last = min(first, hour), max(last, hour)
			}
		}
	}
	return first, last
}

func (w wording) hours(r Report) Section {
	s := w.section("hours", w.column(OfItem, "weekday"), w.column(OfFigure, "days"))
	s.Drawn = true
	first, last := r.HoursSeen()
	for hour := first; hour <= last; hour++ {
		s.Columns = append(s.Columns, Column{Title: w.t("column.hour", twoDigits(hour)), Of: OfFigure})
	}
	for _, line := range r.Hours {
		row := []Cell{say(w.speak.Day(time.Weekday(line.Weekday % 7))), count(line.Days)}
		for hour := first; hour <= last; hour++ {
			row = append(row, decimal(line.Mean(hour)))
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

func twoDigits(n int) string { return strconv.Itoa(n/10) + strconv.Itoa(n%10) }

// counts is a table of how often each of some things was.
func (w wording) counts(key string, list []Count, all int) Section {
	s := w.section(key, w.column(OfItem, key), w.column(OfFigure, "count"), w.column(OfFigure, "share"))
	for _, c := range list {
		s.Rows = append(s.Rows, []Cell{say(w.t(key + "." + c.Of)), count(c.N), share(c.N, all)})
	}
	return s
}

func (w wording) kinds(r Report) Section      { return w.counts("kinds", r.Kinds, r.Visits) }
func (w wording) turnedAway(r Report) Section { return w.counts("reasons", r.Reasons, r.TurnedAway) }
func (w wording) priorities(r Report) Section { return w.counts("priorities", r.Priorities, r.Visits) }

func (w wording) missing(r Report) Section {
	s := w.section("missing", w.column(OfAgency, "agency"), w.column(OfService, "service"), w.column(OfItem, "requirement"), w.column(OfFigure, "count"))
	for _, m := range r.Missing {
		name := m.Name
		if m.Sensitive {
			name = w.t("missing.sensitive")
		}
		s.Rows = append(s.Rows, []Cell{say(w.agency(m.Agency)), say(w.service(m.Service, m.Agency, m.Sensitive)), say(name), count(m.N)})
	}
	return s
}

func (w wording) searches(r Report) Section {
	s := w.section("searches", w.column(OfItem, "search"), w.column(OfFigure, "count"))
	for _, c := range r.Searches {
		s.Rows = append(s.Rows, []Cell{say(c.Of), count(c.N)})
	}
	if r.Once > 0 {
		s.Rows = append(s.Rows, []Cell{say(w.t("searches.once")), count(r.Once)})
	}
	return s
}

func (w wording) date(date string) string {
	day, ok := models.ParseDate(date)
	if !ok {
		return date
	}
	return w.speak.PlainDate(day)
}

// Span writes the days of a report: a year, a month, a day, or two dates.
func Span(speak *text.Speaker, from, to string) string {
	first, _ := models.ParseDate(from)
	last, ok := models.ParseDate(to)
	switch {
	case !ok:
		return from + " – " + to
	case from == to:
		return speak.LongDate(first)
	case first.YearDay() == 1 && last.Equal(first.AddDate(1, 0, -1)):
		return strconv.Itoa(first.Year())
	case first.Day() == 1 && last.Equal(first.AddDate(0, 1, -1)):
		return speak.Month(first.Month()) + " " + strconv.Itoa(first.Year())
	case first.Year() == last.Year() && first.Month() == last.Month():
		return strconv.Itoa(first.Day()) + "–" + speak.PlainDate(last)
	}
	return speak.PlainDate(first) + " – " + speak.PlainDate(last)
}
