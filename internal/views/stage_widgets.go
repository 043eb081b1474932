package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// hint is a key of the table and the text key of what it does now.
type hint struct{ key, says string }

// actionsLayout sets the hints at the left and the buttons at the right; what
// has no room between is not shown.
type actionsLayout struct{}

// Layout places both.
func (actionsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	hints, buttons := objects[0].(*fyne.Container), objects[1]
	own := buttons.MinSize()
	set(buttons, size.Width-own.Width, (size.Height-own.Height)/2, own.Width, own.Height)
	room := size.Width - own.Width - units(18)
	for _, hint := range hints.Objects {
		hint.Show()
	}
	for last := len(hints.Objects) - 1; last >= 0 && hints.MinSize().Width > room; last-- {
		hints.Objects[last].Hide()
	}
	set(hints, 0, 0, room, size.Height)
}

// MinSize is that of the buttons.
func (actionsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

func setLabel(b *kit.Button, label string) {
	if b.Label() != label {
		b.SetLabel(label)
	}
}

func setEnabled(b *kit.Button, enabled bool) {
	switch {
	case enabled && b.Disabled():
		b.Enable()
	case !enabled && !b.Disabled():
		b.Disable()
	}
}

// detailLine is a muted line that wraps; nothing when there are no words.
func detailLine(words string) fyne.CanvasObject {
	label := kit.Text(words, kit.ColorMuted, kit.TextDetail).Wrapped()
	setVisible(label, words != "")
	return label
}

// setText writes the state into a field without telling the state again; a
// text that stands there already keeps its caret.
func setText(in *kit.Input, words string) {
	if in.Text == words {
		return
	}
	told := in.OnChanged
	in.OnChanged = nil
	in.SetText(words)
	in.CursorColumn = len([]rune(words))
	in.OnChanged = told
	in.Refresh()
}

// ruled sets a line above o.
func ruled(o fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewPanel("", kit.Sides(8, 0), kit.EdgeTop, o)
}

// newDeedLine is what can be done and its key, and below it what it means
// where that is not told before it is done.
func newDeedLine(name, detail, key string, grave bool, do func()) fyne.CanvasObject {
	colour, label := kit.ColorInk, kit.Text
	if grave {
		colour, label = kit.ColorStop, kit.SemiBold
	}
	hint, title := kit.NewKeyHint("", do, key), label(name, colour, kit.TextDetail).Cut()
	if detail == "" {
		return kit.NewPanel("", kit.Sides(3, 0), kit.EdgeTop, kit.Border(nil, nil, nil, hint, title))
	}
	return ruled(kit.Border(nil, nil, nil, hint, kit.Column(1, title, kit.Text(detail, kit.ColorMuted, kit.TextCaption).Wrapped())))
}
