package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"frontdesk/internal/models"
)

// BookFilter says which rows of the guest book are asked for; empty fields ask
// for nothing.
type BookFilter struct {
	Number  string // printed, of any day
	Service string // code
	Agency  string // code
	From    string // business dates, YYYY-MM-DD, both included
	To      string
	NIK     string // exact
	Phone   string // exact
	After   string // cursor of the page before
	Limit   int    // 1–BookLimit; 0 is BookUsual
}

// A page has BookUsual rows unless fewer or up to BookLimit are asked for. A
// visit with several numbers is one row each, and is never parted.
const (
	BookUsual = 50
	BookLimit = 1000
)

// BookRow is a row of the guest book as a list may show it.
type BookRow struct {
	models.BookEntry
	Agency  *models.Agency  // nil: none, or no longer in the directory
	Service *models.Service // nil likewise
	Locked  bool            // its identity was sealed with a key that is not at hand
}

// Sensitive tells that the service must not be named in a list.
func (r BookRow) Sensitive() bool { return r.Service != nil && r.Service.Sensitive }

// Masked is who came, as a list may show it; empty for who told nothing.
func (r BookRow) Masked() models.MaskedIdentity { return r.Visit.Identity.Masked }

// BookRows is a page of the guest book.
type BookRows struct {
	Rows []BookRow
	Next string // cursor of the next page; empty: this is the last one
}

// GuestBook reads a page of the guest book, newest first. To look for a NIK or
// a phone number is noted in the audit chain, without the number. Errors:
// KindUsage for a date, number or cursor that is none.
func (d *Desk) GuestBook(ctx context.Context, f BookFilter) (BookRows, error) {
	if err := d.may(models.ActionGuestBook); err != nil {
		return BookRows{}, err
	}
	q, err := d.bookQuery(f)
	if err != nil {
		return BookRows{}, err
	}
	if q.By != "" {
		if err := d.noteLookUp(ctx, string(q.By)); err != nil {
			return BookRows{}, err
		}
		if len(q.Indexes) == 0 {
			return BookRows{}, nil // without a key nobody can be looked for
		}
	}
	page, err := d.store.Book(ctx, q)
	if err != nil {
		return BookRows{}, err
	}
	return BookRows{Rows: d.bookRows(page.Entries, q.Services...), Next: page.Next.String()}, nil
}

// bookQuery reads what was asked for.
func (d *Desk) bookQuery(f BookFilter) (models.BookQuery, error) {
	q := models.BookQuery{MallIDs: d.malls(), Service: f.Service, Agency: f.Agency, Limit: f.Limit}
	if d.practice {
		q.MallIDs = []string{d.mallID()}
	}
	if q.Limit == 0 {
		q.Limit = BookUsual
	}
	if q.Limit < 1 || q.Limit > BookLimit {
		return q, models.Misuse("book.bad_limit", BookLimit)
	}
	var ok bool
	if q.After, ok = models.ParseBookCursor(f.After); !ok {
		return q, models.Misuse("book.bad_cursor")
	}
	if f.Number != "" {
		prefix, sequence, isNumber := models.ParseTicketNumber(f.Number)
		if !isNumber {
			return q, models.Misuse("book.bad_number", f.Number)
		}
		q.Number = models.TicketNumber(prefix, sequence)
	}
	q.Services = d.bookServices(f)
	if err := d.bookDays(&q, f); err != nil {
		return q, err
	}
	return q, d.bookPerson(&q, f)
}

// bookServices are the services that visits without a number may have named
// when a service or an agency is asked for.
func (d *Desk) bookServices(f BookFilter) []string {
	if f.Number != "" || f.Service == "" && f.Agency == "" {
		return nil
	}
	if f.Agency == "" {
		return []string{f.Service}
	}
	var codes []string
	if a := d.Catalogue().Agency(f.Agency); a != nil {
		for _, s := range a.Services {
			if f.Service == "" || f.Service == s.Code {
				codes = append(codes, s.Code)
			}
		}
	}
	return codes
}

// bookDays turns business dates into instants: the day changes at the mall's
// midnight.
func (d *Desk) bookDays(q *models.BookQuery, f BookFilter) error {
	for _, end := range []struct {
		date string
		days int
		into *time.Time
	}{{f.From, 0, &q.From}, {f.To, 1, &q.Until}} {
		if end.date == "" {
			continue
		}
		day, err := time.ParseInLocation(time.DateOnly, end.date, d.location())
		if err != nil {
			return models.Misuse("visits.bad_date", end.date)
		}
		*end.into = day.AddDate(0, 0, end.days)
	}
	return nil
}

func (d *Desk) bookPerson(q *models.BookQuery, f BookFilter) error {
	switch {
	case f.NIK != "" && f.Phone != "":
		return models.Misuse("book.nik_or_phone")
	case f.NIK != "":
		q.By, q.Indexes = models.ByNIK, d.sealer.Indexes(models.ByNIK, models.CleanNIK(f.NIK))
	case f.Phone != "":
		phone, _ := CleanPhone(f.Phone)
		q.By, q.Indexes = models.ByPhone, d.sealer.Indexes(models.ByPhone, phone)
	}
	return nil
}

// bookRows joins rows with the directory. A visit that named several services
// without a number stands for the first of those asked for.
func (d *Desk) bookRows(entries []models.BookEntry, asked ...string) []BookRow {
	rows := make([]BookRow, len(entries))
	for i, e := range entries {
		rows[i] = d.bookRow(e, asked...)
	}
	return rows
}

func (d *Desk) bookRow(e models.BookEntry, asked ...string) BookRow {
	row := BookRow{BookEntry: e, Locked: !e.Visit.Identity.Empty() && !d.sealer.Holds(e.Visit.Identity.KeyID)}
	code := e.Ticket.Service
	if !e.HasTicket() {
		named := strings.Split(e.Visit.Service, ",")
		code = named[0]
		if i := slices.IndexFunc(named, func(c string) bool { return slices.Contains(asked, c) }); i > 0 {
			code = named[i]
		}
	}
	row.Service, row.Agency = d.Catalogue().Service(code)
	if row.Agency == nil && e.HasTicket() {
		row.Agency = d.Catalogue().Agency(e.Ticket.Agency)
	}
	return row
}

// BookToday counts today's visits, and those of who told nothing of herself.
func (d *Desk) BookToday(ctx context.Context) (visits, anonymous int, err error) {
	if err := d.may(models.ActionGuestBook); err != nil {
		return 0, 0, err
	}
	return d.store.BookDay(ctx, d.mallID(), d.BusinessDate(d.clock.Now()))
}

// NameSearch is how far a search by name has come.
type NameSearch struct {
	Rows   []BookRow
	Opened int       // identities
	Back   time.Time // arrival of the one opened last; they are opened from today backwards
	More   bool      // there are more matches than it shows
}

const (
	namesAtOnce = 500 // identities read in one statement
	namesShown  = 200
)

// FindName looks for a name among the identities that are still kept, of the
// days of a filter, whose other fields ask for nothing here: they are opened in memory, one after the other, and nothing is written of them. Every
// word must begin a word of the name. It tells its progress as it goes and ends
// early when ctx does. The search is noted in the audit chain, without the
// name. Errors: KindRefused while the key is not at hand, KindUsage for fewer
// than two letters.
func (d *Desk) FindName(ctx context.Context, name string, days BookFilter, progress func(NameSearch)) (NameSearch, error) {
	var found NameSearch
	words := strings.Fields(strings.ToLower(name))
	if len([]rune(strings.Join(words, ""))) < 2 {
		return found, models.Misuse("book.name_short")
	}
	if !d.sealer.Ready() {
		return found, models.Refuse("key.locked")
	}
	q := models.BookQuery{MallIDs: []string{d.mallID()}, Limit: namesAtOnce}
	if err := d.bookDays(&q, days); err != nil {
		return found, err
	}
	if err := d.noteLookUp(ctx, "name"); err != nil {
		return found, err
	}
	for {
		visits, err := d.store.Kept(ctx, q)
		if err != nil || len(visits) == 0 {
			return found, err
		}
		last := visits[len(visits)-1]
		q.After, found.Back = models.BookCursor{At: last.ArrivedAt, ID: last.ID}, last.ArrivedAt
		found.Opened += len(visits)
		rows, err := d.store.BookOf(ctx, d.visitsNamed(visits, words))
		if err != nil {
			return found, err
		}
		found.Rows = append(found.Rows, d.bookRows(rows)...)
		if found.More = len(found.Rows) > namesShown; found.More {
			found.Rows = found.Rows[:namesShown]
		}
		progress(found)
		if found.More || len(visits) < namesAtOnce {
			return found, nil
		}
	}
}

// visitsNamed are the ids of the visits whose visitor has such a name.
func (d *Desk) visitsNamed(visits []models.Visit, words []string) []string {
	var ids []string
	for _, v := range visits {
		identity, err := d.sealer.Open(v.ID, v.Identity)
		if err == nil && hasWords(identity.Name, words) {
			ids = append(ids, v.ID)
		}
	}
	return ids
}

// hasWords tells whether each word begins a word of the name.
func hasWords(name string, words []string) bool {
	parts := strings.Fields(strings.ToLower(name))
	for _, word := range words {
		found := false
		for _, part := range parts {
			found = found || strings.HasPrefix(part, word)
		}
		if !found {
			return false
		}
	}
	return true
}
