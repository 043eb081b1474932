package guide

import (
	"slices"

	"frontdesk/internal/finder"
	"frontdesk/internal/models"
	"frontdesk/internal/views/finds"
)

// placeRows lists the places of a kind.
func placeRows(floors []models.Floor, kind models.PlaceKind) []finds.Row {
	var rows []finds.Row
	for i := range floors {
		floor := &floors[i]
		for j := range floor.Places {
			if floor.Places[j].Kind == kind {
				rows = append(rows, finds.Row{Place: &finder.PlaceHit{Place: &floor.Places[j], Floor: floor}})
			}
		}
	}
	return rows
}

// nearestFirst sorts rows of places by how many floors away they are.
func (s *guideState) nearestFirst(rows []finds.Row) []finds.Row {
	home := homeFloor(s.floors())
	slices.SortStableFunc(rows, func(a, b finds.Row) int {
		return climb(a.Place.Floor.Number, home) - climb(b.Place.Floor.Number, home)
	})
	return rows
}

// climb counts the floors between two.
func climb(a, b int) int { return max(a-b, b-a) }

// homeFloor is the number of the floor where visitors stand: that with the
// reception, else with an entrance, else the first; 0 without floors.
func homeFloor(floors []models.Floor) int {
	for _, kind := range []models.PlaceKind{models.PlaceReception, models.PlaceEntrance} {
		if rows := placeRows(floors, kind); len(rows) > 0 {
			return rows[0].Place.Floor.Number
		}
	}
	if len(floors) > 0 {
		return floors[0].Number
	}
	return 0
}

// askedPlaces are the kinds of places that visitors ask for, most asked first.
var askedPlaces = []models.PlaceKind{
	models.PlaceToilet, models.PlacePrayer, models.PlaceLift, models.PlaceLactation, models.PlaceATM,
	models.PlacePhotocopy, models.PlaceAccessibleToilet, models.PlaceCanteen, models.PlacePlayroom,
	models.PlaceStairs, models.PlaceSmoking, models.PlaceParking,
}

// placesOf lists the kinds of askedPlaces that a building has.
func placesOf(floors []models.Floor) []models.PlaceKind {
	has := map[models.PlaceKind]bool{}
	for _, floor := range floors {
		for _, place := range floor.Places {
			has[place.Kind] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(askedPlaces), func(k models.PlaceKind) bool { return !has[k] })
}
