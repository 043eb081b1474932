package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
	"frontdesk/internal/safefile"
	"frontdesk/internal/settings"
	"frontdesk/internal/store"
	"frontdesk/internal/text"
	"frontdesk/internal/ticket"
	"frontdesk/internal/views/wizard"
)

// setUp makes a data folder a desk's, as the first run was answered.
type setUp struct {
	folder string
	home   string // where the recovery words are saved to be printed
}

var _ wizard.Port = setUp{}

// Keep keeps the answers for the next start.
func (s setUp) Keep(answers models.FirstRun) error { return keepFirstRun(s.folder, answers) }

// Look reads the directory that is to be taken.
func (s setUp) Look(ctx context.Context, from models.MallSource, password string) (models.MallPreview, []models.FileFault, error) {
	d, next, err := s.mall(ctx, from, password)
	var faults *directory.Faults
	if errors.As(err, &faults) {
		return models.MallPreview{}, faultsOf(faults), nil
	}
	if err != nil {
		return models.MallPreview{}, nil, err
	}
	preview := models.MallPreview{Name: d.Mall.Name, Agencies: len(d.Agencies), Next: next}
	for _, a := range d.Agencies {
		preview.Services += len(a.Services)
		preview.Counters += len(a.Counters)
	}
	return preview, nil, nil
}

// mall reads a directory; next is the number that a further desk would have.
func (s setUp) mall(ctx context.Context, from models.MallSource, password string) (d *models.Directory, next int, err error) {
	switch from.From {
	case models.MallFile:
		d, err = directory.ReadFile(strings.TrimSpace(from.File))
		return d, 0, err
	case models.MallCentre:
		return s.mallAtCentre(ctx, strings.TrimSpace(from.Centre), password)
	}
	return directory.Sample(), 0, nil
}

func (s setUp) mallAtCentre(ctx context.Context, target, password string) (d *models.Directory, next int, err error) {
	err = s.atCentre(ctx, target, password, func(centre *nightly.SQLCentre) error {
		list, err := centre.Published(ctx)
		switch {
		case err != nil:
			return err
		case len(list) == 0:
			return models.Refuse("wizard.mall.none")
		case len(list) > 1:
			return models.Refuse("wizard.mall.several", mallNames(list))
		case nightly.DirectoryDigest(list[0].Body) != list[0].Digest:
			return models.Fault(nil, "sync.directory_damaged")
		}
		if d, err = directory.Read(bytes.NewReader(list[0].Body)); err != nil {
			return models.Fault(err, "sync.directory_faulty")
		}
		desks, err := centre.Status(ctx)
		for _, other := range desks {
			if other.MallID == list[0].MallID && other.Number >= next {
				next = other.Number + 1
			}
		}
		return err
	})
	if next > 9 {
		next = 0 // nobody knows which number is free
	}
	return d, next, err
}

func mallNames(list []nightly.MallDirectory) string {
	names := make([]string, len(list))
	for i, mall := range list {
		names[i] = mall.MallID
	}
	return strings.Join(names, ", ")
}

// atCentre does work at a centre that must be there.
func (s setUp) atCentre(ctx context.Context, target, password string, work func(*nightly.SQLCentre) error) error {
	if err := nightly.CheckTarget(target); err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(ctx, centrePatience)
	defer stop()
	centre, err := nightly.Open(ctx, target, nightly.Access{Clock: machineClock, Password: password})
	if err != nil {
		return err
	}
	err = centre.Ready(ctx)
	if err == nil {
		err = work(centre)
	}
	return errors.Join(err, centre.Close())
}

// CheckAdministrator refuses what the desk would not take.
func (setUp) CheckAdministrator(name, pin string) error { return desk.CheckAdministrator(name, pin) }

// Printers lists those that the system knows.
func (setUp) Printers(ctx context.Context) []string {
	ctx, stop := context.WithTimeout(ctx, printerPatience)
	defer stop()
	return ticket.SystemPrinters(ctx)
}

// CheckPrinter refuses an address that is none.
func (setUp) CheckPrinter(address string) error {
	_, err := ticket.Open(strings.TrimSpace(address), ticket.Width80, text.MustLoad(text.Indonesian))
	return err
}

// TryPrinter prints a made-up slip.
func (setUp) TryPrinter(ctx context.Context, address string, answers models.FirstRun) error {
	printer, err := ticket.Open(strings.TrimSpace(address), ticket.Width80, text.MustLoad(text.Language(answers.Language)))
	if err != nil {
		return err
	}
	mall := directory.Sample().Mall
	if answers.Mall.From == models.MallFile {
		if d, err := directory.ReadFile(strings.TrimSpace(answers.Mall.File)); err == nil {
			mall = d.Mall
		}
	}
	return printer.Print(ctx, testSlip(mall, machineClock.Now()))
}

// TryCentre connects and looks whether it is a centre.
func (s setUp) TryCentre(ctx context.Context, target, password string) error {
	return s.atCentre(ctx, target, password, func(*nightly.SQLCentre) error { return nil })
}

// Found makes the desk in a folder within the data folder and moves it in when
// all of it is there; the database comes last and makes it a desk's.
func (s setUp) Found(ctx context.Context, answers models.FirstRun, secrets models.FirstSecrets) error {
	if holdsRecords(s.folder) {
		return nil
	}
	room := filepath.Join(s.folder, foundingFolder)
	if err := errors.Join(os.RemoveAll(room), os.MkdirAll(room, safefile.FolderMode(room))); err != nil {
		return models.Fault(err, "store.folder", room)
	}
	err := s.fill(ctx, room, answers, secrets)
	if err == nil {
		err = moveDesk(room, s.folder)
	}
	return errors.Join(err, os.RemoveAll(room))
}

// fill makes the whole desk in a room of its own.
func (s setUp) fill(ctx context.Context, room string, answers models.FirstRun, secrets models.FirstSecrets) error {
	d, _, err := s.mall(ctx, answers.Mall, secrets.CentrePassword)
	if err != nil {
		return err
	}
	options := Options{Folder: room, Clock: machineClock, Directory: d}
	if words := strings.TrimSpace(secrets.Words); words != "" {
		key, err := guard.KeyFromWords(words)
		if err != nil {
			return err
		}
		options.Key = &key
	}
	if err := saveAnswers(room, answers); err != nil {
		return err
	}
	p, err := Open(ctx, options)
	if err != nil {
		return err
	}
	if secrets.PIN != "" {
		_, err = p.Desk.AddOperator(ctx, desk.NewOperator{Name: secrets.AdministratorName, Role: models.RoleAdministrator, PIN: secrets.PIN})
	}
	if account := nightly.Account(answers.Target); err == nil && account != "" && secrets.CentrePassword != "" {
		err = p.Keeper.KeepSecret(account, secrets.CentrePassword)
	}
	return errors.Join(err, p.Close())
}

// saveAnswers writes into the settings what was answered.
func saveAnswers(folder string, answers models.FirstRun) error {
	for key, value := range map[string]string{"language": answers.Language, "desk.number": strconv.Itoa(answers.Number),
		"desk.name": answers.Name, "printer": answers.Printer, "sync.target": answers.Target} {
		if value = strings.TrimSpace(value); value == "" {
			continue
		}
		if err := settings.Change(folder, key, value); err != nil {
			return err
		}
	}
	return nil
}

// moveDesk moves what a desk consists of; the database is the last.
func moveDesk(room, folder string) error {
	if exists(filepath.Join(room, store.FileName) + "-wal") { // it would be left behind
		return models.Fault(nil, "store.folder", room)
	}
	for _, name := range []string{"keys", settings.FileName, store.FileName} {
		to := filepath.Join(folder, name)
		if name == "keys" {
			if err := os.RemoveAll(to); err != nil { // of a first run that was broken off
				return models.Fault(err, "store.folder", folder)
			}
		}
		if err := os.Rename(filepath.Join(room, name), to); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return models.Fault(err, "store.folder", folder)
		}
	}
	return nil
}

// key is the key of the desk that was founded.
func (s setUp) key(ctx context.Context, why string) (key guard.Key, err error) {
	p, err := Open(ctx, Options{Folder: s.folder, Clock: machineClock})
	if err != nil {
		return key, err
	}
	key, err = p.Keeper.Find(p.Keys[0])
	if err == nil {
		err = p.Store.NoteDeed(ctx, models.Deed{Kind: models.DeedKey, RowID: key.ID(), Why: why})
	}
	return key, errors.Join(err, p.Close())
}

// Words are the recovery words; that they were shown is noted.
func (s setUp) Words(ctx context.Context) (string, error) {
	key, err := s.key(ctx, "export")
	if err != nil {
		return "", err
	}
	return key.RecoveryWords(), nil
}

// SaveWords writes them into a file of the home folder, for its owner alone.
func (s setUp) SaveWords(ctx context.Context) (string, error) {
	key, err := s.key(ctx, "export")
	if err != nil {
		return "", err
	}
	words := strings.Fields(key.RecoveryWords())
	path := filepath.Join(s.home, wordsFile)
	told, err := settings.Load(s.folder, os.LookupEnv)
	if err != nil {
		return "", err
	}
	speak := text.MustLoad(text.Language(told.Language))
	err = safefile.Replace(path, 0o600, func(w io.Writer) error {
		host, _ := os.Hostname() // only tells which computer it was
		fmt.Fprintf(w, "%s\r\n\r\n", speak.T("wizard.key.file", host, speak.LongDate(machineClock.Now())))
		for i, word := range words {
			if _, err := fmt.Fprintf(w, "%2d  %s\r\n", i+1, word); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return "", models.Fault(err, "directory.cannot_write", path)
	}
	return path, nil
}

// wordsFile holds the recovery words until they are printed.
const wordsFile = "frontdesk-kata-pemulihan.txt"

// Restore brings a backup into the folder, which must be empty for it: the
// answers are put away meanwhile.
func (s setUp) Restore(ctx context.Context, file, words string) error {
	answers, _, err := firstRun(s.folder)
	if err != nil {
		return err
	}
	about, err := restoreInto(ctx, s.folder, file, func(keeper guard.Keeper, keyID string) (guard.Key, error) {
		return wordsOrKeyring(keeper, keyID, words)
	})
	if err != nil {
		return errors.Join(err, keepFirstRun(s.folder, answers))
	}
	p, err := Open(ctx, Options{Folder: s.folder, Clock: machineClock})
	if err != nil {
		return err
	}
	return errors.Join(p.afterRestore(ctx, about.BusinessDate, ""), p.Close())
}

// wordsOrKeyring takes the words that were typed, else the key that this
// account has already.
func wordsOrKeyring(keeper guard.Keeper, keyID, words string) (guard.Key, error) {
	if strings.TrimSpace(words) != "" {
		return guard.KeyFromWords(words)
	}
	return keeper.Find(models.KeyRef{ID: keyID, Place: guard.PlaceKeyring})
}
