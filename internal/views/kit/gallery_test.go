package kit_test

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
)

// looks are the themes that every picture is made in.
var looks = []struct {
	name  string
	theme *kit.Theme
}{
	{"light", kit.NewTheme(kit.LookLight, 1)},
	{"dark", kit.NewTheme(kit.LookDark, 1)},
	{"contrast", kit.NewTheme(kit.LookContrast, 1.2)},
}

// TestGallery draws every widget in every look. FRONTDESK_GALLERY names a
// folder to keep the pictures in, to be looked at beside the design.
func TestGallery(t *testing.T) {
	folder := os.Getenv("FRONTDESK_GALLERY")
	for _, look := range looks {
		for _, sheet := range sheets {
			t.Run(look.name+"/"+sheet.name, func(t *testing.T) {
				app := test.NewTempApp(t)
				app.Settings().SetTheme(look.theme)
				content := kit.NewPanel(sheet.ground, kit.Around(16), 0, sheet.make())
				w := test.NewTempWindow(t, content)
				w.SetPadded(false)
				w.Resize(sheet.size)
				if sheet.after != nil {
					sheet.after(w)
				}
				picture := w.Canvas().Capture()
				require.False(t, picture.Bounds().Empty())
				if folder == "" {
					return
				}
				file, err := os.Create(filepath.Join(folder, look.name+"-"+sheet.name+".png"))
				require.NoError(t, err)
				defer file.Close()
				require.NoError(t, png.Encode(file, picture))
			})
		}
	}
}

// sheet is one picture of the gallery.
type sheet struct {
	name   string
	ground fyne.ThemeColorName
	size   fyne.Size
	make   func() fyne.CanvasObject
	after  func(fyne.Window)
}

var sheets = []sheet{
	{name: "small", ground: kit.ColorRaised, size: fyne.NewSize(700, 620), make: smallThings},
	{name: "results", ground: kit.ColorSurface, size: fyne.NewSize(543, 700), make: results, after: focusSearch},
	{name: "groups", ground: kit.ColorSurface, size: fyne.NewSize(527, 300), make: groups},
	{name: "papers", ground: kit.ColorRaised, size: fyne.NewSize(340, 640), make: papers},
	{name: "closed", ground: kit.ColorRaised, size: fyne.NewSize(340, 520), make: closed},
	{name: "desk", ground: kit.ColorPage, size: fyne.NewSize(1366, 560), make: desk},
	{name: "narrow", ground: kit.ColorPage, size: fyne.NewSize(1024, 560), make: desk},
	{name: "guide", ground: kit.ColorSurface, size: fyne.NewSize(860, 420), make: guide},
	{name: "plan", ground: kit.ColorSurface, size: fyne.NewSize(600, 380), make: plan},
	{name: "day", ground: kit.ColorSurface, size: fyne.NewSize(880, 360), make: day},
	{name: "narrow-day", ground: kit.ColorSurface, size: fyne.NewSize(680, 360), make: day},
	{name: "figures", ground: kit.ColorSurface, size: fyne.NewSize(1000, 240), make: figures},
	{name: "narrow-figures", ground: kit.ColorSurface, size: fyne.NewSize(620, 260), make: figures},
	{name: "charts", ground: kit.ColorSurface, size: fyne.NewSize(560, 460), make: charts},
	{name: "icons", ground: kit.ColorSurface, size: fyne.NewSize(500, 160), make: icons},
}

func charts() fyne.CanvasObject {
	heat, bars, ranges := kit.NewHeatMap(), kit.NewBarChart(), kit.NewRangeChart()
	row := kit.HeatRow{Name: "Sen", Cells: []kit.HeatCell{{Step: -1}}}
	for step := range 6 {
		row.Cells = append(row.Cells, kit.HeatCell{Value: strings.Repeat("9", step%3+1), Step: step})
	}
	heat.Set([]string{"08", "09", "10", "11", "12", "13", "14"}, []kit.HeatRow{row, row})
	bars.Set([]kit.Bar{{Name: "Disdukcapil", Value: "1.741", To: 1}, {Name: "BPJS Ketenagakerjaan", Value: "9", To: 0.01}})
	ranges.Set([]kit.Bar{{Name: "ATR/BPN", Value: "24 / 58", From: 0.4, To: 1}, {Name: "Pos", Value: "0 / 0"}})
	tall := func(height float32, o fyne.CanvasObject) fyne.CanvasObject {
		o.Resize(fyne.NewSize(520, height))
		return container.New(layout.NewGridWrapLayout(fyne.NewSize(520, height)), o)
	}
	return kit.Column(12, tall(100, heat), tall(60, bars), tall(60, ranges),
		kit.NewCountRow(kit.Counted{Name: "kartu nelayan", Count: "11", Share: "24,0%"}),
		kit.NewCountRow(kit.Counted{Name: "Fotokopi Kartu Keluarga yang dilegalisir", Of: "Disdukcapil · KTP-el hilang", Count: "7"}))
}

func smallThings() fyne.CanvasObject {
	disabled := kit.NewButton(kit.ButtonFilled, "Terbitkan antrean", "Enter", nil)
	disabled.Disable()
	filled := kit.NewField("NIK, nomor HP, atau nama", "boleh kosong", "Ketik atau pindai kartu")
	filled.SetText("6402••••••••0001")
	return kit.Column(12,
		kit.Row(12,
			kit.NewPlate("101", "Lantai 1", kit.PlateStaffed),
			kit.NewPlate("204", "Lantai 2", kit.PlateVacant),
			kit.NewPlate("4", "loket", kit.PlateCount),
			kit.NewSmallPlate("111"),
			kit.NewKeyCap("Ctrl Enter"), kit.NewKeyCap("↑"), kit.NewKeyCap("F9"),
			kit.NewKeyHint("ambil baris", nil, "Alt", "1–9"),
		),
		kit.Row(12,
			kit.NewButton(kit.ButtonFilled, "Ambil dan isi pengunjung", "Enter", nil),
			kit.NewButton(kit.ButtonOutlined, "Terbitkan tanpa data", "F9", nil),
			disabled,
		),
		kit.Row(12,
			kit.NewButton(kit.ButtonOutlined, "Alihkan", "", nil).Compact(),
			kit.NewButton(kit.ButtonQuiet, "Lewati, pakai contoh", "", nil),
		),
		kit.Row(10,
			kit.NewMark(kit.ShapeDisc, kit.ColorOpen), kit.NewMark(kit.ShapeTriangle, kit.ColorWarn),
			kit.NewMark(kit.ShapeBarred, kit.ColorStop), kit.NewMark(kit.ShapeSquare, kit.ColorOff),
			kit.NewMark(kit.ShapeRing, kit.ColorOff), kit.NewMark(kit.ShapeCalled, kit.ColorAccent),
			kit.NewMark(kit.ShapeParked, kit.ColorWarn), kit.NewMark(kit.ShapeTick, kit.ColorOpen),
			kit.NewMark(kit.ShapeCross, kit.ColorStop), kit.NewMark(kit.ShapeHalf, kit.ColorWarn),
			kit.NewMark(kit.ShapeInfo, kit.ColorAccent),
		),
		kit.NewStatusLine(kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: "Buka", Detail: "4 menunggu · 12–20 menit"}),
		kit.NewStatusLine(kit.Status{Shape: kit.ShapeBarred, Colour: kit.ColorStop, Word: "Tidak hadir", Detail: "buka lagi Senin, 30 November"}),
		filled,
		kit.NewField("Nama", "boleh kosong", ""),
		kit.NewNote(kit.NoteStop, "Tidak diberi nomor hari ini", "KPP Pratama hanya hadir pada tanggal 10, 20, dan 30."),
		kit.NewNote(kit.NoteInfo, "", "Boleh kosong. Isi nomor HP bila pengunjung minta dihubungi saat instansi hadir."),
		kit.NewNote(kit.NoteWarn, "Nomor terakhir 09.30", "Sisa kuota 9 dari 30."),
		kit.NewCard(kit.Sides(12, 14), kit.Column(2,
			kit.SemiBold("Kantor Pelayanan Pajak Pratama Tenggarong", kit.ColorInk, kit.TextButton).Wrapped(),
			kit.Text("Layanan yang sama, di kantor induk", kit.ColorMuted, kit.TextDetail))),
	)
}

var (
	open   = kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: "Buka", Detail: "4 menunggu · 12–20 menit"}
	absent = kit.Status{Shape: kit.ShapeBarred, Colour: kit.ColorStop, Word: "Tidak hadir", Detail: "buka lagi Senin, 30 November"}
	late   = kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: "Tutup 14.00", Detail: "3 menunggu"}
)

func spans(name string, match ...string) []kit.Span {
	out := kit.PlainName(name)
	for _, m := range match {
		last := out[len(out)-1]
		before, after, _ := strings.Cut(last.Text, m)
		out = append(out[:len(out)-1], kit.Span{Text: before}, kit.Span{Text: m, Match: true}, kit.Span{Text: after})
	}
	return out
}

var search *kit.SearchField

func focusSearch(w fyne.Window) { w.Canvas().Focus(search.Input) }

func results() fyne.CanvasObject {
	search = kit.NewSearchField("Ketik keperluan pengunjung")
	search.SetText("ktp hil")
	search.SetResult("5 hasil")
	search.Input.CursorColumn = 7
	rows := []kit.Result{
		{Index: "1", Name: spans("KTP-el hilang", "KTP", "hil"), Line: "Disdukcapil · Loket 101 atau 103", Status: open, Number: "101", Floor: "Lantai 1"},
		{Index: "2", Name: spans("Surat keterangan tanda lapor kehilangan", "hil"), Line: "Polres · Loket 111", Status: open, Number: "111", Floor: "Lantai 1"},
		{Index: "3", Name: spans("Pendaftaran/aktivasi NPWP dengan NIK (Coretax)", "NPWP"), Line: "KPP Pratama · Loket 204", Status: absent, Number: "204", Floor: "Lantai 2", PlateKind: kit.PlateVacant},
		{Index: "4", Name: spans("Dompet hilang", "hil"), Line: "Peristiwa hidup · 4 layanan berurutan", Status: open, Number: "4", Floor: "loket", PlateKind: kit.PlateCount},
		{Name: kit.PlainName("Perpanjangan SIM A"), Line: "Polres · Loket 110", Status: late, Number: "110", Floor: "Lantai 1"},
	}
	list := kit.Column(0)
	for i, r := range rows {
		row := kit.NewResultRow(nil)
		row.SetResult(r)
		row.SetSelected(i == 0)
		row.SetDivider(i < len(rows)-1)
		list.Add(row)
	}
	return kit.Column(8, search, list)
}

func groups() fyne.CanvasObject {
	first, second := kit.NewResultRow(nil), kit.NewResultRow(nil)
	first.SetResult(kit.Result{Index: "1", Name: spans("Balik nama kendaraan bermotor", "Balik nama"), Line: "Motor atau mobil bekas", Number: "113", Floor: "Lantai 1"})
	second.SetResult(kit.Result{Index: "2", Name: spans("Peralihan hak jual beli (balik nama sertipikat)", "balik nama"), Line: "Tanah atau rumah", Number: "205", Floor: "Lantai 2"})
	return kit.Column(0, kit.NewGroupHeader("Samsat", open), first, kit.NewGroupHeader("ATR/BPN", late), second)
}

var allIcons = []kit.Icon{
	kit.IconReception, kit.IconSearch, kit.IconQueue, kit.IconBook, kit.IconCalendar, kit.IconChart, kit.IconSliders,
	kit.IconLock, kit.IconLeft, kit.IconRight, kit.IconUp, kit.IconDown, kit.IconLift, kit.IconStairs, kit.IconToilet,
	kit.IconWheelchair, kit.IconPrayer, kit.IconLactation, kit.IconPlayroom, kit.IconCanteen, kit.IconATM,
	kit.IconPhotocopy, kit.IconParking, kit.IconSmoking, kit.IconSeats, kit.IconInfo, kit.IconWarning, kit.IconCheck,
	kit.IconClear, kit.IconExpand, kit.IconNext, kit.IconPrinter,
}

func icons() fyne.CanvasObject {
	line := kit.Row(8)
	lines := kit.Column(8)
	for i, icon := range allIcons {
		if i%16 == 0 {
			line = kit.Row(8)
			lines.Add(line)
		}
		line.Add(kit.NewPictogram(icon, kit.ColorInk, 20))
	}
	return lines
}

func papers() fyne.CanvasObject {
	done := kit.NewCheckRow("Fotokopi Kartu Keluarga", "")
	done.SetOn(true)
	elderly := kit.NewPriorityChip("Lansia")
	elderly.SetOn(true)
	return kit.Column(8,
		kit.SemiBold("KTP-el hilang", kit.ColorInk, kit.TextService).Wrapped(),
		kit.Text("Disdukcapil · Pendaftaran Penduduk", kit.ColorMuted, kit.TextDetail),
		kit.Column(0, kit.NewCheckRow("Surat kehilangan dari kepolisian", "Bisa dibuat di sini, Loket 111"), done),
		kit.NewHeading("Urutan kunjungan"),
		kit.NewRoute(
			kit.Stop{Number: "111", Name: "Polres", Detail: "tanpa antrean · ±15 menit", Time: "08.45"},
			kit.Stop{Number: "101", Name: "Disdukcapil", Detail: "4 menunggu", Time: "±09.10"}),
		kit.NewDefinitions(
			kit.Definition{Term: "Biaya", Value: "Gratis", Stress: true},
			kit.Definition{Term: "Selesai", Value: "Rabu, 25 November", Detail: "2 hari kerja", Stress: true},
			kit.Definition{Term: "Diverifikasi", Value: "4 November 2026"}),
		kit.NewHeading("Prioritas"),
		kit.Flow(7, elderly, kit.NewPriorityChip("Disabilitas"), kit.NewPriorityChip("Hamil"),
			kit.NewPriorityChip("Menyusui"), kit.NewPriorityChip("Balita")),
		kit.Row(8, kit.NewStatusChip(open), kit.NewStatusChip(kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: "Terlambat"})),
		kit.NewEmpty("Belum ada keperluan", "Ketik apa yang dikatakan pengunjung. Berkas yang harus dibawa tampil di sini."),
	)
}

func closed() fyne.CanvasObject {
	var days []kit.Day
	for _, n := range []int{23, 24, 25, 26, 27, 30, 1, 2, 3, 4, 7, 8, 9, 10, 11} {
		kind := map[int]kit.DayKind{23: kit.DayToday, 30: kit.DayNext, 10: kit.DayOpen}[n]
		days = append(days, kit.Day{Number: n, Kind: kind})
	}
	return kit.Column(10,
		kit.NewNote(kit.NoteStop, "Tidak diberi nomor hari ini", "KPP Pratama hanya hadir pada tanggal 10, 20, dan 30."),
		kit.NewHeading("Buka lagi"),
		kit.SemiBold("Senin, 30 November", kit.ColorInk, kit.TextService),
		kit.NewCalendar([]string{"Sen", "Sel", "Rab", "Kam", "Jum"}, days),
		kit.NewCard(kit.Sides(12, 14), kit.Column(2,
			kit.SemiBold("Kantor Pelayanan Pajak Pratama Tenggarong", kit.ColorInk, kit.TextButton).Wrapped(),
			kit.Text("Layanan yang sama, di kantor induk", kit.ColorMuted, kit.TextDetail))),
		kit.NewNote(kit.NoteInfo, "", "Boleh kosong. Isi nomor HP bila pengunjung minta dihubungi saat instansi hadir."),
	)
}

func desk() fyne.CanvasObject {
	header := kit.NewHeaderBar(kit.NewSegmented(nil, "Indonesia", "English").Compact())
	header.SetPlace("MPP Kukar", "Meja 1")
	header.SetTime("Senin, 23 November 2026", "08.42", "WITA")
	first := kit.NewRailItem(kit.IconReception, "Penerimaan", "F1", nil)
	first.SetSelected(true)
	third := kit.NewRailItem(kit.IconQueue, "Antrean", "F3", nil)
	third.SetCount("37")
	small := kit.NewRailItem(kit.IconReception, "Penerimaan", "F1", nil)
	small.SetCompact(true)
	small.SetSelected(true)
	lit := kit.NewPane(kit.NewPaneHeader("1", "Keperluan", kit.NewKeyHint("pindah", nil, "↑", "↓"), kit.NewKeyHint("ambil baris", nil, "Alt", "1–9")),
		kit.Column(0, kit.NewSearchField("Ketik keperluan pengunjung")))
	lit.SetLit(true)
	quiet := kit.NewPane(kit.NewPaneHeader("2", "Berkas", kit.NewKeyHint("tandai", nil, "Spasi")), kit.Column(0))
	banner := kit.NewBanner(kit.NewPlateHint("Cetak ulang", nil, "Ctrl P"), kit.NewPlateHint("Batalkan 28 dtk", nil, "Ctrl Z"))
	banner.Set(kit.Ticket{Caption: "Nomor antrean", Number: "1A-014", Arrow: kit.IconLeft, Place: "Loket 101 · Lantai 1",
		Way: "ke kiri, loket pertama", Ahead: "14 nomor diterbitkan hari ini", Called: "dipanggil sekitar 08.54–09.02"})
	strip := kit.NewStrip(kit.NewKeyHint("Cetak ulang", nil, "Ctrl P"))
	strip.Set("Terakhir", "1A-013", "KTP-el perubahan data · Loket 101 · 08.39")
	status := kit.NewStatusBar(kit.NewKeyHint("Bantuan tombol", nil, "F12"))
	status.Set(kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: "Tersinkron", Detail: "kemarin 20.14 · 123 belum terkirim"},
		kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: "Printer siap", Detail: "kertas cukup"})
	return kit.Column(8, header, kit.Row(0, kit.Column(0, first, kit.NewRailItem(kit.IconSearch, "Cari", "F2", nil), third), small),
		lit, quiet, banner, strip, status)
}

func guide() fyne.CanvasObject {
	sign := kit.NewSign()
	sign.Set("110", []kit.Icon{kit.IconLeft, kit.IconUp}, "Lantai 1.", "Ke kiri dari resepsionis, lalu lurus sampai deretan belakang. Loket 110 di depan Anda.")
	return kit.Column(16,
		kit.SemiBold("Perpanjangan SIM C", kit.ColorInk, kit.TextTitle),
		kit.NewSizedStatus(kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: "Buka"}, kit.TextService),
		sign,
		kit.Row(8, kit.NewSegmented(nil, "Lantai 1", "Lantai 2", "Lantai 3")),
		kit.Flow(8, kit.NewPlaceButton(kit.IconToilet, "Toilet", nil), kit.NewPlaceButton(kit.IconPrayer, "Musala", nil),
			kit.NewPlaceButton(kit.IconLactation, "Ruang laktasi", nil), kit.NewPlaceButton(kit.IconLift, "Lift", nil)),
	)
}

func day() fyne.CanvasObject {
	header := kit.NewDayHeader(kit.DayTitles{Number: "No", Agency: "Instansi", Status: "Keadaan", Quota: "Kuota", Staff: "Petugas", Waiting: "Menunggu"})
	header.SetTicks([]kit.DayTick{{Word: "8", At: 0.06}, {Word: "10", At: 0.29}, {Word: "12", At: 0.53}, {Word: "14", At: 0.76}, {Word: "16", At: 1}})
	spans := []kit.DaySpan{{From: 0.06, To: 0.53}, {From: 0.65, To: 0.94}}
	column := kit.Column(0, header)
	for i, d := range []kit.AgencyDay{
		{Prefix: "2G", Name: "Kemenag", Status: kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: "Terlambat · 09.15"},
			Colour: kit.ColorWarn, Quota: "–", Staff: "0/1", Waiting: "2 · tertunda", Urgent: true},
		{Prefix: "1C", Name: "Imigrasi", Status: kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: "Nomor terakhir 09.30"},
			Colour: kit.ColorWarn, Quota: "30/30", Staff: "2/2", Waiting: "5 · 40–60 mnt"},
		{Prefix: "3G", Name: "Dishub", Status: absent, Colour: kit.ColorEdge, Hollow: true, Quota: "–", Staff: "0/1", Waiting: "1 · terdampak", Urgent: true},
		{Prefix: "1G", Name: "BPJS Ketenagakerjaan", Status: kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: "Buka"},
			Colour: kit.ColorOpen, Quota: "–", Staff: "1/1", Waiting: "–"},
	} {
		d.Spans, d.Now = spans, 0.16
		row := kit.NewDayRow(nil)
		row.SetDay(d, i == 0)
		column.Add(row)
	}
	late := kit.NewStateKey(kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: "Terlambat"}, "T", nil)
	late.SetChosen(true)
	return kit.Column(14, column, kit.Row(8, late,
		kit.NewStateKey(kit.Status{Shape: kit.ShapeBarred, Colour: kit.ColorStop, Word: "Tidak hadir"}, "X", nil),
		kit.NewStateKey(kit.Status{Shape: kit.ShapeRing, Colour: kit.ColorOff, Word: "102 kosong"}, "2", nil).Small(),
		kit.NewPanel("", kit.Inset{}, 0, kit.NewSearchField("Cari instansi").Compact())))
}

func figures() fyne.CanvasObject {
	row := kit.NewFigureRow()
	row.Set(kit.Figures{Name: "Pembayaran pajak kendaraan bermotor tahunan", Of: "Samsat", Cells: [5]string{"1.204", "81%", "4,2", "7,9", "22,4"}})
	return kit.Column(16, kit.Columns(0,
		kit.NewStatTile(kit.Stat{Label: "Di dalam rentang", Number: "83%", Meaning: "sesuai sasaran 80%"}, true),
		kit.NewStatTile(kit.Stat{Label: "Selisih median", Number: "5,1 mnt", Meaning: "separuh nomor lebih dekat"}, false),
		kit.NewStatTile(kit.Stat{Label: "Perkiraan sederhana", Number: "9,7 mnt", Meaning: "orang di depan × rata-rata"}, false),
		kit.NewStatTile(kit.Stat{Label: "Nomor dinilai", Number: "4.584", Meaning: "528 tidak sempat dipanggil"}, false)),
		kit.Column(0, kit.NewFigureHeader(kit.Figures{Name: "Layanan", Of: "Instansi",
			Cells: [5]string{"Nomor", "Di dalam rentang", "Selisih median", "Perkiraan sederhana", "Lebar"}}), row))
}

func plan() fyne.CanvasObject {
	floor := &models.Floor{Number: 1, Width: 48, Depth: 28, Places: []models.Place{
		{Kind: models.PlaceEntrance, Name: "Masuk", X: 22, Y: 26.5, W: 4, H: 1.5},
		{Kind: models.PlaceExit, Name: "Keluar", X: 28, Y: 26.5, W: 3, H: 1.5},
		{Kind: models.PlaceReception, Name: "Resepsionis", X: 20, Y: 20, W: 8, H: 2.5},
		{Kind: models.PlaceWaiting, Name: "Ruang tunggu", X: 16, Y: 9, W: 16, H: 6},
		{Kind: models.PlacePrioritySeats, Name: "Kursi prioritas", X: 20, Y: 16, W: 8, H: 2},
		{Kind: models.PlaceATM, X: 33, Y: 25, W: 4, H: 2},
		{Kind: models.PlaceStairs, X: 3, Y: 24, W: 4, H: 4},
		{Kind: models.PlaceLift, X: 41, Y: 24, W: 4, H: 4},
		{Kind: models.PlaceToilet, X: 38, Y: 25, W: 3, H: 3},
		{Kind: models.PlaceLactation, X: 7, Y: 25, W: 3.5, H: 3},
		{Kind: models.PlacePlayroom, X: 0, Y: 25, W: 3, H: 3},
		{Kind: models.PlaceParking, Outside: true, X: 14, Y: 28, W: 8, H: 2},
	}}
	numbers := map[string]int{}
	for i := range 13 {
		code := string(rune('A' + i))
		numbers[code] = 107 + i
		floor.Places = append(floor.Places, models.Place{Kind: models.PlaceCounter, Counter: code, X: 4.2 + 3.077*float64(i), W: 2.68, H: 3})
	}
	drawn := kit.NewFloorPlan()
	drawn.SetFloor(floor, numbers)
	drawn.SetTarget("D")
	drawn.SetWay([]models.Point{{X: 24, Y: 23.5}, {X: 14.8, Y: 23.5}, {X: 14.8, Y: 3.9}})
	drawn.SetHere(&models.Point{X: 24, Y: 23.5})
	return kit.Column(8, drawn, kit.Row(6, kit.NewMark(kit.ShapeHere, kit.ColorAccent), kit.Text("Anda di sini", kit.ColorMuted, kit.TextDetail)))
}
