package reports

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/report"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// reportsWords puts a report into words. It is pure.
type reportsWords struct{ speak *text.Speaker }

func (w reportsWords) t(key string, args ...any) string { return w.speak.T("reports."+key, args...) }

func (w reportsWords) period(dates [2]string) string { return report.Span(w.speak, dates[0], dates[1]) }

// fresh says whether the figures are up to date.
func (w reportsWords) fresh(s *reportsState) string {
	switch {
	case s.part >= len(reportsPartNames)-1:
		return ""
	case s.busy && s.known():
		return w.t("refreshing")
	case s.busy:
		return w.t("counting")
	case s.readAt.IsZero():
		return ""
	}
	return w.t("fresh", s.readAt)
}

// note says what went wrong, or where a file is; without a title, nothing.
func (w reportsWords) note(s *reportsState) (kind kit.NoteKind, title, sentence string) {
	switch {
	case s.failed != nil:
		return kit.NoteStop, w.t("not_saved"), w.why(s.failed)
	case !s.saving.Empty():
		return kit.NoteOK, w.speak.Say(s.saving), ""
	case s.err != nil:
		return kit.NoteStop, w.t("failed"), w.t("failed_do", w.why(s.err))
	}
	return kit.NoteInfo, "", ""
}

// why speaks an error; one without a sentence is not repeated.
func (w reportsWords) why(err error) string {
	var known *models.Error
	if errors.As(err, &known) && !known.Says.Empty() {
		return strings.TrimSpace(w.speak.Error(err))
	}
	return w.t("fault")
}

// heat is the map of arrivals.
func (w reportsWords) heat(r report.Report) (columns []string, rows []kit.HeatRow) {
	first, last := r.HoursSeen()
	for hour := first; hour <= last; hour++ {
		columns = append(columns, strconv.Itoa(hour/10)+strconv.Itoa(hour%10))
	}
	highest := r.HighestMean()
	for _, line := range r.Hours {
		row := kit.HeatRow{Name: stage.ShortDay(w.speak.Day(time.Weekday(line.Weekday % 7)))}
		for hour := first; hour <= last; hour++ {
			row.Cells = append(row.Cells, heatCell(line.Mean(hour), highest))
		}
		rows = append(rows, row)
	}
	return columns, rows
}

func heatCell(mean, highest float64) kit.HeatCell {
	switch {
	case mean == 0:
		return kit.HeatCell{Step: -1}
	case mean < 0.5:
		return kit.HeatCell{Value: "<1"}
	}
	return kit.HeatCell{Value: strconv.Itoa(int(math.Round(mean))), Step: report.Shade(mean, highest)}
}

// bars are the agencies with most errands.
func (w reportsWords) bars(r report.Report) []kit.Bar {
	var bars []kit.Bar
	for _, a := range r.Agencies {
		if a.Errands > 0 {
			bars = append(bars, kit.Bar{Name: w.agency(a), Value: w.speak.Count(a.Errands), To: float32(a.Errands) / float32(r.Agencies[0].Errands)})
		}
	}
	return bars
}

// ranges are the agencies that let wait longest.
func (w reportsWords) ranges(r report.Report) []kit.Bar {
	list := r.Waits(len(r.Agencies))
	longest := 1
	for _, a := range list[:min(len(list), 10)] {
		longest = max(longest, a.Waiting.P90)
	}
	bars := make([]kit.Bar, len(list))
	for i, a := range list {
		bars[i] = kit.Bar{Name: w.agency(a), Value: pair(a.Waiting),
			From: float32(a.Waiting.Median) / float32(longest), To: float32(a.Waiting.P90) / float32(longest)}
	}
	return bars
}

// pair writes median and 90th percentile.
func pair(s report.Spread) string {
	if s.N == 0 {
		return stage.NoFigure
	}
	return strconv.Itoa(s.Median) + " / " + strconv.Itoa(s.P90)
}

func (w reportsWords) agency(a report.AgencyLine) string {
	if a.Name == "" {
		return w.speak.T("report.unsaid")
	}
	return a.Name
}

// searches are the words that found nothing, most often first.
func (w reportsWords) searches(r report.Report) []kit.Counted {
	var list []kit.Counted
	for _, c := range r.Searches {
		list = append(list, kit.Counted{Name: c.Of, Count: w.speak.Count(c.N)})
	}
	if r.Once > 0 {
		list = append(list, kit.Counted{Name: w.speak.T("report.searches.once"), Count: w.speak.Count(r.Once)})
	}
	return list
}

// lines are the rows of the table of agencies and services: an agency, then
// what it does.
func (w reportsWords) lines(r report.Report) []kit.Figures {
	var list []kit.Figures
	for _, a := range r.Agencies {
		list = append(list, w.line(w.agency(a), w.t("of_agency"), a.Line))
		for _, s := range a.Services {
			name := s.Name
			switch {
			case s.Sensitive:
				name = w.speak.T("slip.sensitive", w.agency(a))
			case name == "":
				name = w.speak.T("report.unsaid")
			}
			list = append(list, w.line("    "+name, w.agency(a), s.Line))
		}
	}
	return list
}

func (w reportsWords) line(name, of string, l report.Line) kit.Figures {
	return kit.Figures{Name: name, Of: of, Cells: [5]string{w.speak.Count(l.Errands), w.speak.Count(l.Served), w.speak.Count(l.NoShows),
		pair(l.Waiting), pair(l.Serving)}}
}

func (w reportsWords) lineTitles() kit.Figures {
	c := func(key string) string { return w.t("line." + key) }
	return kit.Figures{Name: c("service"), Of: c("agency"), Cells: [5]string{c("errands"), c("served"), c("no_shows"), c("waiting"), c("serving")}}
}

// counts are the rows of how often each of some things was.
func (w reportsWords) counts(key string, list []report.Count, all int) []kit.Counted {
	rows := make([]kit.Counted, len(list))
	for i, c := range list {
		share := stage.NoFigure
		if all > 0 {
			share = w.speak.Tenths(100*float64(c.N)/float64(all)) + "%"
		}
		rows[i] = kit.Counted{Name: w.speak.T("report." + key + "." + c.Of), Count: w.speak.Count(c.N), Share: share}
	}
	return rows
}

// mostMissing is how many requirements the screen lists; the files have all.
const mostMissing = 60

// missing are the papers that were not brought, most often first.
func (w reportsWords) missing(r report.Report) []kit.Counted {
	var list []kit.Counted
	for _, m := range r.Missing[:min(len(r.Missing), mostMissing)] {
		row := kit.Counted{Name: m.Name, Of: m.Agency + " · " + m.Service, Count: w.speak.Count(m.N)}
		if m.Sensitive {
			row.Name, row.Of = w.speak.T("report.missing.sensitive"), w.speak.T("slip.sensitive", m.Agency)
		}
		list = append(list, row)
	}
	return list
}
