package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/schema"
)

// takes are the functions whose first argument is a statement's name.
var takes = []string{"Text", "Placed", "statement"}

// named are the statements whose word a caller of facts gives.
var named = []string{"baseline/fastrp", "baseline/node2vec"}

// inSDL finds the statements that the schema names.
var inSDL = regexp.MustCompile(`(?:statement|count): "(\w+/\w+)"`)

// A statement is named in full by Go code, the schema or one that follows it, or is put together of its folder and of a word that the same
// package names, or of its folder and a table's name.
func TestStatementsAreUsedAsTheyAsk(t *testing.T) {
	t.Parallel()

	names, err := statements.Names()
	if err != nil {
		t.Fatal(err)
	}
	words := literals(t)
	sdl, err := schema.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range sdl {
		text, err := schema.Files.ReadFile(file.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range inSDL.FindAllStringSubmatch(string(text), -1) {
			words[m[1]] = append(words[m[1]], "schema")
			if !slices.Contains(names, m[1]) {
				t.Errorf("schema/%s names %s, which there is not", file.Name(), m[1])
			}
		}
	}
	for _, name := range names {
		if source, err := statements.Source(name); err == nil {
			head, _ := statements.ParseHead(source)
			words[head.Follows] = append(words[head.Follows], "statements")
		}
	}
	for _, name := range names {
		if words[name] == nil && !isPutTogether(name, words) && !slices.Contains(named, name) {
			t.Errorf("graph/statements/%s.cypher is used by nobody", name)
		}
	}
}

func isPutTogether(name string, words map[string][]string) bool {
	folder, verb, _ := strings.Cut(name, "/")
	table := strings.TrimSuffix(strings.TrimSuffix(verb, "_unlink"), "_set")
	for _, where := range words[folder+"/"] {
		isOfTable := slices.ContainsFunc(dataset.Tables(), func(t dataset.Table) bool { return t.Name == table })
		if isOfTable || slices.Contains(words[verb], where) {
			return true
		}
	}
	return false
}

// literals gives the packages in which each string stands in Go code that is no test.
func literals(t *testing.T) map[string][]string {
	t.Helper()

	all := map[string][]string{}
	for file, text := range productCode(t) {
		ast.Inspect(parsed(t, file, text), func(n ast.Node) bool {
			if word, ok := literal(n); ok {
				all[word] = append(all[word], path.Dir(file))
			}
			return true
		})
	}
	return all
}

// Go code names statements that there are, and where it passes parameters by name these are those of the head.
func TestGoCodePassesTheParametersDocumented(t *testing.T) {
	t.Parallel()

	checked := 0
	for file, text := range productCode(t) {
		ast.Inspect(parsed(t, file, text), func(n ast.Node) bool {
			var name string
			var params []string
			var known bool
			switch n := n.(type) {
			case *ast.CallExpr:
				name, params, known = calledWith(n)
			case *ast.CompositeLit:
				name, params, known = composedOf(n)
			}
			if name == "" {
				return true
			}
			source, err := statements.Source(name)
			if err != nil {
				t.Errorf("%s names the statement %s, which there is not", file, name)
				return true
			}
			head, _ := statements.ParseHead(source)
			if known && !slices.Equal(params, head.Params) {
				t.Errorf("%s passes %v to %s, whose head documents %v", file, params, name, head.Params)
			}
			if known {
				checked++
			}
			return true
		})
	}
	if checked < 50 {
		t.Errorf("only %d passed maps of parameters were found: does the test still see them?", checked)
	}
}

// calledWith reads statement("noun/verb", row{…}) and statements.Text("noun/verb").
func calledWith(n *ast.CallExpr) (name string, params []string, known bool) {
	called := ""
	switch f := n.Fun.(type) {
	case *ast.Ident:
		called = f.Name
	case *ast.SelectorExpr:
		called = f.Sel.Name
	}
	if !slices.Contains(takes, called) || len(n.Args) == 0 {
		return "", nil, false
	}
	name, ok := literal(n.Args[0])
	if !ok || !strings.Contains(name, "/") || strings.HasSuffix(name, "/") {
		return "", nil, false
	}
	if called != "statement" || len(n.Args) != 2 {
		return name, nil, false
	}
	params, known = mapKeys(n.Args[1])
	return name, params, known
}

// composedOf reads graph.Statement{Text: statements.Text("noun/verb"), Params: …}.
func composedOf(n *ast.CompositeLit) (name string, params []string, known bool) {
	params, known = []string{}, true
	for _, e := range n.Elts {
		field, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		key, ok := field.Key.(*ast.Ident)
		if !ok {
			continue
		}
		switch call, isCall := field.Value.(*ast.CallExpr); {
		case key.Name == "Text" && isCall:
			name, _, _ = calledWith(call)
		case key.Name == "Params":
			params, known = mapKeys(field.Value)
		}
	}
	return name, params, known
}

// mapKeys gives a map literal's keys, sorted; not known where it is none or has computed keys.
func mapKeys(e ast.Expr) (keys []string, known bool) {
	if ident, ok := e.(*ast.Ident); ok && ident.Name == "nil" {
		return []string{}, true
	}
	m, ok := e.(*ast.CompositeLit)
	if !ok {
		return nil, false
	}
	keys = []string{}
	for _, e := range m.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return nil, false
		}
		key, ok := literal(pair.Key)
		if !ok {
			return nil, false
		}
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys, true
}

func parsed(t *testing.T, name, text string) *ast.File {
	t.Helper()

	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// literal gives the value of a string literal.
func literal(n ast.Node) (string, bool) {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	value, err := strconv.Unquote(lit.Value)
	return value, err == nil
}
