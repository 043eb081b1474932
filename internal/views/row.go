package views

import (
	"fmt"

	"frontdesk/internal/desk"
	"frontdesk/internal/finder"
	"frontdesk/internal/models"
)

// What a list of finds shows at most.
const (
	maxRows              = 9 // Alt+1 to Alt+9
	servicesBeforeOthers = 5 // so that life events and places are in sight
	maxEvents            = 2
	maxPlaces            = 2
)

// row is one thing that fits: a service, a life event or a place.
type row struct {
	offer *desk.Offer
	event *models.LifeEvent
	chain []desk.Offer // the services of the event
	place *finder.PlaceHit
	head  string // agency above the row, when rows are grouped
}

// offers are the services that taking the row brings.
func (w row) offers() []desk.Offer {
	if w.offer != nil {
		return []desk.Offer{*w.offer}
	}
	return w.chain
}

// key tells rows apart.
func (w row) key() string {
	switch {
	case w.offer != nil:
		return "service " + w.offer.Service.Code
	case w.event != nil:
		return "event " + w.event.Code
	case w.place != nil:
		return fmt.Sprint("place ", w.place.Floor.Number, w.place.Place.Kind, w.place.Place.X, w.place.Place.Y)
	}
	return ""
}

// offerRows are rows of services.
func offerRows(offers []desk.Offer) []row {
	rows := make([]row, len(offers))
	for i := range offers {
		rows[i] = row{offer: &offers[i]}
	}
	return rows
}

// rowsOf orders what was found: services, life events, places; places first
// when the services are only a guess.
func rowsOf(f desk.Finding, chain func(*models.LifeEvent) []desk.Offer) []row {
	events := f.LifeEvents[:min(maxEvents, len(f.LifeEvents))]
	places := f.Places[:min(maxPlaces, len(f.Places))]
	limit := maxRows
	if len(events)+len(places) > 0 {
		limit = servicesBeforeOthers
	}
	services := f.Services[:min(limit, len(f.Services))]
	var rows []row
	if f.Confidence != finder.High {
		rows = appendPlaces(rows, places)
	}
	if f.Ambiguous {
		rows = append(rows, groupByAgency(services)...)
	} else {
		rows = append(rows, offerRows(services)...)
	}
	for _, e := range events {
		rows = append(rows, row{event: e, chain: chain(e)})
	}
	if f.Confidence == finder.High {
		rows = appendPlaces(rows, places)
	}
	return rows
}

func appendPlaces(rows []row, places []finder.PlaceHit) []row {
	for i := range places {
		rows = append(rows, row{place: &places[i]})
	}
	return rows
}

// groupByAgency keeps agencies in the order of their best service.
func groupByAgency(offers []desk.Offer) []row {
	var order []string
	groups := map[string][]row{}
	for i := range offers {
		code := offers[i].Agency.Code
		w := row{offer: &offers[i]}
		if len(groups[code]) == 0 {
			order = append(order, code)
			w.head = offers[i].Agency.ShortName
		}
		groups[code] = append(groups[code], w)
	}
	rows := make([]row, 0, len(offers))
	for _, code := range order {
		rows = append(rows, groups[code]...)
	}
	return rows
}
