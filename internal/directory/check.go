package directory

import (
	"math"
	"strconv"
	"time"
	_ "time/tzdata" // the check of a time zone must not depend on the machine

	"frontdesk/internal/models"
)

// Format is the only format that this program reads and writes.
const Format = "mall-directory/1"

// maxMetres bounds what a floor plan can measure.
const maxMetres = 10_000

// Check lists everything wrong with a directory, each with its place; none
// means that it can be used (issue: Directory).
func Check(d *models.Directory) []Problem {
	c := newChecker(d)
	c.head()
	c.holidays()
	c.floors()
	c.agencies()
	c.lifeEvents()
	c.cycles()
	return c.found.all()
}

// checker holds what the checks of one directory share.
type checker struct {
	d     *models.Directory
	found problems

	// Known codes; floors by number.
	counters, services map[string]bool
	floorNumbers       map[int]bool

	// First place of what must be unique, by kind of thing and value.
	first map[[2]string]*place
}

func newChecker(d *models.Directory) *checker {
	c := &checker{
		d:            d,
		counters:     map[string]bool{},
		services:     map[string]bool{},
		floorNumbers: map[int]bool{},
		first:        map[[2]string]*place{},
	}
	for _, f := range d.Floors {
		c.floorNumbers[f.Number] = true
	}
	for _, a := range d.Agencies {
		for _, counter := range a.Counters {
			c.counters[counter.Code] = true
		}
		for _, s := range a.Services {
			c.services[s.Code] = true
		}
	}
	return c
}

func (c *checker) wrong(at *place, key string, args ...any) {
	c.found.add(at.String(), key, args...)
}

// unique reports a value that stood elsewhere before; key is the sentence and
// names the kind of thing.
func (c *checker) unique(at *place, key, value string) {
	if value == "" {
		return
	}
	id := [2]string{key, value}
	if before, twice := c.first[id]; twice {
		c.wrong(at, key, value, before.String())
		return
	}
	c.first[id] = at
}

func (c *checker) date(at *place, text string) (fine bool) {
	if _, fine = models.ParseDate(text); !fine {
		c.wrong(at, "directory.bad_date", text)
	}
	return fine
}

func (c *checker) notNegative(at *place, n int) {
	if n < 0 {
		c.wrong(at, "directory.negative", n)
	}
}

// size reports a length that is not between 0 and maxMetres.
func (c *checker) size(at *place, metres float64) {
	if math.IsNaN(metres) || metres < 0 || metres > maxMetres {
		c.wrong(at, "directory.bad_size", metres, maxMetres)
	}
}

// spot reports a coordinate that lies nowhere; left of and above the walls is
// still a place.
func (c *checker) spot(at *place, metres float64) {
	if math.IsNaN(metres) || math.Abs(metres) > maxMetres {
		c.wrong(at, "directory.bad_spot", metres)
	}
}

func (c *checker) holidayKind(at *place, kind models.HolidayKind) {
	if kind != models.NationalHoliday && kind != models.CollectiveLeave {
		c.wrong(at, "directory.holiday_kind", string(kind))
	}
}

func (c *checker) head() {
	root := (*place)(nil)
	if c.d.Format != Format {
		c.wrong(root.at("format"), "directory.bad_format", c.d.Format, Format)
	}
	m, at := c.d.Mall, root.at("mall")
	c.code(at.at("code"), m.Code)
	c.name(at.at("name"), m.Name)
	c.name(at.at("short_name"), m.ShortName)
	// LoadLocation takes "" and "Local" for the machine's own zone.
	_, err := time.LoadLocation(m.Timezone)
	if err != nil || m.Timezone == "" || m.Timezone == "Local" {
		c.wrong(at.at("timezone"), "directory.bad_timezone", m.Timezone)
	}
	c.hours(at.at("hours"), m.Hours, dayNeeded)
}

func (c *checker) holidays() {
	list := (*place)(nil).at("holidays")
	for i, h := range c.d.Holidays {
		at := list.item(i)
		c.date(at.at("date"), h.Date)
		c.name(at.at("name"), h.Name)
		c.holidayKind(at.at("kind"), h.Kind)
	}
}

func (c *checker) lifeEvents() {
	list := (*place)(nil).at("life_events")
	for i, e := range c.d.LifeEvents {
		at := list.item(i)
		c.code(at.at("code"), e.Code)
		c.unique(at.at("code"), "directory.life_event_twice", e.Code)
		c.name(at.at("name"), e.Name)
		c.known(at.at("services"), c.services, e.Services, "directory.no_service")
	}
}

// known reports each code that is not among those there are.
func (c *checker) known(at *place, there map[string]bool, codes []string, key string) {
	for i, code := range codes {
		c.knownOne(at.item(i), there, code, key)
	}
}

// knownOne reports a code that leads nowhere. Without any agency every code
// does, which is one fault and not hundreds.
func (c *checker) knownOne(at *place, there map[string]bool, code, key string) {
	if len(c.d.Agencies) > 0 && (code == "" || !there[code]) {
		c.wrong(at, key, code)
	}
}

func number(n int) string { return strconv.Itoa(n) }
