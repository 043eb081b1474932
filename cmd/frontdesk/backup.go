package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"frontdesk/internal/backup"
)

type backupAnswer struct {
	File         string `json:"file"`
	Bytes        int64  `json:"bytes"`
	BusinessDate string `json:"business_date"`
	Visits       int    `json:"visits"`
	Tickets      int    `json:"tickets"`
}

func backupCommand(c *call) *cobra.Command {
	cmd := &cobra.Command{Use: "backup [BERKAS]", Short: "Tulis cadangan terenkripsi dan periksa", Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return c.backUp(cmd, args) }}
	addJSON(cmd, c)
	return cmd
}

func (c *call) backUp(cmd *cobra.Command, args []string) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	made, err := p.backUp(cmd.Context(), args)
	if err != nil {
		return err
	}
	answer := backupAnswer{File: made.Path, Bytes: made.Size, BusinessDate: made.BusinessDate,
		Visits: made.Rows["visits"], Tickets: made.Rows["tickets"]}
	return c.print(answer, func(w io.Writer) {
		fmt.Fprintln(w, c.speak.T("backup.made", answer.File, answer.Visits, answer.Tickets))
	})
}

// BackUp writes today's backup into the data folder, as close of day does.
func (p *Program) BackUp(ctx context.Context) (backup.Made, error) { return p.backUp(ctx, nil) }

// backUp writes to the one file named, else into the data folder.
func (p *Program) backUp(ctx context.Context, file []string) (backup.Made, error) {
	key, err := p.Keeper.Find(p.Keys[0])
	if err != nil {
		return backup.Made{}, err
	}
	now := p.Desk.Now()
	maker := backup.Maker{Folder: p.Folder, Store: p.Store, Key: key, Now: now, Date: p.Desk.BusinessDate(now)}
	if len(file) == 0 {
		return maker.Daily(ctx)
	}
	return maker.To(ctx, file[0])
}
