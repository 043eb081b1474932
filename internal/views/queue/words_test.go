package queue

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stagetest"
)

func queueWordsAt(t *testing.T, language text.Language) queueWords {
	d := stagetest.NewDesk(t)
	day := newQueueDay(d.Agencies(desk.Today{}, stagetest.Monday), models.Queue{}, d.Desk, desk.Today{}, stagetest.Monday)
	return queueWords{speak: text.MustLoad(language), now: stagetest.Monday, directory: d.Catalogue(), day: day}
}

func TestWaitingTimesAreShortEnoughForAColumn(t *testing.T) {
	words := queueWordsAt(t, text.Indonesian)
	for minutes, want := range map[int]string{-3: "baru", 0: "baru", 1: "1 mnt", 59: "59 mnt", 60: "1 j 0 mnt", 125: "2 j 5 mnt"} {
		require.Equal(t, want, words.waited(stagetest.Monday.Add(-time.Duration(minutes)*time.Minute)))
	}
}

func TestAnEstimateIsARangeThatPromisesNothingMore(t *testing.T) {
	words := queueWordsAt(t, text.Indonesian) // 09.12
	for want, wait := range map[string]desk.Wait{
		"sekarang":    {High: 2 * time.Minute},
		"09.16–09.26": {Low: 4*time.Minute + 59*time.Second, High: 13*time.Minute + time.Second},
		"mulai 09.22": {Low: 10 * time.Minute, High: time.Hour, OpenEnded: true},
	} {
		require.Equal(t, want, words.estimate(wait))
	}
}

func TestAnAgencyThatIsAsUsualHasNoNote(t *testing.T) {
	words := queueWordsAt(t, text.Indonesian)
	require.Empty(t, words.note(models.Status{State: models.StateOpen}).Word)
	require.Empty(t, words.note(models.Status{State: models.StateNotYet}).Word)
	for _, state := range []models.State{models.StateLate, models.StateAbsent, models.StateOutage, models.StateBreak, models.StateClosed,
		models.StateHoliday, models.StateQuotaGone, models.StateLastTicketPassed, models.StateUnknown} {
		note := words.note(models.Status{State: state, Scheduled: true})
		require.NotEmpty(t, note.Word, state)
		require.NotEqual(t, kit.ShapeNone, note.Shape, state)
	}
	require.Equal(t, "bukan harinya", words.note(models.Status{State: models.StateClosed}).Word)
}

func TestATicketSentToOneCounterNamesThatOne(t *testing.T) {
	words := queueWordsAt(t, text.English)
	row := words.row(models.QueuedTicket{Ticket: models.Ticket{Number: "1A-001", Service: "DUK-02", Counter: "DUK-1", AtCounter: "DUK-3",
		IssuedAt: stagetest.Monday}, Priorities: []models.Priority{models.PriorityElderly, models.PriorityIll}})
	require.Equal(t, kit.Waiting{Number: "1A-001", Service: "KTP-el hilang", Priority: "Elderly", Waited: "new", Counter: "103"}, row)
	require.Equal(t, "Service not said yet", words.service(models.Ticket{Agency: "DUK"}))
}

func TestParkingThatIsOverIsWaitingAgain(t *testing.T) {
	d := stagetest.NewDesk(t)
	parked := models.QueuedTicket{Ticket: models.Ticket{ID: "a", Agency: "DUK", Service: "DUK-02", State: models.TicketParked, IssuedAt: stagetest.Monday.Add(-time.Hour)}}
	parked.ParkedUntil = stagetest.Monday
	soon := parked
	soon.ID, soon.ParkedUntil = "b", stagetest.Monday.Add(time.Second)
	day := newQueueDay(d.Agencies(desk.Today{}, stagetest.Monday), models.Queue{Active: []models.QueuedTicket{parked, soon}}, d.Desk, desk.Today{}, stagetest.Monday)
	q := day.by["DUK"]
	require.Len(t, q.parked, 1)
	require.Equal(t, "b", q.parked[0].ID)
	require.Equal(t, "a", q.waiting[0].ID)
	require.Equal(t, "a", q.next["DUK-1"].ID)
}
