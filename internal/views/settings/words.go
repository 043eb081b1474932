package settings

import (
	"strings"

	"frontdesk/internal/settings"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// settingsWords puts settings into words. It is pure.
type settingsWords struct{ speak *text.Speaker }

func (w settingsWords) name(s settings.Setting) string { return w.speak.T("setting." + s.Key) }

func (w settingsWords) means(s settings.Setting) string {
	return w.speak.T("setting." + s.Key + ".means")
}

// value says a value as people do: "Terang", not "light".
func (w settingsWords) value(s settings.Setting, written string) string {
	key := "setting." + s.Key + ".is." + written
	switch {
	case written == "":
		return w.speak.T("setting." + s.Key + ".empty")
	case s.Kind == settings.Choice && w.speak.Has(key):
		return w.speak.T(key)
	case s.Kind == settings.TimeOfDay:
		return strings.Replace(written, ":", w.speak.T("settings_page.clock"), 1)
	}
	return written
}

// bounds say what may be set.
func (w settingsWords) bounds(s settings.Setting) string {
	switch s.Kind {
	case settings.WholeNumber:
		return w.speak.T("settings_page.bounds.number", s.Low, s.High)
	case settings.TimeOfDay:
		return w.speak.T("settings_page.bounds.time")
	case settings.Choice:
		return strings.Join(w.choices(s), " · ")
	}
	if key := "setting." + s.Key + ".allowed"; w.speak.Has(key) {
		return w.speak.T(key)
	}
	return w.speak.T("settings_page.bounds.words", s.High)
}

func (w settingsWords) choices(s settings.Setting) []string {
	list := make([]string, len(s.Options))
	for i, option := range s.Options {
		list[i] = w.value(s, option)
	}
	return list
}

// source says where the value comes from.
func (w settingsWords) source(s settings.Setting) string {
	if s.Source == settings.FromEnvironment {
		return w.speak.T("settings_page.source.environment", settings.EnvName(s.Key))
	}
	return w.speak.T("settings_page.source." + string(s.Source))
}

// line is the row of the list.
func (w settingsWords) line(s settings.Setting) kit.SettingLine {
	return kit.SettingLine{Name: w.name(s), Value: w.value(s, s.Value), Usual: s.Source == settings.FromDefault, Means: w.means(s)}
}

// facts stand below the field.
func (w settingsWords) facts(s settings.Setting) []kit.Definition {
	counts := "settings_page.counts.now"
	if needsRestart(s.Key) {
		counts = "settings_page.counts.restart"
	}
	return []kit.Definition{
		{Term: w.speak.T("settings_page.default"), Value: w.value(s, s.Default)},
		{Term: w.speak.T("settings_page.bounds"), Value: w.bounds(s)},
		{Term: w.speak.T("settings_page.source"), Value: w.source(s)},
		{Term: w.speak.T("settings_page.counts"), Value: w.speak.T(counts)},
		{Term: w.speak.T("settings_page.key"), Value: s.Key},
	}
}
