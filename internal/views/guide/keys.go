package guide

import (
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Keys is the table of keys of F2.
func Keys() []stage.Binding {
	return []stage.Binding{
		onGuide(stage.Binding{Keys: []string{"Enter"}, Says: "guide.key.take"}, func(g *Screen, _ kit.KeyPress) { g.take() }),
		onGuide(stage.Binding{Keys: []string{"Up"}, Says: "guide.key.up"}, func(g *Screen, _ kit.KeyPress) { g.move(-1) }),
		onGuide(stage.Binding{Keys: []string{"Down"}, Says: "guide.key.down"}, func(g *Screen, _ kit.KeyPress) { g.move(1) }),
		onGuide(stage.Binding{Keys: stage.Numbered("Alt+", finds.MaxRows), Shown: "Alt+1–9", Says: "guide.key.row"},
			func(g *Screen, pressed kit.KeyPress) { g.pick(stage.Digit(pressed.Name) - 1) }),
		onGuide(stage.Binding{Keys: stage.Numbered("Ctrl+", finds.MaxRows), Shown: "Ctrl+1–9", Says: "guide.key.floor"},
			func(g *Screen, pressed kit.KeyPress) { g.lookAt(stage.Digit(pressed.Name) - 1) }),
		onGuide(stage.Binding{Keys: []string{"PgUp"}, Says: "guide.key.floor_up"}, func(g *Screen, _ kit.KeyPress) { g.turn(1) }),
		onGuide(stage.Binding{Keys: []string{"PgDn"}, Says: "guide.key.floor_down"}, func(g *Screen, _ kit.KeyPress) { g.turn(-1) }),
		onGuide(stage.Binding{Keys: []string{"Esc"}, Says: "guide.key.clear"}, func(g *Screen, _ kit.KeyPress) { g.clear() }),
	}
}

// onGuide completes a binding of F2.
func onGuide(b stage.Binding, do func(*Screen, kit.KeyPress)) stage.Binding {
	b.Screen = stage.ScreenGuide
	b.Do = stage.Pressed(stage.ScreenGuide, do)
	return b
}
