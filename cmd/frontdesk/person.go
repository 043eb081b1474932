package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"frontdesk/internal/bookfile"
	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

type personAnswer struct {
	Visits int    `json:"visits"`
	File   string `json:"file,omitempty"`
}

type requestAnswer struct {
	ID      string             `json:"id"`
	Visit   string             `json:"visit"`
	Kind    models.RequestKind `json:"kind"`
	At      string             `json:"at"`
	DueAt   string             `json:"due_at"`
	Urgency models.Urgency     `json:"urgency"`
}

// personCommand serves the rights of one person (UU 27/2022). She is named by
// one of her visits: its id, or a number of today.
func personCommand(c *call) *cobra.Command {
	return group("person", "Hak seseorang atas datanya: ekspor, henti, hapus",
		personExportCommand(c), personStopCommand(c), personEraseCommand(c), personRequestCommand(c), personListCommand(c))
}

func personExportCommand(c *call) *cobra.Command {
	var out, reason string
	cmd := &cobra.Command{Use: "export KUNJUNGAN --out BERKAS --reason ALASAN",
		Short: "Semua yang tersimpan tentang seseorang, untuk diserahkan (.pdf atau .json)", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error { return c.exportPerson(cmd, args[0], out, reason) }}
	cmd.Flags().StringVar(&out, "out", "", "berkas .pdf atau .json")
	cmd.Flags().StringVar(&reason, "reason", "", "alasan, wajib")
	addJSON(cmd, c)
	return cmd
}

func (c *call) exportPerson(cmd *cobra.Command, visit, out, reason string) error {
	write, known := map[string]func(io.Writer, desk.PersonData, bookfile.Words) error{
		".json": bookfile.WritePersonJSON, ".pdf": bookfile.WritePersonPDF}[strings.ToLower(filepath.Ext(out))]
	if !known {
		return models.Misuse("book.bad_format", ".pdf, .json")
	}
	p, id, err := c.openVisit(cmd, visit)
	if err != nil {
		return err
	}
	answer := personAnswer{}
	err = c.writeFile(out, func(path string, w io.Writer) error {
		data, err := p.Desk.ExportPerson(cmd.Context(), id, reason)
		if err != nil {
			return err
		}
		answer.File, answer.Visits = path, len(data.Visits)
		return write(w, data, p.bookWords())
	})
	if err != nil {
		return err
	}
	return c.print(answer, func(w io.Writer) { fmt.Fprintln(w, c.speak.T("person.exported", answer.Visits, answer.File)) })
}

func personStopCommand(c *call) *cobra.Command {
	return c.personEnd("stop", "Hentikan pemakaian data seseorang", "person.stopped_done", func(p *Program) personEnd { return p.Desk.StopPerson })
}

func personEraseCommand(c *call) *cobra.Command {
	return c.personEnd("erase", "Hapus identitas seseorang untuk seterusnya", "person.erased_done", func(p *Program) personEnd { return bookPage{p.Desk, p}.ErasePerson })
}

// personEnd ends the use of a person's data and tells in how many visits.
type personEnd func(ctx context.Context, visitID, reason string) (int, error)

func (c *call) personEnd(verb, short, says string, of func(*Program) personEnd) *cobra.Command {
	var reason string
	cmd := &cobra.Command{Use: verb + " KUNJUNGAN --reason ALASAN", Short: short, Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, id, err := c.openVisit(cmd, args[0])
			if err != nil {
				return err
			}
			n, err := of(p)(cmd.Context(), id, reason)
			if err != nil {
				return err
			}
			return c.print(personAnswer{Visits: n}, func(w io.Writer) { fmt.Fprintln(w, c.speak.T(says, n)) })
		}}
	cmd.Flags().StringVar(&reason, "reason", "", "alasan, wajib")
	addJSON(cmd, c)
	return cmd
}

func personRequestCommand(c *call) *cobra.Command {
	var kind, reason string
	cmd := &cobra.Command{Use: "request KUNJUNGAN --kind access|correction|stop|erasure", Short: "Catat permintaan; waktunya 3×24 jam", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, id, err := c.openVisit(cmd, args[0])
			if err != nil {
				return err
			}
			r, err := p.Desk.RequestRight(cmd.Context(), id, models.RequestKind(kind), reason)
			if err != nil {
				return err
			}
			due := r.DueAt.In(p.Desk.Now().Location())
			return c.print(c.requestAnswer(p, r), func(w io.Writer) { fmt.Fprintln(w, c.speak.T("person.requested", due)) })
		}}
	cmd.Flags().StringVar(&kind, "kind", "", "hak yang diminta")
	cmd.Flags().StringVar(&reason, "reason", "", "catatan")
	addJSON(cmd, c)
	return cmd
}

func (c *call) requestAnswer(p *Program, r models.PersonRequest) requestAnswer {
	return requestAnswer{r.ID, r.VisitID, r.Kind, rfc3339(p.Desk, r.At), rfc3339(p.Desk, r.DueAt), r.Urgency(p.Desk.Now())}
}

func personListCommand(c *call) *cobra.Command {
	cmd := &cobra.Command{Use: "requests", Short: "Permintaan yang belum dijawab", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := c.open(cmd.Context())
			if err != nil {
				return err
			}
			open, err := p.Desk.OpenRequests(cmd.Context())
			if err != nil {
				return err
			}
			list := make([]requestAnswer, len(open))
			for i, r := range open {
				list[i] = c.requestAnswer(p, r.PersonRequest)
			}
			return c.print(list, func(w io.Writer) {
				for _, r := range open {
					fmt.Fprintf(w, "%s  %s  %s\n", r.VisitID, c.speak.T("person.kind."+string(r.Kind)),
						c.speak.T("person.urgency."+string(r.Urgency), r.HoursLeft(p.Desk.Now())))
				}
				if len(open) == 0 {
					fmt.Fprintln(w, c.speak.T("person.no_requests"))
				}
			})
		}}
	addJSON(cmd, c)
	return cmd
}

// openVisit opens the data folder and finds a visit by its id, or by a number
// of today.
func (c *call) openVisit(cmd *cobra.Command, visit string) (*Program, string, error) {
	p, err := c.open(cmd.Context())
	if err != nil {
		return nil, "", err
	}
	if _, _, isNumber := models.ParseTicketNumber(visit); !isNumber {
		return p, visit, nil
	}
	today := p.Desk.BusinessDate(p.Desk.Now())
	page, err := p.Desk.GuestBook(cmd.Context(), desk.BookFilter{Number: visit, From: today, To: today})
	if err == nil && len(page.Rows) == 0 {
		err = models.Refuse("void.unknown")
	}
	if err != nil {
		return p, "", err
	}
	return p, page.Rows[0].Visit.ID, nil
}
