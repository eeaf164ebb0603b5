package table

import (
	"github.com/vektah/gqlparser/v2/ast"
)

// Question is the operation that an answer is of: it tells the columns and their types, whatever the rows hold.
type Question struct {
	Operation *ast.OperationDefinition // validated, so that its fields know their definitions
	Variables map[string]any
}

// Field is a field of an operation under its response name, with all that fragments add to it.
type Field struct {
	Name string
	Type Type    // of a leaf; of a list of leaves a list
	List bool    // it is a list of objects
	Of   []Field // what is asked of its objects; nil of a leaf
}

// Fields gives what is asked of the root.
func (q Question) Fields() []Field {
	if q.Operation == nil {
		return nil
	}
	return q.fields(q.Operation.SelectionSet)
}

// fields merges what sets ask for, in the order of the text: what several fragments ask for stands once.
func (q Question) fields(sets ...ast.SelectionSet) []Field {
	var names []string
	asked := map[string][]*ast.Field{}
	q.collect(sets, func(f *ast.Field) {
		if asked[f.Alias] == nil {
			names = append(names, f.Alias)
		}
		asked[f.Alias] = append(asked[f.Alias], f)
	})
	fields := make([]Field, len(names))
	for i, name := range names {
		first := asked[name][0]
		fields[i] = Field{Name: name, Type: Named(first.Definition.Type.String())}
		if len(first.SelectionSet) == 0 {
			continue
		}
		var inner []ast.SelectionSet
		for _, f := range asked[name] {
			inner = append(inner, f.SelectionSet)
		}
		fields[i] = Field{Name: name, List: first.Definition.Type.Elem != nil, Of: q.fields(inner...)}
	}
	return fields
}

func (q Question) collect(sets []ast.SelectionSet, tell func(*ast.Field)) {
	for _, set := range sets {
		for _, selection := range set {
			switch s := selection.(type) {
			case *ast.Field:
				if q.included(s.Directives) {
					tell(s)
				}
			case *ast.InlineFragment:
				q.fragment(s.Directives, s.SelectionSet, tell)
			case *ast.FragmentSpread:
				q.fragment(s.Directives, s.Definition.SelectionSet, tell)
			}
		}
	}
}

func (q Question) fragment(directives ast.DirectiveList, set ast.SelectionSet, tell func(*ast.Field)) {
	if q.included(directives) {
		q.collect([]ast.SelectionSet{set}, tell)
	}
}

func (q Question) included(directives ast.DirectiveList) bool {
	skip, include := directives.ForName("skip"), directives.ForName("include")
	return (skip == nil || skip.ArgumentMap(q.Variables)["if"] != true) &&
		(include == nil || include.ArgumentMap(q.Variables)["if"] != false)
}

// Leaf is a leaf of what is asked of an object: a column with its dotted name, and the way to its values.
type Leaf struct {
	Column
	path []string
}

// Leaves gives the leaves of what is asked of an object, in the order of the question. A leaf within a list of objects
// is a list.
func Leaves(fields []Field) []Leaf {
	var leaves []Leaf
	for _, f := range fields {
		if f.Of == nil {
			leaves = append(leaves, Leaf{Column{f.Name, f.Type}, []string{f.Name}})
			continue
		}
		for _, leaf := range Leaves(f.Of) {
			typ := leaf.Type
			if f.List {
				typ = typ.List()
			}
			leaves = append(leaves, Leaf{Column{f.Name + "." + leaf.Name, typ}, append([]string{f.Name}, leaf.path...)})
		}
	}
	return leaves
}

// Of gives the leaf's value in an object as Decode gives it: null where anything on the way is null.
func (l Leaf) Of(object any) any { return dig(object, l.path) }

func dig(v any, path []string) any {
	if len(path) == 0 {
		return v
	}
	switch v := v.(type) {
	case Object:
		inner, _ := v.value(path[0])
		return dig(inner, path[1:])
	case []any:
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = dig(item, path)
		}
		return items
	}
	return nil
}
