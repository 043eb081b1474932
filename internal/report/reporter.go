package report

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// Stats keeps figures.
type Stats interface {
	// RollUp makes the figures of each business date anew whose records changed
	// since the last time, and of all when rules differ. It tells how many days.
	RollUp(ctx context.Context, mallID string, rules int, roll func(models.DayRecords) []models.Figure) (int, error)
	// Figures sums the figures of the business dates from–to, both included.
	Figures(ctx context.Context, mallID, from, to string) ([]models.Figure, error)
	// SurveyTallies sums the survey's answers of the same days up by agency, and
	// ServiceTallies those that name a service by it.
	SurveyTallies(ctx context.Context, q models.SurveyQuery) (map[string]models.SurveyTally, error)
	ServiceTallies(ctx context.Context, q models.SurveyQuery) (map[string]models.SurveyTally, error)
	// MissedWords tells what the marks in searches that found nothing stand for.
	MissedWords(ctx context.Context, mallID string) ([]models.MissedWord, error)
}

// Mall tells whose figures they are, and the hour there.
type Mall interface {
	Catalogue() *models.Catalogue
	MallID() string
	Now() time.Time
}

// Reporter makes reports.
type Reporter struct {
	Stats Stats
	Mall  Mall
}

// Read brings the figures up to date and reports the business dates from–to.
// Errors: KindUsage for dates that are none or the wrong way round.
func (r Reporter) Read(ctx context.Context, from, to string) (Report, error) {
	if err := CheckSpan(from, to); err != nil {
		return Report{}, err
	}
	if err := r.RollUp(ctx); err != nil {
		return Report{}, err
	}
	return r.Last(ctx, from, to)
}

// RollUp brings the figures up to date. After the first time it takes a few
// milliseconds per day whose records changed.
func (r Reporter) RollUp(ctx context.Context) error {
	zone := r.Mall.Catalogue().Directory.Mall.Location()
	roll := func(day models.DayRecords) []models.Figure { return Roll(day, zone) }
	_, err := r.Stats.RollUp(ctx, r.Mall.MallID(), Rules, roll)
	return err
}

// Last reports the days from–to by the figures as they are, which is quick.
func (r Reporter) Last(ctx context.Context, from, to string) (Report, error) {
	figures, err := r.Stats.Figures(ctx, r.Mall.MallID(), from, to)
	if err != nil {
		return Report{}, err
	}
	words, err := r.Stats.MissedWords(ctx, r.Mall.MallID())
	if err != nil {
		return Report{}, err
	}
	showSearches(figures, words)
	answers := models.SurveyQuery{MallID: r.Mall.MallID(), From: from, To: to}
	tallies, err := r.Stats.SurveyTallies(ctx, answers)
	if err != nil {
		return Report{}, err
	}
	services, err := r.Stats.ServiceTallies(ctx, answers)
	if err != nil {
		return Report{}, err
	}
	made := New(r.Mall.Catalogue(), from, to, figures)
	made.Survey = made.surveyed(r.Mall.Catalogue(), tallies, services)
	made.Made = r.Mall.Now().Format(time.DateOnly)
	return made, nil
}

// showSearches puts the words that may stand in the clear into the searches;
// the others become dots.
func showSearches(figures []models.Figure, words []models.MissedWord) {
	known := map[string]string{}
	for _, w := range words {
		known[w.Mark] = w.Known
	}
	for i := range figures {
		if f := &figures[i]; f.Measure == models.MeasureNotFound {
			f.Label = models.ShowMissed(f.Label, known)
		}
	}
}

// CheckSpan refuses what is no span of days. Errors: KindUsage.
func CheckSpan(from, to string) error {
	for _, date := range []string{from, to} {
		if _, ok := models.ParseDate(date); !ok {
			return models.Misuse("report.date", date)
		}
	}
	if from > to {
		return models.Misuse("report.span", from, to)
	}
	return nil
}
