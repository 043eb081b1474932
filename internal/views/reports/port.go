package reports

import (
	"context"

	"frontdesk/internal/desk"
	"frontdesk/internal/report"
	"frontdesk/internal/text"
)

// Port tells what F6 shows and writes it to files. All of it is asked away
// from the screen's thread.
type Port interface {
	// Report tells of the business dates from–to by the figures as they are,
	// which is quick, or once they are up to date.
	Report(ctx context.Context, from, to string, upToDate bool) (report.Report, error)
	// EstimateAccuracy judges the estimates of the business dates from–to, which
	// takes seconds.
	EstimateAccuracy(ctx context.Context, from, to string) (desk.Accuracy, error)
	// SaveReport writes a report in one of report.Formats to a file and tells
	// its full path.
	SaveReport(ctx context.Context, r report.Report, format, file string, language text.Language) (string, error)
	// ReportFolder is where reports are put unless somebody says otherwise.
	ReportFolder() string
}
