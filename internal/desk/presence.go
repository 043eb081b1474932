package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"frontdesk/internal/models"
)

const (
	// presenceDays is how long an absence may be said to last; a longer one is
	// an exception in the directory.
	presenceDays = 31
	// breakLength ends a break for which nobody named an end.
	breakLength = 30 * time.Minute
)

// PresenceMark is what somebody says of an agency or one of its counters.
type PresenceMark struct {
	Agency  string // code
	Counter string // code; empty: the agency as a whole
	State   models.PresenceState
	Reason  string    // told to visitors
	Until   time.Time // zero: for the rest of the day, for a break half an hour
	At      time.Time // zero: now
}

// MarkedPresence is what came of a mark.
type MarkedPresence struct {
	models.Presence
	Outdated bool            // a mark for a later instant is there already and holds
	Status   models.Status   // of the agency at the instant of the mark
	Affected []models.Ticket // who waits while nobody serves, first come first
	Freed    []models.Ticket // numbers that no longer wait for an errand there: their visitors go elsewhere first
}

// MarkPresence notes who is here and who is not; every screen and command
// tells it from then on. Errors: KindUsage for an unknown agency, counter or
// state, and for an end that is not later or more than a month ahead.
func (d *Desk) MarkPresence(ctx context.Context, m PresenceMark) (MarkedPresence, error) {
	if err := d.may(models.ActionPresence); err != nil {
		return MarkedPresence{}, err
	}
	var marked MarkedPresence
	err := d.onCurrentDirectory(ctx, func() error {
		presence, err := d.newPresence(m)
		if err != nil {
			return err
		}
		return d.write(ctx, func(tx models.Tx) error {
			marked, err = d.addPresence(tx, presence, m.At.IsZero())
			return err
		})
	})
	if err != nil {
		return MarkedPresence{}, err
	}
	if marked.Affected, err = d.affected(ctx, marked.Presence); err != nil || !m.At.IsZero() {
		return marked, err
	}
	marked.Freed, err = d.replan(ctx)
	return marked, err
}

// newPresence refuses what needs no look at the store.
func (d *Desk) newPresence(m PresenceMark) (models.Presence, error) {
	if m.At.IsZero() {
		m.At = d.clock.Now()
	}
	if m.State == models.PresenceBreak && m.Until.IsZero() {
		m.Until = m.At.Add(breakLength)
	}
	if err := d.checkMark(m); err != nil {
		return models.Presence{}, err
	}
	return models.Presence{ID: d.newID(), Origin: d.origin(m.At), Agency: m.Agency, Counter: m.Counter, State: m.State,
		Reason: models.PlainReason(m.Reason), Until: m.Until, At: m.At, RecordedAt: d.clock.Now()}, nil
}

func (d *Desk) checkMark(m PresenceMark) error {
	agency := d.Catalogue().Agency(m.Agency)
	if agency == nil {
		return models.Misuse("presence.unknown_agency", m.Agency)
	}
	states := models.AgencyPresenceStates
	if m.Counter != "" {
		if _, owner := d.Catalogue().Counter(m.Counter); owner != agency {
			return models.Misuse("presence.unknown_counter", agency.ShortName, m.Counter)
		}
		states = models.CounterPresenceStates
	}
	switch {
	case !slices.Contains(states, m.State):
		return models.Misuse("presence.unknown_state", string(m.State), stateNames(states))
	case m.Until.IsZero():
		return nil
	case !m.Until.After(m.At):
		return models.Misuse("presence.until_past", m.Until.In(d.location()))
	case m.Until.After(m.At.AddDate(0, 0, presenceDays)):
		return models.Misuse("presence.until_far", presenceDays)
	}
	return nil
}

// ReadUntil reads the end of a mark: a clock time on the day of at, "09.15",
// "9:15" or "915", or a whole instant; nothing is the zero time. Errors:
// KindUsage when it is none of these.
func (d *Desk) ReadUntil(typed string, at time.Time) (time.Time, error) {
	if typed = strings.TrimSpace(typed); typed == "" {
		return time.Time{}, nil
	}
	if until, err := time.Parse(time.RFC3339, typed); err == nil {
		return until, nil
	}
	day := at.In(d.location())
	for _, layout := range []string{"15.04", "15:04", "1504"} {
		padded := strings.Repeat("0", max(0, len(layout)-len(typed))) + typed
		if clock, err := time.Parse(layout, padded); err == nil {
			return time.Date(day.Year(), day.Month(), day.Day(), clock.Hour(), clock.Minute(), 0, 0, day.Location()), nil
		}
	}
	return time.Time{}, models.Misuse("presence.until_unread", typed)
}

func stateNames(states []models.PresenceState) []string {
	names := make([]string, len(states))
	for i, s := range states {
		names[i] = string(s)
	}
	return names
}

// addPresence stores a mark. One made now comes after every other, also when
// the clock went back since.
func (d *Desk) addPresence(tx models.Tx, p models.Presence, now bool) (MarkedPresence, error) {
	from := d.since(p.At)
	list, err := tx.AgencyPresences(p.MallID, from, p.BusinessDate, p.Agency)
	if err != nil {
		return MarkedPresence{}, err
	}
	marked := MarkedPresence{Presence: p}
	if last := newestOf(list, p.Counter); last.BusinessDate == p.BusinessDate && !last.At.Before(p.At) {
		if marked.Outdated = !now; now {
			marked.At = last.At.Add(time.Microsecond)
		}
	}
	if err := tx.AddPresence(marked.Presence); err != nil {
		return MarkedPresence{}, err
	}
	demand, err := tx.AgencyDemand(p.MallID, p.BusinessDate, p.Agency)
	if err != nil {
		return MarkedPresence{}, err
	}
	known, err := d.presenceOf(tx, p.MallID, p.At, p.Agency)
	if err != nil {
		return MarkedPresence{}, err
	}
	catalogue := d.Catalogue()
	marked.Status = Status(catalogue.Directory, catalogue.Agency(p.Agency), p.At, known.Presence, demand.Issued)
	return marked, nil
}

func newestOf(list []models.Presence, counter string) models.Presence {
	for _, p := range list {
		if p.Counter == counter {
			return p
		}
	}
	return models.Presence{}
}

// affected lists who waits for an agency or a counter at which nobody serves.
func (d *Desk) affected(ctx context.Context, p models.Presence) ([]models.Ticket, error) {
	if !p.Away(p.At) {
		return nil, nil
	}
	tickets, err := d.store.WaitingTickets(ctx, p.MallID, p.BusinessDate, p.Agency)
	return slices.DeleteFunc(tickets, func(t models.Ticket) bool {
		return p.Counter != "" && t.Counter != p.Counter
	}), err
}

// Waiting lists who waits for an agency today, first come first.
func (d *Desk) Waiting(ctx context.Context, agency string) ([]models.Ticket, error) {
	return d.store.WaitingTickets(ctx, d.mallID(), d.BusinessDate(d.clock.Now()), agency)
}

// UndoPresence takes back a mark within 30 seconds: what was known before
// holds again. Errors: KindRefused after the window, or when somebody marked
// the same agency or counter since; then nothing is changed.
func (d *Desk) UndoPresence(ctx context.Context, mark models.Presence) error {
	if err := d.may(models.ActionPresence); err != nil {
		return err
	}
	now := d.clock.Now()
	if now.Sub(mark.RecordedAt) > UndoWindow {
		return models.Refuse("presence.undo_late")
	}
	return d.store.Write(ctx, func(tx models.Tx) error {
		list, err := tx.AgencyPresences(mark.MallID, mark.BusinessDate, mark.BusinessDate, mark.Agency)
		if err != nil {
			return err
		}
		if newestOf(list, mark.Counter).ID != mark.ID {
			return models.Refuse("presence.undo_marked_since")
		}
		before, err := tx.PresenceBefore(mark)
		if err != nil {
			return err
		}
		return tx.AddPresence(d.again(mark, before, now))
	})
}

// again is the mark that says once more what held before another.
func (d *Desk) again(mark, before models.Presence, now time.Time) models.Presence {
	p := mark
	p.ID, p.OperatorID, p.At, p.RecordedAt = d.newID(), d.operator(), laterOf(now, mark.At.Add(time.Microsecond)), now
	p.State, p.Reason, p.Until = models.PresenceUnmarked, "", time.Time{}
	if before.State != "" {
		p.State, p.Reason, p.Until = before.State, before.Reason, before.Until
	}
	return p
}

// since is the first business date whose marks may still hold at an instant.
func (d *Desk) since(at time.Time) string { return d.BusinessDate(at.AddDate(0, 0, -presenceDays)) }

// presenceOf reads what is known of one agency on the day of an instant.
func (d *Desk) presenceOf(tx models.Tx, mallID string, at time.Time, agency string) (models.AgencyPresence, error) {
	list, err := tx.AgencyPresences(mallID, d.since(at), d.BusinessDate(at), agency)
	return d.byAgency(list, at)[agency], err
}

// presences reads what is known of all agencies on the day of an instant.
func (d *Desk) presences(ctx context.Context, at time.Time) (map[string]models.AgencyPresence, error) {
	list, err := d.store.Presences(ctx, d.mallID(), d.since(at), d.BusinessDate(at))
	return d.byAgency(list, at), err
}

// byAgency keeps the marks that hold on the day of an instant: those of that
// day, and older ones whose end comes later.
func (d *Desk) byAgency(list []models.Presence, at time.Time) map[string]models.AgencyPresence {
	at = at.In(d.location())
	midnight := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, at.Location())
	all := map[string]models.AgencyPresence{}
	for _, p := range list {
		if p.BusinessDate != d.BusinessDate(at) && !p.Until.After(midnight) {
			continue
		}
		known := all[p.Agency]
		if p.Counter == "" {
			known.Presence = p
		} else {
			if known.Counters == nil {
				known.Counters = map[string]models.Presence{}
			}
			known.Counters[p.Counter] = p
		}
		all[p.Agency] = known
	}
	return all
}

// staffed keeps the counters at which somebody serves; all when nobody does,
// since a visitor must be sent somewhere.
func staffed(counters []*models.Counter, known models.AgencyPresence, at time.Time) []*models.Counter {
	var list []*models.Counter
	for _, c := range counters {
		if known.Staffed(c.Code, at) {
			list = append(list, c)
		}
	}
	if len(list) == 0 {
		return counters
	}
	return list
}
