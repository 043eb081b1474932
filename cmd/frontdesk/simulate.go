package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"frontdesk/internal/models"
	"frontdesk/internal/simulate"
)

type simulateAnswer struct {
	Days    int    `json:"days"`
	From    string `json:"from"`
	To      string `json:"to"`
	Visits  int    `json:"visits"`
	Tickets int    `json:"tickets"`
}

func simulateCommand(c *call) *cobra.Command {
	var plan simulate.Plan
	var until string
	cmd := &cobra.Command{Use: "simulate", Short: "Isi folder kosong dengan hari-hari rekaan", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.simulate(cmd, plan, until) }}
	flags := cmd.Flags()
	flags.IntVar(&plan.Days, "days", 30, "jumlah hari buka")
	flags.IntVar(&plan.Visits, "visits-per-day", 300, "rata-rata kunjungan per hari")
	flags.Uint64Var(&plan.Seed, "seed", 1, "benih: benih sama, hari-hari sama")
	flags.BoolVar(&plan.Calls, "calls", false, "loket-loket memanggil dan melayani")
	flags.StringVar(&until, "until", "", "hari terakhir, YYYY-MM-DD (bawaan: kemarin)")
	addJSON(cmd, c)
	return cmd
}

func (c *call) simulate(cmd *cobra.Command, plan simulate.Plan, until string) error {
	if err := plan.Check(); err != nil {
		return err
	}
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	if plan.Until, err = lastDay(p.Desk.Now(), until); err != nil {
		return err
	}
	sealer, err := p.Keeper.Unlock(p.Keys)
	if err != nil {
		return err
	}
	simulator := simulate.Simulator{Store: p.Store, Sealer: sealer, Self: p.Desk.Self(), Directory: p.Desk.Catalogue().Directory}
	r, err := simulator.Run(cmd.Context(), plan)
	if err != nil {
		return err
	}
	if err := p.Desk.LearnWords(cmd.Context(), plan.Until.AddDate(0, 0, -plan.Days)); err != nil {
		return err
	}
	return c.print(simulateAnswer(r), func(w io.Writer) {
		fmt.Fprintln(w, c.speak.T("simulate.done", r.Days, r.From, r.To, r.Visits, r.Tickets))
	})
}

// lastDay is the day named, else yesterday.
func lastDay(now time.Time, named string) (time.Time, error) {
	if named == "" {
		return now.AddDate(0, 0, -1), nil
	}
	day, err := time.ParseInLocation(time.DateOnly, named, now.Location())
	if err != nil {
		return time.Time{}, models.Misuse("simulate.date", named)
	}
	return day, nil
}
