package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"frontdesk/internal/bookfile"
	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

// bookFlags ask for rows of the guest book. A NIK or phone number comes from
// standard input: a flag would stay in the history of the shell.
type bookFlags struct {
	filter     desk.BookFilter
	nik, phone bool
	out        string
	full       bool
	reason     string
}

type bookAnswer struct {
	Visits []visitAnswer `json:"visits"`
	Next   string        `json:"next"` // for --after; empty: this is the last page
}

type exportAnswer struct {
	File string `json:"file"`
	Rows int    `json:"rows"`
}

func (b *bookFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&b.filter.Number, "ticket", "", "nomor antrean, hari apa pun")
	flags.StringVar(&b.filter.Service, "service", "", "kode layanan")
	flags.StringVar(&b.filter.Agency, "agency", "", "kode instansi")
	flags.StringVar(&b.filter.From, "from", "", "hari pertama, YYYY-MM-DD")
	flags.StringVar(&b.filter.To, "to", "", "hari terakhir, YYYY-MM-DD")
	flags.BoolVar(&b.nik, "nik", false, "NIK persis, dibaca dari masukan baku")
	flags.BoolVar(&b.phone, "phone", false, "nomor HP persis, dibaca dari masukan baku")
	flags.StringVar(&b.filter.After, "after", "", "lanjutkan setelah halaman sebelumnya (nilai next)")
	flags.IntVar(&b.filter.Limit, "limit", 0, "baris per halaman (bawaan: 50)")
	flags.StringVar(&b.out, "out", "", "simpan semua baris ke berkas .csv atau .xlsx, tersamar")
	flags.BoolVar(&b.full, "full", false, "bersama --out: dengan identitas")
	flags.StringVar(&b.reason, "reason", "", "bersama --full: alasannya")
}

// asked tells that a page of the guest book is asked for, not just a day.
func (b *bookFlags) asked(cmd *cobra.Command) bool {
	for _, name := range []string{"ticket", "service", "agency", "from", "to", "nik", "phone", "after", "limit", "out"} {
		if cmd.Flags().Changed(name) {
			return true
		}
	}
	return false
}

func (c *call) book(cmd *cobra.Command, b *bookFlags, date string) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	if date != "" {
		b.filter.From, b.filter.To = date, date
	}
	if err := b.readPerson(); err != nil {
		return err
	}
	if b.out != "" {
		return c.exportBook(cmd, p, b)
	}
	page, err := p.Desk.GuestBook(cmd.Context(), b.filter)
	if err != nil {
		return err
	}
	answer := bookAnswer{Visits: c.bookVisits(p, page.Rows), Next: page.Next}
	return c.print(answer, func(w io.Writer) {
		printVisits(w, visitsAnswer{answer.Visits})
		if answer.Next != "" {
			fmt.Fprintln(w, c.speak.T("book.next", answer.Next))
		}
	})
}

func (b *bookFlags) readPerson() error {
	if !b.nik && !b.phone {
		return nil
	}
	typed, err := bufio.NewReader(os.Stdin).ReadString('\n')
	typed = strings.TrimSpace(typed)
	if err != nil && !errors.Is(err, io.EOF) || typed == "" {
		return models.Misuse("book.stdin")
	}
	if b.nik {
		b.filter.NIK = typed
	}
	if b.phone {
		b.filter.Phone = typed
	}
	return nil
}

// bookVisits makes one answer of the rows of each visit.
func (c *call) bookVisits(p *Program, rows []desk.BookRow) []visitAnswer {
	list := []visitAnswer{}
	for _, r := range rows {
		if n := len(list); n == 0 || list[n-1].ID != r.Visit.ID {
			v := desk.MaskedVisit{Visit: r.Visit, Locked: r.Locked}
			list = append(list, visitAnswer{ID: v.ID, Kind: v.Kind, ArrivedAt: rfc3339(p.Desk, v.ArrivedAt), Desk: v.DeskID,
				Visitor: c.visitorAnswer(v), Voided: !v.VoidedAt.IsZero(), Practice: v.Practice, Tickets: []visitTicketAnswer{}})
		}
		if t := r.Ticket; r.HasTicket() {
			last := &list[len(list)-1]
			last.Tickets = append(last.Tickets, visitTicketAnswer{t.ID, t.Number, t.Agency, t.Service, t.State})
		}
	}
	return list
}

func (c *call) exportBook(cmd *cobra.Command, p *Program, b *bookFlags) error {
	begin, known := map[string]func(io.Writer, bookfile.Words) (bookfile.List, error){
		".csv": bookfile.NewCSV, ".xlsx": bookfile.NewXLSX}[strings.ToLower(filepath.Ext(b.out))]
	if !known {
		return models.Misuse("book.bad_format", ".csv, .xlsx")
	}
	answer := exportAnswer{}
	err := c.writeFile(b.out, func(path string, w io.Writer) error {
		list, err := begin(w, p.bookWords())
		if err != nil {
			return err
		}
		answer.File = path
		answer.Rows, err = p.Desk.ExportBook(cmd.Context(), b.filter, b.full, b.reason, list.Add)
		return errors.Join(err, list.Close())
	})
	if err != nil {
		return err
	}
	says := "book.exported"
	if b.full {
		says = "book.exported_full"
	}
	return c.print(answer, func(w io.Writer) { fmt.Fprintln(w, c.speak.T(says, answer.Rows, answer.File)) })
}

func (p *Program) bookWords() bookfile.Words {
	return bookfile.Words{Speak: p.Speak, Zone: p.Desk.Now().Location()}
}

// writeFile writes a file that only its owner reads, whole or not at all.
func (c *call) writeFile(out string, write func(path string, w io.Writer) error) error {
	path, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	return writeOwn(path, func(w io.Writer) error { return write(path, w) })
}

// writeOwn writes a file that only its owner reads. A refusal stays the
// sentence it is; anything else is a file that could not be written.
func writeOwn(path string, write func(io.Writer) error) error {
	err := safefile.Replace(path, 0o600, write)
	var known *models.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	return models.Fault(err, "directory.cannot_write", path)
}
