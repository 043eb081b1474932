package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"frontdesk/internal/settings"
	"frontdesk/internal/text"
)

func readme(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// Every command stands in the README's list, in a line of its group.
func TestTheReadmeNamesEveryCommand(t *testing.T) {
	_, list, _ := strings.Cut(readme(t), "## Commands")
	list, _, _ = strings.Cut(list, "## Settings")
	count := 0
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		for _, verb := range cmd.Commands() {
			walk(verb)
		}
		if cmd.HasSubCommands() || !cmd.HasParent() || cmd.Name() == "help" {
			return
		}
		count++
		group := strings.Fields(cmd.CommandPath())[1]
		named := regexp.MustCompile(`(?m)^frontdesk (?:.*\b)?` + regexp.QuoteMeta(group) + `\b.*$`)
		for _, line := range named.FindAllString(list, -1) {
			if regexp.MustCompile(`\b` + regexp.QuoteMeta(cmd.Name()) + `\b`).MatchString(line) {
				return
			}
		}
		t.Errorf("the README does not name %q", cmd.CommandPath())
	}
	walk(rootCommand(&call{speak: text.MustLoad(text.Indonesian)}))
	if count < 40 {
		t.Errorf("only %d commands were looked at", count)
	}
}

// Every setting stands in the README's table, and nothing else does.
func TestTheReadmeNamesEverySetting(t *testing.T) {
	_, table, _ := strings.Cut(readme(t), "## Settings")
	table, _, _ = strings.Cut(table, "\n## ")
	told := map[string]bool{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z._]+)` \\|").FindAllStringSubmatch(table, -1) {
		told[row[1]] = true
	}
	list, err := settings.List(t.TempDir(), os.LookupEnv)
	if err != nil {
		t.Fatal(err)
	}
	for _, setting := range list {
		if !told[setting.Key] {
			t.Errorf("the README does not name %q", setting.Key)
		}
		delete(told, setting.Key)
	}
	for key := range told {
		t.Errorf("there is no setting %q", key)
	}
}
