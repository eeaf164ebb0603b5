package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"strings"
	"testing"
)

// makesTables are the functions that may make a package's variable: what they give does not change afterwards.
var makesTables = map[string]bool{"regexp.MustCompile": true, "errors.New": true, "graph.Errorf": true, "Errorf": true,
	"strings.NewReplacer": true, "strings.Fields": true, "sync.OnceValue": true, "sync.OnceValues": true, "time.Date": true,
	"time.FixedZone": true, "filepath.Join": true}

// A package's variable is a table: a literal, a pattern, an error, an embedded file, or what is worked out of these once.
// Nobody writes to it. Whatever changes is passed.
func TestPackageVariablesAreTables(t *testing.T) {
	t.Parallel()

	packages := map[string]map[string]*ast.File{}
	for file, text := range productCode(t) {
		if strings.HasPrefix(file, "resolvers/generated/") {
			continue
		}
		folder := path.Dir(file)
		if packages[folder] == nil {
			packages[folder] = map[string]*ast.File{}
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, text, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		packages[folder][file] = parsed
	}
	for _, files := range packages {
		for _, fault := range changing(files) {
			t.Error(fault)
		}
	}
}

// changing gives what is wrong with the variables of a package.
func changing(files map[string]*ast.File) (faults []string) {
	specs := map[any]bool{}     // those of the package
	isOurs := map[string]bool{} // their names
	for file, parsed := range files {
		for _, decl := range parsed.Decls {
			group, isGroup := decl.(*ast.GenDecl)
			if !isGroup || group.Tok != token.VAR {
				continue
			}
			for _, spec := range group.Specs {
				variable, isVariable := spec.(*ast.ValueSpec)
				if !isVariable {
					continue
				}
				specs[variable] = true
				for i, name := range variable.Names {
					isOurs[name.Name] = name.Name != "_"
					if name.Name != "_" && !isTable(variable, i) && !isEmbedded(group, variable) {
						faults = append(faults, file+": "+name.Name+" is no table; pass it, or work it out in sync.OnceValue")
					}
				}
			}
		}
	}
	for file, parsed := range files {
		ast.Inspect(parsed, func(n ast.Node) bool {
			for _, written := range writes(n) {
				// What the parser finds declared in the file is the package's or a function's; the rest is another file's.
				if isOurs[written.Name] && (written.Obj == nil || specs[written.Obj.Decl]) {
					faults = append(faults, file+": "+written.Name+" of the package is written to")
				}
			}
			return true
		})
	}
	return faults
}

func isEmbedded(group *ast.GenDecl, variable *ast.ValueSpec) bool {
	for _, doc := range []*ast.CommentGroup{group.Doc, variable.Doc} {
		if doc == nil {
			continue
		}
		for _, line := range doc.List {
			if strings.HasPrefix(line.Text, "//go:embed ") {
				return true
			}
		}
	}
	return false
}

// isTable says whether a variable begins as a literal or as what a function makes of literals.
func isTable(variable *ast.ValueSpec, i int) bool {
	if len(variable.Values) != len(variable.Names) {
		return false
	}
	return isConstant(variable.Values[i])
}

func isConstant(value ast.Expr) bool {
	switch v := value.(type) {
	case *ast.CompositeLit, *ast.BasicLit, *ast.Ident, *ast.FuncLit, *ast.SelectorExpr, *ast.ArrayType, *ast.MapType:
		return true
	case *ast.BinaryExpr:
		return isConstant(v.X) && isConstant(v.Y)
	case *ast.CallExpr:
		if makesTables[called(v)] {
			return true
		}
		if _, isOurs := v.Fun.(*ast.Ident); !isOurs || len(v.Args) == 0 { // of literals our own functions make tables
			return false
		}
		for _, arg := range v.Args {
			if _, isLiteral := arg.(*ast.BasicLit); !isLiteral {
				return false
			}
		}
		return true
	}
	return false
}

// called names the function of a call, with its package where it is another's.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if of, ok := f.X.(*ast.Ident); ok {
			return of.Name + "." + f.Sel.Name
		}
	}
	return ""
}

// writes gives the variables that a node assigns to, in whole or in part, or gives away by address.
func writes(n ast.Node) []*ast.Ident {
	var all []*ast.Ident
	add := func(e ast.Expr) {
		if ident := root(e); ident != nil {
			all = append(all, ident)
		}
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			for _, left := range n.Lhs {
				add(left)
			}
		}
	case *ast.IncDecStmt:
		add(n.X)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			add(n.X)
		}
	case *ast.CallExpr:
		if name := called(n); (name == "delete" || name == "clear") && len(n.Args) > 0 {
			add(n.Args[0])
		}
	}
	return all
}

// root is the variable of which an expression is a part.
func root(e ast.Expr) *ast.Ident {
	for {
		switch v := e.(type) {
		case *ast.Ident:
			return v
		case *ast.SelectorExpr:
			e = v.X
		case *ast.IndexExpr:
			e = v.X
		case *ast.StarExpr:
			e = v.X
		case *ast.ParenExpr:
			e = v.X
		default:
			return nil
		}
	}
}

// What a package must not keep is found, and what it may is not.
func TestChangingVariablesAreFound(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]int{
		"var n int":           1,
		"var at = time.Now()": 1,
		"var all = load()":    1,
		"var m = map[string]int{}\nfunc f() { m[``] = 1 }":         1,
		"var m = map[string]int{}\nfunc f() { m := m; m[``] = 1 }": 0,
		"var s = t{}\nfunc f() *t { return &s }":                   1,
		"var a, b = []int{1}, errors.New(`x`)":                     0,
		"//go:embed x\nvar raw []byte":                             0,
		"var _ fmt.Stringer = t{}":                                 0,
		"var all = sync.OnceValue(load)":                           0,
		"var words = setOf(`a b`)":                                 0,
		"var s = t{}\nfunc f() { s.n++ }":                          1,
		"var m = map[string]int{}\nfunc f() { delete(m, ``) }":     1,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+text, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if got := changing(map[string]*ast.File{"f.go": file}); len(got) != want {
			t.Errorf("%s: %q, want %d", text, got, want)
		}
	}
}
