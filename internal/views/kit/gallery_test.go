package kit_test

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

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
	{name: "icons", ground: kit.ColorSurface, size: fyne.NewSize(500, 160), make: icons},
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
