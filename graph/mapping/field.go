package mapping

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

func (m *Mapping) readFields(t *Type) error {
	for _, def := range t.Def.Fields {
		if def.Name == "__schema" || def.Name == "__type" {
			continue
		}
		f := &Field{Name: def.Name, Def: def, Parent: t, Type: m.Types[def.Type.Name()]}
		if err := m.readField(f); err != nil {
			return err
		}
		t.Fields[f.Name] = f
	}
	return nil
}

func (m *Mapping) readField(f *Field) error {
	f.Source, f.Property = defaultSource(f), f.Name
	dirs := f.Def.Directives
	f.Found, f.Computed = dirs.ForName("found") != nil, dirs.ForName("computed") != nil
	if f.Computed {
		f.Source = Compute
	}
	for _, one := range []struct {
		name string
		read func(f *Field, d *ast.Directive) error
	}{{"property", readProperty}, {"default", readDefault}, {"relationship", readRelationship}, {"cypher", readStatement}, {"self", readSelf}, {"ratio", readRatio}} {
		if d := dirs.ForName(one.name); d != nil {
			if err := one.read(f, d); err != nil {
				return err
			}
		}
	}
	for name, source := range map[string]Source{"aggregate": Aggregate, "count": Count, "sum": Sum, "max": Max, "mean": Mean} {
		if d := dirs.ForName(name); d != nil {
			f.Source, f.Of = source, text(d, "of")
		}
	}
	return m.readArguments(f)
}

func readProperty(f *Field, d *ast.Directive) error {
	f.Property, f.Suffix = text(d, "name"), text(d, "suffix")
	if f.Suffix != "" && f.Def.Arguments.ForName(f.Suffix) == nil {
		return at(d.Position, "@property: there is no argument %s", f.Suffix)
	}
	return nil
}

func readDefault(f *Field, d *ast.Directive) error {
	f.Default = text(d, "value")
	return nil
}

func readRelationship(f *Field, d *ast.Directive) error {
	f.Source, f.OrderBy = Follow, texts(d, "orderBy")
	f.Relationship = &Relationship{
		Type: text(d, "type"), In: text(d, "direction") == "IN", InForce: flag(d, "inForce"),
	}
	if f.Type == nil {
		return at(d.Position, "@relationship: %s.%s must lead to objects", f.Parent.Name, f.Name)
	}
	return nil
}

func readStatement(f *Field, d *ast.Directive) error {
	f.Source, f.Statement, f.OrderBy = Statement, text(d, "statement"), texts(d, "orderBy")
	f.CountBy = text(d, "count")
	return nil
}

func readSelf(f *Field, _ *ast.Directive) error {
	f.Source = Self
	f.Type.Kind = Group
	return nil
}

func readRatio(f *Field, d *ast.Directive) error {
	f.Source = RatioOf
	f.Ratio = &Ratio{Of: text(d, "of"), Minus: text(d, "minus"), Per: text(d, "per"),
		Times: number(d, "times", 1), Part: flag(d, "part")}
	for _, sister := range []string{f.Ratio.Of, f.Ratio.Minus, f.Ratio.Per} {
		if sister != "" && f.Parent.Def.Fields.ForName(sister) == nil {
			return at(d.Position, "@ratio: %s has no field %s", f.Parent.Name, sister)
		}
	}
	return nil
}

func (m *Mapping) readArguments(f *Field) error {
	f.Args, f.Phrases, f.Keys = map[string]*Filter{}, map[string]bool{}, map[string]string{}
	f.Bounds, f.Periods = map[string]Bounds{}, map[string]Period{}
	for _, arg := range f.Def.Arguments {
		if d := arg.Directives.ForName("filter"); d != nil {
			filter, err := m.readFilter(arg.Name, arg.Type, d)
			if err != nil {
				return err
			}
			f.Args[arg.Name] = filter
		}
		if arg.Directives.ForName("phrase") != nil {
			f.Phrases[arg.Name] = true
		}
		if d := arg.Directives.ForName("key"); d != nil {
			f.Keys[arg.Name] = text(d, "of")
		}
		if d := arg.Directives.ForName("bounds"); d != nil {
			f.Bounds[arg.Name] = readBounds(d)
		}
		if d := arg.Directives.ForName("period"); d != nil {
			f.Periods[arg.Name] = readPeriod(d)
		}
	}
	return nil
}

// defaultSource is where a field without directives comes from.
func defaultSource(f *Field) Source {
	t := f.Parent
	if t.Kind == Connection || t.Kind == PageInfo {
		return Page
	}
	if t.Kind == Edge {
		switch f.Name {
		case t.From:
			return FromEnd
		case t.To:
			return ToEnd
		}
	}
	if source, known := defaultSources[t.Kind][f.Name]; known {
		return source
	}
	return Property
}

// defaultSources are the sources of fields that each type of a kind has.
var defaultSources = map[Kind]map[string]Source{
	PageEdge:  {"cursor": Page},
	Node:      {"id": ID, "kind": KindName},
	Interface: {"id": ID, "kind": KindName},
}

func text(d *ast.Directive, arg string) string {
	if a := d.Arguments.ForName(arg); a != nil {
		return a.Value.Raw
	}
	return ""
}

func texts(d *ast.Directive, arg string) []string {
	a := d.Arguments.ForName(arg)
	if a == nil {
		return nil
	}
	var all []string
	for _, c := range a.Value.Children {
		all = append(all, c.Value.Raw)
	}
	return all
}

func flag(d *ast.Directive, arg string) bool { return text(d, arg) == "true" }

func number(d *ast.Directive, arg string, otherwise int64) int64 {
	n, err := strconv.ParseInt(text(d, arg), 10, 64)
	if err != nil {
		return otherwise // the argument is absent: the schema's own validation holds its type
	}
	return n
}
