package directory

import "frontdesk/internal/models"

func (c *checker) agencies() {
	list := (*place)(nil).at("agencies")
	if len(c.d.Agencies) == 0 {
		c.wrong(list, "directory.no_agencies")
	}
	for i := range c.d.Agencies {
		c.agency(list.item(i), &c.d.Agencies[i])
	}
}

func (c *checker) agency(at *place, a *models.Agency) {
	c.code(at.at("code"), a.Code)
	c.unique(at.at("code"), "directory.agency_twice", a.Code)
	c.name(at.at("name"), a.Name)
	c.name(at.at("short_name"), a.ShortName)
	c.onFloor(at.at("floor"), a.Floor)
	c.prefix(at.at("ticket_prefix"), a.TicketPrefix)
	c.unique(at.at("ticket_prefix"), "directory.prefix_twice", a.TicketPrefix)
	c.notNegative(at.at("typical_service_minutes"), a.TypicalServiceMinutes)
	c.notNegative(at.at("daily_quota"), a.DailyQuota)
	c.lastTicket(at.at("last_ticket_at"), a)
	for i, kind := range a.WorksOn {
		c.holidayKind(at.at("works_on").item(i), kind)
	}
	c.hours(at.at("hours"), a.Hours, dayNeeded)
	for i, e := range a.Exceptions {
		c.exception(at.at("exceptions").item(i), e)
	}
	for i, counter := range a.Counters {
		c.counter(at.at("counters").item(i), counter)
	}
	for i := range a.Services {
		c.service(at.at("services").item(i), &a.Services[i])
	}
}

func (c *checker) exception(at *place, e models.Exception) {
	from, to := c.date(at.at("from"), e.From), c.date(at.at("to"), e.To)
	if from && to && e.To < e.From {
		c.wrong(at, "directory.dates_reversed", e.From, e.To)
	}
	if !e.Closed && len(e.Hours) == 0 {
		c.wrong(at, "directory.empty_exception")
	}
	c.hours(at.at("hours"), e.Hours, dayOptional)
}

func (c *checker) counter(at *place, counter models.Counter) {
	c.code(at.at("code"), counter.Code)
	c.unique(at.at("code"), "directory.counter_twice", counter.Code)
	c.name(at.at("name"), counter.Name)
	if counter.Number <= 0 {
		c.wrong(at.at("number"), "directory.bad_number", counter.Number)
	} else {
		c.unique(at.at("number"), "directory.number_twice", number(counter.Number))
	}
	c.onFloor(at.at("floor"), counter.Floor)
}

// onFloor reports a floor that the plan lacks. A mall may have no plan at all;
// then no floor can be wrong.
func (c *checker) onFloor(at *place, floor int) {
	if len(c.d.Floors) > 0 && !c.floorNumbers[floor] {
		c.wrong(at, "directory.no_floor", floor)
	}
}

func (c *checker) service(at *place, s *models.Service) {
	c.code(at.at("code"), s.Code)
	c.unique(at.at("code"), "directory.service_twice", s.Code)
	c.name(at.at("name"), s.Name)
	c.known(at.at("counters"), c.counters, s.Counters, "directory.no_counter")
	c.known(at.at("after"), c.services, s.After, "directory.no_service")
	if s.ReferTo != nil {
		c.name(at.at("refer_to").at("name"), s.ReferTo.Name)
	}
	if s.VerifiedOn != "" {
		c.date(at.at("verified_on"), s.VerifiedOn)
	}
}
