package views

import (
	"strconv"

	"frontdesk/internal/text"
	"frontdesk/internal/views/editor"
	"frontdesk/internal/views/people"
	"frontdesk/internal/views/settings"
	"frontdesk/internal/views/stage"
)

// addSettings gives F10 the section of settings.
func (p *program) addSettings(s stage.Stage) {
	if p.options.Settings == nil {
		return
	}
	p.addSection(stage.ScreenSettings, settings.New(p.options.Settings, s, p.applySetting))
}

// applySetting takes over what needs no restart.
func (p *program) applySetting(key, value string) {
	switch key {
	case "language":
		p.useLanguage(text.Language(value))
	case "appearance":
		p.options.Appearance = value
		p.dress()
	case "text.scale":
		if percent, err := strconv.Atoi(value); err == nil {
			p.options.Scale = float32(percent) / 100
			p.dress()
		}
	}
}

// addEditor gives F10 the section of the directory.
func (p *program) addEditor(s stage.Stage) {
	if p.options.Editor == nil {
		return
	}
	p.addSection(stage.ScreenDirectory, editor.New(p.options.Editor, s))
}

// addPeople gives F10 the section of operators.
func (p *program) addPeople(s stage.Stage) {
	if p.options.Staff == nil {
		return
	}
	p.people = people.New(p.options.Staff, s, p.lockNow, p.meetPeople)
	p.addSection(stage.ScreenPeople, p.people)
}

// meetPeople reads anew who may sign in.
func (p *program) meetPeople() {
	if p.lock != nil {
		p.lock.Load()
	}
}
