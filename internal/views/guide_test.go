package views

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// guideHand works the floor guide.
type guideHand struct {
	*alone
	guide *Guide
}

// guideScene is how a test meets the guide.
type guideScene struct {
	language text.Language
	size     fyne.Size
	at       time.Time
}

// openGuide opens the guide on a morning on which the Polres gave 14 numbers.
func openGuide(t *testing.T, g guideScene) *guideHand {
	t.Helper()
	f := newFakeDesk(t)
	if !g.at.IsZero() {
		f.now = g.at
	}
	_, polres := f.Catalogue().Service("POL-01")
	for range 14 {
		f.issued = append(f.issued, desk.Issued{Ticket: models.Ticket{Agency: polres.Code}})
	}
	return guideOf(openAlone(t, scene{desk: f, language: g.language, size: g.size, name: ScreenGuide, keys: guideKeys(), make: makeGuide}))
}

func makeGuide(s stage) screen { return newGuide(s) }

func guideOf(h *alone) *guideHand { return &guideHand{alone: h, guide: h.screen.(*Guide)} }

// finds starts fresh and types words.
func (b *guideHand) finds(words string) {
	b.press("Esc")
	b.types(words)
}

// title is what the page at the right is about.
func (b *guideHand) title() string { return b.guide.page.said.title }

// said is every text of the guide but what the person typed.
func (b *guideHand) said() string {
	return b.words()
}
