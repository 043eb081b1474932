package editor

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// editorPlanView is the plan of the floor of the chosen place, with the way to
// it from the reception.
type editorPlanView struct {
	content *fyne.Container
	drawing *kit.FloorPlan
}

func newEditorPlanView(speak *text.Speaker) *editorPlanView {
	v := &editorPlanView{drawing: kit.NewFloorPlan()}
	v.drawing.SetWords(finds.PlanWords(speak))
	v.content = kit.Column(0, v.drawing)
	return v
}

// paint shows the plan where a place is chosen.
func (v *editorPlanView) paint(s *editorState) {
	var floor *models.Floor
	var place *models.Place
	if s.chosenKind() == models.EditPlaces && s.row() >= 0 && s.spot != editorPreview {
		floor, place = s.draft.Place(s.row())
	}
	stage.SetVisible(v.content, place != nil)
	if place == nil {
		return
	}
	directory := s.draft.Directory()
	v.drawing.SetFloor(floor, finds.CounterNumbers(models.NewCatalogue(directory), floor))
	v.drawing.SetTarget(place.Counter)
	if place.Kind != models.PlaceCounter {
		v.drawing.SetTargetKind(place.Kind)
	}
	way := desk.FindWayToPlace(directory, floor, place)
	v.drawing.SetWay(way.Line)
	v.drawing.SetHere(nil)
	if len(way.Line) > 0 {
		v.drawing.SetHere(&way.Line[0])
	}
}
