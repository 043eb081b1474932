package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

type markAnswer struct {
	Mark     presenceAnswer `json:"mark"`
	Agency   agencyAnswer   `json:"agency"`
	Status   statusAnswer   `json:"status"`
	Outdated bool           `json:"outdated"` // a mark for a later instant holds
	Affected []waiterAnswer `json:"affected"`
	Freed    []waiterAnswer `json:"freed,omitempty"` // planned anew: they go elsewhere first
}

// presenceAnswer is a mark; Until null is for the rest of the day.
type presenceAnswer struct {
	ID      string               `json:"id"`
	Counter string               `json:"counter,omitempty"`
	State   models.PresenceState `json:"state"`
	Reason  string               `json:"reason"`
	Until   *string              `json:"until"`
	At      string               `json:"at"`
}

type waiterAnswer struct {
	ID       string `json:"id"`
	Number   string `json:"number"`
	Service  string `json:"service"`
	Counter  string `json:"counter"`
	IssuedAt string `json:"issued_at"`
}

type presenceListAnswer struct {
	Date     string              `json:"date"`
	Agencies []agencyTodayAnswer `json:"agencies"`
}

// agencyTodayAnswer is an agency on one day; Mark null: nobody said anything.
type agencyTodayAnswer struct {
	Code            string           `json:"code"`
	ShortName       string           `json:"short_name"`
	Status          statusAnswer     `json:"status"`
	Mark            *presenceAnswer  `json:"mark"`
	CounterMarks    []presenceAnswer `json:"counter_marks"`
	CountersStaffed int              `json:"counters_staffed"`
	Counters        int              `json:"counters"`
	Waiting         int              `json:"waiting"`
	QuotaLeft       *int             `json:"quota_left"` // null: no quota
}

func presenceCommand(c *call) *cobra.Command {
	return group("presence", "Instansi yang hadir hari ini", presenceSetCommand(c), presenceListCommand(c))
}

func presenceSetCommand(c *call) *cobra.Command {
	var mark desk.PresenceMark
	var state, until string
	cmd := &cobra.Command{Use: "set --agency KODE --state KEADAAN", Short: "Tandai instansi atau loket", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			mark.State = models.PresenceState(state)
			return c.markPresence(cmd, mark, until)
		}}
	flags := cmd.Flags()
	flags.StringVar(&mark.Agency, "agency", "", "kode instansi")
	flags.StringVar(&mark.Counter, "counter", "", "kode loket (bawaan: seluruh instansi)")
	flags.StringVar(&state, "state", "", "present|late|absent|outage|break, untuk loket juga staffed|unstaffed")
	flags.StringVar(&mark.Reason, "reason", "", "alasan yang dibacakan kepada pengunjung")
	flags.StringVar(&until, "until", "", "sampai jam HH.MM atau RFC 3339 (bawaan: sepanjang hari)")
	addMoment(cmd, c)
	return cmd
}

func (c *call) markPresence(cmd *cobra.Command, mark desk.PresenceMark, until string) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	at, err := c.instant(p)
	if err != nil {
		return err
	}
	if c.at != "" {
		mark.At = at
	}
	if mark.Until, err = p.Desk.ReadUntil(until, at); err != nil {
		return err
	}
	marked, err := p.Desk.MarkPresence(cmd.Context(), mark)
	if err != nil {
		return err
	}
	answer := c.markAnswer(p.Desk, marked)
	return c.print(answer, func(w io.Writer) { c.printMark(w, answer) })
}

func (c *call) markAnswer(d *desk.Desk, m desk.MarkedPresence) markAnswer {
	agency := d.Catalogue().Agency(m.Agency)
	answer := markAnswer{Mark: c.presenceAnswer(d, m.Presence), Agency: agencyAnswer{agency.Code, agency.ShortName},
		Status: c.statusAnswer(m.Status, d.Now().Location()), Outdated: m.Outdated, Affected: []waiterAnswer{}}
	for _, t := range m.Affected {
		answer.Affected = append(answer.Affected, waiterOf(d, t))
	}
	for _, t := range m.Freed {
		answer.Freed = append(answer.Freed, waiterOf(d, t))
	}
	return answer
}

func waiterOf(d *desk.Desk, t models.Ticket) waiterAnswer {
	return waiterAnswer{t.ID, t.Number, t.Service, t.Counter, rfc3339(d, t.IssuedAt)}
}

func (c *call) presenceAnswer(d *desk.Desk, p models.Presence) presenceAnswer {
	answer := presenceAnswer{ID: p.ID, Counter: p.Counter, State: p.State, Reason: p.Reason, At: rfc3339(d, p.At)}
	if !p.Until.IsZero() {
		until := rfc3339(d, p.Until)
		answer.Until = &until
	}
	return answer
}

func (c *call) printMark(w io.Writer, answer markAnswer) {
	fmt.Fprintln(w, c.speak.T("presence.marked", answer.Agency.ShortName, answer.Status.Reason))
	if answer.Outdated {
		fmt.Fprintln(w, c.speak.T("presence.outdated"))
	}
	if len(answer.Affected) > 0 {
		fmt.Fprintln(w, c.speak.T("presence.affected", len(answer.Affected)))
	}
	for _, t := range answer.Affected {
		fmt.Fprintf(w, "  %s  %s  %s\n", t.Number, t.Service, t.IssuedAt)
	}
	for _, t := range answer.Freed {
		fmt.Fprintln(w, c.speak.T("presence.freed", t.Number))
	}
}

func presenceListCommand(c *call) *cobra.Command {
	var date string
	cmd := &cobra.Command{Use: "list", Short: "Keadaan semua instansi", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.listPresence(cmd, date) }}
	cmd.Flags().StringVar(&date, "date", "", "hari, YYYY-MM-DD (bawaan: hari ini)")
	addMoment(cmd, c)
	return cmd
}

// listPresence tells how it stands now, or at the same hour of another day.
func (c *call) listPresence(cmd *cobra.Command, date string) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	at, err := c.instant(p)
	if err != nil {
		return err
	}
	if date != "" {
		day, ok := models.ParseDate(date)
		if !ok {
			return models.Misuse("visits.bad_date", date)
		}
		at = at.In(p.Desk.Now().Location())
		at = time.Date(day.Year(), day.Month(), day.Day(), at.Hour(), at.Minute(), at.Second(), 0, at.Location())
	}
	today, err := p.Desk.Today(cmd.Context(), at)
	if err != nil {
		return err
	}
	answer := presenceListAnswer{Date: today.BusinessDate, Agencies: []agencyTodayAnswer{}}
	for _, a := range p.Desk.Agencies(today, at) {
		answer.Agencies = append(answer.Agencies, c.agencyToday(p.Desk, a, at))
	}
	return c.print(answer, func(w io.Writer) { c.printPresence(w, answer) })
}

func (c *call) agencyToday(d *desk.Desk, a desk.AgencyStatus, at time.Time) agencyTodayAnswer {
	answer := agencyTodayAnswer{Code: a.Agency.Code, ShortName: a.Agency.ShortName,
		Status: c.statusAnswer(a.Status, d.Now().Location()), CounterMarks: []presenceAnswer{},
		CountersStaffed: a.Staffed(at), Counters: len(a.Agency.Counters), Waiting: a.Demand.Waiting}
	if a.Presence.State != "" {
		mark := c.presenceAnswer(d, a.Presence.Presence)
		answer.Mark = &mark
	}
	for _, counter := range a.Agency.Counters {
		if mark, ok := a.Presence.Counters[counter.Code]; ok {
			answer.CounterMarks = append(answer.CounterMarks, c.presenceAnswer(d, mark))
		}
	}
	if a.Status.QuotaLeft >= 0 {
		answer.QuotaLeft = &a.Status.QuotaLeft
	}
	return answer
}

func (c *call) printPresence(w io.Writer, answer presenceListAnswer) {
	for _, a := range answer.Agencies {
		line := fmt.Sprintf("%-5s %-18s %d/%d  %3d  %s", a.Code, a.ShortName, a.CountersStaffed, a.Counters, a.Waiting, a.Status.Reason)
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}
