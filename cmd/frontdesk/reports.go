package main

import (
	"context"
	"os"
	"path/filepath"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/report"
	"frontdesk/internal/text"
)

// windowReports are the reports as F6 asks for them.
type windowReports struct {
	*desk.Desk
	reporter report.Reporter
	note     func(context.Context, models.Deed) error
	folder   string
}

func (p *Program) windowReports() windowReports {
	return windowReports{Desk: p.Desk, reporter: p.reports(), note: p.Store.NoteDeed, folder: reportFolder(p.Folder)}
}

// reportFolder is the person's own folder of documents, where there is one.
func reportFolder(data string) string {
	home, err := os.UserHomeDir()
	if err != nil {
		return data
	}
	for _, name := range []string{"Dokumen", "Documents"} {
		if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
			return filepath.Join(home, name)
		}
	}
	return home
}

// Report reports the days from–to. Errors: KindRefused for who has no right to
// it.
func (w windowReports) Report(ctx context.Context, from, to string, upToDate bool) (report.Report, error) {
	if err := w.Permit(models.ActionReports); err != nil {
		return report.Report{}, err
	}
	if upToDate {
		return w.reporter.Read(ctx, from, to)
	}
	return w.reporter.Last(ctx, from, to)
}

// SaveReport writes a report to a file, with the accuracy of the estimates, and
// notes that it left the program.
func (w windowReports) SaveReport(ctx context.Context, r report.Report, format, file string, language text.Language) (string, error) {
	if err := w.Permit(models.ActionExportReport); err != nil {
		return "", err
	}
	speak, err := text.Load(language)
	if err != nil {
		return "", err
	}
	if report.NeedsFile(format) {
		if r.Accuracy, err = accuracyOf(ctx, w.Desk, r.From, r.To); err != nil {
			return "", err
		}
	}
	path, err := saveReport(r, format, file, speak)
	if err != nil {
		return "", err
	}
	return path, w.note(ctx, reportDeed(r, format))
}

// ReportFolder is where reports are put unless somebody says otherwise.
func (w windowReports) ReportFolder() string { return w.folder }

// reportDeed is the deed of writing a report; it names the days.
func reportDeed(r report.Report, format string) models.Deed {
	return models.Deed{Kind: models.DeedReport, Entity: "reports", RowID: r.From + "/" + r.To, Why: format}
}
