package archtest

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"
)

// maxComplexity is the cyclomatic complexity that a function may have (T. J. McCabe, "A Complexity Measure", IEEE TSE
// 1976): its branches and one. Most have at most 7; what needs more than 20 tests is several steps or a table.
const maxComplexity = 20

func TestFunctionsAreSimple(t *testing.T) {
	t.Parallel()

	for path, text := range productCode(t) {
		if strings.HasPrefix(path, "resolvers/generated/") {
			continue
		}
		for _, decl := range parsed(t, path, text).Decls {
			f, isFunc := decl.(*ast.FuncDecl)
			if !isFunc {
				continue
			}
			if n := complexity(f); n > maxComplexity {
				t.Errorf("%s: %s has a complexity of %d, more than %d; make steps of it, or a table", path, f.Name.Name, n, maxComplexity)
			}
		}
	}
}

// complexity counts as gocyclo does: if, for, case, && and ||. The functions within a function count as part of it.
func complexity(f *ast.FuncDecl) int {
	n := 1
	ast.Inspect(f, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			n += min(len(node.List), 1) // default has no list
		case *ast.CommClause:
			if node.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if node.Op == token.LAND || node.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

// Each branch counts once.
func TestComplexityIsCounted(t *testing.T) {
	t.Parallel()

	for body, want := range map[string]int{
		"":                                       1,
		"if a && b || c {} else {}":              4,
		"for range 3 { if a {} }":                3,
		"switch { case a, b: case c: default: }": 3,
		"select { case <-a: default: }":          2,
		"f := func() { if a {} }":                2,
	} {
		f, isFunc := parsed(t, "f.go", "package p\nfunc f() { "+body+" }").Decls[0].(*ast.FuncDecl)
		if !isFunc {
			t.Fatal("no function")
		}
		if got := complexity(f); got != want {
			t.Errorf("%s: %d, want %d", body, got, want)
		}
	}
}
