package reports

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// accuracyWords puts the figures of estimates into words. It is pure.
type accuracyWords struct {
	speak     *text.Speaker
	catalogue *models.Catalogue
}

// accuracyPage is the part in words.
type accuracyPage struct {
	days  string
	tiles []kit.Stat
	rows  []kit.Figures
}

// figures puts what was read into words; false while nobody was ever called.
func (w accuracyWords) figures(a desk.Accuracy, readAt time.Time) (accuracyPage, bool) {
	if a.Score == nil {
		return accuracyPage{}, false
	}
	report := a.Score.Report()
	if math.IsNaN(report.All.MedianWait) {
		return accuracyPage{}, false
	}
	page := accuracyPage{days: w.days(a, readAt), tiles: w.tiles(report.All)}
	for _, of := range report.Services {
		page.rows = append(page.rows, w.row(of.Service, of.Sheet))
	}
	return page, true
}

// days names the days that were judged, and when they were.
func (w accuracyWords) days(a desk.Accuracy, readAt time.Time) string {
	switch {
	case a.Days == 1:
		return w.speak.T("reports.days_one", w.date(a.To), readAt)
	case a.Days < a.Of:
		return w.speak.T("reports.days_of", a.Days, a.Of, w.span(a.From, a.To), readAt)
	}
	return w.speak.T("reports.days", a.Days, w.span(a.From, a.To), readAt)
}

// span writes two business dates without their year: "10–25 November".
func (w accuracyWords) span(from, to string) string {
	first, _ := models.ParseDate(from)
	last, ok := models.ParseDate(to)
	if ok && first.Year() == last.Year() && first.Month() == last.Month() {
		return strconv.Itoa(first.Day()) + "–" + w.date(to)
	}
	return w.date(from) + " – " + w.date(to)
}

// date writes a business date without its year.
func (w accuracyWords) date(date string) string {
	day, ok := models.ParseDate(date)
	if !ok {
		return date
	}
	return strconv.Itoa(day.Day()) + " " + w.speak.Month(day.Month())
}

func (w accuracyWords) tiles(s desk.AccuracySheet) []kit.Stat {
	tile := func(key, number, meaning string) kit.Stat {
		return kit.Stat{Label: w.speak.T("reports." + key), Number: number, Meaning: meaning}
	}
	return []kit.Stat{
		tile("inside", w.percent(s.InsideShare), w.speak.T("reports.inside."+aim(s.InsideShare))),
		tile("error", w.minutes(s.MedianError), w.speak.T("reports.error.means")),
		tile("naive", w.minutes(s.NaiveMedianError), w.speak.T("reports.naive.means")),
		tile("width", w.minutes(s.MeanWidth), w.speak.T("reports.width.means")),
		tile("tickets", w.speak.Count(s.Tickets), w.unserved(s.Unserved)),
	}
}

// The range that is told holds four of five: the 10th to the 90th percentile
// (issue 4); these are the bounds of a share that is as it should be.
const leastInside, mostInside = 0.75, 0.85

// aim compares the share inside the range with what it should be.
func aim(share float64) string {
	switch {
	case share < leastInside:
		return "low"
	case share > mostInside:
		return "high"
	}
	return "good"
}

func (w accuracyWords) unserved(n int) string {
	if n == 0 {
		return w.speak.T("reports.tickets.called")
	}
	return w.speak.T("reports.tickets.unserved", w.speak.Count(n))
}

// row is the line of a service; one that is no longer in the directory goes by
// its code.
func (w accuracyWords) row(code string, s desk.AccuracySheet) kit.Figures {
	f := kit.Figures{Name: code, Cells: [5]string{w.speak.Count(s.Tickets), w.percent(s.InsideShare),
		w.tenths(s.MedianError), w.tenths(s.NaiveMedianError), w.tenths(s.MeanWidth)}}
	if service, agency := w.catalogue.Service(code); service != nil {
		f.Name, f.Of = service.Name, agency.ShortName
	} else if code == "" {
		f.Name = w.speak.T("reports.no_service")
	}
	return f
}

// titles name the columns of the table.
func (w accuracyWords) titles() kit.Figures {
	column := func(name string) string { return w.speak.T("reports.column." + name) }
	return kit.Figures{Name: column("service"), Of: column("agency"),
		Cells: [5]string{column("tickets"), column("inside"), column("error"), column("naive"), column("width")}}
}

// percent writes a share.
func (w accuracyWords) percent(share float64) string {
	if math.IsNaN(share) {
		return stage.NoFigure
	}
	return w.speak.T("reports.percent", int(math.Round(share*100)))
}

func (w accuracyWords) minutes(v float64) string {
	if math.IsNaN(v) {
		return stage.NoFigure
	}
	return w.speak.T("reports.minutes", w.speak.Tenths(v))
}

func (w accuracyWords) tenths(v float64) string {
	if math.IsNaN(v) {
		return stage.NoFigure
	}
	return w.speak.Tenths(v)
}

// failure says why the figures could not be read; an error without a sentence
// is not repeated.
func (w accuracyWords) failure(err error) string {
	var known *models.Error
	why := w.speak.T("reports.fault")
	if errors.As(err, &known) && !known.Says.Empty() {
		why = w.speak.Error(err)
	}
	return w.speak.T("reports.failed_do", strings.TrimSpace(why))
}
