package guide

import (
	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// veiled takes everything out of a sensitive service that would tell what it
// is: only the desk shows that, and who stands behind the visitor can read
// this screen.
func veiled(o desk.Offer) desk.Offer {
	if !o.Service.Sensitive {
		return o
	}
	open := o.Service
	o.Service = &models.Service{Code: open.Code, Counters: open.Counters, Ticket: open.Ticket, Sensitive: true}
	if open.ReferTo != nil {
		o.Service.ReferTo = &models.Referral{Name: open.ReferTo.Name, City: open.ReferTo.City}
	}
	o.Marks = nil
	return o
}

// discreet veils the sensitive services and keeps one of each agency, for
// without their names the rows would only repeat.
func discreet(offers []desk.Offer) []desk.Offer {
	seen := map[string]bool{}
	var kept []desk.Offer
	for _, o := range offers {
		if o.Service.Sensitive && seen[o.Agency.Code] {
			continue
		}
		seen[o.Agency.Code] = seen[o.Agency.Code] || o.Service.Sensitive
		kept = append(kept, veiled(o))
	}
	return kept
}

// named gives a sensitive service the only name it has on this screen: that
// of its agency.
func (w guideWords) named(o desk.Offer) desk.Offer {
	if !o.Service.Sensitive {
		return o
	}
	service := *veiled(o).Service
	service.Name = w.speak.T("guide.private", o.Agency.ShortName)
	o.Service, o.Marks = &service, nil
	return o
}
