package desk

import (
	"context"
	"slices"
	"strings"

	"frontdesk/internal/models"
)

// Correction says what is wrong of a visit; nil fields stay as they are.
type Correction struct {
	VisitID    string
	Name       *string
	NIK        *string
	Phone      *string
	Purpose    *string
	Priorities *[]models.Priority
	Reason     string // needed; digits of numbers are not kept
}

// Correct changes a visit afterwards. What was changed, by whom and why stays
// with it; the former value of a personal field does not. It tells what looks
// wrong in the new values. Errors: KindUsage without a reason or a change,
// KindRefused while the key is not at hand or when the identity was erased.
func (d *Desk) Correct(ctx context.Context, c Correction) ([]Warning, error) {
	if err := d.may(models.ActionCorrect); err != nil {
		return nil, err
	}
	if c.Reason = models.PlainReason(c.Reason); c.Reason == "" {
		return nil, models.Misuse("book.reason")
	}
	var warnings []Warning
	err := d.store.Write(ctx, func(tx models.Tx) error {
		visit, err := tx.Visit(c.VisitID)
		if err != nil {
			return err
		}
		before := visit
		changed, err := d.corrected(&visit, c, &warnings)
		if err != nil {
			return err
		}
		reason, err := d.reasonAbout(c.Reason, before, visit)
		if err != nil {
			return err
		}
		if len(changed) == 0 {
			return models.Misuse("book.nothing_changed")
		}
		if err := tx.CorrectVisit(visit); err != nil {
			return err
		}
		now := d.clock.Now()
		for _, change := range changed {
			change.ID, change.Origin, change.VisitID = d.newID(), d.origin(now), visit.ID
			change.Reason, change.At = reason, now
			if err := tx.AddCorrection(change); err != nil {
				return err
			}
		}
		return d.fulfil(tx, []string{visit.ID}, models.RequestCorrection, models.DeedCorrection, reason)
	})
	return warnings, err
}

// corrected puts the new values into the visit and lists what differs.
func (d *Desk) corrected(visit *models.Visit, c Correction, warnings *[]Warning) ([]models.Correction, error) {
	var changed []models.Correction
	if p := c.Priorities; p != nil && !slices.Equal(*p, visit.Priorities) {
		changed = append(changed, models.Correction{Field: models.CorrectedPriorities, Former: JoinedPriorities(visit.Priorities)})
		visit.Priorities = *p
	}
	if c.Name == nil && c.NIK == nil && c.Phone == nil && c.Purpose == nil {
		return changed, nil
	}
	if !visit.ErasedAt.IsZero() {
		return nil, models.Refuse("person.erased")
	}
	identity, err := d.sealer.Open(visit.ID, visit.Identity)
	if err != nil {
		return nil, err
	}
	typed := identity
	for value, into := range map[*string]*string{c.Name: &typed.Name, c.NIK: &typed.NIK, c.Phone: &typed.Phone, c.Purpose: &typed.Purpose} {
		if value != nil {
			*into = *value
		}
	}
	clean, says := CleanIdentity(typed)
	*warnings = append(*warnings, says...)
	for _, f := range []struct {
		field    models.CorrectedField
		old, new string
	}{{models.CorrectedName, identity.Name, clean.Name}, {models.CorrectedNIK, identity.NIK, clean.NIK},
		{models.CorrectedPhone, identity.Phone, clean.Phone}, {models.CorrectedPurpose, identity.Purpose, clean.Purpose}} {
		if f.old != f.new {
			changed = append(changed, models.Correction{Field: f.field})
		}
	}
	if clean.Empty() {
		visit.Identity = models.SealedIdentity{}
		return changed, nil
	}
	visit.Identity, err = d.sealer.Seal(visit.ID, clean)
	return changed, err
}

// JoinedPriorities writes groups as a correction keeps them.
func JoinedPriorities(list []models.Priority) string {
	words := make([]string, len(list))
	for i, p := range list {
		words[i] = string(p)
	}
	return strings.Join(words, ",")
}

// VoidRecord declares a row of the guest book void, with a reason: its ticket
// while it was not served, or a visit without a number. Errors are those of
// Void.
func (d *Desk) VoidRecord(ctx context.Context, visitID, ticketID, reason string) error {
	if err := d.may(models.ActionVoid); err != nil {
		return err
	}
	if reason = models.PlainReason(reason); reason == "" {
		return models.Misuse("void.reason")
	}
	now := d.clock.Now()
	return d.store.Write(ctx, func(tx models.Tx) error {
		if ticketID != "" {
			ticket, err := tx.Ticket(ticketID)
			if err != nil {
				return err
			}
			if reason, err = d.reasonOf(tx, ticket, reason); err != nil {
				return err
			}
			if err := d.void(tx, ticket, reason, now); err != nil {
				return err
			}
			return tx.NoteDeed(models.Deed{Kind: models.DeedVoid, Entity: "tickets", RowID: ticketID})
		}
		visit, err := tx.Visit(visitID)
		if err != nil {
			return err
		}
		if len(visit.Tickets) > 0 || !visit.VoidedAt.IsZero() {
			return models.Refuse("book.not_voidable")
		}
		if reason, err = d.reasonAbout(reason, visit); err != nil {
			return err
		}
		if err := tx.VoidVisit(visitID, now); err != nil {
			return err
		}
		note := models.Correction{ID: d.newID(), Origin: d.origin(now), VisitID: visitID, Field: models.CorrectedVoid, Reason: reason, At: now}
		if err := tx.AddCorrection(note); err != nil {
			return err
		}
		return tx.NoteDeed(models.Deed{Kind: models.DeedVoid, Entity: "visits", RowID: visitID})
	})
}
