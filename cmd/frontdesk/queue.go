package main

import (
	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// queuedAnswer is a ticket of the queue.
type queuedAnswer struct {
	ID          string             `json:"id"`
	Number      string             `json:"number"`
	Agency      string             `json:"agency"`
	Service     string             `json:"service"`
	State       models.TicketState `json:"state"`
	Since       string             `json:"since"`
	IssuedAt    string             `json:"issued_at"`
	Counter     *string            `json:"counter"` // that has or had it, or alone may call it
	ParkedUntil *string            `json:"parked_until"`
	Follows     *string            `json:"follows,omitempty"` // number that has to be over first; in lists
	Priorities  []models.Priority  `json:"priorities,omitempty"`
	Calls       int                `json:"calls"`
	NoShows     int                `json:"no_shows"`
	LastEvent   string             `json:"last_event"` // for --seen
}

func queueCommand(c *call) *cobra.Command {
	return group("queue", "Antrean: panggil, layani, tunda, alihkan",
		queueListCommand(c), queueNextCommand(c), queueCallCommand(c),
		queueStepCommand(c, "recall", "Panggil ulang", (*desk.Desk).Recall),
		queueStepCommand(c, "serve", "Pengunjung sudah di loket: mulai layani", (*desk.Desk).Serve),
		queueStepCommand(c, "done", "Pelayanan selesai", (*desk.Desk).Done),
		queueStepCommand(c, "noshow", "Dipanggil, tidak hadir", (*desk.Desk).NoShow),
		queueStepCommand(c, "return", "Ternyata hadir: kembali ke tempatnya semula", (*desk.Desk).Return),
		queueStepCommand(c, "void", "Batalkan nomor, dengan --reason", (*desk.Desk).VoidStep),
		queueParkCommand(c), queueTransferCommand(c), queueUndoCommand(c))
}

func (c *call) queued(p *Program, t models.Ticket) queuedAnswer {
	return queuedAnswer{ID: t.ID, Number: t.Number, Agency: t.Agency, Service: t.Service, State: t.State,
		Since: rfc3339(p.Desk, t.StateSince()), IssuedAt: rfc3339(p.Desk, t.IssuedAt), Counter: orNull(t.AtCounter),
		ParkedUntil: instantOrNull(p, t.ParkedUntil), Calls: t.Calls, NoShows: t.NoShows, LastEvent: t.LastEvent}
}

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// queuedLine tells a ticket and its state in one line.
func (c *call) queuedLine(p *Program, t models.Ticket) string {
	line := t.Number + "  " + c.speak.T("queue.state."+string(t.State))
	if counter, _ := p.Desk.Catalogue().Counter(t.AtCounter); counter != nil {
		line += c.speak.T("queue.at_counter", counter.Number)
	}
	return line
}
