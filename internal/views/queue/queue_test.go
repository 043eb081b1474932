package queue

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stagetest"
)

func TestQueueShowsTheCountersAndWhoWaits(t *testing.T) {
	h := openQueue(t)
	said := h.says()
	for _, words := range []string{"Disdukcapil", "Nomor 1A · Lantai 1", "1A-009", "Dilayani 7 menit", "Dipanggil 2× · 1 menit",
		"1A-012", "berikutnya", "Kosong sejak 2 menit", "Ditunda 1", "kembali 09.19", "dipanggil 3 kali", "8 di semua loket"} {
		require.Contains(t, said, words)
	}
	require.Equal(t, "DUK-3", h.s().counter, "the free counter is chosen")
	h.at(h.view().holder)
}

func TestSpaceCallsTheNextToAFreeCounterAlone(t *testing.T) {
	h := openQueue(t)
	h.Press("Space")
	require.Equal(t, []string{"next 1A-012"}, h.fake.did)
	require.Contains(t, h.says(), "1A-012 dipanggil ke loket 103")

	h.Desk.Clock = h.Desk.Clock.Add(time.Second)
	h.Press("Space")
	require.Len(t, h.fake.did, 1)
	require.Contains(t, h.says(), "1A-012 baru dipanggil ke loket ini")
	h.Press("Left", "Left")
	h.Desk.Clock = h.Desk.Clock.Add(time.Second)
	h.Press("Space")
	require.Len(t, h.fake.did, 1)
	require.Contains(t, h.says(), "1A-009 masih dilayani")
}

func TestTheCallButtonSwallowsADoubleClick(t *testing.T) {
	h := openQueue(t)
	h.fake.tickets = h.fake.tickets[2:] // every counter is free
	h.s().Load()
	h.Work.Drain()
	press := h.view().cards.cards[0].next.OnTapped
	press()
	h.Work.Drain()
	h.Desk.Clock = h.Desk.Clock.Add(299 * time.Millisecond)
	press = h.view().cards.cards[1].next.OnTapped
	press()
	h.Work.Drain()
	require.Len(t, h.fake.did, 1)
	for range 10 { // a key held down
		h.Desk.Clock = h.Desk.Clock.Add(200 * time.Millisecond)
		h.Press("Space")
	}
	require.Len(t, h.fake.did, 1)
	h.Desk.Clock = h.Desk.Clock.Add(300 * time.Millisecond)
	h.Press("Space")
	require.Len(t, h.fake.did, 2)
}

func TestATicketGoesThroughItsLifeByKeys(t *testing.T) {
	h := openQueue(t)
	h.Press("Space", "U", "H", "A")
	h.Types("102")
	h.Press("Enter")
	h.Press("Down", "P")
	h.Types("5")
	h.Press("Enter")
	h.Press("Tab", "Tab", "K")
	h.Desk.Clock = h.Desk.Clock.Add(time.Second)
	h.Press("Space", "X")
	h.Desk.Clock = h.Desk.Clock.Add(time.Second)
	h.Press("Space", "H", "S", "Ctrl+Z")
	require.Equal(t, []string{"next 1A-012", "recall 1A-012", "serve 1A-012", "transfer to DUK-2 1A-012",
		"park 5m0s 1A-012", "return 1A-012", "next 1A-012", "noshow 1A-012", "next 1A-011", "serve 1A-011", "done 1A-011",
		"undo 1A-011"}, h.fake.did)
}

func TestAnActionIsUndoneWithinThirtySecondsAlone(t *testing.T) {
	h := openQueue(t)
	h.Press("Ctrl+Z")
	require.Contains(t, h.says(), "Tidak ada tindakan")
	h.Press("Space")
	require.Contains(t, h.says(), "urungkan (30 dtk)")
	h.later(28 * time.Second)
	require.Contains(t, h.says(), "urungkan (2 dtk)")
	h.Press("Ctrl+Z")
	require.Equal(t, "undo 1A-012", h.fake.did[1])
	require.Contains(t, h.says(), "1A-012 diurungkan")

	h.Desk.Clock = h.Desk.Clock.Add(time.Second)
	h.Press("Space")
	h.later(30 * time.Second)
	h.Press("Ctrl+Z")
	require.Len(t, h.fake.did, 3)
}

func TestWhoCameTooLateReadsWhatWasDoneAndSeesItNow(t *testing.T) {
	h := openQueue(t)
	h.Press("Down", "A")
	h.fake.tickets[2].State, h.fake.tickets[2].AtCounter, h.fake.tickets[2].LastEvent = models.TicketCalled, "DUK-1", "other"
	h.fake.refuse = models.Refuse("queue_page.busy.called", "1A-012")
	h.Press("Enter")
	require.Nil(t, h.s().ask)
	require.Contains(t, h.says(), "1A-012 baru dipanggil ke loket ini")
	require.Contains(t, h.says(), "Layar sudah diperbarui")
	require.Len(t, h.s().rows, 4, "the row is gone")
	h.Press("Right")
	require.NotContains(t, h.says(), "Layar sudah diperbarui", "a key takes the note away")
}

func TestLettersWhileAskedGoIntoTheField(t *testing.T) {
	h := openQueue(t)
	h.Press("Down", "A")
	h.at(h.view().asking.field.Input)
	h.Types("sph 1")
	require.Equal(t, "sph 1", h.s().ask.typed)
	require.Empty(t, h.fake.did)
	require.Equal(t, "", h.s().only)
	h.Press("Esc")
	h.at(h.view().holder)
	require.Equal(t, partWaiting, h.s().spot.part, "the row is still chosen")
}

func TestTransferFindsCountersServicesAndAgencies(t *testing.T) {
	h := openQueue(t)
	h.Press("Down", "A")
	first := func() desk.Target { return h.s().ask.choices[0].to }
	require.Equal(t, "DUK-1", first().Counter, "first the counters of the agency")
	h.Types("104")
	require.NotEmpty(t, first().Counter)
	h.Press("Esc", "A")
	h.Types("samsat")
	require.Equal(t, desk.Target{Agency: "SAM"}, first())
	h.Press("Esc", "A")
	h.Types("kk hilang")
	require.Equal(t, desk.Target{Service: "DUK-07"}, first())
	h.Press("Alt+1")
	require.Equal(t, []string{"transfer to DUK-07 1A-012"}, h.fake.did)
}

func TestASecondServiceIsForTheSameVisitor(t *testing.T) {
	h := openQueue(t)
	h.Press("Left", "Left", "L")
	h.Types("kk hilang")
	h.Press("Enter")
	require.Equal(t, []string{"second DUK-07 1A-009"}, h.fake.did)
}

func TestParkingTakesMinutesOfItsDayAlone(t *testing.T) {
	h := openQueue(t)
	for _, wrong := range []string{"0", "x", "241", " "} {
		h.Press("Down", "P")
		h.Types(wrong)
		h.Press("Enter")
		require.Empty(t, h.fake.did, wrong)
		require.NotNil(t, h.s().ask)
		h.Press("Esc", "Esc")
	}
	h.Press("Down", "P", "Enter")
	require.Equal(t, []string{"park 10m0s 1A-012"}, h.fake.did)
}

func TestAKeyThatDoesNotFitSaysWhenItDoes(t *testing.T) {
	h := openQueue(t)
	h.Press("H")
	require.Contains(t, h.says(), "Tidak ada pengunjung di loket ini")
	h.Press("Down", "S")
	require.Contains(t, h.says(), "1A-012 sedang menunggu; \"Selesai\"")
	h.Press("Enter")
	require.Equal(t, []string{"call 1A-012"}, h.fake.did, "a row is called out of its turn")
}

func TestTheChosenRowStaysOnItsTicket(t *testing.T) {
	h := openQueue(t)
	h.Press("Down", "Down", "Down")
	require.Equal(t, "1A-011", h.s().spot.id)
	h.fake.tickets[2].State = models.TicketDone // the first of the list
	h.fake.wrote()
	h.later(time.Second)
	h.s().Load()
	h.Work.Drain()
	target, _ := h.s().target()
	require.Equal(t, "1A-011", target.Number)
	for i := range h.fake.tickets {
		if h.fake.tickets[i].Number == "1A-011" {
			h.fake.tickets[i].State = models.TicketDone
		}
	}
	h.fake.wrote()
	h.later(time.Second)
	h.s().Load()
	h.Work.Drain()
	require.Equal(t, partCounter, h.s().spot.part, "keys never act on another ticket than the one that was chosen")
}

func TestOneCounterListsOnlyWhoItCanServe(t *testing.T) {
	h := openQueue(t)
	h.Press("2")
	require.Equal(t, "DUK-2", h.s().counter)
	require.Len(t, h.s().rows, 1)
	h.Press("1")
	require.Len(t, h.s().rows, 3)
	h.Press("0")
	require.Len(t, h.s().rows, 5)
}

func TestAgenciesWithoutCallingAreNotListed(t *testing.T) {
	h := openQueue(t, func(f *fakeQueue, _ *queueScene) {
		quiet := false
		f.Catalogue().Agency("DUK").Calling = &quiet
	})
	require.Nil(t, h.s().day.by["DUK"])
	require.Equal(t, "SAM", h.s().agency, "the longest queue comes first")
	require.Equal(t, 3, h.s().day.waiting)
	h.Press("PgDn")
	require.Equal(t, "IMI", h.s().agency)
	h.Press("PgUp", "PgUp")
	require.Equal(t, "SAM", h.s().agency)
}

func TestAnotherLanguageKeepsWhatWasAskedAndTyped(t *testing.T) {
	h := openQueue(t)
	h.Press("Down", "A")
	h.Types("102")
	h.Press("Ctrl+L")
	require.Contains(t, h.says(), "Transfer 1A-012 to where?")
	require.Equal(t, "102", h.view().asking.field.Text())
	h.at(h.view().asking.field.Input)
	h.Press("Enter")
	require.Equal(t, []string{"transfer to DUK-2 1A-012"}, h.fake.did)
}

func TestAQueueThatCannotBeReadSaysSoAndKeepsItsRows(t *testing.T) {
	h := openQueue(t)
	h.fake.unread = errors.New("disk")
	h.s().Load()
	h.Work.Drain()
	require.Contains(t, h.says(), "Antrean belum terbaca")
	require.Len(t, h.s().rows, 5)
	h.fake.unread = nil
	h.s().Load()
	h.Work.Drain()
	require.NotContains(t, h.says(), "Antrean belum terbaca")
}

func TestAnEmptyQueueSaysWhereNumbersComeFrom(t *testing.T) {
	h := openQueue(t, func(f *fakeQueue, _ *queueScene) { f.tickets = nil })
	require.Contains(t, h.says(), "Tidak ada yang menunggu")
	require.Contains(t, h.says(), "Nomor baru dari Penerimaan (F1)")
}

func TestAMallWhereNobodyCallsSaysWhatToDo(t *testing.T) {
	h := openQueue(t, func(f *fakeQueue, _ *queueScene) {
		quiet := false
		for i := range f.Catalogue().Directory.Agencies {
			f.Catalogue().Directory.Agencies[i].Calling = &quiet
		}
	})
	require.Contains(t, h.says(), "Belum ada instansi yang memanggil")
	h.Press("Space", "Down", "PgDn", "1", "Right", "H", "Enter", "Tab")
	require.Empty(t, h.fake.did)
}

func TestTheRowsOfALongQueueAreRecycled(t *testing.T) {
	h := openQueue(t, func(f *fakeQueue, _ *queueScene) {
		for i := range 5000 {
			f.add(fmt.Sprintf("1A-%d", i+100), "DUK", "DUK-02", "DUK-1", i%300)
		}
	})
	made := 0
	list := h.view().table.list
	create := list.CreateItem
	list.CreateItem = func() fyne.CanvasObject {
		made++
		return create()
	}
	reads := h.Desk.Reads
	for range 200 {
		h.Press("Down")
	}
	// The toolkit's pool of rows may lose some; a row for each key would be 200.
	require.Less(t, made, 100, "rows are recycled")
	require.Equal(t, reads, h.Desk.Reads, "no query from a row")
	require.Equal(t, 199, h.s().spot.index)
}

func TestEveryQueueWindowHasRoomForItsParts(t *testing.T) {
	for name, c := range map[string]struct {
		size  fyne.Size
		scale float32
		code  string
	}{
		"usual":            {stagetest.UsualPage, 1, ""},
		"smallest":         {stagetest.SmallestPage, 1, ""},
		"counter":          {stagetest.UsualPage, 1, "DUK-1"},
		"counter smallest": {stagetest.SmallestPage, 1, "DUK-1"},
		"counter large":    {stagetest.SmallestPage, 1.5, "DUK-2"},
	} {
		t.Run(name, func(t *testing.T) {
			h := openQueue(t, func(_ *fakeQueue, q *queueScene) { q.Scale, q.counter, q.Size = c.scale, c.code, c.size })
			for _, b := range buttonsOf(h.Content) {
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
				require.LessOrEqual(t, at.X+b.Size().Width, c.size.Width, b.Label())
				require.LessOrEqual(t, at.Y+b.Size().Height, c.size.Height, b.Label())
			}
		})
	}
}

// buttonsOf finds the buttons that are shown within o.
func buttonsOf(o fyne.CanvasObject) []*kit.Button {
	if !o.Visible() {
		return nil
	}
	var list []*kit.Button
	switch o := o.(type) {
	case *kit.Button:
		return []*kit.Button{o}
	case *fyne.Container:
		for _, inner := range o.Objects {
			list = append(list, buttonsOf(inner)...)
		}
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			list = append(list, buttonsOf(inner)...)
		}
	}
	return list
}

func TestKeysPressedWhileAnActionIsWrittenAreForWhatItLeadsTo(t *testing.T) {
	h := openQueue(t)
	holder := h.Canvas().Focused()
	holder.TypedRune(' ') // and nothing is drained yet
	late := h.Canvas().Focused()
	require.NotEqual(t, holder, late)
	for _, r := range "h a1" { // came, transfer, and the words typed there
		late.TypedRune(r)
	}
	h.Work.Drain()
	require.Equal(t, []string{"next 1A-012", "serve 1A-012"}, h.fake.did)
	require.Equal(t, verbTransfer, h.s().ask.verb)
	require.Equal(t, "1", h.s().ask.typed)
	h.at(h.view().asking.field.Input)
}

func TestRowsAreFilledBeforeTheScreenIsPainted(t *testing.T) {
	h := openQueue(t, func(f *fakeQueue, _ *queueScene) { f.unread = errors.New("disk") })
	require.Nil(t, h.s().day)
	h.fake.unread, h.fake.away = nil, true
	h.s().take(h.s().read())
	h.view().table.list.Refresh() // as the toolkit does when it gives the list its size
	require.Equal(t, "1A-012", h.view().table.shown[0].Shown().Number)
}
