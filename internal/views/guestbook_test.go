package views

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

type bookHand struct {
	*alone
	fake *fakeBook
}

func openBook(t *testing.T, rows ...desk.BookRow) *bookHand {
	t.Helper()
	d := newFakeDesk(t)
	fake := &fakeBook{rows: rows, Desk: d.Desk}
	b := &bookHand{openAlone(t, scene{name: ScreenGuestbook, opens: "F4", keys: guestbookKeys(), desk: d,
		make: func(s stage) screen { return newGuestbookScreen(fake, s) }}), fake}
	b.press("F4")
	return b
}

func (b *bookHand) view() *guestbookScreen { return b.screen.(*guestbookScreen) }

func (b *bookHand) state() *guestbookState { return b.view().state }

func (b *bookHand) page() string { return b.words() }

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
	b.view().holder.KeyUp(&fyne.KeyEvent{Name: fyne.KeyV})
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
		words := guestbookWords{speak: b.view().speak, now: monday}
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
	words := guestbookWords{speak: b.view().speak, now: monday}
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
