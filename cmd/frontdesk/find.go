package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/finder"
	"frontdesk/internal/models"
)

type findAnswer struct {
	Query      string            `json:"query"`
	Confidence finder.Confidence `json:"confidence"`
	Services   []serviceAnswer   `json:"services"`
	Places     []placeAnswer     `json:"places"`
	LifeEvents []lifeEventAnswer `json:"life_events"`
}

type serviceAnswer struct {
	Code         string           `json:"code"`
	Name         string           `json:"name"`
	Agency       agencyAnswer     `json:"agency"`
	Counter      *counterAnswer   `json:"counter"`
	Directions   string           `json:"directions"`
	Status       statusAnswer     `json:"status"`
	Waiting      *int             `json:"waiting"`  // called before who comes now; null where nobody calls
	Estimate     *waitAnswer      `json:"estimate"` // of who takes a number now
	Requirements []string         `json:"requirements"`
	Duration     string           `json:"duration"`
	Fee          string           `json:"fee"`
	ReferTo      *models.Referral `json:"refer_to"`
}

type agencyAnswer struct {
	Code      string `json:"code"`
	ShortName string `json:"short_name"`
}

type counterAnswer struct {
	Code   string `json:"code"`
	Number int    `json:"number"`
	Name   string `json:"name"`
	Floor  int    `json:"floor"`
}

type statusAnswer struct {
	State       models.State `json:"state"`
	Open        bool         `json:"open"`
	Reason      string       `json:"reason"`
	NextOpening *string      `json:"next_opening"`
}

type placeAnswer struct {
	Kind  models.PlaceKind `json:"kind"`
	Name  string           `json:"name"`
	Floor int              `json:"floor"`
}

type lifeEventAnswer struct {
	Code     string   `json:"code"`
	Name     string   `json:"name"`
	Services []string `json:"services"`
}

func findCommand(c *call) *cobra.Command {
	var limit int
	cmd := &cobra.Command{Use: "find KATA…", Short: "Cari layanan, tempat, atau peristiwa hidup", Args: atLeast(1),
		RunE: func(cmd *cobra.Command, words []string) error {
			if limit < 1 {
				return models.Misuse("command.limit", limit)
			}
			p, err := c.open(cmd.Context())
			if err != nil {
				return err
			}
			at, err := c.instant(p)
			if err != nil {
				return err
			}
			today, err := p.Desk.Today(cmd.Context(), at)
			if err != nil {
				return err
			}
			finding := p.Desk.Find(strings.Join(words, " "), limit, today, at)
			return c.print(c.findAnswer(p.Desk, finding), func(w io.Writer) { c.printFinding(w, p.Desk, finding) })
		}}
	cmd.Flags().IntVar(&limit, "limit", 5, "jumlah layanan paling banyak")
	addMoment(cmd, c)
	return cmd
}

// addMoment adds the flags of every command that answers for an instant.
func addMoment(cmd *cobra.Command, c *call) {
	cmd.Flags().StringVar(&c.at, "at", "", "anggap sekarang adalah waktu ini (RFC 3339)")
	addJSON(cmd, c)
}

func addJSON(cmd *cobra.Command, c *call) {
	cmd.Flags().BoolVar(&c.json, "json", false, "jawab dalam JSON")
}

func (c *call) findAnswer(d *desk.Desk, f desk.Finding) findAnswer {
	answer := findAnswer{Query: f.Query, Confidence: f.Confidence, Services: []serviceAnswer{},
		Places: []placeAnswer{}, LifeEvents: []lifeEventAnswer{}}
	for _, offer := range f.Services {
		answer.Services = append(answer.Services, c.serviceAnswer(d, offer))
	}
	for _, hit := range f.Places {
		answer.Places = append(answer.Places, placeAnswer{hit.Place.Kind, hit.Place.Name, hit.Floor.Number})
	}
	for _, e := range f.LifeEvents {
		answer.LifeEvents = append(answer.LifeEvents, lifeEventAnswer{e.Code, e.Name, listed(e.Services)})
	}
	return answer
}

func (c *call) serviceAnswer(d *desk.Desk, o desk.Offer) serviceAnswer {
	answer := serviceAnswer{
		Code: o.Service.Code, Name: o.Service.Name,
		Agency:       agencyAnswer{o.Agency.Code, o.Agency.ShortName},
		Counter:      counterOf(o.Counter),
		Directions:   c.directions(d, o.Counter),
		Status:       c.statusAnswer(o.Status, d.Now().Location()),
		Requirements: listed(o.Service.Requirements),
		Duration:     o.Service.Duration, Fee: o.Service.Fee, ReferTo: o.Service.ReferTo,
	}
	answer.Waiting, answer.Estimate = waitOf(o.Wait)
	return answer
}

func (c *call) statusAnswer(s models.Status, mall *time.Location) statusAnswer {
	answer := statusAnswer{State: s.State, Open: s.Open, Reason: c.speak.Say(s.Reason)}
	if !s.NextOpening.IsZero() {
		next := s.NextOpening.In(mall).Format(time.RFC3339)
		answer.NextOpening = &next
	}
	return answer
}

func (c *call) directions(d *desk.Desk, counter *models.Counter) string {
	return c.speak.Way(d.Way(counter))
}

func counterOf(counter *models.Counter) *counterAnswer {
	if counter == nil {
		return nil
	}
	return &counterAnswer{counter.Code, counter.Number, counter.Name, counter.Floor}
}

// listed keeps an empty list a list: [] and never null.
func listed(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

func (c *call) printFinding(w io.Writer, d *desk.Desk, f desk.Finding) {
	for i, o := range f.Services {
		fmt.Fprintf(w, "%d. %s  [%s]\n   %s\n", i+1, o.Service.Name, o.Service.Code, c.placeLine(d, o))
		fmt.Fprintf(w, "   %s\n", c.speak.Say(o.Status.Reason))
		if o.Wait != nil && o.Status.Open {
			fmt.Fprintf(w, "   %s\n", c.speak.Say(o.Wait.Say()))
		}
	}
	for _, p := range f.Places {
		fmt.Fprintf(w, "%s · %s\n", p.Place.Name, p.Floor.Name)
	}
	for _, e := range f.LifeEvents {
		fmt.Fprintf(w, "%s: %s\n", e.Name, strings.Join(e.Services, ", "))
	}
	if len(f.Services)+len(f.Places)+len(f.LifeEvents) == 0 {
		fmt.Fprintln(w, c.speak.T("find.nothing"))
	}
}

func (c *call) placeLine(d *desk.Desk, o desk.Offer) string {
	if o.Service.ReferTo != nil {
		return c.speak.T("find.refer", o.Service.ReferTo.Name, o.Service.ReferTo.City)
	}
	if o.Counter == nil {
		return o.Agency.ShortName
	}
	return c.speak.T("find.place", o.Agency.ShortName, o.Counter.Number, o.Counter.Floor, c.directions(d, o.Counter))
}
