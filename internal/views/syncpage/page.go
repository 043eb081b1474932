package syncpage

import (
	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
)

// syncPage is what stands below the head of the page, in words.
type syncPage struct {
	desk    string
	target  string
	way     syncWay
	centre  kit.Status
	cause   string // why the centre was not reached, unless a note says it
	week    []syncDay
	plan    []kit.Definition
	waiting int
	kinds   []syncKind
	toSee   int // records that somebody has to look at
	aside   int // those of them in quarantine at the centre
	see     []syncSee
	more    string
	shared  *syncSee // another computer gave out the same numbers; nil: none did
	history []tryLine
}

// syncWay is how far the way to the centre goes.
type syncWay int

const (
	wayUnknown syncWay = iota
	wayWhole
	wayBroken
)

// syncKind is how many records of a kind wait.
type syncKind struct{ label, count string }

// syncSee is why records are kept aside, how to mend it, and which they are.
type syncSee struct {
	reason    models.RefusalReason
	why, mend string
	rows      []string
}

// seenPerReason is how many records of a reason are named.
const seenPerReason = 4

func (w syncWords) page(s *syncState, self models.Desk) syncPage {
	o := s.overview
	page := syncPage{desk: self.Name, target: o.Target, waiting: o.Waiting, aside: o.Quarantined, toSee: toSee(o),
		week: w.week(o), plan: w.plan(o), kinds: w.kinds(o), see: w.see(o.Aside)}
	if page.desk == "" {
		page.desk = w.speak.T("desk.name", self.Number)
	}
	if page.target == "" {
		page.target = w.speak.T("sync_page.no_target")
	}
	page.way, page.centre = w.way(s)
	if page.way == wayBroken && s.failed == nil {
		last, _ := lastTry(o.History)
		page.cause = w.failure(last)
	}
	if rest := o.Quarantined - countRows(page.see); rest > 0 && len(page.see) > 0 {
		page.more = w.speak.T("sync_page.see.more", w.speak.Count(rest))
	}
	page.shared = w.shared(o)
	for _, t := range tries(o.History) {
		page.history = append(page.history, w.try(t))
	}
	return page
}

// way tells from the last run whether the centre was reached.
func (w syncWords) way(s *syncState) (syncWay, kit.Status) {
	last, ok := lastTry(s.overview.History)
	switch {
	case s.running:
		return wayWhole, kit.Status{Shape: kit.ShapeRing, Colour: kit.ColorAccent, Word: w.speak.T("sync_page.going")}
	case !ok && len(s.overview.History) > 0:
		return wayUnknown, w.outcome(s.overview.History[0])
	case !ok:
		return wayUnknown, kit.Status{Shape: kit.ShapeSquare, Colour: kit.ColorOff, Word: w.speak.T("sync_page.not_reached")}
	case last.Failure.Empty():
		return wayWhole, kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: w.speak.T("sync_page.arrived")}
	}
	return wayBroken, kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: w.speak.T("sync_page.broken")}
}

// lastTry is the newest run that nobody ended.
func lastTry(history []models.SyncRun) (models.SyncRun, bool) {
	for _, run := range history {
		if run.Failure.Key != cancelledRun {
			return run, true
		}
	}
	return models.SyncRun{}, false
}

func (w syncWords) plan(o models.SyncOverview) []kit.Definition {
	last := kit.Definition{Term: w.speak.T("sync_page.plan.last"), Value: w.speak.T("sync_page.plan.never"), Stress: true}
	if !o.LastSuccess.IsZero() {
		last.Value = w.when(o.LastSuccess)
	}
	next := kit.Definition{Term: w.speak.T("sync_page.plan.next"), Value: w.speak.T("sync_page.plan.none"), Stress: true}
	if !o.NextRun.IsZero() {
		next.Value = w.when(o.NextRun)
	}
	return []kit.Definition{last, next, w.backup(o.Backup), w.retention(o.Purge)}
}

// retention says when identities past their time were erased last, and how many.
func (w syncWords) retention(p models.Purge) kit.Definition {
	row := kit.Definition{Term: w.speak.T("sync_page.plan.retention"), Value: w.speak.T("sync_page.plan.never"), Stress: true}
	if !p.At.IsZero() {
		row.Value = w.speak.T("sync_page.plan.retained", w.when(p.At), w.speak.Count(p.Erased))
	}
	return row
}

// backup says when the newest good backup was written. Why a later one failed
// was said when it did, and is said at the next start.
func (w syncWords) backup(state models.BackupState) kit.Definition {
	row := kit.Definition{Term: w.speak.T("sync_page.plan.backup"), Value: w.speak.T("sync_page.plan.never"), Stress: true}
	if state.Server {
		row.Value, row.Stress = w.speak.T("sync_page.plan.backup_server"), false
	}
	if !state.Made.IsZero() {
		row.Value = w.when(state.Made)
	}
	if !state.Failure.Empty() {
		row.Value = w.speak.T("sync_page.plan.backup_failed", row.Value)
	}
	return row
}

func (w syncWords) kinds(o models.SyncOverview) []syncKind {
	var list []syncKind
	for _, by := range o.WaitingBy {
		if by.Count > 0 {
			list = append(list, syncKind{w.kind(by.Entity), w.speak.Count(by.Count)})
		}
	}
	if len(list) == 0 && o.Waiting > 0 {
		list = append(list, syncKind{w.kind(""), w.speak.Count(o.Waiting)})
	}
	return list
}

// kind names a kind of record.
func (w syncWords) kind(entity string) string { return w.known("sync_page.kind.", entity) }

// known speaks the words of a name, or of "other" when it has none.
func (w syncWords) known(prefix, name string) string {
	if key := prefix + name; w.speak.Has(key) {
		return w.speak.T(key)
	}
	return w.speak.T(prefix + "other")
}

// see groups the records kept aside by what is to be done about them.
func (w syncWords) see(rows []models.AsideRow) []syncSee {
	var list []syncSee
	at := map[models.RefusalReason]int{}
	for _, row := range rows {
		i, ok := at[row.Reason]
		if !ok {
			i, at[row.Reason] = len(list), len(list)
			list = append(list, syncSee{reason: row.Reason, why: w.known("sync_page.why.", string(row.Reason)),
				mend: w.known("sync_page.mend.", string(row.Reason))})
		}
		if len(list[i].rows) < seenPerReason {
			list[i].rows = append(list[i].rows, w.asideRow(row))
		}
	}
	return list
}

// toSee counts what somebody has to look at.
func toSee(o models.SyncOverview) int { return o.Quarantined + o.SharedNumbers }

// shared says that another computer works on a copy of this desk's database.
func (w syncWords) shared(o models.SyncOverview) *syncSee {
	if o.SharedNumbers == 0 {
		return nil
	}
	return &syncSee{why: w.speak.T("sync_page.shared"), mend: w.speak.T("sync_page.shared_do", w.speak.Count(o.SharedNumbers))}
}

func (w syncWords) asideRow(row models.AsideRow) string {
	named := w.known("sync_page.one.", row.Entity)
	if row.Label != "" {
		named += " " + row.Label
	}
	return named + ", " + w.when(row.At)
}

func countRows(list []syncSee) int {
	n := 0
	for _, see := range list {
		n += len(see.rows)
	}
	return n
}
