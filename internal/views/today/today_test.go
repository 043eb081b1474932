package today

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// todayHand works F5 by keys.
type todayHand struct{ *stagetest.Alone }

func openToday(t *testing.T, change ...func(*stagetest.Desk)) *todayHand {
	t.Helper()
	d := stagetest.NewDesk(t)
	for _, c := range change {
		c(d)
	}
	h := &todayHand{stagetest.Open(t, stagetest.Scene{Name: stage.ScreenToday, Opens: "F5", Keys: Keys(), Desk: d,
		Make: func(s stage.Stage) stage.Screen { return New(s) }})}
	h.Press("F5")
	return h
}

func (h *todayHand) screen() *Screen { return h.Alone.Screen.(*Screen) }

func (h *todayHand) today() *todayState { return h.screen().state }

// page is what F5 says.
func (h *todayHand) page() string { return h.Words() }

// goTo chooses an agency by its name.
func (h *todayHand) goTo(name string) {
	h.T.Helper()
	h.Press("Ctrl+F")
	h.Types(name)
	h.Press("Esc", "Esc")
	a, _ := h.today().chosen()
	require.Contains(h.T, strings.ToLower(a.Agency.ShortName), name)
	require.Equal(h.T, fyne.Focusable(h.screen().holder), h.Canvas().Focused())
}

// group is where an agency stands in the list.
func (h *todayHand) group(code string) todayGroup {
	h.T.Helper()
	for _, row := range h.today().rows {
		if row.Agency.Code == code {
			return row.group
		}
	}
	return groupUnscheduled
}

func people(agency string, n int) []models.Ticket {
	list := make([]models.Ticket, n)
	for i := range list {
		list[i] = models.Ticket{State: models.TicketWaiting, ID: fmt.Sprint(agency, i), Agency: agency, Service: agency + "-01",
			Number: fmt.Sprintf("2G-%03d", i+1), IssuedAt: stagetest.Monday}
	}
	return list
}

func TestAnAgencyIsMarkedByTwoKeys(t *testing.T) {
	h := openToday(t, func(f *stagetest.Desk) { f.WaitingAt["KMG"] = people("KMG", 2) })
	h.goTo("kemenag")
	h.Strokes = 0
	h.Press("X", "Enter")
	require.Equal(t, 2, h.Strokes)
	require.Equal(t, []desk.PresenceMark{{Agency: "KMG", State: models.PresenceAbsent}}, h.Desk.Marks)
	require.Equal(t, groupAttention, h.group("KMG"))
	require.Contains(t, h.page(), "Tidak hadir")
	require.Contains(t, h.page(), "Pengunjung terdampak 2")
	require.Contains(t, h.page(), "2 · terdampak")
	require.Equal(t, fyne.Focusable(h.screen().holder), h.Canvas().Focused(), "the next key is for the list again")
}

func TestALateAgencyIsOfferedAnEndAndKeepsItsReason(t *testing.T) {
	h := openToday(t)
	h.goTo("kemenag")
	h.Press("T")
	require.Equal(t, fyne.Focusable(h.screen().pane.reason.Input), h.Canvas().Focused())
	require.Equal(t, "09.45", h.screen().pane.until.Text(), "half an hour from 09.12, on a full five minutes")
	h.Types("Petugas dalam perjalanan")
	h.Press("F1", "F5")
	require.Equal(t, "Petugas dalam perjalanan", h.screen().pane.reason.Text(), "a look elsewhere loses nothing")
	h.Press("Tab")
	h.Types("930")
	h.Press("Enter")
	want := desk.PresenceMark{Agency: "KMG", State: models.PresenceLate, Reason: "Petugas dalam perjalanan",
		Until: time.Date(2026, time.November, 23, 9, 30, 0, 0, h.Desk.Now().Location())}
	require.Len(t, h.Desk.Marks, 1)
	require.True(t, want.Until.Equal(h.Desk.Marks[0].Until), "%v", h.Desk.Marks[0].Until)
	want.Until = h.Desk.Marks[0].Until
	require.Equal(t, want, h.Desk.Marks[0])
	require.Contains(t, h.page(), "Terlambat · 09.30")
}

func TestAWrongEndIsSaidInPlaceAndNothingIsLost(t *testing.T) {
	h := openToday(t)
	h.goTo("kemenag")
	h.Press("X")
	h.Types("rapat")
	h.Press("Tab")
	h.Types("siang")
	h.Press("Enter")
	require.Empty(t, h.Desk.Marks)
	require.Contains(t, h.page(), "\"siang\" tidak terbaca sebagai jam")
	require.Equal(t, "rapat", h.screen().pane.reason.Text())
	require.Equal(t, fyne.Focusable(h.screen().pane.until.Input), h.Canvas().Focused())
	h.Desk.Refuse = models.Fault(nil, "store.full")
	h.Press("Esc", "X", "Enter")
	require.Contains(t, h.page(), h.Speak.T("store.full"))
	require.NotNil(t, h.today().draft(), "what was to be marked waits for the next Enter")
}

func TestADraftStaysWithItsAgency(t *testing.T) {
	h := openToday(t)
	h.goTo("kemenag")
	h.Press("X")
	h.Types("rapat")
	h.Press("Down")
	require.Equal(t, "KMG", h.today().agency, "a key within a field leaves the row")
	h.screen().table.take(0)
	require.NotEqual(t, "KMG", h.today().agency)
	require.NotContains(t, h.page(), "rapat")
	h.goTo("kemenag")
	require.Equal(t, "rapat", h.today().form().reason)
}

func TestTheLastMarkIsUndoneByAKey(t *testing.T) {
	h := openToday(t)
	h.goTo("kemenag")
	h.Press("X", "Enter")
	require.Contains(t, h.page(), "Batalkan (30 dtk)")
	h.Press("Down", "Ctrl+Z")
	require.Len(t, h.Desk.Unmarked, 1)
	require.Equal(t, "KMG", h.today().agency, "the undone agency is shown")
	require.Contains(t, h.page(), "Berlaku lagi seperti sebelumnya")
	h.Press("Ctrl+Z")
	require.Len(t, h.Desk.Unmarked, 1, "there is nothing more to undo")

	h.Press("X", "Enter")
	h.Desk.Clock = h.Desk.Clock.Add(desk.UndoWindow + time.Second)
	h.Press("Ctrl+Z")
	require.Len(t, h.Desk.Unmarked, 1, "after half a minute it stays")
}

func TestWhoWaitsIsParkedUntilTheAgencyIsHereAgain(t *testing.T) {
	h := openToday(t, func(f *stagetest.Desk) { f.WaitingAt["KMG"] = people("KMG", 2) })
	h.goTo("kemenag")
	h.Press("P")
	require.Empty(t, h.Desk.Parked)
	require.Contains(t, h.page(), "Isi dulu sampai jam berapa")
	h.Press("T", "Enter")
	require.Contains(t, h.page(), "Tunda semua ke 09.45")
	h.Press("P")
	require.Equal(t, []string{"2G-001 09.45", "2G-002 09.45"}, h.Desk.Parked)
	require.Contains(t, h.page(), "2 pengunjung ditunda")
	h.Press("Ctrl+Z")
	require.Equal(t, []string{"KMG0"}, h.Desk.Stepped, "one key takes all back")
}

func TestWhoWaitsIsSentToAnotherServiceOrCounter(t *testing.T) {
	h := openToday(t, func(f *stagetest.Desk) {
		f.WaitingAt["KMG"], f.WaitingAt["DUK"] = people("KMG", 2), people("DUK", 1)
	})
	h.goTo("kemenag")
	h.Press("X", "Enter", "A")
	require.Equal(t, fyne.Focusable(h.screen().pane.move.field.Input), h.Canvas().Focused())
	h.Press("Enter")
	require.Empty(t, h.Desk.Sent, "without a target nobody is sent away")
	h.Types("skck")
	h.Press("Enter")
	require.Len(t, h.Desk.Sent, 2)
	require.Contains(t, h.Desk.Sent[0], "2G-001 POL-")
	require.Contains(t, h.page(), "2 pengunjung dialihkan")

	h.goTo("disdukcapil")
	h.Press("1", "A", "Down", "Enter")
	require.Equal(t, "2G-001 DUK-3", h.Desk.Sent[2], "without words the staffed counters are offered")
	h.Press("A", "Esc", "Enter")
	require.Len(t, h.Desk.Sent, 3)
	require.Equal(t, fyne.Focusable(h.screen().holder), h.Canvas().Focused())
}

func TestCountersAreStaffedByTheirDigit(t *testing.T) {
	h := openToday(t)
	h.goTo("disdukcapil")
	h.Press("2")
	require.Equal(t, desk.PresenceMark{Agency: "DUK", Counter: "DUK-2", State: models.PresenceUnstaffed}, h.Desk.Marks[0])
	require.Contains(t, h.page(), "2 dari 3 ada petugas")
	require.Contains(t, h.page(), "102 kosong")
	h.Press("2", "9")
	require.Equal(t, models.PresenceStaffed, h.Desk.Marks[1].State)
	require.Len(t, h.Desk.Marks, 2, "there is no ninth counter")
}

func TestEveryAgencyIsInTheGroupThatItNeeds(t *testing.T) {
	h := openToday(t)
	until := func(minutes int) time.Time { return stagetest.Monday.Add(time.Duration(minutes) * time.Minute) }
	h.Desk.Presence = map[string]models.AgencyPresence{
		"SAM": {Presence: models.Presence{State: models.PresenceLate, Until: until(-5)}},
		"DUK": {Counters: map[string]models.Presence{"DUK-1": {State: models.PresenceUnstaffed}}},
		"POL": {Counters: map[string]models.Presence{"POL-1": {State: models.PresenceUnstaffed},
			"POL-2": {State: models.PresenceUnstaffed}, "POL-3": {State: models.PresenceUnstaffed}}},
		"BPK": {Presence: models.Presence{State: models.PresenceBreak, Until: until(20)}},
	}
	h.today().load()
	h.Work.Drain()
	for code, want := range map[string]todayGroup{"SAM": groupAttention, "POL": groupAttention, "IMI": groupAttention,
		"DUK": groupOpen, "KMG": groupOpen, "KPP": groupUnscheduled} {
		require.Equal(t, want, h.group(code), code)
	}
	require.Contains(t, h.page(), "Sudah hadir? · 09.07")
	require.Contains(t, h.page(), "Tanpa petugas")
	require.Contains(t, h.page(), "KPP Pratama")

	h.Desk.Clock = time.Date(2026, time.November, 23, 12, 30, 0, 0, stagetest.Monday.Location())
	h.today().load()
	h.Work.Drain()
	require.Equal(t, groupLater, h.group("DUK"))
	require.Equal(t, groupClosed, h.group("IMI"))
}

func TestASearchFindsAlsoWhoDoesNotComeToday(t *testing.T) {
	h := openToday(t)
	h.Press("Ctrl+F")
	h.Types("kpp")
	require.Len(t, h.today().rows, 1)
	h.Types("zzz")
	require.Contains(t, h.page(), "Tidak ada instansi dengan nama itu")
	h.Press("Esc")
	require.Greater(t, len(h.today().rows), 20)
}

func TestEnterWithoutAStateSaysWhichKeysMark(t *testing.T) {
	h := openToday(t)
	h.Press("Enter")
	require.Contains(t, h.page(), "Tekan dulu keadaannya")
	require.Empty(t, h.Desk.Marks)
}

func TestNoNameOfASensitiveServiceStandsOnTheDay(t *testing.T) {
	h := openToday(t)
	var sensitive *models.Service
	var agency string
	for _, a := range h.Desk.Catalogue().Directory.Agencies {
		for _, s := range a.Services {
			if s.Sensitive {
				sensitive, agency = &s, a.Code
			}
		}
	}
	require.NotNil(t, sensitive)
	tickets := people(agency, 1)
	tickets[0].Service = sensitive.Code
	h.Desk.WaitingAt[agency] = tickets
	h.Press("Ctrl+F")
	h.Types(h.Desk.Catalogue().Agency(agency).ShortName)
	require.Contains(t, h.page(), "Layanan khusus")
	require.NotContains(t, h.page(), sensitive.Name)
}

func TestTheDayIsNotPaintedAnewWhenNothingChanged(t *testing.T) {
	h := openToday(t)
	rows := h.screen().table.rows
	before := make([]string, 0, len(rows))
	for _, r := range rows {
		before = append(before, fmt.Sprint(r.Day()))
	}
	h.today().load()
	h.Work.Drain()
	require.False(t, h.screen().table.arrange(), "no row moves")
	for i, r := range h.screen().table.rows {
		require.Equal(t, before[i], fmt.Sprint(r.Day()))
	}
}

func TestEveryWordOfTheDayIsInBothLanguages(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	var keys []string
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, found := range regexp.MustCompile(`"(today\.[a-z_.]*[a-z])"`).FindAllStringSubmatch(string(source), -1) {
			keys = append(keys, found[1])
		}
	}
	keys = append(keys, "today.empty_do", "today.empty_search_do")
	for _, s := range todayStates {
		keys = append(keys, "today.state."+string(s.state), "today.key."+string(s.state))
	}
	for _, key := range keys {
		for _, language := range stage.Languages {
			require.True(t, text.MustLoad(language).Has(key), "%s has no words for %s", language, key)
		}
	}
}

func TestWhatOthersMarkIsSeenWithoutAKey(t *testing.T) {
	h := openToday(t)
	h.Desk.Presence["KMG"] = models.AgencyPresence{Presence: models.Presence{State: models.PresenceAbsent}}
	h.Minute()
	require.Equal(t, groupAttention, h.group("KMG"))
}
