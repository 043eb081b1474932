package syncpage

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// syncWords puts the state of the sync into words: one language, one instant.
// It is pure.
type syncWords struct {
	speak *text.Speaker
	now   time.Time
}

// syncLook is the shape and the colours of a health.
type syncLook struct {
	shape       kit.Shape
	ink, ground fyne.ThemeColorName
}

var syncLooks = map[models.SyncHealth]syncLook{
	models.SyncFresh: {kit.ShapeDisc, kit.ColorOpen, kit.ColorOpenSoft},
	models.SyncLate:  {kit.ShapeTriangle, kit.ColorWarn, kit.ColorWarnSoft},
	models.SyncStale: {kit.ShapeBarred, kit.ColorStop, kit.ColorStopSoft},
}

// syncRunningLook is that of a run under way.
var syncRunningLook = syncLook{kit.ShapeRing, kit.ColorAccent, kit.ColorSoft}

// bar is the segment of the status bar.
func (w syncWords) bar(s *syncState) kit.Status {
	switch {
	case s.running:
		return kit.Status{Shape: syncRunningLook.shape, Colour: syncRunningLook.ink,
			Word: w.speak.T("sync_page.running"), Detail: w.progress(s.progress)}
	case !s.known && s.unread != nil:
		return kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: w.speak.T("sync_page.unread")}
	case !s.known:
		return kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: w.speak.T("frame.stored")}
	}
	word, since := w.age(s.overview)
	return w.status(s.overview, word, stage.Joined(since, w.unsent(s.overview), w.lastFailed(s.overview), w.aside(s.overview)))
}

// status gives a word the look of the health.
func (w syncWords) status(o models.SyncOverview, word, detail string) kit.Status {
	look := syncLooks[o.Health(w.now)]
	return kit.Status{Shape: look.shape, Colour: look.ink, Word: word, Detail: detail}
}

// age says whether the last night went well, and when it did.
func (w syncWords) age(o models.SyncOverview) (word, since string) {
	switch {
	case o.LastSuccess.IsZero():
		return w.speak.T("sync_page.never"), ""
	case o.Health(w.now) == models.SyncFresh:
		return w.speak.T("sync_page.fresh"), w.when(o.LastSuccess)
	}
	return w.speak.T("sync_page.late"), w.speak.T("sync_page.since", w.when(o.LastSuccess))
}

func (w syncWords) unsent(o models.SyncOverview) string {
	switch {
	case o.Waiting == 0 && o.LastSuccess.IsZero():
		return ""
	case o.Waiting == 0:
		return w.speak.T("sync_page.all_sent")
	}
	return w.speak.T("sync_page.unsent", w.speak.Count(o.Waiting))
}

// lastFailed says that the newest run did not reach the centre, while the age
// of the last success does not yet.
func (w syncWords) lastFailed(o models.SyncOverview) string {
	if o.Health(w.now) != models.SyncFresh || !failing(o) {
		return ""
	}
	return w.speak.T("sync_page.last_failed")
}

// failing tells that the newest run that nobody ended has failed.
func failing(o models.SyncOverview) bool {
	last, ok := lastTry(o.History)
	return ok && !last.Failure.Empty()
}

func (w syncWords) aside(o models.SyncOverview) string {
	if toSee(o) == 0 {
		return ""
	}
	return w.speak.T("sync_page.to_see", w.speak.Count(toSee(o)))
}

// several counts in words; one has words of its own.
func (w syncWords) several(key string, n int) string {
	if n == 1 {
		key += "_one"
	}
	return w.speak.T(key, w.speak.Count(n))
}

// progress says how far a run is, once it has something to send.
func (w syncWords) progress(p models.SyncProgress) string {
	if p.Total() == 0 {
		return ""
	}
	return w.speak.T("sync_page.progress", w.speak.Count(p.Sent), w.speak.Count(p.Total()))
}

// when names an instant as people do: "kemarin 20.14", "Jumat 20.14".
func (w syncWords) when(t time.Time) string {
	t = t.In(w.now.Location())
	switch days := daysBetween(w.now, t); {
	case days == 0:
		return w.speak.T("sync_page.today", t)
	case days == -1:
		return w.speak.T("sync_page.yesterday", t)
	case days == 1:
		return w.speak.T("sync_page.tomorrow", t)
	case days > -7 && days < 7:
		return w.speak.T("sync_page.on_day", t)
	}
	return w.speak.T("sync_page.on_date", t, t.Day(), w.speak.Month(t.Month()))
}

// daysBetween counts the midnights from a to b.
func daysBetween(a, b time.Time) int {
	return int(noon(b).Sub(noon(a)).Round(24*time.Hour) / (24 * time.Hour))
}

func noon(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, t.Location())
}

// fault is what an error says to a person; an error without a sentence is not
// said to have lost anything.
func (w syncWords) fault(err error) string {
	var known *models.Error
	if errors.As(err, &known) && !known.Says.Empty() {
		return w.speak.Error(err)
	}
	return w.speak.T("sync_page.fault")
}
