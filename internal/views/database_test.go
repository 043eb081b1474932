package views

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stagetest"
)

func TestTheStatusBarTellsWhetherTheMallsServerAnswers(t *testing.T) {
	h := openWindow(t, func(_ *stagetest.Desk, o *Options) { o.Database = "server/mal" })
	bar := func() string {
		h.p.watch.ask()
		h.Work.Drain()
		first := h.p.frame.storedStatus()[0]
		return first.Word + ", " + first.Detail
	}
	require.Equal(t, "Tersimpan di database mal, server/mal", bar())
	h.desk.Unread = errors.New("gone")
	require.Equal(t, "Server database tidak menjawab, server/mal · nomor tidak bisa diterbitkan", bar())
	h.desk.Unread = nil
	require.Equal(t, "Tersimpan di database mal, server/mal", bar())
}

func TestTheWindowTellsThatItWorksAloneAndThatItIsBack(t *testing.T) {
	link := models.MallLink{Name: "server/mal"}
	h := openWindow(t, func(_ *stagetest.Desk, o *Options) {
		o.Database, o.Link = "server/mal", func() models.MallLink { return link }
	})
	look := func() string {
		h.p.watch.ask()
		h.Work.Drain()
		first := h.p.frame.storedStatus()[0]
		return first.Word + ", " + first.Detail
	}
	require.Equal(t, "Tersimpan di database mal, server/mal", look())
	require.False(t, h.p.frame.alone.Visible())

	link.Alone, link.First, link.Waiting, link.Since = true, 2001, 3, stagetest.Monday
	require.Equal(t, "Server mal tidak terjangkau: meja ini bekerja sendiri, nomor mulai 2001 · 3 kunjungan menunggu server", look())
	require.True(t, h.p.frame.alone.Visible())
	title, _ := aloneWords(h.p.speak, link)
	require.Contains(t, title, "nomor mulai 2001")
	h.p.setLanguage(text.English)
	require.True(t, h.p.frame.alone.Visible(), "a window in another language still says it")
	h.p.setLanguage(text.Indonesian)

	link.Returning = true
	require.Equal(t, "Server mal sudah kembali: catatan diserahkan, 3 kunjungan", look())
	link.Trouble = models.Say("store.busy")
	_, sentence := aloneWords(h.p.speak, link)
	require.Contains(t, sentence, "Tidak ada yang hilang")

	link = models.MallLink{Name: "server/mal"}
	require.Equal(t, "Tersimpan di database mal, server/mal", look())
	require.False(t, h.p.frame.alone.Visible())
}
