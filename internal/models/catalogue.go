package models

// Catalogue answers look-ups by code in one directory without walking it.
// It is immutable: a changed directory gets a new catalogue.
type Catalogue struct {
	Directory *Directory

	agencies map[string]*Agency
	services map[string]serviceEntry
	counters map[string]counterEntry
	pools    map[string][]Pool // by counter code
	callers  map[Pool][]string // codes of the counters that call from it
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
		pools:     map[string][]Pool{},
		callers:   map[Pool][]string{},
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
	c.fillPools()
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

// fillPools tells each counter what it calls: the services that name it, those
// of its agency that name none, and who was transferred to its agency.
func (c *Catalogue) fillPools() {
	for i := range c.Directory.Agencies {
		a := &c.Directory.Agencies[i]
		all := make([]string, len(a.Counters))
		for j, counter := range a.Counters {
			all[j] = counter.Code
		}
		c.addPool(Pool{Agency: a.Code}, all)
		for j := range a.Services {
			counters := a.Services[j].Counters
			if len(counters) == 0 {
				counters = all
			}
			c.addPool(Pool{a.Code, a.Services[j].Code}, counters)
		}
	}
}

func (c *Catalogue) addPool(p Pool, counters []string) {
	c.callers[p] = counters
	for _, counter := range counters {
		c.pools[counter] = append(c.pools[counter], p)
	}
}

// PoolsOf lists what a counter calls.
func (c *Catalogue) PoolsOf(counter string) []Pool { return c.pools[counter] }

// CallersOf lists the counters that call from a pool.
func (c *Catalogue) CallersOf(p Pool) []string { return c.callers[p] }

// Uncalled lists the agencies that call nobody: their tickets count as handed
// over.
func (c *Catalogue) Uncalled() []string {
	var codes []string
	for i := range c.Directory.Agencies {
		if a := &c.Directory.Agencies[i]; !a.Calls() {
			codes = append(codes, a.Code)
		}
	}
	return codes
}
