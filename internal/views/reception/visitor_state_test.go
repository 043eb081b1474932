package reception

import (
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/views/finds"
)

func TestWhatWasTypedGoesWhereItBelongs(t *testing.T) {
	for name, c := range map[string]struct {
		before visitor
		want   models.Identity
	}{
		"a name":                 {visitor{typed: "Ahmad Contoh"}, models.Identity{Name: "Ahmad Contoh"}},
		"a NIK":                  {visitor{typed: sitiNIK}, models.Identity{NIK: sitiNIK}},
		"a phone":                {visitor{typed: "081250001111"}, models.Identity{Phone: "081250001111"}},
		"a part of a NIK":        {visitor{typed: "640201"}, models.Identity{NIK: "640201"}},
		"a name beside another":  {visitor{typed: "Siti", name: "Ahmad"}, models.Identity{Name: "Siti"}},
		"a phone beside another": {visitor{typed: "081250001111", phone: "0541 123456"}, models.Identity{Phone: "081250001111"}},
		"a NIK beside name and phone": {visitor{typed: sitiNIK, name: "Siti", phone: "081250001111"},
			models.Identity{NIK: sitiNIK, Name: "Siti", Phone: "081250001111"}},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, c.before.identity()) })
	}
}

func TestWrongShapesWarnAndDoNotBlock(t *testing.T) {
	for name, c := range map[string]struct {
		v     visitor
		field string
	}{
		"a short NIK":       {visitor{typed: "640201", party: "1"}, "nik"},
		"a strange phone":   {visitor{phone: "12345678", party: "1"}, "phone"},
		"a hundred people":  {visitor{party: "100"}, "party"},
		"words for a party": {visitor{party: "dua"}, "party"},
	} {
		t.Run(name, func(t *testing.T) { require.Contains(t, c.v.warnings(), c.field) })
	}
	require.Empty(t, visitor{typed: sitiNIK, name: "Siti", party: "3"}.warnings())
}

func TestEvenAPartOfANIKIsMasked(t *testing.T) {
	require.NotContains(t, maskTyped("640201"), "6402")
	require.Equal(t, "••••111", maskTyped("081250001111"))
	require.Equal(t, "••••", maskTyped("Siti"))
	require.Equal(t, "••••toh", maskTyped("081234567890Ahmad Contoh"))
	require.Empty(t, maskTyped(""))
}

func TestNIKsAndPhonesAreToldFromSearches(t *testing.T) {
	for query, want := range map[string][2]string{
		"ktp hil":                     {"ktp hil", ""},
		sitiNIK:                       {"", sitiNIK},
		"ktp hil" + sitiNIK:           {"ktp hil", sitiNIK},
		"ktp hil 0812 5000 1111":      {"ktp hil", "0812 5000 1111"},
		"paspor 48 halaman":           {"paspor 48 halaman", ""},
		"formulir F-1.06":             {"formulir F-1.06", ""},
		"skck 6402 0155 0590 0001 ya": {"skck 6402 0155 0590 0001 ya", ""},
	} {
		rest, personal := finds.SplitPersonal(query)
		require.Equal(t, want, [2]string{rest, personal}, query)
	}
}

func TestPriorityGroupsKeepTheScreensOrder(t *testing.T) {
	v := newVisitor()
	v.toggle(models.PriorityIll)
	v.toggle(models.PriorityElderly)
	require.Equal(t, []models.Priority{models.PriorityElderly, models.PriorityIll}, v.groups)
	v.toggle(models.PriorityIll)
	require.Equal(t, []models.Priority{models.PriorityElderly}, v.groups)
}
