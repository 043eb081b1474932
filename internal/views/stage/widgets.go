package stage

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// Hint is a key of the table and the text key of what it does now.
type Hint struct{ Key, Says string }

// ActionsLayout sets the hints at the left and the buttons at the right; what
// has no room between is not shown.
type ActionsLayout struct{}

// Layout places both.
func (ActionsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	hints, buttons := objects[0].(*fyne.Container), objects[1]
	own := buttons.MinSize()
	Set(buttons, size.Width-own.Width, (size.Height-own.Height)/2, own.Width, own.Height)
	room := size.Width - own.Width - Units(18)
	for _, hint := range hints.Objects {
		hint.Show()
	}
	for last := len(hints.Objects) - 1; last >= 0 && hints.MinSize().Width > room; last-- {
		hints.Objects[last].Hide()
	}
	Set(hints, 0, 0, room, size.Height)
}

// MinSize is that of the buttons.
func (ActionsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

// SetLabel writes on a button, where other words stand there.
func SetLabel(b *kit.Button, label string) {
	if b.Label() != label {
		b.SetLabel(label)
	}
}

// SetEnabled lets a button be pressed, or not.
func SetEnabled(b *kit.Button, enabled bool) {
	switch {
	case enabled && b.Disabled():
		b.Enable()
	case !enabled && !b.Disabled():
		b.Disable()
	}
}

// DetailLine is a muted line that wraps; nothing when there are no words.
func DetailLine(words string) fyne.CanvasObject {
	label := kit.Text(words, kit.ColorMuted, kit.TextDetail).Wrapped()
	SetVisible(label, words != "")
	return label
}

// SetText writes the state into a field without telling the state again; a
// text that stands there already keeps its caret.
func SetText(in *kit.Input, words string) {
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

// Ruled sets a line above o.
func Ruled(o fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewPanel("", kit.Sides(8, 0), kit.EdgeTop, o)
}

// NewDeedLine is what can be done and its key, and below it what it means
// where that is not told before it is done.
func NewDeedLine(name, detail, key string, grave bool, do func()) fyne.CanvasObject {
	colour, label := kit.ColorInk, kit.Text
	if grave {
		colour, label = kit.ColorStop, kit.SemiBold
	}
	hint, title := kit.NewKeyHint("", do, key), label(name, colour, kit.TextDetail).Cut()
	if detail == "" {
		return kit.NewPanel("", kit.Sides(3, 0), kit.EdgeTop, kit.Border(nil, nil, nil, hint, title))
	}
	return Ruled(kit.Border(nil, nil, nil, hint, kit.Column(1, title, kit.Text(detail, kit.ColorMuted, kit.TextCaption).Wrapped())))
}
