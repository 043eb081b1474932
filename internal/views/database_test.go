package views

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheStatusBarTellsWhetherTheMallsServerAnswers(t *testing.T) {
	h := openWindow(t, func(_ *fakeDesk, o *Options) { o.Database = "server/mal" })
	bar := func() string {
		h.p.watch.ask()
		h.work.drain()
		first := h.p.frame.storedStatus()[0]
		return first.Word + ", " + first.Detail
	}
	require.Equal(t, "Tersimpan di database mal, server/mal", bar())
	h.desk.unread = errors.New("gone")
	require.Equal(t, "Server database tidak menjawab, server/mal · nomor tidak bisa diterbitkan", bar())
	h.desk.unread = nil
	require.Equal(t, "Tersimpan di database mal, server/mal", bar())
}
