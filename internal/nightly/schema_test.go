package nightly

import (
	"context"
	"testing"

	"frontdesk/internal/models"
)

// TestDesksOneSchemaBehindOrAheadAreAccepted sends a ticket as the program
// before the queue wrote it, without its columns, and as a later one may, with
// a column that nobody here knows.
func TestDesksOneSchemaBehindOrAheadAreAccepted(t *testing.T) {
	for name, edit := range map[string]func(map[string]any){
		"behind": func(columns map[string]any) {
			for _, column := range []string{"priority", "at_counter", "parked_until", "calls", "no_shows", "since", "last_event"} {
				delete(columns, column)
			}
		},
		"ahead": func(columns map[string]any) { columns["language_of_signs"] = "bisindo" },
	} {
		t.Run(name, func(t *testing.T) {
			n := sent(t)
			ctx := context.Background()
			other := ticketOf(t, n)
			columns, err := models.DecodeBody(other.Body)
			must(t, err)
			columns["counter"] = "DUK-3"
			edit(columns)
			other.Body, err = models.EncodeColumns(columns)
			must(t, err)
			other.Ver, other.Pos, other.Session = other.Ver+1, 1, "other program"
			other.Hash = other.Sum()

			centre := openCentre(t, n.target, "")
			stream := Stream{MallID: other.MallID, DeskID: other.DeskID, Incarnation: "history of the other program"}
			receipt, err := centre.Push(ctx, Batch{Stream: stream, ID: "batch", To: 1, Rows: []models.Change{other}})
			must(t, err)
			if receipt.Stored != 1 || len(receipt.Refused) != 0 {
				t.Fatalf("the centre answers %+v", receipt)
			}
			n.run(t)
			if got := dumpOne(t, n, `SELECT counter FROM tickets WHERE id = '`+other.ID+`'`); got != "DUK-3" {
				t.Errorf("the desk has %q", got)
			}
			if name == "behind" && !n.verify(t).Equal {
				t.Error("desk and centre differ")
			}
		})
	}
}

// ticketOf is one of the desk's tickets as it travels.
func ticketOf(t *testing.T, n *night) models.Change {
	t.Helper()
	list, err := n.store.Changes(context.Background(), 0, 1000)
	must(t, err)
	for _, c := range list {
		if c.Entity == "tickets" {
			return c
		}
	}
	t.Fatal("no ticket")
	return models.Change{}
}
