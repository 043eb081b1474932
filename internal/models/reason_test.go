package models

import "testing"

func TestAReasonKeepsATimeAndLosesSomebodysNumber(t *testing.T) {
	for typed, want := range map[string]string{
		" salah  pilih ":                   "salah pilih",
		"listrik padam 08.30":              "listrik padam 08.30",
		"telepon 0812 9998 8877":           "telepon •••• •••• ••••",
		"KTP 6402061708900001 ketinggalan": "KTP •••••••••••••••• ketinggalan",
		"   ":                              "",
	} {
		if got := PlainReason(typed); got != want {
			t.Errorf("%q: got %q", typed, got)
		}
	}
}
