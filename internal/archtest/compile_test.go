package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// edits are the functions of package strings by which text is searched or changed.
var edits = []string{"Replace", "ReplaceAll", "NewReplacer", "Count", "Contains", "ContainsAny", "CutPrefix", "HasPrefix",
	"HasSuffix", "TrimPrefix", "TrimSuffix", "Index", "LastIndex", "Fields", "Split", "Lines"}

// keyword is a word of Cypher within a text, or a parameter. AND, OR, NOT and DESC are GraphQL's as well, too short to
// tell.
var keyword = regexp.MustCompile(`\b(MATCH|OPTIONAL|RETURN|WHERE|WITH|UNWIND|CALL|UNION|COLLECT|COUNT|EXISTS|ORDER BY|` +
	`LIMIT|SKIP|CASE|WHEN|THEN|ELSE|USING|SEARCH|DISTINCT|IS NULL|IS NOT|STARTS)\b|\$[a-z]`)

// The compiler builds Cypher of nodes: it holds no text of it and edits none. Only package cypher prints.
func TestTheCompilerEditsNoCypher(t *testing.T) {
	t.Parallel()

	files, err := filepath.Glob(filepath.Join("..", "..", "graph", "compile", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range textOfCypher(file) {
			t.Errorf("%s: %s; build it of nodes of graph/cypher", set.Position(found.at), found.what)
		}
	}
}

// finding is what a file should not have, and where.
type finding struct {
	at   token.Pos
	what string
}

// textOfCypher finds texts that hold Cypher, and calls that search or change texts.
func textOfCypher(file *ast.File) []finding {
	var all []finding
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			if path, _ := strconv.Unquote(n.Path.Value); path == "regexp" || path == "text/template" {
				all = append(all, finding{n.Pos(), "import of " + path})
			}
		case *ast.SelectorExpr:
			if of, ok := n.X.(*ast.Ident); ok && of.Name == "strings" && slices.Contains(edits, n.Sel.Name) {
				all = append(all, finding{n.Pos(), "use of strings." + n.Sel.Name})
			}
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); n.Kind == token.STRING && err == nil && keyword.MatchString(text) {
				all = append(all, finding{n.Pos(), "Cypher as text: " + n.Value})
			}
		}
		return true
	})
	return all
}

// What the compiler once did is found, and what it does now is not.
func TestEditedCypherIsFound(t *testing.T) {
	t.Parallel()

	for body, want := range map[string]int{
		`fmt.Sprintf("MATCH (%s:%s)", v, label)`:             1,
		`strings.Count(text, "MATCH ")`:                      2,
		`strings.ReplaceAll(text, "$"+name, param)`:          1,
		`"UNWIND $keys AS key\nMATCH (n)"`:                   1,
		`strings.Cut(name, ".")`:                             0,
		`cypher.MatchNode("node", "COLLABORATED_WITH", nil)`: 0,
		`in.name == "OR" || direction == "DESC"`:             0,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "", "package p\nvar x = "+body, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := textOfCypher(file); len(got) != want {
			t.Errorf("%s: %d findings, want %d: %v", body, len(got), want, got)
		}
	}
}
