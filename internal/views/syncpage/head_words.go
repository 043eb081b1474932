package syncpage

import (
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
)

// syncHeadWords is what the page says first: how the sync is, and what that means.
type syncHeadWords struct {
	look     syncLook
	title    string
	sentence string
	share    float32 // of the run that is done
}

func (w syncWords) head(s *syncState) syncHeadWords {
	if s.running {
		return w.runningHead(s)
	}
	switch {
	case !s.known && s.unread != nil:
		return syncHeadWords{look: syncLooks[models.SyncLate], title: w.speak.T("sync_page.unread"),
			sentence: w.speak.T("sync_page.safe")}
	case !s.known:
		return syncHeadWords{look: syncRunningLook, title: w.speak.T("sync_page.reading")}
	}
	return syncHeadWords{look: syncLooks[s.overview.Health(w.now)], title: w.title(s.overview), sentence: w.meaning(s.overview)}
}

func (w syncWords) runningHead(s *syncState) syncHeadWords {
	head := syncHeadWords{look: syncRunningLook, title: w.speak.T("sync_page.running")}
	switch {
	case s.stopping:
		head.sentence = w.speak.T("sync_page.stopping")
	case s.progress.Total() == 0:
		head.sentence = w.speak.T("sync_page.calling")
	default:
		head.sentence = w.speak.T("sync_page.sending", w.progress(s.progress))
	}
	if total := s.progress.Total(); total > 0 {
		head.share = float32(s.progress.Sent) / float32(total)
	}
	return head
}

// title says how old the last success is.
func (w syncWords) title(o models.SyncOverview) string {
	word, _ := w.age(o)
	age := w.now.Sub(o.LastSuccess)
	switch {
	case o.LastSuccess.IsZero():
		return word
	case o.Health(w.now) == models.SyncFresh:
		return w.speak.T("sync_page.title.fresh", w.when(o.LastSuccess))
	case o.Health(w.now) == models.SyncLate:
		return w.speak.T("sync_page.title.hours", int(age/time.Hour))
	}
	return w.speak.T("sync_page.title.days", int(age/(24*time.Hour)))
}

// meaning says what that means for the work, and what to do.
func (w syncWords) meaning(o models.SyncOverview) string {
	if wrong := models.ClockOffPhrase(o.ClockOff); !wrong.Empty() {
		return sentences(w.speak.Say(wrong), w.next(o))
	}
	switch o.Health(w.now) {
	case models.SyncLate:
		return sentences(w.speak.T("sync_page.safe"), w.next(o), w.speak.T("sync_page.if_longer"))
	case models.SyncStale:
		return sentences(w.speak.T("sync_page.safe"), w.next(o), w.staleDo(o))
	}
	if failing(o) {
		return sentences(w.speak.T("sync_page.cut"), w.speak.T("sync_page.safe"), w.next(o))
	}
	if o.Waiting == 0 {
		return sentences(w.speak.T("sync_page.all_there"), w.next(o))
	}
	return sentences(w.several("sync_page.some_wait", o.Waiting), w.next(o))
}

// staleDo is what to do when it has been too long; a new desk just begins.
func (w syncWords) staleDo(o models.SyncOverview) string {
	if o.LastSuccess.IsZero() && !failing(o) {
		return w.speak.T("sync_page.first")
	}
	return w.speak.T("sync_page.tell")
}

// next says when the program sends by itself.
func (w syncWords) next(o models.SyncOverview) string {
	if o.NextRun.IsZero() {
		return ""
	}
	return w.speak.T("sync_page.next", w.when(o.NextRun))
}

// note says in place how the run that was started here ended, or why there is
// nothing to read.
func (w syncWords) note(s *syncState) (kind kit.NoteKind, title, sentence string) {
	switch {
	case s.running:
		return kit.NoteInfo, "", ""
	case s.failed != nil:
		return kit.NoteStop, w.fault(s.failed), w.speak.T("sync_page.failed_do")
	case s.stopped:
		return kit.NoteInfo, w.speak.T("sync_page.stopped"), w.speak.T("sync_page.stopped_do")
	case s.unread != nil:
		return kit.NoteStop, w.fault(s.unread), w.speak.T("sync_page.unread_do")
	}
	return kit.NoteInfo, "", ""
}

// sentences sets what there is to say one after the other.
func sentences(parts ...string) string {
	said := ""
	for _, part := range parts {
		if part != "" && said != "" {
			said += " "
		}
		said += part
	}
	return said
}
