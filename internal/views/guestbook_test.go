package views

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

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

type bookHand struct {
	*hand
	fake *fakeBook
}

func openBook(t *testing.T, rows ...desk.BookRow) *bookHand {
	t.Helper()
	fake := &fakeBook{rows: rows}
	h := openWindow(t, func(f *fakeDesk, o *Options) {
		fake.Desk = f.Desk
		o.GuestBook = fake
	})
	b := &bookHand{h, fake}
	b.press("F4")
	return b
}

func (b *bookHand) state() *guestbookState { return b.p.guestbook.state }

func (b *bookHand) page() string {
	return (&syncHand{hand: b.hand}).words(b.p.frame.pages[ScreenGuestbook])
}

func TestGuestBookMasksUntilTheKeyIsHeldAndNotesEachTime(t *testing.T) {
	b := openBook(t, bookRow("a", "1A-001"))
	require.NotContains(t, b.page(), "Siti")
	require.Contains(t, b.page(), "S•••• U••••")
	b.press("Alt+V")
	require.Empty(t, b.fake.opened, "nothing is opened before it is said what for")
	require.Contains(t, b.page(), "untuk apa")
	b.press("2")
	b.press("Alt+V")
	b.press("Alt+V") // the key repeats
	require.Contains(t, b.page(), "Siti Uji")
	require.Contains(t, b.page(), "6402064101900001")
	b.p.guestbook.holder.KeyUp(&fyne.KeyEvent{Name: fyne.KeyV})
	require.NotContains(t, b.page(), "Siti Uji")
	require.Equal(t, []string{"a contact"}, b.fake.opened)
	b.press("Alt+V")
	b.press("F1")
	b.press("F4")
	require.NotContains(t, b.page(), "Siti Uji")
	require.Len(t, b.fake.opened, 2)
}

func TestGuestBookReadsTheNextPageBeforeTheEnd(t *testing.T) {
	b := openBook(t, bookRow("a", "1A-001"), bookRow("b", "1A-002"), bookRow("c", "1A-003"))
	b.press("Down")
	require.Len(t, b.state().rows, 3)
	require.Equal(t, "next", b.fake.asked[len(b.fake.asked)-1].After)
}

func TestGuestBookReadsWhatIsTypedByItsShape(t *testing.T) {
	b := openBook(t, bookRow("a", "1A-001"))
	for _, c := range []struct {
		typed string
		want  desk.BookFilter
	}{
		{"1a-014", desk.BookFilter{Number: "1a-014"}}, {"6402064101900001", desk.BookFilter{NIK: "6402064101900001"}},
		{"081255500001", desk.BookFilter{Phone: "081255500001"}}, {"disdukcapil", desk.BookFilter{Agency: "DUK"}},
		{"23/11/2026", desk.BookFilter{From: "2026-11-23", To: "2026-11-23"}},
		{"disdukcapil 1/11/2026 23/11/2026", desk.BookFilter{Agency: "DUK", From: "2026-11-01", To: "2026-11-23"}},
	} {
		b.press("R")
		b.press("Ctrl+F")
		b.state().typed = c.typed
		b.press("Enter")
		got := b.fake.asked[len(b.fake.asked)-1]
		require.Equal(t, c.want, got, c.typed)
	}
	b.state().typed = "siti"
	b.press("Ctrl+F")
	b.press("Enter")
	require.Contains(t, b.fake.done, "name siti")
	require.Error(t, b.fake.searched.Err(), "a search that is over holds nothing")
}

func TestGuestBookCorrectsOnlyWhatIsTyped(t *testing.T) {
	b := openBook(t, bookRow("a", "1A-001"))
	b.press("K")
	b.state().fill(bookName, "Siti Ujian")
	b.state().fill(bookPhone, "-")
	b.state().fill(bookGroups, "3, 1")
	b.state().fill(bookReason, "salah ketik")
	for range bookFieldCount {
		b.press("Enter")
	}
	c := b.fake.correct
	require.Equal(t, &[]models.Priority{models.PriorityElderly, models.PriorityPregnant}, c.Priorities)
	require.Nil(t, c.Purpose)
	require.Equal(t, "Siti Ujian", *c.Name)
	require.Empty(t, *c.Phone)
	require.Nil(t, c.NIK)
	require.Equal(t, "salah ketik", c.Reason)
	require.Nil(t, b.state().form)
}

func TestGuestBookDoesEachActionByItsKeysOnce(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"B"}, "void ta alasan"}, {[]string{"H"}, "stop a alasan"}, {[]string{"Delete"}, "erase a alasan"},
		{[]string{"E"}, "export a alasan"}, {[]string{"M", "4"}, "request erasure alasan"},
	} {
		b := openBook(t, bookRow("a", "1A-001"))
		for _, key := range c.keys {
			b.press(key)
		}
		b.state().fill(bookReason, "alasan")
		b.press("Enter")
		require.Equal(t, []string{c.want}, b.fake.done)
	}
	b := openBook(t, bookRow("a", "1A-001"))
	b.press("Ctrl+P")
	b.press("Ctrl+E")
	require.Equal(t, []string{"print ta", "list"}, b.fake.done)
}

func TestGuestBookTellsWhoHasNoRightBeforeAnythingIsTyped(t *testing.T) {
	b := openBook(t, bookRow("a", "1A-001"))
	b.fake.may = func(a models.Action) bool { return a != models.ActionPersonalData }
	b.press("Delete")
	require.Nil(t, b.state().form)
	require.Contains(t, b.page(), "supervisor")
}

func TestGuestBookSaysOverdueInWordsAndNothingIsLostByAFault(t *testing.T) {
	b := openBook(t, bookRow("a", "1A-001"))
	late := models.PersonRequest{VisitID: "a", Kind: models.RequestErasure, At: monday, DueAt: monday.Add(-2 * time.Hour)}
	b.fake.open = []desk.OpenRequest{{PersonRequest: late, Row: bookRow("a", "1A-001"), Urgency: models.UrgencyOverdue}}
	b.press("P")
	require.Contains(t, b.page(), "terlambat")
	b.press("K")
	b.state().fill(bookName, "Siti Ujian")
	b.fake.err = models.Refuse("key.locked")
	for range bookFieldCount {
		b.press("Enter")
	}
	require.Equal(t, "Siti Ujian", b.state().form.values[bookName])
	require.NotNil(t, b.state().err)
}

func TestGuestBookIsEmptyInWords(t *testing.T) {
	b := openBook(t)
	require.True(t, strings.Contains(b.page(), "Tidak ada catatan"), b.page())
}

func TestGuestBookTellsWhenAnIdentityGoesAndWhyItWent(t *testing.T) {
	kept := bookRow("a", "1A-001")
	b := openBook(t, kept)
	require.Contains(t, b.page(), "21 Februari 2027 · 90 hari")
	for _, c := range []struct {
		erased   time.Time
		requests []models.PersonRequest
		want     string
	}{
		{monday.AddDate(0, 0, 90), nil, "setelah masa simpan 90 hari"},
		{monday.AddDate(0, 0, 2), []models.PersonRequest{{Kind: models.RequestErasure, DoneAt: monday.AddDate(0, 0, 2)}}, "atas permintaan"},
		{monday.AddDate(0, 0, 2), nil, "25 November 2026"},
	} {
		row := bookRow("a", "1A-001")
		row.Visit.Identity, row.Visit.ErasedAt = models.SealedIdentity{}, c.erased
		words := guestbookWords{speak: b.p.guestbook.speak, now: monday}
		require.Contains(t, words.gone(row, desk.Person{Trail: models.Trail{Requests: c.requests}}, 90), c.want)
	}
}

func TestGuestBookShowsWhatBecameOfAGroupAndOfAPersonalValueOnlyThatItChanged(t *testing.T) {
	b := openBook(t, bookRow("a", "1A-001"))
	row := bookRow("a", "1A-001")
	row.Visit.Priorities = []models.Priority{models.PriorityPregnant}
	person := desk.Person{Visits: []desk.BookRow{row}, Trail: models.Trail{Corrections: []models.Correction{
		{VisitID: "a", Field: models.CorrectedPriorities}, {VisitID: "a", Field: models.CorrectedName},
		{VisitID: "a", Field: models.CorrectedPriorities, Former: "elderly"},
	}}}
	words := guestbookWords{speak: b.p.guestbook.speak, now: monday}
	require.Equal(t, "prioritas: – → lansia", words.changed(person, 0))
	require.Equal(t, "nama berubah", words.changed(person, 1))
	require.Equal(t, "prioritas: lansia → hamil", words.changed(person, 2))
}

func TestGuestBookRefusesANumberThatIsNoGroup(t *testing.T) {
	for _, typed := range []string{"7", "lansia", "1 0"} {
		_, err := groupsTyped(typed)
		require.Equal(t, models.KindUsage, models.KindOf(err), typed)
	}
	none, err := groupsTyped("-")
	require.NoError(t, err)
	require.Empty(t, *none)
}
