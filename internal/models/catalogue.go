package models

// Catalogue answers look-ups by code in one directory without walking it.
// It is immutable: a changed directory gets a new catalogue.
type Catalogue struct {
	Directory *Directory

	agencies map[string]*Agency
	services map[string]serviceEntry
	counters map[string]counterEntry
}

type serviceEntry struct {
	service *Service
	agency  *Agency
}

type counterEntry struct {
	counter *Counter
	agency  *Agency
}

// NewCatalogue indexes d.
func NewCatalogue(d *Directory) *Catalogue {
	c := &Catalogue{
		Directory: d,
		agencies:  make(map[string]*Agency, len(d.Agencies)),
		services:  map[string]serviceEntry{},
		counters:  map[string]counterEntry{},
	}
	for i := range d.Agencies {
		a := &d.Agencies[i]
		c.agencies[a.Code] = a
		for j := range a.Services {
			c.services[a.Services[j].Code] = serviceEntry{&a.Services[j], a}
		}
		for j := range a.Counters {
			c.counters[a.Counters[j].Code] = counterEntry{&a.Counters[j], a}
		}
	}
	return c
}

// Agency finds an agency by code; nil when there is none.
func (c *Catalogue) Agency(code string) *Agency { return c.agencies[code] }

// Service finds a service and its agency by code; nil, nil when there is none.
func (c *Catalogue) Service(code string) (*Service, *Agency) {
	e := c.services[code]
	return e.service, e.agency
}

// Counter finds a counter and its agency by code; nil, nil when there is none.
func (c *Catalogue) Counter(code string) (*Counter, *Agency) {
	e := c.counters[code]
	return e.counter, e.agency
}

// CountersOf lists the counters that can serve s, in the directory's order.
func (c *Catalogue) CountersOf(s *Service) []*Counter {
	list := make([]*Counter, 0, len(s.Counters))
	for _, code := range s.Counters {
		if e, ok := c.counters[code]; ok {
			list = append(list, e.counter)
		}
	}
	return list
}
