package desk

import (
	"slices"
	"time"

	"frontdesk/internal/models"
)

// minutes is a part of a day in minutes since midnight; to is excluded.
type minutes struct {
	from, to int
}

// minutesOn picks the hours that hold on a day, in order and merged where they
// touch.
//
// Entries with a season that name the day replace those without one: Ramadan
// hours for Monday to Thursday leave the ordinary Friday as it is.
func minutesOn(day time.Time, hours []models.Hours) []minutes {
	var ordinary, seasonal []minutes
	date := day.Format(time.DateOnly)
	for _, h := range hours {
		if !h.ValidOn(date) || !namesDay(h, day) {
			continue
		}
		opens, ok := models.ParseClock(h.OpensAt)
		closes, fine := models.ParseClock(h.ClosesAt)
		switch {
		case !ok || !fine || closes <= opens:
		case h.Seasonal():
			seasonal = append(seasonal, minutes{opens, closes})
		default:
			ordinary = append(ordinary, minutes{opens, closes})
		}
	}
	if len(seasonal) > 0 {
		return mergeMinutes(seasonal)
	}
	return mergeMinutes(ordinary)
}

// namesDay tells whether an entry names the day; one that gives weekdays and
// dates of the month means only the days that are both.
func namesDay(h models.Hours, day time.Time) bool {
	days, _ := h.Weekdays()
	dates, _ := h.MonthDays()
	if len(days) == 0 && len(dates) == 0 {
		return false
	}
	return (len(days) == 0 || slices.Contains(days, day.Weekday())) &&
		(len(dates) == 0 || slices.Contains(dates, day.Day()))
}

// everyDayUnlessNamed lets an exception's hours without a day hold on each of
// its days.
func everyDayUnlessNamed(hours []models.Hours) []models.Hours {
	named := slices.Clone(hours)
	for i, h := range named {
		if h.ByDay == "" && h.ByMonthDay == "" {
			named[i].ByDay = "MO,TU,WE,TH,FR,SA,SU"
		}
	}
	return named
}

// mergeMinutes orders spans and joins those that touch or overlap: between
// them is no break.
func mergeMinutes(list []minutes) []minutes {
	slices.SortFunc(list, func(a, b minutes) int { return a.from - b.from })
	var merged []minutes
	for _, m := range list {
		if last := len(merged) - 1; last >= 0 && m.from <= merged[last].to {
			merged[last].to = max(merged[last].to, m.to)
			continue
		}
		merged = append(merged, m)
	}
	return merged
}

// commonMinutes keeps what lies in both lists.
func commonMinutes(a, b []minutes) []minutes {
	var common []minutes
	for _, x := range a {
		for _, y := range b {
			m := minutes{max(x.from, y.from), min(x.to, y.to)}
			if m.from < m.to {
				common = append(common, m)
			}
		}
	}
	return common
}
