package guestbook

import (
	"context"
	"path/filepath"
	"strings"

	"frontdesk/internal/models"
)

// bookFull writes what is listed into a file with names, NIKs and phones. It is
// about the list and not about the chosen row, needs a reason, and asks once
// more before it writes.
const bookFull bookAction = "full"

// beginFull asks for the reason. Who has no right to it is told so before
// anything is typed; so is a mall in which nobody is in charge yet.
func (s *guestbookState) beginFull() {
	if s.busy || s.form != nil || s.names != nil || s.mode == bookRequests {
		return
	}
	s.touched()
	if err := s.book.Permit(models.ActionExportFull); err != nil {
		s.fail(err)
		return
	}
	if len(s.rows) == 0 {
		s.fail(models.Refuse("guestbook.nothing_listed"))
		return
	}
	s.form, s.trail, s.spot = &bookDraft{action: bookFull, at: bookReason}, false, bookForm
	s.changed()
}

// doFull asks once more, then writes.
func (s *guestbookState) doFull() {
	s.touched()
	reason := s.form.values[bookReason]
	switch {
	case strings.TrimSpace(reason) == "":
		s.fail(models.Misuse("book.reason"))
		return
	case !s.form.sure:
		s.form.sure = true
		s.changed()
		return
	}
	filter, _ := s.wanted()
	s.write(func(ctx context.Context) (models.Phrase, error) {
		path, n, err := s.book.ExportFull(ctx, filter, reason)
		return models.Say("book.exported_full", n, path), err
	}, func() { s.form, s.spot = nil, bookList })
}

// fullWords say what the file means, and what the next Enter does.
func (f *guestbookForm) fullWords() (means, do string) {
	if f.state.form.sure {
		return f.speak.T("guestbook.full.sure"), f.speak.T("guestbook.full.do")
	}
	return f.speak.T("guestbook.full.means", filepath.Base(f.state.book.ExportPlace())), f.speak.T("lock.next")
}
