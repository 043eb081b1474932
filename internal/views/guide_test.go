package views

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// guideHand works the floor guide.
type guideHand struct {
	*hand
	guide *Guide
}

// guideScene is how a test meets the guide.
type guideScene struct {
	language text.Language
	alone    bool
	size     fyne.Size
	at       time.Time
}

// openGuide opens the guide on a morning on which the Polres gave 14 numbers.
func openGuide(t *testing.T, scene guideScene) *guideHand {
	t.Helper()
	h := openWindow(t, func(f *fakeDesk, o *Options) {
		o.Language = scene.language
		if scene.alone {
			o.Screen = ScreenGuide
		}
		if !scene.at.IsZero() {
			f.now = scene.at
		}
		_, polres := f.Catalogue().Service("POL-01")
		for range 14 {
			f.issued = append(f.issued, desk.Issued{Ticket: models.Ticket{Agency: polres.Code}})
		}
	})
	if scene.size.Width > 0 {
		h.p.window.Resize(scene.size)
	}
	h.p.open(ScreenGuide)
	h.work.drain()
	return &guideHand{hand: h, guide: h.p.screens[ScreenGuide].(*Guide)}
}

// finds starts fresh and types words.
func (b *guideHand) finds(words string) {
	b.press("Esc")
	b.types(words)
}

// title is what the page at the right is about.
func (b *guideHand) title() string { return b.guide.page.said.title }

// said is every text of the guide but what the person typed.
func (b *guideHand) said() string {
	var words []string
	b.gather(b.p.frame.pages[ScreenGuide], &words)
	return strings.Join(words, " ")
}

func (b *guideHand) gather(o fyne.CanvasObject, words *[]string) {
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
			b.gather(part, words)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(o).Objects() {
			b.gather(part, words)
		}
	default:
		b.gatherInner(o, words)
	}
}

// gatherInner reads the text within one of the kit's own drawing objects.
func (b *guideHand) gatherInner(o fyne.CanvasObject, words *[]string) {
	value := reflect.Indirect(reflect.ValueOf(o))
	if value.Kind() != reflect.Struct {
		return
	}
	if inner := value.FieldByName("Text"); inner.IsValid() {
		if text, ok := inner.Interface().(*canvas.Text); ok {
			b.gather(text, words)
		}
	}
}
