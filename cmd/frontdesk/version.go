package main

import (
	"fmt"

	"github.com/mattn/go-sqlite3"
	"github.com/spf13/cobra"

	"frontdesk"
)

func versionCommand(_ *call) *cobra.Command {
	return &cobra.Command{Use: "version", Short: "Versi program", Args: exactly(0),
		RunE: func(*cobra.Command, []string) error {
			about, err := frontdesk.ReadAbout()
			if err != nil {
				return err
			}
			sqlite, _, _ := sqlite3.Version()
			return say(fmt.Sprintf("%s %s (SQLite %s)\n", about.Name, about.Version, sqlite))
		}}
}
