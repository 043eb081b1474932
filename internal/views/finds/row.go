package finds

import (
	"fmt"

	"frontdesk/internal/desk"
	"frontdesk/internal/finder"
	"frontdesk/internal/models"
)

// What a list of finds shows at most.
const (
	MaxRows              = 9 // Alt+1 to Alt+9
	servicesBeforeOthers = 5 // so that life events and places are in sight
	maxEvents            = 2
	maxPlaces            = 2
)

// Row is one thing that fits: a service, a life event or a place.
type Row struct {
	Offer *desk.Offer
	Event *models.LifeEvent
	Chain []desk.Offer // the services of the event
	Place *finder.PlaceHit
	Head  string // agency above the row, when rows are grouped
}

// Offers are the services that taking the row brings.
func (w Row) Offers() []desk.Offer {
	if w.Offer != nil {
		return []desk.Offer{*w.Offer}
	}
	return w.Chain
}

// Key tells rows apart.
func (w Row) Key() string {
	switch {
	case w.Offer != nil:
		return "service " + w.Offer.Service.Code
	case w.Event != nil:
		return "event " + w.Event.Code
	case w.Place != nil:
		return fmt.Sprint("place ", w.Place.Floor.Number, w.Place.Place.Kind, w.Place.Place.X, w.Place.Place.Y)
	}
	return ""
}

// OfferRows are rows of services.
func OfferRows(offers []desk.Offer) []Row {
	rows := make([]Row, len(offers))
	for i := range offers {
		rows[i] = Row{Offer: &offers[i]}
	}
	return rows
}

// RowsOf orders what was found: services, life events, places; places first
// when the services are only a guess.
func RowsOf(f desk.Finding, chain func(*models.LifeEvent) []desk.Offer) []Row {
	events := f.LifeEvents[:min(maxEvents, len(f.LifeEvents))]
	places := f.Places[:min(maxPlaces, len(f.Places))]
	limit := MaxRows
	if len(events)+len(places) > 0 {
		limit = servicesBeforeOthers
	}
	services := f.Services[:min(limit, len(f.Services))]
	var rows []Row
	if f.Confidence != finder.High {
		rows = AppendPlaces(rows, places)
	}
	if f.Ambiguous {
		rows = append(rows, groupByAgency(services)...)
	} else {
		rows = append(rows, OfferRows(services)...)
	}
	for _, e := range events {
		rows = append(rows, Row{Event: e, Chain: chain(e)})
	}
	if f.Confidence == finder.High {
		rows = AppendPlaces(rows, places)
	}
	return rows
}

// AppendPlaces adds a row for each place.
func AppendPlaces(rows []Row, places []finder.PlaceHit) []Row {
	for i := range places {
		rows = append(rows, Row{Place: &places[i]})
	}
	return rows
}

// groupByAgency keeps agencies in the order of their best service.
func groupByAgency(offers []desk.Offer) []Row {
	var order []string
	groups := map[string][]Row{}
	for i := range offers {
		code := offers[i].Agency.Code
		w := Row{Offer: &offers[i]}
		if len(groups[code]) == 0 {
			order = append(order, code)
			w.Head = offers[i].Agency.ShortName
		}
		groups[code] = append(groups[code], w)
	}
	rows := make([]Row, 0, len(offers))
	for _, code := range order {
		rows = append(rows, groups[code]...)
	}
	return rows
}
