package finds

import (
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// CounterNumbers are the numbers on the signs of a floor's counters, by code.
func CounterNumbers(catalogue *models.Catalogue, floor *models.Floor) map[string]int {
	numbers := map[string]int{}
	for _, place := range floor.Places {
		if counter, _ := catalogue.Counter(place.Counter); counter != nil {
			numbers[place.Counter] = counter.Number
		}
	}
	return numbers
}

// PlanWords are short names of places, for the little room of a plan.
func PlanWords(speak *text.Speaker) map[models.PlaceKind]string {
	return map[models.PlaceKind]string{
		models.PlaceEntrance:    speak.T("guide.plan.in"),
		models.PlaceExit:        speak.T("guide.plan.out"),
		models.PlaceInformation: speak.T("guide.plan.info"),
	}
}

// ArrowOf shows the first turn of the way.
func ArrowOf(way models.Way) kit.Icon {
	for _, step := range way.Steps {
		if icon := kit.IconOfStep(step.Kind); icon != kit.IconNone {
			return icon
		}
	}
	return kit.IconNone
}
