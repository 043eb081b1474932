package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"frontdesk/internal/models"
	"frontdesk/internal/pgserver"
	"frontdesk/internal/safefile"
	"frontdesk/internal/store"
)

// databasePassword holds the database's password where there is no keyring.
const databasePassword = "FRONTDESK_DATABASE_PASSWORD"

type copyAnswer struct {
	Database string         `json:"database"`
	Visits   int            `json:"visits"`
	Tickets  int            `json:"tickets"`
	Rows     map[string]int `json:"rows"`
}

func databaseCommand(c *call) *cobra.Command {
	var to string
	move := &cobra.Command{Use: "copy", Short: "Pindahkan isi komputer ini ke database bersama", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.copyDatabase(cmd, to) }}
	move.Flags().StringVar(&to, "to", "", "postgres://NAMA@SERVER/DATABASE (bawaan: pengaturan database)")
	addJSON(move, c)
	password := &cobra.Command{Use: "password", Short: "Simpan kata sandi database di penyimpan kunci", Args: exactly(0),
		RunE: func(*cobra.Command, []string) error { return c.keepDatabasePassword(to) }}
	password.Flags().StringVar(&to, "to", "", "postgres://NAMA@SERVER/DATABASE (bawaan: pengaturan database)")
	return group("database", "Database bersama satu mal", move, password, databaseGuideCommand(c))
}

// shared tells that the records are in the mall's database.
func (p *Program) shared() bool { return p.Settings.Database != "" }

// database is the short name of the mall's database; empty on a desk's own
// file.
func (p *Program) database() string {
	address, err := pgserver.Address(p.Settings.Database)
	if err != nil {
		return ""
	}
	return pgserver.Short(address)
}

// openStore opens the desk's own file, or the way to the database of the
// settings.
func (p *Program) openStore(ctx context.Context, o Options) error {
	if p.shared() {
		return p.openLink(ctx, o)
	}
	var err error
	p.Store, err = store.Open(ctx, p.Folder, o.Clock)
	return err
}

// serverStore is the store on the database of the settings, which may not
// answer yet.
func (p *Program) serverStore(clock models.Clock) (*store.Store, error) {
	if _, err := p.databaseAddress(); err != nil {
		return nil, err
	}
	return store.OnServer(p.Settings.Database, p.databaseSecret(p.Settings.Database), clock,
		store.WithHeadFile(filepath.Join(p.Folder, headOf(p.database()))))
}

// databaseAddress is the mall's database of the settings, which never holds a
// password. The data folder is there from then on.
func (p *Program) databaseAddress() (*url.URL, error) {
	if err := os.MkdirAll(p.Folder, safefile.FolderMode(p.Folder)); err != nil {
		return nil, models.Fault(err, "store.folder", p.Folder)
	}
	return readDatabase(p.Settings.Database)
}

// readDatabase refuses an address with a password, and one that is none.
func readDatabase(typed string) (*url.URL, error) {
	address, err := pgserver.Address(typed)
	switch {
	case err != nil:
		return nil, models.Misuse("database.address")
	case pgserver.HoldsPassword(address):
		return nil, models.Misuse("database.password_in_settings")
	}
	return address, nil
}

func (p *Program) openServer(ctx context.Context, url string, clock models.Clock) (*store.Store, error) {
	return store.OpenServer(ctx, url, p.databaseSecret(url), clock)
}

// databaseSecret is the password of a database; empty where its URL holds it.
func (p *Program) databaseSecret(url string) string {
	address, err := pgserver.Address(url)
	if err != nil {
		return ""
	}
	return p.secret(url, databasePassword, databaseAccount(address))
}

// databaseAccount names the keyring's entry for a database's password.
func databaseAccount(address *url.URL) string { return "database:" + pgserver.Account(address) }

// self is this desk; a PC on a shared database keeps the name of its own
// settings on its screen.
func (p *Program) self(folder store.Folder) models.Desk {
	self := folder.Self
	if p.shared() {
		self.Name = p.Settings.DeskName
	}
	return self
}

// owner is this desk as the centre knows it: the same from all PCs on one
// database.
func (p *Program) owner() models.Desk {
	owner := p.Desk.Self()
	if p.shared() {
		owner.Name = ""
	}
	return owner
}

// alone keeps the syncs of all PCs on one database apart. A PC that works in
// its own file does not sync: only the mall's database is a source of the
// district's.
func (p *Program) alone(ctx context.Context, work func() error) error {
	if p.Link.Alone() {
		return models.Fault(nil, "database.gone", p.database())
	}
	url := p.Settings.Database
	return store.OneAtATimeOn(ctx, url, p.databaseSecret(url), models.Refuse("runner.running"), work)
}

// copyDatabase works without an open desk: nobody may write meanwhile.
func (c *call) copyDatabase(cmd *cobra.Command, to string) error {
	p, address, err := c.sharedDatabase(to)
	if err != nil {
		return err
	}
	if !exists(filepath.Join(p.Folder, store.FileName)) {
		return models.Refuse("database.no_file", p.Folder)
	}
	target, err := p.openServer(cmd.Context(), address.String(), machineClock)
	if err != nil {
		return err
	}
	rows, err := store.CopyToServer(cmd.Context(), p.Folder, target, machineClock)
	if err := errors.Join(err, target.Close()); err != nil {
		return err
	}
	answer := copyAnswer{Database: pgserver.Shown(address), Visits: rows["visits"], Tickets: rows["tickets"], Rows: rows}
	return c.print(answer, func(w io.Writer) {
		fmt.Fprintln(w, c.speak.T("database.copied", answer.Visits, answer.Tickets, answer.Database))
		fmt.Fprintln(w, c.speak.T("database.next", pgserver.WithoutPassword(address)))
	})
}

func (c *call) keepDatabasePassword(to string) error {
	p, address, err := c.sharedDatabase(to)
	if err != nil {
		return err
	}
	return c.keepPassword(p, databaseAccount(address), pgserver.Shown(address))
}

// sharedDatabase is the one asked for, else that of the settings. It opens
// nothing.
func (c *call) sharedDatabase(asked string) (*Program, *url.URL, error) {
	folder, err := dataFolder(c.folder)
	if err != nil {
		return nil, nil, err
	}
	p, err := readFolder(folder)
	if err != nil {
		return nil, nil, err
	}
	c.speak = p.Speak
	if asked == "" {
		asked = p.Settings.Database
	}
	address, err := pgserver.Address(asked)
	if err != nil {
		return nil, nil, models.Misuse("database.address")
	}
	return p, address, nil
}

// headOf names the file for the end of a server's audit chain: each database
// has a chain of its own.
func headOf(database string) string {
	sum := sha256.Sum256([]byte(database))
	return "audit-" + hex.EncodeToString(sum[:4]) + ".head"
}
