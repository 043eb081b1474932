package guestbook

import (
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stagetest"
)

func TestTheListWithIdentitiesNeedsAReasonAndASecondYes(t *testing.T) {
	b := openBook(t, stagetest.BookRow("a", "1A-001"))
	b.Press("Ctrl+Shift+E")
	require.Contains(t, b.page(), b.Speak.T("guestbook.full.means", "exports"))
	b.Press("Enter")
	require.Contains(t, b.page(), b.Speak.T("book.reason"))
	b.Types("permintaan ombudsman")
	b.Press("Enter")
	require.Contains(t, b.page(), b.Speak.T("guestbook.full.sure"))
	require.Empty(t, b.fake.Deeds)
	b.Types(" RI")
	b.Press("Enter")
	require.Empty(t, b.fake.Deeds, "another reason is asked about anew")
	b.Press("Enter")
	require.Equal(t, []string{"full permintaan ombudsman RI"}, b.fake.Deeds)
	require.Contains(t, b.page(), "data-pribadi-buku-tamu.xlsx")
	require.Nil(t, b.state().form)
}

func TestWithoutTheRightNothingIsAsked(t *testing.T) {
	b := openBook(t, stagetest.BookRow("a", "1A-001"))
	b.fake.Allowed = func(a models.Action) bool { return a != models.ActionExportFull }
	b.Press("Ctrl+Shift+E")
	require.Nil(t, b.state().form)
	require.Contains(t, b.page(), b.Speak.T("right.export_full"))
	require.False(t, b.view().table.full.Visible())
}

func TestALeftExportWritesNothing(t *testing.T) {
	b := openBook(t, stagetest.BookRow("a", "1A-001"))
	b.Press("Ctrl+Shift+E")
	b.Types("uji")
	b.Press("Enter", "Esc")
	require.Nil(t, b.state().form)
	require.Empty(t, b.fake.Deeds)
}
