package queue

import (
	"context"
	"slices"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// queueVerb is what can be done with a ticket; its name is the end of its text
// keys.
type queueVerb string

const (
	verbNext     queueVerb = "next"
	verbCall     queueVerb = "call"
	verbRecall   queueVerb = "recall"
	verbServe    queueVerb = "serve"
	verbDone     queueVerb = "done"
	verbNoShow   queueVerb = "no_show"
	verbPark     queueVerb = "park"
	verbReturn   queueVerb = "return"
	verbTransfer queueVerb = "transfer"
	verbSecond   queueVerb = "second"
	verbUndo     queueVerb = "undo"
)

// verbFrom are the states in which a verb makes sense.
var verbFrom = map[queueVerb][]models.TicketState{
	verbCall:     {models.TicketWaiting, models.TicketParked},
	verbRecall:   {models.TicketCalled},
	verbServe:    {models.TicketCalled},
	verbDone:     {models.TicketServing},
	verbNoShow:   {models.TicketCalled},
	verbPark:     {models.TicketWaiting, models.TicketCalled, models.TicketServing},
	verbReturn:   {models.TicketParked, models.TicketNoShow},
	verbTransfer: {models.TicketWaiting, models.TicketCalled, models.TicketServing, models.TicketParked},
	verbSecond:   {models.TicketWaiting, models.TicketCalled, models.TicketServing, models.TicketDone},
}

func (v queueVerb) fits(t models.Ticket) bool { return slices.Contains(verbFrom[v], t.State) }

// queueLast is the last thing done here, and to whom.
type queueLast struct {
	verb   queueVerb // empty: nothing yet
	ticket models.Ticket
	at     time.Time
}

// queueUndo is how long an action can be taken back (design: rule 6).
const queueUndo = 30 * time.Second

// secondsLeft tells how long the action can still be taken back.
func (l queueLast) secondsLeft(now time.Time) int {
	if l.verb == "" || l.verb == verbUndo {
		return 0
	}
	return max(0, int((queueUndo-now.Sub(l.at)+time.Second-1)/time.Second))
}

// doubleClick is the time within which two presses are one.
const doubleClick = 300 * time.Millisecond

// swallow tells that a press of the call button is the echo of another; a key
// held down never ends echoing.
func (s *State) swallow() bool {
	now := s.desk.Now()
	echo := !s.pressed.IsZero() && now.Sub(s.pressed) < doubleClick
	s.pressed = now
	return echo || s.busy()
}

// next calls whose turn it is to the chosen counter. A counter with a visitor
// finishes her first; on its own PC the key takes that step.
func (s *State) next() {
	if s.swallow() {
		return
	}
	s.touched()
	q := s.chosen()
	if q == nil || s.counter == "" {
		return
	}
	busy, ok := q.at[s.counter]
	switch {
	case ok && s.alone == "":
		s.hint("queue_page.busy."+string(busy.State), busy.Number)
	case ok:
		s.spot = queueSpot{}
		s.stepOn(q, busy)
	default:
		s.callNext()
	}
}

// stepOn takes a visitor at the counter one step on: who was called is here now;
// who was served is done, and the next one is called.
func (s *State) stepOn(q *agencyQueue, busy models.QueuedTicket) {
	_, waits := q.next[s.counter]
	switch {
	case busy.State == models.TicketCalled:
		s.serve()
	case waits:
		s.callNext()
	default:
		s.finish()
	}
}

func (s *State) callNext() {
	counter := s.counter
	s.write(verbNext, func(ctx context.Context) (models.Ticket, error) {
		called, err := s.queue.Next(ctx, counter, time.Time{})
		return called.Ticket, err
	})
}

// call calls the chosen row, out of its turn.
func (s *State) call() {
	if s.swallow() {
		return
	}
	counter, q := s.counter, s.chosen()
	if s.spot.part == partCounter || q == nil {
		s.hint("queue_page.choose_row")
		return
	}
	if busy, ok := q.at[counter]; ok {
		s.hint("queue_page.busy."+string(busy.State), busy.Number)
		return
	}
	s.do(verbCall, func(ctx context.Context, step desk.Step) (models.Ticket, error) {
		step.Counter = counter
		called, err := s.queue.Call(ctx, step)
		return called.Ticket, err
	})
}

func (s *State) recall()    { s.do(verbRecall, s.queue.Recall) }
func (s *State) serve()     { s.do(verbServe, s.queue.Serve) }
func (s *State) finish()    { s.do(verbDone, s.queue.Done) }
func (s *State) noShow()    { s.do(verbNoShow, s.queue.NoShow) }
func (s *State) bringBack() { s.do(verbReturn, s.queue.Return) }

// stepOf names a ticket as it was seen.
func stepOf(t models.Ticket) desk.Step { return desk.Step{Ticket: t.ID, Seen: t.LastEvent} }

// do does something with the ticket that keys act on.
func (s *State) do(verb queueVerb, work func(context.Context, desk.Step) (models.Ticket, error)) {
	s.touched()
	if t, ok := s.ready(verb); ok {
		s.write(verb, func(ctx context.Context) (models.Ticket, error) { return work(ctx, stepOf(t)) })
	}
}

// ready is the ticket that a verb would act on; else it says why there is none.
func (s *State) ready(verb queueVerb) (models.Ticket, bool) {
	t, ok := s.target()
	switch {
	case !ok:
		s.hint("queue_page.nobody")
	case !verb.fits(t.Ticket):
		s.hint("queue_page.not_now."+string(verb), t.Number, models.Say("queue_page.state."+string(t.State)))
	default:
		return t.Ticket, true
	}
	return t.Ticket, false
}

// write does one action; a second key meanwhile does nothing.
func (s *State) write(verb queueVerb, work func(context.Context) (models.Ticket, error)) {
	if s.busy() {
		return
	}
	s.writing = true
	s.changed()
	var t models.Ticket
	var err error
	s.dispatch.Run(func() { t, err = work(context.Background()) }, func() {
		s.writing = false
		if err != nil {
			s.refused(err)
			return
		}
		s.last = queueLast{verb: verb, ticket: t, at: s.desk.Now()}
		s.ask, s.spot, s.settling = nil, queueSpot{}, true
		s.Load()
		s.changed()
	})
}

// refused shows why nothing was done, and what the queue is now: somebody may
// have acted meanwhile.
func (s *State) refused(err error) {
	if models.KindOf(err) == models.KindFault {
		s.log.Error("queue", "error", err.Error())
	}
	s.ask = nil
	s.say = queueSaying{err: err}
	s.Load()
	s.changed()
}

// undo takes the last action back, within its thirty seconds.
func (s *State) undo() {
	s.touched()
	if s.last.secondsLeft(s.desk.Now()) == 0 {
		s.hint("queue_page.no_undo")
		return
	}
	last := s.last
	s.write(verbUndo, func(ctx context.Context) (models.Ticket, error) {
		if last.verb == verbSecond {
			return last.ticket, s.queue.Void(ctx, last.ticket.ID, "undo")
		}
		_, err := s.queue.UndoStep(ctx, stepOf(last.ticket))
		return last.ticket, err
	})
}
