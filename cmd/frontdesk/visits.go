package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

type visitsAnswer struct {
	Visits []visitAnswer `json:"visits"`
}

type visitAnswer struct {
	ID        string              `json:"id"`
	Kind      models.VisitKind    `json:"kind"`
	ArrivedAt string              `json:"arrived_at"`
	Desk      string              `json:"desk"`
	Visitor   visitorAnswer       `json:"visitor"`
	Tickets   []visitTicketAnswer `json:"tickets"`
	Voided    bool                `json:"voided"`   // taken back
	Practice  bool                `json:"practice"` // made under --now
}

type visitorAnswer struct {
	Name  string `json:"name"`
	NIK   string `json:"nik"`
	Phone string `json:"phone"`
}

type visitTicketAnswer struct {
	ID      string             `json:"id"`
	Number  string             `json:"number"`
	Agency  string             `json:"agency"`
	Service string             `json:"service"`
	State   models.TicketState `json:"state"`
}

func visitsCommand(c *call) *cobra.Command {
	var date string
	var asked bookFlags
	cmd := &cobra.Command{Use: "visits", Short: "Buku tamu: kunjungan satu hari, atau yang dicari; data pribadi tersamar", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asked.asked(cmd) {
				return c.book(cmd, &asked, date)
			}
			p, err := c.open(cmd.Context())
			if err != nil {
				return err
			}
			if date == "" {
				date = p.Desk.BusinessDate(p.Desk.Now())
			}
			visits, err := p.Desk.Visits(cmd.Context(), date)
			if err != nil {
				return err
			}
			answer := c.visitsAnswer(p, visits)
			return c.print(answer, func(w io.Writer) { printVisits(w, answer) })
		}}
	cmd.Flags().StringVar(&date, "date", "", "hari, YYYY-MM-DD (bawaan: hari ini)")
	asked.add(cmd)
	addJSON(cmd, c)
	return cmd
}

func (c *call) visitsAnswer(p *Program, visits []desk.MaskedVisit) visitsAnswer {
	answer := visitsAnswer{Visits: []visitAnswer{}}
	for _, v := range visits {
		entry := visitAnswer{ID: v.ID, Kind: v.Kind, ArrivedAt: rfc3339(p.Desk, v.ArrivedAt),
			Desk: c.deskName(v.Desk), Visitor: c.visitorAnswer(v), Voided: !v.VoidedAt.IsZero(), Practice: v.Practice, Tickets: []visitTicketAnswer{}}
		for _, t := range v.Tickets {
			entry.Tickets = append(entry.Tickets, visitTicketAnswer{t.ID, t.Number, t.Agency, t.Service, t.State})
		}
		answer.Visits = append(answer.Visits, entry)
	}
	return answer
}

// deskName is the name of a desk, or its number where it has none.
func (c *call) deskName(d models.Desk) string {
	if d.Name != "" {
		return d.Name
	}
	return c.speak.T("desk.name", d.Number)
}

func (c *call) visitorAnswer(v desk.MaskedVisit) visitorAnswer {
	if v.Locked {
		locked := c.speak.T("visitor.locked")
		return visitorAnswer{locked, locked, locked}
	}
	return visitorAnswer(v.Identity.Masked)
}

func printVisits(w io.Writer, answer visitsAnswer) {
	for _, v := range answer.Visits {
		numbers := make([]string, 0, len(v.Tickets))
		for _, t := range v.Tickets {
			numbers = append(numbers, fmt.Sprintf("%s (%s, %s)", t.Number, t.Service, t.State))
		}
		fmt.Fprintf(w, "%s  %-14s %-24s %s\n", v.ArrivedAt, v.Kind, v.Visitor.Name, strings.Join(numbers, " "))
	}
}
