package store_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

func (b *bench) text(t testing.TB, query string) string {
	t.Helper()
	text, err := b.store.TextForTest(query)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// missed types a search that finds nothing on some days.
func (b *bench) missed(t testing.TB, words string, days int) {
	t.Helper()
	start := b.now
	for range days {
		b.now = b.now.AddDate(0, 0, 1)
		if err := b.Missed(context.Background(), words); err != nil {
			t.Fatal(err)
		}
	}
	b.now = start
}

// shown are the words of the newest search as a report shows them.
func (b *bench) shown(t testing.TB) string {
	t.Helper()
	words, err := b.store.MissedWords(context.Background(), "MPP-6402")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{}
	for _, w := range words {
		known[w.Mark] = w.Known
	}
	return models.ShowMissed(b.text(t, `SELECT words FROM search_misses ORDER BY at DESC, id DESC LIMIT 1`), known)
}

func (b *bench) learn(t testing.TB) {
	t.Helper()
	if err := b.LearnWords(context.Background(), monday.AddDate(0, 0, -90)); err != nil {
		t.Fatal(err)
	}
}

func TestAnUnknownWordOfASearchIsShownOnceThreeDaysHaveTypedIt(t *testing.T) {
	b := openDesk(t, 1)
	b.missed(t, "ktp Nelayanku", 2)
	b.missed(t, "ktp nelayanku", 1) // the first of the two days again
	b.learn(t)
	if got := b.shown(t); got != "ktp ••••" {
		t.Errorf("after two days it shows %q", got)
	}
	if words := b.text(t, `SELECT words FROM search_misses LIMIT 1`); !strings.HasPrefix(words, "ktp #") || strings.Contains(words, "nelayanku") {
		t.Errorf("stored %q", words)
	}
	b.now = b.now.AddDate(0, 0, 2)
	b.missed(t, "ktp nelayanku", 1)
	if got := b.shown(t); got != "ktp ••••" {
		t.Errorf("it is shown before anybody looked whose name it is: %q", got)
	}
	b.learn(t)
	if got := b.shown(t); got != "ktp nelayanku" {
		t.Errorf("after three days it shows %q", got)
	}
}

func TestAWordOfAKeptNameIsNeverLearned(t *testing.T) {
	b := openDesk(t, 1)
	b.missed(t, "zuraidah", 5)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: models.Identity{Name: "Zuraidah Kenari"}})
	b.learn(t)
	if got := b.shown(t); got != "••••" {
		t.Errorf("it shows %q", got)
	}
	b.missed(t, "kenari", 5)
	b.learn(t)
	if n := b.text(t, `SELECT CAST(count(*) AS TEXT) FROM missed_words`); n != "0" {
		t.Errorf("%s words of her name are kept", n)
	}
}

func TestAnErasureTakesTheWordsOfHerNameOutOfTheSearches(t *testing.T) {
	b := openDesk(t, 1)
	b.missed(t, "zuraidah nelayanku", 3)
	b.learn(t)
	if got := b.shown(t); got != "zuraidah nelayanku" {
		t.Fatalf("it shows %q", got)
	}
	r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02"), Visitor: models.Identity{Name: "Zuraidah Kenari", NIK: "6402065708900002"}})
	if _, err := b.ErasePerson(context.Background(), r.Visit.ID, "diminta sendiri"); err != nil {
		t.Fatal(err)
	}
	if got := b.shown(t); got != "•••• nelayanku" {
		t.Errorf("it shows %q", got)
	}
}

func TestAHiddenWordGoesWhenNobodyTypedItForLong(t *testing.T) {
	b := openDesk(t, 1)
	b.missed(t, "zuraidah", 2)
	if _, err := b.Purge(context.Background(), monday.Add(95*24*time.Hour), 90, true); err != nil {
		t.Fatal(err)
	}
	if n := b.text(t, `SELECT CAST(count(*) AS TEXT) FROM missed_words`); n != "0" {
		t.Errorf("%s words are kept", n)
	}
}
