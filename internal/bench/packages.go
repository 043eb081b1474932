package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// metrics are the figures of one benchmark by unit.
type metrics map[string]float64

// benchmarks runs benchmarks of a package and tells their figures by name,
// without the number of processors.
func benchmarks(ctx context.Context, pkg, names, time string) (map[string]metrics, error) {
	cmd := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", names, "-benchtime", time, "-timeout", "60m", pkg)
	cmd.Stderr = os.Stderr
	said, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", pkg, err, said)
	}
	return readMetrics(string(said)), nil
}

// readMetrics reads lines such as "BenchmarkSync/SQLite-2  1  30.1 rows/s …".
func readMetrics(said string) map[string]metrics {
	found := map[string]metrics{}
	for l := range strings.Lines(said) {
		fields := strings.Fields(l)
		if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		name := strings.TrimPrefix(fields[0], "Benchmark")
		if i := strings.LastIndexByte(name, '-'); i > 0 {
			name = name[:i]
		}
		m := metrics{}
		for i := 2; i+1 < len(fields); i += 2 {
			if value, err := strconv.ParseFloat(fields[i], 64); err == nil {
				m[fields[i+1]] = value
			}
		}
		found[name] = m
	}
	return found
}

// measureFinder times a search after each key.
func measureFinder(ctx context.Context, t *table) error {
	all, err := benchmarks(ctx, "./internal/finder", "FindPerKey", "2s")
	if err != nil {
		return err
	}
	for _, size := range []struct{ name, shown, aim string }{
		{"FindPerKey/sample", "the sample", "< 1 ms"},
		{"FindPerKey/10000services", "10,000 services", "< 10 ms"},
	} {
		m := all[size.name]
		t.figure("find per key p99, "+size.shown, fmt.Sprintf("%.2f ms", m["p99-µs"]/1000), size.aim, fmt.Sprintf("p50 %.2f ms", m["p50-µs"]/1000))
	}
	return nil
}

// measureSync times the nightly sync to both kinds of centre.
func measureSync(ctx context.Context, t *table) error {
	all, err := benchmarks(ctx, "./internal/nightly", "Sync|Night|Backlog", "1x")
	if err != nil {
		return err
	}
	for _, place := range []string{"SQLite", "PostgreSQL"} {
		sync, night, backlog := all["Sync/"+place], all["Night/"+place], all["Backlog/"+place]
		t.ratio("sync to "+place+" / plain GORM upsert of the rows", sync["%-of-plain-upsert"]/100, "≥ 0.30×",
			fmt.Sprintf("%.0f / %.0f rows/s", sync["rows/s"], sync["rows/s-plain-upsert"]))
		t.ratio("backlog to "+place+", speed of the last tenth / first", backlog["speed-of-last-tenth-to-first"], "flat",
			fmt.Sprintf("%.0f / %.0f rows/s", backlog["rows/s-last-tenth"], backlog["rows/s-first-tenth"]))
		reference := ""
		if copied, has := sync["rows/s-COPY"]; has {
			reference = fmt.Sprintf("COPY without upsert %.0f rows/s", copied)
		}
		t.figure("sync to "+place, fmt.Sprintf("%.0f rows/s", sync["rows/s"]), "≥ 20,000", reference)
		t.figure("night of 1,500 visits to "+place, fmt.Sprintf("%.2f s", night["s-for-1500-visits"]), "< 3 s", "")
		t.figure("backlog of 500,000 rows to "+place+", peak memory", fmt.Sprintf("%.0f MB", backlog["MB-peak"]), "< 200 MB", "")
	}
	return nil
}
