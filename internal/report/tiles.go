package report

import (
	"cmp"
	"slices"

	"frontdesk/internal/text"
)

// Tile is a figure that is read first: what it is of, the figure, what it means.
type Tile struct{ Label, Number, Meaning string }

// Tiles are the figures above all others.
func (r Report) Tiles(speak *text.Speaker) []Tile {
	w := wording{speak}
	tile := func(key, number string, args ...any) Tile {
		return Tile{w.t("tile." + key), number, w.t("tile."+key+".means", args...)}
	}
	perDay := 0
	if r.Days > 0 {
		perDay = (r.Visits + r.Days/2) / r.Days
	}
	list := []Tile{
		tile("visits", speak.Count(r.Visits), speak.Count(r.Days), speak.Count(perDay)),
		tile("waiting", w.minutes(r.Waiting, r.Waiting.Median), w.minutes(r.Waiting, r.Waiting.P90)),
		tile("serving", w.minutes(r.Serving, r.Serving.Median), w.minutes(r.Serving, r.Serving.P90)),
		tile("incomplete", w.written(share(r.Papers.Incomplete, r.Papers.Checked)), speak.Count(r.Papers.Incomplete), speak.Count(r.Papers.Checked)),
		tile("no_shows", w.written(share(r.NoShows, r.Called)), speak.Count(r.NoShows)),
	}
	if r.Accuracy != nil {
		return append(list, tile("accuracy", w.written(Cell{Kind: CellShare, Number: r.Accuracy.InsideShare}), speak.Count(r.Accuracy.Days)))
	}
	return append(list, tile("turned_away", speak.Count(r.TurnedAway), w.written(share(r.TurnedAway, r.Visits))))
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
