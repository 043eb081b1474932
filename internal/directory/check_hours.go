package directory

import (
	"slices"

	"frontdesk/internal/models"
)

// maxHours bounds a list of hours: overlaps are sought pair by pair.
const maxHours = 400

// dayRule tells whether hours must name their days: an exception has dates of
// its own.
type dayRule bool

const (
	dayNeeded   dayRule = true
	dayOptional dayRule = false
)

// opening is one entry of hours, read for comparing.
type opening struct {
	models.Hours
	weekdays     uint8  // bit 0: Sunday
	dates        uint32 // bit 1: the 1st
	opens, close int    // minutes of the day
	broken       bool
}

func (c *checker) hours(at *place, list []models.Hours, rule dayRule) {
	if len(list) > maxHours {
		c.wrong(at, "directory.too_many_hours", maxHours)
		return
	}
	var before []opening
	for i, h := range list {
		o := c.opening(at.item(i), h, rule)
		if clash := slices.IndexFunc(before, o.overlaps); clash >= 0 {
			c.wrong(at.item(i), "directory.overlap", at.item(clash).String())
		}
		before = append(before, o)
	}
}

// opening reads one entry and reports what is wrong with it by itself.
func (c *checker) opening(at *place, h models.Hours, rule dayRule) opening {
	o := opening{Hours: h}
	days, daysFine := c.weekdays(at, h, &o)
	dates, datesFine := c.monthDays(at, h, &o)
	if days+dates == 0 && daysFine && datesFine {
		if rule == dayNeeded {
			c.wrong(at, "directory.no_day")
		}
		o.weekdays = 1<<7 - 1
	}
	opens, opensFine := c.clock(at.at("opens_at"), h.OpensAt)
	closes, closesFine := c.clock(at.at("closes_at"), h.ClosesAt)
	if opensFine && closesFine && closes <= opens {
		c.wrong(at, "directory.hours_reversed", h.OpensAt, h.ClosesAt)
	}
	o.opens, o.close = opens, closes
	seasonFine := c.season(at, h)
	o.broken = !(daysFine && datesFine && opensFine && closesFine && seasonFine)
	return o
}

func (c *checker) weekdays(at *place, h models.Hours, o *opening) (count int, fine bool) {
	days, fine := h.Weekdays()
	if !fine {
		c.wrong(at.at("byday"), "directory.bad_day", h.ByDay)
	}
	for _, day := range days {
		o.weekdays |= 1 << day
	}
	return len(days), fine
}

func (c *checker) monthDays(at *place, h models.Hours, o *opening) (count int, fine bool) {
	dates, fine := h.MonthDays()
	if !fine {
		c.wrong(at.at("bymonthday"), "directory.bad_month_day", h.ByMonthDay)
	}
	for _, date := range dates {
		o.dates |= 1 << date
	}
	return len(dates), fine
}

func (c *checker) clock(at *place, text string) (minutes int, fine bool) {
	if minutes, fine = models.ParseClock(text); !fine {
		c.wrong(at, "directory.bad_time", text)
	}
	return minutes, fine
}

// season checks the optional first and last date of an entry.
func (c *checker) season(at *place, h models.Hours) (fine bool) {
	from := h.ValidFrom == "" || c.date(at.at("valid_from"), h.ValidFrom)
	until := h.ValidUntil == "" || c.date(at.at("valid_until"), h.ValidUntil)
	if from && until && h.ValidFrom != "" && h.ValidUntil != "" && h.ValidUntil < h.ValidFrom {
		c.wrong(at, "directory.dates_reversed", h.ValidFrom, h.ValidUntil)
	}
	return from && until
}

// lastTicket reports a last number so early that no number is ever given, or
// so late that it says nothing.
func (c *checker) lastTicket(at *place, a *models.Agency) {
	if a.LastTicketAt == "" {
		return
	}
	last, fine := c.clock(at, a.LastTicketAt)
	opens, closes, known := outerHours(a.Hours)
	if !fine || !known {
		return
	}
	if mallOpens, _, known := outerHours(c.d.Mall.Hours); known {
		opens = max(opens, mallOpens)
	}
	switch {
	case last < opens:
		c.wrong(at, "directory.last_ticket_early", a.LastTicketAt)
	case last > closes:
		c.wrong(at, "directory.last_ticket_late", a.LastTicketAt)
	}
}

// outerHours are the earliest opening and the latest closing, known when every
// entry can be read.
func outerHours(list []models.Hours) (opens, closes int, known bool) {
	opens = 24 * 60
	for _, h := range list {
		from, fromFine := models.ParseClock(h.OpensAt)
		to, toFine := models.ParseClock(h.ClosesAt)
		if !fromFine || !toFine || to <= from {
			return 0, 0, false
		}
		opens, closes = min(opens, from), max(closes, to)
	}
	return opens, closes, len(list) > 0
}

// overlaps tells whether both entries hold at one time of one day; a season is
// not compared with the rest of the year, which it replaces.
func (o opening) overlaps(p opening) bool {
	if o.broken || p.broken || o.Seasonal() != p.Seasonal() {
		return false
	}
	return o.sameDay(p) && o.sameSeason(p) && o.opens < p.close && p.opens < o.close
}

// sameDay tells whether a day can be one of both: any date falls on any
// weekday some day.
func (o opening) sameDay(p opening) bool {
	return (o.weekdays == 0 || p.weekdays == 0 || o.weekdays&p.weekdays != 0) &&
		(o.dates == 0 || p.dates == 0 || o.dates&p.dates != 0)
}

func (o opening) sameSeason(p opening) bool {
	startsBeforeEnd := func(a, b opening) bool {
		return a.ValidFrom == "" || b.ValidUntil == "" || a.ValidFrom <= b.ValidUntil
	}
	return startsBeforeEnd(o, p) && startsBeforeEnd(p, o)
}
