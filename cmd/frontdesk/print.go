package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/ticket"
)

type printAnswer struct {
	ID     string `json:"id"`
	Number string `json:"number"`
}

func printCommand(c *call) *cobra.Command {
	cmd := &cobra.Command{Use: "print NOMOR", Short: "Cetak ulang nomor hari ini sebagai salinan", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error { return c.reprint(cmd, args[0]) }}
	addJSON(cmd, c)
	return cmd
}

func (c *call) reprint(cmd *cobra.Command, number string) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	issued, err := p.Desk.Reprint(cmd.Context(), number)
	if err != nil {
		return err
	}
	return c.print(printAnswer{issued.ID, issued.Number}, func(w io.Writer) {
		fmt.Fprintln(w, c.speak.T("print.copy", issued.Number))
	})
}

// printer is the printer of the settings; nil when there is none.
func (p *Program) printer() (desk.Printer, error) {
	if p.Settings.Printer == "" {
		return nil, nil
	}
	width := ticket.Width80
	if p.Settings.PrinterWidth == 58 {
		width = ticket.Width58
	}
	return ticket.Open(p.Settings.Printer, width, p.Speak)
}

// printTickets prints what was just issued. A number that did not come out
// counts all the same: what to do is a warning and no error.
func printTickets(ctx context.Context, d *desk.Desk, receipt *desk.Receipt) error {
	unprinted, err := d.Print(ctx, receipt.Tickets)
	if !unprinted.Empty() {
		receipt.Warnings = append(receipt.Warnings, desk.Warning{Field: "print", Says: unprinted})
	}
	return err
}
