package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

const kit = "../views/kit"

// tables give the measures their values: standing there is no use.
var tables = map[string]bool{"textSizes": true, "measures": true}

// Every colour and measure of the look is used by a widget or a screen; what it
// is for stands beside it in tokens.go.
func TestEveryColourAndMeasureOfTheLookIsUsed(t *testing.T) {
	used := namesUsed(t, "../views")
	tokens := constants(t, filepath.Join(kit, "tokens.go"))
	for _, name := range tokens {
		if !used[name] {
			t.Errorf("nobody uses %s", name)
		}
	}
	if len(tokens) < 70 {
		t.Errorf("only %d colours and measures were looked at", len(tokens))
	}
}

// constants are the names that a file declares as constants.
func constants(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, declared := range file.Decls {
		if group, ok := declared.(*ast.GenDecl); ok && group.Tok == token.CONST {
			for _, spec := range group.Specs {
				for _, name := range spec.(*ast.ValueSpec).Names {
					names = append(names, name.Name)
				}
			}
		}
	}
	return names
}

// namesUsed are all names in a folder's files but tests, palettes and the
// declarations and tables of the tokens themselves.
func namesUsed(t *testing.T, folder string) map[string]bool {
	t.Helper()
	used := map[string]bool{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || entry.Name() == "palette.go" {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(node ast.Node) bool {
			switch n := node.(type) {
			case *ast.ValueSpec:
				return !tables[n.Names[0].Name] && entry.Name() != "tokens.go"
			case *ast.Ident:
				used[n.Name] = true
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return used
}
