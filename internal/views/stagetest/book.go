package stagetest

import (
	"context"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// Book answers what a test says and remembers what was asked.
type Book struct {
	*desk.Desk
	Rows      []desk.BookRow
	found     desk.NameSearch
	Open      []desk.OpenRequest
	Err       error
	Allowed   func(models.Action) bool
	Asked     []desk.BookFilter
	Opened    []string
	Deeds     []string
	Corrected desk.Correction
	Searched  context.Context
}

func (f *Book) GuestBook(_ context.Context, q desk.BookFilter) (desk.BookRows, error) {
	f.Asked = append(f.Asked, q)
	if q.After != "" {
		return desk.BookRows{Rows: f.Rows[2:]}, f.Err
	}
	if len(f.Rows) > 2 {
		return desk.BookRows{Rows: f.Rows[:2], Next: "next"}, f.Err
	}
	return desk.BookRows{Rows: f.Rows}, f.Err
}

func (f *Book) FindName(ctx context.Context, name string, _ desk.BookFilter, _ func(desk.NameSearch)) (desk.NameSearch, error) {
	f.Deeds, f.Searched = append(f.Deeds, "name "+name), ctx
	return f.found, f.Err
}
func (f *Book) BookToday(context.Context) (int, int, error) { return 61, 9, nil }
func (f *Book) Person(_ context.Context, id string) (desk.Person, error) {
	return desk.Person{Visits: f.Rows[:min(1, len(f.Rows))], First: Monday}, nil
}
func (f *Book) Reveal(_ context.Context, id, why string) (models.Identity, error) {
	f.Opened = append(f.Opened, id+" "+why)
	return models.Identity{Name: "Siti Uji", NIK: "6402064101900001"}, f.Err
}
func (f *Book) Correct(_ context.Context, c desk.Correction) ([]desk.Warning, error) {
	f.Corrected = c
	return nil, f.Err
}
func (f *Book) VoidRecord(_ context.Context, visit, ticket, reason string) error {
	f.Deeds = append(f.Deeds, "void "+ticket+" "+reason)
	return f.Err
}
func (f *Book) Reprint(_ context.Context, ticket string) (desk.Issued, error) {
	f.Deeds = append(f.Deeds, "print "+ticket)
	return desk.Issued{}, f.Err
}
func (f *Book) RequestRight(_ context.Context, visit string, kind models.RequestKind, reason string) (models.PersonRequest, error) {
	f.Deeds = append(f.Deeds, "request "+string(kind)+" "+reason)
	return models.PersonRequest{DueAt: Monday}, f.Err
}
func (f *Book) OpenRequests(context.Context) ([]desk.OpenRequest, error) { return f.Open, nil }
func (f *Book) StopPerson(_ context.Context, visit, reason string) (int, error) {
	f.Deeds = append(f.Deeds, "stop "+visit+" "+reason)
	return 1, f.Err
}
func (f *Book) ErasePerson(_ context.Context, visit, reason string) (int, error) {
	f.Deeds = append(f.Deeds, "erase "+visit+" "+reason)
	return 1, f.Err
}
func (f *Book) RetentionDays() int       { return 90 }
func (f *Book) May(a models.Action) bool { return f.Allowed == nil || f.Allowed(a) }
func (f *Book) Permit(a models.Action) error {
	if f.May(a) {
		return nil
	}
	return models.Refuse("rights.no_administrator", models.Say("right."+string(a)))
}
func (f *Book) ExportFull(_ context.Context, _ desk.BookFilter, reason string) (string, int, error) {
	f.Deeds = append(f.Deeds, "full "+reason)
	return "data-pribadi-buku-tamu.xlsx", 2, f.Err
}
func (f *Book) ExportPlace() string { return "exports" }
func (f *Book) ExportList(context.Context, desk.BookFilter) (string, int, error) {
	f.Deeds = append(f.Deeds, "list")
	return "daftar.xlsx", 2, f.Err
}
func (f *Book) ExportPersonFile(_ context.Context, visit, reason string) (string, int, error) {
	f.Deeds = append(f.Deeds, "export "+visit+" "+reason)
	return "data.pdf", 1, f.Err
}

// BookRow is a visitor with a number, who told her name.
func BookRow(id, number string) desk.BookRow {
	identity := models.Identity{Name: "Siti Uji", NIK: "6402064101900001"}
	return desk.BookRow{BookEntry: models.BookEntry{
		Visit:  models.Visit{ID: id, ArrivedAt: Monday, Identity: models.SealedIdentity{Blob: []byte{1}, Masked: identity.Mask()}},
		Ticket: models.Ticket{ID: "t" + id, Number: number, State: models.TicketWaiting, Service: "X"}}}
}
