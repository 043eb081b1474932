package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"frontdesk/internal/backup"
	"frontdesk/internal/models"
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
	p, err := c.openFor(cmd.Context(), models.ActionSync)
	if err != nil {
		return err
	}
	if p.shared() {
		return models.Refuse("database.backup")
	}
	made, err := p.backUpTo(cmd.Context(), args)
	if err != nil {
		return err
	}
	answer := backupAnswer{File: made.Path, Bytes: made.Size, BusinessDate: made.BusinessDate,
		Visits: made.Rows["visits"], Tickets: made.Rows["tickets"]}
	return c.print(answer, func(w io.Writer) {
		fmt.Fprintln(w, c.speak.T("backup.made", answer.File, answer.Visits, answer.Tickets))
	})
}

// BackUp writes today's backup into the data folder, as close of day does, and
// keeps why it failed for whoever opens the program next.
func (p *Program) BackUp(ctx context.Context) (backup.Made, error) {
	begun := p.Desk.Now()
	made, err := p.backUp(ctx, nil)
	if busy(err) {
		return made, err
	}
	backup.Remember(p.Folder, err)
	if err != nil {
		p.log().Error("backup failed", "error", err)
		return made, err
	}
	p.log().Info("backup done", "bytes", made.Size, "visits", made.Rows["visits"], "seconds", p.Desk.Now().Sub(begun).Seconds())
	return made, nil
}

// busy tells that another process is writing a backup just now.
func busy(err error) bool {
	var known *models.Error
	return errors.As(err, &known) && known.Says.Key == "backup.running"
}

// backUpTo writes today's backup where no file is named.
func (p *Program) backUpTo(ctx context.Context, file []string) (backup.Made, error) {
	if len(file) == 0 {
		return p.BackUp(ctx)
	}
	return p.backUp(ctx, file)
}

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
