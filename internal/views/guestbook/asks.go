package guestbook

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// guestbookForm asks for what an action needs.
type guestbookForm struct {
	state   *guestbookState
	speak   *text.Speaker
	content *fyne.Container
	title   *kit.Label
	means   *kit.Label
	kinds   *fyne.Container
	groups  *kit.Label // the numbers of the priority groups
	fields  [bookFieldCount]*kit.Field
	save    *kit.Button
	filling bool
}

func newGuestbookForm(s *guestbookState, speak *text.Speaker, press func(kit.KeyPress) bool) *guestbookForm {
	f := &guestbookForm{state: s, speak: speak, title: kit.SemiBold("", kit.ColorInk, kit.TextResult).Cut(),
		means: kit.Text("", kit.ColorMuted, kit.TextDetail).Wrapped(), kinds: kit.Column(6),
		save: kit.NewButton(kit.ButtonFilled, "", "Enter", s.enter)}
	for i, key := range []string{"book.column.name", "book.column.nik", "book.column.phone", "book.column.purpose", "book.column.priority", "guestbook.reason"} {
		hint := speak.T("guestbook.unchanged")
		switch bookField(i) {
		case bookReason:
			hint = speak.T("guestbook.reason_type")
		case bookGroups:
			hint = speak.T("guestbook.groups_type")
		}
		field := kit.NewField(speak.T(key), "", hint)
		field.Input.OnKey = press
		field.Input.OnChanged = func(words string) {
			if !f.filling {
				s.fill(bookField(i), words)
			}
		}
		field.Input.OnFocus = func(gained bool) {
			if gained && s.form != nil {
				s.form.at, s.spot = bookField(i), bookForm
			}
		}
		f.fields[i] = field
	}
	for i, kind := range models.RequestKinds {
		f.kinds.Add(kit.NewKeyHint(speak.T("person.kind."+string(kind)), func() { s.choose(i + 1) }, strconv.Itoa(i+1)))
	}
	var groups []string
	for i, group := range models.Priorities {
		groups = append(groups, strconv.Itoa(i+1)+" "+stage.Lower(speak.T("priority."+string(group))))
	}
	f.groups = kit.Text(strings.Join(groups, " · "), kit.ColorMuted, kit.TextCaption).Wrapped()
	objects := []fyne.CanvasObject{f.title, f.means, f.kinds}
	for i, field := range f.fields {
		objects = append(objects, field)
		if bookField(i) == bookGroups {
			objects = append(objects, f.groups)
		}
	}
	f.content = kit.Column(7, append(objects, f.save, kit.NewKeyHint(speak.T("guestbook.cancel_form"), s.back, "Esc"))...)
	return f
}

func (f *guestbookForm) paint(row desk.BookRow) {
	form := f.state.form
	stage.SetVisible(f.content, form != nil)
	if form == nil {
		return
	}
	action := string(form.action)
	f.title.SetText(f.speak.T("guestbook.right." + action))
	means, do := "", ""
	if form.action == bookFull {
		means, do = f.fullWords()
	} else {
		means, do = f.speak.T("guestbook.means."+action), f.speak.T("guestbook.do."+action)
	}
	if form.action == bookRequest && !form.asking {
		means = f.speak.T("person.kind." + string(form.kind))
	}
	if form.action == bookVoid && row.HasTicket() {
		f.title.SetText(f.speak.T("guestbook.void_number", row.Ticket.Number))
	}
	f.means.SetText(means)
	stage.SetVisible(f.kinds, form.asking)
	f.filling = true
	for i, field := range f.fields {
		stage.SetVisible(field, !form.asking && (bookField(i) == bookReason || form.action == bookCorrect))
		stage.SetText(field.Input, form.values[i])
	}
	f.filling = false
	stage.SetVisible(f.groups, form.action == bookCorrect)
	stage.SetVisible(f.save, !form.asking)
	stage.SetLabel(f.save, do)
	stage.SetEnabled(f.save, !f.state.busy)
}

// target is where the next key goes; nil: no field.
func (f *guestbookForm) target() fyne.Focusable {
	form := f.state.form
	if form == nil || form.asking {
		return nil
	}
	return f.fields[form.at].Input
}
