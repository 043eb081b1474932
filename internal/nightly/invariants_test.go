package nightly

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"frontdesk/internal/models"
)

// heal sets the clocks right, mends what was refused and syncs until a whole
// round of runs sends and takes nothing.
func (p *play) heal() {
	p.noteErased()
	for _, s := range p.desks {
		s.stuck, s.skew = time.Time{}, 0
		p.mend(s)
	}
	p.mustHave = map[string]bool{}
	for _, s := range p.desks {
		for _, row := range s.rows() {
			p.mustHave[row.word] = true
		}
	}
	const rounds = 8
	for range rounds {
		moved := false
		for _, s := range p.desks {
			p.now = p.now.Add(time.Second)
			r := p.run(s, 0, "")
			moved = moved || r.Sent > 0 || r.Pulled > 0 || r.Waiting > 0 || r.Forked
			moved = p.mend(s) || moved
		}
		if !moved {
			return
		}
	}
	p.Fatal("desks and centre do not come to rest")
}

// mend gives a poisoned or damaged record a healthy version, as a person does
// whom the Sync page tells of it, and tells whether it did.
func (p *play) mend(s *station) bool {
	mended := false
	for _, id := range s.texts(`SELECT id FROM tickets WHERE instr(void_reason, ?) > 0 ORDER BY id`, p.site.poison()) {
		p.edit(s, id, "")
		mended = true
	}
	for key, row := range s.rows() {
		if !row.Sound() {
			p.edit(s, key.ID, "")
			mended = true
		}
	}
	for _, id := range s.texts(`SELECT id FROM visits WHERE instr(service, ?) > 0 ORDER BY id`, p.site.poison()) {
		p.editVisit(s, id)
		mended = true
	}
	return mended
}

// noteErased notes whose erasure is known somewhere: it must reach all.
func (p *play) noteErased() {
	p.erased = map[string]bool{}
	for _, s := range p.desks {
		for _, id := range s.texts(`SELECT id FROM visits WHERE erased_at > 0`) {
			p.erased[id] = true
		}
	}
	var ids []string
	must(p, p.centre.db.Raw(`SELECT id FROM centre_records WHERE erased`).Scan(&ids).Error)
	for _, id := range ids {
		p.erased[id] = true
	}
}

// held is one version of a record somewhere.
type held struct {
	models.Change
	word string
	open bool // in quarantine

	damaged bool // in quarantine: not as it was committed
}

// wordOf is the word that a version carries: a ticket's in its reason, a
// visit's in its service, a search's in its words; others have none.
func wordOf(c models.Change) string {
	columns, err := models.DecodeBody(c.Body)
	if err != nil {
		return "unreadable"
	}
	for _, name := range map[string][]string{"tickets": {"void_reason"}, "visits": {"service"}, "search_misses": {"words"}}[c.Entity] {
		text, _ := columns[name].(string)
		return firstWord(text)
	}
	return ""
}

// rows reads all versions in the desk's feed.
func (s *station) rows() map[models.RowKey]held {
	changes, err := s.store.Changes(context.Background(), 0, 1000)
	must(s, err)
	rows := map[models.RowKey]held{}
	for _, c := range changes {
		rows[c.RowKey] = held{Change: c, word: wordOf(c)}
	}
	return rows
}

// holdings is everything that the centre has.
type holdings struct {
	current    map[models.RowKey]held
	history    []held
	quarantine []held // open and closed
}

func (p *play) holdings() holdings {
	h := holdings{current: map[models.RowKey]held{}}
	var records []recordRow
	must(p, p.centre.db.Find(&records).Error)
	for i := range records {
		c := canonical(&records[i])
		h.current[c.RowKey] = held{Change: c, word: wordOf(c)}
	}
	var history []historyRow
	must(p, p.centre.db.Find(&history).Error)
	for _, r := range history {
		c := models.Change{RowKey: models.RowKey{Entity: r.Entity, ID: r.ID}, Body: r.Body,
			Version: models.Version{Erased: r.Erased, Ver: r.Ver, Session: r.Session}}
		h.history = append(h.history, held{Change: c, word: wordOf(c)})
	}
	var quarantine []quarantineRow
	must(p, p.centre.db.Find(&quarantine).Error)
	for _, r := range quarantine {
		c := models.Change{RowKey: models.RowKey{Entity: r.Entity, ID: r.ID}, Body: r.Body,
			Version: models.Version{Erased: r.Erased, Ver: r.Ver, Session: r.Session}}
		h.quarantine = append(h.quarantine, held{c, wordOf(c), r.ReleasedAt == 0, r.Reason == models.RefusedDamaged})
	}
	return h
}

// all lists every version at the centre.
func (h holdings) all() []held {
	list := slices.Concat(h.history, h.quarantine)
	for _, row := range h.current {
		list = append(list, row)
	}
	return list
}

// words counts how often each word is at the centre. A copy that a disk
// damaged, beside the sound one of the same version, is no second record.
func (h holdings) words() map[string]int {
	count := map[string]int{}
	for _, row := range h.all() {
		if row.word != "" && !(row.damaged && h.hasSound(row)) {
			count[row.word]++
		}
	}
	return count
}

func (h holdings) hasSound(copied held) bool {
	same := func(row held) bool { return row.RowKey == copied.RowKey && row.Version == copied.Version }
	return same(h.current[copied.RowKey]) || slices.ContainsFunc(h.history, same)
}

// places tells where a word stands, for whoever looks for the fault.
func (h holdings) places(word string) []string {
	var list []string
	for _, row := range h.current {
		if row.word == word {
			list = append(list, fmt.Sprint("current ", row.Version))
		}
	}
	for _, row := range h.history {
		if row.word == word {
			list = append(list, fmt.Sprint("history ", row.Version))
		}
	}
	for _, row := range h.quarantine {
		if row.word == word {
			list = append(list, fmt.Sprint("quarantine ", row.Version))
		}
	}
	return list
}

// violated checks what must hold after healing.
func (p *play) violated() error {
	var faults []string
	report := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	h := p.holdings()
	p.checkWords(h, report)
	p.checkOrder(h, report)
	p.checkErased(h, report)
	for _, row := range h.quarantine {
		if now, has := h.current[row.RowKey]; row.open == (has && row.Compare(now.Version) <= 0) {
			report("quarantine: %v %v is open: %v, although %v stands", row.RowKey, row.Version, row.open, now.Version)
		}
	}
	for i, s := range p.desks {
		p.checkDesk(i, s, h, report)
	}
	if p.forks > 0 && p.causes == 0 {
		report("a fork without a cause")
	}
	if len(faults) == 0 {
		return nil
	}
	sort.Strings(faults)
	return failure(strings.Join(faults, "\n"))
}

// checkWords: nothing lost, nothing doubled, nothing invented.
func (p *play) checkWords(h holdings, report func(string, ...any)) {
	count := h.words()
	for word, n := range count {
		if n > 1 {
			report("doubled: %s is at the centre %d times: %v", word, n, h.places(word))
		}
		if _, committed := p.words[word]; !committed {
			report("invented: %q", word)
		}
	}
	for word := range p.mustHave {
		if word != "" && count[word] == 0 {
			report("lost: %s of a desk is not at the centre", word)
		}
	}
	for word := range p.seen {
		if count[word] == 0 {
			report("lost: %s was at the centre", word)
		}
	}
}

// checkOrder: what stands is newer than what lost, and no record stands in a
// version out of which a later one was made.
func (p *play) checkOrder(h holdings, report func(string, ...any)) {
	for _, lost := range h.history {
		now, has := h.current[lost.RowKey]
		if !has || now.Version.Compare(lost.Version) <= 0 {
			report("order: %s of %v lost against nothing newer", lost.word, lost.RowKey)
		}
		for before := p.words[lost.word]; before != ""; before = p.words[before] {
			if before == now.word && !now.Erased {
				report("stale: %s stands although %s was made out of it", now.word, lost.word)
			}
		}
	}
}

// checkErased: an erasure known anywhere has reached every copy.
func (p *play) checkErased(h holdings, report func(string, ...any)) {
	for id := range p.erased {
		if now, has := h.current[models.RowKey{Entity: "visits", ID: id}]; has && !now.Erased {
			report("erased: %s is back at the centre", id)
		}
	}
	for key, now := range h.current {
		if now.Erased {
			p.erased[key.ID] = true
		}
	}
	for _, row := range h.all() {
		if p.erased[row.ID] && namesSomebody(row.Body) {
			report("erased: an identity of %s is still at the centre", row.ID)
		}
	}
	for i, s := range p.desks {
		for _, id := range s.texts(`SELECT id FROM visits WHERE identity IS NOT NULL OR nik_index <> ''`) {
			if p.erased[id] {
				report("erased: an identity of %s is still at desk %d", id, i)
			}
		}
	}
}

func namesSomebody(body []byte) bool {
	columns, err := models.DecodeBody(body)
	if err != nil {
		return len(body) > 0
	}
	for _, name := range models.IdentityColumns {
		if value := columns[name]; value != nil && value != "" {
			return true
		}
	}
	return false
}

// checkDesk: a desk has what the centre has, but for what it had to set
// aside, and knows what is in quarantine.
func (p *play) checkDesk(i int, s *station, h holdings, report func(string, ...any)) {
	aside := map[string]bool{}
	for _, id := range s.texts(`SELECT row_id FROM sync_aside`) {
		aside[id] = true
	}
	rows := s.rows()
	for key, here := range rows {
		there, has := h.current[key]
		if !has || string(here.Body) != string(there.Body) || here.Version != there.Version {
			report("unequal: %v at desk %d is %s %v, at the centre %s %v", key, i, here.word, here.Version, there.word, there.Version)
		}
	}
	for key := range h.current {
		if _, has := rows[key]; !has && !aside[key.ID] {
			report("unequal: %v is at the centre and not at desk %d", key, i)
		}
	}
	check, err := s.engine().Reconcile(context.Background(), p.centre)
	must(p, err)
	// A copy aside may be damaged, or newer than a centre that went back: then
	// the two differ until the other computer has synced.
	if !check.Equal && len(aside) == 0 {
		report("reconciliation: desk %d and centre differ", i)
	}
}

// checkQuarantine: after a run a desk knows which of its rows are refused.
func (p *play) checkQuarantine(s *station, h holdings) {
	known := map[string]bool{}
	for _, id := range s.texts(`SELECT row_id FROM sync_quarantine`) {
		known[id] = true
	}
	rows := s.rows()
	held := map[string]bool{}
	for _, row := range h.quarantine {
		held[row.ID] = true
		// A disk may have damaged one copy of a version and not another.
		here := rows[row.RowKey]
		if here.Version != row.Version || !bytes.Equal(here.Body, row.Body) {
			continue
		}
		if !known[row.ID] {
			p.Fatal("quarantine: a desk does not know that ", row.RowKey, " is refused")
		}
		if !row.open && here.Sound() {
			p.Fatal("quarantine: ", row.RowKey, " was released although a desk has it")
		}
	}
	for id := range known {
		if !held[id] {
			p.Fatal("quarantine: a desk mourns ", id, ", which is nowhere in quarantine")
		}
	}
}
