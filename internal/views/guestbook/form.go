package guestbook

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// bookAction is what F4 can do with the chosen row.
type bookAction string

const (
	bookCorrect bookAction = "correct"
	bookVoid    bookAction = "void"
	bookExport  bookAction = "export"
	bookStop    bookAction = "stop"
	bookErase   bookAction = "erase"
	bookRequest bookAction = "request"
)

// rightOf tells what each action needs.
var rightOf = map[bookAction]models.Action{
	bookCorrect: models.ActionCorrect, bookVoid: models.ActionVoid, bookExport: models.ActionPersonalData,
	bookStop: models.ActionPersonalData, bookErase: models.ActionPersonalData, bookRequest: models.ActionGuestBook,
}

// bookFields are the fields of a form, the reason always last.
type bookField int

const (
	bookName bookField = iota
	bookNIK
	bookPhone
	bookPurpose
	bookGroups // numbers of priority groups
	bookReason
	bookFieldCount
)

// bookDraft is what was typed of an action that is not done yet.
type bookDraft struct {
	action bookAction
	kind   models.RequestKind // of a request
	asking bool               // which right it is about
	sure   bool               // it was asked once more whether to
	at     bookField
	values [bookFieldCount]string
}

// fields lists what the form asks for.
func (f *bookDraft) fields() []bookField {
	if f.action == bookCorrect {
		return []bookField{bookName, bookNIK, bookPhone, bookPurpose, bookGroups, bookReason}
	}
	return []bookField{bookReason}
}

// begin opens the form of an action. Who has no right to it is told so, by the
// use case's own sentence, before anything is typed.
func (s *guestbookState) begin(action bookAction) {
	row, ok := s.chosen()
	if !ok || s.busy || s.spot == bookForm {
		return
	}
	s.touched()
	switch {
	case !s.book.May(rightOf[action]):
		s.fail(models.Refuse("guestbook.no_right", models.Say("right."+string(rightOf[action]))))
		return
	case action != bookVoid && !row.Visit.ErasedAt.IsZero():
		s.fail(models.Refuse("person.erased"))
		return
	case action != bookVoid && action != bookCorrect && row.Visit.Identity.Empty():
		s.fail(models.Refuse("person.nothing"))
		return
	}
	s.form, s.trail = &bookDraft{action: action, asking: action == bookRequest}, false
	s.form.at = s.form.fields()[0]
	s.spot = bookForm
	s.changed()
}

// fill keeps what was typed into a field.
func (s *guestbookState) fill(at bookField, words string) {
	if s.form != nil {
		s.form.values[at], s.form.sure = words, false
	}
}

// tab goes to the next field, or between list and search.
func (s *guestbookState) tab(by int) {
	s.touched()
	switch {
	case s.form != nil:
		fields := s.form.fields()
		at := slices.Index(fields, s.form.at)
		s.form.at = fields[(at+by+len(fields))%len(fields)]
		s.spot = bookForm
	case s.spot == bookSearch:
		s.spot = bookList
	default:
		s.spot = bookSearch
	}
	s.changed()
}

// enter goes to the next field, and does the action from the last one.
func (s *guestbookState) enter() {
	switch {
	case s.busy, s.form != nil && s.form.asking:
	case s.form != nil:
		if fields := s.form.fields(); s.form.at != fields[len(fields)-1] {
			s.tab(1)
			return
		}
		s.do()
	case s.spot == bookSearch:
		s.find()
	}
}

// do does what the form says; a second key meanwhile does nothing.
func (s *guestbookState) do() {
	if s.form.action == bookFull {
		s.doFull()
		return
	}
	row, ok := s.chosen()
	if !ok {
		return
	}
	form := *s.form
	s.write(func(ctx context.Context) (models.Phrase, error) { return s.act(ctx, row, form) }, func() { s.form, s.spot = nil, bookList })
}

func (s *guestbookState) act(ctx context.Context, row desk.BookRow, form bookDraft) (models.Phrase, error) {
	id, reason := row.Visit.ID, form.values[bookReason]
	switch form.action {
	case bookCorrect:
		return s.correct(ctx, id, form)
	case bookVoid:
		return models.Say("guestbook.voided"), s.book.VoidRecord(ctx, id, row.Ticket.ID, reason)
	case bookExport:
		path, n, err := s.book.ExportPersonFile(ctx, id, reason)
		return models.Say("person.exported", n, path), err
	case bookStop:
		n, err := s.book.StopPerson(ctx, id, reason)
		return models.Say("person.stopped_done", n), err
	case bookErase:
		n, err := s.book.ErasePerson(ctx, id, reason)
		return models.Say("person.erased_done", n), err
	}
	r, err := s.book.RequestRight(ctx, id, form.kind, reason)
	return models.Say("person.requested", r.DueAt.In(s.now().Location())), err
}

// correct sends the fields that were typed; an empty one stays as it is, and a
// dash empties it.
func (s *guestbookState) correct(ctx context.Context, id string, form bookDraft) (models.Phrase, error) {
	c := desk.Correction{VisitID: id, Reason: form.values[bookReason]}
	for at, into := range map[bookField]**string{bookName: &c.Name, bookNIK: &c.NIK, bookPhone: &c.Phone, bookPurpose: &c.Purpose} {
		value := form.values[at]
		if value == "-" {
			value = ""
		} else if value == "" {
			continue
		}
		*into = &value
	}
	var err error
	if c.Priorities, err = groupsTyped(form.values[bookGroups]); err != nil {
		return models.Phrase{}, err
	}
	warnings, err := s.book.Correct(ctx, c)
	if err == nil && len(warnings) > 0 {
		return warnings[0].Says, nil
	}
	return models.Say("guestbook.corrected"), err
}

// groupsTyped reads the numbers of priority groups as the form lists them; nil:
// they stay as they are, a dash: none. Errors: KindUsage for anything else.
func groupsTyped(words string) (*[]models.Priority, error) {
	words = strings.NewReplacer(" ", "", ",", "").Replace(words)
	if words == "" {
		return nil, nil
	}
	groups := []models.Priority{}
	if words == "-" {
		return &groups, nil
	}
	for i, group := range models.Priorities {
		if number := strconv.Itoa(i + 1); strings.Contains(words, number) {
			groups, words = append(groups, group), strings.ReplaceAll(words, number, "")
		}
	}
	if words != "" {
		return nil, models.Misuse("guestbook.bad_group", len(models.Priorities))
	}
	return &groups, nil
}

// write stores something and reads the list anew.
func (s *guestbookState) write(work func(context.Context) (models.Phrase, error), stored func()) {
	s.busy = true
	var says models.Phrase
	var err error
	s.dispatch.Run(func() { says, err = work(context.Background()) }, func() {
		s.busy = false
		if err != nil {
			s.fail(err)
			return
		}
		stored()
		s.personOf = ""
		s.load()
		s.says = says
		s.changed()
	})
	s.changed()
}

// reprint prints the chosen number once more, as a copy.
func (s *guestbookState) reprint() {
	row, ok := s.chosen()
	if !ok || !row.HasTicket() || s.busy {
		return
	}
	s.touched()
	s.write(func(ctx context.Context) (models.Phrase, error) {
		issued, err := s.book.Reprint(ctx, row.Ticket.ID)
		return models.Say("print.copy", issued.Number), err
	}, func() {})
}

// exportList writes what is listed into a file, masked.
func (s *guestbookState) exportList() {
	if s.busy || s.names != nil || s.mode == bookRequests {
		return
	}
	s.touched()
	filter, _ := s.wanted()
	s.write(func(ctx context.Context) (models.Phrase, error) {
		path, n, err := s.book.ExportList(ctx, filter)
		return models.Say("book.exported", n, path), err
	}, func() {})
}
