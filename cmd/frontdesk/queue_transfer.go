package main

import (
	"context"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

func queueTransferCommand(c *call) *cobra.Command {
	var step desk.Step
	var to desk.Target
	cmd := &cobra.Command{Use: "transfer [NOMOR] --to-counter|--to-service|--to-agency KODE", Short: "Alihkan; nomor dan waktu datang tetap", Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.queueStep(cmd, &step, args, func(ctx context.Context, d *desk.Desk) (models.Ticket, error) {
				return d.Transfer(ctx, step, to)
			})
		}}
	flags := cmd.Flags()
	flags.StringVar(&to.Counter, "to-counter", "", "kode loket; hanya loket itu yang memanggil")
	flags.StringVar(&to.Service, "to-service", "", "kode layanan")
	flags.StringVar(&to.Agency, "to-agency", "", "kode instansi; loket mana pun")
	addStep(cmd, c, &step)
	return cmd
}
