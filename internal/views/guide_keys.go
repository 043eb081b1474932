package views

import "frontdesk/internal/views/kit"

// guideKeys is the table of keys of F2.
func guideKeys() []Binding {
	return []Binding{
		onGuide(Binding{Keys: []string{"Enter"}, Says: "guide.key.take"}, func(g *Guide, _ kit.KeyPress) { g.take() }),
		onGuide(Binding{Keys: []string{"Up"}, Says: "guide.key.up"}, func(g *Guide, _ kit.KeyPress) { g.move(-1) }),
		onGuide(Binding{Keys: []string{"Down"}, Says: "guide.key.down"}, func(g *Guide, _ kit.KeyPress) { g.move(1) }),
		onGuide(Binding{Keys: numbered("Alt+", maxRows), Shown: "Alt+1–9", Says: "guide.key.row"},
			func(g *Guide, pressed kit.KeyPress) { g.pick(digit(pressed.Name) - 1) }),
		onGuide(Binding{Keys: numbered("Ctrl+", maxRows), Shown: "Ctrl+1–9", Says: "guide.key.floor"},
			func(g *Guide, pressed kit.KeyPress) { g.lookAt(digit(pressed.Name) - 1) }),
		onGuide(Binding{Keys: []string{"PgUp"}, Says: "guide.key.floor_up"}, func(g *Guide, _ kit.KeyPress) { g.turn(1) }),
		onGuide(Binding{Keys: []string{"PgDn"}, Says: "guide.key.floor_down"}, func(g *Guide, _ kit.KeyPress) { g.turn(-1) }),
		onGuide(Binding{Keys: []string{"Esc"}, Says: "guide.key.clear"}, func(g *Guide, _ kit.KeyPress) { g.clear() }),
	}
}

// onGuide completes a binding of F2.
func onGuide(b Binding, do func(*Guide, kit.KeyPress)) Binding {
	b.Screen = ScreenGuide
	b.Do = pressed(ScreenGuide, do)
	return b
}
