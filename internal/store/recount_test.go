package store_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/report"
	"frontdesk/internal/store"
)

// month is what a report tells, a figure a key, and what a person finds who
// counts the raw rows of the file by hand.
type month map[string]int

func (m month) add(n int, key ...any) { m[fmt.Sprint(key...)] += n }

// reported writes a report as a month.
func reported(r report.Report) month {
	m := month{}
	m.add(r.Visits, "visits")
	m.add(r.People, "people")
	m.add(r.Days, "days")
	m.add(r.Voided, "voided")
	m.add(r.Papers.Checked, "checked")
	m.add(r.Priority, "priority")
	m.add(r.NotFound, "not found")
	m.line("all", report.Line{Errands: r.Errands, Called: r.Called, Served: r.Served, NoShows: r.NoShows,
		Incomplete: r.Papers.Incomplete, TurnedAway: r.TurnedAway, Questions: r.Questions, Waiting: r.Waiting, Serving: r.Serving})
	for _, a := range r.Agencies {
		m.line(a.Code, a.Line)
		for _, s := range a.Services {
			name := s.Code
			switch {
			case s.Sensitive:
				name = "sensitive"
			case name == "":
				name = "unsaid"
			}
			m.line(a.Code+" "+name, s.Line)
		}
	}
	for of, list := range map[string][]report.Count{"kind ": r.Kinds, "reason ": r.Reasons, "asked ": r.Asked, "group ": r.Priorities} {
		for _, c := range list {
			m.add(c.N, of, c.Of)
		}
	}
	for _, c := range r.Missing {
		m.add(c.N, "missing ", c.Agency, " ", c.Service, " ", c.Name)
	}
	for _, h := range r.Hours {
		m.add(h.Days, "days of ", h.Weekday)
		for hour, people := range h.People {
			m.add(people, "people of ", h.Weekday, " at ", hour)
		}
	}
	return m
}

func (m month) line(of string, l report.Line) {
	for key, n := range map[string]int{"errands": l.Errands, "called": l.Called, "served": l.Served, "no-shows": l.NoShows,
		"incomplete": l.Incomplete, "turned away": l.TurnedAway, "questions": l.Questions,
		"waiting": l.Waiting.N, "waiting median": l.Waiting.Median, "waiting p90": l.Waiting.P90,
		"serving": l.Serving.N, "serving median": l.Serving.Median, "serving p90": l.Serving.P90} {
		m.add(n, of, " ", key)
	}
}

// byHand counts the rows of a file between two days.
type byHand struct {
	month
	catalogue *models.Catalogue
	waits     map[string][]time.Duration // by line
	serves    map[string][]time.Duration
}

// recount reads the rows with the plain driver.
func recount(t rapid.TB, file string, catalogue *models.Catalogue, from, to string) month {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+file+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	c := byHand{month{}, catalogue, map[string][]time.Duration{}, map[string][]time.Duration{}}
	each := func(query string, scan func(*sql.Rows) error) {
		t.Helper()
		rows, err := db.Query(query, from, to)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			if err := scan(rows); err != nil {
				t.Fatal(err)
			}
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	const valid = `v.mall_id = 'MPP-6402' AND v.business_date BETWEEN ? AND ? AND v.voided_at = 0`
	each(`SELECT kind, turned_away, service, priorities, party, strftime('%w', business_date), strftime('%H', arrived_at / 1000000, 'unixepoch', '+8 hours')
		FROM visits v WHERE `+valid, c.visit)
	each(`SELECT strftime('%w', business_date), count(DISTINCT business_date) FROM visits v WHERE `+valid+` GROUP BY 1`, func(rows *sql.Rows) error {
		var weekday, days int
		err := rows.Scan(&weekday, &days)
		c.add(days, "days")
		c.add(days, "days of ", (weekday+6)%7+1)
		return err
	})
	each(`SELECT k.agency, k.service, k.state, k.papers, k.missing, coalesce(k.calls, 0), coalesce(k.no_shows, 0),
		(SELECT group_concat(e.id || ',' || e.state || ',' || e.at || ',' || coalesce(e.undoes, '') || ',' || coalesce(e.from_parked_until, 0), ';' ORDER BY e.at, e.id)
			FROM ticket_events e WHERE e.ticket_id = k.id)
		FROM tickets k JOIN visits v ON v.id = k.visit_id WHERE `+valid, c.ticket)
	each(`SELECT count(*) FROM search_misses v WHERE v.mall_id = 'MPP-6402' AND v.business_date BETWEEN ? AND ?`, func(rows *sql.Rows) error {
		var n int
		err := rows.Scan(&n)
		c.add(n, "not found")
		return err
	})
	for of, list := range c.waits {
		c.spread(of+" waiting", list)
	}
	for of, list := range c.serves {
		c.spread(of+" serving", list)
	}
	return c.month
}

func (c byHand) visit(rows *sql.Rows) error {
	var kind, reason, service, groups string
	var party, weekday, hour int
	if err := rows.Scan(&kind, &reason, &service, &groups, &party, &weekday, &hour); err != nil {
		return err
	}
	c.add(1, "visits")
	c.add(1, "kind ", kind)
	if kind != "phone_question" {
		c.add(party, "people")
		c.add(party, "people of ", (weekday+6)%7+1, " at ", hour)
	}
	if groups != "" {
		c.add(1, "priority")
		for group := range strings.SplitSeq(groups, ",") {
			c.add(1, "group ", group)
		}
	}
	first, _, _ := strings.Cut(service, ",")
	switch kind {
	case "turned_away":
		c.add(1, "reason ", reason)
		c.on("", first, "turned away")
	case "question", "phone_question":
		c.add(1, "asked ", kind)
		c.on("", first, "questions")
	case "service":
		for code := range strings.SplitSeq(service, ",") {
			if code != "" {
				c.on("", code, "errands")
			}
		}
	}
	return nil
}

// lines are the lines of the report that count for an agency and a service.
func (c byHand) lines(agency, service string) []string {
	found, of := c.catalogue.Service(service)
	if agency == "" && found != nil {
		agency = of.Code
	}
	if agency == "" {
		return []string{"all"}
	}
	switch {
	case found != nil && found.Sensitive:
		service = "sensitive"
	case service == "":
		service = "unsaid"
	}
	return []string{"all", agency, agency + " " + service}
}

func (c byHand) on(agency, service, what string) {
	for _, line := range c.lines(agency, service) {
		c.add(1, line, " ", what)
	}
}

func (c byHand) ticket(rows *sql.Rows) error {
	var agency, service, state, papers, missing, events string
	var calls, absent int
	if err := rows.Scan(&agency, &service, &state, &papers, &missing, &calls, &absent, &events); err != nil {
		return err
	}
	if state == "voided" {
		c.add(1, "voided")
		return nil
	}
	c.on(agency, service, "errands")
	if papers == "complete" || papers == "incomplete" {
		c.add(1, "checked")
	}
	for what, yes := range map[string]bool{"called": calls > 0, "no-shows": absent > 0, "served": state == "done", "incomplete": papers == "incomplete"} {
		if yes {
			c.on(agency, service, what)
		}
	}
	var list []string
	if missing != "" {
		if err := json.Unmarshal([]byte(missing), &list); err != nil {
			return err
		}
	}
	for _, requirement := range list {
		name, of := "", c.catalogue.Agency(agency).ShortName // after a transfer to the agency as a whole
		if found, _ := c.catalogue.Service(service); found != nil {
			name = found.Name
			if found.Sensitive {
				name, requirement = "", ""
			}
		}
		c.add(1, "missing ", of, " ", name, " ", requirement)
	}
	if state == "done" {
		waited, served := spent(events)
		for _, line := range c.lines(agency, service) {
			c.waits[line] = append(c.waits[line], waited)
			c.serves[line] = append(c.serves[line], served)
		}
	}
	return nil
}

// spent goes along a ticket's life: what was undone never happened, and a
// parking that went on too long is waiting.
func spent(events string) (waited, served time.Duration) {
	type step struct {
		state      string
		at, parked int64
	}
	var steps []step
	undone := map[string]bool{}
	list := strings.Split(events, ";")
	for _, e := range list {
		if f := strings.Split(e, ","); f[3] != "" {
			undone[f[3]], undone[f[0]] = true, true
		}
	}
	for _, e := range list {
		f := strings.Split(e, ",")
		var s step
		fmt.Sscan(f[2], &s.at)
		fmt.Sscan(f[4], &s.parked)
		if s.state = f[1]; !undone[f[0]] {
			steps = append(steps, s)
		}
	}
	for i := 1; i < len(steps); i++ {
		from, to := steps[i-1].at, steps[i].at
		switch steps[i-1].state {
		case "waiting", "printing":
			waited += time.Duration(to-from) * time.Microsecond
		case "serving":
			served += time.Duration(to-from) * time.Microsecond
		case "parked":
			if until := steps[i].parked; until >= from && until < to {
				waited += time.Duration(to-until) * time.Microsecond
			}
		}
	}
	return waited, served
}

// spread puts the minutes in a row and takes the ones at half and nine tenths.
func (c byHand) spread(of string, list []time.Duration) {
	var minutes []int
	for _, d := range list {
		minutes = append(minutes, min(int(d.Minutes()), report.MostMinutes))
	}
	slices.Sort(minutes)
	c.add(len(minutes), of)
	c.add(minutes[(len(minutes)+1)/2-1], of, " median")
	c.add(minutes[(9*len(minutes)+9)/10-1], of, " p90")
}

// differ tells where two months do; what one does not name is 0 there.
func (m month) differ(other month) (list []string) {
	for key := range m {
		if m[key] != other[key] {
			list = append(list, fmt.Sprintf("%s: reported %d, counted %d", key, m[key], other[key]))
		}
	}
	for key, n := range other {
		if _, named := m[key]; !named && n != 0 {
			list = append(list, fmt.Sprintf("%s: not reported, counted %d", key, n))
		}
	}
	slices.Sort(list)
	return list
}

// played is a mall of two desks whose days are made up at random.
type played struct {
	*records
	other    *desk.Desk
	practice *desk.Desk
	reports  report.Reporter
	file     string
	compared int
}

// playedServices are ordinary ones, a sensitive one, one without numbers and
// two that a plan puts in order.
var playedServices = []string{"DUK-02", "DUK-05", "POL-06", "POS-01", "SAM-01", "PAG-01", "MPP-01"}

func newPlayed(t *testing.T) *played {
	t.Helper()
	folder := t.TempDir()
	open := place(func(clock models.Clock, options ...store.Option) (*store.Store, error) {
		return store.Open(context.Background(), folder, clock, options...)
	})
	p := &played{records: newRecords(deskOn(t, open, 1)), file: filepath.Join(folder, store.FileName)}
	parts, n := p.parts, 0
	parts.Self.ID, parts.Self.Number = "00000000-0000-7000-9000-00000000000f", 2
	parts.NewID = func() string { n++; return fmt.Sprintf("00000000-0000-7000-9000-%012d", 1000+n) }
	p.other, p.practice = desk.New(parts), p.practising()
	p.reports = report.Reporter{Stats: p.store, Mall: p.Desk}
	return p
}

// come checks somebody in at either desk, now or on a day before, for one
// errand or two.
func (p *played) come(t *rapid.T) {
	services := rapid.SliceOfNDistinct(rapid.SampledFrom(playedServices), 1, 2, rapid.ID).Draw(t, "services")
	in := desk.CheckIn{Errands: errands(services...), Force: "uji", Party: rapid.IntRange(1, 4).Draw(t, "party")}
	for i := range in.Errands {
		in.Errands[i].Papers = rapid.SampledFrom([]models.Papers{"", models.PapersComplete, models.PapersIncomplete}).Draw(t, "papers")
		if in.Errands[i].Papers == models.PapersIncomplete {
			in.Errands[i].Missing = []string{rapid.SampledFrom([]string{"KK asli", "Pas foto"}).Draw(t, "missing")}
		}
	}
	in.Priorities = rapid.SliceOfNDistinct(rapid.SampledFrom(models.Priorities), 0, 2, rapid.ID).Draw(t, "groups")
	if late := rapid.IntRange(0, 3).Draw(t, "late"); late == 0 {
		in.At = p.now.Add(-time.Duration(rapid.IntRange(1, 30*60).Draw(t, "minutes ago")) * time.Minute)
	}
	at := []*desk.Desk{p.Desk, p.other}[rapid.IntRange(0, 1).Draw(t, "desk")]
	receipt, err := at.CheckIn(context.Background(), in)
	if refusedOr(t, err) {
		return
	}
	p.visits = append(p.visits, receipt.Visit.ID)
	for _, k := range receipt.Tickets {
		p.tickets = append(p.tickets, k.ID)
	}
	p.tickets = p.tickets[max(0, len(p.tickets)-8):] // what happens, happens to those that are there
}

// others come without a number, or only practise.
func (p *played) others(t *rapid.T) {
	ctx := context.Background()
	_, err := p.practice.CheckIn(ctx, desk.CheckIn{Errands: errands("DUK-02"), Force: "uji", Party: 9})
	refusedOr(t, err)
	_, err = p.CheckIn(ctx, desk.CheckIn{Guest: true, Party: 2})
	refusedOr(t, err)
	refusedOr(t, p.other.Missed(ctx, rapid.SampledFrom([]string{"kartu nelayan", "sim hilang"}).Draw(t, "words")))
	p.without(t)
}

func (p *played) correct(t *rapid.T) {
	if len(p.visits) == 0 {
		return
	}
	groups := rapid.SliceOfNDistinct(rapid.SampledFrom(models.Priorities), 0, 2, rapid.ID).Draw(t, "groups")
	_, err := p.Correct(context.Background(), desk.Correction{VisitID: rapid.SampledFrom(p.visits).Draw(t, "visit"), Priorities: &groups, Reason: "uji"})
	if models.KindOf(err) != models.KindUsage { // nothing to change
		refusedOr(t, err)
	}
}

// compare recounts a span of days.
func (p *played) compare(t *rapid.T) {
	span := []string{rapid.SampledFrom(p.days).Draw(t, "from"), rapid.SampledFrom(p.days).Draw(t, "to")}
	slices.Sort(span)
	made, err := p.reports.Read(context.Background(), span[0], span[1])
	if err != nil {
		t.Fatal(err)
	}
	if list := reported(made).differ(recount(t, p.file, p.Catalogue(), span[0], span[1])); len(list) > 0 {
		t.Fatalf("%s – %s:\n%s", span[0], span[1], strings.Join(list, "\n"))
	}
	p.compared += made.Visits
}

// TestAReportIsWhatAPersonCountsInTheRawRows plays days at two desks, with
// everything that may happen to a visit, and counts the file by hand.
func TestAReportIsWhatAPersonCountsInTheRawRows(t *testing.T) {
	if onServer() {
		t.Skip("the rows are read from a file; the store's own tests compare both databases")
	}
	p := newPlayed(t)
	ctx := context.Background()
	served, runs := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		if runs++; runs > 40 { // the file grows with each
			return
		}
		minutes := func(t *rapid.T) time.Duration {
			return time.Duration(rapid.IntRange(1, 40).Draw(t, "minutes")) * time.Minute
		}
		t.Repeat(map[string]func(*rapid.T){
			"day": p.day, "come": p.come, "come again": p.come, "others": p.others, "next": p.next, "next again": p.next,
			"take back": p.takeBack, "correct": p.correct, "compare": p.compare,
			"time":  func(t *rapid.T) { p.now = p.now.Add(minutes(t)); p.storeNow = p.now },
			"serve": p.onTicket(func(id string) error { _, err := p.Serve(ctx, desk.Step{Ticket: id}); return err }),
			"work": func(t *rapid.T) {
				p.next(t)
				p.now = p.now.Add(minutes(t))
				at := desk.Step{Counter: rapid.SampledFrom([]string{"DUK-1", "DUK-3", "POS-1"}).Draw(t, "counter")}
				_, err := p.Serve(ctx, at)
				refusedOr(t, err)
				p.now = p.now.Add(minutes(t))
				if _, err = p.Done(ctx, at); !refusedOr(t, err) {
					served++
				}
				p.storeNow = p.now
			},
			"done":    p.onTicket(func(id string) error { _, err := p.Done(ctx, desk.Step{Ticket: id}); return err }),
			"no-show": p.onTicket(func(id string) error { _, err := p.NoShow(ctx, desk.Step{Ticket: id}); return err }),
			"return":  p.onTicket(func(id string) error { _, err := p.Return(ctx, desk.Step{Ticket: id}); return err }),
			"park": func(t *rapid.T) {
				span := minutes(t)
				p.onTicket(func(id string) error { _, err := p.Park(ctx, desk.Step{Ticket: id}, span); return err })(t)
			},
			"transfer": p.onTicket(func(id string) error {
				_, err := p.Transfer(ctx, desk.Step{Ticket: id}, desk.Target{Agency: "SAM"})
				return err
			}),
			"second": p.onTicket(func(id string) error { _, err := p.SecondService(ctx, desk.Step{Ticket: id}, "DUK-05"); return err }),
			"undo":   p.onTicket(func(id string) error { _, err := p.UndoStep(ctx, desk.Step{Ticket: id}); return err }),
			"void":   p.onTicket(func(id string) error { return p.Void(ctx, id, "uji") }),
			"unvoid": p.onTicket(func(id string) error { return p.UndoVoid(ctx, id) }),
			"change": p.onTicket(func(id string) error { _, err := p.ChangeService(ctx, id, "DUK-01"); return err }),
		})
		p.compare(t)
	})
	if p.compared < 500 || served < 10 {
		t.Errorf("only %d visits were counted and %d numbers served", p.compared, served)
	}
}
