package today

import (
	"context"
	"strconv"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// mostTargets is how many places to send visitors to are offered.
const mostTargets = 6

// todayMove asks where the waiting visitors of an agency are sent.
type todayMove struct {
	query   string
	targets []todayTarget
	chosen  int
}

// todayTarget is a counter of the same agency or a service of another.
type todayTarget struct {
	to     desk.Target
	name   string
	agency string
	number string // of the counter
	status models.Status
}

// parkable lists who waits in the line of the chosen agency.
func (s *todayState) parkable() []models.Ticket {
	var list []models.Ticket
	for _, t := range s.affected() {
		if t.State == models.TicketWaiting {
			list = append(list, t)
		}
	}
	return list
}

// parkUntil is when the chosen agency is here again, as far as somebody said.
func (s *todayState) parkUntil() (time.Time, bool) {
	now := s.desk.Now()
	until, err := s.desk.ReadUntil(s.form().until, now)
	return until, err == nil && until.After(now) && away(s.form().state)
}

// parkAll parks who waits until the agency is here again.
func (s *todayState) parkAll() {
	until, ok := s.parkUntil()
	tickets := s.parkable()
	switch {
	case s.busy:
	case len(tickets) == 0:
		s.hint("today.nobody_waits")
	case !ok:
		s.hint("today.until_first")
	default:
		s.moveAll("today.parked_all", func(ctx context.Context) ([]models.Ticket, error) {
			return s.desk.ParkTogether(ctx, tickets, until)
		})
	}
}

// beginMove asks where who waits is sent; again asks no more.
func (s *todayState) beginMove() {
	s.touched()
	switch {
	case s.moving != nil:
		s.endMove()
	case len(s.parkable()) == 0:
		s.hint("today.nobody_waits")
		return
	default:
		s.moving = &todayMove{}
		s.spot = todayTo
		s.aim("")
	}
	s.changed()
}

func (s *todayState) endMove() {
	s.moving, s.spot = nil, todayList
}

// aim looks up where visitors could be sent; without words these are the
// counters of their agency.
func (s *todayState) aim(words string) {
	m := s.moving
	m.query, m.targets, m.chosen = words, nil, 0
	if words == "" {
		m.targets = s.counterTargets()
		return
	}
	for _, o := range s.desk.Find(words, mostTargets, s.today, s.desk.Now()).Services {
		if o.Service.IssuesTicket() && o.Service.ReferTo == nil && o.Agency.Code != s.agency {
			target := todayTarget{to: desk.Target{Service: o.Service.Code}, name: o.Service.Name, agency: o.Agency.ShortName, status: o.Status}
			if o.Counter != nil {
				target.number = strconv.Itoa(o.Counter.Number)
			}
			m.targets = append(m.targets, target)
		}
	}
}

// counterTargets are the counters of the chosen agency at which somebody is.
func (s *todayState) counterTargets() []todayTarget {
	a, _ := s.chosen()
	var list []todayTarget
	for _, c := range a.Agency.Counters {
		if len(list) < mostTargets && a.Presence.Staffed(c.Code, s.at) {
			list = append(list, todayTarget{to: desk.Target{Counter: c.Code}, name: c.Name,
				agency: a.Agency.ShortName, number: strconv.Itoa(c.Number), status: a.Status})
		}
	}
	return list
}

// typeTo looks up other words.
func (s *todayState) typeTo(words string) {
	if s.moving == nil || s.moving.query == words {
		return
	}
	s.touched()
	s.aim(words)
	s.changed()
}

// send sends who waits to the chosen target.
func (s *todayState) send() {
	m := s.moving
	if len(m.targets) == 0 {
		s.hint("today.no_target")
		return
	}
	tickets, to := s.parkable(), m.targets[m.chosen].to
	s.moveAll("today.moved_all", func(ctx context.Context) ([]models.Ticket, error) {
		return s.desk.TransferTogether(ctx, tickets, to)
	})
}

// sendTo sends to a target by mouse.
func (s *todayState) sendTo(i int) {
	if s.moving != nil && i < len(s.moving.targets) && !s.busy {
		s.moving.chosen = i
		s.send()
	}
}

// moveAll stores what happens to several visitors at once.
func (s *todayState) moveAll(says string, work func(context.Context) ([]models.Ticket, error)) {
	agency := s.agency
	var moved []models.Ticket
	s.write(func(ctx context.Context) (err error) {
		moved, err = work(ctx)
		return err
	}, func() {
		s.endMove()
		s.says = models.Say(says, len(moved))
		s.remember(agency, func(ctx context.Context) error {
			_, err := s.desk.UndoStep(ctx, desk.Step{Ticket: moved[0].ID})
			return err
		})
	})
}

// hint says what to do instead.
func (s *todayState) hint(key string) {
	s.touched()
	s.says = models.Say(key)
	s.changed()
}
