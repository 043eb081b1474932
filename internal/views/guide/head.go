package guide

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// guideHead is title and agency at the left, status and counts at the right.
func guideHead(page guidePage, size fyne.ThemeSizeName) *stage.Block {
	title := kit.SemiBold(page.title, kit.ColorInk, size).Wrapped()
	under := kit.Text(page.under, kit.ColorMuted, kit.TextResult)
	status := kit.NewSizedStatus(page.status, kit.TextWay)
	counts := kit.Text(page.counts, kit.ColorMuted, kit.TextButton)
	status.Hidden = page.status.Word == ""
	if page.status.Word == "" {
		under = under.Wrapped() // a sentence, not a name
	} else {
		under = under.Cut()
	}
	return stage.NewBlock(func(width float32, put stage.Placing) float32 {
		right := float32(0)
		if !status.Hidden {
			right = status.MinSize().Width + stage.Units(24)
		}
		height := kit.HeightFor(title, width-right)
		put(title, 0, 0, width-right, height)
		put(status, width-right+stage.Units(24), stage.Units(3), right-stage.Units(24), status.MinSize().Height)
		height = max(height, stage.Units(3)+status.MinSize().Height)

		said := counts.MinSize()
		line := kit.HeightFor(under, width-said.Width-stage.Units(16))
		put(under, 0, height, width-said.Width-stage.Units(16), line)
		put(counts, width-said.Width, height+(line-said.Height)/2, said.Width, said.Height)
		return height + line
	}, title, under, status, counts)
}

// guideNoticeLook is a note's ground, ink and shape.
type guideNoticeLook struct {
	ground, ink fyne.ThemeColorName
	shape       kit.Shape
}

var guideNoticeLooks = map[kit.NoteKind]guideNoticeLook{
	kit.NoteInfo: {kit.ColorSoft, kit.ColorAccent, kit.ShapeInfo},
	kit.NoteWarn: {kit.ColorWarnSoft, kit.ColorWarn, kit.ShapeTriangle},
	kit.NoteStop: {kit.ColorStopSoft, kit.ColorStop, kit.ShapeBarred},
}

// guideNotice is a note large enough to be read at arm's length.
func guideNotice(note guideNote) *stage.Block {
	look := guideNoticeLooks[note.kind]
	ground := kit.NewPanel(look.ground, kit.Inset{}, 0, kit.Column(0))
	bar := kit.NewPanel(look.ink, kit.Inset{}, 0, kit.Column(0))
	mark := kit.NewMark(look.shape, look.ink)
	title := kit.SemiBold(note.title, look.ink, kit.TextService).Wrapped()
	sentence := kit.Text(note.text, kit.ColorInk, kit.TextResult).Wrapped()
	sentence.Hidden = note.text == ""
	return stage.NewBlock(func(width float32, put stage.Placing) float32 {
		left, pad, side := stage.Units(44), stage.Units(10), stage.Units(16)
		words := width - left - stage.Units(16)
		height := kit.HeightFor(title, words)
		put(mark, stage.Units(16), pad+stage.Units(4), side, side)
		put(title, left, pad, words, height)
		height += pad
		if !sentence.Hidden {
			line := kit.HeightFor(sentence, words)
			put(sentence, left, height, words, line)
			height += line
		}
		put(ground, 0, 0, width, height+pad)
		put(bar, 0, 0, stage.Units(4), height+pad)
		return height + pad
	}, ground, bar, mark, title, sentence)
}
