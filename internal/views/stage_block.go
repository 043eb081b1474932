package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// placing puts an object of a guideBlock.
type placing func(o fyne.CanvasObject, x, y, w, h float32)

// guideBlock is a few objects set by one function, which serves both to place
// and to measure them: so it wraps at any width.
type guideBlock struct {
	widget.BaseWidget

	parts []fyne.CanvasObject
	flow  func(width float32, put placing) (height float32)
}

func newGuideBlock(flow func(float32, placing) float32, parts ...fyne.CanvasObject) *guideBlock {
	b := &guideBlock{parts: parts, flow: flow}
	b.ExtendBaseWidget(b)
	return b
}

// HeightFor tells the height at a width.
func (b *guideBlock) HeightFor(width float32) float32 {
	return b.flow(width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// CreateRenderer lets the flow place the parts.
func (b *guideBlock) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Layout: guideFlow{b}, Objects: b.parts})
}

type guideFlow struct{ block *guideBlock }

// Layout places the parts.
func (l guideFlow) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.block.flow(size.Width, set) }

// MinSize is the height at the present width.
func (l guideFlow) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(40), l.block.HeightFor(max(l.block.Size().Width, units(40))))
}
