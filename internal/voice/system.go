package voice

import (
	"context"
	"os/exec"
	"runtime"
	"strings"
)

// System is the speech of this computer in a language ("id", "en"), or a chime
// where it has none.
func System(language string) Voice {
	if runtime.GOOS == "windows" {
		return program{name: "powershell", args: []string{"-NoProfile", "-NonInteractive", "-Command", sapi(language)}}
	}
	for _, name := range []string{"espeak-ng", "espeak"} {
		if _, err := exec.LookPath(name); err == nil {
			return program{name: name, args: []string{"-v", language, "-s", "140", "--stdin"}}
		}
	}
	return chime{}
}

// sapi reads the sentence from the standard input, so that no word of it can
// become a command, and takes a voice of the language where there is one.
func sapi(language string) string {
	return `Add-Type -AssemblyName System.Speech; $s = New-Object System.Speech.Synthesis.SpeechSynthesizer; ` +
		`$v = $s.GetInstalledVoices() | Where-Object { $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq '` + language + `' } | Select-Object -First 1; ` +
		`if ($v) { $s.SelectVoice($v.VoiceInfo.Name) }; $s.Speak([Console]::In.ReadToEnd())`
}

// program is a speech program that reads the sentence from its standard input.
type program struct {
	name string
	args []string
}

// Say implements Voice.
func (p program) Say(ctx context.Context, words string) error {
	cmd := exec.CommandContext(ctx, p.name, p.args...)
	cmd.Stdin = strings.NewReader(words)
	return cmd.Run()
}
