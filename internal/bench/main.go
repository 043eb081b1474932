// Command bench measures what a person at the desk feels: a check-in beside
// the same writes in plain SQL, the start of the window, its memory and what
// it costs while nobody types. Figures are medians of one run on one machine;
// ratios travel, seconds do not.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"time"
)

func main() {
	program := flag.String("program", "build/frontdesk", "the program to measure")
	empty := flag.String("empty", "build/empty", "an empty window of the same toolkit")
	rounds := flag.Int("rounds", 1000, "check-ins to time")
	visits := flag.Int("visits", 400_000, "visits in the full folder")
	flag.Parse()
	ctx := context.Background()
	for _, measure := range []func() error{
		func() error { return measureCheckIn(ctx, *rounds) },
		func() error { return measureQueue(ctx, *rounds) },
		func() error { return measureShared(ctx, *rounds) },
		func() error { return measureWindows(ctx, *program, *empty, *visits) },
	} {
		if err := measure(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// percentile of unsorted durations; p is 0–1.
func percentile(list []time.Duration, p float64) time.Duration {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[min(int(p*float64(len(sorted))), len(sorted)-1)]
}

func row(what, figure string) { fmt.Printf("%-52s %s\n", what, figure) }
