package desk

import (
	"strings"
	"testing"

	"frontdesk/internal/models"
)

func TestTheVisitorFieldTellsNIKPhoneAndNameApart(t *testing.T) {
	for typed, want := range map[string]VisitorField{
		"6402061708900001":    LooksNIK,
		"6402 0617 0890 0001": LooksNIK,
		"64O2061708900001":    LooksNIK,
		"640206170890001":     LooksNIK, // a digit short: still meant as one
		"081234567890":        LooksPhone,
		"0812-3456-7890":      LooksPhone,
		"+62 812 3456 7890":   LooksPhone,
		"0541 661234":         LooksPhone,
		"(0541) 661234":       LooksPhone,
		"Ahmad Contoh":        LooksName,
		"Hj. Siti Nur'aini":   LooksName,
		"123":                 LooksName,
		"  ":                  LooksEmpty,
	} {
		if got := Recognise(typed); got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
}

func TestPhonesAreKeptInOneFormAndNeverRefused(t *testing.T) {
	for _, c := range []struct {
		typed, want string
		fine        bool
	}{
		{"081234567890", "+6281234567890", true},
		{"0812-3456-7890", "+6281234567890", true},
		{"6281234567890", "+6281234567890", true},
		{"+62 812 3456 7890", "+6281234567890", true},
		{"(0541) 661234", "+62541661234", true},
		{"", "", true},
		{"12", "12", false},
		{"kantor", "kantor", false},
	} {
		if got, fine := CleanPhone(c.typed); got != c.want || fine != c.fine {
			t.Errorf("%q: got %q, %v", c.typed, got, fine)
		}
	}
}

func TestOddIdentitiesAreWarnedOfAndKept(t *testing.T) {
	typed := models.Identity{Name: strings.Repeat("Contoh ", 9), NIK: "6402067208900001", Phone: "12"}
	clean, warnings := CleanIdentity(typed)
	if len(warnings) != 3 {
		t.Errorf("got %+v", warnings)
	}
	if clean.NIK != typed.NIK || clean.Phone != typed.Phone || clean.Name == "" {
		t.Errorf("lost something: %+v", clean)
	}
	if _, none := CleanIdentity(models.Identity{Name: "Wulan Contoh", NIK: "6402065708900002"}); len(none) != 0 {
		t.Errorf("a fine identity was warned of: %+v", none)
	}
}

func TestAPersonalNumberInTheSearchFieldIsSeen(t *testing.T) {
	for typed, want := range map[string]bool{
		"6402061708900001": true, "081234567890": true, "ktp hilang": false, "sim c": false, "stnk 5 tahun": false, "": false,
	} {
		if got := Personal(typed); got != want {
			t.Errorf("%q: got %v", typed, got)
		}
	}
}

func FuzzPhone(f *testing.F) {
	for _, seed := range []string{"081234567890", "+62 812", "0541-661234", "\xff", "٠٨١٢", strings.Repeat("9", 400)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		phone, fine := CleanPhone(typed)
		if again, stillFine := CleanPhone(phone); fine && (again != phone || !stillFine) {
			t.Errorf("%q became %q, then %q", typed, phone, again)
		}
		Recognise(typed)
	})
}
