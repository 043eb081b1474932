package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/report"
	"frontdesk/internal/safefile"
	"frontdesk/internal/text"
)

// reportOrder says which report to write, and where.
type reportOrder struct {
	from, to, format, out string
	accuracy              bool // also the accuracy of the estimates, which takes seconds
}

type reportAnswer struct {
	File   string `json:"file"`
	Format string `json:"format"`
	Visits int    `json:"visits"`
}

func reportCommand(c *call) *cobra.Command {
	var o reportOrder
	cmd := &cobra.Command{Use: "report", Short: "Laporan kunjungan, tanpa nama siapa pun", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.report(cmd.Context(), o) }}
	flags := cmd.Flags()
	flags.StringVar(&o.from, "from", "", "hari pertama, YYYY-MM-DD (bawaan: awal bulan ini)")
	flags.StringVar(&o.to, "to", "", "hari terakhir, YYYY-MM-DD (bawaan: hari ini)")
	flags.StringVar(&o.format, "format", "json", strings.Join(report.Formats, ", "))
	flags.StringVar(&o.out, "out", "", "berkas tujuan; tanpa ini atau - ke keluaran baku (json, csv)")
	flags.BoolVar(&o.accuracy, "accuracy", false, "juga ketepatan perkiraan waktu tunggu (beberapa detik; xlsx dan pdf selalu)")
	addJSON(cmd, c)
	return cmd
}

func (c *call) report(ctx context.Context, o reportOrder) error {
	if !slices.Contains(report.Formats, o.format) {
		return models.Misuse("report.format", o.format, strings.Join(report.Formats, ", "))
	}
	if o.out == "-" {
		o.out = ""
	}
	if o.out == "" && report.NeedsFile(o.format) {
		return models.Misuse("report.needs_file", strings.ToUpper(o.format))
	}
	needs := models.ActionReports
	if o.out != "" {
		needs = models.ActionExportReport
	}
	p, err := c.openFor(ctx, needs)
	if err != nil {
		return err
	}
	today := p.Desk.BusinessDate(p.Desk.Now())
	if o.to == "" {
		o.to = today
	}
	if o.from == "" {
		o.from = min(today, o.to)[:len("2026-11")] + "-01"
	}
	made, err := p.reports().Read(ctx, o.from, o.to)
	if err != nil {
		return err
	}
	if o.accuracy || report.NeedsFile(o.format) {
		if made.Accuracy, err = accuracyOf(ctx, p.Desk, o.from, o.to); err != nil {
			return err
		}
	}
	return c.writeReport(ctx, p, made, o)
}

// writeReport writes to standard output, or to a file, which is a deed.
func (c *call) writeReport(ctx context.Context, p *Program, made report.Report, o reportOrder) error {
	if o.out == "" {
		var out strings.Builder
		if err := made.Write(&out, o.format, c.speak); err != nil {
			return err
		}
		return say(out.String())
	}
	file, err := saveReport(made, o.format, o.out, c.speak)
	if err != nil {
		return err
	}
	return c.noteReport(ctx, p, made, o.format, file)
}

func (c *call) noteReport(ctx context.Context, p *Program, made report.Report, format, file string) error {
	if err := p.Store.NoteDeed(ctx, reportDeed(made, format)); err != nil {
		return err
	}
	answer := reportAnswer{File: file, Format: format, Visits: made.Visits}
	return c.print(answer, func(w io.Writer) { fmt.Fprintln(w, c.speak.T("report.written", file)) })
}

// saveReport writes a report to a file, whole or not at all, and tells its full
// path.
func saveReport(made report.Report, format, out string, speak *text.Speaker) (string, error) {
	return saveTo(out, func(w io.Writer) error { return made.Write(w, format, speak) })
}

func saveTo(out string, write func(io.Writer) error) (string, error) {
	file, err := filepath.Abs(out)
	if err != nil {
		return "", models.Fault(err, "report.cannot_write", out)
	}
	err = safefile.Replace(file, 0o600, write)
	if err != nil {
		return "", models.Fault(err, "report.cannot_write", file)
	}
	return file, nil
}

// reports makes the reports of this desk.
func (p *Program) reports() report.Reporter {
	return report.Reporter{Stats: p.Store, Mall: p.Desk}
}

// accuracyOf is how the estimates of some days did; nil when nobody was called
// on them.
func accuracyOf(ctx context.Context, d *desk.Desk, from, to string) (*report.Accuracy, error) {
	judged, err := d.EstimateAccuracy(ctx, from, to)
	if err != nil {
		return nil, err
	}
	all := judged.Score.Report().All
	if math.IsNaN(all.MedianWait) {
		return nil, nil
	}
	return &report.Accuracy{From: judged.From, To: judged.To, Days: judged.Days, Of: judged.Of, Tickets: all.Tickets,
		InsideShare: all.InsideShare, MedianError: all.MedianError, NaiveMedianError: all.NaiveMedianError, MeanWidth: all.MeanWidth}, nil
}
