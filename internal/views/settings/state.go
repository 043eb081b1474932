package settings

import (
	"context"
	"log/slog"
	"slices"

	"frontdesk/internal/models"
	"frontdesk/internal/settings"
	"frontdesk/internal/views/stage"
)

// settingsSpot is where the next key goes.
type settingsSpot int

const (
	settingsList settingsSpot = iota
	settingsField
	settingsPassword
)

// settingsState is what the settings under F10 know. It knows no widgets and
// lives on the screen's thread; changed is called there for a repaint.
type settingsState struct {
	port     Port
	dispatch stage.Dispatcher
	log      *slog.Logger
	changed  func()
	applied  func(key, value string) // takes over at once what needs no restart

	list     []settings.Setting
	selected int
	spot     settingsSpot
	draft    string // what is about to be kept of the selected one
	busy     bool
	err      error         // of the last deed
	said     models.Phrase // what came of the last deed
}

func newSettingsState(port Port, s stage.Stage) *settingsState {
	return &settingsState{port: port, dispatch: s.Dispatch, log: s.Log, changed: func() {}, applied: func(string, string) {}}
}

// load reads the settings; a draft stays.
func (s *settingsState) load() {
	var list []settings.Setting
	var err error
	s.dispatch.Run(func() { list, err = s.port.Settings() }, func() {
		if err != nil {
			s.failed(err)
			return
		}
		first, dirty := s.list == nil, s.dirty()
		s.list = list
		if first || !dirty {
			s.draft = s.chosen().Value
		}
		s.changed()
	})
}

// chosen is the selected setting; the zero value before they were read.
func (s *settingsState) chosen() settings.Setting {
	if s.selected >= len(s.list) {
		return settings.Setting{}
	}
	return s.list[s.selected]
}

// dirty tells that the draft differs from what is kept.
func (s *settingsState) dirty() bool { return s.draft != s.chosen().Value }

// fixed tells that the environment decides, so that the file would not.
func (s *settingsState) fixed() bool { return s.chosen().Source == settings.FromEnvironment }

// choose selects a setting; what was not kept of another is forgotten.
func (s *settingsState) choose(i int) {
	if i = min(max(i, 0), len(s.list)-1); i < 0 {
		return
	}
	s.selected, s.spot, s.err, s.said = i, settingsList, nil, models.Phrase{}
	s.draft = s.chosen().Value
	s.changed()
}

func (s *settingsState) move(by int) { s.choose(s.selected + by) }

// turn goes to another one of a few choices.
func (s *settingsState) turn(by int) {
	options := s.chosen().Options
	if len(options) == 0 || s.fixed() {
		return
	}
	at := slices.Index(options, s.draft)
	s.write(options[min(max(at+by, 0), len(options)-1)])
	s.changed()
}

// write takes what was typed or chosen.
func (s *settingsState) write(draft string) {
	s.draft, s.err, s.said = draft, nil, models.Phrase{}
}

// usual drafts the default.
func (s *settingsState) usual() {
	if s.fixed() {
		return
	}
	s.write(s.chosen().Default)
	s.changed()
}

// leave takes back what was not kept, and goes back to the list.
func (s *settingsState) leave() {
	s.spot, s.err, s.said = settingsList, nil, models.Phrase{}
	s.draft = s.chosen().Value
	s.changed()
}

// keep writes the draft into the file.
func (s *settingsState) keep() {
	key, draft := s.chosen().Key, s.draft
	if s.fixed() || !s.dirty() {
		s.leave()
		return
	}
	s.do(func(ctx context.Context) error { return s.port.Change(ctx, key, draft) }, func() {
		s.spot = settingsList
		s.said = models.Say("settings_page.kept")
		if needsRestart(key) {
			s.said = models.Say("settings_page.kept_restart")
		}
		for i := range s.list {
			if s.list[i].Key == key {
				s.list[i].Value, s.list[i].Source = draft, settings.FromFile
			}
		}
		s.applied(key, draft)
		s.load()
	})
}

// keepPassword keeps the password of the selected setting's server.
func (s *settingsState) keepPassword(password string) {
	key := s.chosen().Key
	s.do(func(ctx context.Context) error { return s.port.KeepSecret(ctx, key, password) }, func() {
		s.spot = settingsList
		s.said = models.Say("settings_page.password_kept")
	})
}

// try does once what the selected setting is about.
func (s *settingsState) try() {
	key := s.chosen().Key
	if !tryable(key) {
		return
	}
	s.do(func(ctx context.Context) error { return s.port.Try(ctx, key) }, func() {
		s.said = models.Say("settings_page.tried." + key)
	})
}

// do works away from the screen's thread; a second key meanwhile does nothing.
func (s *settingsState) do(work func(context.Context) error, done func()) {
	if s.busy {
		return
	}
	s.busy, s.err, s.said = true, nil, models.Phrase{}
	s.changed()
	var err error
	s.dispatch.Run(func() { err = work(context.Background()) }, func() {
		s.busy = false
		if err != nil {
			s.failed(err)
			return
		}
		done()
		s.changed()
	})
}

func (s *settingsState) failed(err error) {
	s.err = err
	if models.KindOf(err) == models.KindFault {
		s.log.Error("settings", "error", err.Error())
	}
	s.changed()
}

// needsRestart tells that a setting counts when the program is opened again.
func needsRestart(key string) bool {
	return !slices.Contains([]string{"language", "appearance", "text.scale"}, key)
}

// tryable tells the settings that can be heard or seen at once.
func tryable(key string) bool { return key == "printer" || key == "voice" }

// secretive tells the settings that name a server with a password.
func secretive(key string) bool { return key == "database" || key == "sync.target" }
