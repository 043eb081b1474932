package models

import (
	"strings"
	"testing"
)

func TestNIKStructureIsCheckedAndNeverMore(t *testing.T) {
	for _, c := range []struct {
		nik  string
		want NIKProblem
	}{
		{"6402061708900001", NIKFine},     // man, 17 August 1990
		{"6402065708900002", NIKFine},     // woman, the same day
		{"6409012902960001", NIKFine},     // 29 February of a leap year
		{"6409012902000001", NIKFine},     // 2000 was one, 1900 was not
		{"6409012902990001", NIKBirthday}, // neither 1999 nor 2099
		{"6402067208900001", NIKBirthday}, // day 72
		{"6402060008900001", NIKBirthday},
		{"6402064008900001", NIKBirthday},
		{"6402061713900001", NIKBirthday},
		{"6402061700900001", NIKBirthday},
		{"0002061708900001", NIKRegion},
		{"6400061708900001", NIKRegion},
		{"6402001708900001", NIKRegion},
		{"6402061708900000", NIKSerial},
		{"640206170890001", NIKLength},
		{"64020617089000011", NIKLength},
		{"64020617O8900001", NIKLength},
		{"", NIKLength},
	} {
		if got := CheckNIK(c.nik); got != c.want {
			t.Errorf("%s: got %q, want %q", c.nik, got, c.want)
		}
	}
}

func TestNIKIsCleanedOfWhatPeopleAndReadersPutIn(t *testing.T) {
	for typed, want := range map[string]string{
		" 6402 0617 0890 0001 ":               "6402061708900001",
		"6402.0617.0890.0001":                 "6402061708900001",
		"64O2O617O89OOOO1":                    "6402061708900001",
		"6402\u00a00617\u20030890-0001\u200b": "6402061708900001",
		"":                                    "",
		"Ahmad Contoh":                        "Ahmad Contoh",
		" paspor A1234567 ":                   "paspor A1234567",
	} {
		if got := CleanNIK(typed); got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
}

func FuzzNIK(f *testing.F) {
	for _, seed := range []string{"6402061708900001", "64O2 0617.0890-0001", "\xff\xfe", "9999999999999999", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		once := CleanNIK(typed)
		if twice := CleanNIK(once); twice != once {
			t.Errorf("cleaning %q gives %q, then %q", typed, once, twice)
		}
		if CheckNIK(once) == NIKFine && len(once) != 16 {
			t.Errorf("%q passed", once)
		}
		if mask := MaskNIK(once); len(once) > 8 && strings.Contains(mask, once) {
			t.Errorf("the mask of %q shows it", once)
		}
	})
}

func TestMasksHideAllButFirstLettersAndLastDigits(t *testing.T) {
	got := Identity{Name: "Siti Nur'aini", NIK: "6402065708900002", Phone: "+6281234567890"}.Mask()
	want := MaskedIdentity{Name: "S•••• N••••", NIK: "6402••••••••0002", Phone: "••••890"}
	if got != want {
		t.Errorf("got %+v", got)
	}
	short := Identity{NIK: "12345", Phone: "12345"}.Mask()
	if short.NIK != "••••••••" || short.Phone != "••••" {
		t.Errorf("a short number shows: %+v", short)
	}
	odd := Identity{Name: "0 8 1 2 Wulan", NIK: "WulanContohDewi1", Phone: "rumah Wulan"}.Mask()
	if want := (MaskedIdentity{"•••• •••• •••• •••• W••••", "••••••••", "••••"}); odd != want {
		t.Errorf("what is no number shows: %+v", odd)
	}
	if empty := (Identity{}).Mask(); empty != (MaskedIdentity{}) {
		t.Errorf("nothing became %+v", empty)
	}
}
