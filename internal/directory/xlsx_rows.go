package directory

import (
	"fmt"

	"frontdesk/internal/models"
)

// A row of a sheet is one entry of the directory with the code of what it
// belongs to.
type (
	mallRow struct {
		models.Mall
		Note string `json:"note"`
	}
	placeRow struct {
		OnFloor int `json:"floor"`
		models.Place
	}
	counterRow struct {
		Agency string `json:"agency"`
		models.Counter
	}
	serviceRow struct {
		Agency string `json:"agency"`
		models.Service
		ReferName   string `json:"refer_to.name"`
		ReferCity   string `json:"refer_to.city"`
		ReferReason string `json:"refer_to.reason"`
	}
	requirementRow struct {
		Service     string `json:"service"`
		Requirement string `json:"requirement"`
	}
	hoursRow struct {
		Agency string `json:"agency"`
		models.Hours
	}
	exceptionRow struct {
		Agency string `json:"agency"`
		exceptionDays
		models.Hours
	}
	exceptionDays struct {
		From   string `json:"from"`
		To     string `json:"to"`
		Closed bool   `json:"closed"`
		Reason string `json:"reason"`
	}
)

func mallRows(d *models.Directory) []mallRow { return []mallRow{{d.Mall, d.Note}} }

func mallHoursRows(d *models.Directory) []models.Hours { return d.Mall.Hours }

func floorRows(d *models.Directory) []models.Floor { return d.Floors }

func holidayRows(d *models.Directory) []models.Holiday { return d.Holidays }

func agencyRows(d *models.Directory) []models.Agency { return d.Agencies }

func lifeEventRows(d *models.Directory) []models.LifeEvent { return d.LifeEvents }

func placeRows(d *models.Directory) (rows []placeRow) {
	for _, f := range d.Floors {
		for _, p := range f.Places {
			rows = append(rows, placeRow{f.Number, p})
		}
	}
	return rows
}

func counterRows(d *models.Directory) (rows []counterRow) {
	for _, a := range d.Agencies {
		for _, c := range a.Counters {
			rows = append(rows, counterRow{a.Code, c})
		}
	}
	return rows
}

func serviceRows(d *models.Directory) (rows []serviceRow) {
	for _, a := range d.Agencies {
		for _, s := range a.Services {
			row := serviceRow{Agency: a.Code, Service: s}
			if to := s.ReferTo; to != nil {
				row.ReferName, row.ReferCity, row.ReferReason = to.Name, to.City, to.Reason
			}
			rows = append(rows, row)
		}
	}
	return rows
}

func requirementRows(d *models.Directory) (rows []requirementRow) {
	for _, a := range d.Agencies {
		for _, s := range a.Services {
			for _, text := range s.Requirements {
				if tidy(text) != "" {
					rows = append(rows, requirementRow{s.Code, text})
				}
			}
		}
	}
	return rows
}

func hoursRows(d *models.Directory) (rows []hoursRow) {
	for _, a := range d.Agencies {
		for _, h := range a.Hours {
			rows = append(rows, hoursRow{a.Code, h})
		}
	}
	return rows
}

// exceptionRows gives each span of hours of an exception a row of its own.
func exceptionRows(d *models.Directory) (rows []exceptionRow) {
	for _, a := range d.Agencies {
		for _, e := range a.Exceptions {
			row := exceptionRow{Agency: a.Code, exceptionDays: exceptionDays{e.From, e.To, e.Closed, e.Reason}}
			if len(e.Hours) == 0 {
				rows = append(rows, row)
			}
			for _, h := range e.Hours {
				row.Hours = h
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// assembly puts the rows of all sheets together to a directory. Each add tells
// the place of its entry, or what its row cannot be joined to.
type assembly struct {
	d          *models.Directory
	malls      int
	floors     map[int]int
	agencies   map[string]int
	services   map[string][2]int
	exceptions map[exceptionRow][2]int
}

func newAssembly() *assembly {
	return &assembly{
		d:          &models.Directory{Format: Format},
		floors:     map[int]int{},
		agencies:   map[string]int{},
		services:   map[string][2]int{},
		exceptions: map[exceptionRow][2]int{},
	}
}

var joined models.Phrase

// note keeps the first place of a code; a second one is reported by Check.
func note[K comparable, V any](known map[K]V, key K, place V) {
	if _, twice := known[key]; !twice {
		known[key] = place
	}
}

func (a *assembly) agency(code string) (*models.Agency, string, models.Phrase) {
	i, there := a.agencies[code]
	if !there {
		return nil, "", models.Say("directory.no_agency", code)
	}
	return &a.d.Agencies[i], fmt.Sprintf("agencies[%d]", i), joined
}

func (a *assembly) addMall(row *mallRow) (string, models.Phrase) {
	if a.malls++; a.malls > 1 {
		return "", models.Say("directory.sheet_one_row")
	}
	row.Mall.Hours = a.d.Mall.Hours
	a.d.Mall, a.d.Note = row.Mall, row.Note
	return "mall", joined
}

func (a *assembly) addMallHours(row *models.Hours) (string, models.Phrase) {
	a.d.Mall.Hours = append(a.d.Mall.Hours, *row)
	return fmt.Sprintf("mall.hours[%d]", len(a.d.Mall.Hours)-1), joined
}

func (a *assembly) addFloor(row *models.Floor) (string, models.Phrase) {
	note(a.floors, row.Number, len(a.d.Floors))
	a.d.Floors = append(a.d.Floors, *row)
	return fmt.Sprintf("floors[%d]", len(a.d.Floors)-1), joined
}

func (a *assembly) addPlace(row *placeRow) (string, models.Phrase) {
	i, there := a.floors[row.OnFloor]
	if !there {
		return "", models.Say("directory.no_floor", row.OnFloor)
	}
	f := &a.d.Floors[i]
	f.Places = append(f.Places, row.Place)
	return fmt.Sprintf("floors[%d].places[%d]", i, len(f.Places)-1), joined
}

func (a *assembly) addAgency(row *models.Agency) (string, models.Phrase) {
	note(a.agencies, row.Code, len(a.d.Agencies))
	a.d.Agencies = append(a.d.Agencies, *row)
	return fmt.Sprintf("agencies[%d]", len(a.d.Agencies)-1), joined
}

func (a *assembly) addCounter(row *counterRow) (string, models.Phrase) {
	agency, at, wrong := a.agency(row.Agency)
	if agency == nil {
		return "", wrong
	}
	agency.Counters = append(agency.Counters, row.Counter)
	return fmt.Sprintf("%s.counters[%d]", at, len(agency.Counters)-1), joined
}

func (a *assembly) addService(row *serviceRow) (string, models.Phrase) {
	agency, at, wrong := a.agency(row.Agency)
	if agency == nil {
		return "", wrong
	}
	to := models.Referral{Name: row.ReferName, City: row.ReferCity, Reason: row.ReferReason}
	if to != (models.Referral{}) {
		row.Service.ReferTo = &to
	}
	note(a.services, row.Service.Code, [2]int{a.agencies[row.Agency], len(agency.Services)})
	agency.Services = append(agency.Services, row.Service)
	return fmt.Sprintf("%s.services[%d]", at, len(agency.Services)-1), joined
}

func (a *assembly) addRequirement(row *requirementRow) (string, models.Phrase) {
	at, there := a.services[row.Service]
	if !there {
		return "", models.Say("directory.no_service", row.Service)
	}
	s := &a.d.Agencies[at[0]].Services[at[1]]
	s.Requirements = append(s.Requirements, row.Requirement)
	return fmt.Sprintf("agencies[%d].services[%d].requirements[%d]", at[0], at[1], len(s.Requirements)-1), joined
}

func (a *assembly) addHours(row *hoursRow) (string, models.Phrase) {
	agency, at, wrong := a.agency(row.Agency)
	if agency == nil {
		return "", wrong
	}
	agency.Hours = append(agency.Hours, row.Hours)
	return fmt.Sprintf("%s.hours[%d]", at, len(agency.Hours)-1), joined
}

// addException joins rows with the same days to one exception, wherever they
// stand: sorting a sheet must not change what it says.
func (a *assembly) addException(row *exceptionRow) (string, models.Phrase) {
	agency, at, wrong := a.agency(row.Agency)
	if agency == nil {
		return "", wrong
	}
	key := exceptionRow{Agency: row.Agency, exceptionDays: row.exceptionDays}
	known, there := a.exceptions[key]
	if !there {
		known = [2]int{a.agencies[row.Agency], len(agency.Exceptions)}
		a.exceptions[key] = known
		e := models.Exception{From: row.From, To: row.To, Closed: row.Closed, Reason: row.Reason}
		agency.Exceptions = append(agency.Exceptions, e)
	}
	e := &agency.Exceptions[known[1]]
	place := fmt.Sprintf("%s.exceptions[%d]", at, known[1])
	if row.Hours == (models.Hours{}) {
		return place, joined
	}
	e.Hours = append(e.Hours, row.Hours)
	return fmt.Sprintf("%s.hours[%d]", place, len(e.Hours)-1), joined
}

func (a *assembly) addHoliday(row *models.Holiday) (string, models.Phrase) {
	a.d.Holidays = append(a.d.Holidays, *row)
	return fmt.Sprintf("holidays[%d]", len(a.d.Holidays)-1), joined
}

func (a *assembly) addLifeEvent(row *models.LifeEvent) (string, models.Phrase) {
	a.d.LifeEvents = append(a.d.LifeEvents, *row)
	return fmt.Sprintf("life_events[%d]", len(a.d.LifeEvents)-1), joined
}
