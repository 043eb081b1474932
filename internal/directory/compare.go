package directory

import (
	"reflect"

	"frontdesk/internal/models"
)

// Change lists codes that one directory has and the other has not, or has
// otherwise, in the order of their directory.
type Change struct {
	Added, Changed, Archived []string
}

// Changes is what an import does, by kind of thing. A counter or service that
// moves to another agency is changed; an agency is changed only when something
// of its own is.
type Changes struct {
	Agencies, Counters, Services, LifeEvents Change
	Mall, Holidays, Floors                   bool // changed as a whole
}

// None tells that both directories say the same.
func (c Changes) None() bool {
	return !c.Mall && !c.Holidays && !c.Floors &&
		c.Agencies.none() && c.Counters.none() && c.Services.none() && c.LifeEvents.none()
}

func (c Change) none() bool { return len(c.Added)+len(c.Changed)+len(c.Archived) == 0 }

// Deeds are the changes as the audit chain notes them, one an entry.
func (c Changes) Deeds() []models.Deed {
	var deeds []models.Deed
	for _, whole := range []struct {
		entity  string
		changed bool
	}{{"mall", c.Mall}, {"holidays", c.Holidays}, {"floors", c.Floors}} {
		if whole.changed {
			deeds = append(deeds, models.Deed{Kind: models.DeedDirectory, Entity: whole.entity, Why: "changed"})
		}
	}
	for _, kind := range []struct {
		entity string
		Change
	}{{"agencies", c.Agencies}, {"counters", c.Counters}, {"services", c.Services}, {"life_events", c.LifeEvents}} {
		note := func(codes []string, why string) {
			for _, code := range codes {
				deeds = append(deeds, models.Deed{Kind: models.DeedDirectory, Entity: kind.entity, RowID: code, Why: why})
			}
		}
		note(kind.Added, "added")
		note(kind.Changed, "changed")
		note(kind.Archived, "archived")
	}
	return deeds
}

// Compare tells what putting new in the place of old does. A nil old is an
// empty directory.
func Compare(old, new *models.Directory) Changes {
	if old == nil {
		old = &models.Directory{}
	}
	return Changes{
		Agencies:   differences(agencyEntries(old), agencyEntries(new)),
		Counters:   differences(counterEntries(old), counterEntries(new)),
		Services:   differences(serviceEntries(old), serviceEntries(new)),
		LifeEvents: differences(lifeEventEntries(old), lifeEventEntries(new)),
		Mall:       differ(old.Mall, new.Mall),
		Holidays:   differ(old.Holidays, new.Holidays),
		Floors:     differ(old.Floors, new.Floors),
	}
}

// entry is a thing with a code and all it says.
type entry struct {
	code string
	says any
}

func differences(old, new []entry) Change {
	was, is := byCode(old), byCode(new)
	var c Change
	for _, e := range new {
		before, there := was[e.code]
		switch {
		case !there:
			c.Added = append(c.Added, e.code)
		case !reflect.DeepEqual(before, e.says):
			c.Changed = append(c.Changed, e.code)
		}
	}
	for _, e := range old {
		if _, there := is[e.code]; !there {
			c.Archived = append(c.Archived, e.code)
		}
	}
	return c
}

func byCode(entries []entry) map[string]any {
	m := make(map[string]any, len(entries))
	for _, e := range entries {
		m[e.code] = e.says
	}
	return m
}

func agencyEntries(d *models.Directory) []entry {
	var list []entry
	for _, a := range d.Agencies {
		a.Counters, a.Services = nil, nil
		list = append(list, entry{a.Code, plain(a)})
	}
	return list
}

func counterEntries(d *models.Directory) []entry {
	var list []entry
	for _, a := range d.Agencies {
		for _, counter := range a.Counters {
			list = append(list, entry{counter.Code, [2]any{a.Code, plain(counter)}})
		}
	}
	return list
}

func serviceEntries(d *models.Directory) []entry {
	var list []entry
	for _, a := range d.Agencies {
		for _, s := range a.Services {
			list = append(list, entry{s.Code, [2]any{a.Code, plain(s)}})
		}
	}
	return list
}

func lifeEventEntries(d *models.Directory) []entry {
	var list []entry
	for _, e := range d.LifeEvents {
		list = append(list, entry{e.Code, plain(e)})
	}
	return list
}

// plain gives a value with one form for empty lists, so that only what it says
// is compared.
func plain[T any](v T) any { return complete(reflect.ValueOf(v)).Interface() }

func differ[T any](a, b T) bool { return !reflect.DeepEqual(plain(a), plain(b)) }
