package text

import (
	"regexp"
	"slices"
	"testing"
	"time"

	"frontdesk/internal/models"
)

func TestBothLanguagesHaveTheSameKeysAndPlaces(t *testing.T) {
	id, en := MustLoad(Indonesian), MustLoad(English)
	place := regexp.MustCompile(`\{\d+`)
	for _, key := range id.Keys() {
		if !en.Has(key) {
			t.Errorf("English has no words for %q", key)
			continue
		}
		a, b := place.FindAllString(id.words[key], -1), place.FindAllString(en.words[key], -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(slices.Compact(a), slices.Compact(b)) {
			t.Errorf("%q uses %v in Indonesian and %v in English", key, a, b)
		}
	}
	for _, key := range en.Keys() {
		if !id.Has(key) {
			t.Errorf("Indonesian has no words for %q", key)
		}
	}
}

func TestDatesAreWrittenAsIndonesianOfficesDo(t *testing.T) {
	id, en := MustLoad(Indonesian), MustLoad(English)
	wita := time.FixedZone("WITA", 8*3600)
	at := time.Date(2026, time.November, 23, 8, 5, 0, 0, wita)
	for _, c := range []struct{ got, want string }{
		{id.LongDate(at), "Senin, 23 November 2026"},
		{en.LongDate(at), "Monday, 23 November 2026"},
		{id.PlainDate(at), "23 November 2026"},
		{id.Clock(at), "08.05"},
		{Zone(at), "WITA"},
		{id.List([]string{"10", "20", "30"}), "10, 20, dan 30"},
		{id.write([]time.Weekday{time.Monday, time.Wednesday}, "days"), "Senin dan Rabu"},
		{id.write(at, "short"), "23/11/2026"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestAMissingWordIsSeenAndNotHidden(t *testing.T) {
	s := MustLoad(Indonesian)
	if got := s.Say(models.Say("no.such.key")); got != "no.such.key" {
		t.Errorf("got %q", got)
	}
	if got := s.fill("a {7} b", nil); got != "a {7} b" {
		t.Errorf("a place without a value became %q", got)
	}
}
