package views

import (
	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
)

// sheetsKeys is the table of keys of the survey's page.
func sheetsKeys() []Binding {
	digits := onSheets("0", "sheets.key.digit", nil)
	digits.Keys, digits.Shown = append(digits.Keys, numbered("", models.SurveyHighest)...), "0–4"
	digits.Do = onSheetsPress(func(s *sheetsState, pressed kit.KeyPress) { s.digit(string(pressed.Name)) })
	letters := onSheets("A", "sheets.key.letter", nil)
	for letter := 'B'; letter <= 'Z'; letter++ {
		letters.Keys = append(letters.Keys, string(letter))
	}
	letters.Shown = "A–Z"
	letters.Do = onSheetsPress(func(s *sheetsState, pressed kit.KeyPress) { s.letter(string(pressed.Name)) })
	return []Binding{
		digits,
		onSheets("Backspace", "sheets.key.rub", (*sheetsState).rub),
		onSheets("Enter", "sheets.key.store", (*sheetsState).store),
		onSheets("Ctrl+Z", "sheets.key.undo", (*sheetsState).undo),
		onSheets("Up", "sheets.key.up", func(s *sheetsState) { s.choose(-1) }),
		onSheets("Down", "sheets.key.down", func(s *sheetsState) { s.choose(1) }),
		letters,
		onSheets("Left", "sheets.key.earlier", func(s *sheetsState) { s.earlier(1) }),
		onSheets("Right", "sheets.key.later", func(s *sheetsState) { s.earlier(-1) }),
		onSheetsPage("PgUp", "sheets.key.page_up", -0.9),
		onSheetsPage("PgDn", "sheets.key.page_down", 0.9),
		onSheets("Esc", "sheets.key.clear", (*sheetsState).clear),
	}
}

// onSheets completes a binding of the survey's page.
func onSheets(key, says string, do func(*sheetsState)) Binding {
	b := onFrame(key, says, func(p *program) {
		if p.sheets != nil {
			do(p.sheets)
		}
	})
	b.Screen = ScreenSheets
	return b
}

func onSheetsPress(do func(*sheetsState, kit.KeyPress)) func(*program, kit.KeyPress) {
	return func(p *program, pressed kit.KeyPress) {
		if p.sheets != nil {
			do(p.sheets, pressed)
		}
	}
}

func onSheetsPage(key, says string, part float32) Binding {
	b := onFrame(key, says, func(p *program) {
		if s, ok := p.screens[ScreenSheets].(*sheetsScreen); ok {
			s.result.scroll.turn(part)
		}
	})
	b.Screen = ScreenSheets
	return b
}
