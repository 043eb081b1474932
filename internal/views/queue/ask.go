package queue

import (
	"context"
	"strconv"
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// queueAsk is a question in place about one ticket: for how many minutes it is
// parked, where it is transferred to, or which service the same visitor wants
// as well.
type queueAsk struct {
	verb    queueVerb // verbPark, verbTransfer or verbSecond
	ticket  models.Ticket
	typed   string
	choices []queueChoice
	chosen  int
}

// queueChoice is a counter, a service or an agency to send a ticket to.
type queueChoice struct {
	to      desk.Target
	counter *models.Counter // on the plate; nil for none
	service *models.Service
	agency  *models.Agency
}

// parkMinutes is what the field offers at first, and its bounds.
const (
	parkMinutes     = 10
	longestPark     = 240
	longestChoices  = 9
	choicesPerAgent = 4
)

func (s *State) askPark()     { s.begin(verbPark, strconv.Itoa(parkMinutes)) }
func (s *State) askTransfer() { s.begin(verbTransfer, "") }
func (s *State) askSecond()   { s.begin(verbSecond, "") }

// begin asks in place; the list waits.
func (s *State) begin(verb queueVerb, typed string) {
	s.touched()
	t, ok := s.ready(verb)
	if !ok {
		return
	}
	s.ask = &queueAsk{verb: verb, ticket: t}
	s.typeAsk(typed)
}

// typeAsk takes what is typed into the field of the question.
func (s *State) typeAsk(words string) {
	if s.ask == nil {
		return
	}
	s.ask.typed, s.ask.chosen = words, 0
	switch s.ask.verb {
	case verbTransfer:
		s.ask.choices = s.targets(words)
	case verbSecond:
		s.ask.choices = s.services(words)
	}
	s.changed()
}

// moveChoice goes up or down the choices.
func (s *State) moveChoice(by int) {
	if s.ask != nil && len(s.ask.choices) > 0 {
		s.ask.chosen = min(max(s.ask.chosen+by, 0), len(s.ask.choices)-1)
		s.changed()
	}
}

// takeChoice takes the i-th choice.
func (s *State) takeChoice(i int) {
	if s.ask == nil || i >= len(s.ask.choices) {
		return
	}
	s.ask.chosen = i
	s.answer()
}

// answer does what was asked.
func (s *State) answer() {
	ask := s.ask
	if ask.verb == verbPark {
		s.park(ask)
		return
	}
	if len(ask.choices) == 0 {
		s.hint("queue_page.choose_target")
		return
	}
	to := ask.choices[ask.chosen].to
	s.write(ask.verb, func(ctx context.Context) (models.Ticket, error) {
		if ask.verb == verbSecond {
			issued, err := s.queue.SecondService(ctx, stepOf(ask.ticket), to.Service)
			return issued.Ticket, err
		}
		return s.queue.Transfer(ctx, stepOf(ask.ticket), to)
	})
}

func (s *State) park(ask *queueAsk) {
	minutes, ok := ask.minutes()
	if !ok {
		s.hint("queue_page.park_minutes", longestPark)
		return
	}
	s.write(verbPark, func(ctx context.Context) (models.Ticket, error) {
		return s.queue.Park(ctx, stepOf(ask.ticket), time.Duration(minutes)*time.Minute)
	})
}

// minutes reads the field: 1–240.
func (a *queueAsk) minutes() (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(a.typed))
	return n, err == nil && n >= 1 && n <= longestPark
}

// targets are counters by number or name, services by everyday words, then
// agencies; without words the other counters of the agency.
func (s *State) targets(words string) []queueChoice {
	directory := s.desk.Catalogue().Directory
	folded := strings.ToLower(strings.TrimSpace(words))
	var counters, agencies []queueChoice
	for i := range directory.Agencies {
		a := &directory.Agencies[i]
		if folded != "" && agencyMatches(a, folded) && len(a.Counters) > 0 && a.Code != s.ask.ticket.Agency {
			agencies = append(agencies, queueChoice{to: desk.Target{Agency: a.Code}, agency: a})
		}
		for j := range a.Counters {
			c := &a.Counters[j]
			own := folded == "" && a.Code == s.ask.ticket.Agency
			if (own || folded != "" && counterMatches(c, folded)) && c.Code != s.ask.ticket.AtCounter {
				counters = append(counters, queueChoice{to: desk.Target{Counter: c.Code}, counter: c, agency: a})
			}
		}
	}
	counters = counters[:min(len(counters), choicesPerAgent)]
	agencies = agencies[:min(len(agencies), choicesPerAgent)]
	services := s.services(words)
	list := append(append(counters, agencies...), services...)
	return list[:min(len(list), longestChoices)]
}

func agencyMatches(a *models.Agency, folded string) bool {
	return strings.Contains(strings.ToLower(a.Name), folded) || strings.Contains(strings.ToLower(a.ShortName), folded)
}

func counterMatches(c *models.Counter, folded string) bool {
	return strings.HasPrefix(strconv.Itoa(c.Number), folded) || strings.Contains(strings.ToLower(c.Name), folded)
}

// services are those that the words fit; without words those of the agency.
func (s *State) services(words string) []queueChoice {
	if strings.TrimSpace(words) == "" {
		return s.ownServices()
	}
	var list []queueChoice
	for _, o := range s.desk.Find(words, longestChoices, desk.Today{}, s.desk.Now()).Services {
		list = s.addService(list, o.Service, o.Agency)
	}
	return list
}

func (s *State) ownServices() []queueChoice {
	var list []queueChoice
	agency := s.desk.Catalogue().Agency(s.ask.ticket.Agency)
	for i := range agency.Services {
		list = s.addService(list, &agency.Services[i], agency)
	}
	return list[:min(len(list), longestChoices)]
}

// addService adds a service that gives numbers here and is another one.
func (s *State) addService(list []queueChoice, service *models.Service, agency *models.Agency) []queueChoice {
	if !service.IssuesTicket() || service.ReferTo != nil || service.Code == s.ask.ticket.Service {
		return list
	}
	c := queueChoice{to: desk.Target{Service: service.Code}, service: service, agency: agency}
	if counters := s.desk.Catalogue().CountersOf(service); len(counters) > 0 {
		c.counter = counters[0]
	}
	return append(list, c)
}
