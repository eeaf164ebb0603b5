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
	if d := dirs.ForName("property"); d != nil {
		f.Property, f.Suffix = text(d, "name"), text(d, "suffix")
		if f.Suffix != "" && f.Def.Arguments.ForName(f.Suffix) == nil {
			return at(d.Position, "@property: there is no argument %s", f.Suffix)
		}
	}
	if d := dirs.ForName("default"); d != nil {
		f.Default = text(d, "value")
	}
	if d := dirs.ForName("relationship"); d != nil {
		f.Source, f.OrderBy = Follow, texts(d, "orderBy")
		f.Relationship = &Relationship{
			Type: text(d, "type"), In: text(d, "direction") == "IN", InForce: flag(d, "inForce"),
		}
		if f.Type == nil {
			return at(d.Position, "@relationship: %s.%s must lead to objects", f.Parent.Name, f.Name)
		}
	}
	if d := dirs.ForName("cypher"); d != nil {
		f.Source, f.Statement, f.OrderBy = Statement, text(d, "statement"), texts(d, "orderBy")
		f.CountBy = text(d, "count")
	}
	if dirs.ForName("self") != nil {
		f.Source = Self
		f.Type.Kind = Group
	}
	if d := dirs.ForName("ratio"); d != nil {
		f.Source = RatioOf
		f.Ratio = &Ratio{Of: text(d, "of"), Minus: text(d, "minus"), Per: text(d, "per"),
			Times: number(d, "times", 1), Part: flag(d, "part")}
		for _, sister := range []string{f.Ratio.Of, f.Ratio.Minus, f.Ratio.Per} {
			if sister != "" && f.Parent.Def.Fields.ForName(sister) == nil {
				return at(d.Position, "@ratio: %s has no field %s", f.Parent.Name, sister)
			}
		}
	}
	if dirs.ForName("aggregate") != nil {
		f.Source = Aggregate
	}
	for name, source := range map[string]Source{"count": Count, "sum": Sum, "max": Max, "mean": Mean} {
		if d := dirs.ForName(name); d != nil {
			f.Source, f.Of = source, text(d, "of")
		}
	}
	return m.readArguments(f)
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
	switch {
	case t.Kind == Edge && f.Name == t.From:
		return FromEnd
	case t.Kind == Edge && f.Name == t.To:
		return ToEnd
	case t.Kind == Connection, t.Kind == PageInfo:
		return Page
	case t.Kind == PageEdge && f.Name == "cursor":
		return Page
	case (t.Kind == Node || t.Kind == Interface) && f.Name == "id":
		return ID
	case (t.Kind == Node || t.Kind == Interface) && f.Name == "kind":
		return KindName
	}
	return Property
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
