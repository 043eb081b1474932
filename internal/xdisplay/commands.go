package xdisplay

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// Run runs one of the program's commands on a data folder, beside its window
// if one is open, and tells what it said.
func Run(program, folder string, args ...string) ([]byte, error) {
	said, err := exec.Command(program, append(args, "--data", folder)...).Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		err = fmt.Errorf("%v: %w: %s", args, err, exit.Stderr)
	}
	return said, err
}

// Ask decodes the JSON answer of a command.
func Ask(into any, program, folder string, args ...string) error {
	said, err := Run(program, folder, append(args, "--json")...)
	if err != nil {
		return err
	}
	return json.Unmarshal(said, into)
}

// KeepOpen gives the folder a directory whose agencies take visitors at every
// hour of every day: the sync needs the machine's own clock, and visitors can
// then be checked in whenever the tests run.
func KeepOpen(program, folder string) error {
	said, err := Run(program, folder, "directory", "export", "-")
	if err != nil {
		return err
	}
	var directory map[string]any
	if err := json.Unmarshal(said, &directory); err != nil {
		return err
	}
	openAllDay(directory)
	body, err := json.Marshal(directory)
	if err != nil {
		return err
	}
	file := filepath.Join(os.TempDir(), fmt.Sprintf("directory-%d.json", os.Getpid()))
	if err := os.WriteFile(file, body, 0o600); err != nil {
		return err
	}
	_, err = Run(program, folder, "directory", "import", file)
	return errors.Join(err, os.Remove(file))
}

// laterHolidays are those of more than a week from now, so that the calendar
// is not empty.
func laterHolidays(all any) []any {
	list, _ := all.([]any)
	later := []any{}
	for _, h := range list {
		holiday, _ := h.(map[string]any)
		date, _ := holiday["date"].(string)
		at, err := time.Parse(time.DateOnly, date)
		if err == nil && time.Until(at).Abs() > 7*24*time.Hour {
			later = append(later, h)
		}
	}
	return later
}

func openAllDay(directory map[string]any) {
	always := []map[string]string{{"byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00", "closes_at": "23:59"}}
	directory["holidays"] = laterHolidays(directory["holidays"])
	if mall, ok := directory["mall"].(map[string]any); ok {
		mall["hours"] = always
	}
	agencies, _ := directory["agencies"].([]any)
	for _, a := range agencies {
		agency, ok := a.(map[string]any)
		if !ok {
			continue
		}
		agency["hours"], agency["exceptions"] = always, []any{}
		for _, limit := range []string{"last_ticket_at", "daily_quota", "works_on"} {
			delete(agency, limit)
		}
	}
}
