package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"frontdesk/internal/text"
)

var shellBlock = regexp.MustCompile("(?s)```sh\n(.*?)```")

// guides with commands, and how many there are at least.
var guides = map[string]int{"administrator.md": 10, "pindah-komputer.md": 8, "tambah-meja.md": 10}

// The commands of a guide work as they stand there, one after the other, on an
// empty folder.
func TestTheGuidesCommandsRun(t *testing.T) {
	for name, least := range guides {
		t.Run(name, func(t *testing.T) {
			if count := runGuide(t, name); count < least {
				t.Errorf("only %d commands were found", count)
			}
		})
	}
}

func runGuide(t *testing.T, name string) (count int) {
	guide, err := os.ReadFile(filepath.Join("../../docs", name))
	if err != nil {
		t.Fatal(err)
	}
	folder, bin := t.TempDir(), filepath.Dir(program(t))
	for _, block := range shellBlock.FindAllSubmatch(guide, -1) {
		for line := range strings.Lines(string(block[1])) {
			count++
			cmd := exec.Command("sh", "-c", line)
			cmd.Dir = folder
			cmd.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "XDG_DATA_HOME="+folder, "HOME="+folder)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%s%v: %s", line, err, out)
			}
		}
	}
	return count
}

var namedCommand = regexp.MustCompile("`frontdesk ([a-z][a-z ]*[a-z])")

// Every command that a guide names in passing is one that there is.
func TestTheGuidesNameCommandsThatThereAre(t *testing.T) {
	for _, name := range []string{"petugas.md", "administrator.md", "developer.md", "pindah-komputer.md", "tambah-meja.md"} {
		guide, err := os.ReadFile(filepath.Join("../../docs", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range namedCommand.FindAllSubmatch([]byte(strings.ReplaceAll(string(guide), "\n", " ")), -1) {
			words := strings.Fields(string(found[1]))
			cmd, _, err := rootCommand(&call{speak: text.MustLoad(text.Indonesian)}).Find(words)
			if err != nil || !cmd.HasParent() {
				t.Errorf("%s names %q", name, found[1])
			}
		}
	}
}
