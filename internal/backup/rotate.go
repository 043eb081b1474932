package backup

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// What rotation keeps (design/security.md).
const (
	keptDaily  = 7
	keptWeekly = 4
)

// rotate removes the backups that are no longer kept.
func rotate(folder string) error {
	for _, date := range superseded(dates(folder)) {
		if err := os.Remove(Path(folder, date)); err != nil {
			return models.Fault(err, "backup.rotate", Path(folder, date))
		}
	}
	return nil
}

// dates lists the business dates of a folder's backups, newest first. A file
// of any other name is not one of ours and is left alone.
func dates(folder string) []string {
	files, err := os.ReadDir(filepath.Join(folder, store.BackupFolder))
	if err != nil {
		return nil
	}
	var list []string
	for _, f := range files {
		date := strings.TrimSuffix(strings.TrimPrefix(f.Name(), namePrefix), store.BackupSuffix)
		if _, ok := models.ParseDate(date); ok && f.Name() == filepath.Base(Path(folder, date)) {
			list = append(list, date)
		}
	}
	slices.Sort(list)
	slices.Reverse(list)
	return list
}

// superseded lists what falls out of dates, newest first: the newest seven
// stay, and of what is older the newest of each of four weeks.
func superseded(dates []string) []string {
	if len(dates) <= keptDaily {
		return nil
	}
	var drop []string
	weeks := map[string]bool{}
	for _, date := range dates[keptDaily:] {
		week := weekOf(date)
		if weeks[week] || len(weeks) == keptWeekly {
			drop = append(drop, date)
			continue
		}
		weeks[week] = true
	}
	return drop
}

// weekOf names the ISO week of a date.
func weekOf(date string) string {
	day, _ := models.ParseDate(date) // dates passes real dates only
	year, week := day.ISOWeek()
	return fmt.Sprintf("%d-%02d", year, week)
}
