package store_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// unnumbered records, a minute apart over two days, a question at the desk and
// by telephone, somebody turned away, somebody with two services that give no
// number, a guest, and a number of the same agency.
func (b *bench) unnumbered(t testing.TB) {
	t.Helper()
	ctx := context.Background()
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		b.now = b.now.Add(time.Minute)
	}
	for day := range 2 {
		b.now = monday.AddDate(0, 0, day)
		_, err := b.Ask(ctx, "DUK-02", false)
		do(err)
		_, err = b.Ask(ctx, "DUK-01", true)
		do(err)
		_, err = b.TurnAway(ctx, "KPP-01", models.TurnedAwayQuota)
		do(err)
		_, err = b.Ask(ctx, "", false)
		do(err)
		for _, in := range []desk.CheckIn{{Guest: true, Visitor: models.Identity{Name: "Kurir Dua"}},
			{Errands: errands("DUK-02"), Visitor: siti, Force: "uji"}, {Errands: errands("KPP-01"), Force: "uji"}} {
			_, err = b.CheckIn(ctx, in)
			do(err)
		}
		_, err = b.TurnAway(ctx, "DUK-02", models.TurnedAwayPapers)
		do(err)
	}
	if err := b.store.ExecForTest("UPDATE visits SET service = 'KPP-01,DUK-02' WHERE turned_away = 'papers'"); err != nil {
		t.Fatal(err)
	}
}

func TestAPlaceIsAskedForWithAllWhoCameForItAlsoWithoutANumber(t *testing.T) {
	b := openDesk(t, 1)
	b.unnumbered(t)
	all := b.paged(t, desk.BookFilter{})
	about := func(r desk.BookRow, code string) bool {
		if r.HasTicket() {
			return strings.HasPrefix(r.Ticket.Service, code)
		}
		return strings.Contains(","+r.Visit.Service, ","+code)
	}
	second := func(r desk.BookRow) bool { return r.Visit.BusinessDate == "2026-11-24" }
	for name, c := range map[string]struct {
		filter desk.BookFilter
		holds  func(desk.BookRow) bool
		rows   int
	}{
		"service":            {desk.BookFilter{Service: "DUK-02"}, func(r desk.BookRow) bool { return about(r, "DUK-02") }, 6},
		"agency":             {desk.BookFilter{Agency: "DUK"}, func(r desk.BookRow) bool { return about(r, "DUK") }, 8},
		"other agency":       {desk.BookFilter{Agency: "KPP"}, func(r desk.BookRow) bool { return about(r, "KPP") }, 6},
		"agency and day":     {desk.BookFilter{Agency: "DUK", From: "2026-11-24", To: "2026-11-24"}, func(r desk.BookRow) bool { return about(r, "DUK") && second(r) }, 4},
		"service from":       {desk.BookFilter{Service: "DUK-02", From: "2026-11-24"}, func(r desk.BookRow) bool { return about(r, "DUK-02") && second(r) }, 3},
		"service until":      {desk.BookFilter{Service: "DUK-02", To: "2026-11-23"}, func(r desk.BookRow) bool { return about(r, "DUK-02") && !second(r) }, 3},
		"agency and service": {desk.BookFilter{Agency: "DUK", Service: "DUK-01"}, func(r desk.BookRow) bool { return about(r, "DUK-01") }, 2},
		"number and agency":  {desk.BookFilter{Agency: "DUK", Number: "1A-001"}, func(r desk.BookRow) bool { return r.Ticket.Number == "1A-001" }, 2},
		"person and agency":  {desk.BookFilter{Agency: "DUK", NIK: siti.NIK}, func(r desk.BookRow) bool { return r.Masked().NIK != "" }, 2},
	} {
		var want []string
		for _, r := range all {
			if c.holds(r) {
				want = append(want, rowKey(r))
			}
		}
		for _, limit := range []int{1, 2, 3, desk.BookUsual} {
			c.filter.Limit = limit
			got := b.paged(t, c.filter)
			if keys := rowKeys(got); len(want) != c.rows || !slices.Equal(keys, want) {
				t.Errorf("%s, %d at once: got %d rows, want %d of %d", name, limit, len(keys), len(want), c.rows)
			}
			for _, r := range got {
				if code := c.filter.Service; code != "" && (r.Service == nil || r.Service.Code != code) {
					t.Errorf("%s: a row tells another service: %+v", name, r.Service)
				}
			}
		}
	}
}

func TestANameIsLookedForOnTheDaysAskedFor(t *testing.T) {
	b := openDesk(t, 1)
	b.guests(t, 3, 10)
	for _, c := range []struct {
		days desk.BookFilter
		want int
	}{{desk.BookFilter{}, 6}, {desk.BookFilter{From: "2026-11-24", To: "2026-11-24"}, 2}, {desk.BookFilter{To: "2026-11-22"}, 0}} {
		found, err := b.FindName(context.Background(), "siti", c.days, func(desk.NameSearch) {})
		if err != nil || len(found.Rows) != c.want {
			t.Errorf("%+v: %d rows, %v", c.days, len(found.Rows), err)
		}
	}
}

func TestDaysAreReadAsPeopleWriteThem(t *testing.T) {
	b := openDesk(t, 1)
	for typed, want := range map[string]desk.BookFilter{
		"23/11/2026":                        {From: "2026-11-23", To: "2026-11-23"},
		"1/11":                              {From: "2026-11-01", To: "2026-11-01"},
		"02/2026":                           {From: "2026-02-01", To: "2026-02-28"},
		"kemarin":                           {From: "2026-11-22", To: "2026-11-22"},
		"disdukcapil 10/2026":               {Agency: "DUK", From: "2026-10-01", To: "2026-10-31"},
		"DUK-02 12/2025 2/2026":             {Service: "DUK-02", From: "2025-12-01", To: "2026-02-28"},
		"1a-014 23/11":                      {Number: "1a-014", From: "2026-11-23", To: "2026-11-23"},
		"6402064101900001 1/1/2026 11/2026": {NIK: "6402064101900001", From: "2026-01-01", To: "2026-11-30"},
	} {
		if got, name := b.ReadBook(typed); got != want || name != "" {
			t.Errorf("%q: %+v, %q", typed, got, name)
		}
	}
	if got, name := b.ReadBook("Siti 11/2026"); name != "Siti" || got.From != "2026-11-01" {
		t.Errorf("%+v, %q", got, name)
	}
}
