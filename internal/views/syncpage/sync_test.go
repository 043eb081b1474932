package syncpage

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stagetest"
)

func TestSyncRunsByAKeyAndShowsHowFarItIs(t *testing.T) {
	h := openSync(t)
	h.Press("Ctrl+S")
	h.fake.during = func() {
		h.fake.progress = models.SyncProgress{Sent: 1200, Waiting: 3800}
		h.Second()
		require.Contains(t, h.bar(), "Menyinkronkan … 1.200 dari 5.000")
		require.Contains(t, h.page(), "1.200 dari 5.000 catatan terkirim")
		require.Contains(t, h.page(), "Hentikan")
		require.NotContains(t, h.page(), "Sinkronkan sekarang")
		h.Press("Enter")
		h.fake.overview = models.SyncOverview{LastSuccess: stagetest.Monday}
	}
	h.Press("Enter")
	require.Equal(t, 1, h.fake.runs, "a second Enter meanwhile does nothing")
	require.Contains(t, h.bar(), "Tersinkron hari ini 09.12 · semua terkirim")
	require.Contains(t, h.page(), "Sinkronkan sekarang")
	require.Empty(t, h.Work.Ticking, "nothing goes on")
}

func TestSyncIsStoppedByAKey(t *testing.T) {
	h := openSync(t)
	h.Press("Ctrl+S", "B")
	require.Zero(t, h.fake.cancelled, "there was nothing to stop")
	h.fake.during = func() {
		h.Press("B", "B")
		require.Contains(t, h.page(), "Berhenti setelah kiriman ini selesai.")
	}
	h.Press("Enter")
	require.Equal(t, 1, h.fake.cancelled)
	require.Contains(t, h.page(), "Sinkronisasi dihentikan")
	require.Contains(t, h.page(), "Yang sudah terkirim tetap di pusat.")
}

func TestSyncOfTheScheduleIsFollowedToo(t *testing.T) {
	h := openSync(t)
	h.fake.running, h.fake.progress = true, models.SyncProgress{Sent: 500, Waiting: 500}
	h.read()
	require.Contains(t, h.bar(), "500 dari 1.000")
	h.fake.running, h.fake.overview.Waiting = false, 0
	h.Second()
	require.Contains(t, h.bar(), "semua terkirim")
}

func TestSyncFailureIsSaidInPlaceInBothLanguages(t *testing.T) {
	h := openSync(t)
	h.fake.fails = models.Fault(errors.New("dial"), "sync.unreachable", "pusat.example")
	h.Press("Ctrl+S", "Enter")
	require.Contains(t, h.page(), "Pusat pusat.example tidak terjangkau.")
	require.Contains(t, h.page(), "Tekan Enter untuk mencoba lagi")
	h.Press("Ctrl+L")
	require.Contains(t, h.page(), "Press Enter to try again")

	h.fake.fails = errors.New("pq: secret detail")
	h.Press("Enter")
	require.Contains(t, h.page(), "The sync was disturbed. The records stay on this computer.")
	require.NotContains(t, h.page(), "secret")

	h.fake.overview.LastSuccess = stagetest.Monday.Add(time.Minute)
	h.read()
	require.NotContains(t, h.page(), "disturbed", "a later success takes the note away")
}

func TestSyncThatFailedSaysSoWhileTheLastNightIsFresh(t *testing.T) {
	h := openSync(t)
	h.fake.overview.History = []models.SyncRun{{Started: stagetest.Monday, Ended: stagetest.Monday, Failure: models.Say("sync.slow")}}
	h.Press("Ctrl+S")
	require.Contains(t, h.bar(), "123 belum terkirim · kiriman terakhir gagal")
	require.Contains(t, h.page(), "Kiriman terakhir tidak sampai ke pusat. Semua catatan aman di komputer ini")

	h.fake.overview.History = append([]models.SyncRun{{Started: stagetest.Monday, Ended: stagetest.Monday}}, h.fake.overview.History...)
	h.read()
	require.NotContains(t, h.bar(), "gagal")
	require.NotContains(t, h.page(), "tidak sampai")
}

func TestASyncThatAPersonStoppedAlarmsNobody(t *testing.T) {
	h := openSync(t)
	h.fake.overview = models.SyncOverview{Waiting: 9, History: []models.SyncRun{{Started: stagetest.Monday, Failure: models.Say(cancelledRun)}}}
	h.Press("Ctrl+S")
	require.NotContains(t, h.page(), "Beri tahu admin")
	require.NotContains(t, h.page(), "gagal")
	require.NotContains(t, h.page(), "Belum dihubungi")
	require.Contains(t, h.page(), "dihentikan")
}

func TestSyncThatCannotBeReadKeepsTheFormerFigures(t *testing.T) {
	h := openSync(t)
	h.Press("Ctrl+S")
	h.fake.unread = models.Fault(nil, "store.fault")
	h.read()
	require.Contains(t, h.page(), "Dibaca lagi sendiri setiap menit.")
	require.Contains(t, h.bar(), "123 belum terkirim")

	never := openSync(t, func(f *fakeSync, _ *stagetest.Scene) { f.unread = models.Fault(nil, "store.fault") })
	never.Press("Ctrl+S")
	require.Contains(t, never.bar(), "Keadaan sinkronisasi belum terbaca")
	require.NotContains(t, never.page(), "Menunggu dikirim", "figures that nobody read are not shown")
}

func TestSyncSaysWhatIsKeptAsideAndWhatMendsIt(t *testing.T) {
	for reason := range map[models.RefusalReason]bool{models.RefusedOwner: true, models.RefusedTaken: true,
		models.RefusedDamaged: true, models.RefusedDatabase: true, models.RefusedWaiting: true} {
		h := openSync(t, inEnglish)
		h.fake.overview.Quarantined = 3
		h.fake.overview.Aside = []models.AsideRow{{Label: "1A-014", Refusal: models.Refusal{
			RowKey: models.RowKey{Entity: "tickets"}, Reason: reason, At: stagetest.Monday, Detail: "SQL detail"}}}
		h.Press("Ctrl+S")
		h.Window.Resize(fyne.NewSize(stagetest.UsualPage.Width, 2*stagetest.UsualPage.Height))
		speak := h.Speak
		page := h.page()
		require.Contains(t, page, "Queue number 1A-014, today 09.12")
		require.Contains(t, page, speak.T("sync_page.why." + string(reason))[:12])
		require.Contains(t, page, speak.T("sync_page.mend." + string(reason))[:12])
		require.Contains(t, page, "and 2 more")
		require.NotContains(t, page, "SQL")
	}
}

func TestSyncWithNothingYetSaysWhatToDo(t *testing.T) {
	h := openSync(t)
	h.fake.overview = models.SyncOverview{}
	h.Press("Ctrl+S")
	require.Contains(t, h.page(), "Belum pernah tersinkron")
	require.Contains(t, h.page(), "Belum ada riwayat.")
	require.Contains(t, h.page(), "Tekan Enter untuk mengirim sekarang.")
}

func TestSyncPageKeepsItsPlaceInAnotherLanguage(t *testing.T) {
	h := openSync(t)
	h.Press("Ctrl+S", "Ctrl+L")
	require.Contains(t, h.page(), "Synced yesterday 20.12")
	require.Contains(t, h.bar(), "123 not yet sent")
}

func TestSyncPageScrollsByKeys(t *testing.T) {
	h := openSync(t)
	for i := range 30 {
		h.fake.overview.History = append(h.fake.overview.History, models.SyncRun{Started: stagetest.Monday.AddDate(0, 0, -i), Sent: i})
	}
	h.Press("Ctrl+S", "PgDn")
	scroll := h.view().scroll.Scroll
	require.Positive(t, scroll.Offset.Y)
	h.Press("PgUp", "Up")
	require.Zero(t, scroll.Offset.Y)
}
