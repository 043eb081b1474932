package syncpage

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// historyLines is how many lines of history the page shows.
const historyLines = 20

// syncTry is a run, or several in a row that failed alike.
type syncTry struct {
	run   models.SyncRun // the newest of them
	times int
}

// tries folds retries that failed for one reason on one day into one line.
func tries(history []models.SyncRun) []syncTry {
	var list []syncTry
	for _, run := range history {
		if n := len(list); n > 0 && alike(list[n-1].run, run) {
			list[n-1].times++
			continue
		}
		list = append(list, syncTry{run, 1})
	}
	return list[:min(len(list), historyLines)]
}

func alike(a, b models.SyncRun) bool {
	return !a.Failure.Empty() && a.Failure.Key == b.Failure.Key && stage.SameDay(a.Started, b.Started)
}

// tryLine is one line of the history.
type tryLine struct {
	when   string
	status kit.Status
	detail string
}

func (w syncWords) try(t syncTry) tryLine {
	line := tryLine{when: w.when(t.run.Started), status: w.outcome(t.run)}
	if !t.run.Failure.Empty() {
		line.detail = firstSentence(w.failure(t.run))
		if t.times > 1 {
			line.detail = sentences(line.detail, w.speak.T("sync_page.tried", t.times))
		}
		return line
	}
	line.detail = stage.Joined(w.sent(t.run), w.seconds(t.run.Ended.Sub(t.run.Started)), w.restarted(t.run),
		w.aside(models.SyncOverview{Quarantined: t.run.Quarantined}))
	return line
}

// failure says why a run failed without naming its centre: the history does
// not keep the name, and the centre of today may be another one.
func (w syncWords) failure(run models.SyncRun) string {
	if key := run.Failure.Key + ".unnamed"; w.speak.Has(key) {
		return w.speak.T(key)
	}
	return w.speak.Say(run.Failure)
}

// firstSentence is what happened; what to do then stands above the history.
func firstSentence(words string) string {
	first, rest, found := strings.Cut(words, ". ")
	if !found || rest == "" {
		return words
	}
	return first + "."
}

// cancelledRun is the sentence of a run that a person ended.
const cancelledRun = "sync.cancelled"

// outcome is a run's result in shape, colour and a word.
func (w syncWords) outcome(run models.SyncRun) kit.Status {
	switch run.Failure.Key {
	case "":
		return kit.Status{Shape: kit.ShapeTick, Colour: kit.ColorOpen, Word: w.speak.T("sync_page.went_well")}
	case cancelledRun:
		return kit.Status{Shape: kit.ShapeParked, Colour: kit.ColorOff, Word: w.speak.T("sync_page.was_stopped")}
	}
	return kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: w.speak.T("sync_page.went_wrong")}
}

func (w syncWords) sent(run models.SyncRun) string {
	if run.Sent == 0 {
		return w.speak.T("sync_page.sent_none")
	}
	return w.several("sync_page.sent", run.Sent)
}

func (w syncWords) seconds(d time.Duration) string {
	if d < time.Second {
		return w.speak.T("sync_page.below_second")
	}
	return w.several("sync_page.seconds", int(d.Round(time.Second)/time.Second))
}

func (w syncWords) restarted(run models.SyncRun) string {
	if !run.Forked {
		return ""
	}
	return w.speak.T("sync_page.restarted")
}

// weekDays is how many days the strip of the last days shows.
const weekDays = 7

// syncDay is what became of one day.
type syncDay struct {
	day    string
	shape  kit.Shape
	colour fyne.ThemeColorName
	word   string // how many rows were sent, or what else is to say
	below  string // at what time
}

// week is the last seven days, today at the end.
func (w syncWords) week(o models.SyncOverview) []syncDay {
	days := make([]syncDay, weekDays)
	for i := range days {
		days[i] = w.day(o, w.now.AddDate(0, 0, i-weekDays+1))
	}
	return days
}

func (w syncWords) day(o models.SyncOverview, date time.Time) syncDay {
	day := syncDay{day: w.speak.T("sync_page.day", stage.ShortDay(w.speak.Day(date.Weekday())), date.Day())}
	runs := runsOn(o.History, date)
	best, ok := bestOf(runs)
	switch {
	case ok && best.Failure.Empty():
		day.shape, day.colour = kit.ShapeTick, kit.ColorOpen
		day.word, day.below = w.speak.Count(sentIn(runs)), w.clock(best.Started)
	case ok && best.Failure.Key == cancelledRun:
		day.shape, day.colour = kit.ShapeParked, kit.ColorOff
		day.word, day.below = w.speak.T("sync_page.day.stopped"), w.clock(best.Started)
	case ok:
		day.shape, day.colour = kit.ShapeTriangle, kit.ColorWarn
		day.word, day.below = w.speak.T("sync_page.day.failed"), w.clock(best.Started)
	case stage.SameDay(date, w.now):
		day.shape, day.colour, day.word = kit.ShapeRing, kit.ColorOff, w.speak.T("sync_page.day.coming")
		if stage.SameDay(o.NextRun.In(w.now.Location()), w.now) {
			day.below = w.clock(o.NextRun)
		}
	default:
		day.shape, day.colour, day.word = kit.ShapeSquare, kit.ColorOff, w.speak.T("sync_page.day.none")
	}
	return day
}

func (w syncWords) clock(t time.Time) string { return w.speak.Clock(t.In(w.now.Location())) }

func runsOn(history []models.SyncRun, date time.Time) []models.SyncRun {
	var runs []models.SyncRun
	for _, run := range history {
		if stage.SameDay(run.Started.In(date.Location()), date) {
			runs = append(runs, run)
		}
	}
	return runs
}

// bestOf is the newest run that went well, else the newest that nobody ended,
// else the newest.
func bestOf(runs []models.SyncRun) (models.SyncRun, bool) {
	for _, run := range runs {
		if run.Failure.Empty() {
			return run, true
		}
	}
	if last, ok := lastTry(runs); ok || len(runs) == 0 {
		return last, ok
	}
	return runs[0], true
}

func sentIn(runs []models.SyncRun) int {
	sent := 0
	for _, run := range runs {
		sent += run.Sent
	}
	return sent
}
