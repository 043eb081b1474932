package reports

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/report"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stagetest"
)

// reportOf is a report of a November with a few figures, one of them of a
// sensitive service.
func reportOf(t *testing.T) (report.Report, *models.Service) {
	t.Helper()
	d := directory.Sample()
	var sensitive *models.Service
	var of string
	for i := range d.Agencies {
		for j := range d.Agencies[i].Services {
			if d.Agencies[i].Services[j].Sensitive {
				sensitive, of = &d.Agencies[i].Services[j], d.Agencies[i].Code
			}
		}
	}
	require.NotNil(t, sensitive)
	figure := func(m models.Measure, agency, service, label string, bucket, n int) models.Figure {
		return models.Figure{FigureKey: models.FigureKey{Measure: m, Agency: agency, Service: service, Label: label, Bucket: bucket}, N: n}
	}
	return report.New(models.NewCatalogue(d), "2026-11-01", "2026-11-30", []models.Figure{
		figure(models.MeasureDays, "", "", "1", 0, 2), figure(models.MeasureVisits, "", "", "service", 0, 300),
		figure(models.MeasureArrivals, "", "", "1", 9, 80), figure(models.MeasureErrands, "DUK", "DUK-02", "", 0, 250),
		figure(models.MeasureErrands, of, sensitive.Code, "", 0, 4), figure(models.MeasureMissing, of, sensitive.Code, "Surat rahasia", 0, 1),
		figure(models.MeasureWaiting, "DUK", "DUK-02", "", 12, 80), figure(models.MeasureWaiting, "DUK", "DUK-02", "", 40, 20),
		figure(models.MeasureMissing, "DUK", "DUK-02", "Fotokopi KK", 0, 17), figure(models.MeasureNotFound, "", "", "kartu nelayan", 0, 6),
		figure(models.MeasureTurnedAway, "", "DUK-02", "quota", 0, 5),
	}), sensitive
}

func openFigures(t *testing.T, change ...func(*stagetest.Scene)) *reportsHand {
	t.Helper()
	h := openReports(t, judgedDays("DUK-02"), change...)
	h.fake.report, _ = reportOf(t)
	return h
}

func TestReportsOpenOnThePresentMonthAndBringItUpToDate(t *testing.T) {
	h := openFigures(t)
	h.fake.late = 11
	h.Press("F6")
	require.Equal(t, []string{"2026-11-01 2026-11-30", "2026-11-01 2026-11-30"}, h.fake.asked)
	page := h.page()
	for _, words := range []string{"November 2026", "311", "2 hari layanan", "12 mnt", "12 / 40", "Disdukcapil", "kartu nelayan", "diperbarui"} {
		require.Contains(t, page, words)
	}
	require.Equal(t, []kit.HeatCell{{Step: -1}, {Value: "40", Step: 5}}, h.screen().parts[0].(*overviewPart).heat.Rows()[0].Cells[:2])
}

func TestReportsGoToDayMonthAndYearAndNeverToWhatIsToCome(t *testing.T) {
	h := openFigures(t)
	h.Press("F6", "Right")
	require.Contains(t, h.page(), "November 2026")
	for _, c := range []struct{ key, asked string }{
		{"Left", "2026-10-01 2026-10-31"}, {"T", "2026-01-01 2026-12-31"}, {"Left", "2025-01-01 2025-12-31"},
		{"B", "2025-12-01 2025-12-31"}, {"H", "2025-12-31 2025-12-31"}, {"Right", "2026-01-01 2026-01-01"},
		{"T", "2026-01-01 2026-12-31"}, {"H", "2026-11-23 2026-11-23"}, {"Left", "2026-11-22 2026-11-22"},
	} {
		h.Press(c.key)
		require.Equal(t, c.asked, h.fake.asked[len(h.fake.asked)-1], c.key)
	}
	require.Contains(t, h.page(), "Minggu, 22 November 2026")
}

func TestReportsShowTheSpanAskedForLast(t *testing.T) {
	h := openFigures(t)
	h.Press("F6")
	once := false
	h.fake.counting = func() {
		if !once {
			once = true
			h.Press("Left")
		}
	}
	h.Press("Left")
	require.Contains(t, h.page(), "September 2026")
	require.Equal(t, "2026-09-01", h.screen().state.report.From, "the slower answer of October came later and was dropped")
}

func TestPartsOfTheReportOpenByTheirNumbers(t *testing.T) {
	_, sensitive := reportOf(t)
	h := openFigures(t)
	h.Press("F6")
	for key, words := range map[string][]string{
		"1": {"Kedatangan per jam", "Waktu tunggu"}, "2": {"KTP-el hilang", "12 / 40", "seluruhnya"},
		"3": {"Fotokopi KK", "Kuota habis", "Penyandang disabilitas"}, "5": {"Di dalam rentang"},
	} {
		h.Press(key)
		page := h.page()
		for _, w := range words {
			require.Contains(t, page, w, key)
		}
		require.NotContains(t, page, sensitive.Name, key)
		require.NotContains(t, page, "rahasia", key)
	}
	h.Press("2", "PgDn")
	require.Contains(t, h.page(), "Layanan ")
	h.Press("Ctrl+L")
	require.Contains(t, h.page(), "Agency and service")
}

func TestAReportIsSavedWhereThePersonSays(t *testing.T) {
	h := openFigures(t)
	h.Press("F6", "P")
	require.Contains(t, h.page(), "Simpan PDF, November 2026")
	field := h.screen().asking.field
	require.Equal(t, "/rumah/laporan-2026-11.pdf", field.Text())
	require.Equal(t, field.Input, h.Canvas().Focused())
	h.Press("Esc")
	require.Empty(t, h.fake.saved)
	require.NotContains(t, h.page(), "Simpan PDF")

	h.Press("T", "X")
	field = h.screen().asking.field
	field.SetText("/stik/rapat.xlsx")
	h.fake.saveErr = models.Fault(errors.New("no disk"), "report.cannot_write", "/stik/rapat.xlsx")
	h.Press("Enter")
	require.Contains(t, h.page(), "Laporan tidak bisa disimpan di /stik/rapat.xlsx")
	require.Equal(t, "/stik/rapat.xlsx", field.Text(), "what was typed stays")
	h.fake.saveErr = nil
	h.Press("Enter")
	require.Equal(t, []string{"2026-01-01 xlsx /stik/rapat.xlsx id", "2026-01-01 xlsx /stik/rapat.xlsx id"}, h.fake.saved)
	require.Contains(t, h.page(), "Laporan tersimpan di /stik/rapat.xlsx")
	require.Equal(t, h.screen().holder, h.Canvas().Focused())
}

func TestReportsThatCannotBeReadSayWhyAndHideTheFault(t *testing.T) {
	h := openFigures(t)
	h.fake.reportErr = errors.New("disk: secret detail")
	h.Press("F6")
	require.Contains(t, h.page(), "Laporan belum terbaca")
	require.NotContains(t, h.page(), "secret")
	h.fake.reportErr = models.Refuse("rights.nobody")
	h.Press("R")
	require.Contains(t, h.page(), text.MustLoad(text.Indonesian).T("rights.nobody"))
	h.fake.reportErr = nil
	h.Press("R")
	require.NotContains(t, h.page(), "belum terbaca")
	require.Contains(t, h.page(), "Kedatangan per jam")
}

func TestASpanWithoutVisitsSaysWhereToGo(t *testing.T) {
	h := openReports(t, judgedDays("DUK-02"))
	h.Press("F6")
	require.Contains(t, h.page(), "Belum ada kunjungan pada masa ini")
	require.NotContains(t, h.page(), "Kedatangan per jam")
}

func TestReportsAreReadAgainWhenTheyAreOld(t *testing.T) {
	h := openFigures(t)
	h.Press("F6", "F1", "F6")
	require.Len(t, h.fake.asked, 2, "it was left for a moment")
	h.Desk.Clock = h.Desk.Clock.Add(time.Hour)
	h.Press("F1", "F6")
	require.Len(t, h.fake.asked, 4)
}
