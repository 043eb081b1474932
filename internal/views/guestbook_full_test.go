package views

import (
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
)

func TestTheListWithIdentitiesNeedsAReasonAndASecondYes(t *testing.T) {
	b := openBook(t, bookRow("a", "1A-001"))
	b.press("Ctrl+Shift+E")
	require.Contains(t, b.page(), b.speak.T("guestbook.full.means", "exports"))
	b.press("Enter")
	require.Contains(t, b.page(), b.speak.T("book.reason"))
	b.types("permintaan ombudsman")
	b.press("Enter")
	require.Contains(t, b.page(), b.speak.T("guestbook.full.sure"))
	require.Empty(t, b.fake.done)
	b.types(" RI")
	b.press("Enter")
	require.Empty(t, b.fake.done, "another reason is asked about anew")
	b.press("Enter")
	require.Equal(t, []string{"full permintaan ombudsman RI"}, b.fake.done)
	require.Contains(t, b.page(), "data-pribadi-buku-tamu.xlsx")
	require.Nil(t, b.state().form)
}

func TestWithoutTheRightNothingIsAsked(t *testing.T) {
	b := openBook(t, bookRow("a", "1A-001"))
	b.fake.may = func(a models.Action) bool { return a != models.ActionExportFull }
	b.press("Ctrl+Shift+E")
	require.Nil(t, b.state().form)
	require.Contains(t, b.page(), b.speak.T("right.export_full"))
	require.False(t, b.view().table.full.Visible())
}

func TestALeftExportWritesNothing(t *testing.T) {
	b := openBook(t, bookRow("a", "1A-001"))
	b.press("Ctrl+Shift+E")
	b.types("uji")
	b.press("Enter", "Esc")
	require.Nil(t, b.state().form)
	require.Empty(t, b.fake.done)
}
