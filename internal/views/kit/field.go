package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Field is an input with its label above and a hint at the right.
type Field struct {
	widget.BaseWidget

	Input *Input

	label *word
	hint  *word
}

// NewField makes a field such as "Nama", "boleh kosong".
func NewField(label, hint, placeholder string) *Field {
	f := &Field{
		Input: NewInput(placeholder),
		label: newWord(ColorMuted, TextCaption, WeightRegular),
		hint:  newWord(ColorMuted, TextCaption, WeightRegular),
	}
	f.label.Text.Text, f.hint.Text.Text = label, hint
	f.ExtendBaseWidget(f)
	return f
}

// SetLabels changes the words around the input.
func (f *Field) SetLabels(label, hint, placeholder string) {
	f.label.Text.Text, f.hint.Text.Text = label, hint
	f.Input.SetPlaceHolder(placeholder)
	f.Refresh()
}

// Text tells what was typed.
func (f *Field) Text() string { return f.Input.Text }

// SetText replaces what was typed.
func (f *Field) SetText(s string) { f.Input.SetText(s) }

// CreateRenderer draws the field.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	return newRenderer(f, f.label, f.hint, f.Input)
}

func (f *Field) paint() {
	f.label.paint()
	f.hint.paint()
}

// labelRoom is the height of the label with its space; none without a label.
func (f *Field) labelRoom() float32 {
	if f.label.Text.Text == "" {
		return 0
	}
	return f.label.height() + units(5)
}

func (f *Field) measure() fyne.Size {
	return fyne.NewSize(units(160), f.labelRoom()+theme.Size(HeightField))
}

func (f *Field) arrange(size fyne.Size) {
	f.label.at(0, 0)
	f.hint.endAt(size.Width, 0)
	top := f.labelRoom()
	place(f.Input, 0, top, size.Width, size.Height-top)
}
