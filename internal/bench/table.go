package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"
)

// line is one figure of the table.
type line struct {
	what, here, aim, of string
}

// table collects the figures; ratios are printed first.
type table struct {
	ratios, figures []line
}

func (t *table) ratio(what string, here float64, aim, of string) {
	t.ratios = append(t.ratios, line{what, fmt.Sprintf("%.2f×", here), aim, of})
}

func (t *table) figure(what, here, aim, of string) {
	t.figures = append(t.figures, line{what, here, aim, of})
}

// compare adds the ratio of a percentile of two lists; p is 0–1.
func (t *table) compare(what string, a, b []time.Duration, p float64, aim string) {
	x, y := percentile(a, p), percentile(b, p)
	t.ratio(what, float64(x)/float64(y), aim, fmt.Sprintf("%v / %v", x.Round(time.Microsecond), y.Round(time.Microsecond)))
}

func (t *table) print(to io.Writer) error {
	fmt.Fprintf(to, "%d cores, %s, %s/%s, %s\n\n", runtime.NumCPU(), processor(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	for _, part := range []struct {
		title string
		lines []line
	}{{"RATIO", t.ratios}, {"FIGURE", t.figures}} {
		fmt.Fprintf(w, "%s\tHERE\tAIM\tOF\n", part.title)
		for _, l := range part.lines {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", l.what, l.here, l.aim, l.of)
		}
		fmt.Fprintln(w, "\t\t\t")
	}
	return w.Flush()
}

// processor is the name of this machine's processor; empty where the system
// does not tell.
func processor() string {
	f, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return ""
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if name, found := strings.CutPrefix(lines.Text(), "model name"); found {
			return strings.TrimLeft(name, "\t :")
		}
	}
	return ""
}
