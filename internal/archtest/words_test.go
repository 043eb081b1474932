package archtest

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// speaks names the functions whose literal argument is the key of a sentence,
// by the place of that argument.
var speaks = map[string]int{"T": 0, "Say": 0, "Refuse": 0, "Misuse": 0, "Fault": 1, "hint": 0, "Hint": 0}

var (
	keyShape    = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$`)
	endingShape = regexp.MustCompile(`^[._][a-z0-9_]+$`)
)

// Every sentence is said somewhere, and every sentence that is said is there:
// keys are literals, or put together from a beginning and endings that are.
func TestEveryWordIsUsedAndEveryUsedWordIsThere(t *testing.T) {
	known := words(t)
	said, literals, beginnings := sources(t)
	for key := range known {
		if !used(literals, beginnings, key) {
			t.Errorf("nobody says %q", key)
		}
	}
	for key := range said {
		if !known[key] {
			t.Errorf("%q is said and has no words", key)
		}
	}
	if len(known) < 500 || len(said) < 300 {
		t.Errorf("only %d sentences and %d uses were looked at", len(known), len(said))
	}
}

// used tells that a key stands somewhere, or is put together from parts that do.
func used(literals, beginnings map[string]bool, key string) bool {
	if literals[key] {
		return true
	}
	for i, r := range key {
		switch {
		case (r == '.' || r == '_') && beginnings[key[:i+1]]:
			return true
		case (r == '.' || r == '_') && literals[key[i:]] && used(literals, beginnings, key[:i]):
			return true
		}
	}
	return false
}

// words are the keys of the Indonesian sentences; a test of text compares the
// languages.
func words(t *testing.T) map[string]bool {
	t.Helper()
	keys := map[string]bool{}
	files, err := filepath.Glob("../text/id.d/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, "../text/id.json") {
		raw, err := os.ReadFile(file)
		if os.IsNotExist(err) {
			continue
		}
		var sentences map[string]any
		if err == nil {
			err = json.Unmarshal(raw, &sentences)
		}
		if err != nil {
			t.Fatal(err)
		}
		for key := range sentences {
			keys[key] = true
		}
	}
	return keys
}

// sources reads every file but tests: keys that are said, all literals of
// their shape, and the beginnings to which something is added.
func sources(t *testing.T) (said, literals, beginnings map[string]bool) {
	t.Helper()
	said, literals, beginnings = map[string]bool{}, map[string]bool{}, map[string]bool{}
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(node ast.Node) bool {
			switch n := node.(type) {
			case *ast.CallExpr:
				if key := argument(n); strings.Contains(key, ".") {
					note(said, key)
				}
			case *ast.BasicLit:
				text := literal(n)
				note(literals, text)
				if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "_") {
					beginnings[text] = true
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return said, literals, beginnings
}

func note(keys map[string]bool, text string) {
	if keyShape.MatchString(text) || endingShape.MatchString(text) {
		keys[text] = true
	}
}

// argument is the key that a call speaks, when it is a literal.
func argument(call *ast.CallExpr) string {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	place, ok := speaks[name]
	if !ok || place >= len(call.Args) {
		return ""
	}
	return literal(call.Args[place])
}

func literal(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return text
}
