package people

import (
	"strconv"
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// peopleWords puts operators into words. It is pure.
type peopleWords struct {
	speak *text.Speaker
	now   time.Time
}

func (w peopleWords) role(r models.Role) string { return w.speak.T("role." + string(r)) }

// line is the row of the list.
func (w peopleWords) line(m desk.StaffMember) kit.SettingLine {
	line := kit.SettingLine{Name: strconv.Itoa(m.Number) + "  " + stage.ShownName(m.Operator), Value: w.role(m.Role), Means: w.seen(m.Operator)}
	if m.Disabled {
		line.Value, line.Usual = w.speak.T("people.disabled_role", w.role(m.Role)), true
	}
	return line
}

// seen says when she signed in last.
func (w peopleWords) seen(o models.Operator) string {
	at := o.SeenAt.In(w.now.Location())
	switch {
	case o.SeenAt.IsZero():
		return w.speak.T("people.never_seen")
	case stage.SameDay(at, w.now):
		return w.speak.T("people.seen_today", at)
	}
	return w.speak.T("people.seen", w.speak.PlainDate(at), at)
}

// state says whether she may sign in.
func (w peopleWords) state(m desk.StaffMember, onDuty bool) kit.Status {
	switch {
	case m.Disabled:
		return kit.Status{Shape: kit.ShapeBarred, Colour: kit.ColorOff, Word: w.speak.T("people.disabled")}
	case onDuty:
		return kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: w.speak.T("people.on_duty")}
	}
	return kit.Status{Shape: kit.ShapeTick, Colour: kit.ColorOpen, Word: w.speak.T("people.active")}
}

// facts stand below the name.
func (w peopleWords) facts(m desk.StaffMember) []kit.Definition {
	return []kit.Definition{
		{Term: w.speak.T("people.role"), Value: w.role(m.Role)},
		{Term: w.speak.T("people.code"), Value: m.Code},
		{Term: w.speak.T("people.number"), Value: "Alt " + strconv.Itoa(m.Number)},
		{Term: w.speak.T("people.last_seen"), Value: w.seen(m.Operator)},
		{Term: w.speak.T("people.look_ups"), Value: w.speak.T("people.look_ups_used", m.LookUps, desk.LookUpLimit)},
	}
}

// rights say what a role may do.
func (w peopleWords) rights(r models.Role) string {
	actions := desk.ActionsOf(r)
	names := make([]string, len(actions))
	for i, a := range actions {
		names[i] = w.speak.T("right." + string(a))
	}
	return w.speak.T("people.may", strings.Join(names, " · "))
}
