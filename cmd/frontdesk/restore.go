package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"frontdesk/internal/backup"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

type restoreAnswer struct {
	Folder       string `json:"folder"`
	BusinessDate string `json:"business_date"`
	Visits       int    `json:"visits"`
	Tickets      int    `json:"tickets"`
}

func restoreCommand(c *call) *cobra.Command {
	var words string
	cmd := &cobra.Command{Use: "restore BERKAS", Short: "Pulihkan cadangan ke folder baru (--data)", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error { return c.restore(cmd, args[0], words) }}
	cmd.Flags().StringVar(&words, "words", "", "kata pemulihan (bawaan: diketik bila kuncinya tidak ada)")
	addJSON(cmd, c)
	return cmd
}

func (c *call) restore(cmd *cobra.Command, file, words string) error {
	folder, err := dataFolder(c.folder)
	if err != nil {
		return err
	}
	about, err := restoreInto(cmd.Context(), folder, file, func(keeper guard.Keeper, keyID string) (guard.Key, error) {
		return c.findKey(keeper, keyID, file, words)
	})
	if err != nil {
		return err
	}
	if err := c.noteRestore(cmd.Context(), about); err != nil {
		return err
	}
	answer := restoreAnswer{Folder: folder, BusinessDate: about.BusinessDate,
		Visits: about.Rows["visits"], Tickets: about.Rows["tickets"]}
	return c.print(answer, func(w io.Writer) {
		fmt.Fprintln(w, c.speak.T("restore.done", answer.BusinessDate, answer.Folder, answer.Visits, answer.Tickets))
	})
}

// restoreInto makes folder, which holds no desk yet, the desk of a backup.
func restoreInto(ctx context.Context, folder, file string, find func(guard.Keeper, string) (guard.Key, error)) (backup.About, error) {
	keeper := guard.Keeper{Folder: folder, Keyring: guard.SystemKeyring(), Entropy: rand.Reader}
	restorer := backup.Restorer{Keeper: keeper, Clock: machineClock,
		Find: func(keyID string) (guard.Key, error) { return find(keeper, keyID) }}
	var err error
	if restorer.Erased, err = store.Erasures(filepath.Dir(filepath.Dir(file))); err != nil {
		return backup.About{}, err
	}
	if err := clearLeftovers(folder); err != nil {
		return backup.About{}, err
	}
	return restorer.Restore(ctx, file, folder)
}

// findKey takes the words that were given, else the key of this computer's
// keyring or of the data folder in which the backup lies, else asks.
func (c *call) findKey(keeper guard.Keeper, keyID, file, words string) (guard.Key, error) {
	if words != "" {
		return guard.KeyFromWords(words)
	}
	if key, err := keeper.Find(models.KeyRef{ID: keyID, Place: guard.PlaceKeyring}); err == nil {
		return key, nil
	}
	keeper.Folder = filepath.Dir(filepath.Dir(file))
	if key, err := keeper.Find(models.KeyRef{ID: keyID, Place: guard.PlaceFile}); err == nil {
		return key, nil
	}
	fmt.Fprintln(os.Stderr, c.speak.T("restore.words"))
	typed, err := c.readWords()
	if err != nil {
		return guard.Key{}, err
	}
	return guard.KeyFromWords(typed)
}

// noteRestore ends a restore in the new folder.
func (c *call) noteRestore(ctx context.Context, about backup.About) error {
	p, err := c.open(ctx)
	if err != nil {
		return err
	}
	return p.afterRestore(ctx, about.BusinessDate, "")
}
