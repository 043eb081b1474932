package kit

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
)

// shownInput puts a field in a window and gives it the focus.
func shownInput(t *testing.T) (*Input, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(LookLight, 1))
	field := NewField("Nama", "boleh kosong", "")
	w := test.NewTempWindow(t, Column(8, field, NewField("Nomor HP", "", "")))
	w.Resize(fyne.NewSize(400, 200))
	field.Input.Focus()
	return field.Input, w
}

func TestKeysOfTheScreenAreHandedOn(t *testing.T) {
	in, _ := shownInput(t)
	var got []KeyPress
	in.OnKey = func(p KeyPress) bool {
		got = append(got, p)
		return true
	}
	keys := []fyne.KeyName{fyne.KeyF1, fyne.KeyF12, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape, fyne.KeyUp, fyne.KeyDown, fyne.KeyTab}
	for _, key := range keys {
		in.TypedKey(&fyne.KeyEvent{Name: key})
	}
	in.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	in.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.Key1, Modifier: fyne.KeyModifierAlt})

	assert.Len(t, got, len(keys)+2)
	assert.Equal(t, KeyPress{fyne.KeyF1, 0}, got[0])
	assert.Equal(t, KeyPress{fyne.KeyReturn, fyne.KeyModifierControl}, got[len(keys)])
	assert.Equal(t, KeyPress{fyne.Key1, fyne.KeyModifierAlt}, got[len(keys)+1])
}

func TestTypingAndEditingStayInTheField(t *testing.T) {
	in, _ := shownInput(t)
	in.OnKey = func(p KeyPress) bool {
		t.Errorf("handed on: %v", p)
		return true
	}
	for _, r := range "sim a" {
		in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(r - 'a' + 'A')})
		in.TypedRune(r)
	}
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	in.TypedKey(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	in.TypedShortcut(&fyne.ShortcutSelectAll{})
	in.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierShortcutDefault})
	assert.Equal(t, "sim ", in.Text)
}

func TestUndoTakesBackTyping(t *testing.T) {
	in, _ := shownInput(t)
	in.OnKey = func(KeyPress) bool { return true }
	test.Type(in, "ktp")
	in.TypedShortcut(&fyne.ShortcutUndo{})
	assert.Empty(t, in.Text)
}

func TestUnusedTabGoesToTheNextField(t *testing.T) {
	in, w := shownInput(t)
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	assert.NotNil(t, w.Canvas().Focused())
	assert.NotEqual(t, fyne.Focusable(in), w.Canvas().Focused())
}

// blinking asks the toolkit's entry whether its caret is moved by an animation.
func blinking(in *Input) bool {
	caret := reflect.ValueOf(&in.Entry).Elem().FieldByName("cursorAnim")
	return !caret.Elem().FieldByName("anim").IsNil()
}

// The test driver ends animations at once, so that the caret's rest begins
// with each key.
func TestCaretComesToRestFullyVisible(t *testing.T) {
	in, _ := shownInput(t)
	assert.True(t, in.caret.still)
	assert.False(t, blinking(in))

	test.Type(in, "ktp")
	assert.False(t, blinking(in))

	in.Refresh()
	assert.False(t, blinking(in), "a mere repaint must not start the blinking again")

	for _, o := range in.caret.content.CreateRenderer().Objects() {
		if line, ok := o.(*canvas.Rectangle); ok {
			assert.Equal(t, light[ColorAccent], line.FillColor)
		}
	}
}

func TestFrameShowsTheFocus(t *testing.T) {
	in, w := shownInput(t)
	assert.Equal(t, light[ColorAccent], in.frame.StrokeColor)
	w.Canvas().Unfocus()
	assert.Equal(t, light[ColorEdge], in.frame.StrokeColor)
	assert.False(t, in.Focused())
}
