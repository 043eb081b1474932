package reception

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// within asserts that an object of the content is in sight.
func within(t *testing.T, s *stage.Scrolled, o fyne.CanvasObject) {
	t.Helper()
	require.Positive(t, o.Size().Height)
	require.GreaterOrEqual(t, o.Position().Y, s.Scroll.Offset.Y)
	require.LessOrEqual(t, o.Position().Y+o.Size().Height, s.Scroll.Offset.Y+s.Scroll.Size().Height+0.5)
}

func TestTheListOfTicketsFollowsTheCursor(t *testing.T) {
	h := openReception(t)
	for range 14 {
		h.Types("ktp hil")
		h.Press("F9")
	}
	h.Press("Ctrl+R")
	for i := range 12 {
		h.Press("Down")
		list := h.view().tickets
		require.Equal(t, i+1, h.r().tickets.cursor)
		within(t, list.scroll, list.list.Objects[i+1])
	}
}

func TestThePapersFollowTheCursor(t *testing.T) {
	h := openReception(t)
	h.Types("dompet hilang")
	for i, w := range h.r().purpose.rows {
		if w.Event != nil {
			h.Press(fmt.Sprintf("Alt+%d", i+1))
			break
		}
	}
	h.Press("Shift+Tab")
	h.at(spotPapers)
	for range len(h.r().items()) - 1 {
		h.Press("Down")
		p := h.view().papers
		for i, s := range p.painted {
			if s.lit {
				within(t, p.scroll, p.list.Objects[i])
			}
		}
	}
}

func TestRowsTakeTheHeightOfTheirOwnWords(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	for _, row := range h.view().purpose.rows {
		if row.Visible() {
			require.Equal(t, row.HeightFor(row.Size().Width), row.Size().Height)
		}
	}
}

func TestTheNumberToBeVoidedIsNamed(t *testing.T) {
	h := openReception(t)
	for range 2 {
		h.Types("ktp hil")
		h.Press("F9")
	}
	h.Press("Ctrl+R", "Down", "B")
	ticket, _ := h.r().tickets.current()
	require.Contains(t, stagetest.WordsOn(h.view().tickets.reason), h.Speak.T("tickets.reason", ticket.Number))
}

func TestTheServiceUnderConsiderationIsInSight(t *testing.T) {
	h := openReception(t)
	for _, words := range []string{"ktp hil", "skck baru"} {
		h.Types(words)
		h.Press("Ctrl+Enter")
	}
	h.Types("kk hil")
	p := h.view().papers
	require.NotEmpty(t, p.painted)
	for i, s := range p.painted {
		if s.seen {
			within(t, p.scroll, p.list.Objects[i])
			return
		}
	}
	t.Fatal("the service of the row is not among the papers")
}

func TestTheFocusedFieldIsInSightWhenThePaneUnfolds(t *testing.T) {
	h := openReception(t, func(_ *stagetest.Desk, s *stagetest.Scene) { s.Scale = 1.5 })
	h.Types("ktp hil")
	h.Press("Enter")
	h.at(spotVisitor)
	within(t, h.view().visitor.scroll, h.view().visitor.fields[spotVisitor].whole)
}

func TestButtonsStandBesideEachOther(t *testing.T) {
	h := openReception(t, func(_ *stagetest.Desk, s *stagetest.Scene) { s.Scale, s.Language = 1.5, text.English })
	h.Types("lost ktp")
	b := h.view().actions
	require.LessOrEqual(t, b.without.Position().X+b.without.Size().Width, b.main.Position().X)
	require.GreaterOrEqual(t, b.main.Size().Width, b.main.MinSize().Width)
}

func TestAServiceThatIsClosedHasAVacantPlate(t *testing.T) {
	h := openReception(t)
	h.Types("ktp rusak")
	h.Press("Ctrl+Enter")
	h.Types("npwp")
	for _, s := range papersPage(h.r(), h.Speak) {
		if s.kind == sectionStop && s.seen {
			require.True(t, s.vacant)
			require.Contains(t, s.status.Detail, "Buka lagi")
			return
		}
	}
	t.Fatal("npwp is not among the services")
}

func TestAClosedServiceSaysWhenWhereAndWhatToBring(t *testing.T) {
	h := openReception(t)
	h.Types("npwp")
	require.Empty(t, h.r().items())
	var said []string
	for _, s := range papersPage(h.r(), h.Speak) {
		require.NotEqual(t, sectionCheck, s.kind)
		said = append(said, s.title, s.text)
	}
	require.Contains(t, said, "08.00–12.00 WITA · Loket 204 · Lantai 2")
	require.Contains(t, said, "KTP (NIK 16 digit)\nKK\nEmail dan nomor HP aktif")
}

func TestSeveralNumbersAreLarge(t *testing.T) {
	for count, least := range map[int]float32{2: 72, 3: 48} {
		h := openReception(t)
		for _, words := range []string{"ktp hil", "skck baru", "kk hil"}[:count-1] {
			h.Types(words)
			h.Press("Ctrl+Enter")
		}
		h.Types("akta lahir")
		h.Press("F9")
		numbers := h.view().last.numbers.Objects
		require.Len(t, numbers, count)
		for _, o := range numbers {
			require.GreaterOrEqual(t, largest(o), least)
		}
	}
}

// largest is the size of the largest words that a widget draws.
func largest(o fyne.CanvasObject) float32 {
	size := float32(0)
	for _, part := range test.WidgetRenderer(o.(fyne.Widget)).Objects() {
		if words, ok := part.(*canvas.Text); ok {
			size = max(size, words.TextSize)
		}
	}
	return size
}
