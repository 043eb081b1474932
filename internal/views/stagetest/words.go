package stagetest

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"frontdesk/internal/views/kit"
)

// WordsOn is every text on o that is seen, but what a person typed.
func WordsOn(o fyne.CanvasObject) string {
	var words []string
	gather(o, &words)
	return strings.Join(words, " ")
}

func gather(o fyne.CanvasObject, words *[]string) {
	if !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *kit.Input:
		return
	case *canvas.Text:
		*words = append(*words, o.Text)
	case *fyne.Container:
		for _, part := range o.Objects {
			gather(part, words)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(o).Objects() {
			gather(part, words)
		}
	default:
		gatherInner(o, words)
	}
}

// gatherInner reads the text within one of the kit's own drawing objects.
func gatherInner(o fyne.CanvasObject, words *[]string) {
	value := reflect.Indirect(reflect.ValueOf(o))
	if value.Kind() != reflect.Struct {
		return
	}
	if inner := value.FieldByName("Text"); inner.IsValid() {
		if text, ok := inner.Interface().(*canvas.Text); ok {
			gather(text, words)
		}
	}
}

// EachShown walks all that is shown.
func EachShown(o fyne.CanvasObject, see func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	see(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			EachShown(inner, see)
		}
	case *container.Scroll:
		EachShown(o.Content, see)
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			EachShown(inner, see)
		}
	}
}
