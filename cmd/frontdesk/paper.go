package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
	"frontdesk/internal/ticket"
)

type paperAnswer struct {
	File  string `json:"file"`
	First string `json:"first"`
	Last  string `json:"last"`
}

func paperCommand(c *call) *cobra.Command {
	var agency, out string
	cmd := &cobra.Command{Use: "paper --agency KODE", Short: "PDF nomor kosong untuk saat listrik padam", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.writePaper(cmd, agency, out) }}
	cmd.Flags().StringVar(&agency, "agency", "", "kode instansi")
	cmd.Flags().StringVar(&out, "out", "", "berkas PDF (bawaan: nomor-KODE.pdf)")
	addJSON(cmd, c)
	return cmd
}

func (c *call) writePaper(cmd *cobra.Command, code, out string) error {
	p, err := c.openFor(cmd.Context(), models.ActionPrint)
	if err != nil {
		return err
	}
	agency := p.Desk.Catalogue().Agency(code)
	if agency == nil {
		return models.Misuse("presence.unknown_agency", code)
	}
	if out == "" {
		out = "nomor-" + code + ".pdf"
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	slips := ticket.Slips{Mall: p.Desk.Catalogue().Directory.Mall.ShortName, Agency: agency.ShortName, Prefix: agency.TicketPrefix}
	err = safefile.Replace(out, 0o600, func(w io.Writer) error { return ticket.WritePaper(w, slips, p.Speak) })
	if err != nil {
		return models.Fault(err, "directory.cannot_write", out)
	}
	answer := paperAnswer{File: out, First: models.TicketNumber(agency.TicketPrefix, models.PaperFirst),
		Last: models.TicketNumber(agency.TicketPrefix, models.PaperLast)}
	return c.print(answer, func(w io.Writer) {
		fmt.Fprintln(w, c.speak.T("paper.written", answer.File, answer.First, answer.Last))
	})
}
