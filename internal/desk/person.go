package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"frontdesk/internal/models"
)

// This file is about the rights of one person (UU 27/2022 art. 5–13): to see
// everything that is stored of her, to have it corrected, stopped and erased,
// each within 3×24 hours. She is known by one of her visits.

// Person is what the guest book tells of one person, masked.
type Person struct {
	Visits  []BookRow // hers in all years, newest first
	First   time.Time // her first arrival
	Trail   models.Trail
	Stopped bool // the use of her data was stopped
	Erased  bool // her identity was emptied
	Locked  bool
}

// Person tells what stands beside a row of the guest book: all visits that an
// export would hand to her and an erasure empty; masked.
func (d *Desk) Person(ctx context.Context, visitID string) (Person, error) {
	if err := d.may(models.ActionGuestBook); err != nil {
		return Person{}, err
	}
	own, err := d.ownRows(ctx, visitID)
	if err != nil {
		return Person{}, err
	}
	visits, _, err := d.allOf(ctx, visitID)
	if models.KindOf(err) == models.KindRefused { // erased, locked, or nothing told
		visits, err = d.sameIndex(ctx, own[0].Visit)
	}
	if err != nil {
		return Person{}, err
	}
	rows := own
	if len(visits) > 0 {
		rows = d.rowsOf(visits)
	}
	trail, err := d.store.Trail(ctx, rowIDs(rows))
	if err != nil {
		return Person{}, err
	}
	return Person{Visits: rows, First: rows[len(rows)-1].Visit.ArrivedAt, Trail: trail,
		Stopped: !own[0].Visit.StoppedAt.IsZero(), Erased: !own[0].Visit.ErasedAt.IsZero(), Locked: own[0].Locked}, nil
}

// ownRows are the rows of one visit.
func (d *Desk) ownRows(ctx context.Context, visitID string) ([]BookRow, error) {
	entries, err := d.store.BookOf(ctx, []string{visitID})
	if err == nil && len(entries) == 0 {
		err = models.Refuse("void.unknown")
	}
	return d.bookRows(entries), err
}

// sameIndex lists the visits that have the indexes of one.
func (d *Desk) sameIndex(ctx context.Context, v models.Visit) ([]models.Visit, error) {
	if v.Identity.NIKIndex != "" {
		return d.store.VisitsOf(ctx, v.MallID, models.ByNIK, []string{v.Identity.NIKIndex})
	}
	if v.Identity.PhoneIndex == "" {
		return nil, nil
	}
	visits, err := d.store.VisitsOf(ctx, v.MallID, models.ByPhone, []string{v.Identity.PhoneIndex})
	return slices.DeleteFunc(visits, func(other models.Visit) bool { return other.Identity.PersonIndex != v.Identity.PersonIndex }), err
}

func (d *Desk) rowsOf(visits []models.Visit) []BookRow {
	var rows []BookRow
	for _, v := range visits {
		tickets := v.Tickets
		v.Tickets = nil
		if len(tickets) == 0 {
			rows = append(rows, d.bookRow(models.BookEntry{Visit: v}))
		}
		for _, t := range tickets {
			rows = append(rows, d.bookRow(models.BookEntry{Visit: v, Ticket: t}))
		}
	}
	return rows
}

func rowIDs(rows []BookRow) []string {
	var ids []string
	for _, r := range rows {
		if !slices.Contains(ids, r.Visit.ID) {
			ids = append(ids, r.Visit.ID)
		}
	}
	return ids
}

// allOf lists everything of the person who made a visit, under every key at
// hand: the visits with her NIK, those with her phone and her name, and those
// that what was told at one of them leads to. Her identities are opened to find
// them. Errors: KindRefused when her identity was erased or is locked.
func (d *Desk) allOf(ctx context.Context, visitID string) ([]models.Visit, models.Identity, error) {
	own, err := d.ownRows(ctx, visitID)
	if err != nil {
		return nil, models.Identity{}, err
	}
	visit := own[0].Visit
	if !visit.ErasedAt.IsZero() {
		return nil, models.Identity{}, models.Refuse("person.erased")
	}
	if visit.Identity.Empty() {
		return nil, models.Identity{}, models.Refuse("person.nothing")
	}
	identity, err := d.sealer.Open(visit.ID, visit.Identity)
	if err != nil {
		return nil, identity, err
	}
	visit.Tickets = ticketsOf(own)
	all := []models.Visit{visit}
	for known := []models.Identity{identity}; len(known) > 0; known = known[1:] {
		more, err := d.toldBy(ctx, visit.MallID, known[0])
		if err != nil {
			return nil, identity, err
		}
		for _, v := range more {
			if holds(all, v.ID) {
				continue
			}
			all = append(all, v)
			if other, err := d.sealer.Open(v.ID, v.Identity); err == nil {
				if other.NIK == "" {
					other.NIK = known[0].NIK // her phone leads to nobody with another one
				}
				known = append(known, other)
			}
		}
	}
	slices.SortFunc(all, func(a, b models.Visit) int { return b.ArrivedAt.Compare(a.ArrivedAt) })
	return all, identity, nil
}

// toldBy lists the visits that an identity leads to.
func (d *Desk) toldBy(ctx context.Context, mallID string, who models.Identity) ([]models.Visit, error) {
	byNIK, err := d.store.VisitsOf(ctx, mallID, models.ByNIK, d.sealer.Indexes(models.ByNIK, who.NIK))
	if err != nil {
		return nil, err
	}
	byPhone, err := d.store.VisitsOf(ctx, mallID, models.ByPhone, d.sealer.Indexes(models.ByPhone, who.Phone))
	return append(byNIK, slices.DeleteFunc(byPhone, func(v models.Visit) bool { return !d.same(v, who) })...), err
}

func ticketsOf(rows []BookRow) []models.Ticket {
	var tickets []models.Ticket
	for _, r := range rows {
		if r.HasTicket() {
			tickets = append(tickets, r.Ticket)
		}
	}
	return tickets
}

func holds(visits []models.Visit, id string) bool {
	return slices.ContainsFunc(visits, func(v models.Visit) bool { return v.ID == id })
}

// same tells that a visit with her phone is hers: it has her name or her NIK.
func (d *Desk) same(v models.Visit, identity models.Identity) bool {
	other, err := d.sealer.Open(v.ID, v.Identity)
	if err != nil || other.NIK != "" && identity.NIK != "" && other.NIK != identity.NIK {
		return false
	}
	return strings.EqualFold(other.Name, identity.Name)
}

// PersonData is everything that is stored of one person, in full: what is
// handed to her.
type PersonData struct {
	Mall      string
	MadeAt    time.Time
	Visits    []PersonVisit
	Trail     models.Trail
	Operators map[string]string // codes → as they are shown
}

// PersonVisit is one of her visits.
type PersonVisit struct {
	BookRow
	Identity models.Identity
}

// ExportPerson reads everything that is stored of the person who made a visit:
// her visits in full, who opened her identity, what was corrected and asked
// for. It is hers to be handed out; the reason and that it was done are noted.
func (d *Desk) ExportPerson(ctx context.Context, visitID, reason string) (PersonData, error) {
	data := PersonData{Mall: d.Catalogue().Directory.Mall.Name, MadeAt: d.Now()}
	if err := d.mayPerson(&reason); err != nil {
		return data, err
	}
	visits, _, err := d.allOf(ctx, visitID)
	if err != nil {
		return data, err
	}
	if reason, err = d.reasonAbout(reason, visits...); err != nil {
		return data, err
	}
	err = d.store.Write(ctx, func(tx models.Tx) error {
		now := d.clock.Now()
		for _, v := range visits {
			opening := models.Opening{ID: d.newID(), Origin: d.origin(now), VisitID: v.ID, Why: reason, At: now}
			if err := tx.AddOpening(opening); err != nil {
				return err
			}
		}
		return d.fulfil(tx, visitIDs(visits), models.RequestAccess, models.DeedExport, reason)
	})
	if err != nil {
		return data, err
	}
	for _, row := range d.rowsOf(visits) {
		identity, err := d.sealer.Open(row.Visit.ID, row.Visit.Identity)
		if err != nil {
			return data, err
		}
		data.Visits = append(data.Visits, PersonVisit{row, identity})
	}
	data.Trail, err = d.store.Trail(ctx, visitIDs(visits))
	return data, err
}

// StopPerson stops the use of a person's data: her visits are found by no
// look-up and opened by nobody any more, and stay in the statistics. It tells
// how many visits were marked.
func (d *Desk) StopPerson(ctx context.Context, visitID, reason string) (int, error) {
	return d.endUse(ctx, visitID, reason, models.RequestStop, models.DeedStop, func(tx models.Tx, ids []string, her models.Identity) error {
		if err := tx.ForgetWords(d.marksOf(her.Name)); err != nil {
			return err
		}
		return tx.StopVisits(ids, d.clock.Now())
	})
}

// ErasePerson empties her identity in all her visits for good; the sync
// carries it to the centre and to every other copy, backups lose it by
// rotation. It tells how many visits it was.
func (d *Desk) ErasePerson(ctx context.Context, visitID, reason string) (int, error) {
	return d.endUse(ctx, visitID, reason, models.RequestErasure, models.DeedErasure, func(tx models.Tx, ids []string, her models.Identity) error {
		if err := tx.ForgetWords(d.marksOf(her.Name)); err != nil {
			return err
		}
		return tx.EraseIdentities(ids)
	})
}

func (d *Desk) endUse(ctx context.Context, visitID, reason string, kind models.RequestKind, deed models.DeedKind,
	end func(models.Tx, []string, models.Identity) error) (int, error) {
	if err := d.mayPerson(&reason); err != nil {
		return 0, err
	}
	visits, her, err := d.allOf(ctx, visitID)
	if err != nil {
		return 0, err
	}
	if reason, err = d.reasonAbout(reason, visits...); err != nil {
		return 0, err
	}
	ids := visitIDs(visits)
	err = d.store.Write(ctx, func(tx models.Tx) error {
		if err := end(tx, ids, her); err != nil {
			return err
		}
		return d.fulfil(tx, ids, kind, deed, reason)
	})
	return len(ids), err
}

func visitIDs(visits []models.Visit) []string {
	ids := make([]string, len(visits))
	for i, v := range visits {
		ids[i] = v.ID
	}
	return ids
}

func (d *Desk) mayPerson(reason *string) error {
	if err := d.may(models.ActionPersonalData); err != nil {
		return err
	}
	if *reason = models.PlainReason(*reason); *reason == "" {
		return models.Misuse("book.reason")
	}
	return nil
}

// fulfil closes what was asked for and notes the deed. What is done at once
// without a request is one that was answered at once: the reason stands there,
// where an erasure takes it away, and never in the audit chain, which nobody
// can change.
func (d *Desk) fulfil(tx models.Tx, ids []string, kind models.RequestKind, deed models.DeedKind, reason string) error {
	now := d.clock.Now()
	n, err := tx.FinishRequests(ids, kind, d.operator(), now, reason)
	if err != nil {
		return err
	}
	if n == 0 && kind != models.RequestCorrection {
		err = tx.AddRequest(models.PersonRequest{ID: d.newID(), Origin: d.origin(now), VisitID: ids[0], Kind: kind, Reason: reason,
			At: now, DueAt: now.Add(models.RequestTerm), DoneAt: now, DoneBy: d.operator()})
	}
	if err != nil {
		return err
	}
	return tx.NoteDeed(models.Deed{Kind: deed, Entity: "visits", RowID: ids[0]})
}

// RequestRight notes that a person asked for one of her rights; from now on
// there are 3×24 hours.
func (d *Desk) RequestRight(ctx context.Context, visitID string, kind models.RequestKind, reason string) (models.PersonRequest, error) {
	var r models.PersonRequest
	if err := d.may(models.ActionGuestBook); err != nil {
		return r, err
	}
	if !slices.Contains(models.RequestKinds, kind) {
		return r, models.Misuse("person.bad_kind")
	}
	now := d.clock.Now()
	r = models.PersonRequest{ID: d.newID(), Origin: d.origin(now), VisitID: visitID, Kind: kind,
		At: now, DueAt: now.Add(models.RequestTerm)}
	err := d.store.Write(ctx, func(tx models.Tx) error {
		visit, err := tx.Visit(visitID)
		if err != nil {
			return err
		}
		if r.Reason, err = d.reasonAbout(reason, visit); err != nil {
			return err
		}
		if err := tx.AddRequest(r); err != nil {
			return err
		}
		return tx.NoteDeed(models.Deed{Kind: models.DeedRequest, Entity: "visits", RowID: visitID, Why: string(kind)})
	})
	return r, err
}

// OpenRequest is a request that waits for an answer, with who asked, masked.
type OpenRequest struct {
	models.PersonRequest
	Row     BookRow
	Urgency models.Urgency
}

const mostRequests = 100

// OpenRequests lists what people asked for and did not get yet, those due
// first before the others.
func (d *Desk) OpenRequests(ctx context.Context) ([]OpenRequest, error) {
	if err := d.may(models.ActionGuestBook); err != nil {
		return nil, err
	}
	requests, err := d.store.OpenRequests(ctx, d.mallID(), mostRequests)
	if err != nil || len(requests) == 0 {
		return nil, err
	}
	ids := make([]string, len(requests))
	for i, r := range requests {
		ids[i] = r.VisitID
	}
	entries, err := d.store.BookOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	rows := map[string]BookRow{}
	for _, row := range d.bookRows(entries) {
		rows[row.Visit.ID] = row
	}
	list := make([]OpenRequest, len(requests))
	for i, r := range requests {
		list[i] = OpenRequest{r, rows[r.VisitID], r.Urgency(d.clock.Now())}
	}
	return list, nil
}
