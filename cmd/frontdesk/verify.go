package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"frontdesk/internal/backup"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

type verifyAnswer struct {
	Whole    bool         `json:"whole"`
	Entries  int64        `json:"entries"`
	Unsigned int64        `json:"unsigned"`
	Unproved int64        `json:"unproved"`
	Lost     int64        `json:"lost"`     // entries that a restored backup did not have
	Unsealed bool         `json:"unsealed"` // the end got no seal yet
	Alone    int64        `json:"alone"`    // entries of this PC's own chain, made while it was alone
	Anchors  int          `json:"anchors"`  // remembered heads that fit
	Centre   bool         `json:"centre"`   // the centre was asked
	Backup   bool         `json:"backup"`   // the last backup was asked
	Break    *breakAnswer `json:"break"`
}

type breakAnswer struct {
	Entry int64  `json:"entry"`
	Why   string `json:"why"` // missing, changed, cut, another, seal
}

func verifyCommand(c *call) *cobra.Command {
	var to string
	cmd := &cobra.Command{Use: "verify", Short: "Buktikan bahwa jejak audit utuh", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.verify(cmd, to) }}
	addTarget(cmd, &to)
	addJSON(cmd, c)
	return cmd
}

// verify answers first and then ends with an error when the chain is not whole.
func (c *call) verify(cmd *cobra.Command, to string) error {
	ctx := cmd.Context()
	p, err := c.openFor(ctx, models.ActionSync)
	if err != nil {
		return err
	}
	heads, answer, err := p.remembered(ctx, to)
	if err != nil {
		return err
	}
	found, err := proveChain(ctx, p.Notary, p.Store, heads)
	if err != nil {
		return err
	}
	if found, err = p.proveAlone(ctx, found, &answer); err != nil {
		return err
	}
	answer.Entries, answer.Unsigned, answer.Unproved = found.Entries, found.Unsigned, found.Unproved
	answer.Unsealed = found.Unsealed
	answer.Lost, answer.Anchors, answer.Whole = found.Lost, found.Anchors, found.Break == nil && found.Unproved == 0
	if found.Break != nil {
		answer.Break = &breakAnswer{found.Break.Seq, string(found.Break.Why)}
	}
	if err := c.print(answer, func(w io.Writer) { c.printVerified(w, answer) }); err != nil {
		return err
	}
	switch {
	case found.Break != nil:
		return models.Refuse("verify."+string(found.Break.Why), found.Break.Seq)
	case found.Unproved > 0:
		return models.Refuse("verify.locked", found.Unproved)
	}
	return nil
}

// proveChain reads a chain that others may go on writing: an end that moved
// meanwhile is looked at anew.
func proveChain(ctx context.Context, notary models.Notary, s *store.Store, heads []models.AuditHead) (guard.ChainCheck, error) {
	read := func(from int64, limit int) ([]models.AuditEntry, error) { return s.AuditEntries(ctx, from, limit) }
	seals, err := s.AuditSeals(ctx)
	for {
		if err != nil {
			return guard.ChainCheck{}, err
		}
		var outside []models.AuditSeal
		kept, ok, err := s.KeptHead()
		if err != nil {
			return guard.ChainCheck{}, err
		}
		if ok {
			outside = append(outside, kept)
		}
		found, err := guard.CheckSealed(notary, read, heads, seals, outside)
		if err != nil || found.Break == nil {
			return found, err
		}
		before := seals
		if seals, err = s.AuditSeals(ctx); err != nil || slices.Equal(before, seals) {
			return found, err
		}
	}
}

// proveAlone proves what this PC noted while its server was gone, which stands
// in a chain of its own.
func (p *Program) proveAlone(ctx context.Context, found guard.ChainCheck, answer *verifyAnswer) (guard.ChainCheck, error) {
	if p.Link == nil || found.Break != nil {
		return found, nil
	}
	own, err := proveChain(ctx, p.Notary, p.Link.Own, nil)
	if err != nil || own.Entries == 0 && own.Break == nil {
		return found, err
	}
	answer.Alone, found.Break = own.Entries, own.Break
	found.Unproved += own.Unproved
	found.Unsigned += own.Unsigned
	return found, nil
}

func (c *call) printVerified(w io.Writer, a verifyAnswer) {
	if a.Whole {
		fmt.Fprintln(w, c.speak.T("verify.whole", a.Entries, a.Anchors))
	}
	if !a.Centre {
		fmt.Fprintln(w, c.speak.T("verify.no_centre"))
	}
	if a.Unsigned > 0 {
		fmt.Fprintln(w, c.speak.T("verify.unsigned", a.Unsigned))
	}
	if a.Unsealed {
		fmt.Fprintln(w, c.speak.T("verify.unsealed"))
	}
	if a.Lost > 0 {
		fmt.Fprintln(w, c.speak.T("verify.lost", a.Lost))
	}
}

// remembered collects what others know of the end of the chain: the records
// that travel, the newest backup, the centre. A centre that was named must
// answer; that of the settings may be away.
func (p *Program) remembered(ctx context.Context, to string) ([]models.AuditHead, verifyAnswer, error) {
	var answer verifyAnswer
	heads, err := p.Store.AuditHeads(ctx)
	if err != nil {
		return nil, answer, err
	}
	if last, ok := p.headOfBackup(); ok {
		heads, answer.Backup = append(heads, last), true
	}
	there, err := p.headsAtCentre(ctx, to)
	switch {
	case err == nil:
		answer.Centre = true
	case to != "":
		return nil, answer, err
	}
	return append(heads, there...), answer, nil
}

func (p *Program) headOfBackup() (models.AuditHead, bool) {
	key, err := p.Keeper.Find(p.Keys[0])
	if err != nil || p.shared() {
		return models.AuditHead{}, false
	}
	head, ok, err := backup.LastHead(p.Folder, key)
	return head, ok && err == nil
}

func (p *Program) headsAtCentre(ctx context.Context, to string) (heads []models.AuditHead, err error) {
	target, err := p.target(to)
	if err != nil {
		return nil, err
	}
	centre, err := p.centre(ctx, target, false)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, centre.Close()) }()
	if err := centre.Ready(ctx); err != nil {
		return nil, err
	}
	return centre.AuditHeads(ctx, p.Desk.Self().MallID, p.Desk.Self().ID)
}
