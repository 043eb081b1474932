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
}

// returningLimit bounds the choice of people with one phone.
const returningLimit = 5

// Returning lists the people with this NIK or phone, newest first, masked. A
// phone is shared in families: several may come back, and none is chosen.
func (d *Desk) Returning(ctx context.Context, by models.IdentityField, typed string) ([]Returning, error) {
	value := models.CleanNIK(typed)
	if by == models.ByPhone {
		value, _ = CleanPhone(typed)
	}
	if value == "" || !d.sealer.Ready() {
		return nil, nil
	}
	mallID := d.Catalogue().Directory.Mall.Code
	visits, err := d.store.Known(ctx, mallID, by, d.sealer.Index(by, value), returningLimit)
	if err != nil {
		return nil, err
	}
	var people []Returning
	for _, v := range visits {
		if d.sealer.Holds(v.Identity.KeyID) {
			people = append(people, returning(v))
		}
	}
	return people, nil
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
	var identity models.Identity
	now := d.clock.Now()
	err := d.store.Write(ctx, func(tx models.Tx) error {
		visit, err := tx.Visit(visitID)
		if err != nil {
			return err
		}
		identity, err = d.sealer.Open(visitID, visit.Identity)
		if err != nil {
			return err
		}
		return tx.AddOpening(models.Opening{ID: d.newID(), Origin: d.origin(now), VisitID: visitID, Why: why, At: now})
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
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return nil, models.Misuse("visits.bad_date", date)
	}
	visits, err := d.store.Visits(ctx, d.Catalogue().Directory.Mall.Code, date)
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
