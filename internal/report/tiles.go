package report

import (
	"cmp"
	"math"
	"slices"

	"frontdesk/internal/text"
)

// Tile is a figure that is read first: what it is of, the figure, what it means.
type Tile struct{ Label, Number, Meaning string }

// AccuracyTile is the place of the tile that needs the estimates to be judged.
const AccuracyTile = 2

// Tiles are the figures above all others.
func (r Report) Tiles(speak *text.Speaker) []Tile {
	w := wording{speak}
	perDay := 0
	if r.Days > 0 {
		perDay = (r.Visits + r.Days/2) / r.Days
	}
	return []Tile{
		w.tile("visits", speak.Count(r.Visits), speak.Count(r.Days), speak.Count(perDay)),
		w.tile("waiting", w.minutes(r.Waiting, r.Waiting.Median), w.minutes(r.Waiting, r.Waiting.P90)),
		w.accuracyTile(r.Accuracy),
		w.tile("incomplete", w.written(share(r.Papers.Incomplete, r.Papers.Checked)), speak.Count(r.Papers.Incomplete), speak.Count(r.Papers.Checked)),
		w.tile("no_shows", w.written(share(r.NoShows, r.Called)), speak.Count(r.NoShows)),
		w.surveyTile(r.Survey),
	}
}

// paperTiles are those and three more, which the screen tells elsewhere.
func (r Report) paperTiles(speak *text.Speaker) []Tile {
	w := wording{speak}
	return append(r.Tiles(speak),
		w.tile("serving", w.minutes(r.Serving, r.Serving.Median), w.minutes(r.Serving, r.Serving.P90)),
		w.tile("turned_away", speak.Count(r.TurnedAway), w.written(share(r.TurnedAway, r.Visits))),
		w.tile("questions", speak.Count(r.Questions), w.written(share(r.Questions, r.Visits))))
}

func (w wording) tile(key, number string, args ...any) Tile {
	return Tile{w.t("tile." + key), number, w.t("tile."+key+".means", args...)}
}

func (w wording) accuracyTile(a *Accuracy) Tile {
	label := w.t("tile.accuracy")
	switch {
	case a == nil:
		return Tile{label, "–", w.t("tile.accuracy.none")}
	case a.Days < a.Of:
		return Tile{label, w.whole(a.InsideShare), w.t("tile.accuracy.some", w.speak.Count(a.Days), w.speak.Count(a.Of))}
	}
	return Tile{label, w.whole(a.InsideShare), w.t("tile.accuracy.means")}
}

// whole writes a share as whole per cent.
func (w wording) whole(share float64) string {
	return w.speak.Count(int(math.Round(share*100))) + "%"
}

func (w wording) surveyTile(s *Survey) Tile {
	label := w.t("tile.ikm")
	switch {
	case s == nil:
		return Tile{label, "–", w.t("tile.ikm.none")}
	case s.IKM == nil:
		return Tile{label, "–", w.t("tile.ikm.part", w.speak.Count(s.Respondents))}
	}
	return Tile{label, w.speak.Hundredths(*s.IKM), w.t("tile.ikm."+s.Grade, w.speak.Count(s.Respondents))}
}

// surveyTiles are the figures above the survey's own document.
func (w wording) surveyTiles(s Survey) []Tile {
	enough := "enough"
	if s.Respondents < s.Needed {
		enough = "few"
	}
	return []Tile{w.surveyTile(&s),
		w.tile("respondents", w.speak.Count(s.Respondents), w.t("tile.respondents."+enough)),
		w.tile("needed", w.speak.Count(s.Needed), w.speak.Count(s.Served))}
}

func (w wording) minutes(s Spread, n int) string {
	if s.N == 0 {
		return "–"
	}
	return w.speak.T("report.minutes", w.speak.Count(n))
}

// HighestMean is the busiest hour of any weekday.
func (r Report) HighestMean() float64 {
	highest := 0.0
	for _, line := range r.Hours {
		for hour := range line.People {
			highest = max(highest, line.Mean(hour))
		}
	}
	return highest
}

// Waits lists at most n agencies whose visitors waited longest by the median.
// Those with few served numbers say little and come last.
func (r Report) Waits(n int) []AgencyLine {
	const few = 10
	list := slices.DeleteFunc(slices.Clone(r.Agencies), func(a AgencyLine) bool { return a.Waiting.N == 0 })
	slices.SortStableFunc(list, func(x, y AgencyLine) int {
		return cmp.Or(cmp.Compare(min(y.Waiting.N, few), min(x.Waiting.N, few)), cmp.Compare(y.Waiting.Median, x.Waiting.Median),
			cmp.Compare(y.Waiting.P90, x.Waiting.P90), cmp.Compare(x.Name, y.Name))
	})
	return list[:min(len(list), n)]
}
