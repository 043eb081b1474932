package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/pgserver"
	"frontdesk/internal/safefile"
	"frontdesk/internal/store"
)

type guideAnswer struct {
	Name     string `json:"name"`
	Database string `json:"database"` // for the tablet's setting
	User     string `json:"user"`
	Password string `json:"password"` // told this once
}

// databaseGuideCommand makes the login of a guide's tablet.
func databaseGuideCommand(c *call) *cobra.Command {
	var to, name string
	cmd := &cobra.Command{Use: "guide", Short: "Buat akun tablet pemandu: hanya direktori dan jumlah", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.inviteGuide(cmd, to, name) }}
	cmd.Flags().StringVar(&to, "to", "", "postgres://NAMA@SERVER/DATABASE (bawaan: pengaturan database)")
	cmd.Flags().StringVar(&name, "name", "tablet", "nama tablet; nama yang sama mendapat kata sandi baru")
	addJSON(cmd, c)
	return cmd
}

func (c *call) inviteGuide(cmd *cobra.Command, to, name string) error {
	p, address, err := c.sharedDatabase(to)
	if err != nil {
		return err
	}
	records, err := p.openServer(cmd.Context(), address.String(), machineClock)
	if err != nil {
		return err
	}
	login, err := records.InviteGuide(cmd.Context(), name, rand.Reader)
	if err := errors.Join(err, records.Close()); err != nil {
		return err
	}
	entry := *address
	entry.User = url.User(login.User)
	answer := guideAnswer{Name: name, Database: pgserver.WithoutPassword(&entry), User: login.User, Password: login.Password}
	return c.print(answer, func(w io.Writer) {
		fmt.Fprintln(w, c.speak.T("database.guide_ready", answer.Name, answer.Database, answer.Password))
	})
}

// OpenTablet makes the program of a guide's tablet, whose login reads the
// directory and counts of the mall's database. It writes nothing there: no
// table, no desk, no key.
func OpenTablet(ctx context.Context, o Options) (*Program, error) {
	folder, err := dataFolder(o.Folder)
	if err != nil {
		return nil, err
	}
	p, err := readFolder(folder)
	if err != nil {
		return nil, err
	}
	address, err := p.databaseAddress()
	if err != nil {
		return nil, err
	}
	if p.Store, err = store.OpenGuide(p.Settings.Database, p.databaseSecret(address.String()), o.Clock); err != nil {
		return nil, err
	}
	if err := p.wireTablet(ctx, o); err != nil {
		return nil, errors.Join(err, p.Store.Close())
	}
	return p, nil
}

func (p *Program) wireTablet(ctx context.Context, o Options) error {
	kept := lastDirectory{Store: p.Store, path: filepath.Join(p.Folder, "guide.json")}
	mall, stamp, err := kept.open(ctx)
	if err != nil {
		return err
	}
	if stamp == 0 {
		p.warn(models.Say("database.guide_away"))
	}
	p.Desk = desk.New(desk.Options{Store: kept, Board: p.Store, Tablet: true, Clock: o.Clock, NewID: newID,
		Self: models.Desk{Number: 1, Name: p.Settings.DeskName, MallID: mall.Mall.Code}, Directory: mall, Stamp: stamp, Practice: o.Practice})
	return nil
}

// lastDirectory keeps the directory on the tablet too, for a morning on which
// the server is not there yet. It holds no personal data.
type lastDirectory struct {
	*store.Store
	path string
}

// tabletPatience is how long a server may take before the directory of last
// time is shown.
const tabletPatience = 5 * time.Second

// open reads the directory in use, else the one of last time with the stamp 0.
func (l lastDirectory) open(ctx context.Context) (*models.Directory, int64, error) {
	patient, cancel := context.WithTimeout(ctx, tabletPatience)
	defer cancel()
	mall, stamp, err := l.Directory(patient, 0)
	if err == nil {
		return mall, stamp, nil
	}
	var known *models.Error
	if gone := errors.As(err, &known) && known.Says.Key == "database.gone" || patient.Err() != nil; !gone || !exists(l.path) {
		return nil, 0, err
	}
	mall, err = directory.ReadFile(l.path)
	return mall, 0, err
}

// Directory keeps what is new.
func (l lastDirectory) Directory(ctx context.Context, known int64) (*models.Directory, int64, error) {
	mall, stamp, err := l.Store.Directory(ctx, known)
	if err != nil || mall == nil {
		return mall, stamp, err
	}
	return mall, stamp, l.keep(mall)
}

func (l lastDirectory) keep(mall *models.Directory) error {
	var text bytes.Buffer
	if err := directory.Write(&text, mall); err != nil {
		return err
	}
	err := safefile.Replace(l.path, 0o600, func(w io.Writer) error {
		_, err := text.WriteTo(w)
		return err
	})
	if err != nil {
		return models.Fault(err, "store.folder", filepath.Dir(l.path))
	}
	return nil
}
