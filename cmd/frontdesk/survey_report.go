package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"frontdesk/internal/models"
	"frontdesk/internal/report"
)

func surveyReportCommand(c *call) *cobra.Command {
	var o reportOrder
	cmd := &cobra.Command{Use: "report", Short: "Hasil survei sebagai dokumen sendiri, untuk diumumkan tiap tahun", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.surveyReport(cmd.Context(), o) }}
	flags := cmd.Flags()
	flags.StringVar(&o.from, "from", "", "hari pertama, YYYY-MM-DD (bawaan: awal tahun)")
	flags.StringVar(&o.to, "to", "", "hari terakhir, YYYY-MM-DD (bawaan: hari ini)")
	flags.StringVar(&o.format, "format", report.PDF, strings.Join(report.SurveyFormats, ", "))
	flags.StringVar(&o.out, "out", "", "berkas tujuan")
	addJSON(cmd, c)
	return cmd
}

func (c *call) surveyReport(ctx context.Context, o reportOrder) error {
	if !slices.Contains(report.SurveyFormats, o.format) {
		return models.Misuse("report.format", o.format, strings.Join(report.SurveyFormats, ", "))
	}
	if o.out == "" || o.out == "-" {
		return models.Misuse("report.needs_file", strings.ToUpper(o.format))
	}
	p, err := c.openFor(ctx, models.ActionExportReport)
	if err != nil {
		return err
	}
	if o.to == "" {
		o.to = p.Desk.BusinessDate(p.Desk.Now())
	}
	if o.from == "" {
		o.from = o.to[:min(len("2026"), len(o.to))] + "-01-01"
	}
	made, err := p.reports().Read(ctx, o.from, o.to)
	if err != nil {
		return err
	}
	if made.Survey == nil {
		return models.Misuse("report.no_survey", o.from, o.to)
	}
	file, err := saveTo(o.out, func(w io.Writer) error { return made.WriteSurvey(w, o.format, c.speak) })
	if err != nil {
		return err
	}
	return c.noteReport(ctx, p, made, o.format, file)
}
