package syncpage

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

func TestSyncHealthIsShapeColourAndWord(t *testing.T) {
	for _, c := range []struct {
		age    time.Duration
		shape  kit.Shape
		colour string
		id, en string
	}{
		{time.Hour, kit.ShapeDisc, string(kit.ColorOpen), "Tersinkron", "Synced"},
		{26 * time.Hour, kit.ShapeDisc, string(kit.ColorOpen), "Tersinkron", "Synced"},
		{26*time.Hour + 1, kit.ShapeTriangle, string(kit.ColorWarn), "Belum tersinkron", "Not synced"},
		{72 * time.Hour, kit.ShapeTriangle, string(kit.ColorWarn), "Belum tersinkron", "Not synced"},
		{72*time.Hour + 1, kit.ShapeBarred, string(kit.ColorStop), "Belum tersinkron", "Not synced"},
		{0, kit.ShapeBarred, string(kit.ColorStop), "Belum pernah tersinkron", "Never synced"},
	} {
		state := &syncState{known: true}
		if c.age > 0 {
			state.overview.LastSuccess = stagetest.Monday.Add(-c.age)
		}
		for language, want := range map[text.Language]string{text.Indonesian: c.id, text.English: c.en} {
			words := syncWords{text.MustLoad(language), stagetest.Monday}
			status, head := words.bar(state), words.head(state)
			require.Equal(t, want, status.Word)
			require.Equal(t, c.shape, status.Shape)
			require.Equal(t, c.colour, string(status.Colour))
			require.Equal(t, c.shape, head.look.shape)
			require.Contains(t, head.title, want)
			require.NotEmpty(t, head.sentence)
		}
	}
}

func TestSyncPageTellsOfTheBackupAndOfAWrongClock(t *testing.T) {
	words := syncWords{text.MustLoad(text.Indonesian), stagetest.Monday}
	for want, state := range map[string]models.BackupState{
		"belum pernah":                       {},
		"hari ini 09.12":                     {Made: stagetest.Monday},
		"hari ini 09.12; yang terbaru gagal": {Made: stagetest.Monday, Failure: models.Say("backup.full", "x")},
	} {
		require.Equal(t, want, words.backup(state).Value)
	}
	for off, want := range map[time.Duration]string{
		3 * time.Minute: "Semua catatan sudah ada di pusat.",
		7 * time.Minute: "Jam komputer ini 7 menit lebih cepat dari jam pusat. Betulkan jamnya. Catatan tetap aman.",
		-49 * time.Hour: "Jam komputer ini 2 hari lebih lambat dari jam pusat. Betulkan jamnya. Catatan tetap aman.",
	} {
		require.Equal(t, want, words.meaning(models.SyncOverview{LastSuccess: stagetest.Monday, ClockOff: off}))
	}
}

func TestSyncInstantsAreNamedAsPeopleDo(t *testing.T) {
	words := syncWords{text.MustLoad(text.Indonesian), stagetest.Monday}
	for want, at := range map[string]time.Time{
		"hari ini 20.41":    stagetest.Monday.Add(11*time.Hour + 29*time.Minute),
		"kemarin 20.14":     time.Date(2026, 11, 22, 20, 14, 0, 0, stagetest.Monday.Location()),
		"besok 00.12":       stagetest.Monday.Add(15 * time.Hour),
		"Jumat 20.14":       time.Date(2026, 11, 20, 20, 14, 0, 0, stagetest.Monday.Location()),
		"16 November 20.14": time.Date(2026, 11, 16, 20, 14, 0, 0, stagetest.Monday.Location()),
		"hari ini 09.12":    stagetest.Monday.UTC(),
	} {
		require.Equal(t, want, words.when(at))
	}
}

func TestSyncRetriesOfADayAreOneLine(t *testing.T) {
	failed := func(at time.Time) models.SyncRun {
		return models.SyncRun{Started: at, Ended: at, Failure: models.Say("sync.slow")}
	}
	done := models.SyncRun{Started: stagetest.Monday.AddDate(0, 0, -2), Ended: stagetest.Monday.AddDate(0, 0, -2).Add(11 * time.Second), Sent: 1200}
	list := tries([]models.SyncRun{failed(stagetest.Monday), failed(stagetest.Monday.Add(-time.Minute)), failed(stagetest.Monday.AddDate(0, 0, -1)), done})
	require.Len(t, list, 3)
	words := syncWords{text.MustLoad(text.Indonesian), stagetest.Monday}
	require.Equal(t, "Pusat terlalu lama menjawab. Dicoba 2 kali.", words.try(list[0]).detail)
	require.Equal(t, "Gagal", words.try(list[1]).status.Word)
	require.Equal(t, "1.200 catatan terkirim · 11 detik", words.try(list[2]).detail)

	stopped := words.try(syncTry{models.SyncRun{Failure: models.Say(cancelledRun)}, 1})
	require.Equal(t, "Dihentikan", stopped.status.Word, "what a person ended has not failed")
}

func TestSyncHistoryIsNoLongerThanItsLines(t *testing.T) {
	require.Len(t, tries(make([]models.SyncRun, 50)), historyLines)
}

func TestSyncWeekShowsWhatBecameOfEachDay(t *testing.T) {
	day := func(back, hour int) time.Time {
		return time.Date(2026, 11, 23-back, hour, 14, 0, 0, stagetest.Monday.Location())
	}
	failure := models.Say("sync.slow")
	week := syncWords{text.MustLoad(text.Indonesian), stagetest.Monday}.week(models.SyncOverview{NextRun: day(0, 20), History: []models.SyncRun{
		{Started: day(1, 21), Sent: 20}, {Started: day(1, 20), Sent: 100, Failure: failure}, {Started: day(2, 20), Failure: failure}}})
	require.Len(t, week, weekDays)
	require.Equal(t, syncDay{"Sen 23", kit.ShapeRing, kit.ColorOff, "nanti", "20.14"}, week[6])
	require.Equal(t, syncDay{"Min 22", kit.ShapeTick, kit.ColorOpen, "120", "21.14"}, week[5])
	require.Equal(t, syncDay{"Sab 21", kit.ShapeTriangle, kit.ColorWarn, "gagal", "20.14"}, week[4])
	require.Equal(t, "tidak ada", week[0].word)
}

func TestSyncWayEndsWhereTheLastRunDid(t *testing.T) {
	words := syncWords{text.MustLoad(text.Indonesian), stagetest.Monday}
	for want, history := range map[syncWay][]models.SyncRun{
		wayUnknown: nil,
		wayWhole:   {{Failure: models.Say(cancelledRun)}, {}},
		wayBroken:  {{Failure: models.Say("sync.slow")}, {}},
	} {
		way, status := words.way(&syncState{overview: models.SyncOverview{History: history}})
		require.Equal(t, want, way)
		require.NotEmpty(t, status.Word)
	}
}

func TestEverySyncWordExistsInBothLanguages(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	keys := []string{"sync_page.kind.other", "sync_page.one.other", "sync_page.why.other", "sync_page.mend.other",
		"sync_page.sent_one", "sync_page.seconds_one", "sync_page.some_wait_one"}
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, found := range regexp.MustCompile(`"(sync_page\.[a-z_.]*[a-z])"`).FindAllStringSubmatch(string(source), -1) {
			keys = append(keys, found[1])
		}
	}
	for _, entity := range []string{"desks", "visits", "tickets", "ticket_events", "presences", "search_misses", "identity_openings",
		"corrections", "person_requests", "audit_heads"} {
		keys = append(keys, "sync_page.kind."+entity, "sync_page.one."+entity)
	}
	for _, key := range keys {
		for _, language := range stage.Languages {
			require.True(t, text.MustLoad(language).Has(key), "%s has no words for %s", language, key)
		}
	}
}

func TestSyncPageTellsThatTwoComputersShareTheirData(t *testing.T) {
	for language, want := range map[text.Language]string{text.Indonesian: "3 nomor dari komputer lain", text.English: "set aside here: 3."} {
		words := syncWords{text.MustLoad(language), stagetest.Monday}
		state := &syncState{known: true, overview: models.SyncOverview{LastSuccess: stagetest.Monday, SharedNumbers: 3}}
		page := words.page(state, models.Desk{})
		require.NotNil(t, page.shared)
		require.Contains(t, page.shared.mend, want)
		require.Equal(t, 3, page.toSee)
		require.NotEmpty(t, words.aside(state.overview), "the status bar says that there is something to see")
	}
}

func TestSyncHistoryNamesNoCentreThatMayBeAnotherOne(t *testing.T) {
	for _, language := range stage.Languages {
		speak := text.MustLoad(language)
		words := syncWords{speak, stagetest.Monday}
		for _, key := range speak.Keys() {
			failed := strings.HasPrefix(key, "sync.") && !strings.HasPrefix(key, "sync.clock_") || key == "runner.lock"
			if failed {
				run := models.SyncRun{Started: stagetest.Monday, Failure: models.Say(key)}
				require.NotContains(t, words.failure(run), "{", key)
			}
		}
	}
	words := syncWords{text.MustLoad(text.Indonesian), stagetest.Monday}
	run := models.SyncRun{Started: stagetest.Monday, Failure: models.Say("sync.unreachable")}
	require.Equal(t, "Pusat tidak terjangkau.", words.try(syncTry{run, 1}).detail)
}
