package report

import (
	"io"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// The formats in which a report is written.
const (
	JSON = "json"
	CSV  = "csv"
	XLSX = "xlsx"
	PDF  = "pdf"
)

// Formats lists them.
var Formats = []string{XLSX, PDF, CSV, JSON}

// NeedsFile tells that a format is no text to read on a console.
func NeedsFile(format string) bool { return format != JSON && format != CSV }

// Write writes the report in one of Formats. Errors: KindUsage for another one.
func (r Report) Write(w io.Writer, format string, speak *text.Speaker) error {
	switch format {
	case JSON:
		return r.WriteJSON(w)
	case CSV:
		return r.WriteCSV(w, speak)
	case XLSX:
		return r.WriteXLSX(w, speak)
	case PDF:
		return r.WritePDF(w, speak)
	}
	return models.Misuse("report.format", format, Formats)
}
