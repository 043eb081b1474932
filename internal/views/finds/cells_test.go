package finds

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/finder"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stagetest"
)

func TestAServiceInTheWordsOfARow(t *testing.T) {
	d := stagetest.NewDesk(t)
	speak := text.MustLoad(text.Indonesian)
	today := desk.Today{Demand: map[string]models.Demand{"DUK": {Issued: 14}}}
	offer, _ := d.Offer("DUK-02", today, stagetest.Monday)
	offer.Marks = []finder.Span{{From: 0, To: 3}, {From: 7, To: 10}}

	t.Run("open", func(t *testing.T) {
		require.Equal(t, kit.Result{
			Index:  "1",
			Name:   []kit.Span{{Text: "KTP", Match: true}, {Text: "-el "}, {Text: "hil", Match: true}, {Text: "ang"}},
			Line:   "Disdukcapil · Loket 101 atau 103",
			Status: kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: "Buka", Detail: "14 nomor diterbitkan hari ini"},
			Number: "101", Floor: "Lantai 1", PlateKind: kit.PlateStaffed,
		}, Cells(speak, Row{Offer: &offer}, 0, false, stagetest.Monday))
	})
	t.Run("below its agency", func(t *testing.T) {
		result := Cells(speak, Row{Offer: &offer}, 3, true, stagetest.Monday)
		require.Equal(t, "Loket 101 atau 103", result.Line)
		require.Empty(t, result.Status)
		require.Equal(t, "4", result.Index)
	})
}

func TestAStatusInWords(t *testing.T) {
	speak := text.MustLoad(text.Indonesian)
	later, nextWeek := stagetest.Monday.Add(4*time.Hour), stagetest.Monday.AddDate(0, 0, 7)
	for name, c := range map[string]struct {
		status models.Status
		want   kit.Status
	}{
		"open": {models.Status{State: models.StateOpen, Open: true, QuotaLeft: -1, ClosesAt: later},
			kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: "Buka", Detail: "belum ada nomor hari ini"}},
		"closing soon": {models.Status{State: models.StateOpen, Open: true, QuotaLeft: -1, ClosesAt: stagetest.Monday.Add(30 * time.Minute)},
			kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: "Tutup 09.42", Detail: "belum ada nomor hari ini"}},
		"a last number": {models.Status{State: models.StateOpen, Open: true, QuotaLeft: 9, Reason: models.Say("status.last_ticket_at", stagetest.Monday)},
			kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: "Nomor terakhir 09.12", Detail: "sisa kuota 9"}},
		"a break": {models.Status{State: models.StateBreak, Scheduled: true, NextOpening: later},
			kit.Status{Shape: kit.ShapeHalf, Colour: kit.ColorWarn, Word: "Istirahat", Detail: "buka lagi 13.12"}},
		"not its day": {models.Status{State: models.StateClosed, NextOpening: nextWeek},
			kit.Status{Shape: kit.ShapeBarred, Colour: kit.ColorStop, Word: "Tidak terjadwal", Detail: "buka lagi Senin, 30 November"}},
		"shut on its day": {models.Status{State: models.StateClosed, Scheduled: true, NextOpening: nextWeek},
			kit.Status{Shape: kit.ShapeBarred, Colour: kit.ColorStop, Word: "Tutup", Detail: "buka lagi Senin, 30 November"}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, AgencyStatus(speak, c.status, QuotaOr(speak, c.status, IssuedWords(speak, 0)), stagetest.Monday))
		})
	}
}

func TestRowsAreOrderedServicesEventsPlaces(t *testing.T) {
	d := stagetest.NewDesk(t)
	offer, _ := d.Offer("DUK-02", desk.Today{}, stagetest.Monday)
	directory := d.Catalogue().Directory
	found := desk.Finding{Confidence: finder.High, Services: []desk.Offer{offer},
		LifeEvents: []*models.LifeEvent{&directory.LifeEvents[0]},
		Places:     []finder.PlaceHit{{Place: &directory.Floors[0].Places[0], Floor: &directory.Floors[0]}}}
	none := func(*models.LifeEvent) []desk.Offer { return nil }

	rows := RowsOf(found, none)
	require.Len(t, rows, 3)
	require.NotNil(t, rows[0].Offer)
	require.NotNil(t, rows[1].Event)
	require.NotNil(t, rows[2].Place)

	found.Confidence = finder.Low
	require.NotNil(t, RowsOf(found, none)[0].Place, "a guess comes after what was asked for by name")
}

func TestRowsOfOneAgencyStandTogether(t *testing.T) {
	d := stagetest.NewDesk(t)
	var offers []desk.Offer
	for _, code := range []string{"DUK-02", "POL-01", "DUK-03"} {
		offer, _ := d.Offer(code, desk.Today{}, stagetest.Monday)
		offers = append(offers, offer)
	}
	var heads, codes []string
	for _, w := range groupByAgency(offers) {
		heads, codes = append(heads, w.Head), append(codes, w.Offer.Service.Code)
	}
	require.Equal(t, []string{"DUK-02", "DUK-03", "POL-01"}, codes)
	require.Equal(t, []string{"Disdukcapil", "", "Polres"}, heads)
}
