package main

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"testing"

	"frontdesk/internal/desk"
	"frontdesk/internal/report"
)

// TestNoReportHoldsATraceOfAVisitor writes a report of visits of the canary,
// before and after her identity is emptied; the figures stay.
func TestNoReportHoldsATraceOfAVisitor(t *testing.T) {
	ctx := context.Background()
	p := reopen(t, t.TempDir())
	at, err := readInstant(monday)
	if err != nil {
		t.Fatal(err)
	}
	receipt, err := p.Desk.CheckIn(ctx, desk.CheckIn{At: at, Errands: []desk.Errand{{Service: "DUK-02"}}, Visitor: canary})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		made, err := p.reports().Read(ctx, monday[:10], monday[:10])
		if err != nil || made.Visits != 1 {
			t.Fatalf("%d visits, %v", made.Visits, err)
		}
		for _, format := range []string{report.JSON, report.CSV, report.XLSX} {
			var out bytes.Buffer
			if err := made.Write(&out, format, p.Speak); err != nil {
				t.Fatal(err)
			}
			search(t, format, unzipped(t, out.Bytes()))
		}
		if err := p.Store.EraseIdentities(ctx, []string{receipt.Visit.ID}); err != nil {
			t.Fatal(err)
		}
	}
}

// unzipped is all that a workbook holds; another file is as it is.
func unzipped(t *testing.T, file []byte) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return file
	}
	var all bytes.Buffer
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return all.Bytes()
}
