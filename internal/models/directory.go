package models

import "time"

// Directory is everything a mall tells about itself: building, agencies,
// counters, services, calendar. It is read whole, checked whole and replaced
// whole, and never changed once it is in use. Format "mall-directory/1".
type Directory struct {
	Format     string      `json:"format"`
	Note       string      `json:"note,omitempty"`
	Mall       Mall        `json:"mall"`
	Holidays   []Holiday   `json:"holidays"`
	Floors     []Floor     `json:"floors"`
	Agencies   []Agency    `json:"agencies"`
	LifeEvents []LifeEvent `json:"life_events"`
}

// Mall is the building with its own hours; no agency is open outside them.
type Mall struct {
	Code       string  `json:"code"`
	Name       string  `json:"name"`
	ShortName  string  `json:"short_name"`
	City       string  `json:"city,omitempty"`
	Address    string  `json:"address,omitempty"`
	RegionCode string  `json:"region_code,omitempty"`
	Timezone   string  `json:"timezone"` // IANA name, e.g. Asia/Makassar
	Hours      []Hours `json:"hours"`
}

// Location returns the mall's time zone; a directory that passed its check
// always has one.
func (m Mall) Location() *time.Location {
	loc, err := time.LoadLocation(m.Timezone)
	if err != nil {
		return time.UTC
	}
	return loc
}

// HolidayKind tells who a holiday binds.
type HolidayKind string

const (
	NationalHoliday HolidayKind = "national"
	CollectiveLeave HolidayKind = "collective_leave"
)

// Holiday is one day of the national calendar. A year without any entry is
// "calendar not filled in".
type Holiday struct {
	Date string      `json:"date"` // YYYY-MM-DD
	Name string      `json:"name"`
	Kind HolidayKind `json:"kind"`
}

// Agency is a tenant of the mall.
type Agency struct {
	Code                  string        `json:"code"`
	Name                  string        `json:"name"`
	ShortName             string        `json:"short_name"`
	Floor                 int           `json:"floor"`
	TicketPrefix          string        `json:"ticket_prefix"` // unique in the mall, e.g. "1A"
	TypicalServiceMinutes int           `json:"typical_service_minutes,omitempty"`
	Hours                 []Hours       `json:"hours"`
	DailyQuota            int           `json:"daily_quota,omitempty"`    // 0: no limit
	LastTicketAt          string        `json:"last_ticket_at,omitempty"` // local HH:MM, that minute included
	Exceptions            []Exception   `json:"exceptions"`
	WorksOn               []HolidayKind `json:"works_on,omitempty"`
	Calling               *bool         `json:"calling,omitempty"` // nil: its counters call numbers
	Tenant                string        `json:"tenant,omitempty"`  // how sure its presence is
	Note                  string        `json:"note,omitempty"`
	ScheduleSource        string        `json:"schedule_source,omitempty"`
	Source                string        `json:"source,omitempty"`
	Counters              []Counter     `json:"counters"`
	Services              []Service     `json:"services"`
}

// Calls tells whether the agency calls its numbers; without it ("tanpa
// panggilan") a ticket counts as handed over once it is issued.
func (a Agency) Calls() bool { return a.Calling == nil || *a.Calling }

// Exception replaces an agency's hours from one date to another, both
// included: closed for a reason, or other hours.
type Exception struct {
	From   string  `json:"from"`
	To     string  `json:"to"`
	Closed bool    `json:"closed,omitempty"`
	Hours  []Hours `json:"hours,omitempty"`
	Reason string  `json:"reason,omitempty"`
}

// Hours is one span of opening, on weekdays or on dates of the month. Several
// entries for one day make a break between them.
type Hours struct {
	ByDay      string `json:"byday,omitempty"`       // MO,TU,WE,TH,FR,SA,SU
	ByMonthDay string `json:"bymonthday,omitempty"`  // 10,20,30
	OpensAt    string `json:"opens_at"`              // local HH:MM
	ClosesAt   string `json:"closes_at"`             // local HH:MM, excluded
	ValidFrom  string `json:"valid_from,omitempty"`  // YYYY-MM-DD, included
	ValidUntil string `json:"valid_until,omitempty"` // YYYY-MM-DD, included
}

// Counter is a place in the mall where an agency serves.
type Counter struct {
	Code   string `json:"code"`
	Number int    `json:"number"` // unique in the mall, on the sign above it
	Name   string `json:"name"`
	Floor  int    `json:"floor"`
	Way    string `json:"way,omitempty"` // in words; replaces the computed way
}

// Service is one thing citizens come for.
type Service struct {
	Code         string    `json:"code"`
	Name         string    `json:"name"`
	Aliases      []string  `json:"aliases"`
	Counters     []string  `json:"counters"` // codes of the counters that can serve it
	Requirements []string  `json:"requirements"`
	Duration     string    `json:"duration,omitempty"`
	Fee          string    `json:"fee,omitempty"`
	After        []string  `json:"after,omitempty"` // services whose result is needed first
	Sensitive    bool      `json:"sensitive,omitempty"`
	Ticket       *bool     `json:"ticket,omitempty"` // nil: issues a number
	ReferTo      *Referral `json:"refer_to,omitempty"`
	Note         string    `json:"note,omitempty"`
	Source       string    `json:"source,omitempty"`
	Confidence   string    `json:"confidence,omitempty"`
	VerifiedOn   string    `json:"verified_on,omitempty"` // YYYY-MM-DD
	VerifiedBy   string    `json:"verified_by,omitempty"`
}

// IssuesTicket tells whether the service gives a queue number.
func (s Service) IssuesTicket() bool { return s.Ticket == nil || *s.Ticket }

// Verified tells whether the agency itself confirmed fee and hours.
func (s Service) Verified() bool { return s.VerifiedOn != "" }

// Referral is the place that does a service which this mall does not.
type Referral struct {
	Name   string `json:"name"`
	City   string `json:"city,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// Floor is a storey with its plan, in metres, origin at the top left.
type Floor struct {
	Number int     `json:"number"`
	Name   string  `json:"name"`
	Width  float64 `json:"width"`
	Depth  float64 `json:"depth"`
	Places []Place `json:"places"`
}

// PlaceKind says what a place on the plan is for.
type PlaceKind string

const (
	PlaceCounter          PlaceKind = "counter"
	PlaceEntrance         PlaceKind = "entrance"
	PlaceExit             PlaceKind = "exit"
	PlaceReception        PlaceKind = "reception"
	PlaceInformation      PlaceKind = "information"
	PlaceWaiting          PlaceKind = "waiting"
	PlacePrioritySeats    PlaceKind = "priority_seats"
	PlaceStairs           PlaceKind = "stairs"
	PlaceLift             PlaceKind = "lift"
	PlaceToilet           PlaceKind = "toilet"
	PlaceAccessibleToilet PlaceKind = "accessible_toilet"
	PlaceLactation        PlaceKind = "lactation"
	PlacePlayroom         PlaceKind = "playroom"
	PlacePrayer           PlaceKind = "prayer"
	PlaceCanteen          PlaceKind = "canteen"
	PlaceATM              PlaceKind = "atm"
	PlacePhotocopy        PlaceKind = "photocopy"
	PlaceParking          PlaceKind = "parking"
	PlaceSmoking          PlaceKind = "smoking"
)

// Place is a rectangle of a floor plan, in metres.
type Place struct {
	Kind    PlaceKind `json:"kind"`
	Counter string    `json:"counter,omitempty"` // counter code, for kind counter
	Name    string    `json:"name,omitempty"`
	Outside bool      `json:"outside,omitempty"` // not drawn inside the walls
	X       float64   `json:"x"`
	Y       float64   `json:"y"`
	W       float64   `json:"w"`
	H       float64   `json:"h"`
}

// LifeEvent is a chain of services that one event in life brings, in their
// usual order.
type LifeEvent struct {
	Code     string   `json:"code"`
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases"`
	Services []string `json:"services"`
}
