package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// caretRest is how long the caret blinks after the last key. A blinking caret
// repaints the window without end and costs a tenth of a processor.
const caretRest = 5 * time.Second

// caret watches the toolkit's blinking caret and holds it still after a while.
type caret struct {
	focused bool

	content fyne.Widget // the toolkit's line of text, owner of the blinking

	text   string
	column int
	was    bool // focused at the last look
	still  bool
	rest   *fyne.Animation
}

// watch finds the caret among the objects of the toolkit's entry.
func (c *caret) watch(objects []fyne.CanvasObject) {
	for _, o := range objects {
		scroll, ok := o.(*container.Scroll)
		if !ok {
			continue
		}
		if content, ok := scroll.Content.(fyne.Widget); ok {
			c.content = content
		}
	}
}

// parts are what the toolkit's line of text is made of: words and caret. It
// shows them only to a renderer.
func (c *caret) parts() []fyne.CanvasObject {
	if c.content == nil {
		return nil
	}
	return c.content.CreateRenderer().Objects()
}

// refreshed is called after each repaint of the entry, which starts the
// blinking again: a change blinks for a while, a mere repaint stays still.
func (c *caret) refreshed(text string, column int) {
	changed := text != c.text || column != c.column || c.focused != c.was
	c.text, c.column, c.was = text, column, c.focused
	switch {
	case !c.focused:
		c.stopResting()
	case changed:
		c.blinkAWhile()
	case c.still:
		c.hold()
	}
}

// blinkAWhile lets the caret blink and come to rest later. An animation counts
// the time, so that nothing runs outside the toolkit's own thread.
func (c *caret) blinkAWhile() {
	c.stopResting()
	c.rest = fyne.NewAnimation(caretRest, func(done float32) {
		if done == 1 {
			c.hold()
		}
	})
	c.rest.Curve = fyne.AnimationLinear
	c.rest.Start()
}

func (c *caret) stopResting() {
	c.still = false
	if c.rest != nil {
		c.rest.Stop()
		c.rest = nil
	}
}

// hold stops the blinking with the caret fully visible. The toolkit stops it
// only when a renderer of the text line is destroyed, so one is made for that.
func (c *caret) hold() {
	c.still = true
	if c.content == nil {
		return
	}
	c.content.CreateRenderer().Destroy()
	for _, o := range c.parts() {
		if line, ok := o.(*canvas.Rectangle); ok {
			line.FillColor = named(ColorAccent)
			line.Refresh()
		}
	}
}
