package main

import (
	"context"
	"math"
	"testing"

	"frontdesk/internal/estimate"
	"frontdesk/internal/views/reports"
)

// TestTheScreenTellsWhatTheCommandTells compares the command's answer with
// what the window reads of the same folder.
func TestTheScreenTellsWhatTheCommandTells(t *testing.T) {
	o := newOffice(t)
	o.run(0, "simulate", "--days", "4", "--visits-per-day", "60", "--calls")
	var told estimateAnswer
	o.ask(&told, "estimate", "eval")

	p := reopen(t, o.folder)
	var screen reports.Port = p.windowReports()
	read, err := screen.EstimateAccuracy(context.Background(), "", "")
	if err != nil {
		t.Fatal(err)
	}
	report := read.Score.Report()
	if told.Days != 4 || told.Days != read.Days || told.Tickets < 100 || len(told.Services) < 10 || len(told.Services) != len(report.Services) {
		t.Fatalf("%d days, %d tickets, %d services were told; %d days, %d services read", told.Days, told.Tickets,
			len(told.Services), read.Days, len(report.Services))
	}
	sameFigures(t, "all", told.sheetAnswer, report.All)
	sameFigures(t, "ahead", told.Ahead, report.Ahead)
	for _, of := range report.Services {
		sameFigures(t, of.Service, told.Services[of.Service], of.Sheet)
	}
}

func sameFigures(t *testing.T, name string, told sheetAnswer, read estimate.Sheet) {
	t.Helper()
	if told.Tickets != read.Tickets || told.Unserved != read.Unserved {
		t.Errorf("%s: told %+v, read %+v", name, told, read)
	}
	for _, f := range []struct {
		told *float64
		read float64
	}{
		{told.InsideShare, read.InsideShare}, {told.MedianError, read.MedianError}, {told.NaiveMedianError, read.NaiveMedianError},
		{told.SharedMedianError, read.SharedMedianError}, {told.MeanWidth, read.MeanWidth}, {told.MedianWait, read.MedianWait},
	} {
		if (f.told == nil) != math.IsNaN(f.read) || f.told != nil && *f.told != f.read {
			t.Errorf("%s: told %+v, read %+v", name, told, read)
		}
	}
}
