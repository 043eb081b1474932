package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

type planAnswer struct {
	Stops []stopAnswer `json:"stops"`
	Ends  string       `json:"ends"` // RFC 3339
}

type stopAnswer struct {
	Service string         `json:"service"`
	Agency  string         `json:"agency"`
	Counter *counterAnswer `json:"counter"`
	Arrive  string         `json:"arrive"`
	Start   string         `json:"start"`
	Finish  string         `json:"finish"`
	AtOnce  bool           `json:"at_once"` // its number waits from the beginning
	Missed  bool           `json:"missed"`  // will not be served any more today
}

func planCommand(c *call) *cobra.Command {
	var services, first []string
	cmd := &cobra.Command{Use: "plan --service KODE…", Short: "Urutan terbaik untuk beberapa keperluan", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.plan(cmd, services, first) }}
	cmd.Flags().StringSliceVar(&services, "service", nil, "kode layanan; beberapa, dipisah koma")
	cmd.Flags().StringSliceVar(&first, "first", nil, "kode layanan yang harus didahulukan")
	addMoment(cmd, c)
	return cmd
}

func (c *call) plan(cmd *cobra.Command, services, first []string) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	if len(services) == 0 {
		return models.Misuse("checkin.no_service")
	}
	for _, code := range services {
		if s, _ := p.Desk.Catalogue().Service(code); s == nil {
			return models.Misuse("checkin.unknown_service", code)
		}
	}
	at, err := c.instant(p)
	if err != nil {
		return err
	}
	today, err := p.Desk.Today(cmd.Context(), at)
	if err != nil {
		return err
	}
	trip := p.Desk.PlanTrip(today, at, services, first...)
	answer := planAnswer{Stops: []stopAnswer{}, Ends: rfc3339(p.Desk, trip.Ends(at))}
	for _, stop := range trip.Stops {
		answer.Stops = append(answer.Stops, stopOf(p.Desk, stop))
	}
	return c.print(answer, func(w io.Writer) { c.printPlan(w, p.Desk, trip) })
}

func stopOf(d *desk.Desk, s desk.TripStop) stopAnswer {
	_, agency := d.Catalogue().Service(s.Service)
	return stopAnswer{Service: s.Service, Agency: agency.Code, Counter: counterOf(s.Counter), Arrive: rfc3339(d, s.Arrive),
		Start: rfc3339(d, s.Start), Finish: rfc3339(d, s.Finish), AtOnce: s.AtOnce, Missed: s.Missed}
}

func (c *call) printPlan(w io.Writer, d *desk.Desk, trip desk.Trip) {
	for i, stop := range trip.Stops {
		service, agency := d.Catalogue().Service(stop.Service)
		key := "plan.stop"
		if stop.Missed {
			key = "plan.missed"
		}
		fmt.Fprintln(w, c.speak.T(key, i+1, stop.Start.In(d.Now().Location()), agency.ShortName, service.Name))
	}
}
