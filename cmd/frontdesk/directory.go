package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

func directoryCommand(c *call) *cobra.Command {
	var preview bool
	imports := &cobra.Command{Use: "import BERKAS", Short: "Pakai direktori dari berkas .json atau .xlsx", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error { return c.importDirectory(cmd, args[0], preview) }}
	imports.Flags().BoolVar(&preview, "preview", false, "tampilkan perubahannya saja, jangan pakai")
	return group("directory", "Direktori instansi dan layanan",
		imports,
		&cobra.Command{Use: "check BERKAS", Short: "Periksa berkas direktori", Args: exactly(1),
			RunE: func(_ *cobra.Command, args []string) error { return c.checkDirectory(args[0]) }},
		&cobra.Command{Use: "export BERKAS|-", Short: "Tulis direktori ke berkas .json atau .xlsx", Args: exactly(1),
			RunE: func(cmd *cobra.Command, args []string) error { return c.exportDirectory(cmd, args[0]) }},
	)
}

func (c *call) checkDirectory(path string) error {
	d, err := directory.ReadFile(path)
	if err != nil {
		return err
	}
	fmt.Println(c.speak.T("directory.fine", d.Mall.Name, len(d.Agencies)))
	return nil
}

func (c *call) importDirectory(cmd *cobra.Command, path string, preview bool) error {
	p, err := c.openFor(cmd.Context(), models.ActionDirectory)
	if err != nil {
		return err
	}
	d, err := directory.ReadFile(path)
	if err != nil {
		return err
	}
	changes := directory.Compare(p.Desk.Catalogue().Directory, d)
	if !preview {
		if err := p.Store.ReplaceDirectory(cmd.Context(), d, changes.Deeds()...); err != nil {
			return err
		}
	}
	c.printChanges(os.Stdout, changes)
	return nil
}

func (c *call) printChanges(w io.Writer, changes directory.Changes) {
	if changes.None() {
		fmt.Fprintln(w, c.speak.T("directory.unchanged"))
		return
	}
	for _, whole := range []struct {
		key     string
		changed bool
	}{{"directory.mall", changes.Mall}, {"directory.holidays", changes.Holidays}, {"directory.floors", changes.Floors}} {
		if whole.changed {
			fmt.Fprintln(w, c.speak.T(whole.key))
		}
	}
	c.printChange(w, "directory.kind_agency", changes.Agencies)
	c.printChange(w, "directory.kind_counter", changes.Counters)
	c.printChange(w, "directory.kind_service", changes.Services)
	c.printChange(w, "directory.kind_life_event", changes.LifeEvents)
}

func (c *call) printChange(w io.Writer, kind string, change directory.Change) {
	for _, part := range []struct {
		key   string
		codes []string
	}{{"directory.added", change.Added}, {"directory.changed", change.Changed}, {"directory.archived", change.Archived}} {
		if len(part.codes) > 0 {
			fmt.Fprintln(w, c.speak.T(part.key, c.speak.T(kind), len(part.codes), strings.Join(part.codes, ", ")))
		}
	}
}

func (c *call) exportDirectory(cmd *cobra.Command, path string) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	d := p.Desk.Catalogue().Directory
	if path == "-" {
		return directory.Write(os.Stdout, d)
	}
	return writeDirectory(path, d)
}

// writeDirectory writes a spreadsheet where the name says so, else JSON.
func writeDirectory(path string, d *models.Directory) error {
	write := directory.Write
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		write = directory.WriteXLSX
	}
	err := safefile.Replace(path, 0o644, func(w io.Writer) error { return write(w, d) })
	if err != nil && models.SaysOf(err).Empty() {
		return models.Fault(err, "directory.cannot_write", path)
	}
	return err
}
