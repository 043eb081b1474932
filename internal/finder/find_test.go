package finder

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"frontdesk/internal/models"
)

var sampleIndex = sync.OnceValue(func() *Index { return New(sampleDirectory()) })

func codesOf(r Result) []string {
	var codes []string
	for _, h := range r.Services {
		codes = append(codes, h.Service.Code)
	}
	return codes
}

func TestServiceComesFirstHoweverItIsSaid(t *testing.T) {
	tests := []struct {
		rule string
		says []string
		want string
	}{
		{"beginnings of words", []string{"ktp hil", "ktp h", "kehil ktp"}, "DUK-02"},
		{"spelling variants", []string{"akta lahir", "akte lahir", "akte kelahiran"}, "DUK-11"},
		{"spelling variants of a permit", []string{"ijin reklame", "izin reklame", "idzin reklame"}, "DPM-07"},
		{"spelling variants of land papers", []string{"sertifikat hilang", "sertipikat hilang", "sertifikat tanah ilang"}, "BPN-05"},
		{"typing errors", []string{"npwp baur", "dafar npwp", "nwpw baru", "npwpbaru"}, "KPP-01"},
		{"joined words", []string{"kartukuning", "kartu kuning"}, "DTK-01"},
		{"joined words, one mistyped", []string{"sertfikathalal", "halalsertifkat"}, "KMG-06"},
		{"split words", []string{"core tax lupa password", "coretax lupa password"}, "KPP-03"},
		{"affixes", []string{"mengambil paspor", "pengambilan paspor", "paspornya mau diambil", "ngambil paspor"}, "IMI-04"},
		{"words without vowels", []string{"tmbh daya", "tambah dy"}, "PLN-02"},
		{"word order", []string{"motor balik nama", "balik nama motor"}, "SAM-03"},
		{"fillers", []string{"permisi pak saya mau tanya kalau mau perpanjang paspor itu bagaimana ya"}, "IMI-02"},
		{"accents, case and punctuation", []string{"IZIN-KERAMAIAN!!", "izín kerámaian", "  izin,keramaian  "}, "POL-07"},
		{"Javanese", []string{"layang nikah ilang", "bojo jaluk pegatan buku nikah ilang"}, "KMG-03"},
		{"Banjar", []string{"banyu pdam mati kada bajalan"}, "PDM-04"},
		{"a single letter that a name has", []string{"sim a", "SIM-A"}, "POL-03"},
	}
	for _, test := range tests {
		t.Run(test.rule, func(t *testing.T) {
			for _, says := range test.says {
				r := sampleIndex().Find(says, 5)
				if len(r.Services) == 0 || r.Services[0].Service.Code != test.want {
					t.Errorf("%q finds %v, want %s first", says, codesOf(r), test.want)
				}
			}
		})
	}
}

func TestStandingInLineIsNoErrand(t *testing.T) {
	tests := []struct {
		says string
		want string // agency of the first service, "" for none
	}{
		{"antri", ""}, {"ambil nomor", ""}, {"mau ambil nomor antrian pak", ""}, {"ngantre", ""},
		{"antrean ktp", "DUK"}, {"antri imigrasi", "IMI"}, {"mau antri paspor", "IMI"}, {"antri samsat", "SAM"},
		{"antri haji", "KMG"}, {"antrean haji", "KMG"}, {"ambil nomor porsi haji", "KMG"},
	}
	for _, test := range tests {
		r := sampleIndex().Find(test.says, 5)
		got := ""
		if len(r.Services) > 0 {
			got = r.Services[0].Agency.Code
		}
		if got != test.want {
			t.Errorf("%q leads to %q %v, want %q", test.says, got, codesOf(r), test.want)
		}
	}
}

// "ambil bpjs" would be a claim, "nomor pajak" the tax number.
func TestWordsOfStandingInLineJoinNoSaying(t *testing.T) {
	for _, says := range []string{"ambil antrian bpjs", "nomor antrian pajak"} {
		if r := sampleIndex().Find(says, 5); !r.Ambiguous {
			t.Errorf("%q finds %v as if it were said outright", says, codesOf(r))
		}
	}
}

func TestAskingIsTheErrandOnlyByItself(t *testing.T) {
	tests := []struct{ says, want string }{
		{"mau tanya", "MPP-01"}, {"info", "MPP-01"}, {"informasi layanan", "MPP-01"},
		{"tanya paspor", "IMI-01"}, {"info paspor", "IMI-01"}, {"tanya izin", "DPM-11"},
	}
	for _, test := range tests {
		if got := codesOf(sampleIndex().Find(test.says, 5)); len(got) == 0 || got[0] != test.want {
			t.Errorf("%q finds %v, want %s first", test.says, got, test.want)
		}
	}
}

func TestWhatIsNeededFirstStandsBehindTheBest(t *testing.T) {
	r := sampleIndex().Find("ktp hil", 5)
	if got := codesOf(r); len(got) < 2 || got[0] != "DUK-02" || got[1] != "POL-06" {
		t.Errorf("services %v, want the lost card, then the police report it needs", got)
	}
	if len(r.LifeEvents) == 0 || r.LifeEvents[0].Code != "DOMPET" {
		t.Errorf("life events %v, want the lost wallet", r.LifeEvents)
	}
}

func TestSeveralAgenciesAreAmbiguous(t *testing.T) {
	tests := []struct {
		says string
		want bool
	}{
		{"pajak", true}, {"bayar pajak", true}, {"balik nama", true}, {"legalisir", true}, {"penelitian", true},
		{"ktp hilang", false}, {"ktp hil", false}, {"sim a", false}, {"paspor anak", false}, {"balik nama motor", false},
	}
	for _, test := range tests {
		if r := sampleIndex().Find(test.says, 5); r.Ambiguous != test.want {
			t.Errorf("%q ambiguous %v, want %v: %v", test.says, r.Ambiguous, test.want, codesOf(r))
		}
	}
}

func TestConfidenceIsHonest(t *testing.T) {
	tests := []struct {
		says string
		want []Confidence
	}{
		{"ktp hilang", []Confidence{High}},
		{"pajak", []Confidence{High}},
		{"ktp untuk kucing terbang", []Confidence{Low, None}},
		{"pasang behel gigi", []Confidence{Low, None}},
		{"sewa tenda kemah", []Confidence{Low, None}},
		{"surat", []Confidence{Low}},
		{"surat usaha", []Confidence{High}},
		{"bu, KTP anak saya jatuh entah di mana", []Confidence{High}},
		{"lantai 2", []Confidence{None}},
		{"xyzzy", []Confidence{None}},
		{"saya mau ke sini pak", []Confidence{None}},
		{"", []Confidence{None}},
	}
	for _, test := range tests {
		r := sampleIndex().Find(test.says, 5)
		if !slices.Contains(test.want, r.Confidence) {
			t.Errorf("%q is %s %v, want %v", test.says, r.Confidence, codesOf(r), test.want)
		}
		if r.Confidence == None && len(r.Services) > 0 {
			t.Errorf("%q finds nothing but lists %v", test.says, codesOf(r))
		}
	}
}

func TestPlacesAreFoundOnlyWhenAskedFor(t *testing.T) {
	tests := []struct {
		says string
		want models.PlaceKind
	}{
		{"toilet", models.PlaceToilet},
		{"toilet kursi roda", models.PlaceAccessibleToilet},
		{"mau salat di mana", models.PlacePrayer},
		{"atm", models.PlaceATM},
		{"naruh motor di mana", models.PlaceParking},
		{"sedot wc", ""},
		{"bantuan kursi roda", ""},
		{"fotokopi akta dilegalisir", ""},
	}
	for _, test := range tests {
		r := sampleIndex().Find(test.says, 5)
		var got models.PlaceKind
		if len(r.Places) > 0 {
			got = r.Places[0].Place.Kind
		}
		if got != test.want {
			t.Errorf("%q leads to %q, want %q", test.says, got, test.want)
		}
		for _, p := range r.Places {
			if p.Floor == nil {
				t.Errorf("%q: a place without its floor", test.says)
			}
		}
	}
}

func TestLimitBoundsTheServices(t *testing.T) {
	for _, test := range []struct{ limit, most int }{{1, 1}, {3, 3}, {0, 5}, {-1, 5}, {50, 50}} {
		if n := len(sampleIndex().Find("ktp", test.limit).Services); n == 0 || n > test.most {
			t.Errorf("limit %d: %d services", test.limit, n)
		}
	}
}

func TestMarksCoverWhatWasTyped(t *testing.T) {
	tests := []struct{ says, code, want string }{
		{"ktp hil", "DUK-02", "[KTP]-el [hil]ang"},
		{"KTP HILANG", "DUK-02", "[KTP]-el [hilang]"},
		{"balik nama motor", "SAM-03", "[Balik] [nama] kendaraan ber[motor]"},
		{"sertifikat halal", "KMG-06", "Pendaftaran [sertifikat] [halal] (pendampingan)"},
		{"sertifikt elektronik", "BPN-06", "Alih media ke [sertipikat] [elektronik]"},
	}
	for _, test := range tests {
		r := sampleIndex().Find(test.says, 5)
		at := slices.IndexFunc(r.Services, func(h Hit) bool { return h.Service.Code == test.code })
		if at < 0 {
			t.Errorf("%q does not find %s", test.says, test.code)
			continue
		}
		if got := bracketed(r.Services[at]); got != test.want {
			t.Errorf("%q marks %s, want %s", test.says, got, test.want)
		}
	}
}

func bracketed(h Hit) string {
	var b strings.Builder
	last := 0
	for _, m := range h.Marks {
		b.WriteString(h.Service.Name[last:m.From] + "[" + h.Service.Name[m.From:m.To] + "]")
		last = m.To
	}
	return b.String() + h.Service.Name[last:]
}

// checkResult holds what is true of every answer.
func checkResult(t *testing.T, r Result, limit int) {
	t.Helper()
	if len(r.Services) > limit {
		t.Fatalf("%d services, limit %d", len(r.Services), limit)
	}
	if !slices.Contains([]Confidence{High, Low, None}, r.Confidence) {
		t.Fatalf("confidence %q", r.Confidence)
	}
	for _, h := range r.Services {
		if h.Service == nil || h.Agency == nil {
			t.Fatal("a hit without service or agency")
		}
		last := 0
		for _, m := range h.Marks {
			if m.From < last || m.To <= m.From || m.To > len(h.Service.Name) {
				t.Fatalf("marks %v of %q", h.Marks, h.Service.Name)
			}
			if !utf8.ValidString(h.Service.Name[m.From:m.To]) {
				t.Fatalf("mark %v cuts a rune of %q", m, h.Service.Name)
			}
			last = m.To
		}
	}
}

func TestAnyInputIsAnswered(t *testing.T) {
	inputs := map[string]string{
		"a megabyte of one letter":   strings.Repeat("a", 1<<20),
		"a megabyte of words":        strings.Repeat("ktp hilang ", 1<<17),
		"invalid UTF-8":              "ktp \xff\xfe hilang \xc3",
		"control characters":         "ktp\x00\x01\x1b[2J hilang\r\n\t",
		"combining marks alone":      strings.Repeat("\u0301", 500),
		"wide and folded characters": "ＫＴＰ ﬁ ǆ İ ß",
		"no word at all":             "?!… — 。",
	}
	for name, input := range inputs {
		t.Run(name, func(t *testing.T) { checkResult(t, sampleIndex().Find(input, 5), 5) })
	}
}

func TestIndexServesManyAtOnce(t *testing.T) {
	x := sampleIndex()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, q := range typed {
				checkResult(t, x.Find(q, 5), 5)
			}
		})
	}
	group.Wait()
}

func TestLexiconServesAnotherDirectory(t *testing.T) {
	other := &models.Directory{
		Mall: models.Mall{Name: "Mal Pelayanan Publik Contoh", ShortName: "MPP Contoh", City: "Contoh"},
		Agencies: []models.Agency{
			{Code: "X", Name: "Dinas Dukcapil Contoh", ShortName: "Dukcapil", Services: []models.Service{
				{Code: "X1", Name: "Penerbitan KTP-el karena hilang"},
				{Code: "X2", Name: "Pencatatan kelahiran dan akta kelahiran"},
			}},
			{Code: "Y", Name: "Samsat Contoh", ShortName: "Samsat", Services: []models.Service{
				{Code: "Y1", Name: "Balik nama kendaraan bermotor"},
				{Code: "Y2", Name: "Santunan kecelakaan lalu lintas"},
			}},
			{Code: "Z", Name: "Pengadilan Agama", ShortName: "PA", Services: []models.Service{
				{Code: "Z1", Name: "Pendaftaran perkara cerai gugat"},
			}},
		},
	}
	x := New(other)
	for says, want := range map[string]string{
		"honda bekas masih nama orang lain": "Y1",
		"ktp kececer di pasar":              "X1",
		"surat kenal lahir":                 "X2",
		"ditabrak orang":                    "Y2",
		"mau pegatan":                       "Z1",
		"lost id card":                      "X1",
	} {
		if r := x.Find(says, 3); len(r.Services) == 0 || r.Services[0].Service.Code != want {
			t.Errorf("%q finds %v, want %s", says, codesOf(r), want)
		}
	}
}

func TestEmptyDirectoryFindsNothing(t *testing.T) {
	r := New(&models.Directory{}).Find("ktp hilang", 5)
	if r.Confidence != None || len(r.Services)+len(r.Places)+len(r.LifeEvents) > 0 {
		t.Errorf("found %+v", r)
	}
}

func TestKeepableHoldsNoNumbers(t *testing.T) {
	tests := []struct{ query, want string }{
		{"Sedot WC!", "sedot wc"},
		{"satu dua tiga empat lima enam tujuh", "satu dua tiga empat lima"},
		{"6402061708900001 Budi", "budi"},
		{"hubungi 0812-3456-7890 ya", "hubungi ya"},
		{"loket5 di mana", "di mana"},
		{"٠٨١٢ telepon", "telepon"},
		{"", ""},
	}
	for _, test := range tests {
		if got := Keepable(test.query); got != test.want {
			t.Errorf("Keepable(%q) = %q, want %q", test.query, got, test.want)
		}
	}
}
