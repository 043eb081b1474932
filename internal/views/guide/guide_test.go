package guide

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// guideHand works the floor guide.
type guideHand struct {
	*stagetest.Alone
	guide *Screen
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
	f := stagetest.NewDesk(t)
	if !g.at.IsZero() {
		f.Clock = g.at
	}
	_, polres := f.Catalogue().Service("POL-01")
	for range 14 {
		f.Issued = append(f.Issued, desk.Issued{Ticket: models.Ticket{Agency: polres.Code}})
	}
	return guideOf(stagetest.Open(t, stagetest.Scene{Desk: f, Language: g.language, Size: g.size, Name: stage.ScreenGuide, Keys: Keys(), Make: makeGuide}))
}

func makeGuide(s stage.Stage) stage.Screen { return New(s) }

func guideOf(h *stagetest.Alone) *guideHand { return &guideHand{Alone: h, guide: h.Screen.(*Screen)} }

// finds starts fresh and types words.
func (b *guideHand) finds(words string) {
	b.Press("Esc")
	b.Types(words)
}

// title is what the page at the right is about.
func (b *guideHand) title() string { return b.guide.page.said.title }

// said is every text of the guide but what the person typed.
func (b *guideHand) said() string {
	return b.Words()
}
