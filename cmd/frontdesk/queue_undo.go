package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
)

type undoneAnswer struct {
	Tickets []queuedAnswer `json:"tickets"`
}

func queueUndoCommand(c *call) *cobra.Command {
	var step desk.Step
	cmd := &cobra.Command{Use: "undo [NOMOR]", Short: "Batalkan tindakan terakhir, dalam 30 detik", Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := c.stepOn(cmd.Context(), &step, args)
			if err != nil {
				return err
			}
			back, err := p.Desk.UndoStep(cmd.Context(), step)
			if err != nil {
				return err
			}
			answer := undoneAnswer{Tickets: []queuedAnswer{}}
			for _, t := range back {
				answer.Tickets = append(answer.Tickets, c.queued(p, t))
			}
			return c.print(answer, func(w io.Writer) {
				for _, t := range back {
					fmt.Fprintln(w, c.queuedLine(p, t))
				}
			})
		}}
	addStep(cmd, c, &step)
	return cmd
}
