package main

import (
	"context"
	"os"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
	"frontdesk/internal/pgserver"
	"frontdesk/internal/settings"
	settingsview "frontdesk/internal/views/settings"
	"frontdesk/internal/voice"
)

// settingsPage is the settings file and the keyring as the window sees them.
type settingsPage struct{ program *Program }

var _ settingsview.Port = settingsPage{}

// ownSettings are those that everybody may choose for herself.
var ownSettings = map[string]bool{"language": true, "appearance": true, "text.scale": true}

// Settings lists what the file and the environment say now.
func (s settingsPage) Settings() ([]settings.Setting, error) {
	list, err := settings.List(s.program.Folder, os.LookupEnv)
	for i := range list {
		if address, err := pgserver.Address(list[i].Value); err == nil { // the environment may hold a password
			list[i].Value = pgserver.WithoutPassword(address)
		}
	}
	return list, err
}

// Change notes who changed the setting and writes it: both or neither.
func (s settingsPage) Change(ctx context.Context, key, typed string) error {
	if err := s.permit(key); err != nil {
		return err
	}
	if err := s.check(key, typed); err != nil {
		return err
	}
	return s.noted(ctx, key, func() error { return settings.Change(s.program.Folder, key, typed) })
}

func (s settingsPage) permit(key string) error {
	if ownSettings[key] {
		return s.program.Desk.Permit(models.ActionOwnSettings)
	}
	return s.program.Desk.Permit(models.ActionSettings)
}

func (s settingsPage) noted(ctx context.Context, key string, work func() error) error {
	return s.program.records().Write(ctx, func(tx models.Tx) error {
		if err := tx.NoteDeed(models.Deed{Kind: models.DeedSetting, Entity: "settings", RowID: key}); err != nil {
			return err
		}
		return work()
	})
}

// check refuses what the table of settings takes and the next start would not:
// an address that is none, or one with a password.
func (s settingsPage) check(key, typed string) error {
	if typed == "" {
		return nil
	}
	switch key {
	case "printer":
		next := Program{Settings: settings.Settings{Printer: typed}, Speak: s.program.Speak}
		_, err := next.printer()
		return err
	case "sync.target":
		return nightly.CheckTarget(typed)
	case "database":
		_, err := readDatabase(typed)
		return err
	}
	return nil
}

// KeepSecret keeps the password of a server that the file names.
func (s settingsPage) KeepSecret(ctx context.Context, key, password string) error {
	if err := s.permit(key); err != nil {
		return err
	}
	if password == "" {
		return models.Misuse("settings_page.password_empty")
	}
	told, err := settings.Load(s.program.Folder, os.LookupEnv)
	if err != nil {
		return err
	}
	account := s.account(key, told)
	if account == "" {
		return models.Misuse("settings_page.password_no_server")
	}
	return s.noted(ctx, key, func() error { return s.program.Keeper.KeepSecret(account, password) })
}

// account names the keyring's entry of a setting's server; empty without one.
func (s settingsPage) account(key string, told settings.Settings) string {
	if key == "sync.target" {
		return nightly.Account(told.SyncTarget)
	}
	address, err := pgserver.Address(told.Database)
	if err != nil {
		return ""
	}
	return databaseAccount(address)
}

// Try prints a made-up slip, or says a made-up call.
func (s settingsPage) Try(ctx context.Context, key string) error {
	told, err := settings.Load(s.program.Folder, os.LookupEnv)
	if err != nil {
		return err
	}
	if key == "voice" {
		return voice.System(told.Language).Say(ctx, s.program.Speak.T("settings_page.test_call"))
	}
	return s.tryPrinter(ctx, told)
}

func (s settingsPage) tryPrinter(ctx context.Context, told settings.Settings) error {
	p := Program{Settings: told, Speak: s.program.Speak}
	printer, err := p.printer()
	if err != nil {
		return err
	}
	if printer == nil {
		return models.Refuse("settings_page.no_printer")
	}
	return printer.Print(ctx, testSlip(s.program.Desk.Catalogue().Directory.Mall, s.program.Desk.Now()))
}

// testSlip is a slip that nobody waits with.
func testSlip(mall models.Mall, at time.Time) models.Slip {
	return models.Slip{Mall: mall.ShortName, Number: "0X-000", At: at, Counter: 101, Floor: 1, Agency: mall.Name, Copy: true}
}
