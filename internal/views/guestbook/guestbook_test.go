package guestbook

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

type bookHand struct {
	*stagetest.Alone
	fake *stagetest.Book
}

func openBook(t *testing.T, rows ...desk.BookRow) *bookHand {
	t.Helper()
	d := stagetest.NewDesk(t)
	fake := &stagetest.Book{Rows: rows, Desk: d.Desk}
	b := &bookHand{stagetest.Open(t, stagetest.Scene{Name: stage.ScreenGuestbook, Opens: "F4", Keys: Keys(), Desk: d,
		Make: func(s stage.Stage) stage.Screen { return New(fake, s) }}), fake}
	b.Press("F4")
	return b
}

func (b *bookHand) view() *Screen { return b.Screen.(*Screen) }

func (b *bookHand) state() *guestbookState { return b.view().state }

func (b *bookHand) page() string { return b.Words() }

func TestGuestBookMasksUntilTheKeyIsHeldAndNotesEachTime(t *testing.T) {
	b := openBook(t, stagetest.BookRow("a", "1A-001"))
	require.NotContains(t, b.page(), "Siti")
	require.Contains(t, b.page(), "S•••• U••••")
	b.Press("Alt+V")
	require.Empty(t, b.fake.Opened, "nothing is opened before it is said what for")
	require.Contains(t, b.page(), "untuk apa")
	b.Press("2")
	b.Press("Alt+V")
	b.Press("Alt+V") // the key repeats
	require.Contains(t, b.page(), "Siti Uji")
	require.Contains(t, b.page(), "6402064101900001")
	b.view().holder.KeyUp(&fyne.KeyEvent{Name: fyne.KeyV})
	require.NotContains(t, b.page(), "Siti Uji")
	require.Equal(t, []string{"a contact"}, b.fake.Opened)
	b.Press("Alt+V")
	b.Press("F1")
	b.Press("F4")
	require.NotContains(t, b.page(), "Siti Uji")
	require.Len(t, b.fake.Opened, 2)
}

func TestGuestBookReadsTheNextPageBeforeTheEnd(t *testing.T) {
	b := openBook(t, stagetest.BookRow("a", "1A-001"), stagetest.BookRow("b", "1A-002"), stagetest.BookRow("c", "1A-003"))
	b.Press("Down")
	require.Len(t, b.state().rows, 3)
	require.Equal(t, "next", b.fake.Asked[len(b.fake.Asked)-1].After)
}

func TestGuestBookReadsWhatIsTypedByItsShape(t *testing.T) {
	b := openBook(t, stagetest.BookRow("a", "1A-001"))
	for _, c := range []struct {
		typed string
		want  desk.BookFilter
	}{
		{"1a-014", desk.BookFilter{Number: "1a-014"}}, {"6402064101900001", desk.BookFilter{NIK: "6402064101900001"}},
		{"081255500001", desk.BookFilter{Phone: "081255500001"}}, {"disdukcapil", desk.BookFilter{Agency: "DUK"}},
		{"23/11/2026", desk.BookFilter{From: "2026-11-23", To: "2026-11-23"}},
		{"disdukcapil 1/11/2026 23/11/2026", desk.BookFilter{Agency: "DUK", From: "2026-11-01", To: "2026-11-23"}},
	} {
		b.Press("R")
		b.Press("Ctrl+F")
		b.state().typed = c.typed
		b.Press("Enter")
		got := b.fake.Asked[len(b.fake.Asked)-1]
		require.Equal(t, c.want, got, c.typed)
	}
	b.state().typed = "siti"
	b.Press("Ctrl+F")
	b.Press("Enter")
	require.Contains(t, b.fake.Deeds, "name siti")
	require.Error(t, b.fake.Searched.Err(), "a search that is over holds nothing")
}

func TestGuestBookCorrectsOnlyWhatIsTyped(t *testing.T) {
	b := openBook(t, stagetest.BookRow("a", "1A-001"))
	b.Press("K")
	b.state().fill(bookName, "Siti Ujian")
	b.state().fill(bookPhone, "-")
	b.state().fill(bookGroups, "3, 1")
	b.state().fill(bookReason, "salah ketik")
	for range bookFieldCount {
		b.Press("Enter")
	}
	c := b.fake.Corrected
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
		b := openBook(t, stagetest.BookRow("a", "1A-001"))
		for _, key := range c.keys {
			b.Press(key)
		}
		b.state().fill(bookReason, "alasan")
		b.Press("Enter")
		require.Equal(t, []string{c.want}, b.fake.Deeds)
	}
	b := openBook(t, stagetest.BookRow("a", "1A-001"))
	b.Press("Ctrl+P")
	b.Press("Ctrl+E")
	require.Equal(t, []string{"print ta", "list"}, b.fake.Deeds)
}

func TestGuestBookTellsWhoHasNoRightBeforeAnythingIsTyped(t *testing.T) {
	b := openBook(t, stagetest.BookRow("a", "1A-001"))
	b.fake.Allowed = func(a models.Action) bool { return a != models.ActionPersonalData }
	b.Press("Delete")
	require.Nil(t, b.state().form)
	require.Contains(t, b.page(), "supervisor")
}

func TestGuestBookSaysOverdueInWordsAndNothingIsLostByAFault(t *testing.T) {
	b := openBook(t, stagetest.BookRow("a", "1A-001"))
	late := models.PersonRequest{VisitID: "a", Kind: models.RequestErasure, At: stagetest.Monday, DueAt: stagetest.Monday.Add(-2 * time.Hour)}
	b.fake.Open = []desk.OpenRequest{{PersonRequest: late, Row: stagetest.BookRow("a", "1A-001"), Urgency: models.UrgencyOverdue}}
	b.Press("P")
	require.Contains(t, b.page(), "terlambat")
	b.Press("K")
	b.state().fill(bookName, "Siti Ujian")
	b.fake.Err = models.Refuse("key.locked")
	for range bookFieldCount {
		b.Press("Enter")
	}
	require.Equal(t, "Siti Ujian", b.state().form.values[bookName])
	require.NotNil(t, b.state().err)
}

func TestGuestBookIsEmptyInWords(t *testing.T) {
	b := openBook(t)
	require.True(t, strings.Contains(b.page(), "Tidak ada catatan"), b.page())
}

func TestGuestBookTellsWhenAnIdentityGoesAndWhyItWent(t *testing.T) {
	kept := stagetest.BookRow("a", "1A-001")
	b := openBook(t, kept)
	require.Contains(t, b.page(), "21 Februari 2027 · 90 hari")
	for _, c := range []struct {
		erased   time.Time
		requests []models.PersonRequest
		want     string
	}{
		{stagetest.Monday.AddDate(0, 0, 90), nil, "setelah masa simpan 90 hari"},
		{stagetest.Monday.AddDate(0, 0, 2), []models.PersonRequest{{Kind: models.RequestErasure, DoneAt: stagetest.Monday.AddDate(0, 0, 2)}}, "atas permintaan"},
		{stagetest.Monday.AddDate(0, 0, 2), nil, "25 November 2026"},
	} {
		row := stagetest.BookRow("a", "1A-001")
		row.Visit.Identity, row.Visit.ErasedAt = models.SealedIdentity{}, c.erased
		words := guestbookWords{speak: b.view().speak, now: stagetest.Monday}
		require.Contains(t, words.gone(row, desk.Person{Trail: models.Trail{Requests: c.requests}}, 90), c.want)
	}
}

func TestGuestBookShowsWhatBecameOfAGroupAndOfAPersonalValueOnlyThatItChanged(t *testing.T) {
	b := openBook(t, stagetest.BookRow("a", "1A-001"))
	row := stagetest.BookRow("a", "1A-001")
	row.Visit.Priorities = []models.Priority{models.PriorityPregnant}
	person := desk.Person{Visits: []desk.BookRow{row}, Trail: models.Trail{Corrections: []models.Correction{
		{VisitID: "a", Field: models.CorrectedPriorities}, {VisitID: "a", Field: models.CorrectedName},
		{VisitID: "a", Field: models.CorrectedPriorities, Former: "elderly"},
	}}}
	words := guestbookWords{speak: b.view().speak, now: stagetest.Monday}
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
