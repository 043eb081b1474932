package desk

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// This file is the only place where a sealed identity is made or opened; each
// opening leaves a trace (design/security.md).

// seal puts the visitor's identity into the visit. Without the mall's key the
// visit is kept and the identity is not: it must never be stored in clear.
func (d *Desk) seal(visit *models.Visit, visitor models.Identity, receipt *Receipt) error {
	if visitor.Empty() {
		return nil
	}
	if !d.sealer.Ready() {
		receipt.Warnings = append(receipt.Warnings, Warning{"visitor", models.Say("warn.locked")})
		return nil
	}
	sealed, err := d.sealer.Seal(visit.ID, visitor)
	if err != nil {
		return err
	}
	visit.Identity = sealed
	return nil
}

// Returning is a person who was here before.
type Returning struct {
	VisitID  string
	LastSeen time.Time
	Service  string // code of the last ticket's service; may be empty
	Masked   models.MaskedIdentity
	Waiting  []string // numbers of today that wait for this person
}

// A family's phone offers at most returningLimit people, looked for among its
// newest returningVisits visits.
const (
	returningLimit  = 5
	returningVisits = 60
)

// Returning lists the people with this NIK or phone, newest first, masked. A
// phone is shared in families: several may come back, and none is chosen.
func (d *Desk) Returning(ctx context.Context, by models.IdentityField, typed string) ([]Returning, error) {
	if err := d.may(models.ActionLookUp); err != nil {
		return nil, err
	}
	value := models.CleanNIK(typed)
	if by == models.ByPhone {
		value, _ = CleanPhone(typed)
	}
	indexes := d.sealer.Indexes(by, value)
	if len(indexes) == 0 {
		return nil, nil
	}
	if err := d.noteLookUp(ctx, string(by)); err != nil {
		return nil, err
	}
	visits, err := d.store.Known(ctx, d.mallID(), by, indexes, returningVisits)
	if err != nil {
		return nil, err
	}
	return d.people(by, visits), nil
}

// people takes the newest visit of each person, with all of today's numbers
// that wait for her. The same NIK is the same
// person; the same phone is not.
func (d *Desk) people(by models.IdentityField, visits []models.Visit) []Returning {
	index := map[string]int{}
	today := d.BusinessDate(d.clock.Now())
	var people []Returning
	for _, v := range visits {
		person := v.Identity.PersonIndex
		if by == models.ByNIK {
			person = string(by)
		}
		i, seen := index[person]
		if !seen {
			if !d.sealer.Holds(v.Identity.KeyID) || len(people) == returningLimit {
				continue
			}
			i, index[person] = len(people), len(people)
			people = append(people, returning(v))
		}
		if v.BusinessDate == today {
			people[i].Waiting = append(waitingOf(v.Tickets), people[i].Waiting...)
		}
	}
	return people
}

// waitingOf are the numbers that still wait.
func waitingOf(tickets []models.Ticket) []string {
	var numbers []string
	for _, t := range tickets {
		if t.State == models.TicketWaiting || t.Held() {
			numbers = append(numbers, t.Number)
		}
	}
	return numbers
}

func returning(v models.Visit) Returning {
	r := Returning{VisitID: v.ID, LastSeen: v.ArrivedAt, Masked: v.Identity.Masked}
	if n := len(v.Tickets); n > 0 {
		r.Service = v.Tickets[n-1].Service
	}
	return r
}

// Reveal opens the identity of an earlier visit to fill the form, and leaves
// a trace of it. Errors: KindRefused while the key is not at hand.
func (d *Desk) Reveal(ctx context.Context, visitID, why string) (models.Identity, error) {
	if err := d.may(models.ActionReveal); err != nil {
		return models.Identity{}, err
	}
	var identity models.Identity
	now := d.clock.Now()
	err := d.store.Write(ctx, func(tx models.Tx) error {
		visit, err := tx.Visit(visitID)
		if err != nil {
			return err
		}
		if !visit.StoppedAt.IsZero() {
			return models.Refuse("person.stopped")
		}
		identity, err = d.sealer.Open(visitID, visit.Identity)
		if err != nil {
			return err
		}
		if err := tx.AddOpening(models.Opening{ID: d.newID(), Origin: d.origin(now), VisitID: visitID, Why: why, At: now}); err != nil {
			return err
		}
		return tx.NoteDeed(models.Deed{Kind: models.DeedReveal, Entity: "visits", RowID: visitID, Why: why})
	})
	return identity, err
}

// MaskedVisit is a visit as a list may show it.
type MaskedVisit struct {
	models.Visit
	Desk   models.Desk
	Locked bool // its identity was sealed with a key that is not at hand
}

// Visits lists the visits of a business date (YYYY-MM-DD), oldest first, with
// masked identities. Errors: KindUsage for a date that is none.
func (d *Desk) Visits(ctx context.Context, date string) ([]MaskedVisit, error) {
	if err := d.may(models.ActionGuestBook); err != nil {
		return nil, err
	}
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return nil, models.Misuse("visits.bad_date", date)
	}
	visits, err := d.store.Visits(ctx, d.malls(), date)
	if err != nil {
		return nil, err
	}
	desks, err := d.store.Desks(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]MaskedVisit, len(visits))
	for i, v := range visits {
		locked := !v.Identity.Empty() && !d.sealer.Holds(v.Identity.KeyID)
		list[i] = MaskedVisit{Visit: v, Desk: desks[v.DeskID], Locked: locked}
	}
	return list, nil
}
