package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// addStep gives a verb the flags that name a ticket and who acts.
func addStep(cmd *cobra.Command, c *call, step *desk.Step) {
	flags := cmd.Flags()
	flags.StringVar(&step.Counter, "counter", "", "kode loket yang bertindak; tanpa NOMOR: nomor di loket itu")
	flags.StringVar(&step.Seen, "seen", "", "last_event yang dilihat; ditolak bila sudah berubah")
	flags.StringVar(&step.Reason, "reason", "", "alasan")
	addMoment(cmd, c)
}

// stepOn opens the desk and completes a step with the ticket and the instant.
func (c *call) stepOn(ctx context.Context, step *desk.Step, args []string) (*Program, error) {
	p, err := c.open(ctx)
	if err != nil {
		return nil, err
	}
	if len(args) == 1 {
		step.Ticket = args[0]
	}
	step.At, err = c.instant(p)
	return p, err
}

// queueStepCommand is a verb that does one thing to one ticket.
func queueStepCommand(c *call, verb, short string, do func(*desk.Desk, context.Context, desk.Step) (models.Ticket, error)) *cobra.Command {
	var step desk.Step
	cmd := &cobra.Command{Use: verb + " [NOMOR]", Short: short, Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.queueStep(cmd, &step, args, func(ctx context.Context, d *desk.Desk) (models.Ticket, error) { return do(d, ctx, step) })
		}}
	addStep(cmd, c, &step)
	return cmd
}

func (c *call) queueStep(cmd *cobra.Command, step *desk.Step, args []string, do func(context.Context, *desk.Desk) (models.Ticket, error)) error {
	p, err := c.stepOn(cmd.Context(), step, args)
	if err != nil {
		return err
	}
	ticket, err := do(cmd.Context(), p.Desk)
	if err != nil {
		return err
	}
	return c.print(c.queued(p, ticket), func(w io.Writer) { fmt.Fprintln(w, c.queuedLine(p, ticket)) })
}
