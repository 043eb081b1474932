package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"frontdesk/internal/backup"
	"frontdesk/internal/models"
)

type retentionAnswer struct {
	Days   int     `json:"days"`   // setting retention.days
	Until  string  `json:"until"`  // who came before it has no identity any more
	Erased int     `json:"erased"` // identities emptied by this run
	Kept   int     `json:"kept"`   // identities still kept
	Oldest *string `json:"oldest"` // arrival of the oldest one
	Copies int     `json:"copies"` // old backups and set-aside files removed
}

func retentionCommand(c *call) *cobra.Command {
	cmd := &cobra.Command{Use: "retention", Short: "Hapus identitas yang lewat masa simpan, seperti tiap malam", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.retention(cmd) }}
	addMoment(cmd, c)
	return cmd
}

func (c *call) retention(cmd *cobra.Command) error {
	needs := models.ActionSync // the scheduler's, as of tonight
	if c.at != "" {
		needs = models.ActionPersonalData // another day may empty every identity
	}
	p, err := c.openFor(cmd.Context(), needs)
	if err != nil {
		return err
	}
	at, err := c.instant(p)
	if err != nil {
		return err
	}
	purge, copies, err := p.retire(cmd.Context(), at, true)
	if err != nil {
		return err
	}
	kept, err := p.Store.Retained(cmd.Context(), purge.Until)
	if err != nil {
		return err
	}
	answer := retentionAnswer{Days: p.Settings.RetentionDays, Until: rfc3339(p.Desk, purge.Until), Erased: purge.Erased,
		Kept: kept.Kept, Oldest: instantOrNull(p, kept.Oldest), Copies: copies}
	return c.print(answer, func(w io.Writer) {
		fmt.Fprintln(w, c.speak.T("retention.done", answer.Days, answer.Erased, answer.Kept, answer.Copies))
	})
}

// retire empties the identities past their time and removes the copies that
// hold older ones, and says so in the log. asked is as for desk.Purge.
func (p *Program) retire(ctx context.Context, at time.Time, asked bool) (models.Purge, int, error) {
	purge, err := p.Desk.Purge(ctx, at, p.Settings.RetentionDays, asked)
	if err != nil {
		return purge, 0, err
	}
	if err := p.Store.Wipe(ctx); err != nil {
		return purge, 0, err
	}
	copies, err := backup.Expire(p.Folder, p.Desk.Now())
	p.log().Info("retention done", "erased", purge.Erased, "until", purge.Until.Format(time.DateOnly), "copies", copies)
	return purge, copies, err
}

// beforeSync does what a run must bring along. A retention that could not run
// keeps nobody's records from the centre.
func (p *Program) beforeSync(ctx context.Context) error {
	if _, _, err := p.retire(ctx, p.Desk.Now(), false); err != nil {
		p.log().Error("retention failed", "error", err)
		if models.KindOf(err) != models.KindRefused {
			return err
		}
	}
	return p.Store.RememberAuditHead(ctx, p.Desk.Origin())
}

// afterRestore tells in the audit chain that it goes on from a backup, and
// empties what was due since.
func (p *Program) afterRestore(ctx context.Context, date, why string) error {
	deed := models.Deed{Kind: models.DeedRestore, Entity: "folder", RowID: date, Why: why}
	_, err := p.Desk.Purge(ctx, p.Desk.Now(), p.Settings.RetentionDays, true)
	return errors.Join(err, p.Store.Wipe(ctx), p.Store.NoteDeed(ctx, deed))
}
