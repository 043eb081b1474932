package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Input is the box one types into. It keeps letters and editing for itself
// and offers every other key to OnKey first, because the toolkit's own entry
// swallows the keys that a screen lives by.
type Input struct {
	widget.Entry

	// Keyed is offered function keys, Enter, Esc, Tab, up, down, and all Ctrl
	// and Alt combinations but the field's own editing.
	Keyed

	// OnFocus is told when the field gains or loses the focus.
	OnFocus func(focused bool)

	// OnUndo is told when Ctrl+Z took typing back.
	OnUndo func()

	// Replaced marks the whole text when the focus comes, so that what is
	// typed stands in its place.
	Replaced bool

	frame *canvas.Rectangle
	bare  bool        // without a frame, for the owner draws it
	owner fyne.Widget // painted anew when the focus comes or goes
	caret caret

	size     fyne.ThemeSizeName // of type; empty: a field's
	resizing bool
	renderer *inputRenderer
}

var (
	_ fyne.Focusable    = (*Input)(nil)
	_ fyne.Shortcutable = (*Input)(nil)
	_ fyne.Tabbable     = (*Input)(nil)
)

// NewInput makes an input with a frame and a placeholder.
func NewInput(placeholder string) *Input {
	in := &Input{frame: canvas.NewRectangle(nil)}
	// Words longer than the field move with the caret all the same, but the
	// toolkit shows no bar below them.
	in.Wrapping, in.Scroll = fyne.TextWrapOff, fyne.ScrollVerticalOnly
	in.PlaceHolder = placeholder
	in.ExtendBaseWidget(in)
	return in
}

// AcceptsTab has Tab brought here as a key, so that OnKey can see it.
func (in *Input) AcceptsTab() bool { return true }

// TypedKey offers the key to OnKey; what is left edits the text.
func (in *Input) TypedKey(ev *fyne.KeyEvent) {
	if in.Disabled() {
		return
	}
	press := pressed(ev)
	if !typing(ev.Name) && in.offer(press) {
		in.forget()
		return
	}
	if ev.Name == fyne.KeyTab {
		in.leave(press.Modifiers)
		return
	}
	in.Entry.TypedKey(ev)
}

// TypedShortcut keeps the field's own editing and offers all else to OnKey.
func (in *Input) TypedShortcut(shortcut fyne.Shortcut) {
	if _, undo := shortcut.(*fyne.ShortcutUndo); undo {
		in.undo(shortcut)
		return
	}
	if custom, ok := shortcut.(*desktop.CustomShortcut); ok && !byWord(custom) {
		in.Keyed.TypedShortcut(shortcut)
		in.forget()
		return
	}
	in.Entry.TypedShortcut(shortcut)
}

// undo takes typing back, also what was deleted; only in an empty field that
// has nothing to take back does Ctrl+Z mean something else.
func (in *Input) undo(shortcut fyne.Shortcut) {
	before := in.Text
	in.Entry.TypedShortcut(shortcut)
	switch {
	case in.Text != before:
		if in.OnUndo != nil {
			in.OnUndo()
		}
	case in.Text == "":
		in.Keyed.TypedShortcut(shortcut)
	}
}

// forget ends the typing in an empty field: after a key of the screen Ctrl+Z
// means what that key did, and not the words before it.
func (in *Input) forget() {
	if in.Text == "" {
		in.SetText("")
	}
}

// editing keys belong to the text.
var editing = map[fyne.KeyName]bool{
	fyne.KeyBackspace: true, fyne.KeyDelete: true, fyne.KeyLeft: true, fyne.KeyRight: true,
	fyne.KeyHome: true, fyne.KeyEnd: true, fyne.KeySpace: true,
}

// typing tells the keys that stay with the text: letters, which come again as
// runes, editing, and keys that are only held down.
func typing(key fyne.KeyName) bool {
	return len(key) == 1 || editing[key] || held[key]
}

// held keys say nothing by themselves.
var held = map[fyne.KeyName]bool{
	desktop.KeyShiftLeft: true, desktop.KeyShiftRight: true,
	desktop.KeyControlLeft: true, desktop.KeyControlRight: true,
	desktop.KeyAltLeft: true, desktop.KeyAltRight: true,
	desktop.KeySuperLeft: true, desktop.KeySuperRight: true,
	desktop.KeyCapsLock: true, fyne.KeyUnknown: true,
}

// byWord tells a move or a deletion by words, which is editing too.
func byWord(shortcut *desktop.CustomShortcut) bool {
	return shortcut.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault && editing[shortcut.KeyName]
}

// leave moves the focus as Tab does everywhere else.
func (in *Input) leave(held fyne.KeyModifier) {
	c := fyne.CurrentApp().Driver().CanvasForObject(in)
	if c == nil {
		return
	}
	if held&fyne.KeyModifierShift != 0 {
		c.FocusPrevious()
		return
	}
	c.FocusNext()
}

// FocusGained shows the accent.
func (in *Input) FocusGained() {
	in.Entry.FocusGained()
	in.focus(true)
	in.mark()
}

// mark marks the whole text of a field whose text is to be replaced.
func (in *Input) mark() {
	if in.Replaced {
		in.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// MouseDown sets the caret; the press that brings the focus marks the text
// again, because setting the caret took the mark away.
func (in *Input) MouseDown(ev *desktop.MouseEvent) {
	arrives := !in.Focused()
	in.Entry.MouseDown(ev)
	if arrives {
		in.mark()
	}
}

// FocusLost takes the accent away.
func (in *Input) FocusLost() {
	in.Entry.FocusLost()
	in.focus(false)
}

func (in *Input) focus(gained bool) {
	in.caret.focused = gained
	in.Refresh()
	if in.owner != nil {
		in.owner.Refresh()
	}
	if in.OnFocus != nil {
		in.OnFocus(gained)
	}
}

// Focused tells whether the caret is here.
func (in *Input) Focused() bool { return in.caret.focused }

// Focus puts the caret here; the input must be on a canvas.
func (in *Input) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(in); c != nil {
		c.Focus(in)
	}
}

// CreateRenderer draws the toolkit's entry within our frame.
func (in *Input) CreateRenderer() fyne.WidgetRenderer {
	in.ExtendBaseWidget(in)
	if in.size != "" && !in.resizing {
		in.resize() // comes back here
		return in.renderer
	}
	entry := in.Entry.CreateRenderer()
	// The first two objects are the toolkit's own ground and border.
	const own = 2
	r := &inputRenderer{WidgetRenderer: entry, input: in}
	r.objects = append([]fyne.CanvasObject{in.frame}, entry.Objects()[own:]...)
	in.caret.watch(entry.Objects())
	if in.size != "" {
		in.words()
	}
	r.paint()
	in.renderer = r
	return r
}

// inputRenderer is the toolkit's renderer with our frame and a caret that
// comes to rest.
type inputRenderer struct {
	fyne.WidgetRenderer
	input   *Input
	objects []fyne.CanvasObject
}

func (r *inputRenderer) Objects() []fyne.CanvasObject {
	if r.input.resizing {
		return nil
	}
	return r.objects
}

func (r *inputRenderer) Layout(size fyne.Size) {
	place(r.input.frame, 0, 0, size.Width, size.Height)
	natural := r.WidgetRenderer.MinSize().Height
	r.WidgetRenderer.Layout(fyne.NewSize(size.Width, natural))
	// The toolkit sets the line at the top; ours stands in the middle.
	for _, o := range r.objects[1:] {
		o.Move(o.Position().AddXY(0, (size.Height-natural)/2))
	}
}

func (r *inputRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
	r.input.caret.refreshed(r.input.Text, r.input.CursorColumn)
}

func (r *inputRenderer) paint() {
	in := r.input
	ground, edge, width := ColorSurface, ColorEdge, theme.Size(LineThin)
	if in.caret.focused {
		edge, width = ColorAccent, theme.Size(LineFocus)
	}
	if in.Disabled() {
		ground = ColorSunken
	}
	fill(in.frame, ground, edge, width, theme.Size(CornerField))
	show(in.frame, !in.bare)
}
