package survey

import (
	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// SheetsKeys is the table of keys of the survey's page.
func SheetsKeys() []stage.Binding {
	digits := onSheets("0", "sheets.key.digit", nil)
	digits.Keys, digits.Shown = append(digits.Keys, stage.Numbered("", models.SurveyHighest)...), "0–4"
	digits.Do = onSheetsPress(func(s *sheetsState, pressed kit.KeyPress) { s.digit(string(pressed.Name)) })
	letters := onSheets("A", "sheets.key.letter", nil)
	for letter := 'B'; letter <= 'Z'; letter++ {
		letters.Keys = append(letters.Keys, string(letter))
	}
	letters.Shown = "A–Z"
	letters.Do = onSheetsPress(func(s *sheetsState, pressed kit.KeyPress) { s.letter(string(pressed.Name)) })
	return []stage.Binding{
		digits,
		onSheets("Backspace", "sheets.key.rub", (*sheetsState).rub),
		onSheets("Enter", "sheets.key.store", (*sheetsState).store),
		onSheets("Ctrl+Z", "sheets.key.undo", (*sheetsState).undo),
		onSheets("Up", "sheets.key.up", func(s *sheetsState) { s.choose(-1) }),
		onSheets("Down", "sheets.key.down", func(s *sheetsState) { s.choose(1) }),
		letters,
		onSheets("Space", "sheets.key.service", (*sheetsState).nextService),
		onSheets("Left", "sheets.key.earlier", func(s *sheetsState) { s.earlier(1) }),
		onSheets("Right", "sheets.key.later", func(s *sheetsState) { s.earlier(-1) }),
		onSheetsPage("PgUp", "sheets.key.page_up", -0.9),
		onSheetsPage("PgDn", "sheets.key.page_down", 0.9),
		onSheets("Esc", "sheets.key.clear", (*sheetsState).clear),
	}
}

// onSheets makes a binding of the survey's page.
func onSheets(key, says string, do func(*sheetsState)) stage.Binding {
	return stage.On(stage.ScreenSheets, key, says, func(s *Sheets) { do(s.state) })
}

func onSheetsPress(do func(*sheetsState, kit.KeyPress)) func(stage.Window, kit.KeyPress) {
	return stage.Pressed(stage.ScreenSheets, func(s *Sheets, key kit.KeyPress) { do(s.state, key) })
}

func onSheetsPage(key, says string, part float32) stage.Binding {
	return stage.On(stage.ScreenSheets, key, says, func(s *Sheets) { s.result.scroll.Turn(part) })
}
