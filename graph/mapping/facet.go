package mapping

import "github.com/vektah/gqlparser/v2/ast"

// Facet is what the rows of a connection are told apart by when they are counted in groups.
type Facet struct {
	Property string // of the row, an end of it, or what the path leads to
	Default  string // what stands for an absent property
	IsList   bool   // the property is a list: a row counts in the group of each item
	IsMonth  bool   // the property is a day or an instant: its month counts
	Steps    []Size // the property is a number: the last step it reaches counts
	Path     []Step // the groups are what it leads to, unless a property of that is given
	Of       string // the end of a relationship that the path starts from
	InForce  bool
}

// Size is one of the steps that numbers are put in, from its least number on.
type Size struct {
	Name, Label string
	From        int64
}

func (m *Mapping) readFacets(def *ast.Definition) error {
	for _, v := range def.EnumValues {
		d := v.Directives.ForName("facet")
		if d == nil {
			continue
		}
		f := &Facet{Property: text(d, "property"), Default: text(d, "default"), IsList: flag(d, "list"),
			IsMonth: flag(d, "month"), Of: text(d, "of"), InForce: flag(d, "inForce")}
		var err error
		if f.Path, err = readPath("@facet", d); err != nil {
			return err
		}
		if f.Steps, err = m.readSteps(d); err != nil {
			return err
		}
		if f.Property == "" && len(f.Path) == 0 {
			return at(d.Position, "@facet on %s.%s needs a property or a path", def.Name, v.Name)
		}
		if m.Facets[def.Name] == nil {
			m.Facets[def.Name] = map[string]*Facet{}
		}
		m.Facets[def.Name][v.Name] = f
	}
	return nil
}

// readSteps reads the enum that a facet names its steps by.
func (m *Mapping) readSteps(d *ast.Directive) ([]Size, error) {
	name := text(d, "steps")
	if name == "" {
		return nil, nil
	}
	def := m.Schema.Types[name]
	if def == nil || def.Kind != ast.Enum {
		return nil, at(d.Position, "@facet: there is no enum %s", name)
	}
	var steps []Size
	for _, v := range def.EnumValues {
		s := v.Directives.ForName("step")
		if s == nil {
			return nil, at(d.Position, "@facet: %s.%s has no @step", name, v.Name)
		}
		steps = append(steps, Size{Name: v.Name, Label: text(s, "label"), From: number(s, "from", 0)})
		if n := len(steps); n > 1 && steps[n-1].From <= steps[n-2].From {
			return nil, at(s.Position, "@step: %s.%s begins before the step above it ends", name, v.Name)
		}
	}
	return steps, nil
}
