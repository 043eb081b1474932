package desk_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

func TestTheWayInWords(t *testing.T) {
	catalogue := models.NewCatalogue(directory.Sample())
	for _, c := range []struct {
		counter, indonesian, english string
	}{
		{"DUK-1", "Ke kiri, loket pertama", "To the left, first counter"},
		{"DPM-3", "Ke kiri, loket keenam", "To the left, sixth counter"},
		{"MPP-2", "Ke kanan, loket pertama", "To the right, first counter"},
		{"PLN-1", "Ke kanan, loket keenam", "To the right, sixth counter"},
		{"POL-2", "Ke kiri, lurus, loket keempat", "To the left, straight on, fourth counter"},
		{"SAM-2", "Lurus", "Straight on"},
		{"PNG-1", "Naik lift ke lantai 2, ke kiri, loket kedua", "Take the lift to floor 2, to the left, second counter"},
		{"BPM-1", "Naik lift ke lantai 2, ke kanan, loket pertama", "Take the lift to floor 2, to the right, first counter"},
		{"POM-1", "Naik lift ke lantai 2, lurus", "Take the lift to floor 2, straight on"},
		{"DHB-1", "Naik lift ke lantai 3, ke kanan, loket kedua", "Take the lift to floor 3, to the right, second counter"},
	} {
		counter, _ := catalogue.Counter(c.counter)
		way := desk.FindWay(catalogue, counter)
		if got := text.MustLoad(text.Indonesian).Way(way); got != c.indonesian {
			t.Errorf("%s: %q, want %q", c.counter, got, c.indonesian)
		}
		if got := text.MustLoad(text.English).Way(way); got != c.english {
			t.Errorf("%s: %q, want %q", c.counter, got, c.english)
		}
	}
}

func TestTheWayToPlacesInWords(t *testing.T) {
	d := directory.Sample()
	for _, c := range []struct {
		floor      int
		kind       models.PlaceKind
		indonesian string
	}{
		{0, models.PlaceReception, "Di sini"},
		{0, models.PlaceEntrance, "Berbalik ke belakang"},
		{0, models.PlaceExit, "Ke kanan"},
		{0, models.PlaceWaiting, "Lurus"},
		{0, models.PlaceLactation, "Ke kiri"},
		{0, models.PlaceSmoking, "Ke kanan"},
		{1, models.PlacePrayer, "Naik lift ke lantai 2, ke kiri"},
		{1, models.PlaceLift, "Naik lift ke lantai 2"},
		{2, models.PlaceAccessibleToilet, "Naik lift ke lantai 3, ke kanan"},
	} {
		floor := &d.Floors[c.floor]
		way := desk.FindWayToPlace(d, floor, placeOf(floor, c.kind))
		if got := text.MustLoad(text.Indonesian).Way(way); got != c.indonesian {
			t.Errorf("floor %d, %s: %q, want %q", floor.Number, c.kind, got, c.indonesian)
		}
	}
}

func placeOf(floor *models.Floor, kind models.PlaceKind) *models.Place {
	for i := range floor.Places {
		if floor.Places[i].Kind == kind {
			return &floor.Places[i]
		}
	}
	return &models.Place{}
}

func TestTheLineOfTheGuidesPicture(t *testing.T) {
	catalogue := models.NewCatalogue(directory.Sample())
	counter, _ := catalogue.Counter("POL-2")
	want := []models.Point{{X: 24, Y: 23.5}, {X: 14.77, Y: 23.5}, {X: 14.77, Y: 4}}
	if got := desk.FindWay(catalogue, counter).Line; !reflect.DeepEqual(got, want) {
		t.Errorf("line %v, want %v", got, want)
	}
}

func TestTheDirectorysOwnWordsReplaceTheStepsButNotTheLine(t *testing.T) {
	d := directory.Sample()
	d.Agencies[0].Counters[0].Way = "Di samping pintu samping"
	catalogue := models.NewCatalogue(d)
	way := desk.FindWay(catalogue, &d.Agencies[0].Counters[0])
	if got := text.MustLoad(text.Indonesian).Way(way); got != "Di samping pintu samping" {
		t.Errorf("says %q", got)
	}
	if len(way.Line) == 0 || len(way.Steps) == 0 {
		t.Error("line or steps are missing")
	}
}

func TestEachCounterOfTheSampleHasALineThatCrossesNoPlace(t *testing.T) {
	d := directory.Sample()
	catalogue := models.NewCatalogue(d)
	for _, a := range d.Agencies {
		for i := range a.Counters {
			counter := &a.Counters[i]
			way := desk.FindWay(catalogue, counter)
			if len(way.Line) < 2 {
				t.Errorf("counter %d has no line", counter.Number)
			}
			if fault := lineFault(floorOf(d, way.Floor), way.Line); fault != "" {
				t.Errorf("the line to counter %d %s: %v", counter.Number, fault, way.Line)
			}
		}
	}
}

func floorOf(d *models.Directory, number int) *models.Floor {
	for i := range d.Floors {
		if d.Floors[i].Number == number {
			return &d.Floors[i]
		}
	}
	return nil
}

// lineFault says what is wrong with a line on a floor, "" when nothing is.
func lineFault(f *models.Floor, line []models.Point) string {
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		left, right, top, bottom := min(a.X, b.X), max(a.X, b.X), min(a.Y, b.Y), max(a.Y, b.Y)
		if left < 0 || top < 0 || right > f.Width || bottom > f.Depth {
			return "leaves the walls"
		}
		if left != right && top != bottom {
			return "runs aslant"
		}
		for _, p := range f.Places {
			if !p.Outside && left < p.X+p.W && right > p.X && top < p.Y+p.H && bottom > p.Y {
				return "crosses " + string(p.Kind)
			}
		}
	}
	return ""
}

// somePlan is a building of two floors with reception and lift, and counters
// and seats strewn about it, some over one another or beyond the walls.
var somePlan = rapid.Custom(func(t *rapid.T) *models.Directory {
	width := rapid.SampledFrom([]float64{12, 33.3, 110}).Draw(t, "width")
	depth := rapid.SampledFrom([]float64{15, 28}).Draw(t, "depth")
	f := models.Floor{Number: 1, Width: width, Depth: depth, Places: []models.Place{
		{Kind: models.PlaceReception, X: width / 3, Y: depth - 6, W: 4, H: 1.5},
		{Kind: models.PlaceLift, X: width - 5, Y: depth - 3, W: 2.5, H: 3},
	}}
	size := rapid.SampledFrom([]float64{0.1, 0.7, 1.5, 2.93, 4, 6.27})
	shares := make([]float64, 73)
	for i := range shares {
		shares[i] = float64(i) / 72
	}
	spot := rapid.SampledFrom(shares)
	a := models.Agency{Code: "BC"}
	for i := range rapid.SampledFrom([]int{1, 4, 12}).Draw(t, "places") {
		p := models.Place{
			Kind: rapid.SampledFrom([]models.PlaceKind{models.PlaceCounter, models.PlaceWaiting}).Draw(t, "kind"),
			X:    spot.Draw(t, "x") * width, Y: spot.Draw(t, "y") * depth,
			W: size.Draw(t, "w"), H: size.Draw(t, "h"),
		}
		if p.Kind == models.PlaceCounter {
			p.Counter = string(rune('A' + i))
			floor := rapid.SampledFrom([]int{1, 2}).Draw(t, "floor")
			a.Counters = append(a.Counters, models.Counter{Code: p.Counter, Number: i + 1, Floor: floor})
		}
		f.Places = append(f.Places, p)
	}
	second := f
	second.Number = 2
	return &models.Directory{Floors: []models.Floor{f, second}, Agencies: []models.Agency{a}}
})

func TestNoLineOnAnyPlanCrossesAPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := somePlan.Draw(t, "plan")
		catalogue := models.NewCatalogue(d)
		for i := range d.Agencies[0].Counters {
			way := desk.FindWay(catalogue, &d.Agencies[0].Counters[i])
			if fault := lineFault(floorOf(d, way.Floor), way.Line); fault != "" {
				t.Fatalf("the line %s: %v", fault, way.Line)
			}
		}
	})
}

func TestTheSamePlanGivesTheSameWay(t *testing.T) {
	d := directory.Sample()
	catalogue := models.NewCatalogue(d)
	for i := range d.Agencies {
		counter := &d.Agencies[i].Counters[0]
		if a, b := desk.FindWay(catalogue, counter), desk.FindWay(catalogue, counter); !reflect.DeepEqual(a, b) {
			t.Errorf("counter %d: first %v, then %v", counter.Number, a, b)
		}
	}
}

func TestWithoutAPlanOnlyTheFloorIsKnown(t *testing.T) {
	lift := []models.WayStep{{Kind: models.WayLift, Floor: 2}}
	stairs := []models.WayStep{{Kind: models.WayStairs, Floor: 2}}
	ground := models.Floor{Number: 1, Width: 20, Depth: 20, Places: []models.Place{{Kind: models.PlaceReception, X: 8, Y: 15, W: 4, H: 2}}}
	upper := func(places ...models.Place) models.Floor {
		return models.Floor{Number: 2, Width: 20, Depth: 20, Places: places}
	}
	for _, c := range []struct {
		rule   string
		floors []models.Floor
		floor  int
		want   []models.WayStep
	}{
		{"no floors, on the first", nil, 1, nil},
		{"no floors, upstairs", nil, 2, lift},
		{"the counter's floor has no plan", []models.Floor{ground}, 2, lift},
		{"the counter is not on the plan", []models.Floor{ground, upper()}, 2, lift},
		{"there are only stairs", []models.Floor{ground, upper(models.Place{Kind: models.PlaceStairs, X: 1, Y: 17, W: 3, H: 3})}, 2, stairs},
		{"the floor has no size", []models.Floor{{Number: 1}}, 1, nil},
	} {
		t.Run(c.rule, func(t *testing.T) {
			catalogue := models.NewCatalogue(&models.Directory{Floors: c.floors})
			way := desk.FindWay(catalogue, &models.Counter{Code: "X", Floor: c.floor})
			if !reflect.DeepEqual(way.Steps, c.want) || len(way.Line) != 0 {
				t.Errorf("steps %v, line %v; want steps %v", way.Steps, way.Line, c.want)
			}
		})
	}
}

func TestAnEnclosedCounterHasStepsButNoLine(t *testing.T) {
	d := &models.Directory{Floors: []models.Floor{{Number: 1, Width: 20, Depth: 20, Places: []models.Place{
		{Kind: models.PlaceReception, X: 8, Y: 15, W: 4, H: 2},
		{Kind: models.PlaceWaiting, X: 0, Y: 5, W: 20, H: 2},
		{Kind: models.PlaceCounter, Counter: "X", X: 2, Y: 0, W: 3, H: 2},
	}}}}
	way := desk.FindWay(models.NewCatalogue(d), &models.Counter{Code: "X", Floor: 1})
	if len(way.Line) != 0 || len(way.Steps) == 0 {
		t.Errorf("steps %v, line %v", way.Steps, way.Line)
	}
}
