package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

type checkInAnswer struct {
	Visit   visitReceipt   `json:"visit"`
	Tickets []ticketAnswer `json:"tickets"`
}

type visitReceipt struct {
	ID           string          `json:"id"`
	BusinessDate string          `json:"business_date"`
	ArrivedAt    string          `json:"arrived_at"`
	Warnings     []warningAnswer `json:"warnings"`
}

type ticketAnswer struct {
	ID           string          `json:"id"`
	Number       string          `json:"number"`
	Agency       string          `json:"agency"`
	Service      string          `json:"service"`
	Counter      *counterAnswer  `json:"counter"`
	Directions   string          `json:"directions"`
	WaitingAhead *int            `json:"waiting_ahead"`     // null where nobody calls
	Estimate     *waitAnswer     `json:"estimate"`          // from now until called
	Follows      *string         `json:"follows,omitempty"` // number that has to be over first
	Warnings     []warningAnswer `json:"warnings"`
}

type warningAnswer struct {
	Field   string `json:"field"`
	Message string `json:"message"`
}

func checkInCommand(c *call) *cobra.Command {
	var in desk.CheckIn
	var services, priorities []string
	var guest string
	cmd := &cobra.Command{Use: "checkin --service KODE…", Short: "Catat kunjungan dan terbitkan nomor", Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, more []string) error {
			in.Guest, in.Visitor.Purpose = cmd.Flags().Changed("guest"), guest
			if cmd.Flags().Changed("people") && in.Party < 1 {
				return models.Misuse("checkin.party", in.Party)
			}
			if len(more) > 0 && len(services) == 0 {
				return models.Misuse("checkin.no_service")
			}
			for _, code := range append(services, more...) {
				in.Errands = append(in.Errands, desk.Errand{Service: code})
			}
			for _, name := range priorities {
				in.Priorities = append(in.Priorities, models.Priority(name))
			}
			return c.checkIn(cmd, in)
		}}
	flags := cmd.Flags()
	flags.StringSliceVar(&services, "service", nil, "kode layanan; boleh lebih dari satu")
	flags.StringSliceVar(&in.First, "first", nil, "kode layanan yang harus didahulukan")
	flags.StringVar(&in.Visitor.Name, "name", "", "nama pengunjung")
	flags.StringVar(&in.Visitor.NIK, "nik", "", "NIK pengunjung")
	flags.StringVar(&in.Visitor.Phone, "phone", "", "nomor telepon pengunjung")
	flags.StringSliceVar(&priorities, "priority", nil, "elderly|disability|pregnant|nursing|infant|ill")
	flags.IntVar(&in.Party, "people", 1, "jumlah orang, 1–99")
	flags.StringVar(&guest, "guest", "", "tamu tanpa nomor: keperluannya")
	flags.StringVar(&in.Number, "number", "", "nomor dari kertas, mis. 1A-014")
	flags.StringVar(&in.Force, "force", "", "terbitkan meskipun tutup: alasannya")
	flags.BoolVar(&in.Print, "print", false, "cetak nomor di printer setelan")
	addMoment(cmd, c)
	return cmd
}

func (c *call) checkIn(cmd *cobra.Command, in desk.CheckIn) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	if in.At, err = c.instant(p); err != nil {
		return err
	}
	if in.Print && !p.Desk.Prints() {
		return models.Refuse("print.none")
	}
	receipt, err := p.Desk.CheckIn(cmd.Context(), in)
	if err != nil {
		return err
	}
	c.foretell(cmd.Context(), p.Desk, in.At, &receipt)
	if in.Print {
		if err := printTickets(cmd.Context(), p.Desk, &receipt); err != nil {
			return err
		}
	}
	return c.print(c.checkInAnswer(p.Desk, receipt), func(w io.Writer) { c.printReceipt(w, receipt) })
}

func (c *call) checkInAnswer(d *desk.Desk, r desk.Receipt) checkInAnswer {
	answer := checkInAnswer{
		Visit: visitReceipt{ID: r.Visit.ID, BusinessDate: r.Visit.BusinessDate,
			ArrivedAt: rfc3339(d, r.Visit.ArrivedAt), Warnings: c.warnings(r.Warnings)},
		Tickets: []ticketAnswer{},
	}
	for _, t := range r.Tickets {
		ahead, wait := waitOf(t.Wait)
		answer.Tickets = append(answer.Tickets, ticketAnswer{WaitingAhead: ahead, Estimate: wait, ID: t.ID, Number: t.Number,
			Agency: t.Ticket.Agency, Service: t.Ticket.Service, Counter: counterOf(t.Counter),
			Directions: c.speak.Way(t.Way), Follows: orNull(t.Before), Warnings: c.warnings(t.Warnings)})
	}
	return answer
}

func (c *call) warnings(list []desk.Warning) []warningAnswer {
	answers := make([]warningAnswer, 0, len(list))
	for _, w := range list {
		answers = append(answers, warningAnswer{w.Field, c.speak.Say(w.Says)})
	}
	return answers
}

// rfc3339 writes an instant with the mall's offset.
func rfc3339(d *desk.Desk, at time.Time) string {
	return at.In(d.Now().Location()).Format(time.RFC3339)
}

func (c *call) printReceipt(w io.Writer, r desk.Receipt) {
	for _, t := range r.Tickets {
		fmt.Fprintln(w, c.ticketLine(t))
		if t.Wait != nil {
			fmt.Fprintln(w, "  "+c.speak.Say(t.Wait.SayAhead()))
		}
		for _, warning := range t.Warnings {
			fmt.Fprintln(w, "  "+c.speak.Say(warning.Says))
		}
	}
	if len(r.Tickets) == 0 {
		fmt.Fprintln(w, c.speak.T("checkin.recorded"))
	}
	for _, warning := range r.Warnings {
		fmt.Fprintln(w, c.speak.Say(warning.Says))
	}
}

func (c *call) ticketLine(t desk.Issued) string {
	if t.Counter == nil {
		return c.speak.T("checkin.ticket_plain", t.Number, t.Agency.ShortName)
	}
	return c.speak.T("checkin.ticket", t.Number, t.Counter.Number, t.Counter.Floor, c.speak.Way(t.Way))
}
