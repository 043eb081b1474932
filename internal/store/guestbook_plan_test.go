package store_test

import (
	"context"
	"strings"
	"testing"

	"frontdesk/internal/desk"
	"frontdesk/internal/store"
)

// asked gives the statements of a page of the guest book.
func (b *bench) asked(t *testing.T, f desk.BookFilter) []string {
	t.Helper()
	return b.store.StatementsForTest(func(s *store.Store) {
		parts := b.parts
		parts.Store = s
		if _, err := desk.New(parts).GuestBook(context.Background(), f); err != nil {
			t.Fatal(err)
		}
	})
}

func TestEveryListOfTheGuestBookFollowsItsIndex(t *testing.T) {
	if onServer() {
		t.Skip("a server plans by what is in its tables")
	}
	b := openDesk(t, 1)
	b.guests(t, 1, 10)
	for name, c := range map[string]struct {
		filter desk.BookFilter
		follow []string
	}{
		"history":           {desk.BookFilter{}, []string{"visits_book "}},
		"days":              {desk.BookFilter{From: "2026-11-23", To: "2026-11-24"}, []string{"visits_book "}},
		"number":            {desk.BookFilter{Number: "1A-001"}, []string{"tickets_book_number "}},
		"service":           {desk.BookFilter{Service: "DUK-02"}, []string{"tickets_book_service ", "visits_book_service ", "visits_book_services "}},
		"service and days":  {desk.BookFilter{Service: "DUK-02", From: "2026-11-23"}, []string{"tickets_book_service ", "visits_book_service ", "visits_book_services "}},
		"agency":            {desk.BookFilter{Agency: "DUK"}, []string{"tickets_book_agency ", "visits_book_service ", "visits_book_services "}},
		"NIK":               {desk.BookFilter{NIK: siti.NIK}, []string{"visits_by_nik "}},
		"phone":             {desk.BookFilter{Phone: siti.Phone}, []string{"visits_by_phone "}},
		"person and agency": {desk.BookFilter{NIK: siti.NIK, Agency: "DUK"}, []string{"visits_by_nik "}},
		"next page":         {desk.BookFilter{After: "a.b"}, []string{"visits_book "}},
	} {
		var plans strings.Builder
		for _, statement := range b.asked(t, c.filter) {
			if !strings.HasPrefix(statement, "SELECT") || strings.Contains(statement, "FROM audit") {
				continue
			}
			plan, err := b.store.PlanForTest(statement)
			if err != nil {
				t.Fatal(err)
			}
			plans.WriteString(plan)
		}
		for _, index := range c.follow {
			if !strings.Contains(plans.String(), "INDEX "+index) {
				t.Errorf("%s does not follow %s", name, index)
			}
		}
		if strings.Contains(plans.String(), "SCAN visits") || strings.Contains(plans.String(), "SCAN tickets") {
			t.Errorf("%s reads a whole table:\n%s", name, plans.String())
		}
	}
}

func TestALookUpCostsOneDurableEntryAndTwoReads(t *testing.T) {
	b := openDesk(t, 1)
	b.guests(t, 1, 10)
	for _, f := range []desk.BookFilter{{NIK: siti.NIK}, {Phone: siti.Phone}} {
		written, read := 0, 0
		for _, statement := range b.asked(t, f) {
			switch {
			case strings.HasPrefix(statement, "UPDATE sync_state"): // each transaction begins with it
				written++
			case strings.Contains(statement, "visits") && strings.HasPrefix(statement, "SELECT"), strings.Contains(statement, "`tickets`"), strings.Contains(statement, `"tickets"`):
				read++
			}
		}
		if written != 1 || read != 2 {
			t.Errorf("%d transactions and %d reads", written, read)
		}
	}
}
