package settings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// entry is one setting: its key, its default and bounds, and how a value is
// checked and stored.
type entry struct {
	key      string
	fallback any
	bounds   Bounds
	set      func(value any) error
}

// entries is the one table of all settings.
func entries(s *Settings) []entry {
	return []entry{
		wholeNumber("desk.number", 1, 1, 9, &s.DeskNumber),
		words("desk.name", "", 40, &s.DeskName),
		choice("language", []string{"id", "en"}, &s.Language),
		choice("appearance", []string{"light", "dark", "contrast"}, &s.Appearance),
		wholeNumber("text.scale", 100, 80, 200, &s.TextScale),
		words("database", "", 500, &s.Database),
		words("sync.target", "", 500, &s.SyncTarget),
		words("printer", "", 500, &s.Printer),
		wholeNumberOf("printer.width", []int{80, 58}, &s.PrinterWidth),
		yesNo("printer.auto", true, &s.PrinterAuto),
		wholeNumberOf("display.screen", []int{1, 2}, &s.DisplayScreen),
		choice("voice", []string{"off", "on"}, &s.Voice),
		timeOfDay("sync.night", "20:00", &s.SyncNight),
		wholeNumber("queue.priority_run", 2, 1, 9, &s.PriorityRun),
		wholeNumber("queue.no_shows", 2, 1, 9, &s.NoShows),
		wholeNumber("retention.days", 90, 1, 1825, &s.RetentionDays),
		wholeNumber("lock.minutes", 3, 0, 60, &s.LockMinutes),
	}
}

func wholeNumber(key string, fallback, low, high int, into *int) entry {
	return entry{key, fallback, Bounds{Kind: WholeNumber, Low: low, High: high}, func(value any) error {
		n, err := strconv.Atoi(strings.TrimSpace(fmt.Sprint(value)))
		if err != nil || n < low || n > high {
			return misfit(key, value, fmt.Sprintf("%d–%d", low, high))
		}
		*into = n
		return nil
	}}
}

// wholeNumberOf takes one of options; the first is the default.
func wholeNumberOf(key string, options []int, into *int) entry {
	bounds := Bounds{Kind: Choice}
	for _, option := range options {
		bounds.Options = append(bounds.Options, strconv.Itoa(option))
	}
	return entry{key, options[0], bounds, func(value any) error {
		n, err := strconv.Atoi(strings.TrimSpace(fmt.Sprint(value)))
		if err != nil || !slices.Contains(options, n) {
			return misfit(key, value, strings.Trim(strings.ReplaceAll(fmt.Sprint(options), " ", " | "), "[]"))
		}
		*into = n
		return nil
	}}
}

// yesNo takes true or false; the environment says it in letters.
func yesNo(key string, fallback bool, into *bool) entry {
	return entry{key, fallback, Bounds{Kind: Choice, Options: []string{"true", "false"}}, func(value any) error {
		yes, err := strconv.ParseBool(strings.TrimSpace(fmt.Sprint(value)))
		if err != nil {
			return misfit(key, value, "true | false")
		}
		*into = yes
		return nil
	}}
}

func words(key, fallback string, longest int, into *string) entry {
	return entry{key, fallback, Bounds{Kind: Words, High: longest}, func(value any) error {
		text, ok := value.(string)
		if !ok || utf8.RuneCountInString(text) > longest {
			return misfit(key, value, fmt.Sprintf("≤ %d", longest))
		}
		*into = strings.TrimSpace(text)
		return nil
	}}
}

// choice takes one of options; the first is the default.
func choice(key string, options []string, into *string) entry {
	return entry{key, options[0], Bounds{Kind: Choice, Options: options}, func(value any) error {
		text, ok := value.(string)
		if !ok || !slices.Contains(options, text) {
			return misfit(key, value, strings.Join(options, " | "))
		}
		*into = text
		return nil
	}}
}

func timeOfDay(key, fallback string, into *time.Duration) entry {
	return entry{key, fallback, Bounds{Kind: TimeOfDay}, func(value any) error {
		at, err := time.Parse("15:04", strings.TrimSpace(fmt.Sprint(value)))
		if err != nil {
			return misfit(key, value, "00:00–23:59")
		}
		*into = time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute
		return nil
	}}
}
