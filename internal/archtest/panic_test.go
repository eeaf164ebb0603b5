package archtest

import (
	"go/ast"
	"strings"
	"testing"
)

// mayPanic are the files that may panic, each once: for a mistake in what the binary holds, before anything is done.
var mayPanic = map[string]string{
	"dataset/columns/yaml.go":      "a table of words that cannot be read",
	"graph/statements/registry.go": "a statement that does not exist",
}

// Code that is no test checks each type assertion, and does not panic.
func TestNoPanics(t *testing.T) {
	t.Parallel()

	panics := map[string]int{}
	for path, text := range productCode(t) {
		if strings.HasPrefix(path, "resolvers/generated/") {
			continue
		}
		file := parsed(t, path, text)
		isChecked := map[ast.Node]bool{}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if len(n.Lhs) == 2 && len(n.Rhs) == 1 {
					isChecked[n.Rhs[0]] = true
				}
			case *ast.ValueSpec:
				if len(n.Names) == 2 && len(n.Values) == 1 {
					isChecked[n.Values[0]] = true
				}
			case *ast.TypeAssertExpr:
				if n.Type != nil && !isChecked[n] { // without a type it is a switch's
					t.Errorf("%s: a type assertion is not checked, after %q", path, around(text, n))
				}
			case *ast.CallExpr:
				if called, ok := n.Fun.(*ast.Ident); ok && called.Name == "panic" {
					panics[path]++
				}
			}
			return true
		})
	}
	for path, n := range panics {
		if mayPanic[path] == "" || n > 1 {
			t.Errorf("%s panics at %d places; return an error", path, n)
		}
	}
}

// around gives the text before the end of a node.
func around(text string, n ast.Node) string {
	return text[max(0, int(n.Pos())-1) : int(n.End())-1]
}
