// Package archtest guards the import arrows of the architecture: a test fails
// when a room imports what it must not know.
package archtest

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "frontdesk/"

// rooms tells for each room which rooms of ours it may import; "*" means all, "X/*" all within X.
// The longest matching name counts.
var rooms = map[string][]string{
	"cmd":                {"*"},
	"internal/models":    {},
	"internal/text":      {"internal/models"},
	"internal/finder":    {"internal/models"},
	"internal/desk":      {"internal/estimate", "internal/finder", "internal/models"},
	"internal/estimate":  {"internal/models"},
	"internal/queueday":  {"internal/models"}, // never what it is to judge
	"internal/store":     {"internal/models", "internal/safefile", "internal/text", "internal/pgserver"},
	"internal/directory": {"internal/models", "internal/text"},
	"internal/guard":     {"internal/models", "internal/safefile", "internal/text"},
	"internal/safefile":  {},
	"internal/fonts":     {},
	"internal/ticket":    {"internal/fonts", "internal/models", "internal/text"},
	"internal/report":    {"internal/fonts", "internal/models", "internal/survey", "internal/text"},
	"internal/settings":  {"internal/models", "internal/safefile"},
	"internal/backup":    {"internal/models", "internal/safefile", "internal/store", "internal/guard", "internal/settings"},
	"internal/simulate":  {"internal/models", "internal/desk", "internal/store"},
	"internal/failover":  {"internal/models", "internal/store", "internal/nightly"},
	"internal/nightly":   {"internal/models", "internal/safefile", "internal/text", "internal/pgserver"},
	"internal/pgserver":  {},
	"internal/pgtest":    {},
	"internal/smalldisk": {},
	"internal/survey":    {"internal/models"},
	"internal/voice":     {"internal/models"},
	"internal/views":     {"internal/models", "internal/text", "internal/views/*"},
	"internal/views/kit": {"internal/fonts", "internal/models"},
	// What screens stand on, and the screens, which know nothing of each other.
	"internal/views/stage":     {"internal/desk", "internal/models", "internal/text", "internal/views/kit"},
	"internal/views/finds":     {"internal/desk", "internal/finder", "internal/models", "internal/text", "internal/views/kit", "internal/views/stage"},
	"internal/views/stagetest": {"internal/desk", "internal/directory", "internal/models", "internal/text", "internal/views/kit", "internal/views/stage"},
	"internal/views/board":     {"internal/desk", "internal/models", "internal/text", "internal/views/finds", "internal/views/kit", "internal/views/stage"},
	"internal/views/editor":    {"internal/desk", "internal/models", "internal/text", "internal/views/finds", "internal/views/kit", "internal/views/stage"},
	"internal/views/guestbook": {"internal/desk", "internal/models", "internal/text", "internal/views/kit", "internal/views/stage"},
	"internal/views/guide":     {"internal/desk", "internal/finder", "internal/models", "internal/text", "internal/views/finds", "internal/views/kit", "internal/views/stage"},
	"internal/views/lock":      {"internal/desk", "internal/models", "internal/text", "internal/views/kit", "internal/views/stage"},
	"internal/views/people":    {"internal/desk", "internal/models", "internal/text", "internal/views/kit", "internal/views/stage"},
	"internal/views/queue":     {"internal/desk", "internal/models", "internal/text", "internal/views/kit", "internal/views/stage"},
	"internal/views/reception": {"internal/desk", "internal/finder", "internal/models", "internal/text", "internal/views/finds", "internal/views/kit", "internal/views/stage"},
	"internal/views/reports":   {"internal/desk", "internal/models", "internal/report", "internal/text", "internal/views/kit", "internal/views/stage"},
	"internal/views/settings":  {"internal/models", "internal/settings", "internal/text", "internal/views/kit", "internal/views/stage"},
	"internal/views/survey":    {"internal/desk", "internal/models", "internal/report", "internal/survey", "internal/text", "internal/views/kit", "internal/views/stage"},
	"internal/views/syncpage":  {"internal/models", "internal/text", "internal/views/kit", "internal/views/stage"},
	"internal/views/today":     {"internal/desk", "internal/models", "internal/text", "internal/views/finds", "internal/views/kit", "internal/views/stage"},
	"internal/views/wizard":    {"internal/models", "internal/text", "internal/views/kit", "internal/views/stage"},
	"internal/xdisplay":        {},
	"internal/tour":            {"internal/pgtest", "internal/xdisplay"},
	"internal/windowtest":      {"internal/xdisplay", "internal/pgtest"},
	"internal/bench":           {"*"},
	"internal/archtest":        {},
	"internal/bookfile":        {"internal/desk", "internal/fonts", "internal/models", "internal/text"},
	"packaging":                {},
}

// guarded libraries may be imported by these rooms only.
var guarded = map[string][]string{
	"gorm.io/":                      {"internal/store", "internal/nightly"},
	"github.com/mattn/go-sqlite3":   {"internal/store", "internal/nightly", "internal/tour", "cmd"},
	"github.com/jackc/pgx/v5":       {"internal/store", "internal/nightly", "internal/pgserver"},
	"fyne.io/fyne/v2/app":           {"cmd"},
	"fyne.io/":                      {"internal/views", "internal/views/*", "cmd"},
	"github.com/xuri/excelize/v2":   {"internal/directory", "internal/report", "internal/bookfile"},
	"github.com/zalando/go-keyring": {"internal/guard"},
	"filippo.io/age":                {"internal/guard", "internal/backup"},
	"github.com/spf13/":             {"cmd"},
}

// plain rooms use the standard library alone.
var plain = []string{"internal/models"}

func TestEveryImportFollowsAnArrow(t *testing.T) {
	count := 0
	for file, imports := range goFiles(t) {
		room := roomOf(filepath.Dir(file))
		if room == "" {
			if filepath.Dir(file) != "." {
				t.Errorf("%s: its room is not on the plan", file)
			}
			continue
		}
		for _, path := range imports {
			count++
			checkArrow(t, file, room, path)
			checkLibrary(t, file, room, path)
		}
	}
	if count < 100 {
		t.Errorf("only %d imports were looked at", count)
	}
}

func checkArrow(t *testing.T, file, room, imported string) {
	to, ours := strings.CutPrefix(imported, module)
	if !ours || slices.Contains(rooms[room], "*") {
		return
	}
	if target := roomOf(to); target != room && !allows(rooms[room], target) {
		t.Errorf("%s: %s may not import %s", file, room, to)
	}
}

func allows(list []string, target string) bool {
	return slices.Contains(list, target) || slices.Contains(list, path.Dir(target)+"/*")
}

func checkLibrary(t *testing.T, file, room, path string) {
	longest := ""
	for prefix := range guarded {
		if strings.HasPrefix(path, prefix) && len(prefix) > len(longest) {
			longest = prefix
		}
	}
	if longest != "" && !allows(guarded[longest], room) && !slices.Contains(rooms[room], "*") {
		t.Errorf("%s: %s may not import %s", file, room, path)
	}
	first, _, _ := strings.Cut(path, "/")
	if slices.Contains(plain, room) && strings.Contains(first, ".") {
		t.Errorf("%s: %s uses the standard library alone, not %s", file, room, path)
	}
}

func roomOf(dir string) string {
	for dir = filepath.ToSlash(dir); dir != "." && dir != ""; dir = filepath.ToSlash(filepath.Dir(dir)) {
		if _, ok := rooms[dir]; ok {
			return dir
		}
	}
	return ""
}

// goFiles reads the imports of all files but tests, which may borrow.
func goFiles(t *testing.T) map[string][]string {
	t.Helper()
	root := filepath.Join("..", "..")
	files := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		for _, spec := range parsed.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value) // the parser accepted it
			files[name] = append(files[name], imported)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
