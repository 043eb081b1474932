package editor

import (
	"fmt"
	"slices"
	"strings"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// editorWords puts entries, faults and changes into words. It is pure.
type editorWords struct{ speak *text.Speaker }

func (w editorWords) kind(kind models.EditorKind) string {
	return w.speak.T("editor.kind." + string(kind))
}

func (w editorWords) field(kind models.EditorKind, field models.EditorField) string {
	return w.speak.T("directory.field." + string(kind) + "." + field.Name)
}

// help says what to write into a field; empty when its name says it all.
func (w editorWords) help(kind models.EditorKind, field models.EditorField) string {
	var parts []string
	if field.Helped {
		parts = append(parts, w.speak.T("directory.field."+string(kind)+"."+field.Name+".help"))
	}
	if len(field.Offer) > 0 {
		parts = append(parts, w.speak.T("editor.choices", strings.Join(field.Offer, ", ")))
	}
	return strings.Join(parts, " ")
}

// line is an entry in the list.
func (w editorWords) line(row models.EditorRow) kit.SettingLine {
	line := kit.SettingLine{Name: row.Title, Means: row.Detail}
	if row.Title == "" {
		line.Name = w.speak.T("editor.new")
	}
	if row.Faulty {
		line.Value = "▲ " + w.speak.T("editor.row_faulty")
	}
	return line
}

// count says how many entries are listed.
func (w editorWords) count(rows int, within string) string {
	if within != "" {
		return w.speak.T("editor.within", rows, within)
	}
	return w.speak.T("editor.count", rows)
}

// fault says where something is wrong, and what.
func (w editorWords) fault(d Draft, f models.EditorFault) string {
	title := ""
	for _, row := range d.Rows(f.Kind, "", "") {
		if row.Row == f.Row {
			title = row.Title
		}
	}
	fields := d.Fields(f.Kind)
	return w.speak.T("editor.fault", w.kind(f.Kind), title, w.field(f.Kind, fields[f.Field]), w.speak.Say(f.Says))
}

// change tells what becomes of an entry: a line, and one for each field.
func (w editorWords) change(d Draft, c models.EditorChange) (head string, fields []string) {
	name := w.kind(c.Kind) + " · " + c.Title
	switch {
	case c.Before == nil:
		return w.speak.T("editor.added", name), nil
	case c.After == nil:
		return w.speak.T("editor.removed", name), nil
	}
	for i, field := range d.Fields(c.Kind) {
		if c.Before[i] != c.After[i] {
			fields = append(fields, w.speak.T("editor.field_change", w.field(c.Kind, field), w.written(c.Before[i]), w.written(c.After[i])))
		}
	}
	return w.speak.T("editor.changed", name), fields
}

func (w editorWords) written(value string) string {
	if value == "" {
		return w.speak.T("editor.nothing")
	}
	return value
}

// number writes how many entries of a kind there are.
func (w editorWords) number(d Draft, kind models.EditorKind) string {
	mark := ""
	if slices.ContainsFunc(d.Faults(), func(f models.EditorFault) bool { return f.Kind == kind }) {
		mark = "▲ "
	}
	return fmt.Sprint(mark, d.Count(kind))
}
