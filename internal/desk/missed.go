package desk

import (
	"context"
	"strings"
	"time"

	"frontdesk/internal/finder"
	"frontdesk/internal/models"
)

// This file is about searches that found nothing. They tell the mall which
// words its directory should learn; but what is typed into the search field
// may be a name. So a word stands in the clear only when the directory or the
// lexicon knows it, or when it was typed on several days and is no word of the
// name of anybody whose identity is kept.

// Missed keeps the words of a search that found nothing, without digits.
func (d *Desk) Missed(ctx context.Context, query string) error {
	words := strings.Fields(finder.Keepable(query))
	if len(words) == 0 || d.tablet {
		return nil
	}
	now := d.clock.Now()
	miss := models.SearchMiss{ID: d.newID(), Origin: d.origin(now), At: now}
	for i, word := range words {
		if d.mall.Load().finder().Knows(word) {
			continue
		}
		words[i] = models.MissedMark
		if !d.sealer.Ready() {
			continue
		}
		hidden, err := d.sealer.HideWord(word)
		if err != nil {
			return err
		}
		words[i], miss.Hidden = hidden.Mark, append(miss.Hidden, hidden)
	}
	miss.Words = strings.Join(words, " ")
	return d.store.Write(ctx, func(tx models.Tx) error { return tx.AddMiss(miss) })
}

// LearnWords lets words stand in the clear that were typed often enough, and
// takes those away that are in the name of somebody whose identity is kept, or
// that nobody typed since an instant. Without the mall's key nothing is
// learned.
func (d *Desk) LearnWords(ctx context.Context, since time.Time) error {
	for _, mallID := range d.malls() {
		if err := d.learnWordsOf(ctx, mallID); err != nil {
			return err
		}
	}
	return d.store.Write(ctx, func(tx models.Tx) error { return tx.ForgetOldWords(d.malls(), d.BusinessDate(since)) })
}

func (d *Desk) learnWordsOf(ctx context.Context, mallID string) error {
	list, err := d.store.MissedWords(ctx, mallID)
	if err != nil || !d.sealer.Ready() {
		return err
	}
	texts := map[string]string{} // by mark: known ones and those that may become known
	for _, w := range list {
		text := w.Known
		if text == "" && w.Days >= models.MissedDays {
			text, err = d.sealer.ShowWord(w.HiddenWord)
		}
		if err == nil && text != "" {
			texts[w.Mark] = text
		}
		err = nil // sealed with a key that is not at hand, or damaged: it stays hidden
	}
	if len(texts) == 0 {
		return nil
	}
	names, err := d.keptNames(ctx)
	if err != nil {
		return err
	}
	return d.store.Write(ctx, func(tx models.Tx) error {
		for _, w := range list {
			text := texts[w.Mark]
			switch {
			case text == "":
			case names[text]:
				err = tx.ForgetWords([]string{w.Mark})
			case w.Known == "":
				err = tx.LearnWord(mallID, w.Mark, text)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// keptNames are the folded words of all names whose identity is kept.
func (d *Desk) keptNames(ctx context.Context) (map[string]bool, error) {
	names := map[string]bool{}
	for q := (models.BookQuery{MallIDs: d.malls(), Limit: namesAtOnce}); ; {
		visits, err := d.store.Kept(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, v := range visits {
			identity, err := d.sealer.Open(v.ID, v.Identity)
			if err != nil {
				continue // of a key that is not at hand
			}
			for _, word := range finder.Words(identity.Name) {
				names[word] = true
			}
		}
		if len(visits) < q.Limit {
			return names, nil
		}
		last := visits[len(visits)-1]
		q.After = models.BookCursor{At: last.ArrivedAt, ID: last.ID}
	}
}

// marksOf are the marks of the words of a name.
func (d *Desk) marksOf(name string) []string {
	var marks []string
	for _, word := range finder.Words(name) {
		marks = append(marks, d.sealer.Marks(word)...)
	}
	return marks
}
