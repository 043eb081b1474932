package guide

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// TouchScale makes everything so large that a guide reads it at arm's length:
// at 60 cm on a tablet of 10 inches the names of results are 16 minutes of arc
// high (ISO 9241-303), the way more than 20; and every target is a finger wide.
const TouchScale = 1.4

// guideTouch is what the guide's screen has beyond the others on a tablet: a
// button that begins anew, and letters, of which a few are enough. A tablet's
// own keyboard, where it has one, types into the same field.
type guideTouch struct {
	speak   *text.Speaker
	clear   *kit.Button
	letters *fyne.Container
	keys    []*kit.Button
	typing  bool // letters are at hand; a chosen row needs their room
	idle    bool // nothing was typed: places are at hand
}

const touchLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// backspace takes a letter away.
const backspace = "←"

func newGuideTouch(speak *text.Speaker, typed func(letter string), clear func()) *guideTouch {
	t := &guideTouch{speak: speak, typing: true, idle: true}
	t.clear = kit.NewButton(kit.ButtonOutlined, speak.T("guide.touch.clear"), "", clear)
	t.letters = &fyne.Container{Layout: letterGrid{}}
	for _, letter := range touchLetters + backspace {
		key := kit.NewButton(kit.ButtonOutlined, string(letter), "", func() { typed(string(letter)) })
		t.keys = append(t.keys, key)
		t.letters.Add(key)
	}
	return t
}

// letterGrid sets the letters in three lines.
type letterGrid struct{}

const (
	lettersAbreast         = 9
	letterHigh     float32 = 44
	letterGap      float32 = 4
)

// Layout parts the width among the letters of a line.
func (letterGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := stage.Units(letterGap)
	width := (size.Width - (lettersAbreast-1)*gap) / lettersAbreast
	for i, o := range objects {
		column, line := float32(i%lettersAbreast), float32(i/lettersAbreast)
		stage.Set(o, column*(width+gap), line*(stage.Units(letterHigh)+gap), width, stage.Units(letterHigh))
	}
}

// MinSize is the height of all lines.
func (letterGrid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	lines := float32((len(objects) + lettersAbreast - 1) / lettersAbreast)
	return fyne.NewSize(stage.Units(300), lines*stage.Units(letterHigh+letterGap)-stage.Units(letterGap))
}

// letter adds a letter to the words, or takes the last one away.
func (g *Screen) letter(letter string) {
	words := []rune(g.search.Text())
	if letter != backspace {
		words = append(words, []rune(stage.Lower(letter))...)
	} else if len(words) > 0 {
		words = words[:len(words)-1]
	}
	g.search.SetText(string(words))
}

// beginAnew forgets what was looked up and brings the letters back.
func (g *Screen) beginAnew() {
	g.clear()
	g.comeHome()
}

// makeRoom shows the letters while somebody types, and the places while
// nothing is typed; else it gives their room to what was found.
func (g *Screen) makeRoom(typing bool) {
	if g.touch == nil {
		return
	}
	_, chosen := g.state.chosen()
	typing, idle := typing || !chosen, g.state.query == ""
	if g.touch.typing == typing && g.touch.idle == idle {
		return
	}
	g.touch.typing, g.touch.idle = typing, idle
	stage.SetVisible(g.touch.letters, typing)
	stage.SetVisible(g.places.content, idle)
	stage.LayAnew(g.content)
}

// Away tells that the server stopped or began again to answer: what is shown
// is then what was last known.
func (g *Screen) Away(gone bool) {
	if g.state.gone == gone || g.content == nil {
		return
	}
	g.state.gone = gone
	g.paint()
}

// touchPanes sets the list beside the page, or above it where the tablet is
// held upright.
type touchPanes struct{ guide *Screen }

// Layout gives the list more room while somebody types.
func (l touchPanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width >= size.Height {
		left := min(max(size.Width*0.42, stage.Units(376)), stage.Units(480), size.Width/2)
		stage.Set(objects[0], 0, 0, left, size.Height)
		stage.Set(objects[1], left, 0, size.Width-left, size.Height)
		return
	}
	share := float32(0.36)
	if l.guide.touch.typing {
		share = 0.58
	}
	stage.Set(objects[0], 0, 0, size.Width, size.Height*share)
	stage.Set(objects[1], 0, size.Height*share, size.Width, size.Height*(1-share))
}

// MinSize leaves the size to the window.
func (touchPanes) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(300), stage.Units(300))
}

// touchLeft sets field and button, letters, rows and places from top to bottom.
type touchLeft struct{ guide *Screen }

// Layout gives the rows all the height that is left.
func (l touchLeft) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	g := l.guide
	search, clear, letters, rows, places := objects[0], objects[1], objects[2], objects[3], objects[4]
	edge, gap := stage.Units(14), stage.Units(8)
	width, high := size.Width-2*edge, stage.Units(56)
	button := max(stage.Units(96), clear.MinSize().Width)
	stage.Set(search, edge, edge, width-button-gap, high)
	stage.Set(clear, edge+width-button, edge, button, high)
	top := edge + high + gap
	if g.touch.typing {
		grid := letters.MinSize().Height
		stage.Set(letters, edge, top, width, grid)
		top += grid + gap
	}
	bottom := size.Height - edge
	if g.touch.idle {
		foot := g.places.fitLine(width)
		bottom -= foot
		stage.Set(places, edge, bottom, width, foot)
	}
	stage.Set(rows, stage.Units(6), top, size.Width-stage.Units(12), max(0, bottom-gap-top))
}

// MinSize leaves the size to the window.
func (touchLeft) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(300), stage.Units(300))
}
