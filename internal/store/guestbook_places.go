package store

import (
	"cmp"
	"slices"
	"strings"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// bookOfPlace follows all who came for a service or an agency: its tickets, and
// the visits that named it and got no number.
func bookOfPlace(db *gorm.DB, q models.BookQuery) (models.BookPage, error) {
	tickets, err := ticketEntries(db, q)
	if err != nil {
		return models.BookPage{}, err
	}
	visits, err := namedEntries(db, q)
	if err != nil {
		return models.BookPage{}, err
	}
	all := append(tickets, visits...)
	slices.SortFunc(all, func(a, b models.BookEntry) int {
		at, id := placeOf(a), placeOf(b)
		return cmp.Or(id.At.Compare(at.At), cmp.Compare(id.ID, at.ID))
	})
	page := models.BookPage{Entries: all[:min(len(all), q.Limit)]}
	if len(all) >= q.Limit {
		page.Next = placeOf(page.Entries[q.Limit-1])
	}
	return page, nil
}

// placeOf is where a row stands in the list of a place.
func placeOf(e models.BookEntry) models.BookCursor {
	if e.HasTicket() {
		return models.BookCursor{At: e.Ticket.IssuedAt, ID: e.Ticket.ID}
	}
	return models.BookCursor{At: e.Visit.ArrivedAt, ID: e.Visit.ID}
}

// mostParts is how many lists one statement joins; SQLite takes 500.
const mostParts = 400

// namedEntries are the next visits that named one of the services and got no
// number for it: each service has its own part of the index, and those who
// named several have theirs.
func namedEntries(db *gorm.DB, q models.BookQuery) ([]models.BookEntry, error) {
	if len(q.Services) == 0 {
		return nil, nil
	}
	several, codes := namesAmongSeveral(q.Services)
	parts := []bookPart{{" AND replace(service, ',', '') <> service AND " + several, codes}}
	for _, code := range q.Services {
		parts = append(parts, bookPart{" AND service <> '' AND service = ?", []any{code}})
	}
	// The indexes tell the places; only the rows of the page are read whole.
	var places []struct {
		ArrivedAt int64
		ID        string
	}
	for some := range slices.Chunk(parts, max(1, mostParts/len(q.MallIDs))) {
		if err := eachMall(db, "arrived_at, id", "visits", "arrived_at", some, q, &places); err != nil {
			return nil, err
		}
	}
	if len(places) == 0 {
		return nil, nil
	}
	ids := make([]string, len(places))
	for i, place := range places {
		ids[i] = place.ID
	}
	var rows []visitRow
	if err := db.Where("id IN ?", ids).Find(&rows).Error; err != nil {
		return nil, err
	}
	entries := make([]models.BookEntry, len(rows))
	for i, r := range rows {
		entries[i] = models.BookEntry{Visit: r.model()}
	}
	return entries, nil
}

// namesAmongSeveral is the condition that a visit named one of the services,
// among others or alone; its column holds codes with commas between them.
func namesAmongSeveral(services []string) (condition string, args []any) {
	any := make([]string, len(services))
	for i, code := range services {
		any[i] = "replace(',' || service || ',', ?, '') <> ',' || service || ','"
		args = append(args, ","+code+",")
	}
	return "(" + strings.Join(any, " OR ") + ")", args
}
