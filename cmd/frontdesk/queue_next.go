package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
)

type calledAnswer struct {
	ID            string `json:"id"`
	Number        string `json:"number"`
	Service       string `json:"service"` // code; empty: the agency was named, the service not
	WaitedSeconds int    `json:"waited_seconds"`
}

func queueNextCommand(c *call) *cobra.Command {
	var counter string
	cmd := &cobra.Command{Use: "next --counter KODE", Short: "Akhiri yang di loket, panggil pengunjung berikutnya", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := c.open(cmd.Context())
			if err != nil {
				return err
			}
			at, err := c.instant(p)
			if err != nil {
				return err
			}
			called, err := p.Desk.Next(cmd.Context(), counter, at)
			if err != nil {
				return err
			}
			return c.printCalled(p, called)
		}}
	cmd.Flags().StringVar(&counter, "counter", "", "kode loket")
	addMoment(cmd, c)
	return cmd
}

func queueCallCommand(c *call) *cobra.Command {
	var step desk.Step
	cmd := &cobra.Command{Use: "call NOMOR --counter KODE", Short: "Panggil satu nomor di luar urutan", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := c.stepOn(cmd.Context(), &step, args)
			if err != nil {
				return err
			}
			called, err := p.Desk.Call(cmd.Context(), step)
			if err != nil {
				return err
			}
			return c.printCalled(p, called)
		}}
	addStep(cmd, c, &step)
	return cmd
}

func (c *call) printCalled(p *Program, called desk.Called) error {
	t := called.Ticket
	answer := calledAnswer{t.ID, t.Number, t.Service, int(called.Waited / time.Second)}
	return c.print(answer, func(w io.Writer) {
		for _, ended := range called.Ended {
			fmt.Fprintln(w, c.queuedLine(p, ended))
		}
		fmt.Fprintln(w, c.queuedLine(p, t))
	})
}
