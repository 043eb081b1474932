// Package settings reads what a desk is told about itself from settings.toml
// in the data folder. Every setting has its key, default and bounds in one
// table (table.go) and can be overridden by the environment: desk.number by
// FRONTDESK_DESK_NUMBER. Secrets never stand here.
package settings

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

// FileName is the settings file in a data folder.
const FileName = "settings.toml"

// Settings are the values in force.
type Settings struct {
	DeskNumber    int           // 1–9; decides the block of ticket numbers
	DeskName      string        // shown at the top left
	Language      string        // id | en
	Appearance    string        // light | dark | contrast
	TextScale     int           // per cent, 80–200
	Database      string        // postgres://USER@HOST/DATABASE of the whole mall; empty: a file in the data folder
	SyncTarget    string        // sqlite:PATH or postgres://USER@HOST/DATABASE; empty: a file beside the data folder
	SyncNight     time.Duration // local time of day from which the night's runs begin
	PriorityRun   int           // 1–9; priority visitors called in a row past an ordinary one
	NoShows       int           // 1–9; how often a visitor who was not there gets her place back
	RetentionDays int           // 1–1825; identities older than this are emptied in the night
	LockMinutes   int           // 0–60; idle time after which the screen locks; 0: only by key
	Printer       string        // tcp://HOST:9100, file:PATH, system:NAME, png:FOLDER or pdf:FOLDER; empty: none
	PrinterWidth  int           // of the roll in mm: 80 or 58
	DisplayScreen int           // 1: a window; 2: the visitors' display fills the second screen
	Voice         string        // off | on: tickets are called aloud while a display is open
	PrinterAuto   bool          // each new number is printed without a key
}

// Load reads folder's settings file, then the environment through lookup
// (os.LookupEnv). A missing file means defaults. Errors: KindFault for a file
// that cannot be read, KindUsage with the key for a value out of bounds.
func Load(folder string, lookup func(string) (string, bool)) (Settings, error) {
	s := Settings{}
	tree, err := readTree(filepath.Join(folder, FileName))
	if err != nil {
		return s, err
	}
	for _, e := range entries(&s) {
		value, _ := e.given(tree, lookup)
		if err := e.set(value); err != nil {
			return s, err
		}
	}
	return s, nil
}

// given is the value that holds, and where it comes from.
func (e entry) given(tree map[string]any, lookup func(string) (string, bool)) (any, Source) {
	if text, overridden := lookup(EnvName(e.key)); overridden {
		return text, FromEnvironment
	}
	if value, given := find(tree, e.key); given {
		return value, FromFile
	}
	return e.fallback, FromDefault
}

// Save writes one setting into folder's file, keeping the others, by way of a
// new file that then takes the old one's place.
func Save(folder, key string, value any) error {
	path := filepath.Join(folder, FileName)
	tree, err := readTree(path)
	if err != nil {
		return err
	}
	put(tree, key, value)
	text, err := toml.Marshal(tree)
	if err != nil {
		return models.Fault(err, "settings.write", path)
	}
	err = safefile.Replace(path, safefile.FileMode(path), func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
	if err != nil {
		return models.Fault(err, "settings.write", path)
	}
	return nil
}

// EnvName is the environment variable that overrides a setting.
func EnvName(key string) string {
	return "FRONTDESK_" + strings.ToUpper(strings.NewReplacer(".", "_", "-", "_").Replace(key))
}

func readTree(path string) (map[string]any, error) {
	tree := map[string]any{}
	_, err := toml.DecodeFile(path, &tree)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return tree, nil
	}
	var syntax toml.ParseError
	if errors.As(err, &syntax) {
		return nil, models.Misuse("settings.syntax", path, syntax.Position.Line)
	}
	return nil, models.Fault(err, "settings.read", path)
}

// find looks a dotted key up in nested tables.
func find(tree map[string]any, key string) (any, bool) {
	table, rest, nested := strings.Cut(key, ".")
	value, ok := tree[table]
	if !nested {
		return value, ok
	}
	inner, isTable := value.(map[string]any)
	if !isTable {
		return nil, false
	}
	return find(inner, rest)
}

func put(tree map[string]any, key string, value any) {
	table, rest, nested := strings.Cut(key, ".")
	if !nested {
		tree[key] = value
		return
	}
	inner, ok := tree[table].(map[string]any)
	if !ok {
		inner = map[string]any{}
		tree[table] = inner
	}
	put(inner, rest, value)
}

// misfit says that a value does not fit its setting.
func misfit(key string, value any, bounds string) error {
	return models.Misuse("settings.value", key, fmt.Sprint(value), bounds)
}
