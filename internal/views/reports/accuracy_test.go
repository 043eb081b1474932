package reports

import (
	"context"
	"errors"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/estimate"
	"frontdesk/internal/models"
	"frontdesk/internal/report"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// fakeReports answers what a test says.
type fakeReports struct {
	t        *testing.T
	accuracy desk.Accuracy
	err      error
	away     bool // off the screen's thread
	reads    int
	during   func()

	report       report.Report
	late         int // visits that only up-to-date figures have
	reportErr    error
	saveErr      error
	asked, saved []string
	judged       []string
	counting     func()
}

func (f *fakeReports) Report(_ context.Context, from, to string, upToDate bool) (report.Report, error) {
	require.True(f.t, f.away, "asked on the screen's thread")
	f.asked = append(f.asked, from+" "+to)
	if f.counting != nil {
		f.counting()
	}
	if f.reportErr != nil {
		return report.Report{}, f.reportErr
	}
	made := f.report
	made.From, made.To = from, to
	if upToDate {
		made.Visits += f.late
	}
	return made, nil
}

func (f *fakeReports) SaveReport(_ context.Context, r report.Report, format, file string, language text.Language) (string, error) {
	require.True(f.t, f.away, "written on the screen's thread")
	f.saved = append(f.saved, r.From+" "+format+" "+file+" "+string(language))
	return file, f.saveErr
}

func (f *fakeReports) ReportFolder() string { return "/rumah" }

func (f *fakeReports) EstimateAccuracy(_ context.Context, from, to string) (desk.Accuracy, error) {
	require.True(f.t, f.away, "asked on the screen's thread")
	f.reads++
	f.judged = append(f.judged, from+" "+to)
	if f.during != nil {
		f.during()
	}
	return f.accuracy, f.err
}

// awayReports tells the fake when work runs off the screen's thread.
type awayReports struct {
	*stagetest.Work
	fake *fakeReports
}

func (q awayReports) Run(work, done func()) {
	q.Work.Run(func() {
		q.fake.away = true
		work()
		q.fake.away = false
	}, done)
}

// reportsHand works a window that has reports.
type reportsHand struct {
	*stagetest.Alone
	fake *fakeReports
}

func openReports(t *testing.T, accuracy desk.Accuracy, change ...func(*stagetest.Scene)) *reportsHand {
	t.Helper()
	fake := &fakeReports{t: t, accuracy: accuracy}
	s := stagetest.Scene{Name: stage.ScreenReports, Opens: "F6", Keys: Keys(),
		Dispatch: func(q *stagetest.Work) stage.Dispatcher { return awayReports{q, fake} },
		Make:     func(s stage.Stage) stage.Screen { return New(fake, s, &casesPart{}) }}
	for _, c := range change {
		c(&s)
	}
	return &reportsHand{stagetest.Open(t, s), fake}
}

func (h *reportsHand) screen() *Screen { return h.Alone.Screen.(*Screen) }

func (h *reportsHand) accuracy() *accuracyPart { return h.screen().parts[4].(*accuracyPart) }

func (h *reportsHand) page() string { return h.Words() }

// judgedDays are two days of the sample's mall on which each of the services
// was called at one counter, every seven minutes; the first service has most
// numbers.
func judgedDays(services ...string) desk.Accuracy {
	mall := directory.Sample()
	catalogue := models.NewCatalogue(mall)
	a := desk.Accuracy{From: "2026-11-19", To: "2026-11-20", Score: &estimate.Score{}}
	var past []models.Passage
	for _, date := range []string{a.From, a.To} {
		opens, _ := time.ParseInLocation(time.DateTime, date+" 08:00:00", mall.Mall.Location())
		var day []models.Passage
		for i, service := range services {
			_, agency := catalogue.Service(service)
			for n := range map[bool]int{true: 14, false: 3}[i == 0] {
				at := opens.Add(time.Duration(n*5+i) * time.Minute)
				called := opens.Add(time.Duration(n*7+i) * time.Minute)
				day = append(day, models.Passage{Ticket: date + service + strconv.Itoa(n), BusinessDate: date, Agency: agency.Code,
					Service: service, Counter: agency.Counters[0].Code, Arrived: at, Queued: at,
					Called: called, Ended: called.Add(7 * time.Minute)})
			}
		}
		desk.Judge(a.Score, mall, past, day, date, 2)
		past = append(past, day...)
		a.Days++
	}
	return a
}

func TestAccuracyShowsWhatTheCommandTells(t *testing.T) {
	accuracy := judgedDays("DUK-02", "BPN-01")
	judged := accuracy.Score.Report()
	for language, words := range map[text.Language][2]string{text.Indonesian: {"Dalam rentang", " mnt"}, text.English: {"Inside", " min"}} {
		h := openReports(t, accuracy, func(s *stagetest.Scene) { s.Language = language })
		h.Press("F6", "5")
		require.Contains(t, h.page(), words[0])
		speak, all := text.MustLoad(language), judged.All
		var numbers []string
		for _, tile := range h.accuracy().tiles {
			numbers = append(numbers, tile.Stat().Number)
		}
		require.Equal(t, []string{percentOf(all.InsideShare), speak.Tenths(all.MedianError) + words[1],
			speak.Tenths(all.NaiveMedianError) + words[1], speak.Tenths(all.MeanWidth) + words[1], strconv.Itoa(all.Tickets)}, numbers)
		for i, of := range judged.Services {
			service, agency := h.Desk.Catalogue().Service(of.Service)
			require.Equal(t, kit.Figures{Name: service.Name, Of: agency.ShortName,
				Cells: [5]string{strconv.Itoa(of.Tickets), percentOf(of.InsideShare), speak.Tenths(of.MedianError),
					speak.Tenths(of.NaiveMedianError), speak.Tenths(of.MeanWidth)}}, h.accuracy().rows[i].Figures())
		}
		require.Equal(t, "DUK-02", judged.Services[0].Service, "the service with most numbers comes first")
	}
}

func percentOf(share float64) string { return strconv.Itoa(int(share*100+0.5)) + "%" }

func TestAccuracyIsReadWhenOpenedAndByAKeyAndNeverElse(t *testing.T) {
	h := openReports(t, judgedDays("DUK-02"))
	require.Zero(t, h.fake.reads, "nobody opened it")
	h.Press("F6", "5")
	require.Equal(t, 1, h.fake.reads)
	h.Minute()
	h.Press("Ctrl+L", "Down", "PgUp")
	require.Equal(t, 1, h.fake.reads, "a record, a minute, another language and scrolling read nothing")
	h.Press("R")
	require.Equal(t, 2, h.fake.reads)
	h.Press("F1", "F6")
	require.Equal(t, 2, h.fake.reads, "it was left for a moment")
	h.Desk.Clock = h.Desk.Clock.Add(time.Hour)
	h.Press("F1", "F6")
	require.Equal(t, 3, h.fake.reads)
}

func TestAccuracyIsThatOfTheReportsDays(t *testing.T) {
	h := openReports(t, judgedDays("DUK-02"))
	h.fake.report, _ = reportOf(t)
	h.Press("F6")
	require.Contains(t, h.page(), "tekan 5 untuk menilai", "the overview does not judge on its own")
	h.Press("5", "Left", "T", "H")
	require.Equal(t, []string{"2026-11-01 2026-11-30", "2026-10-01 2026-10-31", "2026-01-01 2026-12-31", "2026-11-23 2026-11-23"}, h.fake.judged)
	h.Press("1")
	require.Contains(t, h.page(), percentOf(h.fake.accuracy.Score.Report().All.InsideShare))
	require.NotContains(t, h.page(), "tekan 5")
	h.Press("Left")
	require.Contains(t, h.page(), "tekan 5", "that was another day")
	require.Len(t, h.fake.judged, 4)
}

func TestAccuracyOfALongSpanNamesItsDays(t *testing.T) {
	accuracy := judgedDays("DUK-02")
	accuracy.Of = 250
	h := openReports(t, accuracy)
	h.fake.report, _ = reportOf(t)
	h.Press("F6", "T", "5")
	require.Contains(t, h.page(), "2 dari 250 hari layanan")
	h.Press("1")
	require.Contains(t, h.page(), "dari 2 di antara 250 hari")
}

func TestAccuracySaysThatItIsRead(t *testing.T) {
	h := openReports(t, judgedDays("DUK-02"))
	h.fake.during = func() {
		require.Contains(t, h.page(), "Menilai hari-hari masa ini")
		require.NotContains(t, h.page(), "Belum ada nomor")
		h.Press("R")
	}
	h.Press("F6", "5")
	require.Equal(t, 1, h.fake.reads, "a second key meanwhile does nothing")
	require.NotContains(t, h.page(), "Membaca")
	h.fake.during = func() {
		require.Contains(t, h.page(), "membaca lagi")
		require.Contains(t, h.page(), "Dalam rentang", "the former figures stay")
	}
	h.Press("R")
}

func TestAccuracyWithoutCallsSaysWhenThereWillBeFigures(t *testing.T) {
	never := judgedDays("DUK-02")
	never.Score = &estimate.Score{}
	for _, accuracy := range []desk.Accuracy{{}, {Score: &estimate.Score{}}, never} {
		h := openReports(t, accuracy)
		h.Press("F6", "5")
		require.Contains(t, h.page(), "Belum ada nomor yang dinilai pada masa ini")
		require.Contains(t, h.page(), "Angka tampil sesudah")
		require.NotContains(t, h.page(), "Cara membaca")
		h.Press("Ctrl+L")
		require.Contains(t, h.page(), "No number of this span was judged yet")
	}
}

func TestAccuracyThatCannotBeReadKeepsTheFormerFigures(t *testing.T) {
	h := openReports(t, judgedDays("DUK-02"))
	h.fake.err = errors.New("disk: secret detail")
	h.Press("F6", "5")
	require.Contains(t, h.page(), "Laporan belum terbaca")
	require.Contains(t, h.page(), "Tekan R untuk membaca lagi.")
	require.NotContains(t, h.page(), "secret")
	require.NotContains(t, h.page(), "Belum ada nomor", "nobody knows whether there are figures")
	h.fake.err = nil
	h.Press("R")
	require.NotContains(t, h.page(), "belum terbaca")
	h.fake.err = models.Fault(nil, "store.fault")
	h.Press("R")
	require.Contains(t, h.page(), text.MustLoad(text.Indonesian).T("store.fault"))
	require.Contains(t, h.page(), "Dalam rentang")
}

func TestAccuracyScrollsByKeys(t *testing.T) {
	var services []string
	for _, a := range directory.Sample().Agencies {
		for i, s := range a.Services {
			if i < 2 && a.Calls() && len(a.Counters) > 0 && s.IssuesTicket() {
				services = append(services, s.Code)
			}
		}
	}
	h := openReports(t, judgedDays(services...))
	h.Press("F6", "5", "PgDn")
	scroll := h.accuracy().scroll.Scroll
	require.Positive(t, scroll.Offset.Y)
	h.Press("PgUp", "Up")
	require.Zero(t, scroll.Offset.Y)
	h.Press("Down")
	require.Positive(t, scroll.Offset.Y)
}

func TestAccuracyTellsHowToReadItInALowWindowToo(t *testing.T) {
	h := openReports(t, judgedDays("DUK-02"))
	h.Press("F6", "5")
	require.True(t, h.accuracy().foot.Visible())
	require.False(t, h.accuracy().last.Visible())
	h.Window.Resize(fyne.NewSize(1024, 440))
	require.False(t, h.accuracy().foot.Visible())
	require.True(t, h.accuracy().last.Visible())
}
