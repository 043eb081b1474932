package main

import (
	"bufio"
	"strings"

	"github.com/spf13/cobra"

	"frontdesk/internal/guard"
	"frontdesk/internal/models"
)

func keyCommand(c *call) *cobra.Command {
	return group("key", "Kunci data pengunjung",
		&cobra.Command{Use: "export", Short: "Tulis kata pemulihan", Args: exactly(0),
			RunE: func(cmd *cobra.Command, _ []string) error { return c.exportKey(cmd) }},
		&cobra.Command{Use: "import [KATA…]", Short: "Pasang kunci dari kata pemulihan", Args: cobra.ArbitraryArgs,
			RunE: func(cmd *cobra.Command, words []string) error { return c.importKey(cmd, strings.Join(words, " ")) }},
	)
}

func (c *call) exportKey(cmd *cobra.Command) error {
	p, err := c.openFor(cmd.Context(), models.ActionKey)
	if err != nil {
		return err
	}
	key, err := p.Keeper.Find(p.Keys[0])
	if err != nil {
		return err
	}
	if err := p.Store.NoteDeed(cmd.Context(), models.Deed{Kind: models.DeedKey, RowID: key.ID(), Why: "export"}); err != nil {
		return err
	}
	doneNow(p.Folder, models.StepKey)
	return say(key.RecoveryWords() + "\n")
}

// importKey reads the words from the arguments, else from standard input, so
// that they need not stand in a shell's history.
func (c *call) importKey(cmd *cobra.Command, words string) error {
	p, err := c.openFor(cmd.Context(), models.ActionKey)
	if err != nil {
		return err
	}
	if words == "" {
		if words, err = c.readWords(); err != nil {
			return err
		}
	}
	key, err := guard.KeyFromWords(words)
	if err != nil {
		return err
	}
	ref, err := p.Keeper.Keep(key)
	if err != nil {
		return err
	}
	if err := p.Store.UseKey(cmd.Context(), ref); err != nil {
		return err
	}
	if err := p.Store.NoteDeed(cmd.Context(), models.Deed{Kind: models.DeedKey, RowID: ref.ID, Why: "import"}); err != nil {
		return err
	}
	doneNow(p.Folder, models.StepWords)
	return say(c.speak.T("key.imported", ref.ID) + "\n")
}

func (c *call) readWords() (string, error) {
	var text strings.Builder
	lines := bufio.NewScanner(c.input)
	for lines.Scan() {
		text.WriteString(lines.Text() + " ")
	}
	if err := lines.Err(); err != nil {
		return "", models.Fault(err, "key.locked")
	}
	return text.String(), nil
}
