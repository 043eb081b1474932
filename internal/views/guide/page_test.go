package guide

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/finder"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

func guideSpeakers() []*text.Speaker {
	return []*text.Speaker{text.MustLoad(text.Indonesian), text.MustLoad(text.English)}
}

func TestGuideRowsInWords(t *testing.T) {
	words := guideWords{speak: text.MustLoad(text.Indonesian), now: stagetest.Monday}
	agency := &models.Agency{Code: "POL", ShortName: "Polres", Name: "Kepolisian Resor"}
	counter := &models.Counter{Code: "POL-2", Number: 110, Floor: 1}
	noon := time.Date(2026, time.November, 23, 12, 0, 0, 0, stagetest.Monday.Location())
	offer := desk.Offer{
		Service: &models.Service{Code: "POL-02", Name: "Perpanjangan SIM C"}, Agency: agency,
		Counter: counter, Counters: []*models.Counter{counter}, IssuedToday: 14,
		Status: models.Status{State: models.StateOpen, Open: true, QuotaLeft: -1,
			ClosesAt: noon, Reason: models.Say("status.open_until", noon)},
		Marks: []finder.Span{{From: 13, To: 18}},
	}
	with := func(change func(*desk.Offer)) finds.Row {
		changed := offer
		service := *offer.Service
		changed.Service = &service
		change(&changed)
		return finds.Row{Offer: &changed}
	}
	for _, c := range []struct {
		rule    string
		row     finds.Row
		grouped bool
		check   func(t *testing.T, r kit.Result)
	}{
		{"an open service says until when", with(func(*desk.Offer) {}), false, func(t *testing.T, r kit.Result) {
			require.Equal(t, []kit.Span{{Text: "Perpanjangan "}, {Text: "SIM C", Match: true}}, r.Name)
			require.Equal(t, "Polres · Loket 110", r.Line)
			require.Equal(t, "Buka", r.Status.Word)
			require.Equal(t, "sampai 12.00", r.Status.Detail)
			require.Equal(t, "110", r.Number)
			require.Equal(t, kit.PlateStaffed, r.PlateKind)
			require.Equal(t, "3", r.Index)
		}},
		{"a shut service has an empty plate", with(func(o *desk.Offer) {
			o.Status = models.Status{State: models.StateAbsent, Scheduled: true, QuotaLeft: -1, Reason: models.Say("status.absent")}
		}), false, func(t *testing.T, r kit.Result) {
			require.Equal(t, "Tidak hadir", r.Status.Word)
			require.Equal(t, kit.PlateVacant, r.PlateKind)
		}},
		{"a sensitive service is named by its agency", with(func(o *desk.Offer) { o.Service.Sensitive = true }), false,
			func(t *testing.T, r kit.Result) {
				require.Equal(t, kit.PlainName("Layanan Polres"), r.Name)
			}},
		{"what is done elsewhere has no plate", with(func(o *desk.Offer) {
			o.Service.ReferTo = &models.Referral{Name: "Kantor Imigrasi", City: "Samarinda"}
		}), false, func(t *testing.T, r kit.Result) {
			require.Empty(t, r.Number)
			require.Equal(t, "Samarinda", r.Status.Detail)
		}},
		{"below its agency a row has no status of its own", with(func(*desk.Offer) {}), true, func(t *testing.T, r kit.Result) {
			require.Empty(t, r.Status.Word)
			require.Equal(t, "Loket 110", r.Line)
		}},
	} {
		t.Run(c.rule, func(t *testing.T) { c.check(t, words.result(c.row, 2, c.grouped)) })
	}
}

func TestGuidePagesSayWhatMatters(t *testing.T) {
	saturday := stagetest.Monday.AddDate(0, 0, 5)
	for _, c := range []struct {
		rule, words string
		at          time.Time
		says        []string
	}{
		{"an open service", "sim c", stagetest.Monday, []string{"Buka", "sampai 12.00 · 14 nomor diterbitkan hari ini",
			"Ke kiri dari resepsionis", "KTP dan fotokopi", "±30 menit", "belum dikonfirmasi instansi"}},
		{"a shut agency says why and when again", "npwp", stagetest.Monday, []string{"Tidak terjadwal",
			"KPP Pratama hanya hadir pada tanggal 10, 20, dan 30", "Buka lagi Senin, 30 November pukul 08.00."}},
		{"a shut mall says when again", "ktp hilang", saturday, []string{"Buka lagi Senin, 30 November pukul 08.00."}},
		{"what is done elsewhere", "paspor hilang", stagetest.Monday, []string{"Tidak dilayani di sini",
			"Rujuk ke Kantor Imigrasi Kelas I TPI Samarinda"}},
		{"several agencies", "balik nama", stagetest.Monday, []string{"Untuk urusan instansi mana?", "Belum ada yang dipilih."}},
		{"nothing", "zzzqqq", stagetest.Monday, []string{"Tidak ada yang cocok", "tanyakan kepada petugas"}},
		{"a place", "musala", stagetest.Monday, []string{"Musala", "Naik lift ke lantai 2."}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			b := openGuide(t, guideScene{at: c.at})
			b.Types(c.words)
			said := b.said()
			for _, words := range c.says {
				require.Contains(t, said, words)
			}
		})
	}
}

func TestGuideChoosesNothingBetweenAgencies(t *testing.T) {
	b := openGuide(t, guideScene{})
	b.Types("balik nama")
	require.Equal(t, stage.Nothing, b.guide.state.selected)
	b.Press("Enter")
	require.Equal(t, stage.Nothing, b.guide.state.selected)
	b.Press("Down")
	require.Equal(t, 0, b.guide.state.selected)
}

func TestGuideShowsALifeEventInItsOrder(t *testing.T) {
	b := openGuide(t, guideScene{})
	b.Press("Down")
	event := b.guide.state.rows[0].Event
	require.Equal(t, event.Name, b.title())
	require.Len(t, b.guide.page.said.aside.stops, len(event.Services))
	for i, code := range event.Services {
		service, _ := b.guide.state.desk.Catalogue().Service(code)
		require.Equal(t, service.Name, b.guide.page.said.aside.stops[i].name)
	}
}

func TestGuideNamesNoSensitiveService(t *testing.T) {
	b := openGuide(t, guideScene{})
	hidden := map[string]string{} // secret words by service code
	for _, a := range stagetest.NewDesk(t).Catalogue().Directory.Agencies {
		for _, s := range a.Services {
			if s.Sensitive {
				hidden[s.Code] = s.Name
			}
		}
	}
	require.NotEmpty(t, hidden)
	look := func(words string) {
		b.finds(words)
		for i := range b.guide.state.rows {
			b.guide.pick(i)
			said := strings.ToLower(b.said())
			for code, name := range hidden {
				require.NotContains(t, said, strings.ToLower(name), "%s after %q", code, words)
			}
		}
	}
	for code := range hidden {
		service, agency := b.guide.state.desk.Catalogue().Service(code)
		look(service.Name)
		require.Contains(t, b.said(), "Layanan "+agency.ShortName)
		for _, alias := range service.Aliases {
			look(alias)
		}
	}
	for _, event := range b.guide.state.desk.Catalogue().Directory.LifeEvents {
		look(event.Name)
	}
}

func TestGuideTellsNothingOfASensitiveService(t *testing.T) {
	b := openGuide(t, guideScene{})
	b.Types("tes narkoba")
	said := b.said()
	require.Contains(t, said, "Layanan BNN")
	require.NotContains(t, said, "urine", "papers tell what a service is")
	require.NotContains(t, said, "290.000", "so does the fee")
	require.Contains(t, said, "meja resepsionis")
}

func TestGuideDropsPersonalDigits(t *testing.T) {
	b := openGuide(t, guideScene{})
	b.Types("6402011203900001")
	require.Empty(t, b.guide.search.Text())
	require.Contains(t, b.said(), "Data pribadi tidak dipakai di layar ini")
	b.Types("sim c")
	require.Equal(t, "Perpanjangan SIM C", b.title())
}

func TestGuideKeepsTheLookUpWhenTheLanguageChanges(t *testing.T) {
	b := openGuide(t, guideScene{})
	b.Types("sim c")
	b.SpeakOther()
	require.Equal(t, "sim c", b.guide.search.Text())
	require.Contains(t, b.said(), "To the left from reception, then straight on.")
	b.Types("atm")
	require.Equal(t, "atm", b.guide.search.Text())
}

// scenes are look-ups that show every kind of page.
var scenes = []string{"", "sim c", "npwp", "paspor hilang", "balik nama", "zzzqqq", "musala", "daftar cerai",
	"anak lahir", "biodata", "meteran"}

func TestGuideSpeaksBothLanguagesAndFits(t *testing.T) {
	key := regexp.MustCompile(`\b[a-z]+\.[a-z]+(\.[a-z_]+)*\b`)
	for _, language := range []text.Language{text.Indonesian, text.English} {
		for _, size := range []fyne.Size{stagetest.SmallestPage, stagetest.UsualPage} {
			b := openGuide(t, guideScene{language: language, size: size})
			for _, words := range scenes {
				b.finds(words)
				require.Empty(t, key.FindString(b.said()), "a key without words after %q", words)
				b.fits(t, size, words)
			}
		}
	}
}

// fits tells that the page needs no scrolling and that nothing leaves it.
func (b *guideHand) fits(t *testing.T, size fyne.Size, words string) {
	t.Helper()
	d := b.guide.page
	room := d.scroll.Outer.Size()
	require.LessOrEqual(t, d.smallest(room.Width), room.Height, "%q at %v", words, size)
	for _, o := range d.body.Objects {
		right, bottom := o.Position().X+o.Size().Width, o.Position().Y+o.Size().Height
		if o.Visible() && (right > room.Width+0.5 || bottom > room.Height+0.5) {
			t.Errorf("%T leaves the page after %q at %v", o, words, size)
		}
	}
}

func TestGuideFitsEveryService(t *testing.T) {
	for _, at := range []time.Time{stagetest.Monday, stagetest.Monday.AddDate(0, 0, 5)} {
		b := openGuide(t, guideScene{size: stagetest.SmallestPage, at: at})
		for _, a := range b.guide.state.desk.Catalogue().Directory.Agencies {
			for _, s := range a.Services {
				offer, _ := b.guide.state.desk.Offer(s.Code, b.guide.state.today, at)
				offer = veiled(offer)
				b.guide.state.rows, b.guide.state.selected = []finds.Row{{Offer: &offer}}, 0
				b.guide.paint()
				b.fits(t, stagetest.SmallestPage, s.Name)
			}
		}
	}
}
