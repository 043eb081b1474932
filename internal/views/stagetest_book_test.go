package views

import (
	"context"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// fakeBook answers what a test says and remembers what was asked.
type fakeBook struct {
	*desk.Desk
	rows     []desk.BookRow
	found    desk.NameSearch
	open     []desk.OpenRequest
	err      error
	may      func(models.Action) bool
	asked    []desk.BookFilter
	opened   []string
	done     []string
	correct  desk.Correction
	searched context.Context
}

func (f *fakeBook) GuestBook(_ context.Context, q desk.BookFilter) (desk.BookRows, error) {
	f.asked = append(f.asked, q)
	if q.After != "" {
		return desk.BookRows{Rows: f.rows[2:]}, f.err
	}
	if len(f.rows) > 2 {
		return desk.BookRows{Rows: f.rows[:2], Next: "next"}, f.err
	}
	return desk.BookRows{Rows: f.rows}, f.err
}

func (f *fakeBook) FindName(ctx context.Context, name string, _ desk.BookFilter, _ func(desk.NameSearch)) (desk.NameSearch, error) {
	f.done, f.searched = append(f.done, "name "+name), ctx
	return f.found, f.err
}
func (f *fakeBook) BookToday(context.Context) (int, int, error) { return 61, 9, nil }
func (f *fakeBook) Person(_ context.Context, id string) (desk.Person, error) {
	return desk.Person{Visits: f.rows[:min(1, len(f.rows))], First: monday}, nil
}
func (f *fakeBook) Reveal(_ context.Context, id, why string) (models.Identity, error) {
	f.opened = append(f.opened, id+" "+why)
	return models.Identity{Name: "Siti Uji", NIK: "6402064101900001"}, f.err
}
func (f *fakeBook) Correct(_ context.Context, c desk.Correction) ([]desk.Warning, error) {
	f.correct = c
	return nil, f.err
}
func (f *fakeBook) VoidRecord(_ context.Context, visit, ticket, reason string) error {
	f.done = append(f.done, "void "+ticket+" "+reason)
	return f.err
}
func (f *fakeBook) Reprint(_ context.Context, ticket string) (desk.Issued, error) {
	f.done = append(f.done, "print "+ticket)
	return desk.Issued{}, f.err
}
func (f *fakeBook) RequestRight(_ context.Context, visit string, kind models.RequestKind, reason string) (models.PersonRequest, error) {
	f.done = append(f.done, "request "+string(kind)+" "+reason)
	return models.PersonRequest{DueAt: monday}, f.err
}
func (f *fakeBook) OpenRequests(context.Context) ([]desk.OpenRequest, error) { return f.open, nil }
func (f *fakeBook) StopPerson(_ context.Context, visit, reason string) (int, error) {
	f.done = append(f.done, "stop "+visit+" "+reason)
	return 1, f.err
}
func (f *fakeBook) ErasePerson(_ context.Context, visit, reason string) (int, error) {
	f.done = append(f.done, "erase "+visit+" "+reason)
	return 1, f.err
}
func (f *fakeBook) RetentionDays() int       { return 90 }
func (f *fakeBook) May(a models.Action) bool { return f.may == nil || f.may(a) }
func (f *fakeBook) Permit(a models.Action) error {
	if f.May(a) {
		return nil
	}
	return models.Refuse("rights.no_administrator", models.Say("right."+string(a)))
}
func (f *fakeBook) ExportFull(_ context.Context, _ desk.BookFilter, reason string) (string, int, error) {
	f.done = append(f.done, "full "+reason)
	return "data-pribadi-buku-tamu.xlsx", 2, f.err
}
func (f *fakeBook) ExportPlace() string { return "exports" }
func (f *fakeBook) ExportList(context.Context, desk.BookFilter) (string, int, error) {
	f.done = append(f.done, "list")
	return "daftar.xlsx", 2, f.err
}
func (f *fakeBook) ExportPersonFile(_ context.Context, visit, reason string) (string, int, error) {
	f.done = append(f.done, "export "+visit+" "+reason)
	return "data.pdf", 1, f.err
}

// bookRow is a visitor with a number, who told her name.
func bookRow(id, number string) desk.BookRow {
	identity := models.Identity{Name: "Siti Uji", NIK: "6402064101900001"}
	return desk.BookRow{BookEntry: models.BookEntry{
		Visit:  models.Visit{ID: id, ArrivedAt: monday, Identity: models.SealedIdentity{Blob: []byte{1}, Masked: identity.Mask()}},
		Ticket: models.Ticket{ID: "t" + id, Number: number, State: models.TicketWaiting, Service: "X"}}}
}
