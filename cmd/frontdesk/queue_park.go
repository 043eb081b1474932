package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

func queueParkCommand(c *call) *cobra.Command {
	var step desk.Step
	var minutes int
	cmd := &cobra.Command{Use: "park [NOMOR] --minutes N", Short: "Tunda: pengunjung pergi sebentar, tempatnya tetap", Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.queueStep(cmd, &step, args, func(ctx context.Context, d *desk.Desk) (models.Ticket, error) {
				return d.Park(ctx, step, time.Duration(minutes)*time.Minute)
			})
		}}
	cmd.Flags().IntVar(&minutes, "minutes", 10, "berapa menit")
	addStep(cmd, c, &step)
	return cmd
}
