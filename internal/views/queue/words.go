package queue

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// queueWords puts the queue into words: one language, one instant, one
// directory. It is pure.
type queueWords struct {
	speak     *text.Speaker
	now       time.Time
	directory *models.Catalogue
	day       *queueDay
}

func (s *State) words(speak *text.Speaker) queueWords {
	return queueWords{speak: speak, now: s.desk.Now(), directory: s.desk.Catalogue(), day: s.day}
}

// agency is a line of the list at the left.
func (w queueWords) agency(q *agencyQueue) kit.AgencyCount {
	return kit.AgencyCount{Prefix: q.agency.TicketPrefix, Name: q.agency.ShortName,
		Count: w.speak.Count(len(q.waiting)), Empty: len(q.waiting) == 0, Note: w.note(q.status)}
}

// note says what is unusual about an agency today; nothing while it is open or
// has yet to open.
func (w queueWords) note(s models.Status) kit.Status {
	key := "queue_page.note." + string(s.State)
	if s.State == models.StateClosed && !s.Scheduled {
		key = "queue_page.note.unscheduled"
	}
	if !w.speak.Has(key) {
		return kit.Status{}
	}
	return kit.StatusOf(s.State, w.speak.T(key), "")
}

// about says number, floor and hours of an agency.
func (w queueWords) about(q *agencyQueue) string {
	return w.speak.T("queue_page.about", q.agency.TicketPrefix, q.agency.Floor, w.hours(q.status))
}

func (w queueWords) hours(s models.Status) string {
	state := stage.Lower(w.speak.T("state." + string(s.State)))
	if reason := w.speak.Say(s.Reason); reason != "" && s.Open {
		return state + " " + reason
	} else if reason != "" {
		return stage.Lower(reason)
	}
	return state
}

// card is what a counter does now; a free one names whom it would call.
func (w queueWords) card(q *agencyQueue, c models.Counter) kit.CounterWork {
	work := kit.CounterWork{Number: strconv.Itoa(c.Number), Name: c.Name, Vacant: !w.day.staffed(q, c.Code)}
	if t, ok := q.at[c.Code]; ok {
		work.Ticket, work.Service, work.Status = t.Number, w.service(t.Ticket), w.atCounter(t)
		return work
	}
	work.Status = kit.Status{Shape: kit.ShapeRing, Colour: kit.ColorMuted, Word: w.speak.T("queue_page.free")}
	if since, ok := q.freed[c.Code]; ok {
		work.Status.Detail = w.speak.T("queue_page.free_since", w.minutes(since))
	}
	if t, ok := q.next[c.Code]; ok {
		work.Ticket, work.Beside, work.Service = t.Number, w.speak.T("queue_page.up_next"), w.service(t.Ticket)
		return work
	}
	work.Service = w.speak.T("queue_page.nobody_waits")
	return work
}

// atCounter says how the visitor at a counter is served.
func (w queueWords) atCounter(t models.QueuedTicket) kit.Status {
	if t.State == models.TicketServing {
		return kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: w.speak.T("queue_page.serving"),
			Detail: w.minutes(t.StateSince())}
	}
	detail := w.lasting("queue_page.seconds", t.StateSince())
	if t.Calls > 1 {
		detail = w.speak.T("queue_page.calls", t.Calls) + " · " + w.lasting("queue_page.short_seconds", t.StateSince())
	}
	return kit.Status{Shape: kit.ShapeCalled, Colour: kit.ColorAccent, Word: w.speak.T("queue_page.called"), Detail: detail}
}

// row is a line of the waiting.
func (w queueWords) row(t models.QueuedTicket) kit.Waiting {
	row := kit.Waiting{Number: t.Number, Service: w.service(t.Ticket), Waited: w.waited(t.IssuedAt)}
	if len(t.Priorities) > 0 {
		row.Priority = w.speak.T("priority." + string(t.Priorities[0]))
	}
	if wait, ok := w.day.wait(t.Ticket); ok {
		row.Estimate = w.estimate(wait)
	}
	code := t.Counter
	if t.AtCounter != "" {
		code = t.AtCounter
	}
	if c, agency := w.directory.Counter(code); c != nil {
		row.Counter = strconv.Itoa(c.Number)
		q := w.day.by[agency.Code]
		row.Vacant = q != nil && !w.day.staffed(q, code)
	}
	return row
}

// asGoodAsNow is the longest wait that is told as "now".
const asGoodAsNow = 2 * time.Minute

// estimate says between which times of day somebody is likely called, short
// enough for a column.
func (w queueWords) estimate(wait desk.Wait) string {
	low, high := w.day.at.Add(wait.Low).Truncate(time.Minute), w.day.at.Add(wait.High+time.Minute-1).Truncate(time.Minute)
	switch {
	case wait.OpenEnded:
		return w.speak.T("queue_page.called_from", low)
	case wait.High <= asGoodAsNow:
		return w.speak.T("queue_page.now")
	}
	return w.speak.T("queue_page.called_between", low, high)
}

// line is a ticket of one of the short lists.
func (w queueWords) line(in queuePart, t models.QueuedTicket) kit.TicketWords {
	line := kit.TicketWords{Number: t.Number, Service: w.service(t.Ticket), Detail: w.speak.Clock(t.StateSince().In(w.now.Location()))}
	line.Shape, line.Colour = partLooks[in].shape, partLooks[in].colour
	switch {
	case in == partParked && t.Held():
		line.Detail = w.speak.T("queue_page.follows", w.day.numbers[t.Follows])
	case in == partParked:
		line.Detail = w.speak.T("queue_page.back_at", t.ParkedUntil.In(w.now.Location()))
	case in == partMissed && t.Calls > 1:
		line.Service = w.speak.T("queue_page.called_times", t.Calls)
	}
	return line
}

// partLooks are the shapes of the short lists.
var partLooks = map[queuePart]struct {
	shape  kit.Shape
	colour fyne.ThemeColorName
}{
	partParked: {kit.ShapeParked, kit.ColorWarn},
	partMissed: {kit.ShapeCross, kit.ColorStop},
	partDone:   {kit.ShapeTick, kit.ColorOpen},
}

// service names what a ticket is for: its service, or the agency that it was
// sent to without one.
func (w queueWords) service(t models.Ticket) string {
	if s, _ := w.directory.Service(t.Service); s != nil {
		return s.Name
	}
	if t.Service != "" {
		return t.Service
	}
	return w.speak.T("queue_page.no_service")
}

// waited is how long somebody has waited, short enough for a column.
func (w queueWords) waited(since time.Time) string {
	minutes := max(0, int(w.now.Sub(since)/time.Minute))
	switch {
	case minutes == 0:
		return w.speak.T("queue_page.new")
	case minutes < 60:
		return w.speak.T("queue_page.short_minutes", minutes)
	}
	return w.speak.T("queue_page.short_hours", minutes/60, minutes%60)
}

// minutes says how long something has lasted.
func (w queueWords) minutes(since time.Time) string {
	n := max(0, int(w.now.Sub(since)/time.Minute))
	if n == 1 {
		return w.speak.T("queue_page.minute_one")
	}
	return w.speak.T("queue_page.minutes", n)
}

// lasting says how long a call has lasted, in seconds by the words of key; from a
// minute on in minutes.
func (w queueWords) lasting(key string, since time.Time) string {
	if n := max(0, int(w.now.Sub(since)/time.Second)); n < 60 {
		return w.speak.T(key, n)
	}
	return w.minutes(since)
}

// choice is a row of the chooser.
func (w queueWords) choice(c queueChoice, index int) kit.Result {
	r := kit.Result{Index: strconv.Itoa(index + 1)}
	switch {
	case c.service != nil:
		r.Name, r.Line = kit.PlainName(c.service.Name), w.speak.T("queue_page.to_service", c.agency.ShortName)
	case c.to.Counter != "":
		r.Name, r.Line = kit.PlainName(c.counter.Name), w.speak.T("queue_page.to_counter", c.agency.ShortName)
	default:
		r.Name, r.Line = kit.PlainName(c.agency.ShortName), w.speak.T("queue_page.to_agency", c.agency.Name)
	}
	if c.counter != nil {
		r.Number, r.Floor = strconv.Itoa(c.counter.Number), w.speak.T("row.floor", c.counter.Floor)
	}
	return r
}

// did says the last action in one line.
func (w queueWords) did(l queueLast) string {
	if l.verb == "" {
		return ""
	}
	at := l.ticket.AtCounter
	if c, _ := w.directory.Counter(at); c != nil {
		at = strconv.Itoa(c.Number)
	}
	return w.speak.T("queue_page.did."+string(l.verb), l.ticket.Number, at, l.ticket.ParkedUntil.In(w.now.Location()))
}

// saying is what stands in place above the list.
func (w queueWords) saying(s *State) (kind kit.NoteKind, title, sentence string) {
	switch {
	case s.say.err != nil && models.KindOf(s.say.err) == models.KindFault:
		return kit.NoteStop, w.speak.Error(s.say.err), w.speak.T("queue_page.fault_do")
	case s.say.err != nil:
		return kit.NoteWarn, stage.Capital(w.speak.Error(s.say.err)), w.speak.T("queue_page.refused_do")
	case !s.say.says.Empty():
		return kit.NoteInfo, "", w.speak.Say(s.say.says)
	case s.unread != nil:
		return kit.NoteStop, w.speak.T("queue_page.unread"), w.speak.T("queue_page.unread_do")
	}
	return kit.NoteInfo, "", ""
}

// later is the time of day in some minutes.
func (w queueWords) later(minutes int) time.Time {
	return w.now.Add(time.Duration(minutes) * time.Minute)
}

// paintSaying shows the note, or hides it when there is nothing to say.
func paintSaying(note *kit.Note, words queueWords, s *State) {
	kind, title, sentence := words.saying(s)
	stage.SetVisible(note, title != "" || sentence != "")
	if note.Visible() {
		note.Set(kind, title, sentence)
	}
}
