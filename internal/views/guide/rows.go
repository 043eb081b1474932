package guide

import (
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
)

// guideWords puts what the guide shows into words: one language, one instant.
// It is pure.
type guideWords struct {
	speak *text.Speaker
	now   time.Time
}

// result is a row of the list; grouped tells that its agency stands above it.
func (w guideWords) result(r finds.Row, index int, grouped bool) kit.Result {
	if r.Offer == nil {
		return finds.Cells(w.speak, r, index, grouped, w.now)
	}
	named := w.named(*r.Offer)
	r.Offer = &named
	result := finds.Cells(w.speak, r, index, grouped, w.now)
	if !grouped {
		result.Status = w.status(named)
	}
	return result
}

// status says until when a service can be had: to who is sent there that
// matters more than how many numbers were issued.
func (w guideWords) status(o desk.Offer) kit.Status {
	if o.Service.ReferTo != nil || !o.Service.IssuesTicket() {
		return finds.OfferStatus(w.speak, o, w.now)
	}
	return finds.AgencyStatus(w.speak, o.Status, finds.QuotaOr(w.speak, o.Status, w.speak.Say(o.Status.Reason)), w.now)
}
