package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"math"
	"runtime"
	"slices"
	"sync"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/estimate"
	"frontdesk/internal/models"
	"frontdesk/internal/queueday"
)

// sheetAnswer are the figures of estimates beside what happened; null where
// there is nothing to tell.
type sheetAnswer struct {
	Tickets           int      `json:"tickets"`
	InsideShare       *float64 `json:"inside_share"`
	MedianError       *float64 `json:"median_error_minutes"`
	NaiveMedianError  *float64 `json:"naive_median_error_minutes"`
	SharedMedianError *float64 `json:"naive_per_counter_median_error_minutes"`
	MeanWidth         *float64 `json:"mean_width_minutes"`
	MedianWait        *float64 `json:"median_wait_minutes"`
	Unserved          int      `json:"unserved"`
	UnservedWarned    int      `json:"unserved_warned"`
	Warnings          int      `json:"warnings"`
}

type estimateAnswer struct {
	Days int `json:"days"`
	sheetAnswer
	Ahead    sheetAnswer            `json:"with_people_ahead"`
	Services map[string]sheetAnswer `json:"services"`
	// Laws are simulated days of laws that were never used in tuning.
	Laws map[queueday.Law]sheetAnswer `json:"laws,omitempty"`
}

// evaluation says which days to replay.
type evaluation struct {
	simulated int
	seed      uint64
	tuning    bool
}

// mostDays keeps an evaluation within minutes.
const mostDays = 10_000

func estimateCommand(c *call) *cobra.Command {
	var e evaluation
	eval := &cobra.Command{Use: "eval", Short: "Bandingkan perkiraan waktu tunggu dengan kenyataan", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("simulated") {
				return c.evaluateSimulated(cmd.Context(), e)
			}
			return c.evaluateStored(cmd.Context())
		}}
	flags := eval.Flags()
	flags.IntVar(&e.simulated, "simulated", 0, "nilai dengan hari rekaan sebanyak ini")
	flags.Uint64Var(&e.seed, "seed", 1, "benih: benih sama, hari-hari sama")
	flags.BoolVar(&e.tuning, "tuning", false, "pakai hari untuk menyetel, bukan untuk menilai")
	addJSON(eval, c)
	return group("estimate", "Perkiraan waktu tunggu", eval)
}

func (c *call) evaluateSimulated(ctx context.Context, e evaluation) error {
	if e.simulated < 1 || e.simulated > mostDays {
		return models.Misuse("estimate.days", mostDays, e.simulated)
	}
	score, err := replay(ctx, e, queueday.Ordinary)
	if err != nil {
		return err
	}
	answer := newEstimateAnswer(e.simulated, score.Report())
	answer.Laws = map[queueday.Law]sheetAnswer{}
	for _, law := range queueday.Untuned {
		if e.tuning {
			break
		}
		score, err := replay(ctx, e, law)
		if err != nil {
			return err
		}
		answer.Laws[law] = newSheetAnswer(score.Report().All)
	}
	return c.print(answer, func(w io.Writer) { c.printEstimates(w, answer) })
}

// replay judges simulated days on all cores; the result does not depend on
// how many there are.
func replay(ctx context.Context, e evaluation, law queueday.Law) (*estimate.Score, error) {
	use := queueday.Judging
	if e.tuning {
		use = queueday.Tuning
	}
	scores := make([]estimate.Score, e.simulated)
	var work sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for i := range next {
				day := queueday.Draw(use, e.seed*mostDays+uint64(i), law)
				desk.Judge(&scores[i], day.Directory, day.Past, day.Passages, day.Date, queueday.MostPriority)
			}
		})
	}
	for i := range scores {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	work.Wait()
	all := &estimate.Score{}
	for i := range scores {
		all.Merge(&scores[i])
	}
	return all, ctx.Err()
}

func newEstimateAnswer(days int, report estimate.Report) estimateAnswer {
	answer := estimateAnswer{Days: days, sheetAnswer: newSheetAnswer(report.All), Ahead: newSheetAnswer(report.Ahead),
		Services: map[string]sheetAnswer{}}
	for _, of := range report.Services {
		answer.Services[of.Service] = newSheetAnswer(of.Sheet)
	}
	return answer
}

func newSheetAnswer(s estimate.Sheet) sheetAnswer {
	return sheetAnswer{Tickets: s.Tickets, InsideShare: figure(s.InsideShare), MedianError: figure(s.MedianError),
		NaiveMedianError: figure(s.NaiveMedianError), SharedMedianError: figure(s.SharedMedianError),
		MeanWidth: figure(s.MeanWidth), MedianWait: figure(s.MedianWait),
		Unserved: s.Unserved, UnservedWarned: s.UnservedWarned, Warnings: s.Warnings}
}

// figure is nil where there is nothing to tell.
func figure(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	return &v
}

func (c *call) printEstimates(w io.Writer, a estimateAnswer) {
	fmt.Fprintln(w, c.speak.T("estimate.heading", a.Days))
	c.printSheet(w, c.speak.T("estimate.all"), a.sheetAnswer)
	c.printUnserved(w, a.sheetAnswer)
	c.printSheet(w, c.speak.T("estimate.ahead"), a.Ahead)
	for _, code := range slices.Sorted(maps.Keys(a.Services)) {
		c.printSheet(w, code, a.Services[code])
	}
	for _, law := range slices.Sorted(maps.Keys(a.Laws)) {
		c.printSheet(w, c.speak.T("estimate.law."+string(law)), a.Laws[law])
		c.printUnserved(w, a.Laws[law])
	}
}

func (c *call) printSheet(w io.Writer, name string, s sheetAnswer) {
	if s.Tickets == 0 {
		fmt.Fprintln(w, c.speak.T("estimate.none", name))
		return
	}
	percent := int(math.Round(*s.InsideShare * 100))
	fmt.Fprintln(w, c.speak.T("estimate.sheet", name, s.Tickets, percent, tenths(s.MedianError), tenths(s.NaiveMedianError),
		tenths(s.SharedMedianError), tenths(s.MeanWidth), tenths(s.MedianWait)))
}

func (c *call) printUnserved(w io.Writer, s sheetAnswer) {
	fmt.Fprintln(w, c.speak.T("estimate.unserved", s.Unserved, s.UnservedWarned, s.Warnings))
}

func tenths(v *float64) string {
	if v == nil {
		return "–"
	}
	return fmt.Sprintf("%.1f", *v)
}

// evaluateStored replays the mall's own days.
func (c *call) evaluateStored(ctx context.Context) error {
	p, err := c.open(ctx)
	if err != nil {
		return err
	}
	accuracy, err := p.Desk.EstimateAccuracy(ctx, "", "")
	if err != nil {
		return err
	}
	answer := newEstimateAnswer(accuracy.Days, accuracy.Score.Report())
	return c.print(answer, func(w io.Writer) { c.printEstimates(w, answer) })
}
