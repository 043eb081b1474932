package main

import "testing"

func TestBenchmarkLinesBecomeFiguresByNameAndUnit(t *testing.T) {
	said := "goos: linux\nBenchmarkSync/PostgreSQL-16  \t 1\t 35860083447 ns/op\t  40.57 %-of-plain-upsert\t  6712 rows/s\nPASS\n"
	m := readMetrics(said)["Sync/PostgreSQL"]
	if m["%-of-plain-upsert"] != 40.57 || m["rows/s"] != 6712 {
		t.Fatalf("read %v", m)
	}
	if n := len(readMetrics(said)); n != 1 {
		t.Fatalf("%d lines were taken for benchmarks", n)
	}
}
