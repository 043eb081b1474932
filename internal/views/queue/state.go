package queue

import (
	"context"
	"log/slog"
	"slices"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// State is what F3 shows: the running queue of all agencies, the agency,
// the counter and the row that are chosen, and what is asked in place. It
// knows no widgets and lives on the screen's thread.
type State struct {
	desk     stage.Desk
	queue    Port
	dispatch stage.Dispatcher
	log      *slog.Logger
	changed  func()
	alone    string // code of the one counter of a counter's own PC; else empty

	day     *queueDay // nil until it was read once
	unread  error     // why it could not be read the last time
	loading bool
	again   bool // asked to load while loading

	agency  string                // code of the chosen agency
	counter string                // code of the chosen counter
	only    string                // code of the counter whose visitors alone are listed
	rows    []models.QueuedTicket // the waiting ones that are listed
	listed  int                   // grows when rows are others
	told    bool                  // the rows have estimates
	spot    queueSpot

	ask      *queueAsk // asked in place; nil for nothing
	say      queueSaying
	last     queueLast
	writing  bool
	settling bool      // written, and not read again yet
	pressed  time.Time // the last press of the call button
}

// queueSpot is the row that keys act on.
type queueSpot struct {
	part  queuePart
	index int
	id    string // the ticket that stood there
}

// queueSaying is said in place until the next key.
type queueSaying struct {
	err  error
	says models.Phrase
}

func newQueueState(d stage.Desk, q Port, s stage.Stage) *State {
	return &State{desk: d, queue: q, dispatch: s.Dispatch, log: s.Log, changed: func() {}}
}

// atCounter makes the state of a counter's own PC; false for a counter that the
// directory does not have.
func (s *State) atCounter(code string) bool {
	counter, agency := s.desk.Catalogue().Counter(code)
	if counter == nil {
		return false
	}
	s.alone, s.counter, s.only, s.agency = code, code, code, agency.Code
	return true
}

// Load reads the queue anew; what is asked meanwhile is read once more.
func (s *State) Load() {
	if s.loading {
		s.again = true
		return
	}
	s.loading = true
	var day *queueDay
	var err error
	s.dispatch.Run(func() { day, err = s.read() }, func() {
		s.loading = false
		s.settling = s.settling && s.again
		s.take(day, err)
		s.changed()
		if s.again {
			s.again = false
			s.Load()
		}
	})
}

// read asks for the day away from the screen's thread.
func (s *State) read() (*queueDay, error) {
	ctx, now := context.Background(), s.desk.Now()
	today, err := s.desk.Today(ctx, now)
	if err != nil {
		return nil, err
	}
	queue, err := s.queue.Queue(ctx)
	if err != nil {
		return nil, err
	}
	return newQueueDay(s.desk.Agencies(today, now), queue, s.queue, today, now), nil
}

// take keeps what was read; after a fault the former rows stay.
func (s *State) take(day *queueDay, err error) {
	s.unread = err
	if err != nil {
		s.log.Error("queue", "error", err.Error())
		return
	}
	s.day = day
	if day.by[s.agency] == nil && s.alone == "" {
		s.choose(s.firstAgency())
		return
	}
	s.list()
	s.find()
}

func (s *State) firstAgency() string {
	if len(s.day.agencies) == 0 {
		return ""
	}
	return s.day.agencies[0].agency.Code
}

// chosen is the queue of the chosen agency; nil before it was read, and where
// no agency calls.
func (s *State) chosen() *agencyQueue {
	if s.day == nil {
		return nil
	}
	return s.day.by[s.agency]
}

// counters are those of the chosen agency.
func (s *State) counters() []models.Counter {
	if q := s.chosen(); q != nil {
		return q.agency.Counters
	}
	return nil
}

// choose shows an agency and chooses the counter that is free, or the first.
func (s *State) choose(agency string) {
	s.agency, s.only, s.counter, s.spot, s.ask = agency, "", "", queueSpot{}, nil
	for _, c := range s.counters() {
		if _, busy := s.chosen().at[c.Code]; !busy || s.counter == "" {
			s.counter = c.Code
			if !busy {
				break
			}
		}
	}
	s.list()
}

// turn goes some agencies down the list.
func (s *State) turn(by int) {
	if s.day == nil || len(s.day.agencies) == 0 {
		return
	}
	at := slices.IndexFunc(s.day.agencies, func(q *agencyQueue) bool { return q.agency.Code == s.agency })
	s.touched()
	s.choose(s.day.agencies[min(max(at+by, 0), len(s.day.agencies)-1)].agency.Code)
	s.changed()
}

// takeAgency chooses an agency by mouse.
func (s *State) takeAgency(code string) {
	s.touched()
	s.choose(code)
	s.changed()
}

// takeCounter chooses the i-th counter and lists its visitors alone; none lists
// those of all.
func (s *State) takeCounter(i int) {
	counters := s.counters()
	if i >= len(counters) || s.alone != "" {
		return
	}
	s.touched()
	s.only = ""
	if i >= 0 {
		s.only, s.counter = counters[i].Code, counters[i].Code
	}
	s.spot = queueSpot{}
	s.list()
	s.changed()
}

// light chooses a counter's card.
func (s *State) light(code string) {
	s.touched()
	s.counter, s.spot = code, queueSpot{}
	if s.only != "" {
		s.only = code
		s.list()
	}
	s.changed()
}

// step chooses the card beside.
func (s *State) step(by int) {
	counters := s.counters()
	if at := s.counterIndex(); s.alone == "" && at >= 0 {
		s.light(counters[min(max(at+by, 0), len(counters)-1)].Code)
	}
}

// counterIndex is the place of the chosen counter among the agency's.
func (s *State) counterIndex() int {
	return slices.IndexFunc(s.counters(), func(c models.Counter) bool { return c.Code == s.counter })
}

// onlyIndex is the choice of the list: 0 for all counters.
func (s *State) onlyIndex() int {
	return 1 + slices.IndexFunc(s.counters(), func(c models.Counter) bool { return c.Code == s.only })
}

// list collects the waiting rows.
func (s *State) list() {
	s.rows = nil
	s.listed++
	switch q := s.chosen(); {
	case q == nil:
	case s.only == "":
		s.rows = q.waiting
	default:
		s.rows = q.servedBy(s.only, s.queue)
	}
	s.told = slices.ContainsFunc(s.rows, func(t models.QueuedTicket) bool {
		_, told := s.day.wait(t.Ticket)
		return told
	})
}

// tickets are the rows of a list.
func (s *State) tickets(in queuePart) []models.QueuedTicket {
	q := s.chosen()
	switch {
	case q == nil:
		return nil
	case in == partWaiting:
		return s.rows
	}
	return q.list(in)
}

// find keeps the chosen row on its ticket; when that went elsewhere no row is
// chosen.
func (s *State) find() {
	at := slices.IndexFunc(s.tickets(s.spot.part), func(t models.QueuedTicket) bool { return t.ID == s.spot.id })
	if at < 0 {
		s.spot = queueSpot{}
		return
	}
	s.spot.index = at
}

// move goes up or down the rows of a list; the first key takes the first
// waiting row, and up from a first row is back at the counter.
func (s *State) move(by int) {
	at := s.spot
	if at.part == partCounter {
		at = queueSpot{part: partWaiting, index: -1}
	}
	s.point(at.part, at.index+by)
}

// point chooses row i of a list; before the first no row is chosen.
func (s *State) point(in queuePart, i int) {
	s.touched()
	list := s.tickets(in)
	i = min(i, len(list)-1)
	s.spot = queueSpot{}
	if i >= 0 {
		s.spot = queueSpot{part: in, index: i, id: list[i].ID}
	}
	s.changed()
}

// tab goes to the next list that has rows, and round.
func (s *State) tab(by int) {
	in := s.spot.part
	for range queueParts {
		in = (in + queuePart(by) + queueParts) % queueParts
		if in == partCounter || len(s.tickets(in)) > 0 {
			break
		}
	}
	s.point(in, 0)
}

// target is the ticket that keys act on: the chosen row, else the visitor of
// the chosen counter.
func (s *State) target() (models.QueuedTicket, bool) {
	if s.spot.part != partCounter {
		list := s.tickets(s.spot.part)
		if s.spot.index < len(list) {
			return list[s.spot.index], true
		}
		return models.QueuedTicket{}, false
	}
	q := s.chosen()
	if q == nil {
		return models.QueuedTicket{}, false
	}
	t, ok := q.at[s.counter]
	return t, ok
}

// busy tells that an action is under way: the next key is for what it leads to.
func (s *State) busy() bool { return s.writing || s.settling }

// touched forgets what was said: a key was pressed since.
func (s *State) touched() { s.say = queueSaying{} }

// hint says what to do instead.
func (s *State) hint(key string, args ...any) {
	s.say = queueSaying{says: models.Say(key, args...)}
	s.changed()
}

// back ends what is asked, or the choice of a row.
func (s *State) back() {
	s.touched()
	switch {
	case s.ask != nil:
		s.ask = nil
	case s.spot.part != partCounter:
		s.spot = queueSpot{}
	case s.only != "" && s.alone == "":
		s.only = ""
		s.list()
	}
	s.changed()
}
