// Command bench measures what a person at the desk feels: a check-in beside
// the same writes in plain SQL, calls out of a long queue, the nightly sync and
// the window while it runs, the start of the window, its memory and what it
// costs while nobody types. It prints one table of one run on one machine,
// ratios first: ratios travel, seconds do not.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

func main() {
	program := flag.String("program", "build/frontdesk", "the program to measure")
	empty := flag.String("empty", "build/empty", "an empty window of the same toolkit")
	rounds := flag.Int("rounds", 1000, "check-ins to time")
	visits := flag.Int("visits", 400_000, "visits in the full folder")
	sizes := flag.String("sizes", "100000,1000000", "visits in the malls whose reports are timed, smallest first")
	parts := flag.String("parts", "check-in,queue,shared,guestbook,sync,frames,finder,reports,windows", "what to measure")
	book := flag.String("book", "100000,1000000", "visits in the guest books, smallest first")
	keep := flag.String("keep", "", "folder that keeps the filled malls for later runs; one is 9 GB per 5,000,000 visits")
	folder := flag.String("frames", "", "only show the window that measures its own answers on this folder")
	flag.Parse()
	ctx := context.Background()
	if *folder != "" {
		exit(showFrames(ctx, *folder))
	}
	exit(measure(strings.Split(*parts, ","), map[string]func(t *table) error{
		"check-in": func(t *table) error { return measureCheckIn(ctx, t, *rounds) },
		"queue":    func(t *table) error { return measureQueue(ctx, t, *rounds) },
		"shared":   func(t *table) error { return measureShared(ctx, t, *rounds) },
		"guestbook": func(t *table) error {
			sizes, err := readSizes(*book)
			if err != nil {
				return err
			}
			return measureBook(ctx, t, sizes, shelf(*keep))
		},
		"sync":    func(t *table) error { return measureSync(ctx, t) },
		"frames":  func(t *table) error { return measureFrames(ctx, t) },
		"finder":  func(t *table) error { return measureFinder(ctx, t) },
		"reports": func(t *table) error { return measureReports(ctx, t, strings.Split(*sizes, ","), shelf(*keep)) },
		"windows": func(t *table) error { return measureWindows(ctx, t, *program, *empty, *visits) },
	}))
}

// measure prints one table of all parts, also when one of them failed.
func measure(parts []string, by map[string]func(t *table) error) error {
	var t table
	var errs []error
	for _, part := range parts {
		work, known := by[part]
		if !known {
			return fmt.Errorf("unknown part %q", part)
		}
		fmt.Fprintln(os.Stderr, "measuring", part)
		if err := work(&t); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", part, err))
		}
	}
	return errors.Join(append(errs, t.print(os.Stdout))...)
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// percentile of unsorted durations; p is 0–1.
func percentile(list []time.Duration, p float64) time.Duration {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[min(int(p*float64(len(sorted))), len(sorted)-1)]
}
