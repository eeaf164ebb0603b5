package compile

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// selected is one response name of a selection, with everything selected below it.
type selected struct {
	name  string
	field *ast.Field
	sets  []ast.SelectionSet
}

// collect gathers what is selected of one concrete type, as the specification's CollectFields does:
// fragments of other types and skipped fields are left out, equal response names are merged.
func (u *compilation) collect(t *mapping.Type, sets ...ast.SelectionSet) []selected {
	var all []selected
	for _, set := range sets {
		all = u.gather(all, t, set)
	}
	return all
}

func (u *compilation) gather(all []selected, t *mapping.Type, set ast.SelectionSet) []selected {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if !u.included(s.Directives) {
				continue
			}
			i := slices.IndexFunc(all, func(o selected) bool { return o.name == s.Alias })
			if i < 0 {
				all = append(all, selected{name: s.Alias, field: s})
				i = len(all) - 1
			}
			all[i].sets = append(all[i].sets, s.SelectionSet)
		case *ast.InlineFragment:
			if u.included(s.Directives) && u.applies(t, s.TypeCondition) {
				all = u.gather(all, t, s.SelectionSet)
			}
		case *ast.FragmentSpread:
			if u.included(s.Directives) && u.applies(t, s.Definition.TypeCondition) {
				all = u.gather(all, t, s.Definition.SelectionSet)
			}
		}
	}
	return all
}

func (u *compilation) applies(t *mapping.Type, condition string) bool {
	if condition == "" || condition == t.Name {
		return true
	}
	return slices.ContainsFunc(u.c.m.Schema.PossibleTypes[condition],
		func(d *ast.Definition) bool { return d.Name == t.Name })
}

func (u *compilation) included(dirs ast.DirectiveList) bool {
	for _, d := range dirs {
		if d.Name != "skip" && d.Name != "include" {
			continue
		}
		arg := d.Arguments.ForName("if")
		if arg == nil {
			continue
		}
		now, err := arg.Value.Value(u.vars)
		if err == nil && (now == true) == (d.Name == "skip") {
			return false
		}
	}
	return true
}
