package report

import (
	"strconv"

	"frontdesk/internal/models"
)

// HourLine is the people who came on one weekday, hour by hour.
type HourLine struct {
	Weekday int     `json:"weekday"` // 1 Monday … 7 Sunday
	Days    int     `json:"days"`    // with visits
	People  [24]int `json:"people"`  // by local hour, over all these days
}

// Mean is how many people came in an hour of such a day.
func (h HourLine) Mean(hour int) float64 {
	if h.Days == 0 {
		return 0
	}
	return float64(h.People[hour]) / float64(h.Days)
}

func (b *builder) hour(f models.Figure) *HourLine {
	weekday, _ := strconv.Atoi(f.Label)
	if b.hours[weekday] == nil {
		b.hours[weekday] = &HourLine{Weekday: weekday}
	}
	return b.hours[weekday]
}

func (b *builder) weekdays() []HourLine {
	list := []HourLine{}
	for weekday := 1; weekday <= 7; weekday++ {
		if h := b.hours[weekday]; h != nil {
			list = append(list, *h)
		}
	}
	return list
}
