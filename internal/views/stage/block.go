package stage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Placing puts an object of a Block.
type Placing func(o fyne.CanvasObject, x, y, w, h float32)

// Block is a few objects set by one function, which serves both to place
// and to measure them: so it wraps at any width.
type Block struct {
	widget.BaseWidget

	parts []fyne.CanvasObject
	flow  func(width float32, put Placing) (height float32)
}

// NewBlock makes a block of parts that flow places, and whose height it returns.
func NewBlock(flow func(float32, Placing) float32, parts ...fyne.CanvasObject) *Block {
	b := &Block{parts: parts, flow: flow}
	b.ExtendBaseWidget(b)
	return b
}

// HeightFor tells the height at a width.
func (b *Block) HeightFor(width float32) float32 {
	return b.flow(width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// CreateRenderer lets the flow place the parts.
func (b *Block) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Layout: guideFlow{b}, Objects: b.parts})
}

type guideFlow struct{ block *Block }

// Layout places the parts.
func (l guideFlow) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.block.flow(size.Width, Set) }

// MinSize is the height at the present width.
func (l guideFlow) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(Units(40), l.block.HeightFor(max(l.block.Size().Width, Units(40))))
}
