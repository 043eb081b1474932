package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"frontdesk/internal/text"
)

// The schedulers' files call a command that there is, with flags it knows.
func TestTheSchedulersFilesCallACommandThatThereIs(t *testing.T) {
	for file, calls := range map[string]string{
		"../../packaging/systemd/frontdesk-sync.service": `ExecStart=/usr/bin/frontdesk (.*)`,
		"../../packaging/windows/frontdesk-sync.xml":     `<Arguments>(.*)</Arguments>`,
	} {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(calls).FindSubmatch(body)
		if found == nil {
			t.Fatalf("%s calls nothing", file)
		}
		cmd, rest, err := rootCommand(&call{speak: text.MustLoad(text.Indonesian)}).Find(strings.Fields(string(found[1])))
		if err != nil || cmd.Name() != "sync" {
			t.Errorf("%s calls %q: %v, %v", file, found[1], cmd.CommandPath(), err)
			continue
		}
		if err := cmd.ParseFlags(rest); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}
