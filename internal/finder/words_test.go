package finder

import (
	"slices"
	"testing"
)

func TestFoldKeepsLettersAndDigitsOnly(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"KTP-el hilang", []string{"ktp", "el", "hilang"}},
		{"Nur'aini, Jum’at", []string{"nuraini", "jumat"}},
		{"AK-1 / AK1", []string{"ak", "1", "ak1"}},
		{"é e\u0301 ＡＢ", []string{"e", "e", "ab"}},
		{"a\xffb", []string{"a", "b"}},
		{" \t\n", []string{}},
	}
	for _, test := range tests {
		if got := words(test.text); !slices.Equal(got, test.want) {
			t.Errorf("words(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestFoldTellsWhereWordsStand(t *testing.T) {
	text := "Surat é'kspres"
	for i, want := range []string{"Surat", "é'kspres"} {
		if got := fold(text)[i]; text[got.from:got.to] != want {
			t.Errorf("word %d is %q, want %q", i, text[got.from:got.to], want)
		}
	}
}

func TestDistanceCountsEdits(t *testing.T) {
	tests := []struct {
		a, b        string
		limit, want int
	}{
		{"ktp", "ktp", 2, 0},
		{"sertifkat", "sertifikat", 2, 1},
		{"narkboa", "narkoba", 2, 1},
		{"cerei", "cerai", 1, 1},
		{"kucing", "kuning", 2, 1},
		{"paspor", "listrik", 2, 3},
		{"", "ab", 2, 2},
	}
	for _, test := range tests {
		if got := distance(test.a, test.b, test.limit); got != test.want {
			t.Errorf("distance(%q, %q, %d) = %d, want %d", test.a, test.b, test.limit, got, test.want)
		}
	}
}

func TestStemsHoldTheRoot(t *testing.T) {
	for word, root := range map[string]string{
		"kehilangan": "hilang", "pengambilan": "ambil", "mengirim": "kirim", "menyewa": "sewa",
		"memperpanjang": "perpanjang", "dicairkan": "cair", "ngurus": "urus", "nyicil": "cicil",
		"nanya": "tanya", "cairin": "cair", "paspornya": "paspor", "bertanya": "tanya", "kukirim": "kirim",
	} {
		if !slices.Contains(stems(word), root) {
			t.Errorf("stems(%q) = %q, want %q among them", word, stems(word), root)
		}
	}
}

func TestLexiconLinesAreWhole(t *testing.T) {
	l := loadLexicon()
	for i, s := range l.sayings {
		if len(s.says) == 0 || len(s.means)+len(s.maybes) == 0 {
			t.Errorf("saying %d has an empty side: %v", i, s)
		}
	}
	for variant, canonical := range l.spelling {
		if again, ok := l.spelling[canonical]; ok && again != canonical {
			t.Errorf("%s is spelled %s, which is spelled %s", variant, canonical, again)
		}
	}
	for _, p := range l.places {
		if p.kind == "" || len(p.says) == 0 {
			t.Errorf("place line %v", p)
		}
	}
}
