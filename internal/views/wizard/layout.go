package wizard

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/stage"
)

// wizardHead sets mark, name, the bar of steps in the middle, where one is and
// the language.
type wizardHead struct{}

// Layout gives the bar what is left, up to a comfortable width.
func (wizardHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	middle := func(o fyne.CanvasObject, x, width, height float32) {
		stage.Set(o, x, (size.Height-height)/2, width, height)
	}
	mark, name, bar, progress, tongue := objects[0], objects[1], objects[2], objects[3], objects[4]
	side := stage.Units(26)
	middle(mark, 0, side, side)
	x := side + stage.Units(10)
	own := name.MinSize()
	middle(name, x, own.Width, own.Height)
	x += own.Width + stage.Units(28)
	right := size.Width
	for _, o := range []fyne.CanvasObject{tongue, progress} {
		own := o.MinSize()
		right -= own.Width
		middle(o, right, own.Width, own.Height)
		right -= stage.Units(18)
	}
	width := min(stage.Units(420), max(0, right-x))
	middle(bar, right-width, width, stage.Units(10))
}

// MinSize is the height of the bar.
func (wizardHead) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(500), stage.Units(36))
}

// wizardMiddle sets the card in the middle; where it is higher than the window
// it can be scrolled.
type wizardMiddle struct{}

const wizardWidth float32 = 720

// Layout leaves room beside and above the card.
func (wizardMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(stage.Units(wizardWidth), size.Width-stage.Units(24))
	stage.Set(objects[0], (size.Width-width)/2, stage.Units(14), width, size.Height-stage.Units(28))
}

// MinSize leaves the size to the window.
func (wizardMiddle) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(320), stage.Units(200))
}

// wizardGrid sets the recovery words in columns of the same width.
type wizardGrid struct{}

const (
	wizardColumns         = 4
	wizardRow     float32 = 30
)

// Layout goes by rows, as one reads.
func (wizardGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width / wizardColumns
	for i, o := range objects {
		stage.Set(o, float32(i%wizardColumns)*width, float32(i/wizardColumns)*stage.Units(wizardRow), width, stage.Units(wizardRow))
	}
}

// MinSize has room for all rows.
func (wizardGrid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	rows := (len(objects) + wizardColumns - 1) / wizardColumns
	return fyne.NewSize(stage.Units(400), float32(rows)*stage.Units(wizardRow))
}

// wizardFoot sets the way out at the left, and at the right the ways on.
type wizardFoot struct{}

// Layout leaves out what is hidden.
func (wizardFoot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	own := objects[0].MinSize()
	stage.Set(objects[0], 0, (size.Height-own.Height)/2, own.Width, own.Height)
	right := size.Width
	for i := len(objects) - 1; i > 0; i-- {
		if !objects[i].Visible() {
			continue
		}
		own := objects[i].MinSize()
		right -= own.Width
		stage.Set(objects[i], right, (size.Height-own.Height)/2, own.Width, own.Height)
		right -= stage.Units(12)
	}
}

// MinSize is the height of a button.
func (wizardFoot) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(500), objects[3].MinSize().Height+stage.Units(4))
}
