package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
)

type syncStatusAnswer struct {
	Waiting     int     `json:"waiting"`
	Quarantined int     `json:"quarantined"`
	Aside       int     `json:"aside"` // records of the centre that this desk cannot place
	LastSuccess *string `json:"last_success"`
	NextRun     *string `json:"next_run"`
}

func syncCommand(c *call) *cobra.Command {
	var to string
	cmd := &cobra.Command{Use: "sync", Short: "Kirim catatan ke pusat", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.sync(cmd, to) }}
	status := &cobra.Command{Use: "status", Short: "Keadaan sinkronisasi", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.syncStatus(cmd) }}
	verify := &cobra.Command{Use: "verify", Short: "Bandingkan meja dan pusat per hari", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.syncVerify(cmd, to) }}
	password := &cobra.Command{Use: "password", Short: "Simpan kata sandi pusat di penyimpan kunci", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.syncPassword(cmd, to) }}
	for _, verb := range []*cobra.Command{cmd, verify, password} {
		addTarget(verb, &to)
	}
	for _, verb := range []*cobra.Command{cmd, status, verify} {
		addJSON(verb, c)
	}
	cmd.AddCommand(status, verify, password)
	return cmd
}

func addTarget(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "to", "", "pusat: sqlite:BERKAS atau postgres://NAMA@SERVER/DATABASE (bawaan: sync.target)")
}

func (c *call) sync(cmd *cobra.Command, to string) error {
	task, err := c.syncTask(cmd, to)
	if err != nil {
		return err
	}
	result, err := task.Sync(cmd.Context(), nil)
	if err != nil {
		return err
	}
	return c.print(result, func(w io.Writer) { c.printSync(w, result) })
}

func (c *call) syncTask(cmd *cobra.Command, to string) (nightly.Task, error) {
	p, err := c.openFor(cmd.Context(), models.ActionSync)
	if err != nil {
		return nightly.Task{}, err
	}
	target, err := p.target(to)
	if err != nil {
		return nightly.Task{}, err
	}
	return p.task(target), nil
}

func (c *call) printSync(w io.Writer, r nightly.Result) {
	for _, line := range []struct {
		holds bool
		says  models.Phrase
	}{
		{r.Sent == 0 && r.Waiting == 0, models.Say("runner.nothing")},
		{r.Sent > 0, models.Say("runner.done", r.Sent, fmt.Sprintf("%.1f", r.Seconds))},
		{r.Forked, models.Say("runner.forked")},
		{r.Waiting > 0, models.Say("runner.waiting", r.Waiting)},
		{r.Quarantined > 0, models.Say("runner.quarantined", r.Quarantined)},
		{!models.ClockOffPhrase(r.ClockOff).Empty(), models.ClockOffPhrase(r.ClockOff)},
	} {
		if line.holds {
			fmt.Fprintln(w, c.speak.Say(line.says))
		}
	}
}

func (c *call) syncStatus(cmd *cobra.Command) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	state, err := p.Store.SyncState(cmd.Context())
	if err != nil {
		return err
	}
	aside, numbers, err := p.Store.SetAside(cmd.Context())
	if err != nil {
		return err
	}
	last, err := p.Store.LastSuccess(cmd.Context())
	if err != nil {
		return err
	}
	next := p.schedule().NextRun(p.Desk.Now(), last.Ended)
	answer := syncStatusAnswer{Waiting: state.Waiting, Quarantined: state.Quarantined, Aside: aside,
		LastSuccess: instantOrNull(p, last.Ended), NextRun: instantOrNull(p, next)}
	return c.print(answer, func(w io.Writer) { c.printSyncStatus(w, answer, numbers) })
}

func instantOrNull(p *Program, at time.Time) *string {
	if at.IsZero() {
		return nil
	}
	text := rfc3339(p.Desk, at)
	return &text
}

func (c *call) printSyncStatus(w io.Writer, answer syncStatusAnswer, sharedNumbers int) {
	last := c.speak.T("runner.never")
	if answer.LastSuccess != nil {
		last = c.speak.T("runner.last", *answer.LastSuccess)
	}
	fmt.Fprintln(w, last)
	fmt.Fprintln(w, c.speak.T("runner.next", *answer.NextRun))
	fmt.Fprintln(w, c.speak.T("runner.waiting", answer.Waiting))
	if answer.Quarantined > 0 {
		fmt.Fprintln(w, c.speak.T("runner.quarantined", answer.Quarantined))
	}
	if sharedNumbers > 0 {
		fmt.Fprintln(w, c.speak.T("runner.shared", sharedNumbers))
	}
}

func (c *call) syncVerify(cmd *cobra.Command, to string) error {
	task, err := c.syncTask(cmd, to)
	if err != nil {
		return err
	}
	found, err := task.Verify(cmd.Context())
	if err != nil {
		return err
	}
	return c.print(found, func(w io.Writer) { c.printVerify(w, found) })
}

func (c *call) printVerify(w io.Writer, found nightly.Reconciliation) {
	if found.Equal {
		fmt.Fprintln(w, c.speak.T("runner.equal"))
	}
	for _, day := range found.Days {
		date := day.Date
		if date == "" { // what belongs to no day, such as the desk itself
			date = c.speak.T("runner.no_day")
		}
		if !day.Equal {
			fmt.Fprintln(w, c.speak.T("runner.differs", date, day.Desk, day.Centre))
		}
		if day.Restored > 0 {
			fmt.Fprintln(w, c.speak.T("runner.restored", date, day.Restored))
		}
		if left := day.Damaged - day.Restored; left > 0 {
			fmt.Fprintln(w, c.speak.T("runner.damaged", date, left))
		}
	}
}

func (c *call) syncPassword(cmd *cobra.Command, to string) error {
	p, err := c.openFor(cmd.Context(), models.ActionCentre)
	if err != nil {
		return err
	}
	target, err := p.target(to)
	if err != nil {
		return err
	}
	account := nightly.Account(target)
	if account == "" {
		return models.Misuse("runner.no_account")
	}
	return c.keepPassword(p, account, nightly.Shown(target))
}

// keepPassword reads a password from standard input, so that it stands in no
// shell's history, and puts it into the keyring.
func (c *call) keepPassword(p *Program, account, shown string) error {
	fmt.Fprintln(os.Stderr, c.speak.T("runner.no_password"))
	typed, err := c.input.ReadString('\n')
	typed = strings.TrimRight(typed, "\r\n")
	if typed == "" {
		return &models.Error{Kind: models.KindUsage, Says: models.Say("runner.no_password"), Cause: err}
	}
	if err := p.Keeper.KeepSecret(account, typed); err != nil {
		return err
	}
	fmt.Println(c.speak.T("runner.password_kept", shown))
	return nil
}
