package estimate

import (
	"slices"

	"frontdesk/internal/models"
)

// agency is the fixed frame of an agency: services and counters by index. The
// last service stands for all that its directory does not name: left out
// since, or not said at a transfer.
type agency struct {
	models   *models.Agency
	service  map[string]int
	services int // how many, the last included
	counters []counterOf
}

// counterOf is a counter with the services that it can serve.
type counterOf struct {
	code   string
	serves []bool
}

func frame(m *models.Agency) *agency {
	a := &agency{models: m, service: map[string]int{}, services: len(m.Services) + 1, counters: make([]counterOf, len(m.Counters))}
	for i, s := range m.Services {
		a.service[s.Code] = i
	}
	for i, c := range m.Counters {
		a.counters[i] = counterOf{c.Code, make([]bool, a.services)}
		a.counters[i].serves[len(m.Services)] = true
		for j, s := range m.Services {
			a.counters[i].serves[j] = len(s.Counters) == 0 || slices.Contains(s.Counters, c.Code)
		}
	}
	return a
}

// index of a service by its code.
func (a *agency) index(code string) int {
	if s, known := a.service[code]; known {
		return s
	}
	return a.services - 1
}

// counter is the index of a counter by its code; -1 for none.
func (a *agency) counter(code string) int {
	return slices.IndexFunc(a.counters, func(c counterOf) bool { return c.code == code })
}

func (a *agency) serves(counter, service string) bool {
	i := a.counter(counter)
	return i >= 0 && a.counters[i].serves[a.index(service)]
}
